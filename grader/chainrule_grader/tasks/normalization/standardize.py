"""Standardization: columns get mean 0 and deviation 1, by the training data's statistics."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.formatting import format_call
from chainrule_grader.judging.observation import numbers, several, value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Implementation, Misconception, Observation, Task, switch
from chainrule_grader.tasks.normalization._inputs import Array, tables

Statistic: TypeAlias = Callable[[Array], Any]
WHAT = ("Z", "mean", "std")


def _observe(standardize: Subject, rng: Generator) -> Iterator[Observation]:
    for X in tables(rng):
        yield from _observe_call(standardize, "its own statistics", X)
    for X in tables(rng):
        m = X.shape[1]
        mean, std = rng.normal(size=(m,)).round(2), rng.uniform(2, 5, (m,)).round(2)
        yield from _observe_call(standardize, "given statistics", X, mean, std)
    yield from _observe_call(standardize, "given statistics", X[:1], np.zeros(m), std)


def _observe_call(standardize: Subject, criterion: str, *args: Array) -> Iterator[Observation]:
    call = format_call("standardize", list(args))
    result = several(standardize(*args), 3, "three things (Z, mean, std)")
    for index, what in enumerate(WHAT):
        yield value(criterion, f"{what} of {call}", numbers(result[index], what))


def _make(
    mean_of: Statistic = lambda X: X.mean(axis=0),
    std_of: Statistic = lambda X: X.std(axis=0),
    use_mean: Callable[[Any, Any], Any] = lambda own, given: own if given is None else given,
    use_std: Callable[[Any, Any], Any] = lambda own, given: own if given is None else given,
    centre: Callable[[Array, Any], Any] = lambda X, mean: X - mean,
    divide: Callable[[Any, Any], Any] = lambda centred, std: centred / std,
    return_z: Callable[[Array], Any] = lambda Z: Z,
    return_mean: Callable[[Any, Array, Any], Any] = lambda mean, _X, _given: mean,
    return_std: Callable[[Any, Array, Any], Any] = lambda std, _X, _given: std,
) -> Implementation:
    """Return a standardization with other pieces."""

    def standardize(X: Array, mean: Array | None = None, std: Array | None = None) -> Any:
        m, s = use_mean(mean_of(X), mean), use_std(std_of(X), std)
        Z = divide(centre(X, m), s)
        return return_z(Z), return_mean(m, X, mean), return_std(s, X, std)

    return standardize


def _own(own: Any, _given: Any) -> Any:
    return own


def _own_or_one(own: Any, _given: Any) -> Any:
    return np.where(own == 0, 1, own)


def _correct(X: Array, mean: Array | None = None, std: Array | None = None) -> Any:
    return _make()(X, mean, std) if mean else _make()(X)


TASK = Task(
    reference=_make(),
    make=_make,
    observe=_observe,
    parts=WHAT,
    misconceptions=(
        switch(
            "own-statistics",
            "You do not use the given mean and std; compute them only if they are None.",
            use_mean=_own,
            use_std=_own,
        ),
        switch(
            "own-statistics-guarded",
            "You do not use the given mean and std; compute them only if they are None.",
            use_mean=_own,
            use_std=_own,
            divide=lambda centred, std: centred / np.where(std == 0, 1, std),
        ),
        switch(
            "own-statistics-replaced",
            "You do not use the given mean and std; compute them only if they are None.",
            use_mean=_own,
            use_std=_own_or_one,
        ),
        switch(
            "given-std-ignored",
            "You do not use the given std; compute it only if it is None.",
            use_std=_own,
        ),
        switch(
            "given-mean-ignored",
            "You do not use the given mean; compute it only if it is None.",
            use_mean=_own,
        ),
        switch(
            "own-statistics-returned",
            "You return the statistics of X although others are given; return the given ones.",
            return_mean=lambda mean, X, given: mean if given is None else X.mean(axis=0),
            return_std=lambda std, X, given: std if given is None else X.std(axis=0),
        ),
        switch(
            "arguments-returned",
            "You return the arguments mean and std, which may be None; return what you used.",
            return_mean=lambda _mean, _X, given: given,
            return_std=lambda _std, _X, given: given,
        ),
        switch(
            "statistics-of-the-result",
            "You return the mean and std of Z; return those of X.",
            result=lambda three: (three[0], three[0].mean(axis=0), three[0].std(axis=0)),
        ),
        switch(
            "variance",
            "You use the variance; use its square root, the standard deviation.",
            std_of=lambda X: X.var(axis=0),
        ),
        switch(
            "squared-deviation",
            "You divide by the square of std; divide by std.",
            divide=lambda centred, std: centred / std**2,
        ),
        switch(
            "root-of-the-deviation",
            "You divide by the square root of std; divide by std.",
            divide=lambda centred, std: centred / np.sqrt(std),
        ),
        switch(
            "variance-returned",
            "You return the variance for std; return its square root.",
            return_std=lambda std, _X, _given: std**2,
        ),
        switch(
            "sample-deviation",
            "Your std is divided by n − 1 (ddof=1); divide by n, as np.std does.",
            std_of=lambda X: X.std(axis=0, ddof=1),
        ),
        switch(
            "whole-table",
            "You fill mean and std with one number of the whole table; each column has its own.",
            mean_of=lambda X: np.full(X.shape[1], X.mean()),
            std_of=lambda X: np.full(X.shape[1], X.std()),
        ),
        switch(
            "one-number-for-all",
            "You use one mean and one std for the whole table; compute them for each "
            "column (axis 0).",
            mean_of=np.mean,
            std_of=np.std,
        ),
        switch(
            "one-mean",
            "You use one mean for the whole table; compute the mean of each column (axis 0).",
            mean_of=np.mean,
        ),
        switch(
            "one-std",
            "You use one std for the whole table; compute the std of each column (axis 0).",
            std_of=np.std,
        ),
        switch(
            "rows",
            "You compute mean and std of each row (axis 1); compute those of each column (axis 0).",
            mean_of=lambda X: X.mean(axis=1, keepdims=True),
            std_of=lambda X: X.std(axis=1, keepdims=True),
        ),
        switch(
            "rows-without-keepdims",
            "Your mean and std have one number for each row of X; they need one for each column.",
            mean_of=lambda X: X.mean(axis=1),
            std_of=lambda X: X.std(axis=1),
        ),
        switch(
            "keepdims",
            "Your mean and std have shape (1, m); they need shape (m,).",
            mean_of=lambda X: X.mean(axis=0, keepdims=True),
            std_of=lambda X: X.std(axis=0, keepdims=True),
        ),
        switch(
            "median",
            "You use the median for mean; use the mean.",
            mean_of=lambda X: np.median(X, axis=0),
        ),
        switch(
            "minimum",
            "You subtract the minimum, as in min-max scaling; subtract the mean.",
            mean_of=lambda X: X.min(axis=0),
        ),
        switch(
            "span",
            "You divide by the range, maximum − minimum; divide by the standard deviation.",
            std_of=lambda X: np.ptp(X, axis=0),
        ),
        switch(
            "mean-size",
            "You use the mean absolute deviation; use the root of the mean square.",
            std_of=lambda X: np.abs(X - X.mean(axis=0)).mean(axis=0),
        ),
        switch(
            "not-centred",
            "You do not subtract the mean; compute (X − mean) / std.",
            centre=lambda X, _mean: X,
        ),
        switch(
            "mean-added",
            "You add the mean; subtract it.",
            centre=lambda X, mean: X + mean,
        ),
        switch(
            "negated",
            "Your Z has the wrong sign; compute (X − mean) / std.",
            centre=lambda X, mean: mean - X,
        ),
        switch(
            "not-divided",
            "You do not divide by std; compute (X − mean) / std.",
            divide=lambda centred, _std: centred,
        ),
        switch(
            "multiplied",
            "You multiply by std; divide by it.",
            divide=lambda centred, std: centred * std,
        ),
        switch(
            "small-number-added",
            "You add a number to std, which changes the result; divide by std alone.",
            divide=lambda centred, std: centred / (std + 0.01),
        ),
        switch(
            "precedence",
            "You divide only the mean by std; put X − mean in parentheses.",
            centre=lambda X, mean: (X, mean),
            divide=lambda both, std: both[0] - both[1] / std,
        ),
        switch(
            "transposed",
            "Your Z is transposed; it must have the shape of X.",
            return_z=np.transpose,
        ),
        switch(
            "rounded",
            "You round Z to two decimals; return it without rounding.",
            return_z=lambda Z: np.round(Z, 2),
        ),
        switch(
            "integers",
            "You convert Z to integers, which removes the decimals; return floats.",
            return_z=np.trunc,
        ),
        switch(
            "swapped",
            "You exchange mean and std in what you return; return (Z, mean, std).",
            result=lambda three: (three[0], three[2], three[1]),
        ),
        switch(
            "order-reversed",
            "You return (std, mean, Z); return (Z, mean, std).",
            result=lambda three: tuple(three)[::-1],
        ),
        switch(
            "z-only",
            "You return one array; return (Z, mean, std).",
            result=lambda three: three[0],
        ),
        Misconception(
            "dictionary",
            lambda X, mean=None, std=None: dict(zip(WHAT, _make()(X, mean, std), strict=True)),
            "You return a dictionary; return the three things (Z, mean, std).",
        ),
        Misconception(
            "truth-of-an-array",
            _correct,
            "You use an array as a condition, such as `if mean:`; compare it with None.",
        ),
    ),
    hints=(
        "Use mean and std as they are given; compute them only if they are missing.",
        "Z = (X − mean) / std, with the mean and standard deviation of each column.",
        "X.mean(axis=0) and X.std(axis=0), each only where the argument `is None`.",
    ),
)
