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
SHARES: Final = (0.0, 0.02, 0.05, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.98, 1.0)
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


def two_headed(share: float) -> models.Model:
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
        loss_weights={"digit": share, "odd": 1 - share},
    )
    return model


@lru_cache(maxsize=16)
def accuracies(share: float) -> tuple[float, float]:
    """Train with that share, and return how often each head is right on digits kept back."""
    X, y, odd = data()
    model = two_headed(share)
    model.fit(X[:_TRAIN], [y[:_TRAIN], odd[:_TRAIN]], epochs=_EPOCHS, verbose=0, shuffle=False)
    digit, chance = model.predict(X[_TRAIN:])
    right = digit.argmax(axis=1) == y[_TRAIN:]
    return float(right.mean()), float(((chance[:, 0] > 0.5) == odd[_TRAIN:]).mean())


@final
class TwoHeads(Explorable):
    """How well each of two heads does, by the weight of its loss."""

    _esm = script(__file__)

    place = traitlets.Int(5, min=0, max=len(SHARES) - 1).tag(sync=True)
    shares = traitlets.List(list(SHARES)).tag(sync=True)
    digit = traitlets.List().tag(sync=True)
    odd = traitlets.List().tag(sync=True)

    def __init__(self, share: float = 0.5) -> None:
        if share not in SHARES:
            raise ValueError(f"the digit's share is one of {SHARES}, and not {share}")
        digit, odd = zip(*map(accuracies, SHARES), strict=True)
        super().__init__(place=SHARES.index(share), digit=list(digit), odd=list(odd))

    def describe(self) -> str:
        share = SHARES[self.place]
        return (
            f"J = {share:g} · digit + {1 - share:g} · odd: the digit is right in "
            f"{self.digit[self.place]:.1%}, odd or even in {self.odd[self.place]:.1%}"
        )
