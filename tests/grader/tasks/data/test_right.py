"""A right answer on data is right however it is written: loops, lists, dicts, single precision."""

import collections
import math

import numpy as np
import pytest
from chainrule_grader import check
from chainrule_grader.judging.verdict import Kind


def _impute_loops(X):
    out = []
    for row in X.tolist():
        filled = []
        for j, v in enumerate(row):
            known = [r[j] for r in X.tolist() if not math.isnan(r[j])]
            filled.append(sum(known) / len(known) if math.isnan(v) else v)
        out.append(filled)
    return out


def _impute_copy(X):
    X = X.copy()
    for j in range(X.shape[1]):
        gaps = np.isnan(X[:, j])
        X[gaps, j] = X[~gaps, j].mean()
    return X


def _impute_places(X):
    out = np.array(X)
    rows, columns = np.where(np.isnan(out))
    out[rows, columns] = np.take(np.nanmean(out, axis=0), columns)
    return out


def _impute_sums(X):
    known = X == X  # noqa: PLR0124  as students write it
    means = np.where(known, X, 0).sum(axis=0) / known.sum(axis=0)
    return np.where(known, X, 0) + ~known * means


def _weights_counter(y):
    counts = collections.Counter(y.tolist())
    return {c: len(y) / (len(counts) * n) for c, n in counts.items()}


def _weights_loop(y):
    weights = {}
    for label in set(y):
        weights[label] = y.shape[0] / (len(set(y)) * np.sum(y == label))
    return weights


def _weights_bincount(y):
    counts = np.bincount(y)
    present = np.flatnonzero(counts)
    return {c: np.float32(y.size / (present.size * counts[c])) for c in present}


def _weights_defaultdict(y):
    counts = collections.defaultdict(float)
    for label in y:
        counts[label] += 1
    return collections.OrderedDict(
        (float(c), np.array(len(y) / len(counts) / n)) for c, n in sorted(counts.items())
    )


def _one_hot_loop(y, classes):
    out = np.zeros((len(y), classes), dtype=int)
    for i, label in enumerate(y):
        out[i][label] = 1
    return out


def _one_hot_put(y, classes):
    out = np.zeros((y.size, classes), np.float32)
    np.put_along_axis(out, y[:, None], 1, axis=1)
    return out


def _windows_append(series, width):
    X, y = [], []
    for i in range(width, len(series)):
        X.append(series[i - width : i])
        y.append(series[i])
    return X, y


def _windows_view(series, width):
    view = np.lib.stride_tricks.sliding_window_view(series, width + 1)
    return view[:, :-1], view[:, -1]


def _windows_columns(series, width):
    n = len(series) - width
    return [np.column_stack([series[j : j + n] for j in range(width)]), series[width:]]


def _windows_index(series, width):
    i = np.arange(series.size - width)
    return series[np.add.outer(i, np.arange(width))].astype(np.float32), series[i + width].tolist()


ANSWERS = {
    "impute": {
        "loops": _impute_loops,
        "copy": _impute_copy,
        "places": _impute_places,
        "sums": _impute_sums,
        "single": lambda X: _impute_copy(X.astype(np.float32)),
        "nan-to-num": lambda X: np.nan_to_num(X) + np.isnan(X) * np.nanmean(X, axis=0),
        "masked-array": lambda X: np.ma.masked_invalid(X).filled(
            np.ma.masked_invalid(X).mean(axis=0)
        ),
        "by-columns": lambda X: np.stack(
            [np.nan_to_num(column, nan=np.nanmean(column)) for column in X.T], axis=1
        ),
    },
    "class_weights": {
        "counter": _weights_counter,
        "loop": _weights_loop,
        "bincount": _weights_bincount,
        "defaultdict": _weights_defaultdict,
        "unique": lambda y: dict(
            zip(np.unique(y), y.size / np.unique(y, return_counts=True)[1] / len(np.unique(y)))  # noqa: B905
        ),
        "mean-count": lambda y: {c: (len(y) / len({*y})) / (y == c).sum() for c in {*y}},
    },
    "one_hot": {
        "loop": _one_hot_loop,
        "put": _one_hot_put,
        "comparison": lambda y, classes: y[:, np.newaxis] == np.arange(classes),
        "lists": lambda y, classes: [[1 if c == v else 0 for c in range(classes)] for v in y],
        "take": lambda y, classes: np.identity(classes, dtype=np.uint8).take(y, axis=0),
        "stacked": lambda y, classes: np.stack([y == c for c in range(classes)], axis=-1),
        "other-name": lambda labels, n_classes: np.eye(n_classes, dtype=np.float32)[labels, :],
    },
    "windows": {
        "append": _windows_append,
        "view": _windows_view,
        "columns": _windows_columns,
        "index": _windows_index,
        "lists": lambda series, width: (
            [list(series[i : i + width]) for i in range(len(series) - width)],
            list(series[width:]),
        ),
        "list-of-two": lambda series, width: [*_windows_view(series.astype(float), width)],
    },
}
CASES = [
    pytest.param(task, answer, id=f"{task}-{name}")
    for task, answers in ANSWERS.items()
    for name, answer in answers.items()
]


@pytest.mark.parametrize(("task", "answer"), CASES)
def test_a_right_answer_is_right(task, answer):
    """Whoever computes the right numbers gets every point, in whatever style."""
    result = check(f"data/{task}", answer)
    assert (Kind.CORRECT, 1.0) == (result.verdict.kind, float(result)), result.verdict.message
