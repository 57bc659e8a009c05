"""The smallest failing case: a call, what is expected of it, and what it gives."""

from __future__ import annotations

import inspect
from typing import Any, Final

import numpy as np
from chainrule_worker.calls.failure import Failure

from chainrule_grader.judging.comparison import Comparison, as_array, close
from chainrule_grader.judging.diagnosis.failures import format_failure
from chainrule_grader.judging.formatting import (
    SHOWN,
    asked,
    format_difference,
    format_value,
)
from chainrule_grader.judging.task import Task
from chainrule_grader.judging.verdict import Case

NAMED: Final = {
    inspect.Parameter.POSITIONAL_ONLY,
    inspect.Parameter.POSITIONAL_OR_KEYWORD,
}


def smallest_case(task: Task, name: str, one: Comparison) -> Case | None:
    """Return the case that shows a difference; the sentence of a property needs none."""
    if isinstance(one.reference.outcome.value, bool) or one.reference.outcome.failure:
        return None
    if one.aspect == "missing":
        return None
    if isinstance(one.actual, Failure):
        needed, _ = asked(one.expected)
        return Case(one.seen.what, format_value(needed), format_failure(one.actual))
    if one.aspect == "changed":
        return _changed_case(task, one)
    at = _first_difference(one, task.tolerance)
    if at is None:
        return _case(one.what, one.expected, one.actual)
    expected, actual = (float(value[at]) for value in (one.expected, one.actual))
    if one.z is not None:
        return _case(f"{name}(z) at z = {format_value(float(one.z[at]))}", expected, actual)
    return _case(f"{one.what}[{', '.join(map(str, at))}]", expected, actual)


def _first_difference(one: Comparison, tolerance: float) -> tuple[int, ...] | None:
    """Return the position of the first entry that differs, if this entry is to be shown alone.

    An entry of an elementwise function can be understood alone. A large array is not shown.
    """
    if one.aspect not in {"value", "finiteness"}:
        return None
    expected, actual = as_array(one.expected), as_array(one.actual)
    assert expected is not None
    assert actual is not None
    alone = one.z is not None or expected.size > SHOWN
    if expected.size < 2 or not alone:
        return None
    return tuple(int(i) for i in np.argwhere(~close(expected, actual, tolerance))[0])


def _changed_case(task: Task, one: Comparison) -> Case:
    """Show the first changed argument before the call and after it."""
    outcome = one.seen.outcome
    argument = argument_name(task, outcome.changed[0])
    if not outcome.before or not outcome.after or outcome.after[0] is None:
        return Case(one.seen.what, f"{argument} stays as it is", f"{argument} is changed")
    case = _case(one.seen.what, outcome.before[0], outcome.after[0])
    return Case(case.call, f"{argument} stays {case.needed}", f"{argument} becomes {case.got}")


def argument_name(task: Task, position: int) -> str:
    """Return the name of a parameter, as in the task's statement."""
    parameters = [*inspect.signature(task.reference).parameters.values()]
    known = position < len(parameters) and parameters[position].kind in NAMED
    return parameters[position].name if known else f"argument {position + 1}"


def _case(call: str, expected: Any, actual: Any) -> Case:
    """Format both results so that the difference is visible."""
    return Case(call, *format_difference(expected, actual))
