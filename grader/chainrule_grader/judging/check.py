"""`check` tells a student whether a function is right, and otherwise what the mistake is."""

from __future__ import annotations

import dis
import sys
from collections.abc import Iterator
from types import CodeType
from typing import Any, Final, final

from chainrule_worker.forbidden import FORBIDDEN
from chainrule_worker.values import type_name

from chainrule_grader.judging import registry
from chainrule_grader.judging.judge import judge
from chainrule_grader.judging.local_subject import LocalSubject
from chainrule_grader.judging.registry import UsageError, in_words
from chainrule_grader.judging.rendering import as_html, as_text
from chainrule_grader.judging.verdict import Kind, Verdict

PUBLIC_SEED = 0
"""The seed of the inputs that students see; grading uses a secret seed."""
KERNEL_SECONDS = 2.0
_MISSING: Final[Any] = object()
"""Marks an argument that was not given."""


@final
class CheckResult(float):
    """The share of the points that was earned, which is displayed as its verdict.

    nbgrader reads the plain text of a cell's result as a number; students see the HTML.
    """

    verdict: Verdict

    def __new__(cls, verdict: Verdict) -> CheckResult:
        result = super().__new__(cls, verdict.score)
        result.verdict = verdict
        return result

    def __repr__(self) -> str:
        # IPython prefers its own formatter for floats to the plain text of a MIME bundle.
        return float.__repr__(self) if _in_notebook() else as_text(self.verdict)

    def __str__(self) -> str:
        return as_text(self.verdict)

    def _repr_mimebundle_(self, **_options: Any) -> dict[str, str] | None:
        if not _in_notebook():
            return None
        return {"text/plain": float.__repr__(self), "text/html": as_html(self.verdict)}


def check(identity: Any = _MISSING, function: Any = _MISSING, *more: Any) -> CheckResult:
    """Check a function against the task `<set>/<task>` and display the verdict.

    Args:
        identity: the name of the task, such as "activations/relu".
        function: your function itself, not its result.
        more: nothing; what is given here is an error with a sentence.

    Returns:
        The share of the points, from 0 to 1, as a number that is displayed as the verdict.

    Raises:
        UsageError: if the arguments are not a task's name and one value; the message says how to
            write the call.
        UnknownTaskError: if the task does not exist; the message names the nearest one.
    """
    if not isinstance(identity, str):
        given = "nothing" if identity is _MISSING else f"{in_words(identity)} first"
        raise UsageError(
            "check needs a task's name, then your function, and was given "
            f"{given}: write {_call(registry.identity_of(identity))}"
        )
    task = registry.find(identity)
    name = identity.partition("/")[2]
    if function is _MISSING:
        raise UsageError(f"check needs your function as well: write {_call(identity)}")
    if more:
        raise UsageError(
            f"check takes a task's name and your function and nothing else: write {_call(identity)}"
        )
    if not callable(function):
        return CheckResult(Verdict(identity, Kind.CRASHED, _not_callable(identity, function)))
    module = _forbidden_module(function)
    if module is not None:
        words = f"{name} uses {module}, which may not be used in an answer."
        return CheckResult(Verdict(identity, Kind.FORBIDDEN, words))
    subject = LocalSubject(name, function, KERNEL_SECONDS)
    return CheckResult(judge(identity, task, subject, PUBLIC_SEED))


def _not_callable(identity: str, value: object) -> str:
    """Say that the function itself is needed: most often its result was given."""
    return (
        f"You gave {in_words(value)}, not a function. Give the function itself, "
        f"without brackets and arguments: {_call(identity)}."
    )


def _call(identity: str) -> str:
    """Return the right call for a task, as a student writes it."""
    return f'check("{identity}", {identity.partition("/")[2]})'


def _in_notebook() -> bool:
    """Return whether results are displayed in a notebook, not in a terminal."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    return hasattr(shell, "kernel")


def _forbidden_module(function: Any) -> str | None:
    """Return the forbidden module that an answer uses, if any; the sandbox enforces the rule."""
    home = str(getattr(function, "__module__", None) or type(function).__module__)
    if home.partition(".")[0] in FORBIDDEN:
        return home
    code = getattr(function, "__code__", None)
    instructions = list(_instructions(code)) if isinstance(code, CodeType) else []
    imported = [
        str(instruction.argval)
        for instruction in instructions
        if instruction.opname == "IMPORT_NAME"
    ]
    mentioned = {
        instruction.argval for instruction in instructions if instruction.opname == "LOAD_GLOBAL"
    }
    used = [v for k, v in getattr(function, "__globals__", {}).items() if k in mentioned]
    homes = [*map(_module_of, used), *imported]
    return next((home for home in homes if home.partition(".")[0] in FORBIDDEN), None)


def _instructions(code: CodeType) -> Iterator[dis.Instruction]:
    """Yield the instructions of a function's code, including those of its inner functions."""
    yield from dis.get_instructions(code)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _instructions(constant)


def _module_of(value: object) -> str:
    """Return the name of the module that a value is or is defined in."""
    if type_name(value) == "module":
        return str(getattr(value, "__name__", ""))
    return str(getattr(value, "__module__", None) or type(value).__module__)
