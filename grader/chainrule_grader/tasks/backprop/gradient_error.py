"""How far two gradients are apart, measured by their own size."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks._rounding import rounded
from chainrule_grader.tasks.backprop._network import drawn

Array: TypeAlias = NDArray[Any]


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "rows", np.array([3.0, 4.0]), np.array([3.0, 3.0])
    yield "rows", np.array([6.0, 8.0, 1.0]), np.array([-3.0, 4.0, 1.0])
    yield "rows", drawn(rng, 5), drawn(rng, 5)
    yield "rows", np.array([2.0, -1.0]), np.array([2.0, -1.0])
    yield "rows", np.zeros(3), np.zeros(3)
    yield "rows", np.zeros(2), np.array([0.0, 2.0])
    yield "tables", drawn(rng, 2, 3), drawn(rng, 2, 3)
    yield "tables", drawn(rng, 3, 2) + 5, drawn(rng, 3, 2) + 5
    yield "tables", np.zeros((2, 2)), np.zeros((2, 2))
    yield "tables", np.eye(2), -np.eye(2)
    yield "integers", np.array([4, -2]), np.array([3, 1])
    yield "integers", rng.integers(-9, 10, 6), rng.integers(1, 10, 6)


def _norm(array: Array) -> float:
    return float(np.linalg.norm(array.ravel()))


def _ratio(above: float, below: float) -> float:
    return above / below if below else 0.0


def _gradient_error(analytic: Array, numeric: Array) -> float:
    return _ratio(_norm(analytic - numeric), _norm(analytic) + _norm(numeric))


def _entries(a: Array, n: Array) -> Array:
    below = np.abs(a) + np.abs(n)
    return np.asarray(np.divide(np.abs(a - n), below, out=np.zeros(a.shape), where=below > 0))


def _spectral(a: Array) -> float:
    return float(np.linalg.norm(a, 2))


TASK = Task(
    reference=_gradient_error,
    observe=calls(_inputs),
    misconceptions=(
        Misconception(
            "zero-by-zero",
            lambda a, n: np.linalg.norm(a - n) / (np.linalg.norm(a) + np.linalg.norm(n)),
            "Where both gradients are zero it divides zero by zero, and that is not a number.",
        ),
        Misconception(
            "not-relative",
            lambda a, n: _norm(a - n),
            "The distance is not set against the gradients' size, so that it says little.",
        ),
        Misconception(
            "larger-of-the-two",
            lambda a, n: _ratio(_norm(a - n), max(_norm(a), _norm(n))),
            "The distance is divided by the larger of the norms; the task wants another measure.",
        ),
        Misconception(
            "by-the-first",
            lambda a, n: _ratio(_norm(a - n), _norm(a)),
            "The distance is divided by the analytic gradient's norm alone.",
        ),
        Misconception(
            "by-the-second",
            lambda a, n: _ratio(_norm(a - n), _norm(n)),
            "The distance is divided by the numeric gradient's norm alone.",
        ),
        Misconception(
            "norm-of-the-sum",
            lambda a, n: _ratio(_norm(a - n), _norm(a + n)),
            "The norm of the sum is not the sum of the norms: opposite gradients cancel out.",
        ),
        Misconception(
            "difference-of-norms",
            lambda a, n: _ratio(abs(_norm(a) - _norm(n)), _norm(a) + _norm(n)),
            "The lengths are compared and not the gradients: opposite ones seem to agree.",
        ),
        Misconception(
            "squares",
            lambda a, n: _ratio(_norm(a - n) ** 2, _norm(a) ** 2 + _norm(n) ** 2),
            "The roots are missing: these are squares of norms.",
        ),
        Misconception(
            "square-of-the-distance",
            lambda a, n: _ratio(_norm(a - n) ** 2, _norm(a) + _norm(n)),
            "The root of the distance above the fraction is missing.",
        ),
        Misconception(
            "product-of-norms",
            lambda a, n: _ratio(_norm(a - n), _norm(a) * _norm(n)),
            "The norms are multiplied below the fraction, where they should be added.",
        ),
        Misconception(
            "sizes-added",
            lambda a, n: _ratio(float(np.abs(a - n).sum()), float((np.abs(a) + np.abs(n)).sum())),
            "Sizes are added up, where the norm is the root of a sum of squares.",
        ),
        Misconception(
            "largest-entries",
            lambda a, n: _ratio(float(np.abs(a - n).max()), np.abs(a).max() + np.abs(n).max()),
            "Only the largest entries count, where the norm takes all of them.",
        ),
        Misconception(
            "entry-by-entry",
            _entries,
            "There is an error for each entry, where one number is asked for.",
        ),
        Misconception(
            "largest-error",
            lambda a, n: _entries(a, n).max(),
            "That is the largest error of any entry; small slopes are given too much weight.",
        ),
        Misconception(
            "mean-error",
            lambda a, n: _entries(a, n).mean(),
            "That is the mean of the entries' errors; small slopes are given too much weight.",
        ),
        Misconception(
            "spectral-norm",
            lambda a, n: (
                _gradient_error(a, n)
                if a.ndim == 1
                else _ratio(_spectral(a - n), _spectral(a) + _spectral(n))
            ),
            "For a table, that is another norm: how far it can stretch a vector.",
        ),
        Misconception(
            "precedence",
            lambda a, n: _norm(a - n) / _norm(a) + _norm(n) if _norm(a) else _norm(n),
            "Only one norm is divided by, and the other one added: brackets are missing.",
        ),
        Misconception(
            "doubled",
            lambda a, n: 2 * _gradient_error(a, n),
            "It is twice what it should be: opposite gradients have an error of 1.",
        ),
        Misconception(
            "agreement",
            lambda a, n: 1 - _gradient_error(a, n),
            "That is how well they agree, and not how far they are apart.",
        ),
        Misconception(
            "sign",
            lambda a, n: -_gradient_error(a, n),
            "A distance is never negative.",
        ),
        Misconception(
            "sum-of-differences",
            lambda a, n: _ratio(float((a - n).sum()), _norm(a) + _norm(n)),
            "The differences are added up with their signs, so that they cancel out.",
        ),
        Misconception(
            "yes-or-no",
            lambda a, n: _gradient_error(a, n) < 1e-7,
            "That is a judgement, yes or no; the task wants the number that it rests on.",
        ),
        *rounded(_gradient_error),
    ),
    hints=(
        "An error of 0.001 is large for slopes of 0.001 and nothing for slopes of 1000.",
        "‖a − n‖ / (‖a‖ + ‖n‖), with ‖v‖ the root of the sum of squares of all entries.",
        "np.linalg.norm takes an array of any shape; return 0.0 first where both norms are 0.",
    ),
)
