"""What an optimizer remembers decides how far it goes: look into its state, step by step."""

from typing import Any, Final, final

import numpy as np
import traitlets

from chainrule_widgets.explorable import StateExplorable, script
from chainrule_widgets.optimizers.rules import Array
from chainrule_widgets.optimizers.tracing import RATE, SCOPES, SIGNALS, traced

_STATE: Final = ("rule", "signal", "decay", "corrected")


@final
class StateScope(StateExplorable):
    """Two weights meet given gradients; what the rule remembers of them, and its steps, by step."""

    _esm = script(__file__)
    depends_on = _STATE

    rule = traitlets.Enum(SCOPES, "adagrad").tag(sync=True)
    signal = traitlets.Enum(tuple(SIGNALS), next(iter(SIGNALS))).tag(sync=True)
    decay = traitlets.Float(0.9, min=0.5, max=0.999).tag(sync=True)
    corrected = traitlets.Bool(True).tag(sync=True)

    def __init__(
        self,
        rule: str = "adagrad",
        signal: str = "steady, one ten times the other",
        *,
        decay: float = 0.9,
        corrected: bool = True,
    ) -> None:
        if rule not in SCOPES:
            raise ValueError(f"StateScope looks into {', '.join(SCOPES)}, and not into {rule!r}")
        if signal not in SIGNALS:
            raise ValueError(f"there is no signal {signal!r}; there are {'; '.join(SIGNALS)}")
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
        return f"{self.rule} meets gradients '{self.signal}'. {self.seen['says']}"


def _adagrad(first: Array, last: Array, _decay: float, _corrected: bool) -> str:
    return (
        f"The sum of squares never shrinks. The first weight's first step was {first[0]:.3g} long, "
        f"its 60th is {last[0]:.3g}."
    )


def _rmsprop(first: Array, last: Array, decay: float, _corrected: bool) -> str:
    return (
        f"The average looks back about {1 / (1 - decay):.3g} steps, and forgets the rest. First "
        f"step {first[0]:.3g}, 60th {last[0]:.3g}: it need not fade."
    )


def _adadelta(first: Array, last: Array, _decay: float, _corrected: bool) -> str:
    return (
        f"The steps are measured by earlier steps, and at first there were none: the first is "
        f"only {first[0]:.2g} long. The 60th is {last[0]:.2g}."
    )


def _adam(first: Array, last: Array, _decay: float, corrected: bool) -> str:
    how = "corrected for having begun at 0" if corrected else "not corrected: both begin near 0"
    return (
        f"Both averages are {how}. First step {first[0]:.3g}, 60th {last[0]:.3g}; "
        f"the learning rate is {RATE:g}."
    )


_SENTENCES: Final = {
    "adagrad": _adagrad,
    "rmsprop": _rmsprop,
    "adadelta": _adadelta,
    "adam": _adam,
}
