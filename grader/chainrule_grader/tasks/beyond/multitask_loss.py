"""The loss of multitask learning: the weighted sum of the losses of all heads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch
from chainrule_grader.tasks._common import (
    DOUBLED,
    INTEGERS,
    NEGATED,
    ONE_ADDED,
    ONE_DECIMAL,
    ROUNDED,
    WRAPPED,
)

Array: TypeAlias = NDArray[Any]


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "two heads", np.array([0.5, 3.0]), np.array([2.0, 0.25])
    yield "two heads", np.array([4, 2]), np.array([1.0, 0.5])
    yield "two heads", np.array([0.0, 1.5]), np.array([3.0, 1.0])
    yield "two heads", rng.uniform(1, 3, 2).round(4), rng.uniform(0.5, 2, 2).round(3)
    yield "any number", np.array([1.25]), np.array([3.0])
    yield "any number", np.array([0.7, 2.0, 0.1]), np.array([0.0, 1.5, 10.0])
    yield "any number", rng.uniform(1, 3, 5).round(4), rng.uniform(0.5, 2, 5).round(3)


def _make(
    loss: Callable[[Array], Array] = lambda losses: losses,
    weight: Callable[[Array], Array] = lambda weights: weights,
    term: Callable[[Array, Array], Array] = np.multiply,
    used: slice = slice(None),
    total: Callable[[Array], Any] = np.sum,
) -> Implementation:
    """Return a function that adds up a term for each of the `used` heads."""

    def multitask_loss(losses: Array, weights: Array) -> Any:
        return total(term(loss(losses), weight(weights))[used])

    return multitask_loss


def _softmax(weights: Array) -> Array:
    powers = np.exp(weights - weights.max())
    return np.asarray(powers / powers.sum())


def _running(losses: Array, weights: Array) -> float:
    """Add each loss to the total and multiply the total by the weight."""
    total = 0.0
    for loss, weight in zip(losses.tolist(), weights.tolist(), strict=True):
        total = (total + loss) * weight
    return total


TASK = Task(
    reference=_make(),
    make=_make,
    observe=calls(_inputs),
    misconceptions=(
        switch(
            "unweighted",
            "You use the losses without the weights; multiply each loss by its weight.",
            term=lambda losses, _weights: losses,
        ),
        switch(
            "losses-unused",
            "You use the weights without the losses; multiply each loss by its weight.",
            term=lambda _losses, weights: weights,
        ),
        switch(
            "mean",
            "You divide the sum by the number of losses; return the sum.",
            total=np.mean,
        ),
        switch(
            "weighted-mean",
            "You divide by the sum of the weights; return the weighted sum.",
            weight=lambda weights: weights / weights.sum(),
        ),
        switch(
            "weights-by-norm",
            "You divide the weights by their norm; use them as they are.",
            weight=lambda weights: weights / np.linalg.norm(weights),
        ),
        switch(
            "weights-by-largest",
            "You divide the weights by the largest weight; use them as they are.",
            weight=lambda weights: weights / weights.max(),
        ),
        switch(
            "softmax-of-weights",
            "You apply softmax to the weights; use them as they are.",
            weight=_softmax,
        ),
        switch(
            "exponential-of-weights",
            "You use exp(−weight) in place of the weight; use the weights as they are.",
            weight=lambda weights: np.exp(-weights),
        ),
        switch(
            "one-minus-weights",
            "You use 1 − weight in place of the weight; use the weights as they are.",
            weight=lambda weights: 1 - weights,
        ),
        switch(
            "weights-squared",
            "You square the weights; use them as they are.",
            weight=np.square,
        ),
        switch(
            "reversed",
            "You take the weights in reverse order; loss i belongs to weight i.",
            weight=lambda weights: weights[::-1],
        ),
        switch(
            "first-weight-for-all",
            "You multiply every loss by the first weight; loss i belongs to weight i.",
            weight=lambda weights: np.full_like(weights, weights[0]),
        ),
        switch(
            "last-weight-for-all",
            "You multiply every loss by the last weight; loss i belongs to weight i.",
            weight=lambda weights: np.full_like(weights, weights[-1]),
        ),
        switch(
            "second-weight-from-first",
            "You compute the other weights as 1 minus the first; use the weights that are given.",
            weight=lambda weights: np.concatenate([weights[:1], 1 - weights[:1] + 0 * weights[1:]]),
        ),
        switch(
            "squared",
            "You square the losses; use them as they are.",
            loss=np.square,
        ),
        switch(
            "logarithm",
            "You take the logarithm of the losses; use them as they are.",
            loss=np.log,
        ),
        switch(
            "sorted",
            "You sort losses and weights, so they no longer belong together; keep their order.",
            loss=np.sort,
            weight=np.sort,
        ),
        switch(
            "divided",
            "You divide the losses by their weights; multiply them.",
            term=np.divide,
        ),
        switch(
            "losses-plus-weights",
            "You add the weights to the losses; multiply them.",
            term=np.add,
        ),
        switch(
            "losses-minus-weights",
            "You subtract the weights from the losses; multiply them.",
            term=np.subtract,
        ),
        switch(
            "exponents",
            "You use the weights as exponents; multiply by them.",
            term=np.power,
        ),
        switch(
            "products-squared",
            "You square the products; add them as they are.",
            term=lambda losses, weights: (losses * weights) ** 2,
        ),
        switch(
            "last-missing",
            "You leave out the last loss; add up all of them.",
            used=slice(-1),
        ),
        switch(
            "first-missing",
            "You leave out the first loss; the loop must start at index 0.",
            used=slice(1, None),
        ),
        switch(
            "first",
            "You use the first loss only; add up all of them.",
            used=slice(1),
        ),
        switch(
            "last",
            "You use the last loss only; add up all of them.",
            used=slice(-1, None),
        ),
        switch(
            "not-summed",
            "You return the weighted losses; return their sum.",
            total=np.copy,
        ),
        switch(
            "largest",
            "You return the maximum; return the sum of all weighted losses.",
            total=np.max,
        ),
        switch(
            "largest-loss",
            "You return the largest loss; return the sum of weight times loss.",
            term=lambda losses, _weights: losses,
            total=np.max,
        ),
        switch(
            "smallest",
            "You return the minimum; return the sum of all weighted losses.",
            total=np.min,
        ),
        switch(
            "product",
            "You multiply the weighted losses; add them up.",
            total=np.prod,
        ),
        switch(
            "zero",
            "Your result is always 0; start with 0 and add each weighted loss.",
            total=lambda _terms: 0.0,
        ),
        switch(
            "running",
            "You return all partial sums; return the last one.",
            total=np.cumsum,
        ),
        switch(
            "norm",
            "You return the root of the sum of squares; return the sum itself.",
            total=lambda terms: np.sqrt(np.sum(terms**2)),
        ),
        switch(
            "variance",
            "You return the variance; return the sum of the weighted losses.",
            total=np.var,
        ),
        switch(
            "median",
            "You return the median; return the sum of the weighted losses.",
            total=np.median,
        ),
        switch(
            "half",
            "You halve the sum; return the sum.",
            result=lambda total: np.divide(total, 2),
        ),
        switch(
            "root",
            "You take the square root of the sum; return the sum.",
            result=np.sqrt,
        ),
        Misconception(
            "products-crossed",
            lambda losses, weights: losses.sum() * weights.sum(),
            "You multiply every loss by every weight; multiply each loss by its own weight.",
        ),
        Misconception(
            "outer-product",
            np.outer,
            "You return a matrix of all products; return one number, the weighted sum.",
        ),
        Misconception(
            "running-weights",
            _running,
            "You multiply the whole total by each weight; multiply only the loss by its weight.",
        ),
        NEGATED,
        ONE_ADDED,
        DOUBLED,
        WRAPPED,
        INTEGERS,
        ONE_DECIMAL,
        *ROUNDED[:2],
    ),
    hints=(
        "Every head has a loss and a weight that says how much it matters; one number is left.",
        "Each loss is multiplied by its own weight; then all products are added. Nothing more.",
        "Multiply the two arrays entry by entry, then add up; or take their dot product.",
    ),
)
