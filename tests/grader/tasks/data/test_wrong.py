"""Slips with data that no misconception was written for are not right, and most are told why."""

import functools

import numpy as np
import pytest
from chainrule_grader import check
from chainrule_grader.judging.verdict import Kind


def impute(X):
    """The right table."""
    return np.where(np.isnan(X), np.nanmean(X, axis=0), X)


def weights(y):
    """The right weights."""
    labels, counts = np.unique(y, return_counts=True)
    return dict(zip(labels.tolist(), (len(y) / len(labels) / counts).tolist(), strict=True))


def windows(series, width):
    """The right pair."""
    view = np.lib.stride_tricks.sliding_window_view(series, width + 1)
    return view[:, :-1], view[:, -1]


def _fill_in_loop(X):
    for j in range(X.shape[1]):
        X[np.isnan(X[:, j]), j] = np.nanmean(X[:, j])
    return X


def _row_after_row(X):
    out = X.copy()
    for i in range(len(X)):
        out[i] = impute(out[: i + 1])[i]
    return out


def _returns_in_the_loop(X):
    out = X.copy()
    for j in range(X.shape[1]):
        out[np.isnan(out[:, j]), j] = np.nanmean(X[:, j])
        return out
    return None


def _misses_the_last_column(X):
    out = X.copy()
    out[:, :-1] = impute(X)[:, :-1]
    return out


def _counts_late(y):
    counts = {}
    for label in y:
        counts[label] = counts.get(label, 0)
        counts[label] += 1
        share = len(y) / (len(counts) * counts[label])
    return dict.fromkeys(counts, share)


def _one_hot_one_label(y, classes):
    out = np.zeros(classes)
    out[y] = 1
    return out


def _one_hot_sized_by_rows(y, _classes):
    out = np.zeros((len(y), len(y)))
    out[np.arange(len(y)), y] = 1
    return out


def _one_hot_last_label(y, classes):
    out = np.zeros((len(y), classes))
    for label in y:
        out[:, label] = 1
        out[:, :label] = 0
    return out


def _windows_past_the_end(series, width):
    X, y = [], []
    for i in range(len(series)):
        X.append(series[i : i + width])
        y.append(series[i + width])
    return np.array(X), np.array(y)


WRONG = {
    "impute": {
        "spoils": _fill_in_loop,
        "so-far": _row_after_row,
        "returns-in-the-loop": _returns_in_the_loop,
        "misses-the-last-column": _misses_the_last_column,
        "none": lambda X: _fill_in_loop(X.copy()) is None or None,
        "ones": lambda X: np.nan_to_num(X, nan=1.0),
        "minus-one": lambda X: np.nan_to_num(X, nan=-1.0),
        "transposed": lambda X: impute(X).T,
        "cut-to-integers": lambda X: impute(X).astype(int),
        "one-decimal": lambda X: np.round(impute(X), 1),
        "equality": lambda X: np.where(X == "nan", 0, X),
        "standardized": lambda X: impute(X) - np.nanmean(X, axis=0),
        "means-not-shaped": lambda X: np.where(np.isnan(X), np.nanmean(X, axis=1), X),
        "text": lambda X: str(impute(X)),
        "smaller-count": lambda X: np.where(
            np.isnan(X), np.nansum(X, axis=0) / np.maximum(1, (~np.isnan(X)).sum(axis=0) - 1), X
        ),
        "negative": lambda X: np.where(np.isnan(X), -np.nanmean(X, axis=0), X),
    },
    "class_weights": {
        "late": _counts_late,
        "pairs": lambda y: list(weights(y).items()),
        "two-lists": lambda y: (list(weights(y)), list(weights(y).values())),
        "none": lambda y: weights(y).clear(),
        "one-number": lambda y: len(y) / (len({*y}) * len(y)),
        "array": lambda y: np.array(list(weights(y).values())),
        "n-minus-one": lambda y: {c: v * (len(y) - 1) / len(y) for c, v in weights(y).items()},
        "rounded": lambda y: {c: round(v, 1) for c, v in weights(y).items()},
        "squared": lambda y: {c: v**2 for c, v in weights(y).items()},
        "logarithm": lambda y: {c: np.log(v) for c, v in weights(y).items()},
        "negative": lambda y: {c: -v for c, v in weights(y).items()},
        "first-class-only": lambda y: dict(list(weights(y).items())[:1]),
        "sums-to-n": lambda y: {c: v * len(y) for c, v in weights(y).items()},
        "keys-from-one": lambda y: {c + 1: v for c, v in weights(y).items()},
        "weights-as-keys": lambda y: {v: c for c, v in weights(y).items()},
        "spoils": lambda y: (weights(y), y.sort())[0],
    },
    "one_hot": {
        "one-row-for-all": _one_hot_one_label,
        "sized-by-rows": _one_hot_sized_by_rows,
        "last-label": _one_hot_last_label,
        "scalar-width": lambda y, classes: np.eye(classes)[y[0]],
        "transposed-lists": lambda y, classes: [[int(v == c) for v in y] for c in range(classes)],
        "labels-minus-smallest": lambda y, classes: np.eye(classes)[y - y.min()],
        "list-of-labels": lambda y, _classes: y.tolist(),
        "none": lambda y, classes: print(np.eye(classes)[y]),
        "column": lambda y, _classes: y[:, None],
        "strings": lambda y, classes: [["01"[c == v] for c in range(classes)] for v in y],
        "rolled": lambda y, classes: np.roll(np.eye(classes)[y], 1, axis=0),
        "ten": lambda y, classes: 10 * np.eye(classes)[y],
        "nan-elsewhere": lambda y, classes: np.where(np.eye(classes)[y] == 1, 1, np.nan),
        "softened": lambda y, classes: 0.9 * np.eye(classes)[y] + 0.1 / classes,
        "only-two": lambda y, _classes: np.eye(2)[y],
        "needs-sorted": lambda y, classes: np.eye(classes)[np.sort(y)],
        "spoils": lambda y, classes: (np.eye(classes)[y], y.fill(0))[0],
    },
    "windows": {
        "past-the-end": _windows_past_the_end,
        "series-itself": lambda series, _width: (series, series),
        "width-fixed": lambda series, _width: windows(series, 2),
        "width-plus-one": lambda series, width: windows(series, width + 1),
        "answers-before": lambda series, width: (
            windows(series[1:], width)[0],
            series[: len(series) - width - 1],
        ),
        "differences": lambda series, width: (
            windows(series, width)[0],
            windows(series, width)[1] - windows(series, width)[0][:, -1],
        ),
        "tail-of-answers": lambda series, width: (windows(series, width)[0], series[-1]),
        "means": lambda series, width: (
            windows(series, width)[0].mean(axis=1),
            windows(series, width)[1],
        ),
        "normalised": lambda series, width: windows((series - series.mean()) / 2, width),
        "sorted": lambda series, width: windows(np.sort(series), width),
        "text": lambda series, width: f"{windows(series, width)}",
        "none": lambda series, width: print(windows(series, width)),
        "all-answers": lambda series, width: (windows(series, width)[0], series),
        "first-only": lambda series, width: (series[:width], series[width]),
        "spoils": lambda series, width: (windows(series.copy(), width), series.sort())[0],
        "rolled": lambda series, width: (
            np.stack([np.roll(series, -i)[:width] for i in range(len(series))]),
            np.roll(series, -width),
        ),
        "dict": lambda series, width: dict(zip("Xy", windows(series, width), strict=True)),
        "triple": lambda series, width: (*windows(series, width), width),
    },
}
CASES = [
    pytest.param(task, answer, id=f"{task}-{name}")
    for task, answers in WRONG.items()
    for name, answer in answers.items()
]


@functools.cache
def verdict_on(task, answer):
    """Check an answer once."""
    return check(f"data/{task}", answer).verdict


@pytest.mark.parametrize(("task", "answer"), CASES)
def test_a_wrong_answer_is_not_right(task, answer):
    """No slip gets every point, and none is blamed on the grader."""
    verdict = verdict_on(task, answer)
    assert verdict.kind not in {Kind.CORRECT, Kind.GRADER_FAULT}, verdict.message
    assert verdict.score < 1


def test_most_wrong_answers_are_told_what_is_wrong():
    """At least 90 of 100 slips get a sentence that says more than that numbers are wrong."""
    sentences = [verdict_on(*case.values).sentence for case in CASES]
    told = [words for words in sentences if not words.endswith("gives the wrong numbers.")]
    print(f"{len(told)} of {len(sentences)} are told what is wrong")
    assert len(told) >= 0.9 * len(sentences)
