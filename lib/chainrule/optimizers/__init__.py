"""Optimizers: the rules by which weights are updated from gradients."""

from __future__ import annotations

from typing import Final, TypeAlias

from chainrule.optimizers import schedules
from chainrule.optimizers.adadelta import Adadelta
from chainrule.optimizers.adagrad import Adagrad
from chainrule.optimizers.adam import Adam
from chainrule.optimizers.optimizer import Optimizer
from chainrule.optimizers.rmsprop import RMSprop
from chainrule.optimizers.sgd import SGD

__all__ = [
    "SGD",
    "Adadelta",
    "Adagrad",
    "Adam",
    "Optimizer",
    "OptimizerLike",
    "RMSprop",
    "get",
    "schedules",
]

_BY_NAME: Final[dict[str, type[Optimizer]]] = {
    "sgd": SGD,
    "adagrad": Adagrad,
    "adadelta": Adadelta,
    "rmsprop": RMSprop,
    "adam": Adam,
}

OptimizerLike: TypeAlias = str | Optimizer
"""An optimizer, or its name."""


def get(name: OptimizerLike) -> Optimizer:
    """Return a new optimizer of that name, with its defaults; an optimizer is returned as it is.

    Raises:
        ValueError: if no optimizer has that name.

    >>> get("adam")
    <optimizer adam, learning_rate=0.001>
    """
    if isinstance(name, Optimizer):
        return name
    if cls := _BY_NAME.get(name.lower()):
        # Every optimizer has defaults for all arguments; the abstract class does not promise that.
        return cls()  # type: ignore[call-arg]
    raise ValueError(f"there is no optimizer {name!r}; the optimizers are {', '.join(_BY_NAME)}")
