"""What a neuron adds up: each input times its weight, and a bias."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks.perceptron._mistakes import Array, by_examples, rounded
from chainrule_grader.tasks.perceptron._sums import WRONG_SUMS


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "one example", np.array([[-1.0, 2.0]]), np.array([3.0, -2.0]), 1.0
    yield "one example", np.array([[0.5, 4.0, -1.25]]), np.array([2.0, 0.25, 3.0]), -0.5
    yield "one example", rng.normal(size=(1, 3)).round(2), rng.normal(size=3).round(2), 0.75
    pairs = np.array([[-1.0, 2.0], [0.0, 1.5], [4.0, 0.5]])
    yield "several examples", pairs, np.array([3.0, -2.0]), 1.0
    yield "several examples", np.array([[1, 2], [3, -4], [0, 5]]), np.array([2, -1]), 0.5
    yield "several examples", rng.normal(size=(3, 3)), rng.normal(size=3), 2.0
    yield "several examples", rng.normal(size=(5, 4)), rng.normal(size=4), -1.5
    yield "several examples", rng.normal(size=(4, 1)), np.array([1.75]), 0.25


def _weighted_sum(X: Array, w: Array, b: float) -> Array:
    return np.asarray(X @ w + b)


TASK = Task(
    reference=_weighted_sum,
    observe=calls(_inputs),
    misconceptions=(
        *WRONG_SUMS,
        Misconception(
            "sign",
            lambda X, w, b: -(X @ w + b),
            "The whole sum has the wrong sign.",
        ),
        Misconception(
            "activated",
            lambda X, w, b: activations.sigmoid(X @ w + b),
            "An activation is applied already; the plain sum is asked for.",
        ),
        Misconception(
            "rectified",
            lambda X, w, b: np.maximum(X @ w + b, 0),
            "Negative sums are stopped at 0, as by an activation; the plain sum is asked for.",
        ),
        Misconception(
            "tanh",
            lambda X, w, b: np.tanh(X @ w + b),
            "tanh is applied already; the plain sum is asked for.",
        ),
        Misconception(
            "step",
            lambda X, w, b: X @ w + b > 0,
            "The decision is made already; the plain sum is asked for.",
        ),
        *by_examples(_weighted_sum),
        *rounded(_weighted_sum),
    ),
    hints=(
        "Each input has its own weight, which says how much it counts. The bias counts always.",
        "z = b + Σⱼ xⱼ wⱼ for each row x of X, and for all rows at once z = X w + b.",
        "The operator @ between a table and a row of weights adds up the products of each row.",
    ),
)
