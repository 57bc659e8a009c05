"""Marking runs a notebook's cells in order; at each check cell the judge looks at a function."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from chainrule_grader.execution.prewarm import notebook_profile
from chainrule_grader.execution.remote_subject import RemoteSubject
from chainrule_grader.execution.request import Request
from chainrule_grader.execution.responses import CellResult
from chainrule_grader.execution.sandbox import Limits
from chainrule_grader.execution.session import Session
from chainrule_grader.judging import registry
from chainrule_grader.judging.judge import FAILED, failed, judge
from chainrule_grader.judging.verdict import Kind, Verdict
from chainrule_grader.submissions import notebook
from chainrule_grader.submissions.notebook import Submission, UnreadableError


@dataclass(frozen=True)
class GradingJob:
    """What is to be marked, and how; it can be sent to another process or machine."""

    path: str
    """The notebook, as it was given."""
    seed: int
    points: Mapping[str, float] = field(default_factory=dict)
    """What each task `<set>/<task>` is worth, where it is not one point."""
    limits: Limits = field(default_factory=Limits)
    secrets: tuple[str, ...] = ()
    """Folders that no worker may see."""
    unsafe: bool = False


@dataclass(frozen=True)
class Record:
    """What marking one notebook gave."""

    notebook: str
    problem_set: str | None = None
    verdicts: tuple[Verdict, ...] = ()
    points: Mapping[str, float] = field(default_factory=dict)
    results: Mapping[int, CellResult] = field(default_factory=dict)
    """What the cells that are no checks gave, by their place among all cells."""
    seconds: float = 0.0
    error: str | None = None

    def worth(self, task: str) -> float:
        """What a task is worth."""
        return self.points.get(task, 1.0)

    def earned(self, verdict: Verdict) -> float:
        """What a verdict earns, in points."""
        return min(max(verdict.score, 0.0), 1.0) * self.worth(verdict.task)

    @property
    def score(self) -> float:
        """The sum of all that was earned."""
        return sum(map(self.earned, self.verdicts))

    @property
    def maximum(self) -> float:
        """The sum of all that could be earned."""
        return sum(self.worth(verdict.task) for verdict in self.verdicts)

    def as_json(self) -> dict[str, Any]:
        """The record as the command prints it."""
        return {
            "notebook": self.notebook,
            "set": self.problem_set,
            "score": round(self.score, 6),
            "max": self.maximum,
            "seconds": round(self.seconds, 3),
            "tasks": [
                {
                    "task": verdict.task,
                    "score": round(self.earned(verdict), 6),
                    "max": self.worth(verdict.task),
                    "verdict": str(verdict.kind),
                    "misconception": verdict.misconception,
                    "message": verdict.message,
                }
                for verdict in self.verdicts
            ],
            "error": self.error,
        }


def mark(order: GradingJob) -> Record:
    """Mark one notebook; whatever is wrong with it is in the record, and nothing is raised."""
    try:
        return mark_submission(notebook.read(Path(order.path)), order)
    except UnreadableError as error:
        return Record(order.path, error=str(error))
    except Exception as error:  # noqa: BLE001  no notebook may keep the others from being marked
        return Record(order.path, error=f"the grader failed: {type(error).__name__}: {error}"[:300])


def mark_submission(submission: Submission, order: GradingJob) -> Record:
    """Mark the cells of a submission."""
    began = time.monotonic()
    verdicts: dict[str, Verdict] = {}
    requests: dict[int, Request] = {}
    answers: dict[str, Request] = {}
    tasks = registry.identities(submission.problem_set)
    secrets = [Path(secret) for secret in order.secrets]
    code = [cell.source for cell in submission.cells if cell.kind == "code"]
    options: dict[str, Any] = {"profile": notebook_profile(code), "unsafe": order.unsafe}
    with Session(order.limits, secrets, **options) as session:
        for index, cell in enumerate(submission.cells):
            identity = f"{submission.problem_set}/{cell.task}"
            if cell.task and identity in tasks:
                answer = answers.get(cell.task)
                verdicts[identity] = _verdict(session, identity, order.seed, answer)
            elif cell.kind == "code":
                requests[index] = answers[cell.grade_id] = session.submit_cell(cell.source)
        results = {index: session.cell_result(request) for index, request in requests.items()}
    points = {identity: order.points.get(identity, 1.0) for identity in verdicts}
    seconds = time.monotonic() - began
    marked = tuple(verdicts.values())
    return Record(order.path, submission.problem_set, marked, points, results, seconds)


def _verdict(session: Session, identity: str, seed: int, answer: Request | None) -> Verdict:
    """Judge one function; where there is none, say what stopped the cell that should define it."""
    name = identity.partition("/")[2]
    verdict = judge(identity, registry.find(identity), RemoteSubject(session, name), seed)
    cell = session.cell_result(answer).failure if answer else None
    if verdict.kind is Kind.NOT_ATTEMPTED and cell is not None:
        kind = FAILED.get(cell.kind, Kind.CRASHED)
        words = failed(f"The cell of {name}", cell)
        return verdict if kind is Kind.NOT_ATTEMPTED else Verdict(identity, kind, words)
    return verdict
