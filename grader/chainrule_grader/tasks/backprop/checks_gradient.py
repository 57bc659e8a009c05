"""Catch the bug: write the check that tells a right gradient from a wrong one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import numpy as np
from chainrule import gradients
from numpy.typing import ArrayLike, NDArray

from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks._catching import Suspect, careless, catching

Array: TypeAlias = NDArray[Any]
Function: TypeAlias = Callable[[Array], float]
Gradient: TypeAlias = Callable[[Array], Any]

_POINT: Final = np.array([0.7, -1.3, 2.0])


def _pair(f: Callable[[Array], Any], grad: Callable[[Array], Any]) -> Suspect:
    """Let both take lists as well as arrays of any length."""

    def value(w: ArrayLike) -> float:
        return float(f(np.asarray(w, float)))

    def slopes(w: ArrayLike) -> Array:
        return np.asarray(grad(np.asarray(w, float)), float)

    return value, slopes


def _squares(w: Array) -> Any:
    return (w**2).sum()


def _waves(w: Array) -> Any:
    return np.sin(w).sum()


def _sum_squared(w: Array) -> Any:
    return w.sum() ** 2


def _places(w: Array) -> Array:
    return np.arange(1.0, w.size + 1).reshape(w.shape)


RIGHT: Final = {
    "the right slopes of a sum of squares": _pair(_squares, lambda w: 2 * w),
    "the right slopes of a sum of sines": _pair(_waves, np.cos),
    "the right slopes of the square of a sum": _pair(
        _sum_squared, lambda w: np.full(w.shape, 2 * w.sum())
    ),
    "right slopes that are in the thousands": _pair(
        lambda w: 1e3 * (_places(w) * w**2).sum(), lambda w: 2e3 * _places(w) * w
    ),
    "right slopes that are tiny": _pair(lambda w: 1e-4 * _squares(w), lambda w: 2e-4 * w),
}
WRONG: Final = {
    "slopes that are twice too large": _pair(_squares, lambda w: 4 * w),
    "slopes with the wrong sign": _pair(_squares, lambda w: -2 * w),
    "slopes that are 0 everywhere": _pair(_squares, np.zeros_like),
    "slopes that are 2 % too large": _pair(_waves, lambda w: 1.02 * np.cos(w)),
    "slopes that are right for positive weights only": _pair(
        lambda w: (np.abs(w) ** 3).sum(), lambda w: 3 * w**2
    ),
    "slopes that are right for negative weights only": _pair(
        lambda w: (np.abs(w) ** 3).sum(), lambda w: -3 * w**2
    ),
    "slopes that are right for the first weight only": _pair(
        _squares, lambda w: 2 * w * (_places(w) == 1)
    ),
    "slopes in the reverse order": _pair(_squares, lambda w: 2 * w[::-1]),
    "slopes divided by the number of weights": _pair(_squares, lambda w: 2 * w / w.size),
    "slopes that forget how the weights act together": _pair(_sum_squared, lambda w: 2 * w),
    "slopes that are right near 0 only": _pair(_waves, lambda w: 1 - w**2 / 2),
    "tiny slopes that are 20 % too large": _pair(
        lambda w: 1e-4 * _squares(w), lambda w: 2.4e-4 * w
    ),
}


def _numeric(f: Function, w: Array, h: float = 1e-5) -> Array:
    return gradients.numerical_gradient(f, w, h)


def _error(f: Function, grad: Gradient, w: Array) -> float:
    a, n = np.asarray(grad(w)), _numeric(f, w)
    return float(np.linalg.norm(a - n) / (np.linalg.norm(a) + np.linalg.norm(n)))


def _checks_gradient(f: Function, grad: Gradient) -> bool:
    return _error(f, grad, _POINT) < 1e-5


def _entry_by_entry(f: Function, grad: Gradient) -> bool:
    """Try several places, each slope by itself."""
    places = np.random.default_rng(7).uniform(-2, 2, size=(5, 4))
    return all(
        np.allclose(grad(w), n, rtol=1e-4, atol=1e-6 * np.abs(n).max())
        for w, n in ((w, _numeric(f, w)) for w in places)
    )


def _at(w: ArrayLike) -> Callable[[Function, Gradient], bool]:
    return lambda f, grad: _error(f, grad, np.asarray(w, float)) < 1e-5


def _absolute(f: Function, grad: Gradient) -> bool:
    return bool(np.abs(grad(_POINT) - _numeric(f, _POINT)).max() < 1e-2)


def _tight(f: Function, grad: Gradient) -> bool:
    return bool(np.abs(grad(_POINT) - _numeric(f, _POINT)).max() < 1e-7)


TASK = Task(
    reference=_checks_gradient,
    observe=catching(RIGHT, WRONG),
    also_right=(_entry_by_entry,),
    uses=("backprop/gradient_error",),
    misconceptions=(
        *careless(_checks_gradient, "right gradients"),
        Misconception(
            "one-weight",
            _at([0.7]),
            "You only try a single weight; with several, there are more ways to be wrong.",
        ),
        Misconception(
            "positive-weights",
            _at([0.7, 1.3, 2.0]),
            "You only try positive weights; some slopes go wrong on the other side of 0.",
        ),
        Misconception(
            "negative-weights",
            _at([-0.7, -1.3, -2.0]),
            "You only try negative weights; some slopes go wrong on the other side of 0.",
        ),
        Misconception(
            "near-zero",
            _at([0.007, -0.013, 0.02]),
            "You only try weights close to 0, where wrong slopes may come very near.",
        ),
        Misconception(
            "equal-weights",
            _at([-0.7, -0.7]),
            "All weights that you try are equal, so that you cannot see them mixed up.",
        ),
        Misconception(
            "ten-percent",
            lambda f, grad: _error(f, grad, _POINT) < 0.1,
            "You let errors of several per cent pass; a central difference is far more exact.",
        ),
        Misconception(
            "absolute-difference",
            _absolute,
            "The difference is not set against the slopes' size: 0.001 may be much or little.",
        ),
        Misconception(
            "too-strict",
            _tight,
            "Rounding leaves a difference that grows with the slopes: you refuse what is right.",
        ),
        Misconception(
            "sizes-only",
            lambda f, grad: bool(np.allclose(np.abs(grad(_POINT)), np.abs(_numeric(f, _POINT)))),
            "You compare the slopes without their signs.",
        ),
        Misconception(
            "sums-only",
            lambda f, grad: bool(
                np.allclose(np.sum(grad(_POINT)), _numeric(f, _POINT).sum(), rtol=1e-4, atol=0)
            ),
            "You compare the sums of the slopes, in which errors can hide.",
        ),
        Misconception(
            "norms-only",
            lambda f, grad: bool(
                np.allclose(np.linalg.norm(grad(_POINT)), np.linalg.norm(_numeric(f, _POINT)))
            ),
            "You compare how long the gradients are, and not where they point.",
        ),
        Misconception(
            "first-slope-only",
            lambda f, grad: bool(
                np.isclose(np.ravel(grad(_POINT))[0], _numeric(f, _POINT)[0], rtol=1e-4, atol=0)
            ),
            "You only compare the slope of the first weight.",
        ),
    ),
    hints=(
        "Slopes by trial cannot lie. Where must you look, so that each kind of slip would show?",
        "‖a − n‖ / (‖a‖ + ‖n‖) is small, for several unequal weights, some of them negative.",
        "n[i] = (f(w + h eᵢ) − f(w − h eᵢ)) / 2h; return gradient_error(grad(w), n) < 1e-5.",
    ),
)
