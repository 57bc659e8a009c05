"""Show that the performance P at a task T improves with the experience E."""

from functools import cache
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import datasets, layers, models, optimizers
from numpy.typing import NDArray

from chainrule_widgets.explorable import Explorable, script

Array = NDArray[Any]
SIZES: Final = (10, 20, 50, 100, 200, 500, 1000)
DRAWS: Final = 4
_STEPS: Final = 40
_SHOWN: Final = 24


@cache
def measured() -> tuple[Array, Array, Array]:
    """Train one softmax layer for each size and draw; return accuracies and predictions.

    Returns:
        Accuracies (sizes, draws) on 500 digits that were not used for training; predictions
        (sizes, draws, 24) for the first of these; and their targets (24,).
    """
    X, y = datasets.digits()
    X = (X / 16).astype("float32")
    new, rest = slice(0, 500), np.arange(500, len(y))
    accuracy = np.empty((len(SIZES), DRAWS))
    predictions = np.empty((len(SIZES), DRAWS, _SHOWN), dtype=int)
    for draw in range(DRAWS):
        order = np.random.default_rng(draw).permutation(rest)
        for place, size in enumerate(SIZES):
            predicted = _learned(X[order[:size]], y[order[:size]], X[new])
            accuracy[place, draw] = (predicted == y[new]).mean()
            predictions[place, draw] = predicted[:_SHOWN]
    return accuracy, predictions, y[:_SHOWN]


def _learned(X: Array, y: Array, new: Array) -> Array:
    """Train on X and y, and return the predicted classes of the new images."""
    layer = layers.Dense(10, activation="softmax", kernel_initializer="zeros")
    model = models.Sequential([layers.Input((64,)), layer])
    model.compile(optimizers.Adam(0.05), "sparse_categorical_crossentropy")
    for _ in range(_STEPS):
        model.train_on_batch(X, y)
    return np.asarray(model.predict(new).argmax(axis=1))


@final
class Experience(Explorable):
    """T: recognize a digit. E: a number of training examples. P: the accuracy on new digits."""

    _esm = script(__file__)

    size = traitlets.Int(2, min=0, max=len(SIZES) - 1).tag(sync=True)
    draw = traitlets.Int(0, min=0, max=DRAWS - 1).tag(sync=True)
    sizes = traitlets.List().tag(sync=True)
    accuracy = traitlets.List().tag(sync=True)
    predictions = traitlets.List().tag(sync=True)
    targets = traitlets.List().tag(sync=True)
    images = traitlets.Bytes().tag(sync=True)

    def __init__(self, examples: int = 50, *, draw: int = 0) -> None:
        if examples not in SIZES:
            known = ", ".join(map(str, SIZES))
            raise ValueError(f"Experience(examples={examples}): choose one of {known}")
        accuracy, predictions, targets = measured()
        super().__init__(
            size=SIZES.index(examples),
            draw=draw,
            sizes=list(SIZES),
            accuracy=accuracy.tolist(),
            predictions=predictions.tolist(),
            targets=targets.tolist(),
            images=datasets.digits()[0][:_SHOWN].astype("u1").tobytes(),
        )

    def describe(self) -> str:
        return (
            f"E = {SIZES[self.size]} examples: P = {self.accuracy[self.size][self.draw]:.1%} "
            "accuracy on 500 new digits"
        )
