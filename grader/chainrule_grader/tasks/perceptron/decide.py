"""The decision: 1 for probabilities above the threshold, 0 for all others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task, switch
from chainrule_grader.tasks._common import AS_COLUMN, NEGATED, ONE_ADDED
from chainrule_grader.tasks._piecewise import one, piecewise, zero
from chainrule_grader.tasks.perceptron._mistakes import EXAMPLES, Array


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "usual threshold", np.array([0.2, 0.9])
    yield "usual threshold", np.array([0.95, 0.45, 0.55, 0.05, 0.7])
    yield "usual threshold", np.concatenate([[0.6, 0.4], rng.uniform(size=6).round(2) + 0.003])
    yield "usual threshold", np.array([0.0, 1.0])
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


def _same(value: Any) -> Any:
    return value


def _probability(p: Array, _threshold: float) -> Array:
    return p


TASK = Task(
    reference=_decide,
    make=piecewise(one, zero, 0.5, _same),
    observe=calls(_inputs, elementwise=True),
    misconceptions=(
        switch(
            "one-at-the-threshold",
            "You return 1 at exactly the threshold; return 1 only above the threshold.",
            at=one,
        ),
        switch(
            "half-at-the-threshold",
            "You return 0.5 at exactly the threshold; return 0 there.",
            at=lambda _p, _: 0.5,
        ),
        switch(
            "neither-at-the-threshold",
            "At exactly the threshold you return p, as neither of your two cases holds; return 0.",
            at=_probability,
        ),
        switch(
            "threshold-ignored",
            "You always use the threshold 0.5; use the argument threshold.",
            arguments=lambda p, threshold=0.5: (p,),  # noqa: ARG005  that is the mistake
        ),
        switch(
            "threshold-ignored-at-the-threshold",
            "You return 1 where p ≥ 0.5; return 1 where p is above the argument threshold.",
            arguments=lambda p, threshold=0.5: (p,),  # noqa: ARG005
            at=one,
        ),
        switch(
            "reversed",
            "You return 1 where p < threshold; return 1 where p > threshold.",
            above=zero,
            below=one,
            at=zero,
        ),
        switch(
            "reversed-with-the-threshold",
            "You return 1 where p ≤ threshold; return 1 where p > threshold.",
            above=zero,
            below=one,
            at=one,
        ),
        switch(
            "complement-of-the-threshold",
            "You compare p with 1 − threshold; compare p with the threshold.",
            threshold=lambda threshold: 1 - threshold,
        ),
        switch(
            "threshold-at-zero",
            "You compare p with 0; compare p with the threshold.",
            threshold=lambda _: 0.0,
            at=zero,
        ),
        switch(
            "signs",
            "You return −1 in place of 0; the decisions are 1 and 0.",
            below=lambda _p, _: -1.0,
        ),
        switch(
            "three-values",
            "You return −1 below the threshold, as np.sign does; return 0 there.",
            below=lambda _p, _: -1.0,
            at=zero,
        ),
        switch(
            "passes-the-probability",
            "You return p itself above the threshold; return 1.",
            above=_probability,
        ),
        switch(
            "keeps-the-probability-below",
            "You return p itself below the threshold; return 0.",
            below=_probability,
        ),
        switch(
            "returns-the-threshold",
            "You return the threshold where p is above it; return 1.",
            above=lambda _p, threshold: threshold,
        ),
        switch(
            "difference",
            "You return p − threshold; return 1 where the difference is positive, else 0.",
            above=np.subtract,
            below=np.subtract,
        ),
        switch(
            "always-one",
            "You return 1 for every p; return 0 where p is not above the threshold.",
            below=one,
            at=one,
        ),
        switch(
            "always-zero",
            "You return 0 above the threshold; return 1 there.",
            above=zero,
        ),
        switch(
            "nan-below",
            "You return NaN below the threshold; return 0.",
            below=lambda _p, _: np.nan,
        ),
        switch(
            "positions",
            "You return the positions of the examples above the threshold; return 0 or 1 for each.",
            result=np.flatnonzero,
        ),
        AS_COLUMN,
        *EXAMPLES,
        NEGATED,
        ONE_ADDED,
        Misconception(
            "selected",
            lambda p, threshold=0.5: p[p > threshold],
            "You return the probabilities above the threshold; return 0 or 1 for each example.",
        ),
        Misconception(
            "ones-only",
            lambda p, threshold=0.5: np.ones(np.sum(p > threshold)),
            "You return a 1 for each example above the threshold only; the others need a 0.",
        ),
        Misconception(
            "any",
            lambda p, threshold=0.5: np.any(p > threshold),
            "You return one answer for all examples; return 0 or 1 for each example.",
        ),
        Misconception(
            "largest-only",
            lambda p, threshold=0.5: p == p.max(),  # noqa: ARG005
            "You mark only the largest probability; compare every probability with the threshold.",
        ),
        Misconception(
            "largest-position",
            lambda p, threshold=0.5: np.argmax(p),  # noqa: ARG005
            "You return the position of the largest probability; return 0 or 1 for each example.",
        ),
        Misconception(
            "first-position",
            lambda p, threshold=0.5: np.argmax(p > threshold),
            "You return the position of the first 1; return 0 or 1 for each example.",
        ),
        Misconception(
            "above-the-mean",
            lambda p, threshold=0.5: p > p.mean(),  # noqa: ARG005
            "You compare p with the mean of all probabilities; compare p with the threshold.",
        ),
        Misconception(
            "not-equal",
            lambda p, threshold=0.5: p != threshold,
            "You return 1 wherever p differs from the threshold; return 1 where p is above it.",
        ),
    ),
    hints=(
        "Compare each probability with the threshold.",
        "A comparison such as p < 0.3 returns an array of True and False, which count as 1 and 0.",
        "Return p > threshold, or use np.where with this condition.",
    ),
)
