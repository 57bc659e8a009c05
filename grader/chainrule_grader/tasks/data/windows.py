"""Windows of a time series: a few values in sequence, and the value that comes next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import Array, calls
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch

Pair: TypeAlias = tuple[Any, Any]
Change: TypeAlias = Callable[[Array, Array], Any]


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "windows", np.array([10.0, 20.0, 40.0, 80.0, 70.0]), 2
    yield "windows", rng.normal(size=12).round(3), 3
    yield "windows", rng.permutation(np.arange(11)), 4
    yield "width of 1", np.array([3.0, 1.0, 4.0, 1.5]), 1
    yield "width of 1", rng.normal(size=6).round(2), 1
    yield "one window", np.array([2.0, 7.0, 1.0, 8.0]), 3
    yield "one window", rng.normal(size=6).round(2), 5


def _in_a_list(rows: list[Array], _width: int) -> Array:
    """Make an array of windows; without any, np.array has one axis only."""
    return np.array(rows)


def _in_a_table(rows: list[Array], width: int) -> Array:
    """Make an array of windows, also if there is none."""
    return np.array(rows).reshape(len(rows), -1 if rows else width)


def _make(
    starts: Callable[[int, int], range] = lambda n, width: range(n - width),
    left: int = 0,
    right: int = 0,
    window: Callable[[Array, int, int], Array] = lambda series, a, b: series[a:b],
    target: Callable[[Array, int, int], Any] = lambda series, i, width: series[i + width],
    targets: Callable[[Array, list[Any], int], Any] = lambda _series, found, _width: found,
    gather: Callable[[list[Array], int], Any] = _in_a_list,
) -> Implementation:
    """Return a function that cuts a window series[i + left : i + width + right] at each start.

    `targets` gets the target of each window, or takes its own from the series.
    """

    def windows(series: Array, width: int) -> Pair:
        width = int(width)
        rows, found = [], []
        for i in starts(len(series), width):
            rows.append(window(series, max(i + left, 0), i + width + right))
            found.append(target(series, i, width))
        return gather(rows, width), np.array(targets(series, found, width))

    return windows


def _sliced(series: Array, _found: list[Any], width: int) -> Array:
    return series[width:]


def _changed(name: str, message: str, change: Change) -> Misconception:
    """Return the mistake that the right X and y are changed."""
    return switch(name, message, result=lambda pair: change(*pair))


TASK = Task(
    reference=_make(),
    make=_make,
    conventions=(
        {},
        {"gather": _in_a_table},
        {"targets": _sliced, "gather": _in_a_list},
        {"targets": _sliced, "gather": _in_a_table},
    ),
    observe=calls(_inputs),
    misconceptions=(
        switch(
            "last-window-lost",
            "The last window is missing; your loop ends one step too early.",
            starts=lambda n, width: range(n - width - 1),
        ),
        switch(
            "first-window-lost",
            "The first window is missing; it starts at the first value of the series.",
            starts=lambda n, width: range(1, n - width),
        ),
        switch(
            "first-and-last-window-lost",
            "The first and the last window are missing; check both ends of your loop.",
            starts=lambda n, width: range(1, n - width - 1),
        ),
        switch(
            "window-without-answer",
            "You return one window too many: after the last one there is no next value.",
            starts=lambda n, width: range(n - width + 1),
            target=lambda _series, _i, _width: 0.0,
            targets=_sliced,
        ),
        switch(
            "all-starts",
            "You start a window at every value; after the last windows there is no next value.",
            starts=lambda n, _width: range(n),
            target=lambda _series, _i, _width: 0.0,
            targets=_sliced,
        ),
        switch(
            "circular",
            "You continue the series at its beginning; windows must end before its last value.",
            starts=lambda n, _width: range(n),
            window=lambda series, a, b: np.take(series, range(a, b), mode="wrap"),
            target=lambda series, i, width: series[(i + width) % len(series)],
            targets=lambda _series, found, _width: found,
        ),
        switch(
            "own-last-value",
            "y is the last value inside each window; it must be the value after the window.",
            starts=lambda n, width: range(n - width + 1),
            target=lambda series, i, width: series[i + width - 1],
            targets=lambda _series, found, _width: found,
        ),
        switch(
            "own-last-value-fewer",
            "y is the last value inside each window; it must be the value after it.",
            target=lambda series, i, width: series[i + width - 1],
            targets=lambda _series, found, _width: found,
        ),
        switch(
            "own-first-value",
            "y is the first value of each window; it must be the value after the window.",
            target=lambda series, i, _width: series[i],
            targets=lambda _series, found, _width: found,
        ),
        switch(
            "value-before-the-window",
            "y is the value before each window; it must be the value after the window.",
            starts=lambda n, width: range(1, n - width),
            target=lambda series, i, _width: series[i - 1],
            targets=lambda _series, found, _width: found,
        ),
        switch(
            "mean-of-the-window",
            "y is the mean of each window; it must be the value after the window.",
            target=lambda series, i, width: np.mean(series[i : i + width]),
            targets=lambda _series, found, _width: found,
        ),
        switch(
            "differences",
            "y is the change after each window; it must be the next value itself.",
            target=lambda series, i, width: series[i + width] - series[i + width - 1],
            targets=lambda _series, found, _width: found,
        ),
        switch(
            "same-target",
            "All your targets are the value after the first window; use the value after each.",
            target=lambda series, _i, width: series[width],
            targets=lambda _series, found, _width: found,
        ),
        switch(
            "last-target",
            "All your targets are the last value of the series; use the value after each window.",
            target=lambda series, _i, _width: series[-1],
            targets=lambda _series, found, _width: found,
        ),
        switch(
            "targets-empty",
            "Your y contains only zeros; write the value after each window into it.",
            target=lambda _series, _i, _width: 0.0,
            targets=lambda _series, found, _width: found,
        ),
        switch(
            "next-but-one",
            "You skip one value between the window and its target.",
            starts=lambda n, width: range(n - width - 1),
            target=lambda series, i, width: series[i + width + 1],
            targets=lambda _series, found, _width: found,
        ),
        switch(
            "targets-one-late",
            "Your first target is missing; y starts with the value after the first window.",
            targets=lambda series, _found, width: series[width + 1 :],
        ),
        switch(
            "targets-one-early",
            "y has one value too many in front; it starts with the value after the first window.",
            targets=lambda series, _found, width: series[width - 1 :],
        ),
        switch(
            "last-target-lost",
            "The last target is missing in y; it is the last value of the series.",
            targets=lambda series, _found, width: series[width:-1],
        ),
        switch(
            "whole-series-as-targets",
            "y is the whole series; it must have one value for each window.",
            targets=lambda series, _found, _width: series,
        ),
        switch(
            "last-value-alone",
            "y is one number; it must have one value for each window.",
            targets=lambda series, _found, _width: series[-1],
        ),
        switch(
            "answer-in-the-window",
            "Each window contains its own target as well; the width is one too large.",
            right=1,
        ),
        switch(
            "window-too-short",
            "Each window is one value too short: its last value is missing.",
            right=-1,
        ),
        switch(
            "first-value-left-out",
            "Each window is one value too short: its first value is missing.",
            left=1,
        ),
        switch(
            "windows-one-late",
            "Your windows start one value too late and contain their own target.",
            left=1,
            right=1,
        ),
        switch(
            "width-too-large",
            "Your windows are one value wider than width.",
            arguments=lambda series, width: (series, width + 1),
        ),
        switch(
            "width-too-small",
            "Your windows are one value narrower than width.",
            arguments=lambda series, width: (series, width - 1),
        ),
        switch(
            "width-fixed",
            "Your windows always have 2 values; use the argument width.",
            arguments=lambda series, _width: (series, 2),
        ),
        switch(
            "width-fixed-at-three",
            "Your windows always have 3 values; use the argument width.",
            arguments=lambda series, _width: (series, 3),
        ),
        switch(
            "side-by-side",
            "Your windows do not overlap; each window starts one step after the one before.",
            starts=lambda n, width: range(0, n - width, width),
            targets=lambda _series, found, _width: found,
        ),
        switch(
            "side-by-side-all-targets",
            "Your windows do not overlap; each window starts one step after the one before.",
            starts=lambda n, width: range(0, n - width, width),
            targets=_sliced,
        ),
        switch(
            "every-other",
            "You skip every second window; each window starts one step after the one before.",
            starts=lambda n, width: range(0, n - width, 2),
        ),
        switch(
            "every-other-last-lost",
            "You skip every second window and the last one; each window starts one step after the "
            "one before.",
            starts=lambda n, width: range(0, n - width - 1, 2),
        ),
        switch(
            "first-window-only",
            "You return only the first window; check whether return stands inside the loop.",
            starts=lambda _n, _width: range(1),
        ),
        switch(
            "last-window-only",
            "You return only the last window; collect all windows.",
            starts=lambda n, width: range(n - width - 1, n - width),
        ),
        switch(
            "positions",
            "You return the positions; return the values of the series at these positions.",
            arguments=lambda series, width: (np.arange(len(series)), width),
        ),
        switch(
            "integers",
            "You convert the values to integers; keep their decimals.",
            arguments=lambda series, width: (np.trunc(series), width),
        ),
        switch(
            "sorted",
            "You sort the series; keep the order of time.",
            arguments=lambda series, width: (np.sort(series), width),
        ),
        switch(
            "series-reversed",
            "You reverse the series; keep the order of time.",
            arguments=lambda series, width: (series[::-1], width),
        ),
        _changed(
            "transposed",
            "Your windows are the columns of X; they must be its rows.",
            lambda X, y: (X.T, y),
        ),
        _changed(
            "backwards",
            "The values inside each window are in reverse order; the oldest comes first.",
            lambda X, y: (X[..., ::-1], y),
        ),
        _changed(
            "latest-first",
            "Your windows are in reverse order; the earliest comes first.",
            lambda X, y: (X[::-1], y[::-1]),
        ),
        _changed(
            "answers-reversed",
            "y is in reverse order and does not belong to the windows.",
            lambda X, y: (X, y[::-1]),
        ),
        _changed(
            "windows-reversed",
            "X is in reverse order and does not belong to y.",
            lambda X, y: (X[::-1], y),
        ),
        _changed(
            "answers-sorted",
            "You sort y, so the targets no longer belong to their windows.",
            lambda X, y: (X, np.sort(y)),
        ),
        _changed(
            "column-of-answers",
            "y has the shape (n, 1); it must have the shape (n,).",
            lambda X, y: (X, y[:, None]),
        ),
        switch(
            "next-windows",
            "y contains whole windows; it must contain the next value only.",
            target=lambda series, i, width: series[i + 1 : i + 1 + width],
            targets=lambda _series, found, _width: found,
        ),
        switch(
            "targets-twice",
            "y contains each target twice; it must have the shape (n,).",
            target=lambda series, i, width: [series[i + width]] * 2,
            targets=lambda _series, found, _width: found,
        ),
        _changed("swapped", "You return (y, X); return (X, y).", lambda X, y: (y, X)),
        _changed("windows-only", "You return X alone; return the pair (X, y).", lambda X, _y: X),
        _changed("answers-only", "You return y alone; return the pair (X, y).", lambda _X, y: y),
        _changed(
            "one-table",
            "You return one array with windows and targets; return the pair (X, y).",
            lambda X, y: np.column_stack([X, y]),
        ),
        _changed(
            "pairs",
            "You return a list of pairs; return one pair (X, y).",
            lambda X, y: list(zip(X, y, strict=False)),
        ),
        _changed(
            "dictionary",
            "You return a dict; return the pair (X, y).",
            lambda X, y: {"X": X, "y": y},
        ),
        _changed(
            "flat",
            "Your X is a flat array; its shape must be (windows, width).",
            lambda X, y: (X.ravel(), y),
        ),
        _changed(
            "axis-too-many",
            "Your X has an extra axis at the end; its shape must be (windows, width).",
            lambda X, y: (X[..., None], y),
        ),
        _changed(
            "means",
            "X contains the mean of each window; it must contain the values themselves.",
            lambda X, y: (X.mean(axis=-1), y),
        ),
        _changed(
            "first-pair",
            "You return the first window and its target alone; return arrays of all of them.",
            lambda X, y: (X[0], y[0]),
        ),
        _changed(
            "last-pair",
            "You return the last window and its target alone; return arrays of all of them.",
            lambda X, y: (X[-1], y[-1]),
        ),
        _changed(
            "with-width",
            "You return a third value; return the pair (X, y).",
            lambda X, y: (X, y, X.shape[-1]),
        ),
        switch(
            "growing",
            "Your windows all start at the first value and grow; every window has the same width.",
            window=lambda series, _a, b: series[:b],
            gather=lambda rows, _width: [row.tolist() for row in rows],
        ),
        switch(
            "shrinking",
            "Your slices all end at index width, so they become shorter; each must have width "
            "values.",
            window=lambda series, a, b: series[a : b - a],
            gather=lambda rows, _width: rows,
        ),
        Misconception(
            "series-itself",
            lambda series, _width: (series, series),
            "You return the series itself; cut it into windows.",
        ),
    ),
    hints=(
        "Imagine a frame over the series: note what is in it and what comes next, move it by one.",
        "How many windows have a next value? Write out the first and the last window by hand.",
        "i runs over range(len(series) - width); X collects series[i : i + width], y the rest.",
    ),
)
