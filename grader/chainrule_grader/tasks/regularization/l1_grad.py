"""The slope of the L1 penalty: the same pull on every weight, towards 0."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from chainrule import regularizers
from numpy.random import Generator

from chainrule_grader.judging.formatting import format_call
from chainrule_grader.judging.observation import Array, calls, check_property, numbers, value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Misconception, Observation, Task
from chainrule_grader.tasks.regularization._inputs import among_zeros, weights


def _observe(subject: Subject, rng: Generator) -> Iterator[Observation]:
    """Look at weights of both signs, then at 0, where any slope between the two is right."""
    yield from calls(weights)(subject, rng)
    for w, strength in among_zeros(rng):
        call, zero = format_call(subject.name, [w, strength]), w == 0
        slopes = numbers(subject(w, strength), "the gradient", w.shape)
        yield value("at zero", f"{call}, where w is not 0", slopes[~zero])
        message = "At a weight of exactly 0 the slope is no number."
        yield check_property(
            "at zero", f"{call}, where w is 0", np.isfinite(slopes[zero]).all(), message
        )
        bounded = not (np.abs(slopes[zero]) > strength + 1e-5).any()
        message = "At a weight of exactly 0 the slope is outside the range from −λ to λ."
        yield check_property("at zero", f"{call}, where w is 0", bounded, message)


def _grad(w: Array, strength: float) -> Array:
    return regularizers.L1(float(strength)).gradient(w)


def _cut(w: Array, strength: float) -> Array:
    out = np.zeros_like(w)
    out[w > 0], out[w < 0] = strength, -strength
    return out


def _in_place(w: Array, strength: float) -> Array:
    w[w > 0], w[w < 0] = strength, -strength
    return w


TASK = Task(
    reference=_grad,
    observe=_observe,
    misconceptions=(
        Misconception(
            "nan-at-zero",
            lambda w, strength: strength * w / np.abs(w),
            "At a weight of exactly 0 it divides 0 by 0.",
        ),
        Misconception(
            "in-place",
            _in_place,
            "It writes the slopes over the weights that it was given.",
        ),
        Misconception(
            "cut-to-integers",
            _cut,
            "Where w holds integers so does your result, and the slopes are cut off to 0.",
        ),
        Misconception(
            "one-sign-for-all",
            lambda w, strength: np.full(w.shape, strength),
            "Every slope is positive: negative weights would be pushed further from 0.",
        ),
        Misconception(
            "slope-of-the-square",
            lambda w, strength: 2 * strength * w,
            "That is the slope of w²; the slope of |w| does not grow with w.",
        ),
        Misconception(
            "times-weight",
            lambda w, strength: strength * w,
            "The slope grows with the weight, where |w| is equally steep everywhere.",
        ),
        Misconception(
            "times-size",
            lambda w, strength: strength * np.abs(w),
            "That is what each weight costs, not how fast its cost grows.",
        ),
        Misconception(
            "penalty",
            lambda w, strength: strength * np.abs(w).sum(),
            "That is the penalty itself, one number; the gradient has a slope for each weight.",
        ),
        Misconception(
            "strength-forgotten",
            lambda w, _strength: np.sign(w),
            "The strength is not used: every slope is 1 or −1.",
        ),
        Misconception(
            "sign-reversed",
            lambda w, strength: -strength * np.sign(w),
            "The signs are reversed: going down this slope makes weights larger.",
        ),
        Misconception(
            "doubled",
            lambda w, strength: 2 * strength * np.sign(w),
            "Each slope is twice what it should be: no square is involved here.",
        ),
        Misconception(
            "mean",
            lambda w, strength: strength * np.sign(w) / w.size,
            "The slopes are divided by how many weights there are; the penalty was not.",
        ),
        Misconception(
            "divided-by-rows",
            lambda w, strength: strength * np.sign(w) / len(w),
            "The slopes are divided by the number of rows; the penalty was not.",
        ),
        Misconception(
            "summed",
            lambda w, strength: strength * np.sign(w).sum(),
            "The slopes are added up: each weight needs its own.",
        ),
        Misconception(
            "divided-by-the-length",
            lambda w, strength: strength * w / np.sqrt((w**2).sum()),
            "That is w divided by its length: each weight is to be divided by its own size.",
        ),
        Misconception(
            "positive-only",
            lambda w, strength: np.where(w > 0, strength, 0.0),
            "Negative weights have no slope: they cost as much as positive ones.",
        ),
        Misconception(
            "weights-updated",
            lambda w, strength: w - strength * np.sign(w),
            "Those are weights after a step; only the slope is asked for.",
        ),
        Misconception(
            "added-to-the-weights",
            lambda w, strength: w + strength * np.sign(w),
            "The weights are still in the result; only the slope is asked for.",
        ),
        Misconception(
            "half",
            lambda w, strength: 0.5 * strength * np.sign(w),
            "Each slope is half of what it should be: no ½ is involved here.",
        ),
        Misconception(
            "strength-squared",
            lambda w, strength: strength**2 * np.sign(w),
            "The strength is squared.",
        ),
        Misconception(
            "divided",
            lambda w, strength: np.sign(w) / strength,
            "It is divided by the strength, so that a stronger penalty pulls less.",
        ),
        Misconception(
            "strength-added",
            lambda w, strength: np.sign(w) + strength,
            "The strength is added to the sign, where it should say how strong the pull is.",
        ),
    ),
    hints=(
        "How much more does a weight of 5 cost if it grows a little? And a weight of −5?",
        "The slope of λ |w| is λ where w > 0 and −λ where w < 0.",
        "np.sign gives 1, −1 and 0 in the right places.",
    ),
)
