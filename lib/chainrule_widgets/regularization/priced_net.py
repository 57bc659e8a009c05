"""Show the output of a large network, trained on few points with L1 or L2 penalties."""

from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import config, initializers, layers, models, optimizers, regularizers
from numpy.typing import NDArray

from chainrule_widgets.explorable import Explorable, script
from chainrule_widgets.regularization.shrinking import PENALTIES

Array = NDArray[Any]
STRENGTHS: Final = (0.0, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 0.1, 0.3)
GRID: Final = np.linspace(-1, 1, 101)
_UNITS: Final = 40


def true_function(x: Array) -> Array:
    """Return the true function, without noise."""
    return np.sin(np.pi * x)


def points() -> tuple[Array, Array]:
    """Return sixteen noisy points of the true function."""
    rng = np.random.default_rng(5)
    x = np.sort(rng.uniform(-1, 1, 16))
    return x, true_function(x) + rng.normal(0, 0.3, 16)


def priced(kind: str, strength: float) -> tuple[Array, Array, float]:
    """Train the network; return its output on the grid, its 80 weights, and its training error.

    The initial weights are large, so that the network overfits without a penalty.
    """
    config.set_random_seed(1)
    penalty = regularizers.l1(strength) if kind == "l1" else regularizers.l2(strength)
    hidden = layers.Dense(
        _UNITS,
        "tanh",
        kernel_initializer=initializers.RandomNormal(stddev=3.0, seed=1),
        bias_initializer=initializers.RandomNormal(stddev=2.0, seed=2),
        kernel_regularizer=penalty,
    )
    output = layers.Dense(1, kernel_regularizer=penalty)
    model = models.Sequential([layers.Input(shape=(1,)), hidden, output])
    model.compile(optimizers.Adam(0.02), "mse")
    x, y = points()
    model.fit(x[:, None], y, epochs=1000, batch_size=len(x), verbose=0)
    fit, fitted = (np.ravel(model.predict(at[:, None], verbose=0)) for at in (GRID, x))
    weights = np.concatenate([np.ravel(kernel) for kernel in model.get_weights()[::2]])
    return fit, weights, float(np.mean((fitted - y) ** 2))


@final
class PricedNet(Explorable):
    """Plot a network with too many weights, trained once for each strength of L1 and L2."""

    _esm = script(__file__)

    kind = traitlets.Enum(PENALTIES, "l2").tag(sync=True)
    place = traitlets.Int(0, min=0, max=len(STRENGTHS) - 1).tag(sync=True)
    strengths = traitlets.List(traitlets.Float(), list(STRENGTHS)).tag(sync=True)
    dots = traitlets.Bytes().tag(sync=True)
    fits = traitlets.Bytes().tag(sync=True)
    weights = traitlets.Bytes().tag(sync=True)
    errors = traitlets.List().tag(sync=True)

    def __init__(self, kind: str = "l2", *, strength: float = 0.0) -> None:
        if strength not in STRENGTHS:
            known = ", ".join(f"{at:g}" for at in STRENGTHS)
            raise ValueError(f"strength={strength!r}: there are networks only for {known}")
        nets = [[priced(k, at) for at in STRENGTHS] for k in PENALTIES]
        new = [[float(np.mean((net[0] - true_function(GRID)) ** 2)) for net in row] for row in nets]
        super().__init__(
            kind=kind,
            place=STRENGTHS.index(strength),
            dots=np.stack(points()).astype("<f4").tobytes(),
            fits=np.array([[n[0] for n in row] for row in nets], "<f4").tobytes(),
            weights=np.array([[n[1] for n in row] for row in nets], "<f4").tobytes(),
            errors=[[[n[2] for n in row] for row in nets], new],
        )

    def describe(self) -> str:
        kind = PENALTIES.index(self.kind)
        training, new = (error[kind][self.place] for error in self.errors)
        return (
            f"{self.kind}({STRENGTHS[self.place]:g}): training error {training:.4f}, "
            f"distance from the true function {new:.4f}"
        )
