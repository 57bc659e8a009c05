"""Show the state of an optimizer, and the lengths of its steps."""

from typing import Any, Final, final

import numpy as np
import traitlets

from chainrule_widgets.explorable import StateExplorable, script
from chainrule_widgets.optimizers.rules import Array
from chainrule_widgets.optimizers.tracing import RATE, SCOPES, SIGNALS, traced

_STATE: Final = ("rule", "signal", "decay", "corrected")


@final
class StateScope(StateExplorable):
    """Plot the gradients of two weights, the state of an optimizer, and its steps."""

    _esm = script(__file__)
    depends_on = _STATE

    rule = traitlets.Enum(SCOPES, "adagrad").tag(sync=True)
    signal = traitlets.Enum(tuple(SIGNALS), next(iter(SIGNALS))).tag(sync=True)
    decay = traitlets.Float(0.9, min=0.5, max=0.999).tag(sync=True)
    corrected = traitlets.Bool(True).tag(sync=True)

    def __init__(
        self,
        rule: str = "adagrad",
        signal: str = "constant: 1 and 0.1",
        *,
        decay: float = 0.9,
        corrected: bool = True,
    ) -> None:
        if rule not in SCOPES:
            raise ValueError(f"rule={rule!r}: StateScope shows {', '.join(SCOPES)}")
        if signal not in SIGNALS:
            raise ValueError(f"there is no signal {signal!r}; the signals are {'; '.join(SIGNALS)}")
        super().__init__(rule=rule, signal=signal, decay=decay, corrected=corrected)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        g, decay = SIGNALS[asked["signal"]], min(max(float(asked["decay"]), 0.5), 0.999)
        seen = traced(asked["rule"], g, decay, corrected=bool(asked["corrected"]))
        rows = np.concatenate([g, seen["root"], seen["mean"], seen["step"]], axis=1)
        first, last = np.abs(seen["step"][[0, -1]])
        answer = {**asked, "first": first.tolist(), "last": last.tolist()}
        answer["says"] = _SENTENCES[asked["rule"]](first, last, decay, bool(asked["corrected"]))
        return answer, [rows.astype("<f8").tobytes()]

    def describe(self) -> str:
        return f"{self.rule} with the gradients '{self.signal}'. {self.seen['says']}"


def _adagrad(first: Array, last: Array, _decay: float, _corrected: bool) -> str:
    return f"The sum of squares never becomes smaller. {_lengths(first, last)}"


def _rmsprop(first: Array, last: Array, decay: float, _corrected: bool) -> str:
    return f"The average covers about {1 / (1 - decay):.3g} steps. {_lengths(first, last)}"


def _adadelta(first: Array, last: Array, _decay: float, _corrected: bool) -> str:
    return (
        "Each step depends on the size of earlier steps, and the first step has none. "
        f"{_lengths(first, last)}"
    )


def _adam(first: Array, last: Array, _decay: float, corrected: bool) -> str:
    how = (
        "Both averages are divided by 1 − βᵗ"
        if corrected
        else "Without the bias correction, both averages are too small in the first steps"
    )
    return f"{how}. The learning rate is {RATE:g}. {_lengths(first, last)}"


def _lengths(first: Array, last: Array) -> str:
    return f"The first weight: step 1 has the length {first[0]:.3g}, step 60 {last[0]:.3g}."


_SENTENCES: Final = {
    "adagrad": _adagrad,
    "rmsprop": _rmsprop,
    "adadelta": _adadelta,
    "adam": _adam,
}
