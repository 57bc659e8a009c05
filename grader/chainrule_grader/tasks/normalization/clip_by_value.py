"""No entry of a gradient larger than a limit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks.normalization._inputs import Array


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "a row", np.array([0.5, -3.0, 2.0]), 1.0
    yield "a row", np.array([-7, 2, 4, 0]), 3
    yield "a row", np.array([0.2, -0.1, 0.9, -0.8]), 0.5
    yield "a row", np.array([1e6, -0.25, -1e6]), 10.0
    yield "a row", rng.normal(scale=3, size=8).round(2), 1.5
    yield "a table", np.array([[1.5, -1.5], [0.25, 4.0], [-0.5, -9.0]]), 1.0
    yield "a table", rng.normal(scale=3, size=(4, 3)), 2.0


def _clip(g: Array, limit: float) -> Array:
    return np.clip(g, -limit, limit)


def _in_place(g: Array, limit: float) -> Array:
    g[g > limit] = limit
    g[g < -limit] = -limit
    return g


TASK = Task(
    reference=_clip,
    observe=calls(_inputs, elementwise=True),
    misconceptions=(
        Misconception(
            "only-above",
            np.minimum,
            "It cuts what is too large, and lets what is too far below 0 through.",
        ),
        Misconception(
            "only-below",
            lambda g, limit: np.maximum(g, -limit),
            "It cuts what is too far below 0, and lets what is too large through.",
        ),
        Misconception(
            "from-zero",
            lambda g, limit: np.clip(g, 0, limit),
            "All negative numbers are cut away: half of the directions are lost.",
        ),
        Misconception(
            "sign-lost",
            lambda g, limit: np.minimum(np.abs(g), limit),
            "The sizes are right, and the signs are gone: a slope downwards points upwards.",
        ),
        Misconception(
            "all-at-the-limit",
            lambda g, limit: limit * np.sign(g),
            "Every number is put at the limit, small ones too.",
        ),
        Misconception(
            "dropped",
            lambda g, limit: np.where(np.abs(g) > limit, 0, g),
            "What is too large becomes 0, so that the steepest directions are not followed at all.",
        ),
        Misconception(
            "always-positive",
            lambda g, limit: np.where(np.abs(g) > limit, limit, g),
            "What is too far below 0 is put at the limit above 0.",
        ),
        Misconception(
            "by-the-largest",
            lambda g, limit: g * min(1.0, limit / np.abs(g).max()),
            "All numbers shrink together with the largest; each should be cut by itself.",
        ),
        Misconception(
            "by-norm",
            lambda g, limit: g * min(1.0, limit / np.linalg.norm(g)),
            "That is clipping by the norm: all shrink together; each should be cut by itself.",
        ),
        Misconception(
            "limit-of-one",
            lambda g, limit: np.clip(g, -1, 1),  # noqa: ARG005  that is the mistake
            "The limit that it is given is ignored: it cuts at 1 whatever it is.",
        ),
        Misconception(
            "removed",
            lambda g, limit: g[np.abs(g) <= limit],
            "What is too large is taken out instead of being cut, so the shape is lost.",
        ),
        Misconception(
            "wrapped",
            lambda g, limit: np.where(np.abs(g) > limit, np.fmod(g, limit), g),
            "What goes beyond the limit begins again at 0, instead of stopping there.",
        ),
        Misconception(
            "tanh",
            lambda g, limit: limit * np.tanh(g / limit),
            "It bends every number towards the limit; those within it should stay as they are.",
        ),
        Misconception(
            "square-compared",
            lambda g, limit: np.where(np.square(g) > limit, limit * np.sign(g), g),
            "It is the square that is compared with the limit, and not the size.",
        ),
        *(
            Misconception(
                f"rounded-to-{word}-decimals",
                lambda g, limit, digits=digits: np.round(_clip(g, limit), digits),
                f"Your result is rounded to {word} decimals; whoever goes on needs the rest.",
            )
            for digits, word in {1: "one", 2: "two", 3: "three", 4: "four"}.items()
        ),
        Misconception(
            "in-place",
            _in_place,
            "It writes into its input, so that whoever called it loses the original gradient.",
        ),
        Misconception(
            "cut-to-integers",
            lambda g, limit: _clip(g, limit).astype(int),
            "Your result holds integers, and the fractions are cut off.",
        ),
    ),
    hints=(
        "Each number by itself: what lies between the limits stays, what is beyond stops there.",
        "min(max(g, −limit), limit), for each number.",
        "np.clip takes the numbers, then the lowest and the highest that may come out.",
    ),
)
