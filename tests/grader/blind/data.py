"""Answers to the set on data, written from its statements alone."""

import collections

import numpy as np


def impute_columns(X):
    columns = []
    for column in np.transpose(X):
        known = [v for v in column.tolist() if v == v]  # noqa: PLR0124
        columns.append([v if v == v else sum(known) / len(known) for v in column.tolist()])  # noqa: PLR0124
    return [list(row) for row in zip(*columns, strict=True)]


def impute_matmul(X):
    known = ~np.isnan(X)
    means = np.einsum("ij->j", np.nan_to_num(X)) / known.sum(axis=0)
    return (np.nan_to_num(X) + (1 - known) @ np.diag(means)) * 1.0


def impute_zero(X):
    return np.nan_to_num(X)


def impute_rows(X):
    return np.where(np.isnan(X), np.nanmean(X, axis=1, keepdims=True), X)


def impute_total(X):
    return np.where(np.isnan(X), np.nanmean(X), X)


def impute_median(X):
    return np.where(np.isnan(X), np.nanmedian(X, axis=0), X)


def impute_by_n(X):
    return np.where(np.isnan(X), np.nansum(X, axis=0) / len(X), X)


def impute_nan_mean(X):
    return np.where(np.isnan(X), X.mean(axis=0), X)


def impute_drops(X):
    return X[~np.isnan(X).any(axis=1)]


def impute_equal(X):
    out = X.copy()
    for j in range(X.shape[1]):
        out[out[:, j] == np.nan, j] = np.nanmean(X[:, j])  # noqa: PLW0177
    return out


def weights_counter(y):
    count = collections.Counter(np.asarray(y).tolist())
    return {label: np.float32(len(y) / len(count) / c) for label, c in count.items()}


def weights_matrix(y):
    labels = np.unique(y)
    share = (np.asarray(y) == labels[:, None]) @ np.ones(len(y))
    return dict(zip(labels, len(y) / len(labels) / share, strict=True))


def weights_no_k(y):
    labels, counts = np.unique(y, return_counts=True)
    return {int(a): len(y) / c for a, c in zip(labels, counts, strict=True)}


def weights_frequency(y):
    labels, counts = np.unique(y, return_counts=True)
    return {int(a): c / len(y) for a, c in zip(labels, counts, strict=True)}


def weights_inverse(y):
    labels, counts = np.unique(y, return_counts=True)
    return {int(a): 1 / c for a, c in zip(labels, counts, strict=True)}


def weights_positions(y):
    _, counts = np.unique(y, return_counts=True)
    return {i: len(y) / (len(counts) * c) for i, c in enumerate(counts)}


def weights_up_to_max(y):
    k = int(np.max(y)) + 1
    return {int(a): len(y) / (k * np.sum(y == a)) for a in np.unique(y)}


def weights_largest(y):
    labels, counts = np.unique(y, return_counts=True)
    return {int(a): counts.max() / c for a, c in zip(labels, counts, strict=True)}


def weights_rounded(y):
    labels, counts = np.unique(y, return_counts=True)
    k = len(labels)
    return {int(a): round(len(y) / (k * c), 4) for a, c in zip(labels, counts, strict=True)}


def weights_per_example(y):
    labels, counts = np.unique(y, return_counts=True)
    found = {a: len(y) / (len(labels) * c) for a, c in zip(labels, counts, strict=True)}
    return [found[a] for a in y]


def hot_compared(y, classes):
    return (np.arange(classes) == np.reshape(y, (-1, 1))).tolist()


def hot_sparse(y, classes):
    out = np.zeros(len(y) * classes, np.float32)
    out[np.arange(len(y)) * classes + y] = 1
    return out.reshape(-1, classes)


def hot_transposed(y, classes):
    return np.eye(classes)[:, y]


def hot_from_one(y, classes):
    out = np.zeros((len(y), classes))
    for i, c in enumerate(y):
        out[i, c - 1] = 1
    return out


def hot_seen(y, classes):
    return np.eye(len(np.unique(y)))[np.unique(y, return_inverse=True)[1]]


def hot_label(y, classes):
    out = np.zeros((len(y), classes))
    for i, c in enumerate(y):
        out[i, c] = c
    return out


def hot_all_rows(y, classes):
    out = np.zeros((len(y), classes))
    out[:, y] = 1
    return out


def hot_cumulative(y, classes):
    return (np.arange(classes) <= np.asarray(y)[:, None]).astype(int)


def windows_view(series, width):
    view = np.lib.stride_tricks.sliding_window_view(series, width + 1)
    return view[:, :-1], view[:, -1]


def windows_shifted(series, width):
    n = len(series) - width
    X = np.stack([series[j : j + n] for j in range(width)]).T
    return [X.tolist(), list(series[width:])]


def windows_one_more(series, width):
    X = [series[i : i + width] for i in range(len(series) - width + 1)]
    return np.array(X), series[width - 1 :]


def windows_one_less(series, width):
    n = len(series) - width - 1
    return np.array([series[i : i + width] for i in range(n)]), series[width : width + n]


def windows_by_width(series, width):
    starts = range(0, len(series) - width, width)
    return np.array([series[i : i + width] for i in starts]), np.array(
        [series[i + width] for i in starts]
    )


def windows_last_as_answer(series, width):
    n = len(series) - width
    return np.array([series[i : i + width] for i in range(n)]), series[width - 1 : -1]


def windows_newest_first(series, width):
    n = len(series) - width
    return np.array([series[i : i + width][::-1] for i in range(n)]), series[width:]


def windows_columns(series, width):
    n = len(series) - width
    return np.array([series[j : j + n] for j in range(width)]), series[width:]


def windows_include_answer(series, width):
    n = len(series) - width
    return np.array([series[i : i + width + 1] for i in range(n)]), series[width:]


def windows_two_ahead(series, width):
    n = len(series) - width
    y = [series[min(i + width + 1, len(series) - 1)] for i in range(n)]
    return np.array([series[i : i + width] for i in range(n)]), np.array(y)


RIGHT = {
    "impute": [impute_columns, impute_matmul],
    "class_weights": [weights_counter, weights_matrix],
    "one_hot": [hot_compared, hot_sparse],
    "windows": [windows_view, windows_shifted],
}
WRONG = {
    "impute": [
        impute_zero,
        impute_rows,
        impute_total,
        impute_median,
        impute_by_n,
        impute_nan_mean,
        impute_drops,
        impute_equal,
    ],
    "class_weights": [
        weights_no_k,
        weights_frequency,
        weights_inverse,
        weights_positions,
        weights_up_to_max,
        weights_largest,
        weights_rounded,
        weights_per_example,
    ],
    "one_hot": [
        hot_transposed,
        hot_from_one,
        hot_seen,
        hot_label,
        hot_all_rows,
        hot_cumulative,
    ],
    "windows": [
        windows_one_more,
        windows_one_less,
        windows_by_width,
        windows_last_as_answer,
        windows_newest_first,
        windows_columns,
        windows_include_answer,
        windows_two_ahead,
    ],
}
