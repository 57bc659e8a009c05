"""The decision boundary of a neuron with two inputs: the line where the weighted sum is 0."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch
from chainrule_grader.tasks._common import (
    AS_COLUMN,
    DOUBLED,
    HALVED,
    INTEGERS,
    ONE_ADDED,
    ONE_DECIMAL,
    ROUNDED,
)
from chainrule_grader.tasks.perceptron._mistakes import LOOPS, Array


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    w = np.array([3.0, -2.0])
    yield "one point", w, 1.0, np.array([-1.0])
    yield "one point", np.array([2.0, 4.0]), -3.0, np.array([0.5])
    yield "one point", np.array([-1.0, 2.5]), 0.5, rng.normal(size=1).round(2)
    yield "several points", w, 1.0, np.array([-1.0, 0.0, 2.0])
    yield "several points", np.array([1, 4]), 2, np.array([-1, 3, 5])
    yield "several points", np.array([-1.5, -0.5]), 0.75, rng.normal(size=4)
    yield "several points", np.array([0.5, 1.25]), -2.0, rng.normal(size=5)


def _line(w: Array, b: float, x1: Array) -> Array:
    return np.asarray(-(b + w[0] * x1) / w[1])


def _second(w: Array) -> Any:
    return w[1]


def _first(w: Array) -> Any:
    return w[0]


def _one(_w: Array) -> float:
    return 1.0


def _make(
    x1_sign: float = -1.0,
    x1_term: Callable[[Array, Array], Any] = lambda w, x1: w[0] * x1,
    x1_divisor: Callable[[Array], Any] = _second,
    b_sign: float = -1.0,
    b_term: Callable[[float], float] = lambda b: b,
    b_divisor: Callable[[Array], Any] = _second,
    finish: Callable[[Array, Array, Array], Any] = lambda x2, _w, _x1: x2,
) -> Implementation:
    """Return −w₁x₁/w₂ − b/w₂, or another combination of the two terms."""

    def line(w: Array, b: float, x1: Array) -> Any:
        rise = x1_sign * x1_term(w, x1) / x1_divisor(w)
        return finish(rise + b_sign * b_term(b) / b_divisor(w), w, x1)

    return line


TASK = Task(
    reference=_line,
    make=_make,
    observe=calls(_inputs),
    misconceptions=(
        switch(
            "sign",
            "Your result has the wrong sign; terms change sign on the other side of the equation.",
            x1_sign=1.0,
            b_sign=1.0,
        ),
        switch(
            "sign-of-the-slope",
            "The term with x1 has the wrong sign; it changes on the other side of the equation.",
            x1_sign=1.0,
        ),
        switch(
            "sign-of-the-bias",
            "The bias has the wrong sign; it changes on the other side of the equation.",
            b_sign=1.0,
        ),
        switch(
            "weights-swapped",
            "You exchange the two weights; w[0] multiplies x1, and w[1] is the divisor.",
            arguments=lambda w, b, x1: (w[::-1], b, x1),
        ),
        switch("no-bias", "You do not use the bias; b is a term of the equation.", b_sign=0.0),
        switch(
            "bias-not-divided",
            "You do not divide the bias by w[1]; both terms must be divided.",
            b_divisor=_one,
        ),
        switch(
            "term-not-divided",
            "You do not divide the term with x1 by w[1]; both terms must be divided.",
            x1_divisor=_one,
        ),
        switch(
            "not-divided",
            "You do not divide by w[1], so your result is w[1] · x2; divide both terms.",
            x1_divisor=_one,
            b_divisor=_one,
        ),
        switch(
            "multiplied",
            "You multiply by w[1]; divide by w[1].",
            x1_divisor=lambda w: 1 / w[1],
            b_divisor=lambda w: 1 / w[1],
        ),
        switch(
            "divided-by-the-first",
            "You divide by w[0], the weight of x1; divide by w[1].",
            x1_divisor=_first,
            b_divisor=_first,
        ),
        switch(
            "bias-by-the-first-weight",
            "You divide the bias by w[0]; divide it by w[1].",
            b_divisor=_first,
        ),
        switch(
            "slope-upside-down",
            "Your slope is w[1] / w[0] in size; the slope of the line is −w[0] / w[1].",
            x1_term=lambda w, x1: w[1] * x1,
            x1_divisor=_first,
        ),
        switch(
            "perpendicular",
            "Your line runs along the weight vector; the boundary is perpendicular to it.",
            x1_sign=1.0,
            x1_term=lambda w, x1: w[1] * x1,
            x1_divisor=_first,
        ),
        switch(
            "bias-as-height",
            "You add b as the height at x1 = 0; the height is −b / w[1].",
            b_sign=1.0,
            b_divisor=_one,
        ),
        switch(
            "both-weights-below",
            "You divide by the sum of both weights; divide by w[1].",
            x1_divisor=np.sum,
            b_divisor=np.sum,
        ),
        switch(
            "absolute-weight",
            "You divide by |w[1]|; keep the sign of w[1].",
            x1_divisor=lambda w: abs(w[1]),
            b_divisor=lambda w: abs(w[1]),
        ),
        switch(
            "subtracted-weight",
            "You subtract w[1]; divide by w[1].",
            x1_divisor=_one,
            b_divisor=_one,
            finish=lambda x2, w, _x1: x2 - w[1],
        ),
        switch(
            "weight-not-used",
            "You do not multiply x1 by its weight w[0].",
            x1_term=lambda _w, x1: x1,
        ),
        switch(
            "square-of-x",
            "You square x1; the equation of a line has x1 itself.",
            x1_term=lambda w, x1: w[0] * x1**2,
        ),
        switch(
            "slope-alone",
            "You do not multiply the slope by x1.",
            x1_term=lambda w, x1: w[0] + 0 * x1,
        ),
        switch(
            "one-height",
            "You do not use x1, so all your results are equal; the line depends on x1.",
            x1_sign=0.0,
        ),
        switch(
            "slope-only",
            "You return the slope of the line for every x1; return x2.",
            x1_term=lambda w, x1: w[0] + 0 * x1,
            b_sign=0.0,
        ),
        switch(
            "height-only",
            "You return one number, the height of the line at x1 = 0; return x2 for each x1.",
            x1_term=lambda _w, _x1: 0.0,
        ),
        switch(
            "slope-number",
            "You return one number, the slope of the line; return x2 for each x1.",
            x1_term=lambda w, _x1: w[0],
            b_sign=0.0,
        ),
        switch("bias-twice", "You use the bias twice; use it once.", b_term=lambda b: 2 * b),
        switch(
            "where-the-sum-is-a-half",
            "Your line is where the weighted sum is 0.5; it is 0 where the probability is 0.5.",
            b_term=lambda b: b - 0.5,
        ),
        switch(
            "where-the-sum-is-one",
            "Your line is where the weighted sum is 1; the sum is 0 on the boundary.",
            b_term=lambda b: b - 1,
        ),
        switch(
            "both-weights-for-x",
            "You multiply x1 by both weights; w[1] belongs to x2.",
            x1_term=lambda w, x1: (w[0] + w[1]) * x1,
            x1_divisor=_one,
            b_divisor=_one,
        ),
        switch(
            "relative-to-x",
            "You subtract x1 from the result; return x2 itself.",
            finish=lambda x2, _w, x1: x2 - x1,
        ),
        switch(
            "points",
            "You return both coordinates, one point in each row; return x2 alone.",
            finish=lambda x2, _w, x1: np.stack([x1, x2], axis=1),
        ),
        switch(
            "points-in-columns",
            "You return x1 as well as x2; return x2 alone.",
            finish=lambda x2, _w, x1: np.stack([x1, x2]),
        ),
        switch("upside-down", "Your fraction is upside down.", result=lambda x2: 1 / x2),
        switch(
            "activated",
            "You apply the sigmoid to the result; the boundary is a straight line.",
            result=activations.sigmoid,
        ),
        switch(
            "decided",
            "You return 0 or 1; return the coordinate x2.",
            result=activations.step,
        ),
        switch(
            "absolute",
            "You return the absolute value; x2 can be negative.",
            result=np.abs,
        ),
        switch(
            "whole-numbers",
            "You round down to integers, as // does; divide with /.",
            result=np.floor,
        ),
        AS_COLUMN,
        *LOOPS,
        DOUBLED,
        HALVED,
        ONE_ADDED,
        INTEGERS,
        ONE_DECIMAL,
        *ROUNDED,
        Misconception(
            "bias-as-first-weight",
            lambda w, b, x1: -(w[0] + w[1] * x1) / b,
            "You use w[0] as the bias; the bias is the argument b, and w[0] is the weight of x1.",
        ),
    ),
    hints=(
        "The boundary is where the probability is one half. What is the weighted sum there?",
        "Solve the equation for x₂: first move all terms without x₂ to the other side.",
        "Add b and w[0] * x1, change the sign of the sum, and divide all of it by w[1].",
    ),
)
