"""The binary cross-entropy loss."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from chainrule import activations, losses
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch
from chainrule_grader.tasks.losses._clipping import (
    EPSILON,
    SINGLE_LIMIT,
    clipped,
    other_additions,
    other_limits,
    unclipped,
)
from chainrule_grader.tasks.losses._inputs import Array, answers, certain_answers
from chainrule_grader.tasks.losses._reductions import REDUCTIONS, averaged

Change = Callable[[Array], Any]
Term = Callable[[Array, Array], Any]


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield from answers(rng)
    yield from certain_answers(rng)


def _make(
    clip: Change = clipped,
    log: Change = np.log,
    first: Term = lambda y, log_p: y * log_p,
    second: Term = lambda y, log_q: (1 - y) * log_q,
    other: Change = lambda p: 1 - p,
    **reduction: Any,
) -> Implementation:
    """Return minus the mean of two terms, which use the logarithms of p and of 1 − p."""

    def terms(y: Array, p: Array) -> Array:
        q = clip(p)
        return np.asarray(-(first(y, log(q)) + second(y, log(other(q)))))

    return averaged(terms, **reduction)


def _finite_log(p: Array) -> Array:
    return np.asarray(np.where(p > 0, np.log(p), 0))


def _without_certain(y: Array, p: Array) -> tuple[Array, Array]:
    between = (p > 0) & (p < 1)
    return y[between], p[between]


def _bce(y: Array, p: Array) -> Any:
    return losses.BinaryCrossentropy()(y, p)


TASK = Task(
    reference=_bce,
    make=_make,
    also_right=(
        _make(clip=unclipped, log=lambda p: np.log(p + EPSILON)),
        _make(clip=lambda p: np.clip(p, EPSILON, SINGLE_LIMIT)),
    ),
    observe=calls(_inputs),
    misconceptions=(
        switch(
            "nothing-cut",
            "The logarithm of 0 is infinite, so your loss fails for p = 0 or p = 1; clip p first.",
            clip=unclipped,
        ),
        switch(
            "nothing-cut-by-cases",
            "The logarithm of 0 is infinite, so your loss fails for p = 0 or p = 1; clip p first.",
            clip=unclipped,
            first=lambda y, log_p: np.where(y == 1, log_p, 0),
            second=lambda y, log_q: np.where(y == 1, 0, log_q),
        ),
        switch(
            "cut-below-only",
            "At p = 1 your second logarithm is infinite; keep p away from 1 as well.",
            clip=lambda p: np.maximum(p, EPSILON),
        ),
        switch(
            "cut-above-only",
            "At p = 0 your first logarithm is infinite; keep p away from 0 as well.",
            clip=lambda p: np.minimum(p, 1 - EPSILON),
        ),
        switch(
            "shifted-before-the-difference",
            "You add the small number to p before you compute 1 − p, which is negative at p = 1.",
            clip=lambda p: p + EPSILON,
        ),
        switch(
            "no-second-term",
            "Entries with y = 0 add nothing to your loss; the second term is missing.",
            second=lambda _y, _log_q: 0.0,
        ),
        switch(
            "no-first-term",
            "Entries with y = 1 add nothing to your loss; the first term is missing.",
            first=lambda _y, _log_p: 0.0,
        ),
        switch(
            "no-bracket",
            "Your minus applies to the first term only; put both terms in one pair of brackets.",
            second=lambda y, log_q: -(1 - y) * log_q,
        ),
        switch(
            "difference-of-the-terms",
            "Your first term has the wrong sign; both terms need a minus.",
            first=lambda y, log_p: -y * log_p,
        ),
        switch(
            "no-brackets-around-the-difference",
            "You need brackets around 1 − y; without them only y multiplies the logarithm.",
            second=lambda y, log_q: 1 - y * log_q,
        ),
        switch(
            "exchanged",
            "You exchange the two cases: log p belongs to y = 1, log(1 − p) to y = 0.",
            first=lambda y, log_p: (1 - y) * log_p,
            second=lambda y, log_q: y * log_q,
        ),
        switch(
            "same-logarithm",
            "You use log p in both terms; the second term needs the probability of a 0.",
            other=lambda p: p,
        ),
        switch(
            "one-minus-the-logarithm",
            "You compute 1 − log p; the second term needs the logarithm of 1 − p.",
            second=lambda y, log_q: (1 - y) * (1 - log_q),
            other=lambda p: p,
        ),
        switch(
            "first-factor-missing",
            "Your first term lacks the factor y, so entries with y = 0 have it as well.",
            first=lambda _y, log_p: log_p,
        ),
        switch(
            "second-factor-missing",
            "Your second term lacks the factor 1 − y, so entries with y = 1 have it as well.",
            second=lambda _y, log_q: log_q,
        ),
        switch(
            "second-factor-y",
            "Your second term has the factor y; that term belongs to y = 0.",
            second=lambda y, log_q: y * log_q,
        ),
        switch(
            "base-two",
            "You use logarithms with base 2; use the natural logarithm.",
            result=lambda loss: loss / np.log(2),
        ),
        switch(
            "base-ten",
            "You use logarithms with base 10; use the natural logarithm.",
            result=lambda loss: loss / np.log(10),
        ),
        switch(
            "arguments-exchanged",
            "You exchange y and p: the logarithm is for the probabilities.",
            arguments=lambda y, p: (p, y),
        ),
        switch(
            "takes-scores",
            "You apply the sigmoid to p, which is a probability already.",
            arguments=lambda y, p: (y, activations.sigmoid(p)),
        ),
        switch(
            "decided-first",
            "You round the probabilities to 0 and 1 first; use them as they are.",
            arguments=lambda y, p: (y, np.round(p)),
        ),
        switch(
            "entropy",
            "You use p in the place of y, which gives the entropy of the predictions.",
            arguments=lambda _y, p: (p, p),
        ),
        switch(
            "certain-skipped",
            "You leave out entries with p = 0 or p = 1; clip p and keep them.",
            arguments=_without_certain,
        ),
        switch(
            "smoothed",
            "You use label smoothing; the task has none.",
            arguments=lambda y, p: (0.9 * y + 0.05, p),
        ),
        switch(
            "one-added-in-the-logarithm",
            "You add 1 inside the logarithm; the task adds at most 1e-7.",
            log=np.log1p,
        ),
        switch(
            "no-logarithm",
            "You use the probabilities without a logarithm; take the logarithm of each.",
            log=lambda p: p,
        ),
        switch(
            "zeros-free",
            "You replace the logarithm of 0 by 0, so the worst errors add nothing; clip p first.",
            clip=unclipped,
            log=_finite_log,
        ),
        switch(
            "nan-to-num",
            "np.nan_to_num replaces minus infinity by a huge number; clip p first.",
            clip=unclipped,
            first=lambda y, log_p: np.nan_to_num(y * log_p),
            second=lambda y, log_q: np.nan_to_num((1 - y) * log_q),
        ),
        switch(
            "nanmean",
            "You leave out NaN and keep infinite terms; clip p first, so that neither occurs.",
            clip=unclipped,
            total=np.nanmean,
            count=lambda _t, _: 1,
        ),
        *other_limits(),
        *other_additions(1e-15, 1e-16, 1e-5, 1e-4, 1e-3, 1e-2),
        *REDUCTIONS,
        Misconception(
            "products-of-the-logarithms",
            lambda y, p: -np.mean(y * np.log(clipped(p)) * (1 - y) * np.log(1 - clipped(p))),
            "You multiply the two terms, so every product is 0; add them.",
        ),
        Misconception(
            "logarithm-of-the-mean",
            lambda y, p: -np.log(np.mean(y * p + (1 - y) * (1 - p))),
            "You take the logarithm of a mean; take the mean of the logarithms.",
        ),
        Misconception(
            "two-means",
            lambda y, p: -np.log(clipped(p[y == 1])).mean() - np.log(1 - clipped(p[y == 0])).mean(),
            "You average the entries with y = 1 and y = 0 separately; average over all entries.",
        ),
        Misconception(
            "squared",
            lambda y, p: np.mean((p - y) ** 2),
            "You return the mean squared error; this loss uses logarithms.",
        ),
        Misconception(
            "absolute",
            lambda y, p: np.mean(np.abs(p - y)),
            "You return the mean absolute error; this loss uses logarithms.",
        ),
        Misconception(
            "share-of-mistakes",
            lambda y, p: np.mean((p > 0.5) != y),
            "You return the share of wrong decisions; use the probabilities themselves.",
        ),
        Misconception(
            "accuracy",
            lambda y, p: np.mean((p > 0.5) == y),
            "You return the accuracy; a loss becomes smaller when predictions become better.",
        ),
    ),
    hints=(
        "The loss of one entry is minus the logarithm of the probability of what happened.",
        "Clip before you take a logarithm. For y = 1 only the first term remains, else the second.",
        "p = np.clip(p, 1e-7, 1 - 1e-7); then minus the mean of (first term + second term).",
    ),
)
