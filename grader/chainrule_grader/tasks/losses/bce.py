"""Binary cross-entropy: what it costs to be sure of the wrong one of two answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task
from chainrule_grader.tasks.losses._borders import (
    BORDER,
    SINGLE_BORDER,
    common_uncut,
    cut,
    other_borders,
    uncut,
)
from chainrule_grader.tasks.losses._inputs import Array, answers, certain_answers
from chainrule_grader.tasks.losses._mistakes import reductions


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield from answers(rng)
    yield from certain_answers(rng)


def _terms(y: Array, p: Array) -> Array:
    """The surprise at each answer, nothing cut."""
    return np.asarray(-(y * np.log(p) + (1 - y) * np.log(1 - p)))


def _bce(y: Array, p: Array, border: float = BORDER) -> float:
    return float(_terms(y, cut(p, border)).mean())


def _shifted(y: Array, p: Array, border: float = BORDER) -> float:
    return float(-np.mean(y * np.log(p + border) + (1 - y) * np.log(1 - p + border)))


def _cut_for_single(y: Array, p: Array) -> float:
    return float(_terms(y, np.clip(p, BORDER, SINGLE_BORDER)).mean())


def _in_place(y: Array, p: Array) -> float:
    np.clip(p, BORDER, 1 - BORDER, out=p)
    return float(_terms(y, p).mean())


def _twice(name: str, wrong: Implementation, message: str) -> Iterator[Misconception]:
    """Yield a mistake with clipped probabilities, and the same mistake without clipping."""
    yield Misconception(name, lambda y, p: wrong(y, cut(p)), message)
    yield uncut(name, wrong, message)


TASK = Task(
    reference=_bce,
    also_right=(_shifted, _cut_for_single),
    observe=calls(_inputs),
    misconceptions=(
        Misconception(
            "nothing-cut",
            lambda y, p: _terms(y, p).mean(),
            "At probabilities of exactly 0 and 1 a logarithm is infinite, and spoils the mean.",
        ),
        Misconception(
            "cut-below-only",
            lambda y, p: _terms(y, np.maximum(p, BORDER)).mean(),
            "Probabilities are cut on the side of 0 only: at 1 the other logarithm is infinite.",
        ),
        Misconception(
            "cut-above-only",
            lambda y, p: _terms(y, np.minimum(p, 1 - BORDER)).mean(),
            "Probabilities are cut on the side of 1 only: at 0 a logarithm is infinite.",
        ),
        Misconception(
            "shifted-before-the-difference",
            lambda y, p: _terms(y, p + BORDER).mean(),
            "The small number is inside 1 − (…) with the wrong sign: at 1 that goes below 0.",
        ),
        *_twice(
            "no-second-term",
            lambda y, p: -np.mean(y * np.log(p)),
            "Examples whose answer is 0 cost nothing in yours: a term is missing.",
        ),
        *_twice(
            "no-first-term",
            lambda y, p: -np.mean((1 - y) * np.log(1 - p)),
            "Examples whose answer is 1 cost nothing in yours: a term is missing.",
        ),
        *_twice(
            "no-bracket",
            lambda y, p: -np.mean(y * np.log(p)) + np.mean((1 - y) * np.log(1 - p)),
            "The minus reaches one term only: a bracket is missing, as on one of the slides.",
        ),
        *_twice(
            "difference-of-the-terms",
            lambda y, p: -np.mean((1 - y) * np.log(1 - p)) + np.mean(y * np.log(p)),
            "The two terms work against each other: one of them has the wrong sign.",
        ),
        *_twice(
            "no-brackets-around-the-difference",
            lambda y, p: -np.mean(y * np.log(p) + 1 - y * np.log(1 - p)),
            "Without brackets, 1 − y log(1 − p) is 1 minus a product.",
        ),
        *_twice(
            "exchanged",
            lambda y, p: -np.mean((1 - y) * np.log(p) + y * np.log(1 - p)),
            "The two answers are exchanged: being right is expensive.",
        ),
        *_twice(
            "same-logarithm",
            lambda y, p: -np.mean(y * np.log(p) + (1 - y) * np.log(p)),
            "Both terms have the same logarithm: for a 0 the probability of a 0 is needed.",
        ),
        *_twice(
            "base-two",
            lambda y, p: _terms(y, p).mean() / np.log(2),
            "The logarithm has the base 2; the natural one is meant.",
        ),
        *_twice(
            "base-ten",
            lambda y, p: _terms(y, p).mean() / np.log(10),
            "The logarithm has the base 10; the natural one is meant.",
        ),
        *_twice(
            "products-of-the-logarithms",
            lambda y, p: -np.mean(y * np.log(p) * (1 - y) * np.log(1 - p)),
            "The two terms are multiplied, so that one of them is always 0.",
        ),
        Misconception(
            "logarithm-of-the-mean",
            lambda y, p: -np.log(np.mean(y * p + (1 - y) * (1 - p))),
            "The logarithm is taken of the mean; the mean is to be taken of logarithms.",
        ),
        Misconception(
            "arguments-exchanged",
            lambda y, p: _terms(p, cut(y)).mean(),
            "Truth and probability are exchanged: the logarithm is taken of the truth.",
        ),
        Misconception(
            "arguments-exchanged-uncut",
            lambda y, p: _terms(p, y).mean(),
            "The logarithm is taken of the truth, which is 0 or 1, and nothing is cut.",
        ),
        Misconception(
            "takes-scores",
            lambda y, p: _bce(y, 1 / (1 + np.exp(-p))),
            "p is put through a sigmoid; it is a probability already.",
        ),
        Misconception(
            "one-added-in-the-logarithm",
            lambda y, p: -np.mean(y * np.log1p(p) + (1 - y) * np.log1p(1 - p)),
            "A 1 is added inside the logarithm; a certainty would no longer be free.",
        ),
        Misconception(
            "no-logarithm",
            lambda y, p: -np.mean(y * p + (1 - y) * (1 - p)),
            "The logarithms are missing: that is the mean probability of what is true, negated.",
        ),
        Misconception(
            "entropy",
            lambda y, p: _terms(p, cut(p)).mean(),  # noqa: ARG005
            "That is the entropy of the predictions: the truth is never used.",
        ),
        Misconception(
            "decided-first",
            lambda y, p: _bce(y, np.asarray(np.round(p))),
            "The probabilities are rounded to yes and no before they are charged.",
        ),
        Misconception(
            "certain-skipped",
            lambda y, p: _terms(y[(p > 0) & (p < 1)], p[(p > 0) & (p < 1)]).mean(),
            "Probabilities of 0 and 1 are left out; they are to be charged at the border.",
        ),
        Misconception(
            "two-means",
            lambda y, p: -np.log(cut(p[y == 1])).mean() - np.log(1 - cut(p[y == 0])).mean(),
            "Each answer has a mean of its own; there is one mean over all entries.",
        ),
        Misconception(
            "zeros-free",
            lambda y, p: (
                -np.mean(
                    np.nan_to_num(y * np.log(p), neginf=0)
                    + np.nan_to_num((1 - y) * np.log(1 - p), neginf=0)
                )
            ),
            "Infinite costs are set to 0: the worst mistakes cost nothing.",
        ),
        Misconception(
            "smoothed",
            lambda y, p: _bce(0.9 * y + 0.05, p),
            "The truth is smoothed: its ones are a little less than 1. Nobody asked for that here.",
        ),
        Misconception(
            "squared",
            lambda y, p: np.mean((p - y) ** 2),
            "That is the mean squared error: a sure mistake costs 1 at most.",
        ),
        Misconception(
            "absolute",
            lambda y, p: np.mean(np.abs(p - y)),
            "That is the mean absolute error: a sure mistake costs 1 at most.",
        ),
        Misconception(
            "share-of-mistakes",
            lambda y, p: np.mean((p > 0.5) != y),
            "That is the share of wrong decisions: how sure they were is lost.",
        ),
        Misconception(
            "accuracy",
            lambda y, p: np.mean((p > 0.5) == y),
            "That is the share of right decisions; a loss gets smaller as they get better.",
        ),
        Misconception(
            "in-place",
            _in_place,
            "It cuts the probabilities where they are, and so changes its input.",
        ),
        Misconception(
            "large-border-added",
            lambda y, p: _shifted(y, p, 1e-5),
            "What is added inside the logarithm is too large; the task names its size.",
        ),
        Misconception(
            "tiny-border-added",
            lambda y, p: _shifted(y, p, 1e-16),
            "What is added inside the logarithm is too small; the task names its size.",
        ),
        *reductions(lambda y, p: _terms(y, cut(p))),
        *common_uncut(reductions(_terms)),
        *other_borders(_bce),
    ),
    hints=(
        "Surprise is −log of the probability that was given to what then came true.",
        "BCE = −1/N Σ [ y log p + (1 − y) log(1 − p) ], with p kept from 0 and 1 by 1e-7.",
        "First np.clip, then both terms inside one pair of brackets, then minus the mean.",
    ),
)
