"""Show how a threshold turns probabilities into decisions, with two kinds of errors."""

from functools import cache
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import datasets, layers, models, optimizers
from numpy.typing import NDArray

from chainrule_widgets.explorable import Explorable, script

Array = NDArray[Any]
COLUMNS: Final = (0, 1)
"""Mean radius and texture: with only two features, some predictions are wrong."""


@cache
def judged() -> tuple[Array, Array]:
    """Train one neuron on half of the tumours; return p(malignant) and the targets of the others.

    In the library's data malignant is 0; here it is the class to detect, so it is 1.
    """
    X, benign = datasets.breast_cancer()
    X, y = X[:, COLUMNS], 1.0 - benign
    train, rest = np.arange(len(y)) % 2 == 0, np.arange(len(y)) % 2 == 1
    Z = (X - X[train].mean(axis=0)) / X[train].std(axis=0)
    neuron = layers.Dense(1, activation="sigmoid", kernel_initializer="zeros", dtype="float64")
    model = models.Sequential([layers.Input((2,), dtype="float64"), neuron])
    model.compile(optimizers.SGD(1.0, momentum=0.9), "binary_crossentropy")
    for _ in range(150):
        model.train_on_batch(Z[train], y[train, np.newaxis])
    return np.asarray(model.predict(Z[rest]))[:, 0], y[rest]


@final
class Threshold(Explorable):
    """Tumours of the test data, sorted by predicted probability, and a threshold to move.

    Malignant ones are above the axis, benign ones below it; wrong decisions are hollow.
    """

    _esm = script(__file__)

    threshold = traitlets.Float(0.5, min=0.0, max=1.0).tag(sync=True)
    cases = traitlets.Bytes().tag(sync=True)

    def __init__(self, threshold: float = 0.5) -> None:
        cases = np.stack(judged()).astype("<f8").tobytes()
        super().__init__(threshold=float(threshold), cases=cases)

    def counts(self) -> dict[str, int]:
        """Count true positives, false negatives, false positives and true negatives."""
        p, y = judged()
        yes = p > self.threshold
        return {
            "found": int((yes & (y == 1)).sum()),
            "missed": int((~yes & (y == 1)).sum()),
            "false_alarms": int((yes & (y == 0)).sum()),
            "cleared": int((~yes & (y == 0)).sum()),
        }

    def describe(self) -> str:
        n = self.counts()
        return (
            f"yes where p > {self.threshold:g}: {n['found']} malignant tumours found, "
            f"{n['missed']} missed, {n['false_alarms']} false alarms, {n['cleared']} cleared; "
            f"{n['found'] + n['cleared']} of {sum(n.values())} right"
        )
