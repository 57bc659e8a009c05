"""Show the features of three layers of a network for digits."""

from functools import cache
from typing import Any, Final, NamedTuple, final

import numpy as np
import traitlets
from chainrule import datasets, layers, models, optimizers, regularizers
from chainrule.initializers import GlorotUniform
from numpy.typing import NDArray

from chainrule_widgets.explorable import Explorable, script

Array = NDArray[Any]
WIDTHS: Final = (16, 12, 10)
SHOWN: Final = 30
_NEW: Final = 500
_KEENEST: Final = 15
_PENALTY: Final = 2e-3


class Net(NamedTuple):
    """Data of a trained network: a picture of each neuron, and its outputs for new digits."""

    likes: Array  # (38, 64): the first layer's weights, then mean digits
    answers: Array  # (30, 38)
    images: Array  # (30, 64)
    labels: Array  # (30,)
    right: float


@cache
def trained() -> Net:
    """Train a network 64 → 16 → 12 → 10 on digits."""
    X, y = datasets.digits()
    X = (X / 16).astype("float32")
    model = models.Sequential(
        [layers.Input((64,)), *(_layer(place, width) for place, width in enumerate(WIDTHS))]
    )
    model.compile(optimizers.Adam(0.01), "sparse_categorical_crossentropy")
    rng = np.random.default_rng(0)
    for _ in range(25):
        for batch in np.array_split(rng.permutation(np.arange(_NEW, len(y))), 20):
            model.train_on_batch(X[batch], y[batch])
    outputs = [X[:_NEW]]
    for layer in model.layers:
        outputs.append(np.asarray(layer(outputs[-1])))
    low = np.asarray(model.layers[0].get_weights()[0]).T
    likes = [low, *(_liked(out, X[:_NEW]) for out in outputs[2:])]
    return Net(
        np.concatenate(likes),
        np.hstack([out[:SHOWN] for out in outputs[1:]]),
        X[:SHOWN],
        y[:SHOWN],
        float((outputs[-1].argmax(axis=1) == y[:_NEW]).mean()),
    )


def _layer(place: int, width: int) -> layers.Dense:
    draw = GlorotUniform(seed=place)
    # The L2 penalty removes noise from the weights, so that their pictures are clear.
    return layers.Dense(
        width,
        ("relu", "relu", "softmax")[place],
        kernel_initializer=draw,
        kernel_regularizer=regularizers.L2(_PENALTY),
    )


def _liked(out: Array, X: Array) -> Array:
    """Return for each neuron the mean of the digits with the largest outputs, minus the mean."""
    keenest = np.argsort(-out, axis=0)[:_KEENEST]  # (15, neurons)
    return np.asarray(X[keenest].mean(axis=0) - X.mean(axis=0))


@final
class Levels(Explorable):
    """A new digit and the outputs of the neurons of three layers for it."""

    _esm = script(__file__)

    digit = traitlets.Int(0, min=0, max=SHOWN - 1).tag(sync=True)
    likes = traitlets.Bytes().tag(sync=True)
    answers = traitlets.Bytes().tag(sync=True)
    images = traitlets.Bytes().tag(sync=True)
    labels = traitlets.List().tag(sync=True)

    def __init__(self, digit: int = 0) -> None:
        net = trained()
        super().__init__(
            digit=digit,
            likes=net.likes.astype("<f4").tobytes(),
            answers=net.answers.astype("<f4").tobytes(),
            images=net.images.astype("<f4").tobytes(),
            labels=net.labels.tolist(),
        )

    def describe(self) -> str:
        net = trained()
        low, mid, high = np.split(net.answers[self.digit], np.cumsum(WIDTHS)[:-1])
        return (
            f"a {net.labels[self.digit]}: {(low > 0).sum()} of {len(low)} neurons of layer 1 "
            f"and {(mid > 0).sum()} of {len(mid)} of layer 2 have an output above 0; "
            f"the prediction is {high.argmax()} with p = {high.max():.3f}"
        )
