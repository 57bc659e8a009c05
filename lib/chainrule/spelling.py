"""Old code and old slides spell some arguments otherwise; the error names today's spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["refuse"]

_TODAY: Final = {
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


def refuse(who: str, unknown: Iterable[str]) -> None:
    """Say that `who` has no such arguments, and what they are called today.

    Raises:
        TypeError: if there is any unknown argument.

    >>> refuse("Dropout", ["p"])
    Traceback (most recent call last):
    TypeError: Dropout has no argument 'p'; today it is called rate
    """
    for argument in unknown:
        today = _TODAY.get(argument)
        hint = f"; today it is called {today}" if today else ""
        raise TypeError(f"{who} has no argument {argument!r}{hint}")
