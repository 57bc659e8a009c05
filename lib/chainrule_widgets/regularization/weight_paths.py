"""Plot the weights of a linear neuron over the strength of an L1 and an L2 penalty."""

from collections.abc import Sequence
from typing import Any, Final, final

import numpy as np
import traitlets
from numpy.typing import ArrayLike, NDArray

from chainrule_widgets.explorable import Explorable, script
from chainrule_widgets.regularization.shrinking import PENALTIES, best_weights

Array = NDArray[Any]
STRENGTHS: Final = 10 ** np.linspace(-2, 1, 61)


@final
class WeightPaths(Explorable):
    """Plot the best weights of a linear neuron for every strength λ of L1 and L2.

    Args:
        X: features of shape (n, m), standardized so that their weights can be compared.
        y: targets (n,).
        names: the names of the m features.
        place: the index of λ at first, 0 to 60.
    """

    _esm = script(__file__)

    place = traitlets.Int(20, min=0, max=len(STRENGTHS) - 1).tag(sync=True)
    names = traitlets.List(traitlets.Unicode()).tag(sync=True)
    paths = traitlets.Bytes().tag(sync=True)

    def __init__(
        self, X: ArrayLike, y: ArrayLike, names: Sequence[str] = (), *, place: int = 20
    ) -> None:
        features, targets = np.asarray(X, float), np.ravel(y).astype(float)
        if features.ndim != 2 or len(features) != len(targets):
            raise ValueError(
                f"WeightPaths needs X (n, m) and y (n,), not {features.shape} and {targets.shape}"
            )
        labels = list(names) or [f"w{j + 1}" for j in range(features.shape[1])]
        if len(labels) != features.shape[1]:
            raise ValueError(f"{features.shape[1]} features need as many names, not {len(labels)}")
        self.weights = np.array(
            [[best_weights(features, targets, kind, at) for at in STRENGTHS] for kind in PENALTIES]
        )
        paths = self.weights.astype("<f4").tobytes()
        super().__init__(names=labels, place=place, paths=paths)

    def describe(self) -> str:
        zeros = (self.weights[:, self.place] == 0).sum(axis=1)
        return (
            f"λ = {STRENGTHS[self.place]:.3g}: L1 makes {zeros[0]} of {len(self.names)} weights "
            f"exactly 0, L2 {zeros[1]}"
        )
