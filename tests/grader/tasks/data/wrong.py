"""Wrong answers to the set on data."""

# ruff: noqa: ARG005  wrong answers leave arguments unused

import numpy as np


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


SINGLE = {
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


def _impute_equality(X):
    out = X.copy()
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            if out[i, j] == np.nan:  # noqa: PLW0177  the mistake
                out[i, j] = np.nanmean(X[:, j])
    return out


def _impute_mean_in_loop(X):
    out = X.copy()
    for j in range(X.shape[1]):
        out[np.isnan(out[:, j]), j] = np.mean(X[:, j])
    return out


def _impute_sum_by_length(X):
    out = X.copy()
    for j in range(X.shape[1]):
        total = 0
        for v in X[:, j]:
            if not np.isnan(v):
                total += v
        out[np.isnan(X[:, j]), j] = total / len(X)
    return out


def _impute_total_not_reset(X):
    out = X.copy()
    total, count = 0, 0
    for j in range(X.shape[1]):
        for v in X[:, j]:
            if not np.isnan(v):
                total += v
                count += 1
        out[np.isnan(X[:, j]), j] = total / count
    return out


def _impute_mean_of_the_filled(X):
    out = X.copy()
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            if np.isnan(out[i, j]):
                out[i, j] = np.nansum(out[:, j]) / len(X)
    return out


def _impute_rows_in_loop(X):
    out = X.copy()
    for i in range(X.shape[0]):
        out[i, np.isnan(out[i])] = np.nanmean(X[i])
    return out


def _impute_return_after_first(X):
    out = X.copy()
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            if np.isnan(out[i, j]):
                out[i, j] = np.nanmean(X[:, j])
                return out
    return out


def _impute_row_index(X):
    out, means = X.copy(), np.nanmean(X, axis=0)
    rows, columns = np.where(np.isnan(X))
    out[rows, columns] = means[rows % len(means)]
    return out


def _impute_whole_column(X):
    out = X.copy()
    for j in range(X.shape[1]):
        if np.isnan(X[:, j]).any():
            out[:, j] = np.nanmean(X[:, j])
    return out


def _impute_whole_row(X):
    out = X.copy()
    rows = np.isnan(X).any(axis=1)
    out[rows] = np.nanmean(X, axis=0)
    return out


def _impute_misses_last_row(X):
    out = X.copy()
    out[:-1] = impute(X)[:-1]
    return out


def _impute_columns_as_rows(X):
    return np.array([np.where(np.isnan(c), np.nanmean(c), c) for c in X.T])


def _impute_last_mean(X):
    out = X.copy()
    for j in range(X.shape[1]):
        mean = np.nanmean(X[:, j])
    out[np.isnan(X)] = mean
    return out


def _impute_nonzero(X):
    X = np.nan_to_num(X)
    return np.where(X == 0, X.mean(axis=0), X)


def _impute_spoils_zero(X):
    X[np.isnan(X)] = 0
    return X


def _weights_loop(change):
    def answer(y):
        counts = {}
        for label in y.tolist():
            counts[label] = counts.get(label, 0) + 1
        return {c: change(len(y), len(counts), count) for c, count in counts.items()}

    return answer


def _weights_range_zero(y):
    k = len(set(y.tolist()))
    return {c: len(y) / (k * np.sum(y == c)) for c in range(k)}


def _weights_bincount(y):
    counts = np.bincount(y)
    return {c: len(y) / (len(counts) * counts[c]) for c in range(len(counts))}


def _weights_only_last(y):
    for c in np.unique(y):
        weights = {c: len(y) / (len(np.unique(y)) * np.sum(y == c))}
    return weights


def _weights_return_in_loop(y):
    weights = {}
    for c in np.unique(y).tolist():
        weights[c] = len(y) / (len(np.unique(y)) * np.sum(y == c))
        return weights
    return weights


def _weights_order_seen(y):
    labels = list(dict.fromkeys(y.tolist()))
    counts = np.unique(y, return_counts=True)[1]
    return {c: len(y) / (len(labels) * n) for c, n in zip(labels, counts, strict=True)}


def _weights_k_grows(y):
    weights = {}
    for c in np.unique(y).tolist():
        weights[c] = len(y) / ((len(weights) + 1) * np.sum(y == c))
    return weights


def _weights_n_and_k_swapped(y):
    k, n = len(y), len(set(y.tolist()))
    return {c: n / (k * np.sum(y == c)) for c in set(y.tolist())}


def _weights_sum_of_labels(y):
    k = len(set(y.tolist()))
    return {c: np.sum(y) / (k * np.sum(y == c)) for c in set(y.tolist())}


def _weights_sum_of_equal_labels(y):
    labels = np.unique(y).tolist()
    with np.errstate(all="ignore"):
        return {c: len(y) / (len(labels) * np.sum(y[y == c])) for c in labels}


def _weights_list_method(y):
    return {c: len(y) / (len(set(y)) * y.count(c)) for c in set(y)}


def _one_hot_with(at, *, value=lambda label: 1, size=lambda n, k: (n, k)):
    def answer(y, classes):
        out = np.zeros(size(len(y), classes))
        for i, label in enumerate(y):
            out[at(i, label)] = value(label)
        return out

    return answer


def _one_hot_misses_last(y, classes):
    out = np.zeros((len(y), classes))
    for i in range(len(y) - 1):
        out[i, y[i]] = 1
    return out


def _one_hot_misses_first(y, classes):
    out = np.zeros((len(y), classes))
    for i in range(1, len(y)):
        out[i, y[i]] = 1
    return out


def _one_hot_return_in_loop(y, classes):
    out = np.zeros((len(y), classes))
    for i in range(len(y)):
        out[i, y[i]] = 1
        return out
    return out


def _one_hot_same_row(y, classes):
    rows = [[0] * classes] * len(y)
    for i, label in enumerate(y):
        rows[i][label] = 1
    return rows


def _one_hot_same_array(y, classes):
    row, rows = np.zeros(classes), []
    for label in y:
        row[label] = 1
        rows.append(row.copy())
    return np.array(rows)


def _one_hot_last_row(y, classes):
    for label in y:
        row = np.zeros(classes)
        row[label] = 1
    return row


def _one_hot_extended(y, classes):
    out = []
    for label in y:
        row = [0] * classes
        row[label] = 1
        out += row
    return np.array(out)


def _windows_loop(stop=0, width_change=0, target=0, start=0, step=1, back=0):
    def answer(series, width):
        X, y = [], []
        for i in range(start, len(series) - width + stop, step):
            X.append(series[i + back : i + width + width_change])
            y.append(series[i + width + target])
        return np.array(X), np.array(y)

    return answer


def _windows_return_in_loop(series, width):
    X, y = [], []
    for i in range(len(series) - width):
        X.append(series[i : i + width])
        y.append(series[i + width])
        return np.array(X), np.array(y)
    return None


def _windows_slices_to_width(series, width):
    X, y = [], []
    for i in range(len(series) - width):
        X.append(series[i:width])
        y.append(series[width])
    return X, np.array(y)


def _windows_fixed_target(series, width):
    X, y = [], []
    for i in range(len(series) - width):
        X.append(series[i : i + width])
        y.append(series[width])
    return np.array(X), np.array(y)


def _windows_reshaped(series, width):
    n = len(series) // width
    return series[: n * width].reshape(n, width), series[width::width]


def _windows_zeros_not_filled(series, width):
    X = np.zeros((len(series) - width, width))
    y = np.zeros(len(series) - width)
    for i in range(len(X)):
        X[i] = series[i : i + width]
    return X, y


def _windows_integers(series, width):
    X, y = windows(series, width)
    return X.astype(int), y.astype(int)


STUDENTS = {
    "impute": {
        "equality": _impute_equality,
        "mean-in-loop": _impute_mean_in_loop,
        "sum-by-length": _impute_sum_by_length,
        "total-not-reset": _impute_total_not_reset,
        "mean-of-the-filled": _impute_mean_of_the_filled,
        "rows-in-loop": _impute_rows_in_loop,
        "return-after-first": _impute_return_after_first,
        "row-index": _impute_row_index,
        "whole-column": _impute_whole_column,
        "whole-row": _impute_whole_row,
        "misses-last-row": _impute_misses_last_row,
        "columns-as-rows": _impute_columns_as_rows,
        "last-mean": _impute_last_mean,
        "nonzero": _impute_nonzero,
        "spoils-zero": _impute_spoils_zero,
        "nan-to-num": np.nan_to_num,
        "rows-removed": lambda X: X[~np.isnan(X).any(axis=1)],
        "columns-removed": lambda X: X[:, ~np.isnan(X).any(axis=0)],
        "means-only": lambda X: np.nanmean(X, axis=0),
        "flat-known": lambda X: X[~np.isnan(X)],
        "added-everywhere": lambda X: np.nan_to_num(X) + np.nanmean(X, axis=0),
        "mask-times-means": lambda X: X + np.isnan(X) * np.nanmean(X, axis=0),
        "only-the-filled": lambda X: np.isnan(X) * np.nanmean(X, axis=0),
        "median-of-the-table": lambda X: np.where(np.isnan(X), np.nanmedian(X), X),
        "mean-of-means": lambda X: np.where(np.isnan(X), np.nanmean(X, axis=0).mean(), X),
        "midrange": lambda X: np.where(
            np.isnan(X), (np.nanmin(X, axis=0) + np.nanmax(X, axis=0)) / 2, X
        ),
        "rounded-row-mean": lambda X: np.where(
            np.isnan(X), np.nanmean(X, axis=1, keepdims=True).round(), X
        ),
        "rounded-two": lambda X: impute(X).round(2),
        "integer-means": lambda X: np.where(np.isnan(X), np.nanmean(X, axis=0).astype(int), X),
        "by-the-gaps": lambda X: np.where(
            np.isnan(X), np.nansum(X, axis=0) / np.maximum(np.isnan(X).sum(axis=0), 1), X
        ),
        "table-mean-with-zeros": lambda X: np.where(np.isnan(X), np.nan_to_num(X).mean(), X),
        "row-mean-with-zeros": lambda X: np.where(
            np.isnan(X), np.nan_to_num(X).mean(axis=1, keepdims=True), X
        ),
        "variance": lambda X: np.where(np.isnan(X), np.nanvar(X, axis=0), X),
        "inverted-with-mean": lambda X: np.where(~np.isnan(X), X.mean(axis=0), X),
        "where-only": lambda X: np.where(np.isnan(X)),
        "median-with-zeros": lambda X: np.where(
            np.isnan(X), np.median(np.nan_to_num(X), axis=0), X
        ),
        "minus-mean-of-table": lambda X: np.where(np.isnan(X), -np.nanmean(X), X),
        "sum-of-the-row": lambda X: np.where(np.isnan(X), np.nansum(X, axis=1, keepdims=True), X),
        "transposed-zeros": lambda X: np.nan_to_num(X).T,
    },
    "class_weights": {
        "n-by-count": _weights_loop(lambda n, k, c: n / c),
        "precedence": _weights_loop(lambda n, k, c: n / k * c),
        "precedence-two": _weights_loop(lambda n, k, c: n / c * k),
        "k-plus-count": _weights_loop(lambda n, k, c: n / (k + c)),
        "no-n": _weights_loop(lambda n, k, c: 1 / (k * c)),
        "share": _weights_loop(lambda n, k, c: c / n),
        "inverted": _weights_loop(lambda n, k, c: k * c / n),
        "integer-division": _weights_loop(lambda n, k, c: n // (k * c)),
        "rounded-two": _weights_loop(lambda n, k, c: round(n / (k * c), 2)),
        "rounded-four": _weights_loop(lambda n, k, c: round(n / (k * c), 4)),
        "smoothed": _weights_loop(lambda n, k, c: n / (k * (c + 1))),
        "log": _weights_loop(lambda n, k, c: np.log(n / c)),
        "others": _weights_loop(lambda n, k, c: (n - c) / n),
        "others-by-k": _weights_loop(lambda n, k, c: (n - c) / (n * k)),
        "n-k-c-product": _weights_loop(lambda n, k, c: n * k * c),
        "k-minus-one": _weights_loop(lambda n, k, c: n / ((k - 1) * c)),
        "n-minus-one": _weights_loop(lambda n, k, c: (n - 1) / (k * c)),
        "n-over-k": _weights_loop(lambda n, k, c: n / k),
        "doubled": _weights_loop(lambda n, k, c: 2 * n / (k * c)),
        "k-squared": _weights_loop(lambda n, k, c: n / (k * k * c)),
        "range": _weights_range_zero,
        "bincount": _weights_bincount,
        "only-last": _weights_only_last,
        "return-in-loop": _weights_return_in_loop,
        "order-seen": _weights_order_seen,
        "k-grows": _weights_k_grows,
        "n-and-k-swapped": _weights_n_and_k_swapped,
        "sum-of-labels": _weights_sum_of_labels,
        "sum-of-equal-labels": _weights_sum_of_equal_labels,
        "list-method": _weights_list_method,
        "k-from-largest": lambda y: {
            c: len(y) / (y.max() * np.sum(y == c)) for c in np.unique(y).tolist()
        },
        "n-by-count-numbered": lambda y: {
            i: len(y) / n for i, n in enumerate(np.unique(y, return_counts=True)[1])
        },
        "share-numbered": lambda y: {
            i: n / len(y) for i, n in enumerate(np.unique(y, return_counts=True)[1])
        },
        "two-classes-list": lambda y: [
            len(y) / (2 * n) for n in np.unique(y, return_counts=True)[1].tolist()
        ],
        "n-by-count-each": lambda y: [len(y) / np.sum(y == v) for v in y],
        "for-each-example-array": lambda y: np.array([weights(y)[v] for v in y.tolist()]),
        "counts-as-text": lambda y: {str(c): int(np.sum(y == c)) for c in set(y.tolist())},
        "least-by-count": lambda y: {
            c: min(np.sum(y == b) for b in y) / np.sum(y == c) for c in set(y.tolist())
        },
        "zipped-reversed": lambda y: dict(zip(weights(y).values(), weights(y).keys(), strict=True)),
        "labels-and-weights": lambda y: (np.unique(y), np.array(list(weights(y).values()))),
    },
    "one_hot": {
        "from-one": _one_hot_with(lambda i, label: (i, label - 1)),
        "transposed": _one_hot_with(lambda i, label: (label, i), size=lambda n, k: (k, n)),
        "exchanged": _one_hot_with(lambda i, label: (label, i)),
        "label-as-value": _one_hot_with(lambda i, label: (i, label), value=lambda label: label),
        "whole-row": _one_hot_with(lambda i, label: i),
        "whole-row-label": _one_hot_with(lambda i, label: i, value=lambda label: label),
        "whole-column": _one_hot_with(lambda i, label: (slice(None), label)),
        "diagonal": _one_hot_with(lambda i, label: (i, i % 3)),
        "plus-one": _one_hot_with(lambda i, label: (i, label + 1)),
        "plus-one-wider": _one_hot_with(
            lambda i, label: (i, label + 1), size=lambda n, k: (n, k + 1)
        ),
        "column-less": _one_hot_with(lambda i, label: (i, label), size=lambda n, k: (n, k - 1)),
        "column-more": _one_hot_with(lambda i, label: (i, label), size=lambda n, k: (n, k + 1)),
        "square": _one_hot_with(lambda i, label: (i, label), size=lambda n, k: (k, k)),
        "first-row": _one_hot_with(lambda i, label: (0, label)),
        "minus-value": _one_hot_with(lambda i, label: (i, label), value=lambda label: -1),
        "up-to": _one_hot_with(lambda i, label: (i, slice(label + 1))),
        "up-to-without": _one_hot_with(lambda i, label: (i, slice(label))),
        "from-on": _one_hot_with(lambda i, label: (i, slice(label, None))),
        "misses-last": _one_hot_misses_last,
        "misses-first": _one_hot_misses_first,
        "return-in-loop": _one_hot_return_in_loop,
        "same-row": _one_hot_same_row,
        "same-array": _one_hot_same_array,
        "last-row": _one_hot_last_row,
        "extended": _one_hot_extended,
        "eye-of-examples": lambda y, classes: np.eye(len(y))[y],
        "eye-columns": lambda y, classes: np.eye(classes)[:, y],
        "eye-of-largest": lambda y, classes: np.eye(y.max() + 1)[y],
        "eye-of-largest-less": lambda y, classes: np.eye(y.max())[y - 1],
        "eye-times-labels": lambda y, classes: np.eye(classes) * np.arange(classes),
        "arange-from-one": lambda y, classes: (y[:, None] == np.arange(1, classes + 1)) * 1,
        "unequal": lambda y, classes: (y[:, None] != np.arange(classes)).astype(int),
        "compared-transposed": lambda y, classes: (y == np.arange(classes)[:, None]) * 1,
        "compared-with-classes": lambda y, classes: (y == classes) * 1,
        "unique-transposed": lambda y, classes: (np.unique(y)[:, None] == y) * 1,
        "ones": lambda y, classes: np.ones((len(y), classes)),
        "reversed-transposed": lambda y, classes: np.eye(classes)[::-1][y].T,
        "minus-from-one": lambda y, classes: 2 * np.eye(classes)[y - 1] - 1,
        "scaled": lambda y, classes: np.eye(classes)[y] / classes,
        "zeros-like": lambda y, classes: np.zeros_like(y),
    },
    "windows": {
        "last-lost": _windows_loop(stop=-1),
        "first-lost": _windows_loop(start=1),
        "one-too-many": _windows_loop(stop=1),
        "wider": _windows_loop(width_change=1),
        "narrower": _windows_loop(width_change=-1),
        "narrower-last-lost": _windows_loop(width_change=-1, stop=-1),
        "own-last": _windows_loop(target=-1),
        "own-last-last-lost": _windows_loop(target=-1, stop=-1),
        "own-last-more": _windows_loop(target=-1, stop=1),
        "skip-one": _windows_loop(target=1, stop=-1),
        "skip-one-error": _windows_loop(target=1),
        "first-value-out": _windows_loop(back=1),
        "shifted": _windows_loop(back=1, width_change=1, stop=0),
        "every-other-last-lost": _windows_loop(step=2, stop=-1),
        "wider-last-lost": _windows_loop(width_change=1, stop=-1),
        "both-ends-lost": _windows_loop(start=1, stop=-1),
        "by-width": lambda series, width: _windows_loop(step=width)(series, width),
        "return-in-loop": _windows_return_in_loop,
        "slices-to-width": _windows_slices_to_width,
        "fixed-target": _windows_fixed_target,
        "reshaped": _windows_reshaped,
        "zeros-not-filled": _windows_zeros_not_filled,
        "integers": _windows_integers,
        "targets-too-long": lambda series, width: (
            windows(series, width)[0],
            series[width - 1 :],
        ),
        "targets-from-start": lambda series, width: (
            windows(series, width)[0],
            series[: len(series) - width],
        ),
        "targets-one-late": lambda series, width: (
            windows(series, width)[0],
            series[width + 1 :],
        ),
        "view-all": lambda series, width: (
            np.lib.stride_tricks.sliding_window_view(series, width),
            series[width:],
        ),
        "swapped-column": lambda series, width: (
            windows(series, width)[1][:, None],
            windows(series, width)[0],
        ),
        "transposed-column": lambda series, width: (
            windows(series, width)[0].T,
            windows(series, width)[1][:, None],
        ),
        "reversed-targets-own": lambda series, width: (
            windows(series, width)[0][:, ::-1],
            windows(series, width)[0][:, -1],
        ),
        "flat-last-lost": lambda series, width: (
            windows(series, width)[0][:-1].ravel(),
            windows(series, width)[1][:-1],
        ),
        "one-list": lambda series, width: [
            series[i : i + width + 1] for i in range(len(series) - width)
        ],
        "pairs-of-lists": lambda series, width: [
            (series[i : i + width].tolist(), series[i + width]) for i in range(len(series) - width)
        ],
        "X-alone-last-lost": lambda series, width: windows(series, width)[0][:-1],
        "mean-targets": lambda series, width: (
            windows(series, width)[0],
            windows(series, width)[0].mean(axis=1),
        ),
        "sorted-targets": lambda series, width: (
            windows(series, width)[0],
            np.sort(windows(series, width)[1]),
        ),
        "targets-in-twos": lambda series, width: (
            windows(series, width)[0],
            np.stack([windows(series, width)[1]] * 2, axis=1),
        ),
        "width-more-last": lambda series, width: windows(series[:-1], width),
        "indices": lambda series, width: (
            np.arange(len(series) - width)[:, None] + np.arange(width),
            np.arange(width, len(series)),
        ),
    },
}

WRONG = {
    task: SINGLE[task] | {f"student-{name}": answer for name, answer in STUDENTS[task].items()}
    for task in SINGLE
}
NAMED = 0.9
"""The share of the wrong answers that is named, at least."""
