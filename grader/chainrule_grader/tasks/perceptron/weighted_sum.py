"""The weighted sum of a neuron: each input times its weight, plus a bias."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Task, switch
from chainrule_grader.tasks._common import AS_COLUMN, DOUBLED, INTEGERS, NEGATED, ONE_ADDED, ROUNDED
from chainrule_grader.tasks.perceptron._mistakes import EXAMPLES, Array
from chainrule_grader.tasks.perceptron._sums import RARE_SUMS, WRONG_SUMS, make_sum


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
    make=make_sum,
    observe=calls(_inputs),
    misconceptions=(
        *WRONG_SUMS,
        *RARE_SUMS,
        switch(
            "activated",
            "You already applied the sigmoid; return the weighted sums.",
            result=activations.sigmoid,
        ),
        switch(
            "tanh",
            "You already applied tanh; return the weighted sums.",
            result=np.tanh,
        ),
        switch(
            "rectified",
            "You already applied ReLU, so negative sums are 0; return the weighted sums.",
            result=activations.relu,
        ),
        switch(
            "step",
            "You already applied the threshold; return the weighted sums.",
            result=activations.step,
        ),
        switch(
            "absolute",
            "You return the absolute values of the sums; keep their signs.",
            result=np.abs,
        ),
        AS_COLUMN,
        *EXAMPLES,
        NEGATED,
        DOUBLED,
        ONE_ADDED,
        INTEGERS,
        *ROUNDED,
    ),
    hints=(
        "Each input has its own weight, which says how much the input counts. Then add the bias.",
        "Each row of X gives one number: X w + b is a matrix times a vector, plus a number.",
        "X @ w computes the sums of all rows at once. Then add b to the result.",
    ),
)
