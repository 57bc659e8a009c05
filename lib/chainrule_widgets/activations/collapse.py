"""Show that a stack of linear layers is only one layer, and that a nonlinearity changes this."""

from functools import reduce
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule.activations import Activation
from numpy.typing import ArrayLike, NDArray

from chainrule_widgets.activations.scalar import SCALAR_ACTIVATIONS, scalar_activation, tables
from chainrule_widgets.explorable import Explorable, script

_WEIGHTS: Final = (
    ((1.0, 0.6), (-0.5, 1.1)),
    ((0.9, -0.7), (0.6, 1.0)),
    ((1.2, 0.4), (-0.6, 0.8)),
)


def _squares(weights: ArrayLike) -> list[list[list[float]]]:
    """Return the matrices as lists.

    Raises:
        ValueError: if the shape is wrong.
    """
    matrices = np.asarray(weights, dtype=float)
    if matrices.ndim != 3 or matrices.shape[1:] != (2, 2) or not 1 <= len(matrices) <= 3:
        raise ValueError(
            "Collapse needs one to three weight matrices of shape (2, 2), "
            f"but got an array of shape {matrices.shape}"
        )
    return [[[float(w) for w in row] for row in matrix] for matrix in matrices]


@final
class Collapse(Explorable):
    """A grid of points x₀ after each of up to three layers, with an activation between the layers.

    The dashed grid is x₀W_c, with the single matrix W_c = W₀W₁W₂. With `activation="linear"` the
    two grids are equal at every depth; with a nonlinear activation they differ.
    """

    _esm = script(__file__)

    weights = traitlets.List().tag(sync=True)
    depth = traitlets.Int(3, min=1, max=3).tag(sync=True)
    activation = traitlets.Enum(SCALAR_ACTIVATIONS, "linear").tag(sync=True)
    tables = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        weights: ArrayLike = _WEIGHTS,
        *,
        depth: int | None = None,
        activation: str | Activation = "linear",
    ) -> None:
        matrices = _squares(weights)
        super().__init__(
            weights=matrices,
            depth=len(matrices) if depth is None else min(depth, len(matrices)),
            activation=scalar_activation(activation).name,
            tables=tables(),
        )

    @property
    def collapsed(self) -> NDArray[Any]:
        """The product W_c of the weights of the layers in use."""
        return reduce(np.matmul, np.array(self.weights[: self.depth]))

    def describe(self) -> str:
        numbers = "; ".join(" ".join(f"{w:.3g}" for w in row) for row in self.collapsed)
        between = "no activation" if self.activation == "linear" else self.activation
        is_nonlinear = self.depth > 1 and self.activation != "linear"
        return (
            f"{self.depth} of {len(self.weights)} layers with {between} between them: "
            f"the grid {'differs from' if is_nonlinear else 'is the same as'} the grid of the "
            f"single layer W_c = [{numbers}]"
        )
