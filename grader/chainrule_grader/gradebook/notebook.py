"""Write a graded submission as a notebook: the release, with the student's text and our outputs."""

from __future__ import annotations

from typing import Any

from chainrule_grader.execution.record import Record
from chainrule_grader.gradebook.outputs import outputs
from chainrule_grader.markup.harmless import attachment_name, harmless
from chainrule_grader.submissions.cell import Cell
from chainrule_grader.submissions.release import Notebook, Release


def to_notebook(record: Record, release: Release) -> Notebook:
    """Return the notebook; points, flags, names and metadata are those of the release."""
    kernel = release.notebook["metadata"]["kernelspec"]
    error = {"chainrule": {"error": record.error}} if record.error else {}
    cells = [_cell(cell, number, record) for number, cell in enumerate(record.cells)]
    return {**release.notebook, "cells": cells, "metadata": {"kernelspec": kernel, **error}}


def _cell(cell: Cell, number: int, record: Record) -> dict[str, Any]:
    if cell.released:
        # What is nested deeper is shared with the release, and nobody changes it.
        made = {**cell.released.json}
        changed = cell.source != cell.released.source
    else:
        made = {"cell_type": cell.kind, "id": f"cell-{number:03}", "metadata": {}}
        changed = True
    made["source"] = cell.source
    if cell.kind == "code":
        earned = record.earned(cell.verdict) if cell.verdict else 0.0
        made |= {"outputs": outputs(cell, earned), "execution_count": None}
    elif changed:
        images = {attachment_name(name): data for name, data in cell.attachments.items()}
        made["source"] = harmless(cell.source, images)
        if cell.kind == "markdown" and images:
            made["attachments"] = images
        else:
            made.pop("attachments", None)
    return made
