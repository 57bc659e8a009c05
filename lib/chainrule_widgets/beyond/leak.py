"""Reconstruct a digit from a gradient, with and without clipping and noise."""

from functools import lru_cache
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import datasets, layers, models, optimizers
from numpy.typing import NDArray

from chainrule_widgets.explorable import StateExplorable, script

Array = NDArray[Any]
MOST: Final = 32
_STATE: Final = ("example", "batch", "noise")
_LIMIT: Final = 1.0


@lru_cache(maxsize=1)
def _net() -> tuple[models.Sequential, Array, Array]:
    """Return an untrained network, and the digits: grey values from 0 to 1, and labels."""
    rng = np.random.default_rng(6)
    X, y = datasets.digits()
    hidden = layers.Dense(32, activation="relu", dtype="float64", input_shape=(64,))
    model = models.Sequential([hidden, layers.Dense(10, activation="softmax", dtype="float64")])
    model.compile("sgd", "sparse_categorical_crossentropy")
    model.set_weights([rng.normal(0, 0.15, w.shape) for w in model.get_weights()])
    return model, X / 16, y


def gradient(example: int, batch: int = 1) -> list[Array]:
    """Return the mean gradient of `batch` digits, from `example` on."""
    model, X, y = _net()
    rows = slice(example, example + batch)
    return model.gradients(X[rows], y[rows])[1]


def clipped(gradients: list[Array]) -> list[Array]:
    """Clip the gradients of one example to the global norm 1, by the library's SGD."""
    moved = [np.zeros_like(g) for g in gradients]
    sgd = optimizers.SGD(1.0, global_clipnorm=_LIMIT)
    sgd.apply_gradients(list(zip(gradients, moved, strict=True)))
    return [0 - g for g in moved]


def protected(example: int, batch: int, noise: float) -> list[Array]:
    """Clip each example's gradient, add them up, add noise, and divide by the batch size."""
    rng = np.random.default_rng(example)
    each = [clipped(gradient(place)) for place in range(example, example + batch)]
    sums = [sum(parts) for parts in zip(*each, strict=True)]
    return [(g + rng.normal(0, noise, g.shape)) / batch for g in sums]


def stolen(gradients: list[Array]) -> tuple[Array, int]:
    """Return the reconstructed pixels, a column of ∂J/∂W divided by its ∂J/∂b, and the unit."""
    to_kernel, to_bias = gradients[:2]
    unit = int(np.abs(to_bias).argmax())
    return to_kernel[:, unit] / to_bias[unit], unit


@final
class Leak(StateExplorable):
    """Draw a digit, a column of its gradient, and the digit reconstructed from the gradient."""

    _esm = script(__file__)
    depends_on = _STATE

    example = traitlets.Int(3, min=0, max=200).tag(sync=True)
    batch = traitlets.Int(1, min=1, max=MOST).tag(sync=True)
    noise = traitlets.Float(0.0, min=0.0, max=0.2).tag(sync=True)

    def __init__(self, example: int = 3, *, batch: int = 1, noise: float = 0.0) -> None:
        super().__init__(example=example, batch=batch, noise=noise)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        example, noise = int(asked["example"]), max(float(asked["noise"]), 0.0)
        batch = min(max(int(asked["batch"]), 1), MOST)
        pixels = _net()[1][example]
        gradients = protected(example, batch, noise) if noise > 0 else gradient(example, batch)
        guess, unit = stolen(gradients)
        column = gradients[0][:, unit]
        answer = {
            "example": example,
            "batch": batch,
            "noise": noise,
            "unit": unit,
            "pixels": np.round(pixels, 4).tolist(),
            "column": np.round(column / np.abs(column).max(), 4).tolist(),
            "guess": np.round(np.clip(guess, -9, 9), 4).tolist(),
            "error": float(np.abs(np.clip(guess, -9, 9) - pixels).max()),
            "likeness": float(np.corrcoef(guess, pixels)[0, 1]),
        }
        return answer, []

    def describe(self) -> str:
        guard = f"clipped, with noise {self.noise:g}" if self.noise else "not protected"
        return (
            f"digit {self.example} in a batch of {self.batch}, its gradient {guard}: the "
            f"reconstruction has a correlation of {self.seen['likeness']:.3f} with the digit, "
            f"largest error of a pixel {self.seen['error']:.2g}"
        )
