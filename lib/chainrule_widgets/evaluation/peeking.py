"""Show that the best of many random models has a high accuracy on the test data by luck."""

from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import config, layers, models
from chainrule.initializers import RandomNormal
from numpy.typing import NDArray

from chainrule_widgets.explorable import StateExplorable, script

Array = NDArray[Any]
MOST: Final = 500
_FRESH: Final = 1000


def contest(examples: int, seed: int) -> tuple[Array, Array]:
    """Return the best test accuracy of the first 1, 2, … 500 models, and its accuracy on new data.

    The labels are random, so no model can predict them. The models are the 500 units of one dense
    layer with random weights. Each unit predicts 1 if its z is positive.
    """
    rng = config.generator(seed)
    X = rng.standard_normal((examples + _FRESH, 10))
    coins = rng.integers(0, 2, (examples + _FRESH, 1)).astype(bool)
    weights = RandomNormal(stddev=1.0, seed=int(rng.integers(2**31)))
    units = layers.Dense(MOST, kernel_initializer=weights)
    net = models.Sequential([layers.Input(shape=(X.shape[1],)), units])
    # Small batches stay on one core, which is faster here than several threads.
    right = (net.predict(X, batch_size=50, verbose=0) > 0) == coins
    test, fresh = right[:examples].mean(axis=0), right[examples:].mean(axis=0)
    best = np.maximum.accumulate(test)
    # The first model with this accuracy is kept.
    kept = np.searchsorted(best, best)
    return best, fresh[kept]


@final
class Peeking(StateExplorable):
    """Plot the accuracy of the best of many random models, on the test data and on new data."""

    _esm = script(__file__)
    depends_on = ("examples", "seed")

    models = traitlets.Int(1, min=1, max=MOST).tag(sync=True)
    examples = traitlets.Int(50, min=10, max=1000).tag(sync=True)
    seed = traitlets.Int(0, min=0).tag(sync=True)

    def __init__(self, *, models: int = 1, examples: int = 50, seed: int = 0) -> None:
        super().__init__(models=models, examples=examples, seed=seed)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        examples = min(max(int(asked["examples"]), 10), 1000)
        best, fresh = contest(examples, int(asked["seed"]))
        answer = {"examples": examples, "seed": int(asked["seed"])}
        return answer, [np.stack([best, fresh]).astype("<f4").tobytes()]

    @property
    def scores(self) -> tuple[float, float]:
        """The accuracy of the best model on the test data and on new data."""
        best, fresh = np.frombuffer(self.arrays[0], "<f4").reshape(2, -1)[:, self.models - 1]
        return float(best), float(fresh)

    def describe(self) -> str:
        best, fresh = self.scores
        return (
            f"the best of {self.models} random models has an accuracy of {best:.0%} on "
            f"{self.examples} test examples, and of {fresh:.0%} on {_FRESH} new examples"
        )
