"""A student's own clipping is tried on one arrow, and whatever goes wrong becomes a sentence."""

from typing import Any, Final

import numpy as np

from chainrule_widgets.user_function import Array, Function, UnusableError, call, name_of

RULES: Final = ("norm", "value")


def tried(function: Function, rule: str, gradient: Array, limit: float) -> Array:
    """Call the function with ([g], limit) for the rule "norm", with (g, limit) for "value".

    Raises:
        UnusableError: with a sentence, where no arrow of two numbers came back.
    """

    def clipped(given: Array) -> Any:
        return function([given], limit) if rule == "norm" else function(given, limit)

    result = call(clipped, {"the gradient": gradient}, name=name_of(function))
    return _arrow(result, rule, name_of(function))


def _arrow(result: Any, rule: str, name: str) -> Array:
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
