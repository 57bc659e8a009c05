"""Gradient descent: many steps, each with the gradient at the current weights."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.formatting import format_value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Implementation, Observation, Task, switch
from chainrule_grader.tasks._common import (
    FLATTENED,
    INTEGERS,
    NEGATED,
    ROUNDED,
)
from chainrule_grader.tasks.gradient_descent._mistakes import GRADIENTS, RATES

Array: TypeAlias = NDArray[Any]
Gradient: TypeAlias = Callable[[Array], Array]
Path: TypeAlias = list[Array]


def _observe(subject: Subject, rng: Generator) -> Iterator[Observation]:
    def bowl(w: Array) -> Array:
        return np.asarray(2 * (np.asarray(w) - 3.0))

    def trough(w: Array) -> Array:
        return np.asarray(np.asarray(w) ** 3 - 2 * np.asarray(w) + 0.5)

    for criterion, grad, slope, w0, rate, steps in (
        ("weights in a row", bowl, "2 (w − 3)", np.array([0.0, 1.0]), 0.1, 2),
        ("weights in a row", trough, "w³ − 2w + 0.5", rng.uniform(-1, 1, 4), 0.05, 7),
        ("weights in a row", bowl, "2 (w − 3)", rng.uniform(-1, 1, 3), 0.05, 0),
        ("weights in a table", trough, "w³ − 2w + 0.5", rng.uniform(-1, 1, (2, 3)), 0.1, 5),
        ("weights in a table", bowl, "2 (w − 3)", rng.uniform(-1, 1, (3, 2)), 0.2, 1),
        ("integers", bowl, "2 (w − 3)", np.array([0, 5]), 0.3, 4),
        ("integers", bowl, "2 (w − 3)", rng.integers(-9, 10, 4), 0.3, 2),
    ):
        what = f"descend(grad, {format_value(w0, 4)}, {rate}, {steps}) with grad(w) = {slope}"
        yield Observation(criterion, what, subject.call(grad, w0, rate, steps))


def _last(path: Path) -> Array:
    return path[-1]


def _first(path: Path) -> Array:
    return path[0]


def _make(
    start: Callable[[Array], Array] = lambda w0: w0,
    count: Callable[[int], int] = lambda steps: steps,
    rate: Callable[[float], float] = lambda rate: rate,
    schedule: Callable[[float, int], float] = lambda rate, _t: rate,
    gradient: Callable[[Array], Any] = lambda g: g,
    velocity: Callable[[Any, Any], Any] = lambda _v, g: g,
    place: Callable[[Path], Array] = _last,
    base: Callable[[Path], Array] = _last,
    sign: float = -1.0,
    store: Callable[[Array, Array], Array] = lambda w, _w0: w,
    collect: Callable[[Gradient, Array], Any] = lambda _grad, path: path,
    in_place: bool = False,
) -> Implementation:
    """Return a descent with a gradient at `place`, from which a step is taken at `base`."""

    def descend(grad: Gradient, w0: Array, learning_rate: float, steps: int) -> Any:
        path, v = [start(w0) * (1 if in_place else 1.0)], 0.0 * w0
        for t in range(count(steps)):
            v = velocity(v, gradient(grad(place(path))))
            step = schedule(rate(learning_rate), t) * v
            out = base(path).copy() if in_place else None
            move = np.add if sign > 0 else np.subtract
            path.append(store(move(base(path), step, out=out), w0))
        return collect(grad, np.array(path))

    return descend


TASK = Task(
    reference=_make(),
    make=_make,
    observe=_observe,
    misconceptions=(
        switch(
            "uphill",
            "You add the step, which increases the loss; subtract it.",
            sign=1.0,
        ),
        switch(
            "aliased",
            "All entries of your path are equal, the last weights: append a copy in each step.",
            result=lambda path: [path[-1]] * len(path),
        ),
        switch(
            "without-the-start",
            "Your path does not contain the start w0; it must be the first entry.",
            result=lambda path: [*path[1:]],
        ),
        switch(
            "without-the-end",
            "The last entry of the path is missing; the path has steps + 1 entries.",
            result=lambda path: [*path[:-1]],
        ),
        switch(
            "start-cut-off",
            "Your path does not contain the start w0; it must be the first entry.",
            result=lambda path: path[1:],
        ),
        switch(
            "one-step-too-many",
            "You take one step too many; the path has steps + 1 entries, the start included.",
            count=lambda steps: steps + 1,
        ),
        switch(
            "one-step-too-few",
            "You take one step too few; the path has steps + 1 entries, the start included.",
            count=lambda steps: max(steps - 1, 0),
        ),
        switch(
            "one-step-only",
            "You take one step only; move `return` out of the loop.",
            count=lambda steps: min(steps, 1),
        ),
        switch(
            "end-only",
            "You return the last weights only; return the whole path.",
            result=lambda path: path[-1],
        ),
        switch(
            "appends-before-the-step",
            "The start is in your path twice; append the weights after each step.",
            result=lambda path: np.concatenate([path[:1], path[:-1]]),
        ),
        switch(
            "start-twice",
            "The start is in your path twice, so the path is too long; store it once.",
            result=lambda path: np.concatenate([path[:1], path]),
        ),
        switch(
            "gradient-at-the-start",
            "You use the gradient at w0 in every step; compute it at the current weights.",
            place=_first,
        ),
        switch(
            "from-the-start-each-time",
            "You take every step from w0; take it from the current weights.",
            base=_first,
        ),
        switch(
            "weights-not-replaced",
            "You compute every step at w0 again; assign the new weights, and go on from them.",
            place=_first,
            base=_first,
        ),
        switch(
            "ignores-steps",
            "You take exactly one step; take as many as the argument steps says.",
            count=lambda _steps: 1,
        ),
        switch(
            "last-entry-zero",
            "The last entry of your path is always 0; the loop must compute it as well.",
            result=lambda path: [*path[:-1], 0 * path[-1]] if len(path) > 1 else path,
        ),
        *RATES,
        *GRADIENTS,
        switch(
            "decaying-rate",
            "Your learning rate decreases from step to step; keep it constant.",
            schedule=lambda rate, t: rate / (t + 1),
        ),
        switch(
            "shrinking-rate",
            "Your learning rate shrinks by 10 % in each step; keep it constant.",
            schedule=lambda rate, t: rate * 0.9**t,
        ),
        switch(
            "never-moves",
            "Your path stays at the start; take a step in each turn of the loop.",
            schedule=lambda _rate, _t: 0.0,
        ),
        switch(
            "momentum",
            "You use momentum; a plain step uses the current gradient only.",
            velocity=lambda v, g: 0.9 * v + g,
        ),
        switch(
            "summed-gradients",
            "You add up the gradients of all steps; a step uses the current gradient only.",
            velocity=lambda v, g: v + g,
        ),
        switch(
            "starts-at-zero",
            "You start at 0; start at w0.",
            start=lambda w0: 0 * w0,
        ),
        switch(
            "cut-to-integers",
            "If w0 holds integers, your path does as well and loses its decimals; use floats.",
            store=lambda w, w0: w.astype(w0.dtype),
        ),
        switch(
            "into-integers",
            "If w0 holds integers, writing the new weights into it fails; copy w0 as floats.",
            in_place=True,
        ),
        switch(
            "gradients",
            "You return the gradients along the path; return the weights.",
            collect=lambda grad, path: np.array([grad(w) for w in path]),
        ),
        switch(
            "order-reversed",
            "Your path is in reverse order; the start comes first.",
            result=lambda path: path[::-1],
        ),
        FLATTENED,
        NEGATED,
        INTEGERS,
        *ROUNDED,
    ),
    uses=("gradient_descent/update",),
    hints=(
        "At w0, compute the gradient and take a step; then do the same at the new weights.",
        "One loop with `steps` rounds: each round needs the newest weights, and stores new ones.",
        "Start a list with a copy of w0; in the loop append update(path[-1], grad(path[-1]), …).",
    ),
)
