"""What each graded cell scores: by its verdict, or as nbgrader scores an ordinary test cell.

Nothing counts without a verdict or an output: where nbgrader fails open, this fails closed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from chainrule_grader.execution.grading import Record
from chainrule_grader.gradebook.outputs import verdict_of
from chainrule_grader.judging import registry
from chainrule_grader.judging.verdict import Kind, Verdict
from chainrule_grader.submissions.merge import Notebook, grade_id, text


@dataclass(frozen=True)
class Score:
    """What a cell scores by itself, or nothing where a person has to say."""

    grade_id: str
    points: float
    automatic: float | None
    ask: bool = False
    """Whether a person has to look at it, whatever it scores."""


@dataclass(frozen=True)
class Findings:
    """What goes into the gradebook of one notebook."""

    scores: tuple[Score, ...] = ()
    comments: Mapping[str, str | None] = field(default_factory=dict)
    """What is said of each answer, by its name."""


def findings(notebook: Notebook, record: Record, release: Notebook) -> Findings:
    """Score and comment on a marked notebook."""
    handed_out = {grade_id(cell): text(cell) for cell in release["cells"]}
    found = tuple(scores(notebook, record, handed_out))
    return Findings(found, comments(notebook, record, handed_out))


def scores(notebook: Notebook, record: Record, handed_out: Mapping[str, str]) -> Iterator[Score]:
    """Score each graded cell of a marked notebook."""
    for cell in notebook["cells"]:
        flags = cell["metadata"].get("nbgrader", {})
        if not flags.get("grade"):
            continue
        name, points = grade_id(cell), float(flags["points"])
        task = f"{record.problem_set}/{name.removeprefix('check-')}"
        if name.startswith("check-") and task in registry.identities(record.problem_set or ""):
            yield judged(name, points, verdict_of(cell, record))
        elif flags.get("solution"):
            yield Score(name, points, 0.0 if text(cell) == handed_out.get(name) else None)
        else:
            yield Score(name, points, stock_score(cell))


def judged(name: str, points: float, verdict: Verdict | None) -> Score:
    """Score a check cell; without a verdict of the student's own, a person has to look."""
    share = min(max(verdict.score, 0.0), 1.0) if verdict else 0.0
    fault = verdict is None or verdict.kind is Kind.GRADER_FAULT
    return Score(name, points, share * points, fault)


def stock_score(cell: dict[str, Any]) -> float | None:
    """Score an instructor's own test cell as nbgrader does, without what it lets through.

    nbgrader gives all points for a result below 0 or not a number, and raises above the maximum.
    """
    if cell["cell_type"] != "code":
        return None
    points = float(cell["metadata"]["nbgrader"]["points"])
    outputs = cell.get("outputs", [])
    if any(o["output_type"] == "error" or o.get("name") == "stderr" for o in outputs):
        return 0.0
    results = (o for o in outputs if o["output_type"] == "execute_result")
    shown = next((str(result["data"].get("text/plain", "")) for result in results), "")
    try:
        number = float(shown)
    except ValueError:
        return points
    return 0.0 if math.isnan(number) else min(max(number, 0.0), points)


def comments(
    notebook: Notebook, record: Record, handed_out: Mapping[str, str]
) -> dict[str, str | None]:
    """Comment on each answer with a sentence of ours; nothing that a student wrote is in it."""
    verdicts = {verdict.task: verdict for verdict in record.verdicts}
    return {
        name: comment(verdicts.get(f"{record.problem_set}/{name}"), text(cell) == handed_out[name])
        for cell in notebook["cells"]
        if (name := grade_id(cell)) in handed_out and _is_answer(cell)
    }


def _is_answer(cell: dict[str, Any]) -> bool:
    flags = cell["metadata"].get("nbgrader", {})
    return bool(flags.get("solution") or flags.get("task"))


def comment(verdict: Verdict | None, untouched: bool) -> str | None:
    """Say what there is to say about an answer."""
    match verdict.kind if verdict else None:
        case None:
            return "No response." if untouched else None
        case Kind.CORRECT:
            return None
        case Kind.MISCONCEPTION:
            return verdict.sentence if verdict else None
        case Kind.NOT_ATTEMPTED:
            return "No response."
    return "See what the check below found."
