"""Catch the bug: write the check that tells a right gradient from a wrong one."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any, Final, TypeAlias

import numpy as np
from chainrule import gradients
from numpy.typing import ArrayLike, NDArray

from chainrule_grader.judging.task import Implementation, Task, switch
from chainrule_grader.tasks._catching import Suspect, careless, catching

Array: TypeAlias = NDArray[Any]
Function: TypeAlias = Callable[[Array], float]
Gradient: TypeAlias = Callable[[Array], Any]


def _pair(f: Callable[[Array], Any], grad: Callable[[Array], Any]) -> Suspect:
    """Return a function and its gradient, both of which also take lists."""

    def value(w: ArrayLike) -> float:
        return float(f(np.asarray(w, float)))

    def derivatives(w: ArrayLike) -> Array:
        return np.asarray(grad(np.asarray(w, float)), float)

    return value, derivatives


def _squares(w: Array) -> Any:
    return (w**2).sum()


def _waves(w: Array) -> Any:
    return np.sin(w).sum()


def _sum_squared(w: Array) -> Any:
    return w.sum() ** 2


def _places(w: Array) -> Array:
    return np.arange(1.0, w.size + 1).reshape(w.shape)


RIGHT: Final = {
    "the right gradient of a sum of squares": _pair(_squares, lambda w: 2 * w),
    "the right gradient of a sum of sines": _pair(_waves, np.cos),
    "the right gradient of the square of a sum": _pair(
        _sum_squared, lambda w: np.full(w.shape, 2 * w.sum())
    ),
    "right gradients in the thousands": _pair(
        lambda w: 1e3 * (_places(w) * w**2).sum(), lambda w: 2e3 * _places(w) * w
    ),
    "right gradients that are tiny": _pair(lambda w: 1e-4 * _squares(w), lambda w: 2e-4 * w),
}
WRONG: Final = {
    "gradients that are twice too large": _pair(_squares, lambda w: 4 * w),
    "gradients with the wrong sign": _pair(_squares, lambda w: -2 * w),
    "gradients that are 0 everywhere": _pair(_squares, np.zeros_like),
    "gradients that are 2 % too large": _pair(_waves, lambda w: 1.02 * np.cos(w)),
    "gradients that are right for positive weights only": _pair(
        lambda w: (np.abs(w) ** 3).sum(), lambda w: 3 * w**2
    ),
    "gradients that are right for negative weights only": _pair(
        lambda w: (np.abs(w) ** 3).sum(), lambda w: -3 * w**2
    ),
    "gradients that are right for the first weight only": _pair(
        _squares, lambda w: 2 * w * (_places(w) == 1)
    ),
    "gradients in the reverse order": _pair(_squares, lambda w: 2 * w[::-1]),
    "gradients divided by the number of weights": _pair(_squares, lambda w: 2 * w / w.size),
    "gradients that ignore how the weights act together": _pair(_sum_squared, lambda w: 2 * w),
    "gradients that are right near 0 only": _pair(_waves, lambda w: 1 - w**2 / 2),
    "tiny gradients that are 20 % too large": _pair(
        lambda w: 1e-4 * _squares(w), lambda w: 2.4e-4 * w
    ),
}


Measure: TypeAlias = Callable[[Array, Array], Any]
"""A measure of how far a gradient is from the numerical one."""


def _relative(a: Array, n: Array) -> Any:
    return np.linalg.norm(a - n) / (np.linalg.norm(a) + np.linalg.norm(n))


@functools.lru_cache(maxsize=1024)
def _compared(f: Function, grad: Gradient, weights: tuple[float, ...]) -> tuple[Array, Array]:
    """Return a gradient and the numerical one; the suspects are few, and asked about often."""
    w = np.array(weights)
    return np.asarray(grad(w)), gradients.numerical_gradient(f, w, 1e-5)


def _make(
    weights: Sequence[float] = (0.7, -1.3, 2.0), measure: Measure = _relative, limit: float = 1e-5
) -> Implementation:
    """Return a check that compares a gradient with the numerical one at some weights."""
    place = tuple(weights)

    def checks_gradient(f: Function, grad: Gradient) -> bool:
        return bool(measure(*_compared(f, grad, place)) < limit)

    return checks_gradient


def _entry_by_entry(f: Function, grad: Gradient) -> bool:
    """Try several weights, and compare each entry separately."""
    places = np.random.default_rng(7).uniform(-2, 2, size=(5, 4))
    return all(
        np.allclose(grad(w), n, rtol=1e-4, atol=1e-6 * np.abs(n).max())
        for w, n in ((w, gradients.numerical_gradient(f, w, 1e-5)) for w in places)
    )


def _of(change: Callable[[Array], Any]) -> Measure:
    """Return the relative difference of something that is computed from the gradients."""
    return lambda a, n: _relative(np.atleast_1d(change(a)), np.atleast_1d(change(n)))


TASK = Task(
    reference=_make(),
    make=_make,
    observe=catching(RIGHT, WRONG),
    also_right=(_entry_by_entry,),
    uses=("backprop/gradient_error",),
    misconceptions=(
        *careless(_make(), "right gradients"),
        switch(
            "one-weight",
            "You try a single weight; some mistakes appear only with several weights.",
            weights=[0.7],
        ),
        switch(
            "positive-weights",
            "You try positive weights only; some gradients are wrong for negative weights.",
            weights=[0.7, 1.3, 2.0],
        ),
        switch(
            "negative-weights",
            "You try negative weights only; some gradients are wrong for positive weights.",
            weights=[-0.7, -1.3, -2.0],
        ),
        switch(
            "near-zero",
            "You try weights close to 0, where some wrong gradients are almost right.",
            weights=[0.007, -0.013, 0.02],
        ),
        switch(
            "equal-weights",
            "All weights that you try are equal, so a wrong order of the gradient does not show.",
            weights=[-0.7, -0.7],
        ),
        switch(
            "ten-percent",
            "Your limit is too large; numerical gradients are exact to many digits.",
            limit=0.1,
        ),
        switch(
            "few-percent",
            "Your limit is too large; numerical gradients are exact to many digits.",
            limit=0.05,
        ),
        switch(
            "absolute-difference",
            "You compare absolute differences; divide by the size of the gradients.",
            measure=lambda a, n: np.abs(a - n).max(),
            limit=1e-3,
        ),
        switch(
            "too-strict",
            "You compare absolute differences; those of large right gradients exceed your limit.",
            measure=lambda a, n: np.abs(a - n).max(),
            limit=1e-7,
        ),
        switch(
            "sizes-only",
            "You compare the gradients without their signs.",
            measure=_of(np.abs),
        ),
        switch(
            "signs-only",
            "You compare only the signs of the gradients; compare their values.",
            measure=lambda a, n: (np.sign(a) != np.sign(n)).any(),
        ),
        switch(
            "at-zero",
            "You try weights of 0 only, where many wrong gradients are right.",
            weights=[0.0, 0.0, 0.0],
            measure=lambda a, n: np.abs(a - n).max(),
        ),
        switch(
            "sums-only",
            "You compare the sums of the gradients, in which errors can cancel.",
            measure=_of(np.sum),
        ),
        switch(
            "norms-only",
            "You compare the norms of the gradients; compare their entries.",
            measure=_of(np.linalg.norm),
        ),
        switch(
            "first-entry-only",
            "You compare only the first entry of the gradients; compare all.",
            measure=_of(lambda g: np.ravel(g)[:1]),
        ),
    ),
    hints=(
        "A numerical gradient is reliable. At which weights must you compare to see every mistake?",
        "Use several different weights, some of them negative, and the relative error of task 1.",
        "n[i] = (f(w + h eᵢ) − f(w − h eᵢ)) / 2h; return gradient_error(grad(w), n) < 1e-5.",
    ),
)
