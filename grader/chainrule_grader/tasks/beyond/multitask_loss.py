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
            "The losses are added as they are: the weights make no difference.",
        ),
        Misconception(
            "mean",
            lambda losses, weights: (losses * weights).mean(),
            "The sum is divided by the number of heads.",
        ),
        Misconception(
            "weighted-mean",
            lambda losses, weights: (losses * weights).sum() / weights.sum(),
            "The sum is divided by the sum of the weights: doubling them all changes nothing.",
        ),
        Misconception(
            "not-summed",
            lambda losses, weights: losses * weights,
            "The weighted losses are there, one by one; only one number can be made small.",
        ),
        Misconception(
            "plain-mean",
            lambda losses, weights: losses.mean(),  # noqa: ARG005  that is the mistake
            "That is the mean of the losses: the weights make no difference.",
        ),
        Misconception(
            "divided",
            lambda losses, weights: (losses / np.where(weights == 0, np.inf, weights)).sum(),
            "The losses are divided by their weights: what should count more counts less.",
        ),
        Misconception(
            "softmax-of-weights",
            lambda losses, weights: (losses * _softened(weights)).sum(),
            "The weights are put through a softmax before they are used.",
        ),
        Misconception(
            "products-crossed",
            lambda losses, weights: losses.sum() * weights.sum(),
            "Every loss meets every weight: sums are multiplied where products are summed.",
        ),
        Misconception(
            "losses-plus-weights",
            lambda losses, weights: (losses + weights).sum(),
            "The weights are added to the losses instead of multiplying them.",
        ),
        Misconception(
            "squared",
            lambda losses, weights: (losses**2 * weights).sum(),
            "The losses are squared: they are numbers to be made small already.",
        ),
        Misconception(
            "weights-squared",
            lambda losses, weights: (losses * weights**2).sum(),
            "Each weight counts twice: it is its square that multiplies the loss.",
        ),
        Misconception(
            "largest",
            lambda losses, weights: (losses * weights).max(),
            "Only the largest of the weighted losses is left: the other heads learn nothing.",
        ),
        Misconception(
            "first",
            lambda losses, weights: losses[0] * weights[0],
            "Only the first head counts.",
        ),
        Misconception(
            "last",
            lambda losses, weights: losses[-1] * weights[-1],
            "Only the last head counts: the sum begins anew each time.",
        ),
        Misconception(
            "without-the-last",
            lambda losses, weights: (losses * weights)[:-1].sum(),
            "The last head is left out.",
        ),
        Misconception(
            "reversed",
            lambda losses, weights: (losses * weights[::-1]).sum(),
            "The weights are taken in reverse: each loss gets another head's.",
        ),
        Misconception(
            "product",
            lambda losses, weights: np.prod(losses * weights),
            "The weighted losses are multiplied; one head at 0 would hide all others.",
        ),
        Misconception(
            "exponents",
            lambda losses, weights: (losses**weights).sum(),
            "The weights are taken for powers of the losses instead of multiplying them.",
        ),
        Misconception(
            "half",
            lambda losses, weights: (losses @ weights) / 2,
            "Half of the sum is returned, whatever the number of heads.",
        ),
        Misconception(
            "smallest",
            lambda losses, weights: (losses * weights).min(),
            "Only the smallest of the weighted losses is left: the other heads learn nothing.",
        ),
        Misconception(
            "running",
            lambda losses, weights: np.cumsum(losses * weights),
            "All sums on the way are there, where the last of them is asked for.",
        ),
        Misconception(
            "sign",
            lambda losses, weights: -(losses * weights).sum(),
            "The sum has the wrong sign: making it small would make the losses large.",
        ),
    ),
    hints=(
        "Every head has a loss and a weight that says how much it matters; one number is left.",
        "J = Σ wᵢ · Jᵢ, and nothing is divided.",
        "Multiply the two arrays entry by entry, then add up; or take their dot product.",
    ),
)
