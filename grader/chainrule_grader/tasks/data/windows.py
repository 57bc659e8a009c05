"""A series becomes examples: a few values in a row, and the one that came next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import Array, calls
from chainrule_grader.judging.task import Misconception, Task

Pair: TypeAlias = tuple[Array, Array]


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "windows", np.array([10.0, 20.0, 40.0, 80.0, 70.0]), 2
    yield "windows", rng.normal(size=12).round(3), 3
    yield "windows", rng.permutation(np.arange(11)), 4
    yield "width of 1", np.array([3.0, 1.0, 4.0, 1.5]), 1
    yield "width of 1", rng.normal(size=6).round(2), 1
    yield "one window", np.array([2.0, 7.0, 1.0, 8.0]), 3
    yield "one window", rng.normal(size=6).round(2), 5


def _cut(series: Array, width: int, starts: Any, ahead: int = 0) -> Pair:
    """Cut windows that start there, each with the value that many steps after the next."""
    starts, width = np.array(starts, dtype=int), int(width)
    return series[starts[:, None] + np.arange(width)], series[starts + width + ahead]


def _windows(series: Array, width: int) -> Pair:
    return _cut(series, width, range(len(series) - int(width)))


def _changed(change: Callable[[Array, Array], Any]) -> Callable[[Array, int], Any]:
    """Return a wrong answer that is made of the right one."""
    return lambda series, width: change(*_windows(series, width))


def _one_window_more(series: Array, width: int) -> Pair:
    X, _ = _cut(series, width, range(len(series) - width + 1), -1)
    return X, series[width:]


def _own_last(series: Array, width: int) -> Pair:
    return _cut(series, width, range(len(series) - width + 1), -1)


def _next_windows(series: Array, width: int) -> Pair:
    starts = np.arange(len(series) - width)
    X, _ = _windows(series, width)
    return X, series[starts[:, None] + 1 + np.arange(width)]


def _wider(series: Array, width: int) -> Pair:
    X, y = _windows(series, width)
    return np.column_stack([X, y]), y


def _growing(series: Array, width: int) -> Any:
    ends = range(width, len(series))
    return [series[:end].tolist() for end in ends], series[width:]


TASK = Task(
    reference=_windows,
    observe=calls(_inputs),
    misconceptions=(
        Misconception(
            "last-window-lost",
            lambda series, width: _cut(series, width, range(len(series) - width - 1)),
            "The last window is missing, though there is still a value after it.",
        ),
        Misconception(
            "first-window-lost",
            lambda series, width: _cut(series, width, range(1, len(series) - width)),
            "The first window is missing: it starts at the very first value.",
        ),
        Misconception(
            "window-without-answer",
            _one_window_more,
            "There is a window more than there are answers: nothing comes after the last one.",
        ),
        Misconception(
            "own-last-value",
            _own_last,
            "The answer is in the window already: y is each window's own last value.",
        ),
        Misconception(
            "own-last-value-fewer",
            lambda series, width: _cut(series, width, range(len(series) - width), -1),
            "The answer is in the window: y is its last value, and not the one after it.",
        ),
        Misconception(
            "answer-in-the-window",
            _wider,
            "Each window holds a value too many: its own answer.",
        ),
        Misconception(
            "window-too-short",
            _changed(lambda X, y: (X[:, :-1], y)),
            "Each window is one value short: its last value is missing.",
        ),
        Misconception(
            "first-value-left-out",
            _changed(lambda X, y: (X[:, 1:], y)),
            "Each window is one value short: its first value is missing.",
        ),
        Misconception(
            "next-but-one",
            lambda series, width: _cut(series, width, range(len(series) - width - 1), 1),
            "A value is skipped between the window and its answer.",
        ),
        Misconception(
            "side-by-side",
            lambda series, width: _cut(series, width, range(0, len(series) - width, width)),
            "The windows lie side by side, where each should start one step after the last.",
        ),
        Misconception(
            "every-other",
            lambda series, width: _cut(series, width, range(0, len(series) - width, 2)),
            "Every other window is skipped: each should start one step after the last.",
        ),
        Misconception(
            "transposed",
            _changed(lambda X, y: (X.T, y)),
            "The windows are columns of X, where an example is a row.",
        ),
        Misconception(
            "backwards",
            _changed(lambda X, y: (X[:, ::-1], y)),
            "Inside each window time runs backwards: the oldest value comes first.",
        ),
        Misconception(
            "latest-first",
            _changed(lambda X, y: (X[::-1], y[::-1])),
            "The latest window comes first, where they should go as time does.",
        ),
        Misconception(
            "answers-reversed",
            _changed(lambda X, y: (X, y[::-1])),
            "Windows and answers do not belong together: y runs backwards.",
        ),
        Misconception(
            "column-of-answers",
            _changed(lambda X, y: (X, y[:, None])),
            "y is a table of one column, where a row of numbers is asked for.",
        ),
        Misconception(
            "next-windows",
            _next_windows,
            "y holds whole windows, each a step later; only the next value is asked for.",
        ),
        Misconception(
            "swapped",
            _changed(lambda X, y: (y, X)),
            "The two results come in the wrong order: first the windows, then the answers.",
        ),
        Misconception(
            "windows-only",
            _changed(lambda X, _y: X),
            "Only the windows come back: the answers y are missing.",
        ),
        Misconception(
            "answers-only",
            _changed(lambda _X, y: y),
            "Only the answers come back: the windows X are missing.",
        ),
        Misconception(
            "one-table",
            _changed(lambda X, y: np.column_stack([X, y])),
            "Windows and answers are in one table, where a pair (X, y) is asked for.",
        ),
        Misconception(
            "pairs",
            _changed(lambda X, y: list(zip(X, y, strict=True))),
            "There is a pair for each window, where one pair (X, y) holds all of them.",
        ),
        Misconception(
            "flat",
            _changed(lambda X, y: (X.ravel(), y)),
            "All windows are strung together in one row.",
        ),
        Misconception(
            "axis-too-many",
            _changed(lambda X, y: (X[..., None], y)),
            "X has an axis too many at its end: the shape is (windows, width).",
        ),
        Misconception(
            "growing",
            _growing,
            "The windows grow: each begins at the start of the series instead of moving along.",
        ),
        Misconception(
            "own-first-value",
            _changed(lambda X, _y: (X, X[:, 0])),
            "y holds each window's own first value, and not the value after it.",
        ),
    ),
    hints=(
        "Lay a frame over the series, note what is in it and what comes next, move it by one.",
        "X[i] = series[i], …, series[i + width − 1] and y[i] = series[i + width].",
        "i runs over range(len(series) - width); X collects series[i : i + width], y the rest.",
    ),
)
