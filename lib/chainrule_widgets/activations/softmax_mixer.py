"""Show how softmax turns scores into probabilities."""

from collections.abc import Sequence
from typing import Any, final

import numpy as np
import traitlets
from chainrule.activations import softmax
from numpy.typing import NDArray

from chainrule_widgets.explorable import Explorable, script


@final
class SoftmaxMixer(Explorable):
    """Bars of scores on the left, and of softmax((z + shift) / temperature) on the right."""

    _esm = script(__file__)

    scores = traitlets.List(traitlets.Float(min=-5.0, max=5.0), minlen=2, maxlen=6).tag(sync=True)
    labels = traitlets.List(traitlets.Unicode()).tag(sync=True)
    shift = traitlets.Float(0.0, min=-1000.0, max=1000.0).tag(sync=True)
    temperature = traitlets.Float(1.0, min=0.1, max=10.0).tag(sync=True)

    def __init__(
        self,
        scores: Sequence[float] = (1.0, 2.0, 3.0),
        labels: Sequence[str] = (),
        *,
        shift: float = 0.0,
        temperature: float = 1.0,
    ) -> None:
        names = list(labels) or [f"class {number}" for number in range(len(scores))]
        if len(names) != len(scores):
            raise ValueError(
                f"got {len(scores)} scores and {len(names)} labels; needs equally many"
            )
        numbers = [float(score) for score in scores]
        super().__init__(scores=numbers, labels=names, shift=shift, temperature=temperature)

    @property
    def probabilities(self) -> NDArray[Any]:
        """The probabilities softmax((z + shift) / temperature)."""
        return softmax((np.array(self.scores) + self.shift) / self.temperature)

    def describe(self) -> str:
        percentages = ", ".join(
            f"{label} {probability:.1%}"
            for label, probability in zip(self.labels, self.probabilities, strict=True)
        )
        scores = ", ".join(f"{score:g}" for score in self.scores)
        return f"softmax of the scores {scores}: {percentages}"
