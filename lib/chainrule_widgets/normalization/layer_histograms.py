"""Show histograms of the outputs of ten layers, with and without batch normalization."""

from functools import lru_cache
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import activations, layers
from numpy.typing import NDArray

from chainrule_widgets.explorable import StateExplorable, script

Array = NDArray[Any]
ACTIVATIONS: Final = ("tanh", "sigmoid", "relu", "leaky_relu", "linear")
LAYERS: Final = (1, 2, 4, 6, 8, 10)
"""The layers whose histograms are drawn."""
BINS: Final = np.linspace(-3, 3, 41)
_WIDTH: Final = 64
_EXAMPLES: Final = 64
_STATE: Final = ("activation", "scale", "gamma", "beta")


@lru_cache(maxsize=1)
def _draws() -> tuple[Array, Array]:
    rng = np.random.default_rng(3)
    kernels = rng.standard_normal((LAYERS[-1], _WIDTH, _WIDTH)) / np.sqrt(_WIDTH)
    return rng.standard_normal((_EXAMPLES, _WIDTH)), kernels


@lru_cache(maxsize=1)
def _layers() -> tuple[list[layers.Dense], layers.BatchNormalization]:
    dense = [layers.Dense(_WIDTH, use_bias=False) for _ in range(LAYERS[-1])]
    normal = layers.BatchNormalization()
    for layer in (*dense, normal):
        layer.connect((_WIDTH,))
    return dense, normal


def outputs(activation: str, knobs: tuple[float, float, float], *, normalise: bool) -> list[Array]:
    """Return the outputs (64, 64) of each of the ten layers; knobs are scale, γ and β."""
    scale, gamma, beta = knobs
    (x, kernels), (dense, normal), g = _draws(), _layers(), activations.get(activation)
    normal.gamma.assign(np.full(_WIDTH, gamma))  # type: ignore[union-attr]  # it has one: scale=True
    normal.beta.assign(np.full(_WIDTH, beta))  # type: ignore[union-attr]  # as above
    found = []
    for layer, kernel in zip(dense, kernels, strict=True):
        layer.kernel.assign(scale * kernel)
        z = layer(x)
        x = g(normal(z, training=True) if normalise else z)
        found.append(x)
    return found


@final
class LayerHistograms(StateExplorable):
    """Plot histograms of the outputs of layers 1 to 10, without and with batch normalization."""

    _esm = script(__file__)
    depends_on = _STATE

    activation = traitlets.Enum(ACTIVATIONS, "tanh").tag(sync=True)
    scale = traitlets.Float(1.0, min=0.1, max=4.0).tag(sync=True)
    gamma = traitlets.Float(1.0, min=0.1, max=3.0).tag(sync=True)
    beta = traitlets.Float(0.0, min=-2.0, max=2.0).tag(sync=True)

    def __init__(
        self,
        activation: str = "tanh",
        *,
        scale: float = 1.0,
        gamma: float = 1.0,
        beta: float = 0.0,
    ) -> None:
        super().__init__(activation=activation, scale=scale, gamma=gamma, beta=beta)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        knobs = float(asked["scale"]), float(asked["gamma"]), float(asked["beta"])
        both = [
            outputs(asked["activation"], knobs, normalise=normalise) for normalise in (False, True)
        ]
        rows = [[_histogram(found[layer - 1]) for layer in LAYERS] for found in both]
        deviations = [[float(found[layer - 1].std()) for layer in LAYERS] for found in both]
        return {**asked, "layers": list(LAYERS), "heaps": rows, "deviations": deviations}, []

    def describe(self) -> str:
        without, normalised = self.seen["deviations"]
        return (
            f"{self.activation}, weights of {self.scale:g}·√(1/n): the outputs of layer 10 have a "
            f"standard deviation of {without[-1]:.2g} without batch normalization, and of "
            f"{normalised[-1]:.2g} with it"
        )


def _histogram(values: Array) -> list[int]:
    """Count the values in each bin; values outside the range count in the outermost bins."""
    clipped = np.clip(values, BINS[0], BINS[-1])
    return [int(count) for count in np.histogram(clipped, BINS)[0]]
