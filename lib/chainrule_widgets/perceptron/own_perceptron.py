"""Compare a student's perceptron with the library's over a region of the plane."""

from collections.abc import Sequence
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import layers, models
from numpy.typing import NDArray

from chainrule_widgets.explorable import StateExplorable, script
from chainrule_widgets.user_function import (
    Function,
    UnusableError,
    as_array,
    call,
    name_of,
)

Array = NDArray[Any]
REACH: Final = 3.0
_CELLS: Final = 41
_AXIS: Final = np.linspace(-REACH, REACH, _CELLS)
_PLANE: Final = np.stack(np.meshgrid(_AXIS, _AXIS), axis=-1).reshape(-1, 2)


def probabilities(function: Function, X: Array, w: Array, b: float) -> Array:
    """Return the student's output for each row of X.

    Raises:
        UnusableError: if the function does not return an array of shape (n,).
    """
    name = name_of(function)
    shapes = f"X of shape {X.shape}, w of shape {w.shape} and a number b"
    arrays = {"the table X": X, "the array w": w}
    result = as_array(call(function, arrays, b, context=f"It was called with {shapes}."), name)
    if result.shape != (len(X),):
        raise UnusableError(
            f"For X of shape {X.shape}, {name} returned an array of shape {result.shape}. "
            f"Return an array of shape ({len(X)},), with one number for each row."
        )
    return result


def reference(X: Array, w: Array, b: float) -> Array:
    """Return the output of the library: a dense layer of one sigmoid neuron."""
    neuron = layers.Dense(1, "sigmoid", dtype="float64")
    model = models.Sequential([layers.Input((len(w),), dtype="float64"), neuron])
    model.set_weights([w[:, np.newaxis], [b]])
    return np.asarray(model.predict(X))[:, 0]


def _written(value: float) -> str:
    return f"{value:.4g}".replace("-", "−").replace("nan", "NaN")


@final
class OwnPerceptron(StateExplorable):
    """The outputs of a student's `perceptron(X, w, b)` beside those of the library."""

    _esm = script(__file__)
    depends_on = ("w0", "w1", "w2")

    name = traitlets.Unicode().tag(sync=True)
    w0 = traitlets.Float(1.0, min=-6.0, max=6.0).tag(sync=True)
    w1 = traitlets.Float(3.0, min=-4.0, max=4.0).tag(sync=True)
    w2 = traitlets.Float(-2.0, min=-4.0, max=4.0).tag(sync=True)

    def __init__(
        self, function: Function, w0: float = 1.0, w: Sequence[float] = (3.0, -2.0)
    ) -> None:
        if not callable(function):
            raise TypeError(
                f"OwnPerceptron needs a function, but got {type(function).__name__}; write its "
                "name without brackets, as in OwnPerceptron(perceptron)"
            )
        self.function = function
        name = getattr(function, "__name__", type(function).__name__)
        super().__init__(name=name, w0=float(w0), w1=float(w[0]), w2=float(w[1]))

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        b, w = float(asked["w0"]), np.array([float(asked["w1"]), float(asked["w2"])])
        expected = reference(_PLANE, w, b)
        try:
            yours = probabilities(self.function, _PLANE, w, b)
        except UnusableError as error:
            answer = {**asked, "verdict": "unusable", "says": str(error), "wrong": 0, "at": None}
            return answer, [expected.astype("<f4").tobytes()]
        gap = np.abs(yours - expected)
        wrong = ~(gap <= 1e-5)  # NaN is wrong too
        answer = {**asked, **self._verdict(yours, expected, wrong)}
        return answer, [np.stack([expected, yours]).astype("<f4").tobytes()]

    def _verdict(self, yours: Array, expected: Array, wrong: Array) -> dict[str, Any]:
        count = int(wrong.sum())
        if not count:
            sentence = f"{self.name} and the library agree at all {len(yours)} points."
            return {"verdict": "same", "says": sentence, "wrong": 0, "at": None}
        gap = np.where(np.isfinite(yours), np.abs(yours - expected), np.inf)
        place = int(gap.argmax())
        x1, x2 = _PLANE[place]
        sentence = (
            f"They differ at {count} of {len(yours)} points. The largest difference is at "
            f"({_written(x1)}, {_written(x2)}): {self.name} returns {_written(yours[place])}, "
            f"the library returns {_written(expected[place])}."
        )
        return {"verdict": "parts", "says": sentence, "wrong": count, "at": [float(x1), float(x2)]}

    def describe(self) -> str:
        weights = f"w₀ = {self.w0:g}, W = [{self.w1:g}, {self.w2:g}]"
        return f"{self.name} with {weights}: {self.seen['says']}"
