"""The release of a notebook is found in its course, and for our sets in the package as well."""

import json
import shutil

import pytest
from chainrule_grader.course.course import Course
from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.submissions.cell import Cell
from chainrule_grader.submissions.notebook import UnreadableError
from chainrule_grader.submissions.releases import Releases

RELU = [Cell("code", "", "relu")]


def written(course, name, grade_id, points):
    """Write a release with one test."""
    flags = {"grade_id": grade_id, "grade": True, "locked": True, "points": points}
    cell = {"cell_type": "code", "source": "assert f", "metadata": {"nbgrader": flags}}
    path = ProblemSet(course, name).release
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"cells": [cell]}))


def test_the_package_has_our_sets(tmp_path):
    """Outside of a course, and in a course that has not released the set."""
    for root in ("", str(tmp_path)):
        release = Releases(root).find(RELU)
        assert ("activations", 11) == (release.problem_set, sum(c.points for c in release.cells))


def test_the_courses_own_release_comes_first(tmp_path, root):
    """Its points and tasks count, also when it is released again."""
    course = Course(tmp_path)
    for points in (7, 8):
        written(course, "activations", "check-relu", points)
        assert [points] == [cell.points for cell in Releases(str(tmp_path)).find(RELU).cells]
        shutil.rmtree(course.exercises)


def test_an_instructors_own_set_is_found(tmp_path):
    """It is known by its cells, whatever its name."""
    written(Course(tmp_path), "homework", "test-f", 1)
    found = Releases(str(tmp_path))
    assert "homework" == found.find([Cell("code", "", "test-f")]).problem_set
    assert "activations" == found.find(RELU).problem_set


def test_other_notebooks_have_none():
    """A notebook that belongs to no set is refused."""
    with pytest.raises(UnreadableError):
        Releases().find([Cell("code", "x = 1")])
