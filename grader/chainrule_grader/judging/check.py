"""`check` tells a student at once whether a function is right, and if not, what the mistake is."""

from __future__ import annotations

import dis
import sys
from collections.abc import Callable, Iterator
from types import CodeType
from typing import Any, final

from chainrule_worker.forbidden import FORBIDDEN
from chainrule_worker.values import type_name

from chainrule_grader.judging import registry
from chainrule_grader.judging.judge import judge
from chainrule_grader.judging.local_subject import LocalSubject
from chainrule_grader.judging.rendering import as_html, as_text
from chainrule_grader.judging.verdict import Kind, Verdict

PUBLIC_SEED = 0
"""Draws the inputs that students see; marks are given with a seed that they do not."""
KERNEL_SECONDS = 2.0


@final
class CheckResult(float):
    """The share of the points that was earned, which shows itself as its verdict.

    nbgrader reads the plain text of a cell's result as a number; a person reads the page.
    """

    verdict: Verdict

    def __new__(cls, verdict: Verdict) -> CheckResult:
        result = super().__new__(cls, verdict.score)
        result.verdict = verdict
        return result

    def __repr__(self) -> str:
        # IPython has a printer for floats, which it prefers to the plain text of a bundle.
        return float.__repr__(self) if _in_notebook() else as_text(self.verdict)

    def __str__(self) -> str:
        return as_text(self.verdict)

    def _repr_mimebundle_(self, **_options: Any) -> dict[str, str] | None:
        if not _in_notebook():
            return None
        return {"text/plain": float.__repr__(self), "text/html": as_html(self.verdict)}


def check(identity: str, function: Callable[..., Any]) -> CheckResult:
    """Check a function against the task `<set>/<task>`, and show the verdict.

    Returns:
        The share of the points, from 0 to 1, as a number that shows itself as the verdict.

    Raises:
        TypeError: where the first argument is no name.
        UnknownTaskError: where there is no such task.
    """
    if not isinstance(identity, str):
        given = type_name(identity)
        raise TypeError(
            f"check needs a task's name, then your function, and was given a {given} first: "
            'write check("activations/relu", relu)'
        )
    task = registry.find(identity)
    name = identity.partition("/")[2]
    module = _forbidden_module(function)
    if module is not None:
        words = f"{name} uses {module}, which may not be used in an answer."
        return CheckResult(Verdict(identity, Kind.FORBIDDEN, words))
    subject = LocalSubject(name, function, KERNEL_SECONDS)
    return CheckResult(judge(identity, task, subject, PUBLIC_SEED))


def _in_notebook() -> bool:
    """Tell whether results are shown on a page, and not in a terminal."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    return hasattr(shell, "kernel")


def _forbidden_module(function: Any) -> str | None:
    """Name the module that an answer leans on and should not; the sandbox forbids it for good."""
    if not callable(function):
        return None
    home = str(getattr(function, "__module__", None) or type(function).__module__)
    if home.partition(".")[0] in FORBIDDEN:
        return home
    code = getattr(function, "__code__", None)
    steps = list(_steps(code)) if isinstance(code, CodeType) else []
    imported = [str(step.argval) for step in steps if step.opname == "IMPORT_NAME"]
    mentioned = {step.argval for step in steps if step.opname == "LOAD_GLOBAL"}
    used = [v for k, v in getattr(function, "__globals__", {}).items() if k in mentioned]
    homes = [*map(_home, used), *imported]
    return next((home for home in homes if home.partition(".")[0] in FORBIDDEN), None)


def _steps(code: CodeType) -> Iterator[dis.Instruction]:
    """Yield the steps of a function's code, its inner functions' included."""
    yield from dis.get_instructions(code)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _steps(constant)


def _home(value: object) -> str:
    """Return the module that a value is, or comes from."""
    if type_name(value) == "module":
        return str(getattr(value, "__name__", ""))
    return str(getattr(value, "__module__", None) or type(value).__module__)
