"""The gradient of the binary cross-entropy with respect to the probabilities."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from chainrule import activations, losses
from numpy.random import Generator

from chainrule_grader.judging.formatting import format_call
from chainrule_grader.judging.observation import calls, check_property, numbers, value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import (
    Implementation,
    Misconception,
    Observation,
    Task,
    switch,
)
from chainrule_grader.tasks.losses._clipping import EPSILON, clipped, unclipped
from chainrule_grader.tasks.losses._gradients import CLIPPED, GRADIENTS, HALVES, divided
from chainrule_grader.tasks.losses._inputs import Array, answers, certain_answers

INFINITE = "At p = 0 or p = 1 your gradient is infinite or NaN; it must be finite."

Term = Callable[[Array, Array], Any]


def _observe(bce_grad: Subject, rng: Generator) -> Iterator[Observation]:
    yield from calls(answers)(bce_grad, rng)
    for criterion, y, p in certain_answers(rng):
        what = format_call(bce_grad.name, [y, p])
        seen = numbers(bce_grad(y, p), "the gradient", p.shape)
        yield check_property(criterion, what, np.isfinite(seen).all(), INFINITE)
        # Where p is clipped, the gradient may be 0 or the one at the limit.
        yield value(criterion, f"{what}, for p other than 0 and 1", seen[(p > 0) & (p < 1)])


def _make(
    clip: Callable[[Array], Array] = clipped,
    first: Term = lambda y, p: -y / p,
    second: Term = lambda y, p: (1 - y) / (1 - p),
    denominator: Callable[[Array], Any] | None = None,
    count: Callable[[Array], Any] = np.size,
) -> Implementation:
    """Return the sum of two terms, or (p − y) / denominator, divided by the number of entries."""

    def derivatives(y: Array, p: Array) -> Any:
        q = clip(p)
        if denominator:
            return (q - y) / denominator(q)
        return first(y, q) + second(y, q)

    return divided(derivatives, count)


_RIGHT = _make()


def _bce_grad(y: Array, p: Array) -> Any:
    return _RIGHT(y, p)


TASK = Task(
    reference=_bce_grad,
    make=_make,
    # The library's gradient is 0 where p is clipped.
    also_right=(losses.BinaryCrossentropy().gradient,),
    observe=_observe,
    # p + 1e-7 in a denominator changes the result by this much for p = 0.1, and is right.
    tolerance=1e-5,
    misconceptions=(
        switch(
            "nothing-cut",
            "You divide by 0 where p is 0 or 1; clip p first.",
            clip=unclipped,
        ),
        switch(
            "nothing-cut-by-cases",
            "You divide by 0 where p is 0 or 1; clip p first.",
            clip=unclipped,
            first=lambda y, p: np.where(y == 1, -1 / p, 0),
            second=lambda y, p: np.where(y == 1, 0, 1 / (1 - p)),
        ),
        switch(
            "cut-below-only",
            "You divide by 0 where p is 1; keep p away from 1 as well.",
            clip=lambda p: np.maximum(p, EPSILON),
        ),
        switch(
            "cut-above-only",
            "You divide by 0 where p is 0; keep p away from 0 as well.",
            clip=lambda p: np.minimum(p, 1 - EPSILON),
        ),
        switch(
            "at-the-score",
            "You return the gradient with respect to the logit; here it is with respect to p.",
            denominator=lambda _p: 1.0,
        ),
        switch(
            "at-the-score-reversed",
            "You return y − p, without a denominator; this is not the gradient with respect to p.",
            denominator=lambda _p: -1.0,
        ),
        switch(
            "no-second-term",
            "Entries with y = 0 have gradient 0; the second term is missing.",
            second=lambda _y, _p: 0.0,
        ),
        switch(
            "no-first-term",
            "Entries with y = 1 have gradient 0; the first term is missing.",
            first=lambda _y, _p: 0.0,
        ),
        switch(
            "inner-derivative-lost",
            "Your second term has the wrong sign; use the inner derivative of 1 − p.",
            second=lambda y, p: -(1 - y) / (1 - p),
        ),
        switch(
            "first-sign-lost",
            "Your first term has the wrong sign; keep the minus of the loss.",
            first=lambda y, p: y / p,
        ),
        switch(
            "denominators-exchanged",
            "You exchange the denominators: y belongs to p, and 1 − y to 1 − p.",
            first=lambda y, p: -y / (1 - p),
            second=lambda y, p: (1 - y) / p,
        ),
        switch(
            "targets-exchanged",
            "You exchange y and 1 − y: y belongs to p, and 1 − y to 1 − p.",
            first=lambda y, p: -(1 - y) / p,
            second=lambda y, p: y / (1 - p),
        ),
        switch(
            "same-denominator",
            "You divide both terms by p; the second term comes from log(1 − p).",
            second=lambda y, p: (1 - y) / p,
        ),
        switch(
            "first-factor-missing",
            "Your first term lacks the factor y, so entries with y = 0 have it as well.",
            first=lambda _y, p: -1 / p,
        ),
        switch(
            "second-factor-missing",
            "Your second term lacks the factor 1 − y, so entries with y = 1 have it as well.",
            second=lambda _y, p: 1 / (1 - p),
        ),
        switch(
            "precedence",
            "You divide by p and multiply by 1 − p; put p · (1 − p) in brackets.",
            denominator=lambda p: p / (1 - p),
        ),
        switch(
            "times-the-slope-of-the-sigmoid",
            "You multiply by p · (1 − p); divide by it.",
            denominator=lambda p: 1 / (p * (1 - p)),
        ),
        switch(
            "one-denominator",
            "Your denominator lacks the factor 1 − p.",
            denominator=lambda p: p,
        ),
        switch(
            "other-denominator",
            "Your denominator lacks the factor p.",
            denominator=lambda p: 1 - p,
        ),
        switch(
            "squared-denominator",
            "You square the denominator; it is p · (1 − p) without a square.",
            denominator=lambda p: (p * (1 - p)) ** 2,
        ),
        switch(
            "squared-terms",
            "You square the denominators; the derivative of log p has no square.",
            first=lambda y, p: -y / p**2,
            second=lambda y, p: (1 - y) / (1 - p) ** 2,
        ),
        switch(
            "logarithms-kept",
            "You return the terms of the loss; differentiate the logarithms.",
            first=lambda y, p: -y * np.log(p),
            second=lambda y, p: -(1 - y) * np.log(1 - p),
        ),
        switch(
            "multiplied",
            "You multiply by the probabilities; the derivative of the logarithm divides by them.",
            first=lambda y, p: -y * p,
            second=lambda y, p: (1 - y) * (1 - p),
        ),
        switch(
            "large-number-added",
            "You add a number to the denominator that is too large and changes the gradient.",
            denominator=lambda p: p * (1 - p) + 0.01,
        ),
        switch(
            "arguments-exchanged",
            "You exchange y and p: the denominator contains the probabilities.",
            arguments=lambda y, p: (p, y),
        ),
        switch(
            "takes-scores",
            "You apply the sigmoid to p, which is a probability already.",
            arguments=lambda y, p: (y, activations.sigmoid(p)),
        ),
        switch(
            "decided-errors",
            "You round p to 0 and 1 and subtract y; use the probabilities and the derivative.",
            arguments=lambda y, p: (y, np.round(p)),
            denominator=lambda _p: 1.0,
        ),
        switch(
            "decided",
            "You round the probabilities to 0 and 1 first; use them as they are.",
            arguments=lambda y, p: (y, np.round(p)),
        ),
        *GRADIENTS,
        *HALVES,
        CLIPPED,
        Misconception(
            "of-the-squared-error",
            losses.MeanSquaredError().gradient,
            "You return the gradient of the mean squared error; this loss is the cross-entropy.",
        ),
        Misconception(
            "the-loss",
            losses.BinaryCrossentropy(),
            "You return the loss; return its gradient.",
        ),
    ),
    hints=(
        "Differentiate both logarithms; the second one also needs an inner derivative.",
        "For y = 1 the gradient is −1/(p N), for y = 0 it is 1/((1 − p) N); clip p first.",
        "Clip p, then (p - y) / (p * (1 - p)) in brackets like these, divided by the size.",
    ),
)
