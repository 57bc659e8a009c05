"""Assign penalties for late submissions, with nbgrader's own step and the course's plugin."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from traitlets.config import Config

QUIET = logging.getLogger("chainrule.late")
QUIET.addHandler(logging.NullHandler())
QUIET.propagate = False


def assign_penalties(
    config: Config, db_url: str, problem_set: str, students: Iterable[str]
) -> None:
    """Write each student's penalty into the gradebook, or that there is none.

    nbgrader is imported only here, because its import is slow and few courses have such a rule.
    """
    from nbformat.v4 import new_notebook  # noqa: PLC0415
    from nbgrader.preprocessors import AssignLatePenalties  # noqa: PLC0415

    step = AssignLatePenalties(config=config, log=QUIET)
    for student in students:
        about = {"student": student, "assignment": problem_set, "notebook": problem_set}
        step.preprocess(new_notebook(), {"nbgrader": {**about, "db_url": db_url}})
