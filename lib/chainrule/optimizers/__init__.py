"""How weights move: every rule that the slides name, with one interface."""

from __future__ import annotations

from typing import Final, TypeAlias

from chainrule.optimizers import schedules
from chainrule.optimizers.adadelta import Adadelta
from chainrule.optimizers.adagrad import Adagrad
from chainrule.optimizers.adam import Adam
from chainrule.optimizers.optimizer import Optimizer
from chainrule.optimizers.rmsprop import RMSprop
from chainrule.optimizers.sgd import SGD

__all__ = ["SGD", "Adadelta", "Adagrad", "Adam", "Optimizer", "RMSprop", "get", "schedules"]

_BY_NAME: Final[dict[str, type[Optimizer]]] = {
    "sgd": SGD,
    "adagrad": Adagrad,
    "adadelta": Adadelta,
    "rmsprop": RMSprop,
    "adam": Adam,
}

Spelling: TypeAlias = str | Optimizer
"""An optimizer, or its name."""


def get(name: Spelling) -> Optimizer:
    """Return a new optimizer of that name, with its defaults; an optimizer is given back as it is.

    Raises:
        ValueError: for a name that no optimizer has.

    >>> get("adam")
    <optimizer adam, learning_rate=0.001>
    """
    if isinstance(name, Optimizer):
        return name
    if kind := _BY_NAME.get(name.lower()):
        # Every rule has a default for each argument, which the abstract class does not promise.
        return kind()  # type: ignore[call-arg]
    raise ValueError(f"there is no optimizer {name!r}; they are {', '.join(_BY_NAME)}")
