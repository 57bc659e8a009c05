"""Your own generator deals out two epochs of batches, and each fault in them is marked."""

from typing import Any, Final, final

import traitlets

from chainrule_widgets.batches.deck import epochs, verdict
from chainrule_widgets.explorable import StateExplorable, script
from chainrule_widgets.user_function import Function, UnusableError

_MOST: Final = 40


@final
class Dealing(StateExplorable):
    """Two epochs of a student's batches: a row a batch, a card an example."""

    _esm = script(__file__)
    depends_on = ("count", "batch_size", "seed")

    name = traitlets.Unicode().tag(sync=True)
    count = traitlets.Int(10, min=1, max=_MOST).tag(sync=True)
    batch_size = traitlets.Int(4, min=1, max=_MOST).tag(sync=True)
    seed = traitlets.Int(0, min=0).tag(sync=True)

    def __init__(self, function: Function, *, count: int = 10, batch_size: int = 4) -> None:
        self.function = function
        name = getattr(function, "__name__", type(function).__name__)
        super().__init__(name=name, count=count, batch_size=batch_size)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        count, size = (min(max(int(asked[n]), 1), _MOST) for n in ("count", "batch_size"))
        answer = {**asked, "count": count, "batch_size": size, "epochs": [], "right": False}
        try:
            dealt = epochs(self.function, count, size, int(asked["seed"]))
        except UnusableError as fault:
            return {**answer, "says": str(fault)}, []
        right, sentence = verdict(dealt, count, size)
        return {**answer, "epochs": dealt, "right": right, "says": sentence}, []

    def describe(self) -> str:
        return (
            f"{self.name} divides {self.count} examples into batches of {self.batch_size}: "
            f"{self.seen['says']}"
        )


def deal(function: Function, *, count: int = 10, batch_size: int = 4) -> Dealing:
    """Let your own generator deal: `deal(minibatches)`.

    Args:
        function: your function (X, y, batch_size, rng) that yields pairs (X_b, y_b).
        count: how many examples there are, up to 40.
        batch_size: how many a batch should have.

    Raises:
        TypeError: when `function` cannot be called.
    """
    if not callable(function):
        raise TypeError(
            f"deal needs your function, and was given {type(function).__name__}; "
            "write its name without brackets, as in deal(minibatches)"
        )
    return Dealing(function, count=count, batch_size=batch_size)
