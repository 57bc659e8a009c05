"""Call a student's clipping function on one gradient, and describe its errors in sentences."""

from typing import Any, Final

import numpy as np

from chainrule_widgets.user_function import Array, Function, UnusableError, call, name_of

RULES: Final = ("norm", "value")


def tried(function: Function, rule: str, gradient: Array, limit: float) -> Array:
    """Call the function with ([g], limit) for the rule "norm", with (g, limit) for "value".

    Raises:
        UnusableError: if it does not return two finite numbers; the message says what it returned.
    """

    def clipped(given: Array) -> Any:
        return function([given], limit) if rule == "norm" else function(given, limit)

    result = call(clipped, {"the gradient": gradient}, name=name_of(function))
    return _arrow(result, rule, name_of(function))


def _arrow(result: Any, rule: str, name: str) -> Array:
    if rule == "norm":
        if not isinstance(result, list | tuple) or len(result) != 1:
            raise UnusableError(
                f"{name} returned {type(result).__name__}; return a list of one array, because its "
                "argument is a list of one array."
            )
        (result,) = result
    try:
        array = np.asarray(result, float)
    except (TypeError, ValueError):
        raise UnusableError(f"{name} returned {result!r}; return an array.") from None
    if array.shape != (2,) or not np.isfinite(array).all():
        raise UnusableError(f"{name} returned {array.tolist()}; return two finite numbers.")
    return array
