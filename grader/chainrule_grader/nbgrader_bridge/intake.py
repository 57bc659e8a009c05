"""nbgrader reads a submission through this: what it gets is the release, with the student's text.

Flags, points and ids are the release's own, whatever the file says of them. A file that cannot be
read becomes the empty release with one line that says why, so that it is marked, with nothing.
"""

from __future__ import annotations

import copy
import html
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter

from chainrule_grader import notebook
from chainrule_grader.course import Course
from chainrule_grader.notebook import Cell, Submission, UnreadableError


class SubmissionExporter(NotebookExporter):  # type: ignore[misc]
    """Reads submissions with suspicion, and what was made of them as usual."""

    def from_filename(self, filename: str, resources: Any = None, **options: Any) -> Any:
        """Convert a file: a student's at the first of nbgrader's two passes, ours at the second."""
        # nbgrader keeps a converter's pass to itself; this is the one thing that tells them apart.
        if not getattr(self.parent, "_sanitizing", False):
            return super().from_filename(filename, resources=resources, **options)
        problem_set = resources["nbgrader"]["assignment"]
        release = Course(Path(self.parent.coursedir.root)).release(problem_set)
        canonical = nbformat.from_dict(received(Path(filename), release))
        return self.from_notebook_node(canonical, resources, **options)


def received(path: Path, release: Path) -> dict[str, Any]:
    """Return the release with a student's answers in it, or with the reason why there are none."""
    wanted = nbformat.read(release, as_version=4)
    try:
        submission = notebook.read(path)
    except UnreadableError as error:
        return _unreadable(wanted, str(error))
    if submission.problem_set != release.stem:
        return _unreadable(wanted, f"it is the problem set {submission.problem_set}")
    return canonical(submission, wanted)


def canonical(submission: Submission, release: dict[str, Any]) -> dict[str, Any]:
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


def _known(cell: Cell, ours: dict[str, Any]) -> dict[str, Any]:
    """Return a cell of the release, with the student's text unless it is locked."""
    merged = copy.deepcopy(ours)
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


def _metadata(release: dict[str, Any], error: str | None = None) -> dict[str, Any]:
    kernel = {"kernelspec": release["metadata"]["kernelspec"]}
    return kernel | ({"chainrule": {"error": error}} if error else {})


def _unreadable(release: dict[str, Any], error: str) -> dict[str, Any]:
    """Return the empty release, headed by the reason."""
    words = f"**This submission could not be marked: {html.escape(error)}.**"
    banner = {"cell_type": "markdown", "id": "unreadable", "metadata": {}, "source": words}
    return {
        **release,
        "cells": [banner, *release["cells"]],
        "metadata": _metadata(release, error),
    }
