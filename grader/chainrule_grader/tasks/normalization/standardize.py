"""Each column with mean 0 and deviation 1, by statistics that come from the training data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.formatting import format_call
from chainrule_grader.judging.observation import numbers, several, value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Implementation, Misconception, Observation, Task
from chainrule_grader.tasks.normalization._inputs import Array, tables

Three = tuple[Array, Array, Array]
WHAT = ("Z", "mean", "std")


def _observe(standardize: Subject, rng: Generator) -> Iterator[Observation]:
    for X in tables(rng):
        yield from _look(standardize, "its own statistics", X)
    for X in tables(rng):
        m = X.shape[1]
        mean, std = rng.normal(size=(m,)).round(2), rng.uniform(2, 5, (m,)).round(2)
        yield from _look(standardize, "given statistics", X, mean, std)
    yield from _look(standardize, "given statistics", X[:1], np.zeros(m), std)


def _look(standardize: Subject, criterion: str, *args: Array) -> Iterator[Observation]:
    call = format_call("standardize", list(args))
    result = several(standardize(*args), 3, "three things (Z, mean, std)")
    for index, what in enumerate(WHAT):
        yield value(criterion, f"{what} of {call}", numbers(result[index], what))


def _standardize(X: Array, mean: Array | None = None, std: Array | None = None) -> Three:
    mean = X.mean(axis=0) if mean is None else mean
    std = X.std(axis=0) if std is None else std
    return (X - mean) / std, mean, std


def _by(statistics: Callable[[Array], tuple[Any, Any]]) -> Implementation:
    """Right, but for the statistics that it takes from the data itself."""

    def wrong(X: Array, mean: Array | None = None, std: Array | None = None) -> Any:
        return _standardize(X, *((mean, std) if mean is not None else statistics(X)))

    return wrong


def _of(X: Array, mean: Array | None, std: Array | None) -> tuple[Array, Array]:
    return _standardize(X, mean, std)[1:]


def _centred(X: Array, mean: Array | None = None, std: Array | None = None) -> Three:
    mean, std = _of(X, mean, std)
    return X - mean, mean, std


def _scaled(X: Array, mean: Array | None = None, std: Array | None = None) -> Three:
    mean, std = _of(X, mean, std)
    return X / std, mean, std


def _slipped(X: Array, mean: Array | None = None, std: Array | None = None) -> Three:
    mean, std = _of(X, mean, std)
    return X - mean / std, mean, std


def _squared(X: Array, mean: Array | None = None, std: Array | None = None) -> Three:
    mean, std = _of(X, mean, std)
    return (X - mean) / std**2, mean, std


def _of_z(X: Array, mean: Array | None = None, std: Array | None = None) -> Three:
    Z = _standardize(X, mean, std)[0]
    return Z, Z.mean(axis=0), Z.std(axis=0)


def _own_in_return(X: Array, mean: Array | None = None, std: Array | None = None) -> Three:
    return _standardize(X, mean, std)[0], X.mean(axis=0), X.std(axis=0)


def _std_ignored(X: Array, mean: Array | None = None, std: Array | None = None) -> Three:  # noqa: ARG001  that is the mistake
    return _standardize(X, mean)


def _mean_ignored(X: Array, mean: Array | None = None, std: Array | None = None) -> Three:  # noqa: ARG001  that is the mistake
    return _standardize(X, None, std)


def _own_guarded(X: Array, mean: Array | None = None, std: Array | None = None) -> Three:
    mean, std = X.mean(axis=0), X.std(axis=0)
    return (X - mean) / np.where(std == 0, 1, std), mean, std


def _own_replaced(X: Array, mean: Array | None = None, std: Array | None = None) -> Three:
    mean, std = X.mean(axis=0), X.std(axis=0)
    std = np.where(std == 0, 1, std)
    return (X - mean) / std, mean, std


def _truth(X: Array, mean: Array | None = None, std: Array | None = None) -> Three:
    if mean:
        return _standardize(X, mean, std)
    return _standardize(X)


def _swapped(X: Array, mean: Array | None = None, std: Array | None = None) -> Three:
    Z, mean, std = _standardize(X, mean, std)
    return Z, std, mean


def _in_place(X: Array, mean: Array | None = None, std: Array | None = None) -> Three:
    mean, std = _of(X, mean, std)
    X -= mean
    X /= std
    return X, mean, std


TASK = Task(
    reference=_standardize,
    observe=_observe,
    misconceptions=(
        Misconception(
            "own-statistics",
            lambda X, mean=None, std=None: _standardize(X),  # noqa: ARG005  that is the mistake
            "The statistics that it is given are ignored: new data are measured by themselves.",
        ),
        *(
            Misconception(
                name,
                wrong,
                "The statistics that it is given are ignored: new data are measured by themselves.",
            )
            for name, wrong in (
                ("own-statistics-guarded", _own_guarded),
                ("own-statistics-replaced", _own_replaced),
            )
        ),
        Misconception(
            "given-std-ignored", _std_ignored, "The deviation that it is given is ignored."
        ),
        Misconception("given-mean-ignored", _mean_ignored, "The mean that it is given is ignored."),
        Misconception(
            "own-statistics-returned",
            _own_in_return,
            "It returns the statistics of its data even where others were given, and used.",
        ),
        Misconception(
            "variance",
            _by(lambda X: (X.mean(axis=0), X.var(axis=0))),
            "It divides by the variance: that is the deviation before its root is taken.",
        ),
        Misconception(
            "squared-deviation",
            _squared,
            "It returns the deviation, and divides by the square of it.",
        ),
        Misconception(
            "sample-deviation",
            _by(lambda X: (X.mean(axis=0), X.std(axis=0, ddof=1))),
            "The deviation is divided by n − 1, an estimate; that of the n numbers is asked for.",
        ),
        Misconception(
            "whole-table",
            _by(lambda X: (np.full(X.shape[1], X.mean()), np.full(X.shape[1], X.std()))),
            "One mean and one deviation serve the whole table; columns have scales of their own.",
        ),
        Misconception(
            "one-number-for-all",
            _by(lambda X: (X.mean(), X.std())),
            "mean and std are single numbers, of the whole table; each column has its own.",
        ),
        Misconception(
            "rows",
            _by(lambda X: (X.mean(axis=1, keepdims=True), X.std(axis=1, keepdims=True))),
            "Each row is measured, an example; it is the columns that have scales of their own.",
        ),
        Misconception(
            "keepdims",
            _by(lambda X: (X.mean(axis=0, keepdims=True), X.std(axis=0, keepdims=True))),
            "mean and std are tables with one row, where a plain row of m numbers is needed.",
        ),
        Misconception("only-centred", _centred, "The mean is taken away, and nothing is divided."),
        Misconception("only-scaled", _scaled, "It is divided, and the mean is never taken away."),
        Misconception(
            "precedence",
            _slipped,
            "Only the mean is divided by the deviation: a pair of brackets is missing.",
        ),
        Misconception(
            "statistics-of-the-result",
            _of_z,
            "It returns the mean and deviation of Z; whoever has new data needs those of X.",
        ),
        Misconception(
            "truth-of-an-array",
            _truth,
            "Given statistics stop it: an array with several numbers is neither true nor false.",
        ),
        Misconception("swapped", _swapped, "mean and std are returned in each other's place."),
        Misconception(
            "in-place",
            _in_place,
            "It writes into its input; a table of integers cannot even hold the result.",
        ),
        Misconception(
            "span",
            _by(lambda X: (X.mean(axis=0), np.ptp(X, axis=0))),
            "It divides by the span from smallest to largest, which is no standard deviation.",
        ),
        Misconception(
            "mean-size",
            _by(lambda X: (X.mean(axis=0), np.abs(X - X.mean(axis=0)).mean(axis=0))),
            "It divides by the mean size of what is left, which is no standard deviation.",
        ),
        Misconception(
            "median",
            _by(lambda X: (np.median(X, axis=0), X.std(axis=0))),
            "It takes away the median, the number in the middle, which is not the mean.",
        ),
    ),
    hints=(
        "Statistics that are given are used as they are; only those that are missing are computed.",
        "Z = (X − mean) / std, with the mean and standard deviation of each column.",
        "X.mean(axis=0) and X.std(axis=0), each only where the argument `is None`.",
    ),
)
