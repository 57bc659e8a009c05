"""Courses with part of the sample class in them, marked by nbgrader's commands and by ours."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from chainrule_grader.authoring.build import build
from chainrule_grader.authoring.release import release
from chainrule_grader.cli.main import main
from chainrule_grader.course.course import MARK, Course
from chainrule_grader.course.problem_set import ProblemSet

SET = "activations"
STUDENTS = ["ada", "dina", "fatima", "goran", "hana", "kira", "leo", "mona"]
TEST_CELL = {
    "cell_type": "code",
    "execution_count": None,
    "id": "stock",
    "metadata": {
        "nbgrader": {
            "grade": True,
            "grade_id": "stock",
            "locked": True,
            "points": 2,
            "schema_version": 3,
            "solution": False,
            "task": False,
        }
    },
    "outputs": [],
    "source": "assert relu(np.array([-1.0, 2.0])).tolist() == [0.0, 2.0]",
}


def made_course(root, folder):
    """A course with an ordinary test cell beside our checks, and part of the sample class in it."""
    shutil.copy(root / MARK, folder / MARK)
    shutil.copytree(root / "solutions", folder / "solutions")
    (folder / "course" / "lectures").mkdir(parents=True)
    course = Course(folder)
    build(course)
    source = json.loads(ProblemSet(course, SET).source.read_text())
    source["cells"].append(TEST_CELL)
    ProblemSet(course, SET).source.write_text(json.dumps(source))
    for student in STUDENTS:
        place = course.submitted / student / SET / f"{SET}.ipynb"
        place.parent.mkdir(parents=True)
        text = (root / "tests" / "sample_class" / f"{student}.ipynb").read_text()
        if student != "mona":
            notebook = json.loads(text)
            text = json.dumps(notebook | {"cells": [*notebook["cells"], TEST_CELL]})
        place.write_text(text)
    (course.root / ".private-seed").write_text("1")
    return course


def run_nbgrader(course, *arguments):
    """Run nbgrader's own command in a course."""
    command = [str(Path(sys.executable).with_name("nbgrader")), *arguments]
    run = subprocess.run(command, cwd=course.root, capture_output=True, text=True, check=False)
    assert 0 == run.returncode, run.stderr


@pytest.fixture(scope="session")
def theirs(sandbox, root, tmp_path_factory):
    """A course marked by nbgrader's commands."""
    course = made_course(root, tmp_path_factory.mktemp("theirs"))
    run_nbgrader(course, "generate_assignment", SET)
    run_nbgrader(course, "autograde", SET)
    run_nbgrader(course, "generate_feedback", SET)
    run_nbgrader(course, "export")
    return course


@pytest.fixture(scope="session")
def ours(sandbox, root, tmp_path_factory):
    """The same course marked by ours."""
    course = made_course(root, tmp_path_factory.mktemp("ours"))
    release(course, SET)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(course.root)
        assert 0 == main(["autograde", SET, "--jobs", "2"])
    return course


@pytest.fixture(scope="session")
def nbgrader():
    """A function that runs nbgrader's own command in a course."""
    return run_nbgrader


@pytest.fixture(scope="session")
def students():
    """Who handed something in."""
    return STUDENTS


@pytest.fixture(scope="session")
def test_cell():
    """An ordinary test cell, worth two points."""
    return TEST_CELL
