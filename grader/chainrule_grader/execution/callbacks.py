"""A student's function may call functions of the judge, which are passed to it as handles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from chainrule_worker.encoding import WireError
from chainrule_worker.handles import ObjectHandle, Seed, resolve_handles
from chainrule_worker.values import to_plain


def answer_callback(message: dict[str, Any], functions: list[Callable[..., Any]]) -> dict[str, Any]:
    """Call the function that a worker asks for, with arguments that may be anything.

    Raises:
        WireError: if the message asks for no function of ours.
    """
    match message:
        case {"function": int(number), "args": tuple(args), "options": dict(options)} if (
            0 <= number < len(functions)
        ):
            try:
                args = resolve_handles(args, _resolve_seed)
                options = resolve_handles(options, _resolve_seed)
                return {"value": to_plain(functions[number](*args, **options), reject_object)}
            except Exception as error:
                return {"error": f"{type(error).__name__}: {error}"[:200]}
    raise WireError("a call of no function")


def reject_object(value: object) -> ObjectHandle:
    """Refuse to store an object of ours; the worker gets plain values and functions only.

    Raises:
        TypeError: always.
    """
    raise TypeError(f"a task passes a {type(value).__name__}, which cannot cross to the worker")


def _resolve_seed(handle: Any) -> Any:
    """Return the generator of a seed; other handles stand for the student's own objects."""
    return np.random.default_rng(handle.seed) if isinstance(handle, Seed) else handle
