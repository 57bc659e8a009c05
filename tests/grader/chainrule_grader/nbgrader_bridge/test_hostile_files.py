"""Files that are no submissions: each gets one clear line and no points, and the rest is marked."""

import json
import shutil

import pytest
from chainrule_grader.authoring.release import release
from chainrule_grader.cli.main import main
from chainrule_grader.course.course import MARK, Course
from nbgrader.api import Gradebook

SET = "activations"
REASONS = {
    "truncated": "it is broken off or no notebook at all",
    "empty": "it is empty",
    "directory": "it is a directory",
    "link": "it is a symbolic link",
    "dangling": "it is a symbolic link",
    "large": "it has 50.0 MB",
    "old": "it is of notebook format 3",
    "foreign": "it has none of the cells of a problem set",
}


@pytest.fixture(
    scope="module", params=[pytest.param("nbgrader", marks=pytest.mark.slow), "chainrule"]
)
def marked(request, sandbox, root, released, nbgrader, tmp_path_factory):
    """A course in which everything was handed in, marked by one command or the other."""
    folder = tmp_path_factory.mktemp(request.param)
    shutil.copy(root / MARK, folder / MARK)
    shutil.copytree(root / "solutions", folder / "solutions")
    course = Course(folder)
    release(course, SET)
    hand_in(course, released, root)
    if request.param == "nbgrader":
        nbgrader(course, "autograde", SET)
        nbgrader(course, "generate_feedback", SET)
    else:
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(folder)
            assert 0 == main(["autograde", SET])
    return course


def hand_in(course, released, root):
    """Hand in one file of each kind, and one good notebook before and after."""
    text = json.dumps(released)
    places = {}
    for student in ["ada", *REASONS, "zoe"]:
        places[student] = course.submitted / student / SET / f"{SET}.ipynb"
        places[student].parent.mkdir(parents=True)
    for student in ("ada", "zoe"):
        shutil.copy(root / "tests" / "sample_class" / "ada.ipynb", places[student])
    places["truncated"].write_text(text[: len(text) // 2])
    places["empty"].touch()
    places["directory"].mkdir()
    places["link"].symlink_to(places["ada"])
    places["dangling"].symlink_to("nowhere")
    with places["large"].open("wb") as file:
        file.truncate(50 * 2**20)
    places["old"].write_text('{"nbformat": 3, "worksheets": []}')
    places["foreign"].write_text('{"nbformat": 4, "cells": [], "metadata": {}}')


def test_everybody_has_the_points_that_are_theirs(marked):
    """The good ones all, the others none, and nobody is left out."""
    with Gradebook(f"sqlite:///{marked.root / 'gradebook.db'}") as gradebook:
        scores = {s.student.id: s.score for s in gradebook.assignment_submissions(SET)}
    assert {"ada": 11.0, "zoe": 11.0} | dict.fromkeys(REASONS, 0.0) == scores


@pytest.mark.parametrize("student", REASONS)
def test_the_feedback_says_why(marked, student):
    """Each student reads the reason, in one line."""
    page = (marked.feedback / student / SET / f"{SET}.html").read_text()
    assert f"This submission could not be marked: {REASONS[student]}" in page


def test_what_was_handed_in_is_still_there(marked):
    """Nothing of a submission is lost by marking it."""
    assert (marked.submitted / "link" / SET / f"{SET}.ipynb").is_symlink()
    assert (marked.submitted / "directory" / SET / f"{SET}.ipynb").is_dir()
    large = marked.submitted / "large" / SET / f"{SET}.ipynb"
    assert 50 * 2**20 == large.stat().st_size
