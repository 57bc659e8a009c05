"""Two questions about one picture share a trunk, and somebody must say how much each one counts."""

from functools import lru_cache
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import datasets, layers, models, optimizers
from chainrule.initializers import GlorotUniform
from numpy.typing import NDArray

from chainrule_widgets.explorable import Explorable, script

Array = NDArray[Any]
LOSS_WEIGHTS: Final = (0.0, 0.02, 0.05, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.98, 1.0)
"""How much of the loss is the digit's; the rest is that of odd or even."""
TRUNK: Final = 4
_TRAIN: Final = 1000
_EPOCHS: Final = 20


@lru_cache(maxsize=1)
def data() -> tuple[Array, Array, Array]:
    """Return the digits shuffled, grey from 0 to 1; which digit it is; 1 where it is odd."""
    X, y = datasets.digits()
    order = np.random.default_rng(1).permutation(len(X))
    return X[order] / 16, y[order], (y[order] % 2).astype(float)


def two_headed(loss_weight: float) -> models.Model:
    """Build a trunk of four units with a head for the digit and a head for odd or even."""
    x = layers.Input(shape=(64,))
    trunk = layers.Dense(TRUNK, activation="tanh", kernel_initializer=GlorotUniform(seed=1))(x)
    digit = layers.Dense(
        10, activation="softmax", name="digit", kernel_initializer=GlorotUniform(seed=2)
    )(trunk)
    odd = layers.Dense(
        1, activation="sigmoid", name="odd", kernel_initializer=GlorotUniform(seed=3)
    )(trunk)
    model = models.Model(inputs=x, outputs=[digit, odd])
    model.compile(
        optimizers.Adam(0.01),
        loss={"digit": "sparse_categorical_crossentropy", "odd": "binary_crossentropy"},
        loss_weights={"digit": loss_weight, "odd": 1 - loss_weight},
    )
    return model


@lru_cache(maxsize=16)
def accuracies(loss_weight: float) -> tuple[float, float]:
    """Train with that share, and return how often each head is right on digits kept back."""
    X, y, odd = data()
    model = two_headed(loss_weight)
    model.fit(X[:_TRAIN], [y[:_TRAIN], odd[:_TRAIN]], epochs=_EPOCHS, verbose=0, shuffle=False)
    digit, chance = model.predict(X[_TRAIN:])
    right = digit.argmax(axis=1) == y[_TRAIN:]
    return float(right.mean()), float(((chance[:, 0] > 0.5) == odd[_TRAIN:]).mean())


@final
class TwoHeads(Explorable):
    """How well each of two heads does, by the weight of its loss."""

    _esm = script(__file__)

    place = traitlets.Int(5, min=0, max=len(LOSS_WEIGHTS) - 1).tag(sync=True)
    loss_weights = traitlets.List(list(LOSS_WEIGHTS)).tag(sync=True)
    digit = traitlets.List().tag(sync=True)
    odd = traitlets.List().tag(sync=True)

    def __init__(self, loss_weight: float = 0.5) -> None:
        if loss_weight not in LOSS_WEIGHTS:
            raise ValueError(f"the digit's share is one of {LOSS_WEIGHTS}, and not {loss_weight}")
        digit, odd = zip(*map(accuracies, LOSS_WEIGHTS), strict=True)
        super().__init__(place=LOSS_WEIGHTS.index(loss_weight), digit=list(digit), odd=list(odd))

    def describe(self) -> str:
        loss_weight = LOSS_WEIGHTS[self.place]
        return (
            f"J = {loss_weight:g} · digit + {1 - loss_weight:g} · odd: the digit is right in "
            f"{self.digit[self.place]:.1%}, odd or even in {self.odd[self.place]:.1%}"
        )
