"""Show how outputs and gradients vanish or explode in a deep network."""

from functools import lru_cache
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import layers, models
from numpy.typing import NDArray

from chainrule_widgets.explorable import StateExplorable, script

Array = NDArray[Any]
ACTIVATIONS: Final = ("linear", "sigmoid", "tanh", "relu", "leaky_relu")
WIDTH: Final = 32
MOST: Final = 30
_EXAMPLES: Final = 64
_STATE: Final = ("activation", "depth", "scale", "batch_norm")


@lru_cache(maxsize=16)
def _net(activation: str, depth: int, batch_norm: bool) -> models.Model:
    """Build hidden layers of equal width and one output; the weights are set later."""
    x = signal = layers.Input(shape=(WIDTH,), dtype="float64")
    for _ in range(depth):
        signal = layers.Dense(WIDTH, use_bias=False, dtype="float64")(signal)
        if batch_norm:
            signal = layers.BatchNormalization(dtype="float64")(signal)
        signal = layers.Activation(activation, dtype="float64")(signal)
    model = models.Model(inputs=x, outputs=layers.Dense(1, dtype="float64")(signal))
    model.compile("sgd", "mse")
    return model


@lru_cache(maxsize=1)
def _draws() -> tuple[Array, Array, Array]:
    """Return inputs, targets and kernels of standard deviation √(1/n), the same for every state."""
    rng = np.random.default_rng(7)
    kernels = rng.standard_normal((MOST, WIDTH, WIDTH)) / np.sqrt(WIDTH)
    X, y = rng.standard_normal((_EXAMPLES, WIDTH)), rng.standard_normal((_EXAMPLES, 1))
    return X, y, kernels


def net(activation: str, depth: int, scale: float, batch_norm: bool = False) -> models.Model:
    """Return a network of that depth, with each weight drawn from N(0, scale² / n)."""
    model, (_, _, kernels) = _net(activation, depth, batch_norm), _draws()
    dense = [layer for layer in model.layers if isinstance(layer, layers.Dense)]
    for layer, kernel in zip(dense[:-1], kernels, strict=False):
        layer.kernel.assign(scale * kernel)
    dense[-1].kernel.assign(np.ones((WIDTH, 1)) / np.sqrt(WIDTH))
    return model


def sizes(model: models.Model) -> tuple[list[float], list[float]]:
    """Return the standard deviation of the outputs and the root mean square of ∂J/∂W by layer."""
    X, y, _ = _draws()
    _, gradients = model.gradients(X, y)
    to_kernels = [g for g in gradients if g.ndim == 2][:-1]
    signals, x = [], X
    for layer in model.layers[1:-1]:
        x = layer(x, training=True)
        if isinstance(layer, layers.Activation):
            signals.append(float(x.std()))
    return signals, [float(np.sqrt(np.mean(g**2))) for g in to_kernels]


@final
class Depth(StateExplorable):
    """Plot the size of the outputs and of the gradients of each layer, on logarithmic axes."""

    _esm = script(__file__)
    depends_on = _STATE

    activation = traitlets.Enum(ACTIVATIONS, "sigmoid").tag(sync=True)
    depth = traitlets.Int(10, min=2, max=MOST).tag(sync=True)
    scale = traitlets.Float(1.0, min=0.05, max=4.0).tag(sync=True)
    batch_norm = traitlets.Bool(False).tag(sync=True)

    def __init__(
        self,
        activation: str = "sigmoid",
        *,
        depth: int = 10,
        scale: float = 1.0,
        batch_norm: bool = False,
    ) -> None:
        super().__init__(activation=activation, depth=depth, scale=scale, batch_norm=batch_norm)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        depth, scale = min(max(int(asked["depth"]), 2), MOST), float(asked["scale"])
        model = net(asked["activation"], depth, scale, bool(asked["batch_norm"]))
        signals, gradients = sizes(model)
        return {**asked, "signals": signals, "gradients": gradients}, []

    def describe(self) -> str:
        first, last = self.seen["gradients"][0], self.seen["gradients"][-1]
        return (
            f"{self.depth} layers with {self.activation}, weights of {self.scale:g}·√(1/n)"
            f"{', batch normalization' if self.batch_norm else ''}: the outputs have a standard "
            f"deviation of {self.seen['signals'][0]:.2g} in the first layer and "
            f"{self.seen['signals'][-1]:.2g} in the last; the gradient is {last:.2g} in the last "
            f"layer and {first:.2g} in the first"
        )
