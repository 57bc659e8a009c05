"""Step through the mini-batch algorithm line by line, with ten examples and one weight."""

from typing import Any, Final, final

import traitlets

from chainrule_widgets.batches.trace import COUNT, LINES, Moment, X, Y, trace
from chainrule_widgets.explorable import StateExplorable, script

_STATE: Final = ("batch_size", "learning_rate", "seed", "divide_by")
_DIVIDE: Final = ("the batch's own size", "batch_size, always")


@final
class Algorithm(StateExplorable):
    """The lines on one side; on the other the deck of examples, their slopes, and the weight."""

    _esm = script(__file__)
    depends_on = _STATE

    batch_size = traitlets.Int(4, min=1, max=COUNT).tag(sync=True)
    learning_rate = traitlets.Float(0.1, min=0.01, max=1.0).tag(sync=True)
    seed = traitlets.Int(0, min=0).tag(sync=True)
    divide_by = traitlets.Enum(_DIVIDE, _DIVIDE[0]).tag(sync=True)
    step = traitlets.Int(0, min=0).tag(sync=True)
    lines = traitlets.List(list(LINES)).tag(sync=True)
    x = traitlets.List(X.tolist()).tag(sync=True)
    y = traitlets.List(Y.tolist()).tag(sync=True)

    @property
    def moments(self) -> list[Moment]:
        """Every moment of the two epochs."""
        return _moments({name: getattr(self, name) for name in _STATE})

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        return {**asked, "moments": [vars(moment) for moment in _moments(asked)]}, []

    def describe(self) -> str:
        moments = self.moments
        moment = moments[min(self.step, len(moments) - 1)]
        return (
            f"Batches of {self.batch_size} of {COUNT} examples, line {moment.line + 1}: "
            f"{LINES[moment.line].strip()}. {moment.sentence} Loss of all examples: "
            f"{moment.loss:.4g}"
        )


def _moments(asked: dict[str, Any]) -> list[Moment]:
    size = min(max(int(asked["batch_size"]), 1), COUNT)
    own = asked["divide_by"] == _DIVIDE[0]
    return list(trace(size, float(asked["learning_rate"]), int(asked["seed"]), own_size=own))
