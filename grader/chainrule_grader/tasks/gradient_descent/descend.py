"""Step after step against a gradient that is asked for anew each time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Misconception, Observation, Task
from chainrule_grader.tasks._rounding import rounded

Array: TypeAlias = NDArray[Any]
Gradient: TypeAlias = Callable[[Array], Array]


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
        start = np.array2string(w0, precision=4, separator=", ").replace("\n", "")
        what = f"descend(grad, {start}, {rate}, {steps}) with grad(w) = {slope}"
        yield Observation(criterion, what, subject.call(grad, w0, rate, steps))


def _descend(grad: Gradient, w0: Array, learning_rate: float, steps: int) -> Array:
    path = [w0 * 1.0]
    for _ in range(steps):
        path.append(path[-1] - learning_rate * grad(path[-1]))
    return np.array(path)


def _aliased(grad: Gradient, w0: Array, learning_rate: float, steps: int) -> list[Array]:
    w = w0 * 1.0
    path = [w]
    for _ in range(steps):
        w -= learning_rate * grad(w)
        path.append(w)
    return path


def _in_place(grad: Gradient, w0: Array, learning_rate: float, steps: int) -> list[Array]:
    path = [w0.copy()]
    for _ in range(steps):
        w0 -= learning_rate * grad(w0)
        path.append(w0.copy())
    return path


def _same_slope(grad: Gradient, w0: Array, learning_rate: float, steps: int) -> Array:
    slope = grad(w0)
    return np.array([w0 - i * learning_rate * slope for i in range(steps + 1)])


def _decaying(grad: Gradient, w0: Array, learning_rate: float, steps: int) -> Array:
    path = [w0 * 1.0]
    for i in range(steps):
        path.append(path[-1] - learning_rate / (i + 1) * grad(path[-1]))
    return np.array(path)


def _of_the_start(grad: Gradient, w0: Array, learning_rate: float, steps: int) -> Array:
    path = [w0 * 1.0]
    for _ in range(steps):
        path.append(w0 - learning_rate * grad(path[-1]))
    return np.array(path)


def _one_by_one(grad: Gradient, w0: Array, learning_rate: float, steps: int) -> Array:
    path = [w0 * 1.0]
    for _ in range(steps):
        w = path[-1].copy()
        for index in np.ndindex(w.shape):
            w[index] -= learning_rate * grad(w).sum()
        path.append(w)
    return np.array(path)


def _cut(grad: Gradient, w0: Array, learning_rate: float, steps: int) -> Array:
    path = np.zeros((steps + 1, *w0.shape), w0.dtype)
    path[0] = w0
    for i in range(steps):
        path[i + 1] = path[i] - learning_rate * grad(path[i])
    return path


def _slopes(grad: Gradient, w0: Array, learning_rate: float, steps: int) -> Array:
    return np.array([grad(w) for w in _descend(grad, w0, learning_rate, steps)])


def _momentum(grad: Gradient, w0: Array, learning_rate: float, steps: int) -> Array:
    path, velocity = [w0 * 1.0], 0.0 * w0
    for _ in range(steps):
        velocity = 0.9 * velocity + grad(path[-1])
        path.append(path[-1] - learning_rate * velocity)
    return np.array(path)


def _returns_early(grad: Gradient, w0: Array, learning_rate: float, steps: int) -> Array:
    return _descend(grad, w0, learning_rate, min(steps, 1))


TASK = Task(
    reference=_descend,
    observe=_observe,
    misconceptions=(
        Misconception(
            "uphill",
            lambda grad, w0, learning_rate, steps: _descend(grad, w0, -learning_rate, steps),
            "The path climbs: each step goes along the gradient, which points uphill.",
        ),
        Misconception(
            "without-the-start",
            lambda grad, w0, learning_rate, steps: _descend(grad, w0, learning_rate, steps)[1:],
            "The path does not begin with w0: the place that it starts from is missing.",
        ),
        Misconception(
            "without-the-end",
            lambda grad, w0, learning_rate, steps: _descend(grad, w0, learning_rate, steps)[:-1],
            "The path ends one step too early: where the last step leads is missing.",
        ),
        Misconception(
            "one-step-too-many",
            lambda grad, w0, learning_rate, steps: _descend(grad, w0, learning_rate, steps + 1),
            "The path is one step too long: the start counts as none.",
        ),
        Misconception(
            "end-only",
            lambda grad, w0, learning_rate, steps: _descend(grad, w0, learning_rate, steps)[-1],
            "Only the last place comes back, where the whole path is asked for.",
        ),
        Misconception(
            "aliased",
            _aliased,
            "All places of the path are the last one: the list holds one array many times.",
        ),
        Misconception(
            "in-place",
            _in_place,
            "It walks with w0 itself, so that the caller's starting point is lost.",
        ),
        Misconception(
            "slope-asked-once",
            _same_slope,
            "The slope is asked for once, at the start; it is another one after each step.",
        ),
        Misconception(
            "from-the-start-each-time",
            _of_the_start,
            "Every step is taken from w0 again, and not from where the last one led.",
        ),
        Misconception(
            "decaying-rate",
            _decaying,
            "The steps get shorter with a shrinking learning rate; here the rate stays as it is.",
        ),
        Misconception(
            "no-learning-rate",
            lambda grad, w0, learning_rate, steps: _descend(grad, w0, 1.0, steps),  # noqa: ARG005
            "The learning rate is not used: every step is as long as the gradient.",
        ),
        Misconception(
            "own-rate",
            lambda grad, w0, learning_rate, steps: _descend(grad, w0, 0.1, steps),  # noqa: ARG005
            "Your learning rate is 0.1, whatever the argument says.",
        ),
        Misconception(
            "summed-slopes",
            _one_by_one,
            "The slopes of all weights are added up, where each weight has its own.",
        ),
        Misconception(
            "slopes",
            _slopes,
            "Those are the gradients along the path, and not the places.",
        ),
        Misconception(
            "one-step-only",
            _returns_early,
            "There is one step and no more: does the return stand inside the loop?",
        ),
        Misconception(
            "flattened",
            lambda grad, w0, learning_rate, steps: _descend(grad, w0, learning_rate, steps).ravel(),
            "All numbers of the path stand in one row: each place keeps the shape of w0.",
        ),
        Misconception(
            "transposed",
            lambda grad, w0, learning_rate, steps: _descend(grad, w0, learning_rate, steps).T,
            "The path is transposed: its first axis should count the steps.",
        ),
        Misconception(
            "backwards",
            lambda grad, w0, learning_rate, steps: _descend(grad, w0, learning_rate, steps)[::-1],
            "The path runs backwards: the start belongs at its beginning.",
        ),
        Misconception(
            "cut-to-integers",
            _cut,
            "Where w0 holds integers so does your path, and the small steps are cut off.",
        ),
        Misconception(
            "momentum",
            _momentum,
            "What is left of earlier steps is carried along; a plain step knows no past.",
        ),
        Misconception(
            "starts-at-zero",
            lambda grad, w0, learning_rate, steps: _descend(grad, 0 * w0, learning_rate, steps),
            "It always starts at 0: the given start is not used.",
        ),
        Misconception(
            "sign-of-the-gradient",
            lambda grad, w0, learning_rate, steps: _descend(
                lambda w: np.sign(grad(w)), w0, learning_rate, steps
            ),
            "Only the gradient's sign is used: how steep it is makes no difference.",
        ),
        *rounded(_descend),
    ),
    uses=("gradient_descent/update",),
    hints=(
        "Stand at w0, look at the slope there, take a step; then look again from where you are.",
        "wₜ₊₁ = wₜ − η grad(wₜ), for t = 0 … steps − 1, and the path is [w₀, w₁, …].",
        "Begin a list with a copy of w0; in a loop append update(path[-1], grad(path[-1]), …).",
    ),
)
