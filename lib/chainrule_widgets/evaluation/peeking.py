"""Try enough models on one test set, and the best will look clever by luck alone."""

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
    """Return, after 1, 2, … 500 models, the best test score, and that model's score on new data.

    The labels are coins, so no model can know anything. The models are the 500 units of one dense
    layer with random weights: each says 1 where its z is positive.
    """
    rng = config.generator(seed)
    X = rng.standard_normal((examples + _FRESH, 10))
    coins = rng.integers(0, 2, (examples + _FRESH, 1)).astype(bool)
    weights = RandomNormal(stddev=1.0, seed=int(rng.integers(2**31)))
    units = layers.Dense(MOST, kernel_initializer=weights)
    net = models.Sequential([layers.Input(shape=(X.shape[1],)), units])
    # In small batches, which stay on one core: threads that wait for each other are slow.
    right = (net.predict(X, batch_size=50, verbose=0) > 0) == coins
    test, fresh = right[:examples].mean(axis=0), right[examples:].mean(axis=0)
    best = np.maximum.accumulate(test)
    # The first model with that score is the one that would have been kept.
    kept = np.searchsorted(best, best)
    return best, fresh[kept]


@final
class Peeking(StateExplorable):
    """The best of many models that know nothing, on the test set and on new data."""

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
        """The score of the best model so far: on the test set, and on new data."""
        best, fresh = np.frombuffer(self.arrays[0], "<f4").reshape(2, -1)[:, self.models - 1]
        return float(best), float(fresh)

    def describe(self) -> str:
        best, fresh = self.scores
        return (
            f"the best of {self.models} models that know nothing has {best:.0%} of "
            f"{self.examples} test examples right, and {fresh:.0%} of {_FRESH} new ones"
        )
