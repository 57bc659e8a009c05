"""Clipping by norm: all gradients are scaled together if their common norm is too large."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch
from chainrule_grader.tasks.normalization._inputs import Array

Grads = list[Array]


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "one array", [np.array([3.0, 4.0])], 1.0
    yield "one array", [np.array([0.3, -0.4])], 2.0
    yield "one array", [np.array([[30, -40], [0, 0]])], 5.0
    yield "one array", [np.zeros(3)], 1.0
    yield "one array", [rng.normal(scale=3, size=5).round(2)], 0.75
    grads = [np.array([[3.0, 0.0], [0.0, -4.0]]), np.array([12.0, 0.0])]
    yield "several arrays", grads, 6.5
    yield "several arrays", grads, 20.0
    yield "several arrays", [rng.normal(size=shape) for shape in ((4, 3), (3,), (3, 2), (2,))], 2.0
    yield "several arrays", [np.array([0.6, 0.0]), np.array([0.0, -0.6])], 0.7
    yield "several arrays", [np.zeros((2, 2)), np.array([0.0, 0.0])], 1.0


def _norm(grads: Grads) -> float:
    return float(np.sqrt(sum(np.sum(np.square(g, dtype=float)) for g in grads)))


def _make(
    norm: Callable[[Grads], float] = _norm,
    epsilon: float = 0.0,
    applies: Callable[[float, float], bool] = lambda size, limit: size > limit,
    factor: Callable[[float, float], float] = lambda size, limit: limit / size,
    otherwise: Callable[[float], float] = lambda _limit: 1.0,
    groups: Callable[[Grads], list[Grads]] = lambda grads: [grads],
    untouched: Callable[[Grads], Grads] = lambda _grads: [],
    finish: Callable[[Grads], Any] = lambda grads: grads,
) -> Implementation:
    """Return clipping with other pieces.

    `groups` divides the list into those that are clipped together; `untouched` is the end of the
    list that is left as it is.
    """

    def clip(grads: Grads, max_norm: float) -> Any:
        rest = untouched(grads)
        clipped = []
        for group in groups(grads[: len(grads) - len(rest)]):
            size = norm(group)
            scale = otherwise(max_norm)
            if applies(size, max_norm):
                scale = factor(size + epsilon, max_norm) if size + epsilon else 1.0
            clipped += [g * scale for g in group]
        return finish([*clipped, *rest])

    return clip


def _nan_at_zero(grads: Grads, max_norm: float) -> Grads:
    with np.errstate(all="ignore"):
        return [g * (max_norm / np.float64(_norm(grads))) for g in grads]


TASK = Task(
    reference=_make(),
    make=_make,
    conventions=({}, {"epsilon": 1e-6}),
    observe=calls(_inputs),
    misconceptions=(
        switch(
            "always-scaled",
            "You always scale to max_norm; leave the gradients unchanged if their norm is smaller.",
            applies=lambda _size, _limit: True,
        ),
        Misconception(
            "always-scaled-and-nan",
            _nan_at_zero,
            "You always scale to max_norm, and divide by 0 for zero gradients; scale only "
            "large norms.",
        ),
        switch(
            "each-by-its-own-norm",
            "You clip each array by its own norm; use one norm of all arrays together.",
            groups=lambda grads: [[g] for g in grads],
        ),
        switch(
            "no-root",
            "You use the sum of squares as the norm; take its square root.",
            norm=lambda grads: _norm(grads) ** 2,
        ),
        switch(
            "sum-of-norms",
            "You add the norms of the arrays; add their squares, then take the root.",
            norm=lambda grads: sum(_norm([g]) for g in grads),
        ),
        switch(
            "largest-norm",
            "You use the largest norm of one array; use the norm of all arrays together.",
            norm=lambda grads: max(_norm([g]) for g in grads),
        ),
        switch(
            "mean-norm",
            "You average over the arrays; use the norm of all entries together.",
            norm=lambda grads: sum(_norm([g]) for g in grads) / len(grads),
        ),
        switch(
            "sizes-added",
            "You add absolute values, the L1 norm; use the root of the sum of squares.",
            norm=lambda grads: float(sum(np.abs(g).sum() for g in grads)),
        ),
        switch(
            "sum-of-entries",
            "You add the entries without squaring them; use the root of the sum of squares.",
            norm=lambda grads: float(sum(np.sum(g) for g in grads)),
        ),
        switch(
            "largest-entry",
            "You use the largest absolute entry; use the root of the sum of squares.",
            norm=lambda grads: float(max(np.abs(g).max() for g in grads)),
        ),
        switch(
            "first-array",
            "You use the norm of the first array only; use all arrays.",
            norm=lambda grads: _norm(grads[:1]),
        ),
        switch(
            "last-array",
            "You use the norm of the last array only; use all arrays.",
            norm=lambda grads: _norm(grads[-1:]),
        ),
        switch(
            "mean-of-squares",
            "You average the squares; the norm is the root of their sum.",
            norm=lambda grads: _norm(grads) / sum(g.size for g in grads) ** 0.5,
        ),
        switch(
            "root-twice",
            "You take the square root twice; take it once.",
            norm=lambda grads: _norm(grads) ** 0.5,
        ),
        switch(
            "norms-not-squared",
            "You add the norms of the arrays without squaring them, then take the root.",
            norm=lambda grads: sum(_norm([g]) for g in grads) ** 0.5,
        ),
        switch(
            "spectral",
            "You use the spectral norm (a singular value) of a table; use the root of the "
            "sum of squares.",
            norm=lambda grads: max(float(np.linalg.norm(np.atleast_2d(g), 2)) for g in grads),
        ),
        switch(
            "only-small-norms",
            "You scale if the norm is smaller than max_norm; scale if it is larger.",
            applies=lambda size, limit: size < limit,
        ),
        switch(
            "never-scaled",
            "You return the gradients unchanged; scale them if the norm is larger than max_norm.",
            applies=lambda _size, _limit: False,
        ),
        switch(
            "compared-with-one",
            "You compare the norm with 1; compare it with max_norm.",
            applies=lambda size, _limit: size > 1,
        ),
        switch(
            "to-length-one",
            "You scale to a norm of 1; scale to max_norm.",
            factor=lambda size, _limit: 1 / size,
        ),
        switch(
            "upside-down",
            "Your factor is norm / max_norm; multiply by max_norm / norm.",
            factor=lambda size, limit: size / limit,
        ),
        switch(
            "divided-by-the-limit",
            "You divide by max_norm only; multiply by max_norm / norm.",
            factor=lambda _size, limit: 1 / limit,
        ),
        switch(
            "multiplied-by-the-limit",
            "You multiply by max_norm only; multiply by max_norm / norm.",
            factor=lambda _size, limit: limit,
        ),
        switch(
            "set-to-zero",
            "You set large gradients to 0; multiply them by max_norm / norm.",
            factor=lambda _size, _limit: 0.0,
        ),
        switch(
            "epsilon-too-large",
            "You add too large a number to the norm; an ε of at most 1e-6 is accepted.",
            epsilon=1e-3,
        ),
        switch(
            "small-ones-to-zero",
            "You return zeros if the norm is small enough; return the gradients unchanged.",
            otherwise=lambda _limit: 0.0,
        ),
        switch(
            "all-but-the-last",
            "You leave the last array unchanged; scale all arrays.",
            untouched=lambda grads: grads[-1:],
        ),
        switch(
            "first-only",
            "You return only the first array; return a list of all arrays.",
            finish=lambda grads: grads[0],
        ),
        switch(
            "concatenated",
            "You return one flat array; return a list of arrays of the given shapes.",
            finish=lambda grads: np.concatenate([np.ravel(g) for g in grads]),
        ),
        switch(
            "with-norm",
            "You return a pair; return only the list of arrays.",
            finish=lambda grads: (grads, 1.0),
        ),
        switch(
            "reversed",
            "You return the arrays in reverse order; keep the order of the list.",
            finish=lambda grads: grads[::-1],
        ),
        switch(
            "negated",
            "Your result has the wrong sign.",
            finish=lambda grads: [-g for g in grads],
        ),
        switch(
            "halved",
            "Your result is half of what is needed.",
            finish=lambda grads: [g / 2 for g in grads],
        ),
        switch(
            "integers",
            "You convert the result to integers, which removes the decimals; return floats.",
            finish=lambda grads: [np.trunc(g) for g in grads],
        ),
        Misconception(
            "by-value",
            lambda grads, max_norm: [np.clip(g, -max_norm, max_norm) for g in grads],
            "You clip each entry by value; scale all arrays by the same factor.",
        ),
        Misconception(
            "all-multiplied-by-the-limit",
            lambda grads, max_norm: [g * max_norm for g in grads],
            "You always multiply by max_norm; multiply by max_norm / norm if the norm is "
            "too large.",
        ),
        Misconception(
            "signs",
            lambda grads, max_norm: [np.sign(g) * max_norm for g in grads],
            "You replace every entry by ±max_norm; scale all arrays by the same factor.",
        ),
    ),
    hints=(
        "Treat all gradients as one long vector; if it is too long, scale all of it by one factor.",
        "norm = √(Σ over all arrays and entries of g²); the factor is max_norm / norm, or 1.",
        "Add np.sum(g ** 2) over the list, take the root, and if it is too large, scale each g.",
    ),
)
