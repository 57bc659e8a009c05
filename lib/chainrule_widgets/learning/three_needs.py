"""Show that a neuron cannot learn without inputs, targets or feedback."""

from functools import cache
from itertools import product
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import datasets, layers, models, optimizers
from numpy.typing import NDArray

from chainrule_widgets.explorable import Explorable, script

Array = NDArray[Any]
STEPS: Final = 60


@cache
def examples() -> tuple[Array, Array]:
    """Return two clusters that touch: X (80, 2), y (80,) of 0 and 1."""
    X, y = datasets.blobs(80, noise=1.9, classes=2, seed=2)
    turned = X @ np.array([[0.8, 0.6], [-0.6, 0.8]]) / 3.6
    # Not at the origin, so that the neuron must learn the bias too.
    return turned + np.array([0.9, 0.5]), y.astype(float)


@cache
def lesson(inputs: bool, targets: bool, feedback: bool) -> Array:
    """Train one neuron; return w₀, w₁, w₂, the loss and the right predictions at each step.

    Without inputs, all inputs are 0. Without targets, the targets are random. Without feedback,
    the weights change at random.
    """
    X, y = examples()
    rng = np.random.default_rng(1)
    seen = X if inputs else np.zeros_like(X)
    neuron = layers.Dense(1, "sigmoid", kernel_initializer="zeros", dtype="float64")
    model = models.Sequential([layers.Input((2,), dtype="float64"), neuron])
    model.compile(optimizers.SGD(0.12), "binary_crossentropy")
    path = []
    for _ in range(STEPS + 1):
        kernel, bias = model.get_weights()
        p = np.asarray(model.predict(seen))[:, 0]
        loss = model.evaluate(seen, y[:, np.newaxis])
        path.append([bias[0], *kernel[:, 0], loss, ((p > 0.5) == (y > 0)).sum()])
        target = y if targets else rng.integers(0, 2, len(y)).astype(float)
        if feedback:
            model.train_on_batch(seen, target[:, np.newaxis])
        else:
            blind = [w + rng.normal(scale=0.15, size=w.shape) for w in (kernel, bias)]
            model.set_weights(blind)
    return np.array(path)


@final
class ThreeNeeds(Explorable):
    """A neuron learns to separate two clusters; a checkbox removes each of its three needs."""

    _esm = script(__file__)

    inputs = traitlets.Bool(default_value=True).tag(sync=True)
    targets = traitlets.Bool(default_value=True).tag(sync=True)
    feedback = traitlets.Bool(default_value=True).tag(sync=True)
    step = traitlets.Int(0, min=0, max=STEPS).tag(sync=True)
    dots = traitlets.Bytes().tag(sync=True)
    lessons = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        *,
        inputs: bool = True,
        targets: bool = True,
        feedback: bool = True,
        step: int = 0,
    ) -> None:
        super().__init__(
            inputs=inputs,
            targets=targets,
            feedback=feedback,
            step=step,
            dots=np.column_stack(examples()).astype("<f4").tobytes(),
            lessons={
                "".join(map(str, map(int, needs))): lesson(*needs).astype("<f4").tobytes()
                for needs in product((False, True), repeat=3)
            },
        )

    @property
    def right(self) -> int:
        """The number of right predictions, of 80, after the present step."""
        return int(lesson(self.inputs, self.targets, self.feedback)[self.step, 4])

    def describe(self) -> str:
        needs = {"inputs": self.inputs, "targets": self.targets, "feedback": self.feedback}
        missing = [f"without {name}" for name, is_given in needs.items() if not is_given]
        return (
            f"{', '.join(missing) or 'with all three needs'}, after {self.step} steps: "
            f"{self.right} of {len(examples()[1])} right"
        )
