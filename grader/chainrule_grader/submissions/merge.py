"""A submission as it is kept: the release, with the student's text, and nothing else of theirs.

Flags, points and ids are the release's own, whatever the file says of them. A file that cannot be
read becomes the empty release with one line that says why, so that it is marked, with nothing.
"""

from __future__ import annotations

import html
import json
from typing import Any, Final, TypeAlias

from chainrule_grader.course.course import Course
from chainrule_grader.submissions import notebook
from chainrule_grader.submissions.notebook import Cell, Submission, UnreadableError

HIDDEN: Final = "### BEGIN HIDDEN TESTS"
"""How nbgrader is told of tests that no student sees."""

Notebook: TypeAlias = dict[str, Any]
"""A notebook of format 4, as its JSON says it."""


def read(content: bytes, release: Notebook, problem_set: str) -> Notebook:
    """Return the release with a student's answers in it.

    Raises:
        UnreadableError: where there are none, in one line.
    """
    submission = notebook.parsed(content)
    if submission.problem_set != problem_set:
        raise UnreadableError(f"it is the problem set {submission.problem_set}")
    return merge(submission, release)


def merge(submission: Submission, release: Notebook) -> Notebook:
    """Put a submission's cells in order, with the release's metadata on those that it knows."""
    known = {
        cell["metadata"]["nbgrader"]["grade_id"]: cell
        for cell in release["cells"]
        if "nbgrader" in cell["metadata"]
    }
    cells = []
    for number, cell in enumerate(submission.cells):
        ours = known.get(cell.grade_id)
        cells.append(_known(cell, ours) if ours else _unknown(cell, f"cell-{number:03}"))
    return {**release, "cells": cells, "metadata": _metadata(release)}


def unreadable(release: Notebook, error: str) -> Notebook:
    """Return the empty release, headed by the reason."""
    words = f"**This submission could not be marked: {html.escape(error)}.**"
    banner = {"cell_type": "markdown", "id": "unreadable", "metadata": {}, "source": words}
    cells = [banner, *({**cell} for cell in release["cells"])]
    return {**release, "cells": cells, "metadata": _metadata(release, error)}


def _known(cell: Cell, ours: dict[str, Any]) -> dict[str, Any]:
    """Return a cell of the release, with the student's text unless it is locked."""
    merged = {**ours}  # what lies deeper is the release's, and is not written to
    if not ours["metadata"]["nbgrader"]["locked"]:
        merged["source"] = cell.source
    return merged


def _unknown(cell: Cell, identity: str) -> dict[str, Any]:
    """Return a cell of the student's own, as text and no more."""
    # A page that shows somebody's markdown would run the scripts in it.
    code = cell.kind == "code"
    source = cell.source if code else cell.source.replace("<", "&lt;")
    output: dict[str, Any] = {"outputs": [], "execution_count": None} if code else {}
    return {"cell_type": cell.kind, "id": identity, "metadata": {}, "source": source, **output}


def _metadata(release: Notebook, error: str | None = None) -> dict[str, Any]:
    kernel = {"kernelspec": release["metadata"]["kernelspec"]}
    return kernel | ({"chainrule": {"error": error}} if error else {})


def read_release(course: Course, problem_set: str) -> Notebook:
    """Return a problem set as it was handed out, with the tests that were taken out of it.

    Raises:
        OSError: where it cannot be read.
    """
    release: Notebook = json.loads(course.release(problem_set).read_text(encoding="utf-8"))
    for cell in release["cells"]:
        cell["source"] = text(cell)
    source = course.source(problem_set)
    if source.exists() and HIDDEN in (whole := source.read_text(encoding="utf-8")):
        tests = {grade_id(cell): text(cell) for cell in json.loads(whole)["cells"]}
        for cell in release["cells"]:
            if cell["metadata"].get("nbgrader", {}).get("locked"):
                cell["source"] = tests.get(grade_id(cell), cell["source"])
    return release


def text(cell: dict[str, Any]) -> str:
    """Return a cell's text, which may be written as a list of lines."""
    source: str | list[str] = cell["source"]
    return source if isinstance(source, str) else "".join(source)


def grade_id(cell: dict[str, Any]) -> str:
    """Return the name under which nbgrader knows a cell, if it does."""
    name: str = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
    return name


def as_submission(merged: Notebook) -> Submission:
    """Return what there is to mark."""
    cells = [Cell(cell["cell_type"], text(cell), grade_id(cell)) for cell in merged["cells"]]
    return notebook.submission(cells)
