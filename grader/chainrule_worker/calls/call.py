"""A call of a student's function always returns an `Outcome`, whatever the function does.

The function gets copies of the arguments. Its output is discarded, its warnings are recorded, its
time is limited, every exception is described, and arguments changed in place are detected.
"""

from __future__ import annotations

import copy
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from chainrule_worker.calls.argument_changes import changed_arguments
from chainrule_worker.calls.discarded_output import discard_output
from chainrule_worker.calls.failure import Failure, describe_error
from chainrule_worker.calls.no_input import no_input
from chainrule_worker.calls.time_limit import time_limit
from chainrule_worker.handles import ObjectHandle, Store
from chainrule_worker.values import to_plain, to_text, type_name


@dataclass(frozen=True)
class Outcome:
    """The outcome of a call: a plain value or a failure, and what was observed during the call."""

    value: Any = None
    failure: Failure | None = None
    warnings: tuple[str, ...] = ()
    changed: tuple[int, ...] = ()
    """The positions of the arguments that were changed in place."""
    before: tuple[Any, ...] = ()
    """The values of the changed arguments before the call."""
    after: tuple[Any, ...] = ()
    """Their values after the call, as plain values."""


def call(
    function: Callable[..., Any],
    args: tuple[Any, ...],
    seconds: float,
    store: Store,
    resolve: Callable[[Any], Any] = lambda value: value,
) -> Outcome:
    """Call a function with copies of plain arguments and return the outcome.

    Args:
        function: The function.
        args: Plain values, which may contain handles.
        seconds: The time limit.
        store: Stores an object of the result that is not plain, and returns its handle.
        resolve: Replaces the handles in an argument by their objects, after the copy.
    """
    # Copying the tuple as a whole preserves that two arguments are the same object.
    passed = copy.deepcopy(args)
    value, failure = None, None
    with warnings.catch_warnings(record=True) as caught, discard_output(), no_input():
        warnings.simplefilter("always")
        try:
            with time_limit(seconds):
                value = to_plain(function(*map(resolve, passed)), store)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001  SystemExit and TimeLimitError are included
            failure = describe_error(error)
    distinct = tuple(dict.fromkeys(map(_format_warning, caught)))
    changed = changed_arguments(args, passed)
    before, after = (tuple(values[i] for i in changed) for values in (args, passed))
    return Outcome(value, failure, distinct[:5], changed, before, _plain(after))


def _plain(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Copy the arguments that a function changed; one that is not plain any more becomes None."""
    copies = []
    for value in values:
        try:
            copies.append(to_plain(value, lambda _object: ObjectHandle(0, "object")))
        except BaseException:  # noqa: BLE001  the student may have put anything in
            copies.append(None)
    return tuple(copies)


def _format_warning(warning: warnings.WarningMessage) -> str:
    """Write a warning on one line."""
    return f"{type_name(warning.message)}: {to_text(warning.message, 200)}"[:200]
