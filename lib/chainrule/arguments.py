"""Check the arguments of public functions, and name what is needed."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["check_integer", "reject_unknown"]

_NEW_NAMES: Final = {
    "b_regularizer": "bias_regularizer",
    "decay": "a schedule as learning_rate",
    "init": "kernel_initializer",
    "input": "inputs",
    "keep_prob": "rate, which is 1 − keep_prob",
    "lr": "learning_rate",
    "nb_epoch": "epochs",
    "output": "outputs",
    "output_dim": "units",
    "p": "rate",
    "W_regularizer": "kernel_regularizer",
}


def check_integer(owner: str, name: str, value: Any, minimum: int) -> int:
    """Return `value` as an int, if it is an integer ≥ `minimum`.

    Raises:
        ValueError: for any other value, also for a bool and for a float such as 2.0.

    >>> check_integer("fit", "batch_size", 32, 1)
    32
    >>> check_integer("fit", "batch_size", -1, 1)
    Traceback (most recent call last):
    ValueError: fit(batch_size=-1): batch_size must be an integer ≥ 1
    """
    try:
        number = None if isinstance(value, bool) else operator.index(value)
    except TypeError:
        number = None
    if number is None or number < minimum:
        raise ValueError(f"{owner}({name}={value!r}): {name} must be an integer ≥ {minimum}")
    return number


def reject_unknown(owner: str, unknown: Iterable[str]) -> None:
    """Raise an error for arguments that `owner` does not have, with their present names.

    Raises:
        TypeError: if there is any unknown argument.

    >>> reject_unknown("Dropout", ["p"])
    Traceback (most recent call last):
    TypeError: Dropout has no argument 'p'; today it is called rate
    """
    for argument in unknown:
        new_name = _NEW_NAMES.get(argument)
        hint = f"; today it is called {new_name}" if new_name else ""
        raise TypeError(f"{owner} has no argument {argument!r}{hint}")
