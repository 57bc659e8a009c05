"""Show that a network needs a nonlinear activation for a nonlinear decision boundary."""

from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule.activations import Activation
from numpy.typing import NDArray

from chainrule_widgets.activations.points import POINTS, points
from chainrule_widgets.activations.scalar import SCALAR_ACTIVATIONS, scalar_activation
from chainrule_widgets.explorable import StateExplorable, script

Array = NDArray[Any]
_CELLS: Final = 64
_EDGE: Final = 1.5
_MOST: Final = 40
_STATE: Final = ("data", "activation", "hidden", "seed")


def random_layer(hidden: int, seed: int) -> tuple[Array, Array]:
    """Draw random W of shape (2, hidden) and b; another unit does not change the earlier ones."""
    drawn = np.random.default_rng(seed).normal(size=(_MOST, 3))[:hidden]
    return 3 * drawn[:, :2].T, 2 * drawn[:, 2]


def fit(X: Array, y: Array, activation: Activation, hidden: int, seed: int) -> Any:
    """Fit the output weights by least squares on the targets ±1, and return the network's score."""
    W, b = random_layer(hidden, seed)

    def features(points: Array) -> Array:
        return np.column_stack([activation(points @ W + b), np.ones(len(points))])

    H = features(X)
    # Without the small L2 penalty, many units on few points would get very large weights.
    weights = np.linalg.solve(H.T @ H + 1e-3 * np.eye(hidden + 1), H.T @ (2 * y - 1))
    return lambda points: features(points) @ weights


@final
class Boundary(StateExplorable):
    """Points of two classes and the decision boundary of a network with one hidden layer.

    The hidden layer is random and fixed; only the output layer is fitted, by least squares.
    Training would fit both layers, but this is enough to show why a nonlinearity is needed.
    """

    _esm = script(__file__)
    depends_on = _STATE

    data = traitlets.Enum(POINTS, "ring").tag(sync=True)
    activation = traitlets.Enum(SCALAR_ACTIVATIONS, "linear").tag(sync=True)
    hidden = traitlets.Int(12, min=1, max=_MOST).tag(sync=True)
    seed = traitlets.Int(0, min=0).tag(sync=True)

    def __init__(
        self,
        data: str = "ring",
        activation: str | Activation = "linear",
        *,
        hidden: int = 12,
        seed: int = 0,
    ) -> None:
        points(data)
        super().__init__(
            data=data, activation=scalar_activation(activation).name, hidden=hidden, seed=seed
        )

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        X, y = points(asked["data"])
        hidden = min(max(int(asked["hidden"]), 1), _MOST)
        score = fit(X, y, scalar_activation(asked["activation"]), hidden, int(asked["seed"]))
        axis = np.linspace(-_EDGE, _EDGE, _CELLS)
        grid = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
        answer = {**asked, "right": int(((score(X) > 0) == (y > 0)).sum()), "of": len(y)}
        dots = np.column_stack([X, y, score(X) > 0])
        return answer, [array.astype("<f4").tobytes() for array in (score(grid), dots)]

    def describe(self) -> str:
        return (
            f"{self.hidden} hidden units with {self.activation} on the points '{self.data}': "
            f"{self.seen['right']} of {self.seen['of']} on the right side of the boundary"
        )
