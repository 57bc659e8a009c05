"""Scores turned into probabilities that add up to one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.observing import calls
from chainrule_grader.task import Misconception, Task
from chainrule_grader.tasks.activations._inputs import Array


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "one row", np.array([0.5, 2.0])
    yield "one row", np.array([1, 2, 4])
    yield "several rows", np.array([[1.0, 2.0, 0.0], [-1.0, 0.5, 3.0]])
    yield "several rows", rng.normal(scale=2, size=(4, 3))
    yield "large numbers", np.array([1000.0, 999.0, 0.0])
    yield "large numbers", np.array([[-1000.0, -1001.0], [1000.0, 998.5], [0.0, 1.0]])


def _no_shift(z: Array) -> Array:
    return np.asarray(np.exp(z) / np.exp(z).sum(axis=-1, keepdims=True))


def _whole_batch(z: Array) -> Array:
    e = np.exp(z - z.max())
    return np.asarray(e / e.sum())


def _whole_batch_no_shift(z: Array) -> Array:
    return np.asarray(np.exp(z) / np.exp(z).sum())


def _columns(z: Array) -> Array:
    e = np.exp(z - z.max(axis=0))
    return np.asarray(e / e.sum(axis=0))


def _columns_no_shift(z: Array) -> Array:
    return np.asarray(np.exp(z) / np.exp(z).sum(axis=0))


def _one_maximum(z: Array) -> Array:
    e = np.exp(z - z.max())
    return np.asarray(e / e.sum(axis=-1, keepdims=True))


def _in_place(z: Array) -> Array:
    z -= z.max(axis=-1, keepdims=True)
    return activations.softmax(z)


def _one_hot(z: Array) -> Array:
    return np.asarray((z == z.max(axis=-1, keepdims=True)) * 1.0)


TASK = Task(
    reference=activations.softmax,
    observe=calls(_inputs),
    misconceptions=(
        Misconception(
            "no-shift",
            _no_shift,
            "For scores of 1000 the powers are infinite, and the fraction is not a number.",
        ),
        Misconception(
            "whole-batch",
            _whole_batch,
            "All rows together share one probability of 1; each row is an example of its own.",
        ),
        Misconception(
            "whole-batch-no-shift",
            _whole_batch_no_shift,
            "All rows together share one probability of 1, and large scores overflow.",
        ),
        Misconception(
            "columns",
            _columns,
            "The columns add up to 1 instead of the rows: the sum runs along the wrong axis.",
        ),
        Misconception(
            "columns-no-shift",
            _columns_no_shift,
            "The columns add up to 1 instead of the rows, and large scores overflow.",
        ),
        Misconception(
            "one-maximum",
            _one_maximum,
            "One shift serves all rows: a row far below the largest score is left with 0 / 0.",
        ),
        Misconception(
            "in-place",
            _in_place,
            "It shifts its input itself, so that whoever called it loses the original scores.",
        ),
        Misconception(
            "sigmoid",
            activations.sigmoid,
            "Each score is squeezed by itself; the probabilities of a row do not add up to 1.",
        ),
        Misconception(
            "no-powers",
            lambda z: z / z.sum(axis=-1, keepdims=True),
            "The scores are divided by their sum; a negative one gives a negative probability.",
        ),
        Misconception(
            "not-normalised",
            lambda z: np.exp(z - z.max(axis=-1, keepdims=True)),
            "The powers are there, but the probabilities of a row do not add up to 1.",
        ),
        Misconception(
            "hard-maximum",
            _one_hot,
            "The largest score takes everything: that is a decision, not a probability.",
        ),
        Misconception(
            "logarithm",
            lambda z: np.log(np.maximum(activations.softmax(z), 1e-300)),
            "Those are the logarithms of the probabilities.",
        ),
        Misconception(
            "sign",
            lambda z: activations.softmax(-z),
            "The smallest score gets the largest probability.",
        ),
    ),
    hints=(
        "Make every score positive in a way that keeps their order, then divide by the row's sum.",
        "softmax(z)ᵢ = e^zᵢ / Σⱼ e^zⱼ, and the same number may be taken from every score of a row.",
        "max and sum take axis=-1, and keepdims=True leaves them in a shape that fits the rows.",
    ),
)
