"""The slope by trial: move each weight a little both ways, and see what it does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
from chainrule import gradients
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Misconception, Observation, Task
from chainrule_grader.tasks._rounding import rounded

Array: TypeAlias = NDArray[Any]
Function: TypeAlias = Callable[[Array], float]


def _square(w: Array) -> float:
    return float(np.sum(np.asarray(w, float) ** 2))


def _cube(w: Array) -> float:
    """Give each entry a slope of its own that is no straight line, and let all of them meet."""
    numbers = np.ravel(np.asarray(w, float))
    return float(np.sum(np.arange(1, numbers.size + 1) * numbers**3) + np.sum(numbers) ** 2)


def _observe(subject: Subject, rng: Generator) -> Iterator[Observation]:
    mixed = "Σ i wᵢ³ + (Σ wᵢ)²"
    for criterion, f, formula, w, h in (
        ("a row", _square, "Σ wᵢ²", np.array([1.0, -2.0]), ()),
        ("a row", _cube, mixed, rng.uniform(0.5, 2, 4).round(3), ()),
        ("a row", _square, "Σ wᵢ²", np.array([3.0]), ()),
        ("another h", _cube, mixed, np.array([0.5, -1.0, 2.0]), (0.1,)),
        ("another h", _cube, mixed, rng.uniform(0.5, 2, (2, 2)).round(3), (0.25,)),
        ("a table", _cube, mixed, rng.uniform(0.5, 2, (2, 3)).round(3), ()),
        ("a table", _cube, mixed, rng.uniform(0.5, 2, (2, 1, 2)).round(3), ()),
        ("integers", _cube, mixed, np.array([2, -1, 3]), ()),
        ("integers", _cube, mixed, rng.integers(1, 5, 4) * rng.choice([-1, 1], 4), ()),
    ):
        shown = np.array2string(w, precision=4, separator=", ").replace("\n", "")
        what = f"numerical_gradient({', '.join(['f', shown, *map(str, h)])}) with f(w) = {formula}"
        yield Observation(criterion, what, subject.call(f, w, *h))


def _numerical_gradient(f: Function, w: Array, h: float = 1e-5) -> Array:
    return gradients.numerical_gradient(f, w, float(h))


def _each(w: Array, quotient: Callable[[Array, Array], float]) -> Array:
    """Ask for a quotient at each entry, with the direction in which the entry grows."""
    slopes = np.zeros(w.shape)
    for index in np.ndindex(w.shape):
        along = np.zeros(w.shape)
        along[index] = 1
        slopes[index] = quotient(w, along)
    return slopes


def _forward(f: Function, w: Array, h: float = 1e-5) -> Array:
    return _each(w, lambda w, along: (f(w + h * along) - f(w)) / h)


def _backward(f: Function, w: Array, h: float = 1e-5) -> Array:
    return _each(w, lambda w, along: (f(w) - f(w - h * along)) / h)


def _second(f: Function, w: Array, h: float = 1e-5) -> Array:
    return _each(w, lambda w, a: (f(w + h * a) - 2 * f(w) + f(w - h * a)) / h**2)


def _together(f: Function, w: Array, h: float = 1e-5) -> Array:
    return np.full(w.shape, (f(w + h) - f(w - h)) / (2 * h))


def _one_number(f: Function, w: Array, h: float = 1e-5) -> float:
    return (f(w + h) - f(w - h)) / (2 * h)


def _entries(f: Function, w: Array, h: float = 1e-5) -> Array:
    slopes = np.zeros(w.shape)
    for index in np.ndindex(w.shape):
        slopes[index] = (f(w[index] + h) - f(w[index] - h)) / (2 * h)
    return slopes


def _drifts(f: Function, w: Array, h: float = 1e-5) -> Array:
    slopes = np.zeros(w.shape)
    for index in np.ndindex(w.shape):
        w[index] += h
        up = f(w)
        w[index] -= 2 * h
        slopes[index] = (up - f(w)) / (2 * h)
        w[index] += h
    return slopes


def _left_moved(f: Function, w: Array, h: float = 1e-5) -> Array:
    slopes, moved = np.zeros(w.shape), w * 1.0
    for index in np.ndindex(w.shape):
        moved[index] += h
        up = f(moved)
        moved[index] -= 2 * h
        slopes[index] = (up - f(moved)) / (2 * h)
    return slopes


def _aliased(f: Function, w: Array, h: float = 1e-5) -> Array:
    slopes = np.zeros(w.shape)
    for index in np.ndindex(w.shape):
        up = down = w * 1.0
        up[index] += h
        down[index] -= h
        slopes[index] = (f(up) - f(down)) / (2 * h)
    return slopes


def _cut(f: Function, w: Array, h: float = 1e-5) -> Array:
    slopes = np.zeros_like(w)
    for index in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[index] += h if w.dtype.kind == "f" else 0
        down[index] -= h if w.dtype.kind == "f" else 0
        slopes[index] = (f(up) - f(down)) / (2 * h)
    return slopes


def _first_only(f: Function, w: Array, h: float = 1e-5) -> Array:
    slopes = _numerical_gradient(f, w, h)
    slopes.flat[1:] = 0
    return slopes


TASK = Task(
    reference=_numerical_gradient,
    observe=_observe,
    misconceptions=(
        Misconception(
            "one-sided",
            _forward,
            "You look only ahead, from w to w + h; that is far less exact than both ways.",
        ),
        Misconception(
            "backward-only",
            _backward,
            "You look only back, from w − h to w; that is far less exact than both ways.",
        ),
        Misconception(
            "divided-by-h",
            lambda f, w, h=1e-5: 2 * _numerical_gradient(f, w, h),
            "It is divided by h, but the two places are further apart than that.",
        ),
        Misconception(
            "not-divided",
            lambda f, w, h=1e-5: 2 * h * _numerical_gradient(f, w, h),
            "That is by how much f changes; the slope is how much for each unit.",
        ),
        Misconception(
            "precedence",
            lambda f, w, h=1e-5: _numerical_gradient(f, w, h) * h * h,
            "Dividing by 2 and then multiplying by h is not dividing by 2h: mind the brackets.",
        ),
        Misconception(
            "sign",
            lambda f, w, h=1e-5: -_numerical_gradient(f, w, h),
            "The sign is wrong: what grows has a positive slope.",
        ),
        Misconception(
            "h-ignored",
            lambda f, w, h=1e-5: _numerical_gradient(f, w),  # noqa: ARG005  that is the mistake
            "It is right for the usual h only: the argument is not used.",
        ),
        Misconception(
            "all-together",
            _together,
            "All weights are moved at once; each slope needs one weight to move alone.",
        ),
        Misconception(
            "one-number",
            _one_number,
            "All weights are moved at once, and one number comes out: each has its own slope.",
        ),
        Misconception(
            "entry-alone",
            _entries,
            "f is called with one entry of w, but it needs all of them to give the loss.",
        ),
        Misconception(
            "drifts",
            _drifts,
            "It moves the w that it was given, and adding and taking h does not quite undo it.",
        ),
        Misconception(
            "left-moved",
            _left_moved,
            "A weight that was moved is not put back before the next one is tried.",
        ),
        Misconception(
            "aliased",
            _aliased,
            "w + h and w − h are one and the same array, so that their difference is nothing.",
        ),
        Misconception(
            "flattened",
            lambda f, w, h=1e-5: _numerical_gradient(f, w, h).ravel(),
            "The slopes are right but stand in one row: each belongs where its weight is.",
        ),
        Misconception(
            "second-derivative",
            _second,
            "That is how fast the slope changes, and not the slope.",
        ),
        Misconception(
            "cut-to-integers",
            _cut,
            "Where w holds integers so do your copies of it, and a small h cannot move them.",
        ),
        Misconception(
            "first-entry-only",
            _first_only,
            "Only the first weight has its slope: does the return stand inside the loop?",
        ),
        Misconception(
            "transposed",
            lambda f, w, h=1e-5: _numerical_gradient(f, w, h).T,
            "The slopes are transposed: each belongs where its weight is.",
        ),
        Misconception(
            "own-coarse-h",
            lambda f, w, h=1e-5: _numerical_gradient(f, w, 0.01),  # noqa: ARG005
            "Your h is 0.01, whatever the argument says.",
        ),
        *rounded(_numerical_gradient),
    ),
    hints=(
        "Change one weight a little, both ways, and see how much f changes; then the next weight.",
        "∂f/∂wᵢ ≈ (f(w + h eᵢ) − f(w − h eᵢ)) / 2h, where eᵢ is 1 at entry i and 0 elsewhere.",
        "For each index: make two float copies of w, add h in one, subtract it in the other.",
    ),
)
