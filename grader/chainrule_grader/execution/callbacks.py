"""A student's function may call functions of the judge, which are passed to it as handles.

Such a function runs here with a student's arguments. Therefore their size, the time and the memory
are limited.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np
from chainrule_worker.calls.time_limit import TimeLimitError, time_limit
from chainrule_worker.encoding import WireError
from chainrule_worker.handles import ObjectHandle, Seed, resolve_handles
from chainrule_worker.values import to_plain

from chainrule_grader.execution.memory_limit import memory_limit
from chainrule_grader.execution.result_limits import size_of

MAX_NUMBERS: Final = 200_000
"""The most numbers of the arguments of one call; a batch of the course's digits has 92,000."""
SECONDS: Final = 3.0
"""Seconds of work in one call."""
MEMORY: Final = 2**28
"""The most bytes that one call may use."""


def answer_callback(message: dict[str, Any], functions: list[Callable[..., Any]]) -> dict[str, Any]:
    """Call the function that a worker asks for, with arguments that may be anything.

    Raises:
        WireError: if the message asks for no function of ours.
    """
    match message:
        case {"function": int(number), "args": tuple(args), "options": dict(options)} if (
            0 <= number < len(functions)
        ):
            size = size_of((args, options))
            if not size.is_allowed or size.numbers > MAX_NUMBERS:
                return {"error": "the arguments are larger than this function ever needs"}
            try:
                with memory_limit(MEMORY), time_limit(SECONDS):
                    return _call(functions[number], args, options)
            except TimeLimitError:
                return {"error": f"with these arguments it does not finish in {SECONDS:g} seconds"}
            except Exception as error:  # noqa: BLE001  the arguments are the student's
                return {"error": f"{type(error).__name__}: {error}"[:200]}
    raise WireError("a call of no function")


def _call(
    function: Callable[..., Any], args: tuple[Any, ...], options: dict[str, Any]
) -> dict[str, Any]:
    args = resolve_handles(args, _resolve_seed)
    options = resolve_handles(options, _resolve_seed)
    return {"value": to_plain(function(*args, **options), reject_object)}


def reject_object(value: object) -> ObjectHandle:
    """Refuse to store an object of ours; the worker gets plain values and functions only.

    Raises:
        TypeError: always.
    """
    raise TypeError(f"a task passes a {type(value).__name__}, which cannot cross to the worker")


def _resolve_seed(handle: Any) -> Any:
    """Return the generator of a seed; other handles stand for the student's own objects."""
    return np.random.default_rng(handle.seed) if isinstance(handle, Seed) else handle
