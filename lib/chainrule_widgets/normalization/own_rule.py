"""A student's own clipping is tried on one arrow, and whatever goes wrong becomes a sentence."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chainrule_widgets.quiet import UnusableError, quiet

Array: TypeAlias = NDArray[Any]
Rule: TypeAlias = Callable[..., Any]
RULES: Final = ("norm", "value")


def tried(mine: Rule, rule: str, gradient: Array, limit: float) -> Array:
    """Call `mine([g], limit)` for the rule "norm", or `mine(g, limit)` for "value"; return g.

    Raises:
        UnusableError: with a sentence, where no arrow of two numbers came back.
    """
    given, name = gradient.copy(), named(mine)
    try:
        with quiet():
            result = mine([given], limit) if rule == "norm" else mine(given, limit)
    except (Exception, SystemExit) as error:  # noqa: BLE001  # all is shown
        raise UnusableError(f"{name} raised {type(error).__name__}: {error}.") from None
    if not np.array_equal(given, gradient):
        raise UnusableError(f"{name} changed the gradient it was given. Make a new array instead.")
    return _arrow(result, rule, name)


def named(mine: Rule) -> str:
    """Return what to call the function."""
    return str(getattr(mine, "__name__", "your function"))


def _arrow(result: Any, rule: str, name: str) -> Array:
    if result is None:
        raise UnusableError(f"{name} returned None. Is there a return at its end?")
    if rule == "norm":
        if not isinstance(result, list | tuple) or len(result) != 1:
            raise UnusableError(
                f"{name} was given a list of one array, and a list of one array was needed back; "
                f"it returned {type(result).__name__}."
            )
        (result,) = result
    try:
        array = np.asarray(result, float)
    except (TypeError, ValueError):
        raise UnusableError(f"{name} returned {result!r}, and no array.") from None
    if array.shape != (2,) or not np.isfinite(array).all():
        raise UnusableError(f"{name} made {array.tolist()} of the arrow, which cannot be drawn.")
    return array
