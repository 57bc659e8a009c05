"""The relative difference of two gradients."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch
from chainrule_grader.tasks._common import INTEGERS, NEGATED, ROUNDED
from chainrule_grader.tasks.backprop._network import drawn

Array: TypeAlias = NDArray[Any]
Norm: TypeAlias = Callable[[Array], Any]
Two: TypeAlias = Callable[[Array, Array, Norm], Any]
"""A quantity of two gradients and a norm."""


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


def _norm(array: Array) -> Any:
    return np.linalg.norm(array.ravel())


def _make(
    norm: Norm = _norm,
    above: Two = lambda a, n, norm: norm(a - n),
    below: Two = lambda a, n, norm: norm(a) + norm(n),
    both_zero: float | None = 0.0,
    added: Two = lambda _a, _n, _norm: 0.0,
) -> Implementation:
    """Return a quotient; `both_zero` is the result where both gradients are zero, if it differs."""

    def gradient_error(analytic: Array, numeric: Array) -> Any:
        if both_zero is not None and not (analytic.any() or numeric.any()):
            return both_zero
        three = analytic, numeric, norm
        return np.divide(above(*three), below(*three)) + added(*three)

    return gradient_error


def _entries(a: Array, n: Array) -> Array:
    below = np.abs(a) + np.abs(n)
    return np.asarray(np.divide(np.abs(a - n), below, out=np.zeros(a.shape), where=below > 0))


def _spectral(array: Array) -> Any:
    return np.linalg.norm(array, 2)


TASK = Task(
    reference=_make(),
    make=_make,
    observe=calls(_inputs),
    misconceptions=(
        switch(
            "zero-by-zero",
            "Where both gradients are zero you divide 0 by 0; return 0 there.",
            both_zero=None,
        ),
        switch(
            "one-where-both-are-zero",
            "Where both gradients are zero you return 1; return 0 there.",
            both_zero=1.0,
        ),
        switch(
            "not-relative",
            "You do not divide by the norms of the gradients; the error is relative.",
            below=lambda _a, _n, _norm: 1.0,
        ),
        switch(
            "larger-of-the-two",
            "You divide by the larger norm; divide by the sum of both norms.",
            below=lambda a, n, norm: np.maximum(norm(a), norm(n)),
        ),
        switch(
            "by-the-first",
            "You divide by the norm of the analytic gradient only; add the other norm.",
            below=lambda a, _n, norm: norm(a),
        ),
        switch(
            "by-the-second",
            "You divide by the norm of the numeric gradient only; add the other norm.",
            below=lambda _a, n, norm: norm(n),
        ),
        switch(
            "norm-of-the-sum",
            "You divide by the norm of the sum; divide by the sum of the norms.",
            below=lambda a, n, norm: norm(a + n),
        ),
        switch(
            "difference-of-norms",
            "You subtract the norms; take the norm of the difference.",
            above=lambda a, n, norm: np.abs(norm(a) - norm(n)),
        ),
        switch(
            "precedence",
            "You divide by one norm and add the other; put the sum in brackets.",
            below=lambda a, _n, norm: norm(a),
            added=lambda _a, n, norm: norm(n),
        ),
        switch(
            "squares",
            "Your norms lack the square root.",
            norm=lambda array: np.sum(array**2),
        ),
        switch(
            "square-of-the-distance",
            "You square the norm of the difference; use the norm itself.",
            above=lambda a, n, norm: norm(a - n) ** 2,
        ),
        switch(
            "root-of-the-sum-of-squares",
            "You add the squared norms below the fraction and take a root; add the norms.",
            below=lambda a, n, norm: np.sqrt(norm(a) ** 2 + norm(n) ** 2),
        ),
        switch(
            "product-of-norms",
            "You multiply the norms; add them.",
            below=lambda a, n, norm: norm(a) * norm(n),
        ),
        switch(
            "sizes-added",
            "You add up absolute values; the norm is the root of the sum of squares.",
            norm=lambda array: np.abs(array).sum(),
        ),
        switch(
            "largest-entries",
            "You use only the largest entries; the norm uses all entries.",
            norm=lambda array: np.abs(array).max(),
        ),
        switch(
            "sum-of-entries",
            "You add up entries with their signs, so they cancel; use the norm.",
            norm=np.sum,
        ),
        switch(
            "sum-of-differences",
            "You add up the differences with their signs, so they cancel; use their norm.",
            above=lambda a, n, _norm: (a - n).sum(),
        ),
        switch(
            "norm-of-each-row",
            "For a table you return one number for each row; use all entries.",
            norm=lambda array: np.linalg.norm(array, axis=-1),
        ),
        switch(
            "spectral-norm",
            "For a table you use the spectral norm; use the root of the sum of all squares.",
            norm=_spectral,
        ),
        switch(
            "no-norm",
            "You compare entry by entry; return one number that uses the norms.",
            norm=np.abs,
        ),
        switch(
            "epsilon-too-large",
            "You add a number below the fraction that is too large and changes the result.",
            below=lambda a, n, norm: norm(a) + norm(n) + 1e-2,
        ),
        switch(
            "added",
            "You add the gradients above the fraction; subtract them.",
            above=lambda a, n, norm: norm(a + n),
        ),
        switch(
            "doubled",
            "Your result is twice as large as it should be.",
            result=lambda error: 2 * error,
        ),
        switch(
            "halved",
            "Your result is half as large as it should be.",
            result=lambda error: error / 2,
        ),
        switch(
            "squared",
            "You square the result; return it without a square.",
            result=np.square,
        ),
        switch(
            "root",
            "You take a square root of the result; return it without a root.",
            result=np.sqrt,
        ),
        switch(
            "percent",
            "You return per cent; return the fraction.",
            result=lambda error: 100 * error,
        ),
        switch(
            "agreement",
            "You return 1 minus the error; return the error.",
            result=lambda error: 1 - error,
        ),
        switch(
            "yes-or-no",
            "You return whether the error is small; return the error itself.",
            result=lambda error: error < 1e-7,
        ),
        switch(
            "extra-axis",
            "Your result has an additional axis of length 1; return one number.",
            result=lambda error: np.reshape(error, (1, *np.shape(error))),
        ),
        NEGATED,
        INTEGERS,
        *ROUNDED,
        Misconception(
            "entry-by-entry",
            _entries,
            "You return one error for each entry; return one number.",
        ),
        Misconception(
            "largest-error",
            lambda a, n: _entries(a, n).max(),
            "You return the largest error of an entry; use the norms of the whole gradients.",
        ),
        Misconception(
            "mean-error",
            lambda a, n: _entries(a, n).mean(),
            "You return the mean error of the entries; use the norms of the whole gradients.",
        ),
        Misconception(
            "mean-absolute-difference",
            lambda a, n: np.abs(a - n).mean(),
            "You return the mean absolute difference; the error is relative and uses norms.",
        ),
        Misconception(
            "mean-squared-difference",
            lambda a, n: np.mean((a - n) ** 2),
            "You return the mean squared difference; the error is relative and uses norms.",
        ),
    ),
    hints=(
        "A difference of 0.001 is large for gradients of size 0.001 and small for size 1000.",
        "Compute three norms with all entries; return 0 first, where the sum of the last two is 0.",
        "np.linalg.norm(array.ravel()) is the norm for any shape; add two norms in brackets.",
    ),
)
