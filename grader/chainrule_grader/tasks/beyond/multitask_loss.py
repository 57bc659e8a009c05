"""One number for several tasks at once: the weighted sum of their losses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task

Array: TypeAlias = NDArray[Any]


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "two heads", np.array([0.5, 3.0]), np.array([2.0, 0.25])
    yield "two heads", np.array([4, 2]), np.array([1.0, 0.5])
    yield "two heads", np.array([0.0, 1.5]), np.array([3.0, 1.0])
    yield "two heads", rng.uniform(1, 3, 2).round(2), rng.uniform(0.5, 2, 2).round(2)
    yield "any number", np.array([1.25]), np.array([3.0])
    yield "any number", np.array([0.7, 2.0, 0.1]), np.array([0.0, 1.5, 10.0])
    yield "any number", rng.uniform(1, 3, 5).round(3), rng.uniform(0.5, 2, 5).round(3)


def _softened(weights: Array) -> Array:
    powers = np.exp(weights - weights.max())
    return np.asarray(powers / powers.sum())


def _weighted(losses: Array, weights: Array) -> Any:
    return np.dot(losses, weights)


TASK = Task(
    reference=_weighted,
    observe=calls(_inputs),
    misconceptions=(
        Misconception(
            "unweighted",
            lambda losses, weights: losses.sum(),  # noqa: ARG005  that is the mistake
            "You add the losses without the weights; multiply each loss by its weight.",
        ),
        Misconception(
            "mean",
            lambda losses, weights: (losses * weights).mean(),
            "You divide the sum by the number of losses; return the sum.",
        ),
        Misconception(
            "weighted-mean",
            lambda losses, weights: (losses * weights).sum() / weights.sum(),
            "You divide by the sum of the weights; return the weighted sum.",
        ),
        Misconception(
            "not-summed",
            lambda losses, weights: losses * weights,
            "You return the weighted losses; return their sum.",
        ),
        Misconception(
            "plain-mean",
            lambda losses, weights: losses.mean(),  # noqa: ARG005  that is the mistake
            "You return the mean of the losses; return the sum of weight times loss.",
        ),
        Misconception(
            "divided",
            lambda losses, weights: (losses / np.where(weights == 0, np.inf, weights)).sum(),
            "You divide the losses by their weights; multiply them.",
        ),
        Misconception(
            "softmax-of-weights",
            lambda losses, weights: (losses * _softened(weights)).sum(),
            "You apply softmax to the weights; use them as they are.",
        ),
        Misconception(
            "products-crossed",
            lambda losses, weights: losses.sum() * weights.sum(),
            "You multiply the sum of the losses by the sum of the weights; multiply pair by pair.",
        ),
        Misconception(
            "losses-plus-weights",
            lambda losses, weights: (losses + weights).sum(),
            "You add the weights to the losses; multiply them.",
        ),
        Misconception(
            "squared",
            lambda losses, weights: (losses**2 * weights).sum(),
            "You square the losses; use them as they are.",
        ),
        Misconception(
            "weights-squared",
            lambda losses, weights: (losses * weights**2).sum(),
            "You square the weights; use them as they are.",
        ),
        Misconception(
            "largest",
            lambda losses, weights: (losses * weights).max(),
            "You return the largest weighted loss; return the sum of all.",
        ),
        Misconception(
            "first",
            lambda losses, weights: losses[0] * weights[0],
            "You use the first loss only; add up all of them.",
        ),
        Misconception(
            "last",
            lambda losses, weights: losses[-1] * weights[-1],
            "You use the last loss only; add up all of them.",
        ),
        Misconception(
            "without-the-last",
            lambda losses, weights: (losses * weights)[:-1].sum(),
            "You leave out the last loss; add up all of them.",
        ),
        Misconception(
            "reversed",
            lambda losses, weights: (losses * weights[::-1]).sum(),
            "You take the weights in reverse order.",
        ),
        Misconception(
            "product",
            lambda losses, weights: np.prod(losses * weights),
            "You multiply the weighted losses; add them up.",
        ),
        Misconception(
            "exponents",
            lambda losses, weights: (losses**weights).sum(),
            "You use the weights as exponents; multiply by them.",
        ),
        Misconception(
            "half",
            lambda losses, weights: (losses @ weights) / 2,
            "You halve the sum; return the sum.",
        ),
        Misconception(
            "smallest",
            lambda losses, weights: (losses * weights).min(),
            "You return the smallest weighted loss; return the sum of all.",
        ),
        Misconception(
            "running",
            lambda losses, weights: np.cumsum(losses * weights),
            "You return all partial sums; return the last one.",
        ),
        Misconception(
            "sign",
            lambda losses, weights: -(losses * weights).sum(),
            "Your sum has the wrong sign.",
        ),
    ),
    hints=(
        "Every head has a loss and a weight that says how much it matters; one number is left.",
        "J = Σ wᵢ · Jᵢ, and nothing is divided.",
        "Multiply the two arrays entry by entry, then add up; or take their dot product.",
    ),
)
