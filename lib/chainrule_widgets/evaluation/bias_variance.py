"""Show bias and variance of polynomials that are fitted to data with different noise."""

from typing import Any, Final, NamedTuple, final

import numpy as np
import traitlets
from chainrule import config, layers, models, optimizers
from numpy.typing import NDArray

from chainrule_widgets.explorable import StateExplorable, script

Array = NDArray[Any]
HIGHEST: Final = 11
REFITS: Final = 40
GRID: Final = np.linspace(-1, 1, 81)


def true_function(x: Array) -> Array:
    """Return the true function, without noise."""
    return np.sin(np.pi * x)


class Fits(NamedTuple):
    """The refits of each degree 0 … 11 on the grid, and their errors.

    Shapes: x (n,), y (n, 40), curves (12, 40, 81), and (12,) for each of the errors.
    """

    x: Array
    y: Array
    fits: Array
    bias: Array
    variance: Array
    training: Array


def fits(points: int, noise: float, seed: int) -> Fits:
    """Fit polynomials of every degree to the same points with forty samples of the noise.

    Each column of one `Dense(40)` is a refit. The inputs are polynomials that are orthonormal on
    the points. So one step of gradient descent with the right learning rate reaches the minimum,
    and a lower degree is the same network without its last inputs.
    """
    x = np.linspace(-1, 1, points)
    y = true_function(x)[:, None] + noise * config.generator(seed).standard_normal((points, REFITS))
    legendre = np.polynomial.legendre.legvander
    Q, R = np.linalg.qr(legendre(x, HIGHEST))
    inputs, grid = Q * np.sqrt(points), np.linalg.solve(R.T, legendre(GRID, HIGHEST).T).T
    weights = _trained(inputs, y)
    keep = np.tri(HIGHEST + 1)[:, :, None] * weights
    fits = np.sqrt(points) * grid @ keep
    mean = fits.mean(axis=2)
    return Fits(
        x,
        y,
        fits.transpose(0, 2, 1),
        np.mean((mean - true_function(GRID)) ** 2, axis=1),
        fits.var(axis=2).mean(axis=1),
        np.mean((inputs @ keep - y) ** 2, axis=(1, 2)),
    )


def _trained(inputs: Array, y: Array) -> Array:
    """Return the kernel (12, 40) after one step."""
    layer = layers.Dense(REFITS, use_bias=False, kernel_initializer="zeros", dtype="float64")
    model = models.Sequential([layers.Input(shape=inputs.shape[1:], dtype="float64"), layer])
    model.compile(optimizers.SGD(REFITS / 2), "mse")
    model.fit(inputs, y, epochs=1, batch_size=len(inputs), verbose=0)
    return np.asarray(model.get_weights()[0])


@final
class BiasVariance(StateExplorable):
    """Plot polynomials fitted to noisy points, forty refits, and their errors by degree."""

    _esm = script(__file__)
    depends_on = ("points", "noise", "seed")

    degree = traitlets.Int(1, min=0, max=HIGHEST).tag(sync=True)
    points = traitlets.Int(14, min=12, max=60).tag(sync=True)
    noise = traitlets.Float(0.3, min=0.0, max=1.0).tag(sync=True)
    seed = traitlets.Int(0, min=0).tag(sync=True)
    refits = traitlets.Bool(True).tag(sync=True)

    def __init__(
        self,
        degree: int = 1,
        *,
        points: int = 14,
        noise: float = 0.3,
        seed: int = 0,
        refits: bool = True,
    ) -> None:
        super().__init__(degree=degree, points=points, noise=noise, seed=seed, refits=refits)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        points = min(max(int(asked["points"]), 12), 60)
        noise, seed = min(max(float(asked["noise"]), 0.0), 1.0), int(asked["seed"])
        found = fits(points, noise, seed)
        answer = {
            "points": points,
            "noise": noise,
            "seed": seed,
            "truth": true_function(GRID).tolist(),
        }
        errors = {name: getattr(found, name).tolist() for name in ("bias", "variance", "training")}
        first = np.stack([found.x, found.y[:, 0]])
        arrays = [array.astype("<f4").tobytes() for array in (found.fits, first)]
        return {**answer, **errors}, arrays

    def describe(self) -> str:
        bias, variance, training = (
            self.seen[name][self.degree] for name in ("bias", "variance", "training")
        )
        return (
            f"degree {self.degree}, {REFITS} refits of {self.points} points: squared bias "
            f"{bias:.3f}, variance {variance:.3f}, noise {self.noise**2:.3f}; training error "
            f"{training:.3f}, expected error on new points {bias + variance + self.noise**2:.3f}"
        )
