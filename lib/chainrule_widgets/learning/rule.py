"""A rule is written by somebody who knows; a learned border is found in the examples."""

from functools import cache
from typing import Any, Final, NamedTuple, final

import numpy as np
import traitlets
from chainrule import datasets, layers, models, optimizers
from numpy.typing import NDArray

from chainrule_widgets.explorable import Explorable, script

Array = NDArray[Any]
DATA: Final = ("irises", "tumours")
_STEPS: Final = 200


class Cases(NamedTuple):
    """Two features of each example, and its class."""

    X: Array
    y: Array
    measures: tuple[str, str]
    classes: tuple[str, str]


def cases(name: str) -> Cases:
    """Return real data; examples with an even index are training data, the others are new data.

    Raises:
        ValueError: if the name is unknown.
    """
    if name == "irises":
        X, kind = datasets.iris()
        X, y = X[kind > 0, 2:], 1.0 * (kind[kind > 0] == 2)
        return Cases(X, y, ("petal length, cm", "petal width, cm"), ("versicolor", "virginica"))
    if name == "tumours":
        X, benign = datasets.breast_cancer()
        X = X[:, [20, 27]] * [
            1,
            100,
        ]  # the largest values of two measurements, the second in percent
        return Cases(X, 1.0 - benign, ("radius", "concave points, %"), ("benign", "malignant"))
    raise ValueError(f"unknown data {name!r}; choose one of: {', '.join(DATA)}")


@cache
def learned(name: str) -> tuple[float, float, float]:
    """Train one neuron on the training data; return w₀, w₁, w₂ for unscaled features."""
    X, y, _, _ = cases(name)
    X, y = X[::2], y[::2]
    mean, std = X.mean(axis=0), X.std(axis=0)
    neuron = layers.Dense(1, "sigmoid", kernel_initializer="zeros", dtype="float64")
    model = models.Sequential([layers.Input((2,), dtype="float64"), neuron])
    model.compile(optimizers.SGD(0.5, momentum=0.9), "binary_crossentropy")
    for _ in range(_STEPS):
        model.train_on_batch((X - mean) / std, y[:, np.newaxis])
    kernel, bias = model.get_weights()
    w = kernel[:, 0] / std
    return float(bias[0] - w @ mean), float(w[0]), float(w[1])


@final
class Rule(Explorable):
    """A hand-made rule, "class 1 where x₁ > a or x₂ > b", and a learned line."""

    _esm = script(__file__)

    data = traitlets.Enum(DATA, "irises").tag(sync=True)
    a = traitlets.Float(0.5, min=0.0, max=1.0).tag(sync=True)
    b = traitlets.Float(0.5, min=0.0, max=1.0).tag(sync=True)
    joined = traitlets.Enum(("or", "and"), "or").tag(sync=True)
    show = traitlets.Bool(default_value=False).tag(sync=True)
    sets = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        data: str = "irises",
        *,
        a: float = 0.5,
        b: float = 0.5,
        joined: str = "or",
        show: bool = False,
    ) -> None:
        sets = {name: _sent(name) for name in DATA}
        super().__init__(data=data, a=float(a), b=float(b), joined=joined, show=show, sets=sets)

    @property
    def cuts(self) -> tuple[float, float]:
        """The two thresholds in the units of the features; the traits are fractions of the axes."""
        low, high = _frame(self.data)
        a, b = low + (high - low) * [self.a, self.b]
        return float(a), float(b)

    def right(self, *, new: bool, learnt: bool = False) -> int:
        """Count the right predictions of the rule or the learned line, on training or new data."""
        X, y, _, _ = cases(self.data)
        X, y = X[int(new) :: 2], y[int(new) :: 2]
        if learnt:
            w0, w1, w2 = learned(self.data)
            return int(((w0 + X @ [w1, w2] > 0) == (y > 0)).sum())
        above = np.array(self.cuts) < X
        yes = above.any(axis=1) if self.joined == "or" else above.all(axis=1)
        return int((yes == (y > 0)).sum())

    def describe(self) -> str:
        _, y, measures, classes = cases(self.data)
        a, b = self.cuts
        return (
            f"{classes[1]} where {measures[0]} > {a:.2f} {self.joined} {measures[1]} > {b:.2f}: "
            f"{self.right(new=True)} of {len(y) // 2} new examples right; "
            f"the learned line: {self.right(new=True, learnt=True)}"
        )


def _frame(name: str) -> tuple[Array, Array]:
    """Return the corners of the picture: the range of the data with a margin."""
    X = cases(name).X
    margin = 0.06 * np.ptp(X, axis=0)
    return X.min(axis=0) - margin, X.max(axis=0) + margin


def _sent(name: str) -> dict[str, Any]:
    X, y, measures, classes = cases(name)
    return {
        "rows": np.column_stack([X, y]).astype("<f8").tobytes(),
        "frame": [corner.tolist() for corner in _frame(name)],
        "learned": learned(name),
        "measures": measures,
        "classes": classes,
    }
