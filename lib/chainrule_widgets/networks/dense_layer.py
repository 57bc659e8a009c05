"""Show which numbers each number of a dense layer depends on."""

from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import activations
from chainrule.layers import Dense
from numpy.typing import ArrayLike, NDArray

from chainrule_widgets.explorable import StateExplorable, script

_STATE: Final = ("X", "W", "b", "activation")
_CHOICES: Final = ("linear", "step", "sigmoid", "tanh", "relu", "leaky_relu")
_MOST: Final = 4


def _matrices(X: ArrayLike, W: ArrayLike, b: ArrayLike) -> list[NDArray[Any]]:
    """Return the three as arrays of floats.

    Raises:
        ValueError: if their shapes do not fit.
    """
    arrays = [np.asarray(given, dtype=float) for given in (X, W, b)]
    if [2, 2, 1] != [array.ndim for array in arrays]:
        shapes = ", ".join(str(array.shape) for array in arrays)
        raise ValueError(f"X and W must be matrices and b a vector, but their shapes are {shapes}")
    (n, m), (rows, k) = arrays[0].shape, arrays[1].shape
    if m != rows:
        raise ValueError(
            f"X of shape {(n, m)} has {m} inputs, but W of shape {(rows, k)} has {rows} rows; "
            "W needs one row for each input"
        )
    if arrays[2].shape != (k,):
        raise ValueError(
            f"W of shape {(rows, k)} has {k} neurons, but b of shape {arrays[2].shape} "
            f"has {len(arrays[2])} biases"
        )
    if max(n, m, k) > _MOST:
        raise ValueError(f"DenseLayer draws at most {_MOST} examples, inputs and neurons")
    return arrays


@final
class DenseLayer(StateExplorable):
    """The product X W + b of a real `Dense` layer, number by number.

    `selected` is the highlighted number, as its matrix, row and column: ["Z", 0, 1].
    """

    _esm = script(__file__)
    depends_on = _STATE

    X = traitlets.List().tag(sync=True)
    W = traitlets.List().tag(sync=True)
    b = traitlets.List().tag(sync=True)
    activation = traitlets.Enum(_CHOICES, "linear").tag(sync=True)
    selected = traitlets.List(["Z", 0, 0]).tag(sync=True)

    def __init__(
        self,
        X: ArrayLike = ((1.0, 2.0), (0.5, -1.0), (-2.0, 0.0)),
        W: ArrayLike = ((0.5, -1.0, 1.0), (2.0, 0.5, -0.5)),
        b: ArrayLike = (1.0, 0.0, -0.5),
        *,
        activation: str = "linear",
        selected: tuple[str, int, int] = ("Z", 0, 0),
    ) -> None:
        matrices = [array.tolist() for array in _matrices(X, W, b)]
        traits = dict(zip(_STATE, [*matrices, activation], strict=True))
        super().__init__(**traits, selected=list(selected))

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        X, W, b = _matrices(asked["X"], asked["W"], asked["b"])
        layer = Dense(len(b), kernel_initializer="zeros", name="dense", dtype="float64")
        layer.connect(W.shape[:1])
        layer.set_weights([W, b])
        Z = layer(X)
        out = activations.get(asked["activation"])(Z)
        return {**asked, "Z": Z.tolist(), "out": out.tolist()}, []

    def describe(self) -> str:
        rows = "; ".join(" ".join(f"{z:g}" for z in row) for row in self.seen["out"])
        (n, m), k = np.shape(self.X), len(self.b)
        return (
            f"A dense layer with {self.activation}: X ({n}, {m}) times W ({m}, {k}) plus b ({k},) "
            f"gives [{rows}]"
        )
