"""One weight learns from one pair after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch
from chainrule_grader.tasks._common import AS_COLUMN, INTEGERS, NEGATED, ROUNDED

Pairs: TypeAlias = list[tuple[float, float]]
Path: TypeAlias = list[float]
Part: TypeAlias = Callable[[float, float, float], float]
"""A part of the derivative, as a function of x, y and w."""


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    pairs = [(2.0, 4.0), (1.0, 2.0), (3.0, 6.0)]
    yield "the slide's pairs", pairs, 0.5, 0.1
    yield "the slide's pairs", [(2.0, 4.0)], 0.5, 0.1
    yield (
        "the slide's pairs",
        pairs,
        float(rng.integers(3, 20)) / 16,
        float(rng.integers(3, 9)) / 64,
    )
    yield "other pairs", [(-1.0, 3.0), (0.5, -2.0)], 1.5, 0.2
    drawn = rng.uniform(-1, 1, (5, 2)).round(3)
    yield "other pairs", [(float(x), float(y)) for x, y in drawn], 0.75, 0.3
    yield "integers", [(2, 5), (1, 7)], 1, 0.05
    whole = rng.integers(1, 5, (3, 2)).tolist()
    yield "integers", [(x, y) for x, y in whole], int(rng.integers(5, 10)), 0.03125


def _last(path: Path) -> float:
    return path[-1]


def _first(path: Path) -> float:
    return path[0]


def _make(
    start: Callable[[float], float] = lambda w: w,
    order: Callable[[Pairs], Pairs] = lambda pairs: pairs,
    rate: Callable[[float, Pairs], float] = lambda rate, _pairs: rate,
    factor: float = 2.0,
    error: Part = lambda x, y, w: x * w - y,
    inner: Part = lambda x, _y, _w: x,
    place: Callable[[Path], float] = _last,
    base: Callable[[Path], float] = _last,
    sign: float = -1.0,
    store: Callable[[float], float] = lambda w: w,
    collect: Callable[[Pairs, Path], Any] = lambda _pairs, path: path,
) -> Implementation:
    """Return a descent with the derivative factor · error · inner, one step for each pair."""

    def one_weight(pairs: Pairs, w: float, learning_rate: float) -> Any:
        path = [start(w)]
        for x, y in order(pairs):
            current = place(path)
            derivative = factor * error(x, y, current) * inner(x, y, current)
            path.append(store(base(path) + sign * rate(learning_rate, pairs) * derivative))
        return collect(pairs, path)

    return one_weight


TASK = Task(
    reference=_make(),
    make=_make,
    observe=calls(_inputs),
    misconceptions=(
        switch(
            "no-two",
            "In your derivative, the factor 2 of the square is missing.",
            factor=1.0,
        ),
        switch(
            "no-inner-derivative",
            "In your derivative, the inner derivative x is missing: the derivative of xw is x.",
            inner=lambda _x, _y, _w: 1.0,
        ),
        switch(
            "uphill",
            "Your steps go in the wrong direction; check the signs of the step and of xw − y.",
            sign=1.0,
        ),
        switch(
            "error-for-derivative",
            "You use the squared error in the step; use its derivative with respect to w.",
            factor=1.0,
            inner=lambda x, y, w: x * w - y,
        ),
        switch(
            "from-the-start-each-time",
            "You compute every step at the first weight; assign the new weight, and go on from it.",
            base=_first,
            place=_first,
        ),
        switch(
            "added-to-the-start",
            "You subtract every step from the first weight; subtract it from the current weight.",
            base=_first,
        ),
        switch(
            "derivative-at-the-start",
            "You compute every derivative at the first weight; use the current weight.",
            place=_first,
        ),
        switch(
            "without-the-start",
            "Your list does not contain the first weight; the list starts with w.",
            result=lambda path: path[1:],
        ),
        switch(
            "without-the-end",
            "The weight after the last pair is missing in your list.",
            result=lambda path: path[:-1],
        ),
        switch(
            "end-only",
            "You return the last weight only; return the list of all weights.",
            result=lambda path: path[-1],
        ),
        switch(
            "one-pair-only",
            "You use the first pair only; move `return` out of the loop.",
            order=lambda pairs: pairs[:1],
        ),
        switch(
            "without-the-first-pair",
            "You do not use the first pair; the loop must include it.",
            order=lambda pairs: pairs[1:],
        ),
        switch(
            "x-and-y-exchanged",
            "You exchange x and y; the prediction is x · w and the target is y.",
            error=lambda x, y, w: y * w - x,
            inner=lambda _x, y, _w: y,
        ),
        switch(
            "x-and-y-exchanged-in-the-error",
            "You exchange x and y in the error; the error is xw − y.",
            error=lambda x, y, w: y * w - x,
        ),
        switch(
            "inner-derivative-by-the-weight",
            "You multiply by w, as the derivative with respect to x does; multiply by x.",
            inner=lambda _x, _y, w: w,
        ),
        switch(
            "inner-derivative-is-the-target",
            "You multiply by y; the inner derivative is x.",
            inner=lambda _x, y, _w: y,
        ),
        switch(
            "inner-derivative-squared",
            "You multiply by x twice; the inner derivative is x once.",
            inner=lambda x, _y, _w: x**2,
        ),
        switch(
            "target-added",
            "You add the target to the prediction; the error is xw − y.",
            error=lambda x, y, w: x * w + y,
        ),
        switch(
            "prediction-without-x",
            "Your prediction is w, without x; the prediction is x · w.",
            error=lambda _x, y, w: w - y,
        ),
        switch(
            "no-target",
            "You do not use the target y; the error is xw − y.",
            error=lambda x, _y, w: x * w,
        ),
        switch(
            "absolute-error",
            "You use the derivative of |xw − y|; use that of (xw − y)².",
            factor=1.0,
            error=lambda x, y, w: float(np.sign(x * w - y)),
        ),
        switch(
            "squared-error-kept",
            "You multiply by the squared error; the derivative has the error itself.",
            error=lambda x, y, w: (x * w - y) ** 2,
        ),
        switch(
            "two-doubled",
            "Your derivative is twice as large as needed; the factor of the square is 2.",
            factor=4.0,
        ),
        switch(
            "no-learning-rate",
            "You do not use the learning rate; multiply the derivative by it.",
            rate=lambda _rate, _pairs: 1.0,
        ),
        switch(
            "always-a-tenth",
            "You always use the learning rate 0.1; use the argument learning_rate.",
            rate=lambda _rate, _pairs: 0.1,
        ),
        switch(
            "averaged",
            "You divide the step by the number of pairs; each step belongs to one pair.",
            rate=lambda rate, pairs: rate / len(pairs),
        ),
        switch(
            "own-start",
            "You always start at 0.5; start at the argument w.",
            start=lambda _w: 0.5,
        ),
        switch("starts-at-zero", "You start at 0; start at the argument w.", start=lambda _w: 0.0),
        switch(
            "order-reversed",
            "You use the pairs from the last to the first; keep their order.",
            order=lambda pairs: pairs[::-1],
        ),
        switch(
            "twice-through",
            "You use all pairs twice; use each pair once.",
            order=lambda pairs: pairs * 2,
        ),
        switch(
            "predictions",
            "You return the predictions x · w; return the weights.",
            collect=lambda pairs, path: [x * w for (x, _), w in zip(pairs, path, strict=False)],
        ),
        switch(
            "errors",
            "You return the squared errors; return the weights.",
            collect=lambda pairs, path: [
                (x * w - y) ** 2 for (x, y), w in zip(pairs, path, strict=False)
            ],
        ),
        switch(
            "start-twice",
            "The first weight is in your list twice; store it once.",
            result=lambda path: [path[0], *path],
        ),
        switch(
            "appends-before-the-step",
            "The first weight is in your list twice; append the weight after each step.",
            result=lambda path: [path[0], *path[:-1]],
        ),
        switch(
            "zero-first",
            "Your list starts with 0; it must start with w.",
            result=lambda path: [0.0, *path[1:]],
        ),
        switch(
            "rounded-step-by-step",
            "You round each weight before the next step; keep all decimals.",
            store=lambda w: round(w, 3),
        ),
        switch(
            "absolute",
            "You return absolute values; a weight can be negative.",
            result=np.abs,
        ),
        AS_COLUMN,
        NEGATED,
        INTEGERS,
        *ROUNDED,
        Misconception(
            "all-pairs-at-once",
            lambda pairs, w, rate: [w, w - rate * sum(2 * x * (x * w - y) for x, y in pairs)],
            "You take one step with all pairs together; take one step after each pair.",
        ),
    ),
    uses=("gradient_descent/update",),
    hints=(
        "How does E = (xw − y)² change if w grows a little? The chain rule gives two factors.",
        "The derivative of u² is 2u, here with u = xw − y, times the derivative of u by w.",
        "path = [w]; for each x, y compute the derivative at path[-1], then append the new weight.",
    ),
)
