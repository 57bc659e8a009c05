"""A submission is recognized by its cells, and has one check cell for each task."""

import json

import pytest
from chainrule_grader.submissions.cell import Cell
from chainrule_grader.submissions.notebook import UnreadableError
from chainrule_grader.submissions.release import Release
from chainrule_grader.submissions.submission import read_submission, unreadable_cells


def cell(source="", grade_id=None, **flags):
    """A code cell of a notebook."""
    metadata = {} if grade_id is None else {"nbgrader": {"grade_id": grade_id, **flags}}
    return {"cell_type": "code", "source": source, "metadata": metadata}


RELU = cell("def relu(z): pass", "relu")
CHECK = cell('check("activations/relu", relu)', "check-relu")


def notebook(*cells):
    """The text of a notebook."""
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells})


def submission(*cells, release=None):
    """Read a notebook of these cells."""
    return read_submission(notebook(*cells).encode(), release)


RELEASE = Release(
    "activations",
    notebook(
        cell("# Your code here", "relu", solution=True),
        cell("check('activations/relu', relu)", "check-relu", grade=True, locked=True, points=2),
    ),
)


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        pytest.param([], "none of the cells of a problem set", id="no-cell"),
        pytest.param([cell("1", "mine")], "none of the cells", id="no-cell-of-the-set"),
    ],
)
def test_what_cannot_be_graded_is_refused(cells, says):
    """One line gives the reason."""
    with pytest.raises(UnreadableError, match=says):
        submission(*cells)


def test_another_problem_set_is_refused():
    """A notebook that was submitted for the wrong problem set is named."""
    with pytest.raises(UnreadableError, match="it is the problem set losses"):
        submission(cell("def mse(): pass", "mse"), release=RELEASE)


def test_missing_check_cells_are_put_back():
    """A deleted check is put back: below the answer if there is one, else at the end."""
    found = submission(cell("a = 1"), RELU, cell("b = 1"))
    assert "activations" == found.problem_set
    ids = [c.grade_id for c in found.cells]
    assert ["", "relu", "check-relu", ""] == ids[:4]
    assert Cell("code", 'check("activations/relu", relu)', "check-relu") == found.cells[2]
    checks = [c.task for c in found.cells if c.task]
    assert 11 == len(checks) == len({*checks})


def test_only_released_checks_are_put_back():
    """A task that is not in the release is not asked for."""
    found = submission(RELU, release=RELEASE)
    assert ["relu", "check-relu"] == [c.grade_id for c in found.cells]


def test_check_cells_that_are_there_stay_where_they_are():
    """A check far below its answer is where its student put it."""
    found = submission(RELU, cell("b = 1"), CHECK)
    assert ["relu", "", "check-relu"] == [c.grade_id for c in found.cells[:3]]


def test_cells_of_no_task_may_be_there_twice():
    """Students copy cells, and only the set's own must be unique."""
    found = submission(RELU, cell("1", "mine"), cell("2", "mine"))
    assert "activations" == found.problem_set


def test_points_and_locked_texts_are_the_releases():
    """A submission's own points and its text of a check do not count; its answer does."""
    forged = cell("1.0", "check-relu", points=99, locked=False)
    answer, check = submission(RELU, forged, release=RELEASE).cells
    assert ("def relu(z): pass", 2.0) == (answer.source, check.released.points)
    assert "check('activations/relu', relu)" == check.source


def test_a_name_that_was_not_released_is_dropped():
    """A cell with an unknown name is an ordinary cell."""
    assert "" == submission(RELU, CHECK, cell("1", "mine"), release=RELEASE).cells[2].grade_id


def test_an_unreadable_submission_is_the_release_below_the_reason():
    """The page of such a submission has every task on it."""
    banner, answer, check = unreadable_cells(RELEASE, "it is empty")
    assert "**This submission could not be marked: it is empty.**" == banner.source
    assert ("# Your code here", "relu") == (answer.source, check.task)


def names(submission):
    """The names of a submission's cells."""
    return [cell.grade_id for cell in submission.cells]


def test_of_copies_the_last_above_the_check_has_the_name():
    """Both run, so that the last definition counts, and the check says so."""
    other = cell("def relu(z): return 1", "relu")
    found = submission(other, RELU, CHECK, other, release=RELEASE)
    assert ["", "relu", "check-relu", ""] == names(found)
    counts = "the last definition above the check counts"
    assert (f"Your notebook has 3 cells named relu; {counts}.",) == found.cells[2].remarks


def test_of_checks_the_last_counts():
    """Extra checks are ordinary cells."""
    found = submission(CHECK, RELU, CHECK, release=RELEASE)
    assert ["", "relu", "check-relu"] == names(found)
    assert ("Your notebook has 2 checks of relu; the last one counts.",) == found.cells[2].remarks


def test_a_copy_never_adds_points():
    """Each released cell is there once, whatever a file says."""
    found = submission(*[CHECK, RELU] * 5, release=RELEASE)
    assert ["check-relu", "relu"] == sorted(filter(None, names(found)))


def test_a_stub_is_not_run_where_the_answer_is_in_a_copy():
    """Nobody wrote an answer into it."""
    stub = cell("# Your code here", "relu")
    found = submission(RELU, stub, CHECK, release=RELEASE)
    assert [("relu", False), ("", True)] == [(c.grade_id, c.skipped) for c in found.cells[:2]]


def test_cells_are_known_by_their_ids_and_texts():
    """Without metadata, an answer is known by its id, and a check by its line."""
    check = cell(CHECK["source"], "check-relu", grade=True, locked=True)
    release = Release("activations", notebook(RELU | {"id": "a"}, check))
    found = submission(cell("x = 1") | {"id": "a"}, cell(CHECK["source"]), release=release)
    assert ["relu", "check-relu"] == names(found)


def test_an_answer_without_a_name_is_the_function_above_the_check():
    """Its text says what it defines."""
    found = submission(cell("x = 1"), cell(RELU["source"]), cell(CHECK["source"]), release=RELEASE)
    assert ["", "relu", "check-relu"] == names(found)


def test_an_answer_of_another_kind_is_code():
    """With a release and without one."""
    markdown = RELU | {"cell_type": "markdown"}
    for release in (RELEASE, None):
        found = submission(markdown, CHECK, release=release)
        assert ("code", "relu") == (found.cells[0].kind, found.cells[0].grade_id)
        assert "it was run as code" in found.cells[1].remarks[0]


def test_code_in_the_cell_of_a_check_runs_before_it():
    """Cells that were merged are still an answer and a check."""
    merged = cell(RELU["source"] + "\n" + CHECK["source"], "check-relu")
    found = submission(merged, release=RELEASE)
    assert ["relu", "check-relu"] == names(found)
    assert merged["source"] == found.cells[0].source


def test_the_function_that_a_check_was_given_is_known():
    """A student may have changed the check."""
    changed = cell('check("activations/relu", mine)', "check-relu")
    found = submission(RELU, changed, release=RELEASE)
    assert ("mine", "check('activations/relu', relu)") == (
        found.cells[1].function,
        found.cells[1].source,
    )


def test_missing_tests_and_helpers_are_put_back():
    """A locked cell follows the cells that it followed; above all, where there were none."""
    locked = {"locked": True}
    release = Release(
        "mine",
        notebook(
            cell("import x", "helper", **locked),
            cell("stub", "answer", solution=True),
            cell("assert f", "test", grade=True, points=1, **locked),
        ),
    )
    found = submission(cell("x = 1"), cell("def f(): 1", "answer"), cell("y = 1"), release=release)
    assert ["helper", "", "answer", "test", ""] == names(found)
