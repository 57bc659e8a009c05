"""Compare a nerve cell with an artificial neuron."""

from collections.abc import Sequence
from typing import Final, final

import numpy as np
import traitlets
from chainrule.activations import sigmoid

from chainrule_widgets.explorable import Explorable, script
from chainrule_widgets.perceptron.sigmoid_table import table

PARTS: Final = ("dendrites", "synapses", "cell body", "axon", "many cells")


@final
class Neuron(Explorable):
    """A neuron with three inputs: ŷ = σ(z), where z is the weighted sum plus the bias."""

    _esm = script(__file__)

    part = traitlets.Enum(PARTS, "dendrites").tag(sync=True)
    signals = traitlets.List(traitlets.Float(min=0.0, max=1.0), minlen=3, maxlen=3).tag(sync=True)
    weights = traitlets.List(traitlets.Float(min=-4.0, max=4.0), minlen=3, maxlen=3).tag(sync=True)
    bias = traitlets.Float(-1.0, min=-4.0, max=4.0).tag(sync=True)
    table = traitlets.Bytes().tag(sync=True)

    def __init__(
        self,
        signals: Sequence[float] = (1.0, 0.5, 0.0),
        weights: Sequence[float] = (2.0, -1.0, 3.0),
        *,
        bias: float = -1.0,
        part: str = "dendrites",
    ) -> None:
        super().__init__(
            signals=[float(x) for x in signals],
            weights=[float(w) for w in weights],
            bias=float(bias),
            part=part,
            table=table(),
        )

    @property
    def z(self) -> float:
        """The weighted sum plus the bias."""
        return float(np.dot(self.signals, self.weights) + self.bias)

    def describe(self) -> str:
        terms = " + ".join(
            f"({x:g})·({w:g})" for x, w in zip(self.signals, self.weights, strict=True)
        )
        return (
            f"z = {terms} + ({self.bias:g}) = {self.z:g}, and σ(z) = {float(sigmoid(self.z)):.3f}"
        )
