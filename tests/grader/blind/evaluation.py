"""Answers to the set on evaluation, written from its statements alone."""

import collections

import numpy as np


def accuracy_counted(y, y_hat):
    return sum(a == b for a, b in zip(y, y_hat, strict=True)) / len(y)


def accuracy_nonzero(y, y_hat):
    return np.float32(1 - np.count_nonzero(np.subtract(y, y_hat)) / np.size(y))


def accuracy_number(y, y_hat):
    return np.sum(y == y_hat)


def accuracy_percent(y, y_hat):
    return 100 * np.mean(y == y_hat)


def accuracy_errors(y, y_hat):
    return np.mean(y != y_hat)


def accuracy_binary(y, y_hat):
    return np.mean(y * y_hat + (1 - y) * (1 - y_hat))


def accuracy_distance(y, y_hat):
    return 1 - np.mean(np.abs(y - y_hat))


def accuracy_all(y, y_hat):
    return float(np.array_equal(y, y_hat))


def accuracy_returns_early(y, y_hat):
    right = 0
    for a, b in zip(y, y_hat, strict=True):
        if a == b:
            right += 1
        return right / len(y)
    return None


def confusion_matmul(y, y_hat, classes):
    return np.eye(classes)[y].T @ np.eye(classes)[y_hat]


def confusion_bincount(y, y_hat, classes):
    return np.bincount(y * classes + y_hat, minlength=classes**2).reshape(classes, -1).tolist()


def confusion_transposed(y, y_hat, classes):
    return np.eye(classes)[y_hat].T @ np.eye(classes)[y]


def confusion_fancy(y, y_hat, classes):
    table = np.zeros((classes, classes))
    table[y, y_hat] += 1
    return table


def confusion_shares(y, y_hat, classes):
    table = np.eye(classes)[y].T @ np.eye(classes)[y_hat]
    return table / len(y)


def confusion_row_shares(y, y_hat, classes):
    table = np.eye(classes)[y].T @ np.eye(classes)[y_hat]
    return table / np.maximum(table.sum(axis=1, keepdims=True), 1)


def confusion_only_errors(y, y_hat, classes):
    table = np.zeros((classes, classes), dtype=int)
    for a, b in zip(y, y_hat, strict=True):
        if a != b:
            table[a, b] += 1
    return table


def confusion_seen_classes(y, y_hat, classes):
    labels = np.unique(np.concatenate([y, y_hat]))
    return np.array([[np.sum((y == a) & (y_hat == b)) for b in labels] for a in labels])


def confusion_both(y, y_hat, classes):
    table = np.zeros((classes, classes), dtype=int)
    for a, b in zip(y, y_hat, strict=True):
        table[a, b] += 1
        table[b, a] += 1
    return table


def shares(tp, fp, fn):
    P = tp / (tp + fp) if tp + fp else 0.0
    R = tp / (tp + fn) if tp + fn else 0.0
    return P, R, 2 * P * R / (P + R) if P + R else 0.0


def prf_counter(y, y_hat):
    seen = collections.Counter(zip(np.asarray(y).tolist(), np.asarray(y_hat).tolist(), strict=True))
    return list(shares(seen[1, 1], seen[0, 1], seen[1, 0]))


def prf_dot(y, y_hat):
    tp = float(np.dot(y, y_hat))
    P, R = tp / max(np.sum(y_hat), 1), tp / max(np.sum(y), 1)
    return np.array([P, R, 2 * tp / max(np.sum(y) + np.sum(y_hat), 1)], dtype=np.float32)


def counted(y, y_hat):
    pairs = [(1, 1), (0, 1), (1, 0)]
    return [int(np.sum((y == a) & (y_hat == b))) for a, b in pairs]


def prf_swapped(y, y_hat):
    P, R, F = prf_counter(y, y_hat)
    return R, P, F


def prf_nan(y, y_hat):
    tp, fp, fn = (np.float64(v) for v in counted(y, y_hat))
    P, R = tp / (tp + fp), tp / (tp + fn)
    return P, R, 2 * P * R / (P + R)


def prf_arithmetic(y, y_hat):
    P, R, _ = prf_counter(y, y_hat)
    return P, R, (P + R) / 2


def prf_no_two(y, y_hat):
    P, R, F = prf_counter(y, y_hat)
    return P, R, F / 2


def prf_one_where_empty(y, y_hat):
    tp, fp, fn = counted(y, y_hat)
    P = tp / (tp + fp) if tp + fp else 1.0
    R = tp / (tp + fn) if tp + fn else 1.0
    return P, R, 2 * P * R / (P + R) if P + R else 0.0


def prf_specificity(y, y_hat):
    tp, fp, _ = counted(y, y_hat)
    tn = int(np.sum((y == 0) & (y_hat == 0)))
    P, R = shares(tp, fp, 0)[0], tn / (tn + fp) if tn + fp else 0.0
    return P, R, 2 * P * R / (P + R) if P + R else 0.0


def prf_all_or_nothing(y, y_hat):
    tp, fp, fn = counted(y, y_hat)
    if tp + fp == 0 or tp + fn == 0 or tp == 0:
        return 0.0, 0.0, 0.0
    P, R = tp / (tp + fp), tp / (tp + fn)
    return P, R, P * R / (P + R)


def prf_accuracy(y, y_hat):
    P, _, _ = prf_counter(y, y_hat)
    A = np.mean(y == y_hat)
    return P, A, 2 * P * A / (P + A) if P + A else 0.0


def split_listed(X, y, fraction, rng):
    order = list(range(len(X)))
    rng.shuffle(order)
    cut = int(fraction * len(X))
    val, rest = order[:cut], order[cut:]
    return [X[i] for i in rest], [y[i] for i in rest], [X[i] for i in val], [y[i] for i in val]


def split_masked(X, y, fraction, rng):
    chosen = rng.choice(len(X), size=round(fraction * len(X)), replace=False)
    val = np.zeros(len(X), dtype=bool)
    val[chosen] = True
    return X[~val], y[~val], X[val], y[val]


def split_unshuffled(X, y, fraction, rng):
    cut = round((1 - fraction) * len(X))
    return X[:cut], y[:cut], X[cut:], y[cut:]


def split_apart(X, y, fraction, rng):
    cut = round((1 - fraction) * len(X))
    X, y = rng.permutation(X), rng.permutation(y)
    return X[:cut], y[:cut], X[cut:], y[cut:]


def split_fraction_train(X, y, fraction, rng):
    order, cut = rng.permutation(len(X)), round(fraction * len(X))
    a, b = order[:cut], order[cut:]
    return X[a], y[a], X[b], y[b]


def split_returned_sklearn(X, y, fraction, rng):
    order, cut = rng.permutation(len(X)), round(fraction * len(X))
    val, rest = order[:cut], order[cut:]
    return X[rest], X[val], y[rest], y[val]


def split_with_replacement(X, y, fraction, rng):
    order, cut = rng.integers(0, len(X), len(X)), round(fraction * len(X))
    val, rest = order[:cut], order[cut:]
    return X[rest], y[rest], X[val], y[val]


def split_coin(X, y, fraction, rng):
    val = rng.random(len(X)) < fraction
    return X[~val], y[~val], X[val], y[val]


def split_overlap(X, y, fraction, rng):
    order, cut = rng.permutation(len(X)), round(fraction * len(X))
    return X[order], y[order], X[order[:cut]], y[order[:cut]]


def split_shuffles_input(X, y, fraction, rng):
    order = np.arange(len(X))
    rng.shuffle(order)
    X[:], y[:] = X[order], y[order]
    cut = round(fraction * len(X))
    return X[cut:], y[cut:], X[:cut], y[:cut]


RIGHT = {
    "accuracy": [accuracy_counted, accuracy_nonzero],
    "confusion_matrix": [confusion_matmul, confusion_bincount],
    "precision_recall_f1": [prf_counter, prf_dot],
    "split": [split_listed, split_masked],
}
WRONG = {
    "accuracy": [
        accuracy_number,
        accuracy_percent,
        accuracy_errors,
        accuracy_binary,
        accuracy_distance,
        accuracy_all,
        accuracy_returns_early,
    ],
    "confusion_matrix": [
        confusion_transposed,
        confusion_fancy,
        confusion_shares,
        confusion_row_shares,
        confusion_only_errors,
        confusion_seen_classes,
        confusion_both,
    ],
    "precision_recall_f1": [
        prf_swapped,
        prf_nan,
        prf_arithmetic,
        prf_no_two,
        prf_one_where_empty,
        prf_specificity,
        prf_all_or_nothing,
        prf_accuracy,
    ],
    "split": [
        split_unshuffled,
        split_apart,
        split_fraction_train,
        split_returned_sklearn,
        split_with_replacement,
        split_coin,
        split_overlap,
        split_shuffles_input,
    ],
}
