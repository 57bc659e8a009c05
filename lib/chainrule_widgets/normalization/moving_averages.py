"""Show how the moving averages of batch normalization approach the right values."""

from functools import lru_cache
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule.layers import BatchNormalization
from numpy.typing import NDArray

from chainrule_widgets.explorable import StateExplorable, script

Array = NDArray[Any]
MEAN: Final = 4.0
DEVIATION: Final = 2.0
MOST: Final = 500
BATCH: Final = 16
_STATE: Final = ("momentum", "batches")


@lru_cache(maxsize=1)
def _batches() -> Array:
    return MEAN + DEVIATION * np.random.default_rng(5).standard_normal((MOST, BATCH, 1))


@lru_cache(maxsize=64)
def averages_by_batch(momentum: float) -> tuple[Array, BatchNormalization]:
    """Return moving mean and variance (501, 2) after 0, 1, … batches, and the layer."""
    layer = BatchNormalization(momentum=momentum, dtype="float64")
    layer.connect((1,))
    found = [_averages(layer)]
    for batch in _batches():
        layer(batch, training=True)
        found.append(_averages(layer))
    return np.array(found), layer


def _averages(layer: BatchNormalization) -> tuple[float, float]:
    return float(layer.moving_mean.value[0]), float(layer.moving_variance.value[0])


@final
class MovingAverages(StateExplorable):
    """Plot the moving mean and variance of one feature, and a batch normalized with them.

    The feature is drawn from N(4, 2²). The moving averages start at mean 0 and variance 1.
    """

    _esm = script(__file__)
    depends_on = _STATE

    momentum = traitlets.Float(0.99, min=0.5, max=0.999).tag(sync=True)
    batches = traitlets.Int(50, min=0, max=MOST).tag(sync=True)

    def __init__(self, momentum: float = 0.99, *, batches: int = 50) -> None:
        super().__init__(momentum=momentum, batches=batches)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        momentum = round(min(max(float(asked["momentum"]), 0.5), 0.999), 3)
        batches = min(max(int(asked["batches"]), 0), MOST)
        averages, layer = averages_by_batch(momentum)
        layer.moving_mean.assign(averages[batches, :1])
        layer.moving_variance.assign(averages[batches, 1:])
        x = _batches()[0]
        answers = np.asarray(layer(x, training=False))[:, 0]
        trained = (x - x.mean()) / np.sqrt(x.var() + layer.epsilon)
        answer = {
            "momentum": momentum,
            "batches": batches,
            "means": np.round(averages[:, 0], 4).tolist(),
            "variances": np.round(averages[:, 1], 4).tolist(),
            "training": np.round(trained[:, 0], 4).tolist(),
            "inference": np.round(answers, 4).tolist(),
            "arrived": 1 - momentum**batches,
        }
        return answer, []

    def describe(self) -> str:
        at = self.seen["batches"]
        return (
            f"momentum {self.momentum:g}, after {at} batches: the moving mean is "
            f"{self.seen['means'][at]:.3g} of {MEAN:g}, the moving variance "
            f"{self.seen['variances'][at]:.3g} of {DEVIATION**2:g}; one batch has mean "
            f"{np.mean(self.seen['training']):.2f} in training and "
            f"{np.mean(self.seen['inference']):.2f} at inference"
        )
