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


def _cut(series: Array, width: int, starts: Any, offset: int = 0) -> Pair:
    """Cut windows that start there, each with the value that many steps after the next."""
    starts, width = np.array(starts, dtype=int), int(width)
    return series[starts[:, None] + np.arange(width)], series[starts + width + offset]


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
            "The last window is missing; your loop ends one step too early.",
        ),
        Misconception(
            "first-window-lost",
            lambda series, width: _cut(series, width, range(1, len(series) - width)),
            "The first window is missing; it starts at the first value of the series.",
        ),
        Misconception(
            "window-without-answer",
            _one_window_more,
            "You return one window too many: after the last one there is no next value.",
        ),
        Misconception(
            "own-last-value",
            _own_last,
            "y is the last value inside each window; it must be the value after the window.",
        ),
        Misconception(
            "own-last-value-fewer",
            lambda series, width: _cut(series, width, range(len(series) - width), -1),
            "y is the last value inside each window; it must be the value after it.",
        ),
        Misconception(
            "answer-in-the-window",
            _wider,
            "Each window contains its own target as well; the width is one too large.",
        ),
        Misconception(
            "window-too-short",
            _changed(lambda X, y: (X[:, :-1], y)),
            "Each window is one value too short: its last value is missing.",
        ),
        Misconception(
            "first-value-left-out",
            _changed(lambda X, y: (X[:, 1:], y)),
            "Each window is one value too short: its first value is missing.",
        ),
        Misconception(
            "next-but-one",
            lambda series, width: _cut(series, width, range(len(series) - width - 1), 1),
            "You skip one value between the window and its target.",
        ),
        Misconception(
            "side-by-side",
            lambda series, width: _cut(series, width, range(0, len(series) - width, width)),
            "Your windows do not overlap; each window starts one step after the one before.",
        ),
        Misconception(
            "every-other",
            lambda series, width: _cut(series, width, range(0, len(series) - width, 2)),
            "You skip every second window; each window starts one step after the one before.",
        ),
        Misconception(
            "transposed",
            _changed(lambda X, y: (X.T, y)),
            "Your windows are the columns of X; they must be its rows.",
        ),
        Misconception(
            "backwards",
            _changed(lambda X, y: (X[:, ::-1], y)),
            "The values inside each window are in reverse order; the oldest comes first.",
        ),
        Misconception(
            "latest-first",
            _changed(lambda X, y: (X[::-1], y[::-1])),
            "Your windows are in reverse order; the earliest comes first.",
        ),
        Misconception(
            "answers-reversed",
            _changed(lambda X, y: (X, y[::-1])),
            "y is in reverse order and does not belong to the windows.",
        ),
        Misconception(
            "column-of-answers",
            _changed(lambda X, y: (X, y[:, None])),
            "y has the shape (n, 1); it must have the shape (n,).",
        ),
        Misconception(
            "next-windows",
            _next_windows,
            "y contains whole windows; it must contain the next value only.",
        ),
        Misconception(
            "swapped",
            _changed(lambda X, y: (y, X)),
            "You return (y, X); return (X, y).",
        ),
        Misconception(
            "windows-only",
            _changed(lambda X, _y: X),
            "You return X alone; return the pair (X, y).",
        ),
        Misconception(
            "answers-only",
            _changed(lambda _X, y: y),
            "You return y alone; return the pair (X, y).",
        ),
        Misconception(
            "one-table",
            _changed(lambda X, y: np.column_stack([X, y])),
            "You return one array with windows and targets; return the pair (X, y).",
        ),
        Misconception(
            "pairs",
            _changed(lambda X, y: list(zip(X, y, strict=True))),
            "You return a list of pairs; return one pair (X, y).",
        ),
        Misconception(
            "flat",
            _changed(lambda X, y: (X.ravel(), y)),
            "Your X is a flat array; its shape must be (windows, width).",
        ),
        Misconception(
            "axis-too-many",
            _changed(lambda X, y: (X[..., None], y)),
            "Your X has an extra axis at the end; its shape must be (windows, width).",
        ),
        Misconception(
            "growing",
            _growing,
            "Your windows all start at the first value and grow; every window has the same width.",
        ),
        Misconception(
            "own-first-value",
            _changed(lambda X, _y: (X, X[:, 0])),
            "y is the first value of each window; it must be the value after the window.",
        ),
    ),
    hints=(
        "Lay a frame over the series, note what is in it and what comes next, move it by one.",
        "X[i] = series[i], …, series[i + width − 1] and y[i] = series[i + width].",
        "i runs over range(len(series) - width); X collects series[i : i + width], y the rest.",
    ),
)
