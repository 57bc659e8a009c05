"""The slope of binary cross-entropy: gentle where the answer is nearly right, steep elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from chainrule import losses
from numpy.random import Generator

from chainrule_grader.judging.formatting import format_call
from chainrule_grader.judging.observation import calls, check_property, numbers, value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Misconception, Observation, Task
from chainrule_grader.tasks.losses._borders import BORDER, cut, uncut
from chainrule_grader.tasks.losses._inputs import Array, answers, certain_answers
from chainrule_grader.tasks.losses._mistakes import Terms, slopes

SHAPED = {"one-number", "one-number-divided", "for-each-column", "as-a-column"}
"""Slips after which nobody looks at what is cut: the shape is wrong already."""
ENDLESS = "At a probability of exactly 0 or 1 the slope is infinite, or not a number."


def _observe(bce_grad: Subject, rng: Generator) -> Iterator[Observation]:
    yield from calls(answers)(bce_grad, rng)
    for criterion, y, p in certain_answers(rng):
        what = format_call(bce_grad.name, [y, p])
        seen = numbers(bce_grad(y, p), "the gradient", p.shape)
        yield check_property(criterion, what, np.isfinite(seen).all(), ENDLESS)
        # Where p is cut the slope may be 0, or the one at the border.
        yield value(criterion, f"{what}, where p is neither", seen[(p > 0) & (p < 1)])


def _slope(y: Array, p: Array) -> Array:
    return np.asarray((p - y) / (p * (1 - p)) / p.size)


def _gradient(y: Array, p: Array) -> Array:
    return _slope(y, cut(p))


def _in_place(y: Array, p: Array) -> Array:
    np.clip(p, BORDER, 1 - BORDER, out=p)
    return _slope(y, p)


def _slopes(gradient: Terms) -> list[Misconception]:
    """Those that have no better name below."""
    return [mistake for mistake in slopes(gradient) if mistake.name != "without-direction"]


TASK = Task(
    reference=losses.BinaryCrossentropy().gradient,
    also_right=(_gradient,),
    observe=_observe,
    # p + 1e-7 in a denominator, for p of 0.1, is off by that much, and right.
    tolerance=1e-5,
    misconceptions=(
        Misconception(
            "nothing-cut",
            _slope,
            "At a probability of exactly 0 or 1 it divides by 0.",
        ),
        Misconception(
            "at-the-score",
            lambda y, p: (p - y) / p.size,
            "That is the slope at the score before the sigmoid; here p itself is moved.",
        ),
        Misconception(
            "at-the-score-and-not-divided",
            lambda y, p: p - y,
            "That is the slope at the score before the sigmoid, and the mean is forgotten.",
        ),
        Misconception(
            "at-the-score-and-sign",
            lambda y, p: (y - p) / p.size,
            "That is the slope at the score before the sigmoid, with the wrong sign.",
        ),
        Misconception(
            "times-the-slope-of-the-sigmoid",
            lambda y, p: (p - y) * p * (1 - p) / p.size,
            "It is multiplied by p (1 − p), where something else should happen with that.",
        ),
        Misconception(
            "no-second-term",
            lambda y, p: -y / cut(p) / p.size,
            "Examples whose answer is 0 have no slope in yours: a term is missing.",
        ),
        Misconception(
            "no-first-term",
            lambda y, p: (1 - y) / (1 - cut(p)) / p.size,
            "Examples whose answer is 1 have no slope in yours: a term is missing.",
        ),
        Misconception(
            "inner-derivative-lost",
            lambda y, p: -(y / cut(p) + (1 - y) / (1 - cut(p))) / p.size,
            "All slopes have one sign: what is the derivative of 1 − p inside the logarithm?",
        ),
        Misconception(
            "inner-derivative-lost-and-sign",
            lambda y, p: (y / cut(p) + (1 - y) / (1 - cut(p))) / p.size,
            "All slopes have one sign: both a minus and an inner derivative are lost.",
        ),
        Misconception(
            "denominators-exchanged",
            lambda y, p: (-y / (1 - cut(p)) + (1 - y) / cut(p)) / p.size,
            "The denominators are exchanged: each term has the other's.",
        ),
        Misconception(
            "one-denominator",
            lambda y, p: (p - y) / cut(p) / p.size,
            "Only half of the denominator is there: it is steep near 0, and not near 1.",
        ),
        Misconception(
            "other-denominator",
            lambda y, p: (p - y) / (1 - cut(p)) / p.size,
            "Only half of the denominator is there: it is steep near 1, and not near 0.",
        ),
        Misconception(
            "precedence",
            lambda y, p: (p - y) / cut(p) * (1 - p) / p.size,
            "Without brackets only the first factor is below the fraction; the second is above.",
        ),
        Misconception(
            "logarithms-kept",
            lambda y, p: -(y * np.log(cut(p)) + (1 - y) * np.log(1 - cut(p))) / p.size,
            "Those are the terms of the loss; their logarithms are still to be differentiated.",
        ),
        Misconception(
            "of-the-squared-error",
            losses.MeanSquaredError().gradient,
            "That is the gradient of the squared error, which is gentle with sure mistakes.",
        ),
        Misconception(
            "the-loss",
            losses.BinaryCrossentropy(),
            "That is the loss itself, not its gradient.",
        ),
        Misconception(
            "arguments-exchanged",
            lambda y, p: (y - p) / (cut(y) * (1 - cut(y))) / p.size,
            "Truth and probability are exchanged: the truth is in the denominator.",
        ),
        Misconception(
            "takes-scores",
            lambda y, p: _gradient(y, 1 / (1 + np.exp(-p))),
            "p is put through a sigmoid; it is a probability already.",
        ),
        Misconception(
            "squared-terms",
            lambda y, p: (-y / cut(p) ** 2 + (1 - y) / (1 - cut(p)) ** 2) / p.size,
            "The denominators are squared: a logarithm is differentiated once only.",
        ),
        Misconception(
            "multiplied",
            lambda y, p: (-y * p + (1 - y) * (1 - p)) / p.size,
            "The probabilities multiply, where the derivative of a logarithm divides.",
        ),
        Misconception(
            "decided",
            lambda y, p: (np.round(p) - y) / p.size,
            "The probabilities are rounded to yes and no first: only mistakes have a slope.",
        ),
        Misconception(
            "large-number-added",
            lambda y, p: (p - y) / (p * (1 - p) + 0.01) / p.size,
            "What is added to the denominator is so large that it changes every slope.",
        ),
        Misconception(
            "cut-off-slopes",
            lambda y, p: np.clip(_gradient(y, p), -1, 1),
            "The slopes themselves are cut off; only the probabilities should be.",
        ),
        Misconception(
            "first-factor-missing",
            lambda y, p: (-1 / cut(p) + (1 - y) / (1 - cut(p))) / p.size,
            "The first term counts for answers of 0 as well.",
        ),
        Misconception(
            "second-factor-missing",
            lambda y, p: (-y / cut(p) + 1 / (1 - cut(p))) / p.size,
            "The second term counts for answers of 1 as well.",
        ),
        Misconception(
            "squared-denominator",
            lambda y, p: (p - y) / (cut(p) * (1 - cut(p))) ** 2 / p.size,
            "It is far too steep: the denominator is squared.",
        ),
        Misconception(
            "halved",
            lambda y, p: _gradient(y, p) / 2,
            "It is half of what it should be.",
        ),
        Misconception(
            "doubled",
            lambda y, p: 2 * _gradient(y, p),
            "It is twice what it should be: the factor 2 belongs to squares.",
        ),
        Misconception(
            "in-place",
            _in_place,
            "It cuts the probabilities where they are, and so changes its input.",
        ),
        *_slopes(_gradient),
        *(uncut(m.name, m.wrong, m.message) for m in _slopes(_slope) if m.name not in SHAPED),
    ),
    hints=(
        "Differentiate both logarithms. The second has an inner derivative.",
        "∂BCE/∂p = (−y / p + (1 − y) / (1 − p)) / N = (p − y) / (p (1 − p) N).",
        "Clip p first, then (p - y) over the product of p and 1 - p, then divide by the size.",
    ),
)
