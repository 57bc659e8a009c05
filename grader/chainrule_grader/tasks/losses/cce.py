"""The categorical cross-entropy loss."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch
from chainrule_grader.tasks._common import INTEGERS, NEGATED, ROUNDED
from chainrule_grader.tasks.losses._clipping import (
    EPSILON,
    clipped,
    other_additions,
    other_limits,
    unclipped,
)
from chainrule_grader.tasks.losses._inputs import Array, certain_classes, classes
from chainrule_grader.tasks.losses._reductions import DOUBLED, EXTRA_AXIS, HALVED, only

Log = Callable[[Array], Array]


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield from classes(rng)
    yield from certain_classes(rng)


def _entry_by_entry(y: Array, p: Array, log: Log) -> Array:
    return np.asarray(y * log(p))


def _make(
    clip: Callable[[Array], Array] = clipped,
    log: Log = np.log,
    terms: Callable[[Array, Array, Log], Any] = _entry_by_entry,
    counted: Callable[[Array], Array] = lambda t: t,
    total: Callable[[Array], Any] = np.sum,
    count: Callable[[Array], Any] = len,
) -> Implementation:
    """Return minus the total of the terms, divided by the number of examples."""

    def loss(y: Array, p: Array) -> Any:
        return total(counted(-terms(y, clip(p), log))) / count(y)

    return loss


def _binary(y: Array, p: Array, log: Log) -> Array:
    return np.asarray(y * log(p) + (1 - y) * log(1 - p))


def _of_the_target(y: Array, p: Array) -> Array:
    return np.asarray((y * p).sum(axis=1))


def _of_the_largest(_y: Array, p: Array) -> tuple[Array, Array]:
    return np.eye(p.shape[1])[p.argmax(axis=1)], p


_RIGHT = _make()


def _cce(y: Array, p: Array) -> Any:
    return _RIGHT(y, p)


TASK = Task(
    reference=_cce,
    make=_make,
    also_right=(_make(clip=unclipped, log=lambda p: np.log(p + EPSILON)),),
    observe=calls(_inputs),
    misconceptions=(
        switch(
            "nothing-cut",
            "The logarithm of 0 is infinite, and 0 times infinity is NaN; clip p first.",
            clip=unclipped,
        ),
        switch(
            "nothing-cut-at-the-target",
            "Where the target's class has probability 0, your loss is infinite; clip p first.",
            clip=unclipped,
            terms=lambda y, p, log: log(_of_the_target(y, p))[:, np.newaxis],
        ),
        switch(
            "sum",
            "You do not divide by the number of examples; the loss is a mean.",
            count=lambda _y: 1,
        ),
        switch(
            "mean-of-all-entries",
            "You divide by the number of all entries; divide by the number of examples (rows).",
            count=np.size,
        ),
        switch(
            "divided-by-classes",
            "You divide by the number of classes; divide by the number of examples.",
            count=lambda y: y.shape[1],
        ),
        switch(
            "for-each-example",
            "You return one loss for each example; return their mean.",
            total=lambda t: t.sum(axis=1),
            count=lambda _y: 1,
        ),
        switch(
            "for-each-class",
            "You return one number for each class; return one number for all.",
            total=lambda t: t.sum(axis=0),
        ),
        switch(
            "for-each-example-divided",
            "You return one loss for each example; return one number.",
            total=lambda t: t.sum(axis=1),
        ),
        switch(
            "no-sum",
            "You return one number for each entry; return one number for all.",
            total=lambda t: t * 1.0,
        ),
        switch(
            "sum-halved",
            "You always divide by 2; divide by the number of examples.",
            count=lambda _y: 2,
        ),
        switch(
            "divided-twice",
            "You divide by the number of examples twice; divide once.",
            count=lambda y: len(y) ** 2,
        ),
        NEGATED,
        HALVED,
        DOUBLED,
        switch(
            "binary-in-each-class",
            "You add the terms with 1 − y of binary cross-entropy; only the target's class counts.",
            terms=_binary,
        ),
        switch(
            "binary",
            "You return the binary cross-entropy; here only the target's class counts.",
            terms=_binary,
            count=np.size,
        ),
        switch(
            "all-classes",
            "You add up the logarithms of all classes; only the target's class counts.",
            terms=lambda y, p, log: log(p) + 0 * y,
        ),
        switch(
            "wrong-classes",
            "You use 1 − y, so every class counts except the target's; use y.",
            terms=lambda y, p, log: (1 - y) * log(p),
        ),
        switch(
            "of-the-complement",
            "You take the logarithm of 1 − p; take the logarithm of p.",
            terms=lambda y, p, log: y * log(1 - p),
        ),
        switch(
            "entropy",
            "You use p in the place of y, which gives the entropy of the predictions.",
            terms=lambda _y, p, log: p * log(p),
        ),
        switch(
            "times-the-probability",
            "You multiply the logarithms by p as well; multiply them by y only.",
            terms=lambda y, p, log: y * p * log(p),
        ),
        switch(
            "all-pairs-of-rows",
            "You multiply matrices, which pairs each example with all others; multiply by entries.",
            terms=lambda y, p, log: y @ log(p).T,
        ),
        switch(
            "first-class-only",
            "You always use the first class; use the target's class.",
            terms=lambda _y, p, log: log(p[:, :1]),
        ),
        switch(
            "second-class-only",
            "You always use the class with index 1; y is one-hot, so find the position of its 1.",
            terms=lambda _y, p, log: log(p[:, 1:2]),
        ),
        switch(
            "of-the-largest-class",
            "You use the class with the largest probability; use the target's class.",
            arguments=_of_the_largest,
        ),
        switch(
            "arguments-exchanged",
            "You exchange y and p: the logarithm is for the probabilities.",
            arguments=lambda y, p: (p, y),
        ),
        switch(
            "softmax-again",
            "You apply softmax to p, whose rows are probabilities already.",
            arguments=lambda y, p: (y, activations.softmax(p)),
        ),
        switch(
            "sigmoid-again",
            "You apply the sigmoid to p, whose rows are probabilities already.",
            arguments=lambda y, p: (y, activations.sigmoid(p)),
        ),
        switch(
            "smoothed",
            "You use label smoothing; the task has none.",
            arguments=lambda y, p: (0.9 * y + 0.1 / y.shape[1], p),
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
            "no-logarithm",
            "You use the probabilities without a logarithm; take the logarithm of each.",
            log=lambda p: p,
        ),
        switch(
            "zeros-free",
            "You replace the logarithm of 0 by 0, so the worst errors add nothing; clip p first.",
            clip=unclipped,
            log=lambda p: np.where(p > 0, np.log(p), 0),
        ),
        switch(
            "nan-to-num",
            "np.nan_to_num replaces minus infinity by a huge number; clip p first.",
            clip=unclipped,
            terms=lambda y, p, log: np.nan_to_num(y * log(p)),
        ),
        *other_limits(),
        *other_additions(1e-5, 1e-4, 1e-3, 1e-2),
        switch(
            "first-example-only",
            "You use only the first example; use all of them.",
            counted=only(slice(1)),
            count=lambda _y: 1,
        ),
        switch(
            "first-example-divided",
            "Only the first example enters your sum; add up all examples before you return.",
            counted=only(slice(1)),
        ),
        switch(
            "last-example-only",
            "You use only the last example; use all of them.",
            counted=only(slice(-1, None)),
            count=lambda _y: 1,
        ),
        switch(
            "last-example-divided",
            "Only the last example enters your sum; add them all up.",
            counted=only(slice(-1, None)),
        ),
        switch(
            "without-the-last-example",
            "The last example is missing from your sum; check where the loop ends.",
            counted=only(slice(-1)),
        ),
        switch(
            "without-the-last-class",
            "The last class is missing from your sum; check where the loop ends.",
            counted=lambda t: t[:, :-1],
        ),
        switch(
            "largest",
            "You return the largest loss of an example; return the mean over the examples.",
            total=lambda t: t.sum(axis=1).max(),
            count=lambda _y: 1,
        ),
        EXTRA_AXIS,
        INTEGERS,
        *ROUNDED,
        Misconception(
            "logarithm-of-the-mean",
            lambda y, p: -np.log(_of_the_target(y, clipped(p)).mean()),
            "You take the logarithm of a mean; take the mean of the logarithms.",
        ),
        Misconception(
            "complement-without-logarithm",
            lambda y, p: 1 - _of_the_target(y, p).mean(),
            "You use 1 minus the probability of the target's class; use minus its logarithm.",
        ),
        Misconception(
            "squared",
            lambda y, p: np.mean((p - y) ** 2),
            "You return the mean squared error; this loss uses logarithms.",
        ),
        Misconception(
            "squared-over-the-examples",
            lambda y, p: ((p - y) ** 2).sum() / len(y),
            "You add up squared errors; this loss uses logarithms.",
        ),
        Misconception(
            "share-of-mistakes",
            lambda y, p: np.mean(p.argmax(axis=1) != y.argmax(axis=1)),
            "You return the share of wrong predictions; use the probabilities themselves.",
        ),
        Misconception(
            "accuracy",
            lambda y, p: np.mean(p.argmax(axis=1) == y.argmax(axis=1)),
            "You return the accuracy; a loss becomes smaller when predictions become better.",
        ),
    ),
    hints=(
        "The loss of an example is minus the logarithm of the probability of its own class.",
        "Multiplying by one-hot y leaves one logarithm in each row, if every logarithm is finite.",
        "Clip p, multiply y by the logarithms, np.sum without axis, divide by len(y), negate.",
    ),
)
