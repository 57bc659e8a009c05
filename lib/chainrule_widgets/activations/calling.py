"""What a student's function does, be it print, warn or fail, becomes heights or a sentence."""

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chainrule_widgets.quiet import UnusableError, first_line, quiet

Function: TypeAlias = Callable[[NDArray[Any]], Any]


def heights(f: Function, z: NDArray[Any], *, scores: bool = False) -> NDArray[Any]:
    """Return f at each place; a function of scores gets the row (z, 0), and its first is drawn."""
    if scores:
        rows = np.stack([z, np.zeros_like(z)], axis=-1)
        return _shaped(_called(f, rows), rows.shape)[:, 0]
    return _shaped(_called(f, z), z.shape)


def _called(f: Function, z: NDArray[Any]) -> Any:
    """Call f on a copy, and keep its printing and its warnings out of the lecture."""
    given, name = z.copy(), getattr(f, "__name__", "your function")
    with quiet():
        try:
            result = f(given)
        except (Exception, SystemExit) as error:  # noqa: BLE001  # all is shown
            said = first_line(error)
            raise UnusableError(
                f"{name} raised {type(error).__name__}: {said}. "
                f"It was called with an array of shape {z.shape}."
            ) from None
    if not np.array_equal(given, z):
        raise UnusableError(
            f"{name} changed the array z that it was given. Make a new array instead."
        )
    return result


def _shaped(result: Any, shape: tuple[int, ...]) -> NDArray[Any]:
    """Give the result as an array of floats, or say what it was."""
    if result is None:
        raise UnusableError("Your function returned None. Is there a return at its end?")
    try:
        array = np.asarray(result, dtype=float)
    except (TypeError, ValueError):
        kind = type(result).__name__
        raise UnusableError(f"Your function returned {kind}, and an array was needed.") from None
    if array.shape != shape:
        raise UnusableError(
            f"For z of shape {shape} your function returned an array of shape {array.shape}; "
            "the shape of z was needed."
        )
    return array
