"""A problem set knows its notebooks, its points and its students."""

import json
import re

import pytest
from chainrule_grader.course.course import Course
from chainrule_grader.course.problem_set import (
    ProblemSet,
    UnknownSetError,
    find_problem_set,
    known_sets,
)
from chainrule_grader.judging import registry


def test_points_and_tasks_are_those_of_the_source(root):
    """Each task of the course's own sets has its points."""
    for name in registry.problem_sets():
        problem_set = ProblemSet(Course(root), name)
        assert set(problem_set.tasks) == set(problem_set.points)


def test_points_are_read_from_the_source(tmp_path):
    """A check may have any number of points; a set without a source has none."""
    problem_set = ProblemSet(Course(tmp_path), "mine")
    assert {} == problem_set.points
    problem_set.source.parent.mkdir(parents=True)
    flags = {"grade_id": "check-f", "points": 2}
    cells = [{"metadata": {}}, {"metadata": {"nbgrader": flags}}]
    problem_set.source.write_text(json.dumps({"cells": cells}))
    assert {"mine/f": 2.0} == problem_set.points


def test_submissions_are_found_by_student(tmp_path):
    """In alphabetical order; a broken link is a submission, a folder without a notebook is none."""
    problem_set = ProblemSet(Course(tmp_path), "mine")
    for student in ("zoe", "ada", "bo"):
        problem_set.submitted(student).mkdir(parents=True)
    (tmp_path / "submitted" / "carl" / "other").mkdir(parents=True)
    (problem_set.submitted("zoe") / "mine.ipynb").touch()
    (problem_set.submitted("ada") / "mine.ipynb").symlink_to("missing")
    expected = {n: tmp_path / "submitted" / n / "mine" / "mine.ipynb" for n in ("ada", "zoe")}
    assert [*expected.items()] == [*problem_set.submissions().items()]
    assert {} == problem_set.graded()


def test_each_student_has_three_folders(tmp_path):
    """They are where nbgrader looks for them."""
    one = ProblemSet(Course(tmp_path), "mine")
    folders = [one.submitted("ada"), one.autograded("ada"), one.feedback("ada")]
    kinds = ("submitted", "autograded", "feedback")
    assert [tmp_path / kind / "ada" / "mine" for kind in kinds] == folders


@pytest.fixture
def course(tmp_path):
    """A course with a source, a release, and another file."""
    course = Course(tmp_path)
    for path in (
        course.solutions / "losses/losses.py",
        course.exercises / "activations/activations.ipynb",
        course.solutions / "helpers/other.py",
    ):
        path.parent.mkdir(parents=True)
        path.touch()
    return course


def test_sets_have_a_source_or_a_release(course):
    """A folder with other files is none."""
    assert ["activations", "losses"] == known_sets(course)
    assert "losses" == find_problem_set(course, "losses").name


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("loses", "there is no problem set 'loses'; did you mean 'losses'?"),
        ("xyz", "there is no problem set 'xyz'; there are activations, losses"),
        ("../losses", "there is no problem set '../losses'; did you mean 'losses'?"),
        ("", "there is no problem set ''; there are activations, losses"),
    ],
)
def test_an_unknown_set_is_an_error(name, says, course):
    """The error names the nearest set, or all."""
    with pytest.raises(UnknownSetError, match=re.escape(says)):
        find_problem_set(course, name)


def test_a_course_without_sets(tmp_path):
    """The error says where they are expected."""
    with pytest.raises(UnknownSetError, match="solutions has none"):
        find_problem_set(Course(tmp_path), "losses")


def test_a_set_with_submissions_is_known(course):
    """The release may be missing, which another error says."""
    place = course.submitted / "ada/removed/removed.ipynb"
    place.parent.mkdir(parents=True)
    place.touch()
    assert "removed" == find_problem_set(course, "removed").name
