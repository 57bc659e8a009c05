"""Where a neuron of two inputs is undecided, its weighted sum is 0: a straight line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks.perceptron._mistakes import Array, by_examples, rounded


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


def _in_place(w: Array, b: float, x1: Array) -> Array:
    x1 *= w[0]
    return np.asarray(-(b + x1) / w[1])


TASK = Task(
    reference=_line,
    observe=calls(_inputs),
    misconceptions=(
        Misconception(
            "sign",
            lambda w, b, x1: (b + w[0] * x1) / w[1],
            "The sign is lost: what moves to the other side of the equation changes it.",
        ),
        Misconception(
            "sign-of-the-slope",
            lambda w, b, x1: (w[0] * x1 - b) / w[1],
            "The line leans the wrong way: one term kept its sign on the other side.",
        ),
        Misconception(
            "sign-of-the-bias",
            lambda w, b, x1: (b - w[0] * x1) / w[1],
            "The line is shifted the wrong way: the bias kept its sign on the other side.",
        ),
        Misconception(
            "weights-swapped",
            lambda w, b, x1: -(b + w[1] * x1) / w[0],
            "The two weights are exchanged: that is the other coordinate, given this one.",
        ),
        Misconception(
            "no-bias",
            lambda w, b, x1: -w[0] * x1 / w[1],  # noqa: ARG005  that is the mistake
            "The bias is never used, so the line goes through the origin.",
        ),
        Misconception(
            "bias-not-divided",
            lambda w, b, x1: -w[0] / w[1] * x1 - b,
            "Only the term with x1 is divided; the bias should be as well.",
        ),
        Misconception(
            "bias-added-at-the-end",
            lambda w, b, x1: -w[0] / w[1] * x1 + b,
            "The bias is taken for the height of the line where x1 is 0; it is not.",
        ),
        Misconception(
            "not-divided",
            lambda w, b, x1: -(b + w[0] * x1),
            "Nothing is divided: that is the weighted x2, and not yet x2.",
        ),
        Misconception(
            "multiplied",
            lambda w, b, x1: -(b + w[0] * x1) * w[1],
            "The second weight multiplies; to take it away from x2 it has to go below.",
        ),
        Misconception(
            "upside-down",
            lambda w, b, x1: -w[1] / (b + w[0] * x1),
            "The fraction is upside down.",
        ),
        Misconception(
            "divided-by-the-first",
            lambda w, b, x1: -(b + w[0] * x1) / w[0],
            "It is divided by the weight of x1; x2 has its own.",
        ),
        Misconception(
            "along-the-weights",
            lambda w, b, x1: w[1] / w[0] * x1 - b / w[1],
            "Yours runs along the weights; the boundary stands across them.",
        ),
        Misconception(
            "slope-only",
            lambda w, b, x1: np.full(np.shape(x1), -w[0] / w[1]),  # noqa: ARG005
            "That is the slope of the line, the same everywhere; its height is asked for.",
        ),
        Misconception(
            "where-it-is-a-half",
            lambda w, b, x1: -(b - 0.5 + w[0] * x1) / w[1],
            "The weighted sum is a half on your line; it is its sigmoid that should be.",
        ),
        Misconception(
            "where-it-is-one",
            lambda w, b, x1: (1 - b - w[0] * x1) / w[1],
            "The weighted sum is 1 on your line; that is one side of the boundary.",
        ),
        Misconception(
            "precedence",
            lambda w, b, x1: -b + w[0] * x1 / w[1],
            "Brackets are missing: only a part is divided, and only a part changes its sign.",
        ),
        Misconception(
            "bias-as-first-weight",
            lambda w, b, x1: -(w[0] + w[1] * x1) / b,
            "The bias stands where a weight should: it has an argument of its own.",
        ),
        Misconception(
            "activated",
            lambda w, b, x1: activations.sigmoid(_line(w, b, x1)),
            "The coordinate is put through a sigmoid; a line is straight.",
        ),
        Misconception(
            "weighted-sum",
            lambda w, b, x1: (w[0] + w[1]) * x1 + b,
            "Both weights multiply x1; the second one belongs to what is looked for.",
        ),
        Misconception(
            "whole-numbers",
            lambda w, b, x1: -(b + w[0] * x1) // w[1],
            "The division throws the fraction away: // is not /.",
        ),
        Misconception(
            "weight-not-used",
            lambda w, b, x1: -(b + x1) / w[1],
            "x1 is not weighted: one of the two weights is never used.",
        ),
        Misconception(
            "subtracted-weight",
            lambda w, b, x1: -(b + w[0] * x1) - w[1],
            "The second weight is subtracted; it multiplies x2, so that does not take it away.",
        ),
        Misconception(
            "slope-without-sign",
            lambda w, b, x1: w[0] / w[1] * x1 + b,
            "The line leans the wrong way, and the bias is not its height at x1 = 0.",
        ),
        Misconception(
            "perpendicular",
            lambda w, b, x1: w[1] / w[0] * x1 + b,
            "Yours runs along the weights; the boundary stands across them.",
        ),
        Misconception(
            "slope-upside-down",
            lambda w, b, x1: -w[1] / w[0] * x1 - b / w[1],
            "The slope is upside down: the weights in it are exchanged.",
        ),
        Misconception(
            "bias-by-the-first-weight",
            lambda w, b, x1: -w[0] / w[1] * x1 - b / w[0],
            "The bias is divided by the weight of x1.",
        ),
        Misconception(
            "bias-divided-alone",
            lambda w, b, x1: -(w[0] * x1 + b / w[1]),
            "Only the bias is divided; the term with x1 should be as well.",
        ),
        Misconception(
            "bias-twice",
            lambda w, b, x1: -(2 * b + w[0] * x1) / w[1],
            "The bias is there twice.",
        ),
        Misconception(
            "one-height",
            lambda w, b, x1: np.full(np.shape(x1), -b / w[1]),
            "x1 is never used: that is the height where x1 is 0.",
        ),
        Misconception(
            "both-weights-below",
            lambda w, b, x1: -(b + w[0] * x1) / (w[0] + w[1]),
            "It is divided by both weights together; only one of them multiplies x2.",
        ),
        Misconception(
            "decided",
            lambda w, b, x1: _line(w, b, x1) > 0,
            "That is a yes or no; a coordinate is asked for.",
        ),
        Misconception(
            "points",
            lambda w, b, x1: np.stack([x1, _line(w, b, x1)], axis=1),
            "The points have both coordinates; only the second is asked for.",
        ),
        Misconception(
            "in-place",
            _in_place,
            "It multiplies into x1 itself, so its input is gone afterwards.",
        ),
        *by_examples(_line),
        *rounded(_line),
    ),
    hints=(
        "The neuron is undecided where its probability is a half. What is its weighted sum there?",
        "On the boundary b + w₁ x₁ + w₂ x₂ = 0. Solve this for x₂.",
        "Move b and the first product to the other side, then divide everything there by w[1].",
    ),
)
