"""Show linear and logistic regression as one neuron with two activation functions."""

from functools import cache
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import activations, layers, models, optimizers
from numpy.typing import NDArray

from chainrule_widgets.explorable import Explorable, script
from chainrule_widgets.perceptron.sigmoid_table import table
from chainrule_widgets.perceptron.students import ENOUGH, hours_and_marks

Array = NDArray[Any]
STEPS: Final = 150
ACTIVATIONS: Final = ("linear", "sigmoid")
TARGETS: Final = ("mark", "passed")
_LOSS: Final = {"linear": "mse", "sigmoid": "binary_crossentropy"}
_SPEED: Final = {"linear": 0.15, "sigmoid": 2.0}


@cache
def fitted(g: str, targets: str, outlier: bool) -> Array:
    """Train one neuron, and return b, w and the loss after 0 to 150 steps, shape (151, 3).

    The returned w multiplies hours; training uses hours that are scaled to about −1 to 1.
    """
    hours, marks = hours_and_marks(outlier=outlier)
    X, y = (hours[:, np.newaxis] - 5) / 5, marks if targets == "mark" else marks > ENOUGH
    target = np.asarray(y, dtype=float)[:, np.newaxis]
    neuron = layers.Dense(1, activation=g, kernel_initializer="zeros", dtype="float64")
    model = models.Sequential([layers.Input((1,), dtype="float64"), neuron])
    model.compile(optimizers.SGD(_SPEED[g], momentum=0.6), _LOSS[g])
    path = []
    for _ in range(STEPS + 1):
        kernel, bias = model.get_weights()
        loss = model.train_on_batch(X, target)
        path.append([bias[0] - kernel[0, 0], kernel[0, 0] / 5, loss])
    return np.array(path)


@final
class OneNeuron(Explorable):
    """ŷ = g(b + w · hours), fitted step by step to the marks or to the classes passed and failed.

    With g = identity this is linear regression, with g = σ logistic regression. The outlier, a
    student with 30 hours, changes the straight line strongly and the sigmoid hardly.
    """

    _esm = script(__file__)

    activation = traitlets.Enum(ACTIVATIONS, "linear").tag(sync=True)
    targets = traitlets.Enum(TARGETS, "mark").tag(sync=True)
    outlier = traitlets.Bool(default_value=False).tag(sync=True)
    step = traitlets.Int(0, min=0, max=STEPS).tag(sync=True)
    students = traitlets.Bytes().tag(sync=True)
    paths = traitlets.Dict().tag(sync=True)
    table = traitlets.Bytes().tag(sync=True)

    def __init__(
        self,
        activation: str = "linear",
        targets: str = "mark",
        *,
        outlier: bool = False,
        step: int = 0,
    ) -> None:
        super().__init__(
            activation=activation,
            targets=targets,
            outlier=outlier,
            step=step,
            students=np.stack(hours_and_marks(outlier=True)).astype("<f4").tobytes(),
            paths={
                f"{g} {what} {far}": fitted(g, what, bool(far)).astype("<f4").tobytes()
                for g in ACTIVATIONS
                for what in TARGETS
                for far in (0, 1)
            },
            table=table(),
        )

    @property
    def weights(self) -> tuple[float, float]:
        """The bias b and the weight w after the present step."""
        b, w, _ = fitted(self.activation, self.targets, self.outlier)[self.step]
        return float(b), float(w)

    @property
    def right(self) -> int:
        """The number of students for whom ŷ > ½ predicts correctly whether they passed."""
        hours, marks = hours_and_marks(outlier=self.outlier)
        b, w = self.weights
        y = activations.get(self.activation)(b + w * hours)
        return int(((y > 0.5) == (marks > ENOUGH)).sum())

    def describe(self) -> str:
        b, w = self.weights
        name = "linear" if self.activation == "linear" else "logistic"
        return (
            f"{name} regression of '{self.targets}' after {self.step} steps: "
            f"ŷ = {'' if self.activation == 'linear' else 'σ'}({b:.3f} + {w:.3f} · hours); "
            f"{self.right} of {24 + self.outlier} predictions are right"
        )
