"""A release is read with the tests that students do not see."""

import json

from chainrule_grader.course.course import Course
from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.submissions.cell import Cell
from chainrule_grader.submissions.release import read_release

HIDDEN = ["assert True\n", "### BEGIN HIDDEN TESTS\n", "assert 2\n", "### END HIDDEN TESTS"]


def written(path, tests, answer):
    """Write a notebook with an answer and a locked test cell, as lists of lines."""
    cells = [
        {"metadata": {"nbgrader": {"grade_id": "f", "solution": True}}, "source": answer},
        {"metadata": {"nbgrader": {"grade_id": "test", "locked": True}}, "source": tests},
        {"metadata": {}, "source": "text"},
    ]
    path.parent.mkdir(parents=True)
    notebook = {"cells": [{"cell_type": "code", **cell} for cell in cells]}
    path.write_text(json.dumps(notebook))


def test_hidden_tests_are_put_back(tmp_path):
    """A locked cell has the text of the source notebook, and the answer stays a stub."""
    problem_set = ProblemSet(Course(tmp_path), "mine")
    written(problem_set.source, HIDDEN, ["return 2"])
    written(problem_set.release, ["assert True"], ["raise ", "NotImplementedError"])
    release = read_release(problem_set)
    assert ["raise NotImplementedError", "".join(HIDDEN), "text"] == [
        cell.source for cell in release.cells
    ]
    assert ["f", "test", ""] == [cell.grade_id for cell in release.cells]


def test_the_text_of_a_locked_cell_is_never_a_students(tmp_path):
    """A student's text counts in the answer alone."""
    problem_set = ProblemSet(Course(tmp_path), "mine")
    written(problem_set.release, ["assert True"], ["stub"])
    release = read_release(problem_set)
    merged = release.merged(Cell("code", "mine", name) for name in ("f", "test", "other"))
    assert ["mine", "assert True", "mine"] == [cell.source for cell in merged]
    assert ["f", "test", ""] == [cell.grade_id for cell in merged]
