"""Show how the loss weights of two heads with a shared trunk change their accuracies."""

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
"""The weights of the digit loss; the other loss has 1 minus this weight."""
TRUNK: Final = 4
_TRAIN: Final = 1000
_EPOCHS: Final = 20


@lru_cache(maxsize=1)
def data() -> tuple[Array, Array, Array]:
    """Return the shuffled digits, grey values from 0 to 1; their labels; 1 if the digit is odd."""
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
    """Train with this weight of the digit loss, and return each head's test accuracy."""
    X, y, odd = data()
    model = two_headed(loss_weight)
    model.fit(X[:_TRAIN], [y[:_TRAIN], odd[:_TRAIN]], epochs=_EPOCHS, verbose=0, shuffle=False)
    digit, chance = model.predict(X[_TRAIN:])
    right = digit.argmax(axis=1) == y[_TRAIN:]
    return float(right.mean()), float(((chance[:, 0] > 0.5) == odd[_TRAIN:]).mean())


@final
class TwoHeads(Explorable):
    """Plot the accuracies of two heads over the weight of the first loss."""

    _esm = script(__file__)

    place = traitlets.Int(5, min=0, max=len(LOSS_WEIGHTS) - 1).tag(sync=True)
    loss_weights = traitlets.List(list(LOSS_WEIGHTS)).tag(sync=True)
    digit = traitlets.List().tag(sync=True)
    odd = traitlets.List().tag(sync=True)

    def __init__(self, loss_weight: float = 0.5) -> None:
        if loss_weight not in LOSS_WEIGHTS:
            raise ValueError(f"loss_weight={loss_weight}: it must be one of {LOSS_WEIGHTS}")
        digit, odd = zip(*map(accuracies, LOSS_WEIGHTS), strict=True)
        super().__init__(place=LOSS_WEIGHTS.index(loss_weight), digit=list(digit), odd=list(odd))

    def describe(self) -> str:
        loss_weight = LOSS_WEIGHTS[self.place]
        return (
            f"J = {loss_weight:g} · digit + {1 - loss_weight:g} · odd: accuracy "
            f"{self.digit[self.place]:.1%} (digit), {self.odd[self.place]:.1%} (odd or even)"
        )
