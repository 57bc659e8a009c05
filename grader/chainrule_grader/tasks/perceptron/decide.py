"""A probability becomes an answer: yes above the threshold, no elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks.perceptron._mistakes import Array, by_examples


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "usual threshold", np.array([0.2, 0.9])
    yield "usual threshold", np.array([0.95, 0.45, 0.55, 0.05, 0.7])
    yield "usual threshold", np.concatenate([[0.6, 0.4], rng.uniform(size=6).round(2) + 0.003])
    yield "another threshold", np.array([0.2, 0.9, 0.6, 0.31]), 0.75
    yield "another threshold", np.array([0.2, 0.9, 0.6, 0.31, 0.1]), 0.25
    yield "another threshold", np.array([1.0, 0.4]), 0.0
    threshold = float(rng.choice([0.2, 0.35, 0.65, 0.8]))
    yield "another threshold", rng.permutation(20) / 20 + 0.013, threshold
    yield "at the threshold", np.array([0.75, 0.5, 0.25])
    yield "at the threshold", np.array([0.25, 0.5, 0.75, 0.125]), 0.25
    eighths = np.concatenate([np.arange(1, 8), [2, 4, 6]]) / 8
    yield "at the threshold", rng.permutation(eighths), float(rng.choice([0.25, 0.5, 0.75]))


def _decide(p: Array, threshold: float = 0.5) -> Array:
    return np.where(p > threshold, 1.0, 0.0)


def _in_place(p: Array, threshold: float = 0.5) -> Array:
    above = p > threshold
    p[above], p[~above] = 1, 0
    return p


def _one_after_the_other(p: Array, threshold: float = 0.5) -> Array:
    p[p > threshold] = 1
    p[p < threshold] = 0
    return p


def _one_after_the_other_in_a_copy(p: Array, threshold: float = 0.5) -> Array:
    return _one_after_the_other(p.copy(), threshold)


TASK = Task(
    reference=_decide,
    observe=calls(_inputs, elementwise=True),
    misconceptions=(
        Misconception(
            "one-at-the-threshold",
            lambda p, threshold=0.5: p >= threshold,
            "At exactly the threshold yours says yes; here it takes more than that.",
        ),
        Misconception(
            "reversed",
            lambda p, threshold=0.5: p < threshold,
            "Yes and no are exchanged: it says 1 where the probability is low.",
        ),
        Misconception(
            "reversed-with-the-threshold",
            lambda p, threshold=0.5: p <= threshold,
            "Yes and no are exchanged: every answer is the opposite of what it should be.",
        ),
        Misconception(
            "threshold-ignored",
            lambda p, threshold=0.5: p > 0.5,  # noqa: ARG005  that is the mistake
            "It is right for the usual threshold only: the argument is not used.",
        ),
        Misconception(
            "threshold-ignored-at-the-threshold",
            lambda p, threshold=0.5: p >= 0.5,  # noqa: ARG005
            "The threshold is always a half, and at exactly a half yours says yes.",
        ),
        Misconception(
            "complement-of-the-threshold",
            lambda p, threshold=0.5: p > 1 - threshold,
            "A higher threshold should be harder to pass; yours becomes easier.",
        ),
        Misconception(
            "signs",
            lambda p, threshold=0.5: np.where(p > threshold, 1, -1),
            "Below the threshold yours says −1; the two classes here have other numbers.",
        ),
        Misconception(
            "three-values",
            lambda p, threshold=0.5: np.sign(p - threshold),
            "The sign has three values; a decision has two.",
        ),
        Misconception(
            "half-at-the-threshold",
            lambda p, threshold=0.5: np.heaviside(p - threshold, 0.5),
            "At exactly the threshold yours gives a half, which is no decision.",
        ),
        Misconception(
            "passes-the-probability",
            lambda p, threshold=0.5: np.where(p > threshold, p, 0),
            "Above the threshold the probability itself comes out; yes or no is asked for.",
        ),
        Misconception(
            "keeps-the-probability-below",
            lambda p, threshold=0.5: np.where(p > threshold, 1, p),
            "Below the threshold the probability itself comes out; yes or no is asked for.",
        ),
        Misconception(
            "difference",
            lambda p, threshold=0.5: p - threshold,
            "That is the distance to the threshold; the decision is still to be made.",
        ),
        Misconception(
            "selected",
            lambda p, threshold=0.5: p[p > threshold],
            "The probabilities above the threshold are picked out; every example needs an answer.",
        ),
        Misconception(
            "positions",
            lambda p, threshold=0.5: np.flatnonzero(p > threshold),
            "Those are the positions of the yeses; every example needs an answer.",
        ),
        Misconception(
            "any",
            lambda p, threshold=0.5: np.any(p > threshold),
            "There is one answer for all examples together; each needs its own.",
        ),
        Misconception(
            "largest-only",
            lambda p, threshold=0.5: p == p.max(),  # noqa: ARG005
            "Only the largest probability says yes; any number of examples may.",
        ),
        Misconception(
            "threshold-at-zero",
            lambda p, threshold=0.5: p > 0,  # noqa: ARG005
            "Every probability is above 0, so yours says yes to everything.",
        ),
        Misconception(
            "scaled",
            lambda p, threshold=0.5: np.where(p > threshold, threshold, 0),
            "Above the threshold the threshold itself comes out; yes or no is asked for.",
        ),
        Misconception(
            "in-place",
            _in_place,
            "It writes the answers into its input, and the probabilities are lost.",
        ),
        Misconception(
            "one-after-the-other",
            _one_after_the_other,
            "It writes into its input, in two steps that both leave the threshold itself out.",
        ),
        Misconception(
            "neither-at-the-threshold",
            _one_after_the_other_in_a_copy,
            "At exactly the threshold neither of your two cases holds, and the number is kept.",
        ),
        *by_examples(_decide),
    ),
    hints=(
        "Compare each probability with the threshold; what is not above it is a no.",
        "decide(p) = 1 where p > threshold, else 0.",
        "A comparison of an array gives an array of booleans; those are already 1 and 0.",
    ),
)
