"""The mini-batch algorithm as a list of moments: which line is read, and what is known by then."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, final

import numpy as np
from chainrule import layers, losses, models, optimizers
from numpy.typing import NDArray

Array = NDArray[Any]
X: Final = np.array([0.5, 1.0, -1.0, 2.0, -0.5, 1.5, -2.0, 0.8, -1.5, 1.2])
Y: Final = np.array([1.3, 1.8, -2.3, 4.1, -0.7, 2.6, -3.8, 1.9, -3.1, 2.2])
COUNT: Final = len(X)
EPOCHS: Final = 2
LINES: Final = (
    "w ← an initial value",
    "for each epoch: shuffle the examples",
    "    for each batch: take the next B of them",
    "        ∂J/∂w ← 1/B Σₖ ∂Jₖ/∂w",
    "        w ← w − η ∂J/∂w",
    "return w",
)
_SQUARED: Final = losses.MeanSquaredError(reduction="sum")


@final
@dataclass
class Moment:
    """What is known when a line of the algorithm has been carried out."""

    line: int
    sentence: str
    w: float
    loss: float
    epoch: int = -1
    order: list[int] = field(default_factory=list)
    batch: list[int] = field(default_factory=list)
    done: list[int] = field(default_factory=list)
    gradients: list[float] = field(default_factory=list)
    mean: float | None = None


def gradient_of_each(w: float) -> Array:
    """Return ∂Jₖ/∂w of every example, for Jₖ = (w xₖ − yₖ)²."""
    return np.asarray(_SQUARED.gradient(Y, w * X) * X)


def whole(w: float) -> float:
    """Return the loss over all examples."""
    return float(losses.MeanSquaredError()(Y, w * X))


def trace(
    batch_size: int, learning_rate: float, seed: int, *, w: float = 0.0, own_size: bool = True
) -> Iterator[Moment]:
    """Yield every moment of two epochs.

    Without `own_size` every batch is divided by `batch_size`, even a last one that has fewer.
    The step itself is the library's: a model with one weight, trained on the batch.
    """
    model = models.Sequential([layers.Input(shape=(1,), dtype="float64")])
    model.add(layers.Dense(1, use_bias=False, dtype="float64"))
    model.set_weights([[[w]]])
    rng, rate = np.random.default_rng(seed), learning_rate
    yield Moment(0, f"The first weight is w = {w:.3g}.", w, whole(w))
    for epoch in range(EPOCHS):
        order = rng.permutation(COUNT).tolist()
        known: dict[str, Any] = {"epoch": epoch, "order": order}
        sentence = f"Epoch {epoch + 1}: the ten examples are shuffled."
        yield Moment(1, sentence, w, whole(w), **known)
        for start in range(0, COUNT, batch_size):
            batch = order[start : start + batch_size]
            known |= {"batch": batch, "done": order[:start]}
            yield Moment(2, _taken(len(batch), batch_size), w, whole(w), **known)
            gradients = gradient_of_each(w)[batch]
            divisor = len(batch) if own_size else batch_size
            known |= {"gradients": gradients.tolist(), "mean": float(gradients.sum() / divisor)}
            yield Moment(3, _averaged(gradients, divisor), w, whole(w), **known)
            model.compile(optimizers.SGD(rate * len(batch) / divisor), "mean_squared_error")
            model.train_on_batch(X[batch, np.newaxis], Y[batch])
            before, w = w, float(model.get_weights()[0][0, 0])
            yield Moment(4, _stepped(before, rate, known["mean"], w), w, whole(w), **known)
            known |= {"gradients": [], "mean": None}
    sentence = f"Every example has been used {EPOCHS} times. The weight is {_short(w)}."
    yield Moment(5, sentence, w, whole(w), EPOCHS - 1, order, done=order)


def _taken(count: int, batch_size: int) -> str:
    if count == batch_size:
        return f"Take the next {count} examples." if count > 1 else "Take the next example."
    return (
        f"Only {count} {'examples are' if count > 1 else 'example is'} left, so the last batch "
        f"is smaller."
    )


def _averaged(gradients: Array, divisor: int) -> str:
    mean = _short(gradients.sum() / divisor)
    total = _short(gradients.sum())
    sentence = (
        f"The sum of the {len(gradients)} gradients is {total}; divided by {divisor}, this "
        f"is {mean}."
    )
    if divisor == len(gradients):
        return sentence
    return (
        f"{sentence} This is not the mean: {len(gradients)} gradients were added, but the sum "
        f"was divided by {divisor}."
    )


def _stepped(before: float, rate: float, mean: float, w: float) -> str:
    return f"{_short(before)} − {rate:g} · {_short(mean)} = {_short(w)}."


def _short(value: float) -> str:
    return f"{value + 0.0:.3g}".replace("-", "−")
