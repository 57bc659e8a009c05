"""Scores turned into probabilities that add up to one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task
from chainrule_grader.tasks.activations._inputs import Array
from chainrule_grader.tasks.activations._mistakes import rounded


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "one row", np.array([0.5, 2.0])
    yield "one row", np.array([1, 2, 4])
    yield "one row", rng.normal(scale=2, size=4).round(2)
    yield "several rows", np.array([[1.0, 2.0, 0.0], [-1.0, 0.5, 3.0]])
    yield "several rows", rng.normal(scale=2, size=(4, 3))
    yield "large numbers", np.array([1000.0, 999.0, 0.0])
    yield "large numbers", np.array([[-1000.0, -1001.0], [1000.0, 998.5], [0.0, 1.0]])
    # Quarters are exact in single precision, also beside 1000.
    shifts = rng.permutation([[-1000.0], [0.0], [1000.0]])
    yield "large numbers", shifts + rng.integers(-8, 9, (3, 4)) / 4


def _no_shift(z: Array) -> Array:
    return np.asarray(np.exp(z) / np.exp(z).sum(axis=-1, keepdims=True))


def _whole_batch(z: Array) -> Array:
    e = np.exp(z - z.max())
    return np.asarray(e / e.sum())


def _whole_batch_no_shift(z: Array) -> Array:
    return np.asarray(np.exp(z) / np.exp(z).sum())


def _one_maximum(z: Array) -> Array:
    e = np.exp(z - z.max())
    return np.asarray(e / e.sum(axis=-1, keepdims=True))


def _in_place(z: Array) -> Array:
    z -= z.max(axis=-1, keepdims=True)
    return activations.softmax(z)


def _one_hot(z: Array) -> Array:
    return np.asarray((z == z.max(axis=-1, keepdims=True)) * 1.0)


def _no_keepdims(z: Array) -> Array:
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return np.asarray(e / e.sum(axis=-1))


def _tables_only(z: Array) -> Array:
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return np.asarray(e / e.sum(axis=1, keepdims=True))


def _log_sum_exp(z: Array) -> Array:
    return np.asarray(np.logaddexp.reduce(z, axis=-1))


def _also_without_shift(name: str, wrong: Implementation, message: str) -> Iterator[Misconception]:
    """A mistake made with softmax, by those who shift the scores and by those who do not."""
    yield Misconception(name, lambda z: wrong(activations.softmax, z), message)
    yield Misconception(
        f"{name}-no-shift", lambda z: wrong(_no_shift, z), f"{message[:-1]}; large scores overflow."
    )


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
        *_also_without_shift(
            "columns",
            lambda softmax, z: softmax(z.T).T,
            "The columns add up to 1 instead of the rows: the sum runs along the wrong axis.",
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
        *_also_without_shift(
            "twice",
            lambda softmax, z: softmax(softmax(z)),
            "Softmax is applied twice, so that the probabilities come out nearly even.",
        ),
        Misconception(
            "divided-by-the-largest",
            lambda z: activations.softmax(z / z.max(axis=-1, keepdims=True)),
            "The scores are divided by the largest, which changes how far apart they are.",
        ),
        *_also_without_shift(
            "derivative",
            lambda softmax, z: softmax(z) * (1 - softmax(z)),
            "That is s · (1 − s), which belongs to slopes: these are no probabilities.",
        ),
        Misconception(
            "positive-part",
            lambda z: activations.relu(z) / activations.relu(z).sum(axis=-1, keepdims=True),
            "Scores below 0 are cut off and left with no probability at all.",
        ),
        Misconception(
            "no-keepdims",
            _no_keepdims,
            "One row works; several stop it, as where a row's maximum or sum has lost its axis.",
        ),
        Misconception(
            "no-keepdims-no-shift",
            lambda z: np.exp(z) / np.exp(z).sum(axis=-1),
            "Several rows stop it, as where a row's sum lost its axis, and large scores overflow.",
        ),
        Misconception(
            "tables-only",
            _tables_only,
            "A single row has no axis 1, so that it stops there: only tables get through.",
        ),
        Misconception(
            "tables-only-no-shift",
            lambda z: np.exp(z) / np.exp(z).sum(axis=1, keepdims=True),
            "A single row has no axis 1, so that it stops there, and large scores overflow.",
        ),
        Misconception(
            "log-sum-exp",
            _log_sum_exp,
            "That is the logarithm of the sum of the powers: one number for a whole row.",
        ),
        *rounded(activations.softmax),
    ),
    hints=(
        "Make every score positive in a way that keeps their order, then divide by the row's sum.",
        "softmax(z)ᵢ = e^zᵢ / Σⱼ e^zⱼ, and the same number may be taken from every score of a row.",
        "max and sum take axis=-1, and keepdims=True leaves them in a shape that fits the rows.",
    ),
)
