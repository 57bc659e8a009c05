"""Take away the inputs, the answers or the feedback, one at a time: no learning is left."""

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
    """Return two heaps that touch: X (80, 2), y (80,) of 0 and 1."""
    X, y = datasets.blobs(80, noise=1.9, classes=2, seed=2)
    turned = X @ np.array([[0.8, 0.6], [-0.6, 0.8]]) / 3.6
    # Off the origin, so that the bias has to be learned as well.
    return turned + np.array([0.9, 0.5]), y.astype(float)


@cache
def lesson(inputs: bool, answers: bool, feedback: bool) -> Array:
    """Let one neuron learn with what is left to it; return w₀, w₁, w₂, loss, right by step.

    Without inputs it sees zeros; without answers a coin is thrown for each; without feedback it
    takes steps in random directions, as it is not told which way is better.
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
        target = y if answers else rng.integers(0, 2, len(y)).astype(float)
        if feedback:
            model.train_on_batch(seen, target[:, np.newaxis])
        else:
            blind = [w + rng.normal(scale=0.15, size=w.shape) for w in (kernel, bias)]
            model.set_weights(blind)
    return np.array(path)


@final
class ThreeNeeds(Explorable):
    """A neuron learns to part two heaps, or tries to, with three switches for what it needs."""

    _esm = script(__file__)

    inputs = traitlets.Bool(default_value=True).tag(sync=True)
    answers = traitlets.Bool(default_value=True).tag(sync=True)
    feedback = traitlets.Bool(default_value=True).tag(sync=True)
    step = traitlets.Int(0, min=0, max=STEPS).tag(sync=True)
    dots = traitlets.Bytes().tag(sync=True)
    lessons = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        *,
        inputs: bool = True,
        answers: bool = True,
        feedback: bool = True,
        step: int = 0,
    ) -> None:
        super().__init__(
            inputs=inputs,
            answers=answers,
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
        """How many of the 80 the neuron says right after the present step."""
        return int(lesson(self.inputs, self.answers, self.feedback)[self.step, 4])

    def describe(self) -> str:
        needs = {"inputs": self.inputs, "answers": self.answers, "feedback": self.feedback}
        missing = [f"without {name}" for name, is_given in needs.items() if not is_given]
        return (
            f"{', '.join(missing) or 'with all it needs'}, after {self.step} steps: "
            f"{self.right} of {len(examples()[1])} right"
        )
