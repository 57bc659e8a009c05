"""Clipping by value: no entry of a gradient is larger than a limit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch
from chainrule_grader.tasks._common import INTEGERS, NEGATED, ROUNDED, TRANSPOSED, rounded
from chainrule_grader.tasks.normalization._inputs import Array


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "a row", np.array([0.5, -3.0, 2.0]), 1.0
    yield "a row", np.array([-7, 2, 4, 0]), 3
    yield "a row", np.array([0.2, -0.1, 0.9, -0.8]), 0.5
    yield "a row", np.array([1e6, -0.25, -1e6]), 10.0
    yield "a row", rng.normal(scale=3, size=8).round(2), 1.5
    yield "a table", np.array([[1.5, -1.5], [0.25, 4.0], [-0.5, -9.0]]), 1.0
    yield "a table", rng.normal(scale=3, size=(4, 3)), 2.0


Side: TypeAlias = Callable[[Array, float], Any]
"""The result for some entries, from the entries and the limit."""


def _make(
    above: Side = lambda _g, limit: limit,
    below: Side = lambda _g, limit: -limit,
    unclipped: Side = lambda g, _limit: g,
    limit: Callable[[float], float] = lambda limit: limit,
    size: Callable[[Array], Array] = np.abs,
) -> Implementation:
    """Return clipping with other results above the limit, below its negative, and between."""

    def clip(g: Array, given: float) -> Any:
        bound = limit(given)
        large = size(g) > bound
        return np.where(
            large & (g > 0),
            above(g, bound),
            np.where(large & (g < 0), below(g, bound), unclipped(g, bound)),
        )

    return clip


TASK = Task(
    reference=lambda g, limit: np.clip(g, -limit, limit),
    make=_make,
    observe=calls(_inputs, elementwise=True),
    misconceptions=(
        switch(
            "only-above",
            "You do not clip entries below −limit; set them to −limit.",
            below=lambda g, _limit: g,
        ),
        switch(
            "only-below",
            "You do not clip entries above limit; set them to limit.",
            above=lambda g, _limit: g,
        ),
        switch(
            "from-zero",
            "You set negative entries to 0; clip them at −limit.",
            arguments=lambda g, limit: (np.maximum(g, 0), limit),
        ),
        switch(
            "sign-lost",
            "You take absolute values; keep the sign of each entry.",
            arguments=lambda g, limit: (np.abs(g), limit),
        ),
        switch(
            "always-positive",
            "You set entries below −limit to limit; set them to −limit.",
            below=lambda _g, limit: limit,
        ),
        switch(
            "zero-below",
            "You set entries below −limit to 0; set them to −limit.",
            below=lambda _g, _limit: 0.0,
        ),
        switch(
            "zero-above",
            "You set entries above limit to 0; set them to limit.",
            above=lambda _g, _limit: 0.0,
        ),
        switch(
            "set-to-zero",
            "You set entries beyond the limit to 0; set them to limit or −limit.",
            above=lambda _g, _limit: 0.0,
            below=lambda _g, _limit: 0.0,
        ),
        switch(
            "set-to-nan",
            "You set entries beyond the limit to NaN; set them to limit or −limit.",
            above=lambda _g, _limit: np.nan,
            below=lambda _g, _limit: np.nan,
        ),
        switch(
            "ends-exchanged",
            "You exchange limit and −limit; entries above limit become limit.",
            above=lambda _g, limit: -limit,
            below=lambda _g, limit: limit,
        ),
        switch(
            "wrapped",
            "You take the remainder of the division by limit; set these entries to ±limit.",
            above=np.fmod,
            below=np.fmod,
        ),
        switch(
            "zero-within",
            "You set entries within the limits to 0; leave them unchanged.",
            unclipped=lambda g, _limit: 0.0 * g,
        ),
        switch(
            "all-at-the-limit",
            "You set every entry to ±limit; entries within the limits stay unchanged.",
            unclipped=lambda g, limit: limit * np.sign(g),
        ),
        switch(
            "limit-of-one",
            "You always clip at 1; use the argument limit.",
            limit=lambda _limit: 1.0,
        ),
        switch(
            "half-the-limit",
            "You clip at limit / 2; clip at limit.",
            limit=lambda limit: limit / 2,
        ),
        switch(
            "twice-the-limit",
            "You clip at twice the limit; clip at limit.",
            limit=lambda limit: 2 * limit,
        ),
        switch(
            "one-more",
            "You clip at limit + 1; clip at limit.",
            limit=lambda limit: limit + 1,
        ),
        switch(
            "square-compared",
            "You compare the square of each entry with limit; compare its absolute value.",
            size=np.square,
        ),
        switch(
            "flattened",
            "You return a flat array; the result must keep the shape of g.",
            result=np.ravel,
        ),
        switch(
            "last-entry-missing",
            "You return a flat array without the last entry; keep the shape of g.",
            result=lambda g: np.ravel(g)[:-1],
        ),
        TRANSPOSED,
        NEGATED,
        INTEGERS,
        rounded(1, "one"),
        *ROUNDED,
        Misconception(
            "upper-limit-below",
            lambda g, limit: np.clip(g, limit, -limit),
            "You give np.clip the upper limit first; the lower limit comes first.",
        ),
        Misconception(
            "by-the-largest",
            lambda g, limit: g * min(1.0, limit / np.abs(g).max()),
            "You scale all entries by the largest one; clip each entry separately.",
        ),
        Misconception(
            "by-norm",
            lambda g, limit: g * min(1.0, limit / np.linalg.norm(g)),
            "You clip by the norm, so all entries become smaller; clip each entry separately.",
        ),
        Misconception(
            "divided",
            lambda g, limit: g / limit,
            "You divide by limit; clip each entry at limit and −limit.",
        ),
        Misconception(
            "removed",
            lambda g, limit: g[np.abs(g) <= limit],
            "You remove the entries beyond the limit, so the shape is lost; set them to ±limit.",
        ),
        Misconception(
            "tanh",
            lambda g, limit: limit * np.tanh(g / limit),
            "You use tanh, which changes every entry; entries within the limits stay unchanged.",
        ),
    ),
    hints=(
        "Treat each entry separately: between the limits it stays, beyond them it is the limit.",
        "min(max(g, −limit), limit), for each entry.",
        "np.clip takes the array, then the smallest and the largest number of the result.",
    ),
)
