"""Softmax and cross-entropy together: the slope at each score is what was said minus what is so."""

from collections.abc import Sequence
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import losses
from chainrule.activations import softmax

from chainrule_widgets.explorable import StateExplorable, script

_STATE: Final = ("scores", "target", "label_smoothing")
_REACH: Final = 6.0


@final
class ScoreGradient(StateExplorable):
    """Scores, their softmax beside the target, and the gradient of the cross-entropy."""

    _esm = script(__file__)
    depends_on = _STATE

    scores = traitlets.List(traitlets.Float(min=-_REACH, max=_REACH), minlen=2, maxlen=5).tag(
        sync=True
    )
    labels = traitlets.List(traitlets.Unicode()).tag(sync=True)
    target = traitlets.Int(0, min=0).tag(sync=True)
    label_smoothing = traitlets.Float(0.0, min=0.0, max=0.5).tag(sync=True)
    learning_rate = traitlets.Float(1.0, min=0.1, max=5.0).tag(sync=True)

    def __init__(
        self,
        scores: Sequence[float] = (1.0, 2.0, 0.0),
        labels: Sequence[str] = (),
        *,
        target: int = 0,
        label_smoothing: float = 0.0,
        learning_rate: float = 1.0,
    ) -> None:
        names = list(labels) or [f"class {number}" for number in range(len(scores))]
        if len(names) != len(scores):
            raise ValueError(f"{len(scores)} scores need as many labels, not {len(names)}")
        if not 0 <= target < len(scores):
            raise ValueError(f"the classes are 0 … {len(scores) - 1}, and the target was {target}")
        super().__init__(
            scores=[float(score) for score in scores],
            labels=names,
            target=target,
            label_smoothing=label_smoothing,
            learning_rate=learning_rate,
        )

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        z, smoothing = np.array([asked["scores"]], dtype=float), float(asked["label_smoothing"])
        y = np.eye(z.shape[1])[[asked["target"]]]
        cce = losses.CategoricalCrossentropy(from_logits=True, label_smoothing=smoothing)
        answer = {
            "probabilities": softmax(z)[0].tolist(),
            "wanted": (y * (1 - smoothing) + smoothing / z.shape[1])[0].tolist(),
            "loss": float(cce(y, z)),
            "gradient": cce.gradient(y, z)[0].tolist(),
        }
        return {**asked, **answer}, []

    def describe(self) -> str:
        gradients = ", ".join(
            f"{label} {slope:+.3f}"
            for label, slope in zip(self.labels, self.seen["gradient"], strict=True)
        )
        return (
            f"The target is {self.labels[self.target]}: cross-entropy {self.seen['loss']:.4g}; "
            f"gradient of the scores: {gradients}"
        )
