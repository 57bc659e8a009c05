"""Compare frozen, retrained and new lower layers for a task with few examples."""

from functools import lru_cache
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import datasets, layers, models, optimizers
from chainrule.initializers import GlorotUniform
from numpy.typing import NDArray

from chainrule_widgets.explorable import Explorable, script

Array = NDArray[Any]
SIDE: Final = 12
PER_CLASS: Final = (1, 2, 3, 5, 10, 20, 40)
MODES: Final = ("frozen", "thawed", "scratch")
_WIDTHS: Final = (64, 32)
_POOL: Final = 450
_DRAWS: Final = 3


def wandering(X: Array, rng: np.random.Generator) -> Array:
    """Put each 8 × 8 digit at a random position of a 12 × 12 image; return (n, 144) from 0 to 1."""
    sheets = np.zeros((len(X), SIDE, SIDE))
    places = rng.integers(0, SIDE - 7, (len(X), 2))
    for sheet, image, (row, column) in zip(sheets, X.reshape(-1, 8, 8), places, strict=True):
        sheet[row : row + 8, column : column + 8] = image / 16
    return sheets.reshape(len(X), -1)


@lru_cache(maxsize=1)
def data() -> tuple[Array, Array, Array, Array]:
    """Return X and y of the old task, 0 to 4 at four positions each, and of the new, 5 to 9."""
    X, y = datasets.digits()
    rng = np.random.default_rng(0)
    order = rng.permutation(len(X))
    X, y = X[order], y[order]
    old = y < 5
    sheets = np.concatenate([wandering(X[old], rng) for _ in range(4)])
    return sheets, np.tile(y[old], 4), wandering(X[~old], rng), y[~old] - 5


def _dense(units: int, activation: str, seed: int) -> layers.Dense:
    """Return a layer with its own seed, which does not use the library's random generator."""
    return layers.Dense(units, activation=activation, kernel_initializer=GlorotUniform(seed=seed))


def _trunk(seed: int) -> list[layers.Dense]:
    return [_dense(width, "relu", seed + place) for place, width in enumerate(_WIDTHS)]


@lru_cache(maxsize=1)
def pretrained() -> list[list[Array]]:
    """Train on the old task; return the weights of the two lower layers."""
    X, y, _, _ = data()
    first, second = _trunk(0)
    stack = [first, layers.Dropout(0.2, seed=0), second, _dense(5, "softmax", 2)]
    model = models.Sequential([layers.Input(shape=(SIDE * SIDE,)), *stack])
    model.compile(optimizers.Adam(0.003), "sparse_categorical_crossentropy")
    model.fit(X, y, batch_size=64, epochs=10, shuffle=False, verbose=0)
    return [first.get_weights(), second.get_weights()]


def examples(per_class: int, draw: int = 0) -> Array:
    """Return the indices of the training examples; a larger number includes the smaller ones."""
    y = data()[3][:_POOL]
    rng = np.random.default_rng(draw)
    by_class = [rng.permutation(np.flatnonzero(y == c))[:per_class] for c in range(5)]
    return np.stack(by_class, axis=1).reshape(-1)


def accuracy(mode: str, per_class: int, draw: int = 0) -> float:
    """Train a network on a few of the new digits, and return its accuracy on others.

    Args:
        mode: "frozen" freezes the old lower layers, "thawed" trains them further, "scratch" starts
            with random weights.
        per_class: the number of examples of each digit.
        draw: the seed that selects the examples.
    """
    _, _, X, y = data()
    trunk = _trunk(10 * draw + 10)
    head = _dense(5, "softmax", draw + 3)
    model = models.Sequential([layers.Input(shape=(SIDE * SIDE,)), *trunk, head])
    if mode != "scratch":
        for layer, weights in zip(trunk, pretrained(), strict=True):
            layer.set_weights(weights)
            layer.trainable = mode != "frozen"
    model.compile(
        optimizers.Adam(0.003 if mode == "thawed" else 0.01),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    chosen = examples(per_class, draw)
    model.fit(X[chosen], y[chosen], batch_size=32, epochs=40, shuffle=False, verbose=0)
    return float(model.evaluate(X[_POOL:], y[_POOL:])[1])


@lru_cache(maxsize=1)
def table() -> dict[str, list[float]]:
    """Return for each mode its accuracy by number of examples, the mean over some draws."""
    return {
        mode: [
            round(float(np.mean([accuracy(mode, n, draw) for draw in range(_DRAWS)])), 4)
            for n in PER_CLASS
        ]
        for mode in MODES
    }


@final
class Transfer(Explorable):
    """Plot the accuracy of three kinds of transfer over the number of training examples."""

    _esm = script(__file__)

    place = traitlets.Int(2, min=0, max=len(PER_CLASS) - 1).tag(sync=True)
    per_class = traitlets.List(list(PER_CLASS)).tag(sync=True)
    accuracies = traitlets.Dict().tag(sync=True)
    sheets = traitlets.Bytes().tag(sync=True)

    def __init__(self, per_class: int = 3) -> None:
        if per_class not in PER_CLASS:
            known = ", ".join(map(str, PER_CLASS))
            raise ValueError(f"per_class={per_class}: it must be one of {known}")
        most = PER_CLASS[-1]
        shown = data()[2][examples(most)].reshape(most, 5, -1)[:12].swapaxes(0, 1)
        super().__init__(
            place=PER_CLASS.index(per_class),
            accuracies=table(),
            sheets=(255 * shown).astype(np.uint8).tobytes(),
        )

    def describe(self) -> str:
        found = [f"{mode} {self.accuracies[mode][self.place]:.1%}" for mode in MODES]
        return (
            f"digits 5 to 9 from {PER_CLASS[self.place]} examples each: accuracy {', '.join(found)}"
        )
