"""Wrong answers to the set on evaluation."""

# ruff: noqa: ARG005  wrong answers leave arguments unused

import numpy as np


def matrix(y, y_hat, classes):
    """The right table."""
    return np.bincount(y * classes + y_hat, minlength=classes**2).reshape(classes, classes)


def counts(y, y_hat):
    """Hits, false alarms, misses and the rest."""
    (tn, fp), (fn, tp) = matrix(y, y_hat, 2).tolist()
    return tp, fp, fn, tn


def share(part, whole):
    """A quotient, or 0."""
    return part / whole if whole else 0.0


def three(precision, recall, f1=lambda p, r: share(2 * p * r, p + r)):
    """Three numbers, of which some are other ones."""

    def answer(y, y_hat):
        p, r = precision(*counts(y, y_hat)), recall(*counts(y, y_hat))
        return p, r, f1(p, r)

    return answer


def _precision(tp, fp, _fn, _tn):
    return share(tp, tp + fp)


def _recall(tp, _fp, fn, _tn):
    return share(tp, tp + fn)


def splitting(order, cut=lambda n, f: round(n * f)):
    """A split, with another order or another cut."""

    def answer(X, y, fraction, rng):
        chosen, size = order(len(X), rng), cut(len(X), fraction)
        val, train = chosen[:size], chosen[size:]
        return X[train], y[train], X[val], y[val]

    return answer


def permuted(n, rng):
    """The right order."""
    return rng.permutation(n)


def changed(change):
    """A split whose four arrays are changed."""

    def answer(*args):
        return change(*splitting(permuted)(*args))

    return answer


def _shuffled_labels(X, y, fraction, rng):
    X_train, y_train, X_val, y_val = splitting(permuted)(X, y, fraction, rng)
    rng.shuffle(y_val)
    return X_train, y_train, X_val, y_val


def _by_label(X, y, fraction, _rng):
    order = np.argsort(y if y.ndim == 1 else y[:, 0])
    size = round(fraction * len(X))
    return X[order[size:]], y[order[size:]], X[order[:size]], y[order[:size]]


def _three_parts(X, y, fraction, rng):
    parts = splitting(permuted)(X, y, fraction, rng)
    return (*parts, X[:1], y[:1])


def _columns(X, y, fraction, rng):
    order = rng.permutation(X.shape[1])
    size = max(round(fraction * X.shape[1]), 1)
    return X[:, order[size:]], y, X[:, order[:size]], y


def _pairs_of_pairs(X, y, fraction, rng):
    a, b, c, d = splitting(permuted)(X, y, fraction, rng)
    return (a, b), (c, d)


SINGLE = {
    "accuracy": {
        "half-count": lambda y, y_hat: np.mean(y == y_hat) / 2,
        "same-order": lambda y, y_hat: np.mean(y[::-1] == y_hat),
        "any": lambda y, y_hat: np.any(y == y_hat),
        "identity": lambda y, y_hat: y is y_hat,
        "sum-of-booleans-by-two": lambda y, y_hat: np.sum(y == y_hat) / 2,
        "larger": lambda y, y_hat: np.mean(y_hat >= y),
        "threshold": lambda y, y_hat: np.mean((y_hat > 0.5) == y),
        "both-above-zero": lambda y, y_hat: np.mean((y > 0) == (y_hat > 0)),
        "set": lambda y, y_hat: len(set(y) & set(y_hat)) / len(set(y)),
        "string": lambda y, y_hat: f"{np.mean(y == y_hat):.0%}",
        "array-of-one": lambda y, y_hat: np.array([np.mean(y == y_hat)]),
        "count-by-classes": lambda y, y_hat: np.sum(y == y_hat) / (y.max() + 1),
        "correlation": lambda y, y_hat: np.mean(y * y_hat) - np.mean(y) * np.mean(y_hat),
        "and": lambda y, y_hat: np.mean(y & y_hat),
        "if-on-an-array": lambda y, y_hat: 1 if y == y_hat else 0,
        "nothing": lambda y, y_hat: print(np.mean(y == y_hat)),
    },
    "confusion_matrix": {
        "normalised-by-class-mean": lambda y, p, k: matrix(y, p, k) / k,
        "off-by-one-size": lambda y, p, k: matrix(y, p, k)[:-1, :-1],
        "size-of-the-maximum": lambda y, p, _k: matrix(y, p, max(y.max(), p.max()) + 1),
        "square-of-counts": lambda y, p, k: matrix(y, p, k) ** 2,
        "booleans": lambda y, p, k: matrix(y, p, k) > 0,
        "doubled": lambda y, p, k: 2 * matrix(y, p, k),
        "negative": lambda y, p, k: -matrix(y, p, k),
        "dictionary": lambda y, p, k: dict(enumerate(matrix(y, p, k).tolist())),
        "pairs": lambda y, p, _k: list(zip(y.tolist(), p.tolist(), strict=True)),
        "sums": lambda y, p, k: matrix(y, p, k).sum(axis=1),
        "percent": lambda y, p, k: 100 * matrix(y, p, k) / len(y),
        "with-totals": lambda y, p, k: np.vstack([matrix(y, p, k), matrix(y, p, k).sum(axis=0)]),
        "other-diagonal": lambda y, p, k: matrix(y, p, k).T[::-1, ::-1],
        "upper-triangle": lambda y, p, k: np.triu(matrix(y, p, k)),
        "labels-themselves": lambda y, p, k: np.outer(y, p)[:k, :k],
        "always-two": lambda y, p, _k: matrix(np.minimum(y, 1), np.minimum(p, 1), 2),
        "index-error": lambda y, p, k: matrix(y, p, k)[y + k],
    },
    "precision_recall_f1": {
        "dictionary": lambda *_: {"precision": 1.0, "recall": 1.0, "f1": 1.0},
        "two-only": lambda y, p: (_precision(*counts(y, p)), _recall(*counts(y, p))),
        "f1-only": lambda y, p: share(2 * counts(y, p)[0], 2 * counts(y, p)[0] + 1),
        "alarms-twice": three(lambda tp, fp, _fn, _tn: share(tp, tp + 2 * fp), _recall),
        "misses-in-precision": three(lambda tp, fp, fn, _tn: share(tp, tp + fp + fn), _recall),
        "alarms-in-recall": three(_precision, lambda tp, fp, fn, _tn: share(tp, tp + fp + fn)),
        "one-minus": three(lambda *c: 1 - _precision(*c), _recall),
        "one-minus-recall": three(_precision, lambda *c: 1 - _recall(*c)),
        "smoothed": three(
            lambda tp, fp, _fn, _tn: (tp + 1) / (tp + fp + 2),
            lambda tp, _fp, fn, _tn: (tp + 1) / (tp + fn + 2),
        ),
        "larger": three(_precision, _recall, max),
        "difference": three(_precision, _recall, lambda p, r: p - r),
        "squares": three(_precision, _recall, lambda p, r: share(p * p + r * r, p + r)),
        "f2": three(_precision, _recall, lambda p, r: share(5 * p * r, 4 * p + r)),
        "accuracy-as-f1": lambda y, p: (*three(_precision, _recall)(y, p)[:2], np.mean(y == p)),
        "strings": lambda *_: ("0.5", "0.5", "0.5"),
        "arrays": lambda y, p: (y / 2, p / 2, y * p / 2),
        "none-if-undefined": lambda y, p: (
            three(_precision, _recall)(y, p) if (y & p).any() else None
        ),
        "minus-one-if-undefined": lambda y, p: (
            three(_precision, _recall)(y, p) if (y & p).any() else (-1, -1, -1)
        ),
        "whole-division": three(lambda tp, fp, _fn, _tn: tp // max(tp + fp, 1), _recall),
    },
    "split": {
        "first-part": splitting(lambda n, _rng: np.arange(n)),
        "backwards": splitting(lambda n, _rng: np.arange(n)[::-1]),
        "two-too-many": splitting(permuted, lambda n, f: round(n * f) + 2),
        "count-not-share": splitting(permuted, lambda _n, f: int(100 * f)),
        "half": splitting(permuted, lambda n, _f: n // 2),
        "validation-first": changed(lambda a, b, c, d: (c, d, a, b)),
        "y-first": changed(lambda a, b, c, d: (b, a, d, c)),
        "scaled": changed(lambda a, b, c, d: (a / 8, b, c / 8, d)),
        "training-twice": changed(lambda a, b, _c, _d: (a, b, a, b)),
        "labels-shuffled-after": _shuffled_labels,
        "by-label": _by_label,
        "three-parts": _three_parts,
        "columns": _columns,
        "pairs-of-pairs": _pairs_of_pairs,
        "X-alone": lambda X, _y, f, rng: splitting(permuted)(X, X, f, rng),
        "with-y-inside": changed(lambda a, b, c, _d: (a, b, c)),
        "every-fourth": splitting(lambda n, _rng: np.argsort(np.arange(n) % 4, kind="stable")),
        "repeated": splitting(lambda n, rng: rng.choice(n, n)),
        "seeded": splitting(lambda n, _rng: np.random.default_rng(0).permutation(n)),
        "global-draw": splitting(lambda n, _rng: np.random.permutation(n)),  # noqa: NPY002
        "transposed": changed(lambda a, b, c, d: (a.T, b, c.T, d)),
        "flattened-y": changed(lambda a, b, c, d: (a, b.reshape(-1, 1), c, d.reshape(-1, 1))),
    },
}


def _accuracy_loop(start=0, stop=0, step=1, divide=len):
    def answer(y, y_hat):
        count = 0
        for i in range(start, len(y) + stop):
            if y[i] == y_hat[i]:
                count += step
        return count / divide(y)

    return answer


def _accuracy_return_in_loop(y, y_hat):
    count = 0
    for a, b in zip(y, y_hat, strict=True):
        if a == b:
            count += 1
        return count / len(y)
    return None


def _accuracy_else_return(y, y_hat):
    for a, b in zip(y, y_hat, strict=True):
        if a != b:
            return 0.0
    return 1.0


def _accuracy_overwrites(y, y_hat):
    for a, b in zip(y, y_hat, strict=True):
        count = 1 if a == b else 0
    return count / len(y)


def _accuracy_no_reset(y, y_hat):
    right = wrong = 0
    for a, b in zip(y, y_hat, strict=True):
        if a == b:
            right += 1
        else:
            wrong += 1
    return right / wrong if wrong else right


def _accuracy_count_from_one(y, y_hat):
    count = 1
    for a, b in zip(y, y_hat, strict=True):
        count += a == b
    return count / len(y)


def _binary(y, y_hat):
    tp = np.sum((y == 1) & (y_hat == 1))
    tn = np.sum((y == 0) & (y_hat == 0))
    return tp, tn


def _matrix_loop(at=lambda a, b: (a, b), start=0, stop=0, add=1):
    def answer(y, y_hat, classes):
        out = np.zeros((classes, classes))
        for i in range(start, len(y) + stop):
            out[at(y[i], y_hat[i])] += add
        return out

    return answer


def _matrix_sets(y, y_hat, classes):
    out = np.zeros((classes, classes))
    for a, b in zip(y, y_hat, strict=True):
        out[a, b] = 1
    return out


def _matrix_fancy(y, y_hat, classes):
    out = np.zeros((classes, classes))
    out[y_hat, y] += 1
    return out


def _matrix_return_in_loop(y, y_hat, classes):
    out = np.zeros((classes, classes))
    for a, b in zip(y, y_hat, strict=True):
        out[a, b] += 1
        return out
    return out


def _matrix_if_right(y, y_hat, classes):
    out = np.zeros((classes, classes))
    for a, b in zip(y, y_hat, strict=True):
        if a == b:
            out[a, a] += 1
    return out


def _matrix_if_else(y, y_hat, classes):
    out = np.zeros((classes, classes))
    for a, b in zip(y, y_hat, strict=True):
        if a == b:
            out[a, a] += 1
        else:
            out[b, a] += 1
    return out


def _matrix_two_by_two(y, y_hat, classes):
    tp, fp, fn, tn = counts(np.minimum(y, 1), np.minimum(y_hat, 1))
    return np.array([[tp, fp], [fn, tn]])


def _matrix_all_pairs(y, y_hat, classes):
    out = np.zeros((classes, classes))
    for a in y:
        for b in y_hat:
            out[a, b] += 1
    return out


def _matrix_or(y, y_hat, classes):
    out = np.zeros((classes, classes))
    for a in range(classes):
        for b in range(classes):
            out[a, b] = np.sum((y == a) | (y_hat == b))
    return out


def _matrix_inner_zeros(y, y_hat, classes):
    for a, b in zip(y, y_hat, strict=True):
        out = np.zeros((classes, classes))
        out[a, b] += 1
    return out


def _matrix_aliased(y, y_hat, classes):
    out = [[0] * classes] * classes
    for a, b in zip(y, y_hat, strict=True):
        out[a][b] += 1
    return out


def _unguarded(y, y_hat):
    tp, fp, fn, _ = counts(y, y_hat)
    precision, recall = np.float64(tp) / (tp + fp), np.float64(tp) / (tp + fn)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _unguarded_python(y, y_hat):
    tp, fp, fn, _ = counts(y, y_hat)
    precision, recall = tp / (tp + fp), tp / (tp + fn)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _f1_unguarded(y, y_hat):
    tp, fp, fn, _ = counts(y, y_hat)
    precision, recall = share(tp, tp + fp), share(tp, tp + fn)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _epsilon(y, y_hat):
    tp, fp, fn, _ = counts(y, y_hat)
    p, r = tp / (tp + fp + 1e-3), tp / (tp + fn + 1e-3)
    return p, r, 2 * p * r / (p + r + 1e-3)


def _nan_and_mean(y, y_hat):
    tp, fp, fn, _ = counts(y, y_hat)
    p = tp / (tp + fp) if tp + fp else np.nan
    r = tp / (tp + fn) if tp + fn else np.nan
    return p, r, (p + r) / 2


def _by_counts(tp=lambda c: c[0], fp=lambda c: c[1], fn=lambda c: c[2]):
    def answer(y, y_hat):
        c = counts(y, y_hat)
        precision, recall = share(tp(c), tp(c) + fp(c)), share(tp(c), tp(c) + fn(c))
        return precision, recall, share(2 * precision * recall, precision + recall)

    return answer


def _split_shuffles_in_place(X, y, fraction, rng):
    rng.shuffle(X)
    rng.shuffle(y)
    size = round(fraction * len(X))
    return X[size:], y[size:], X[:size], y[:size]


def _split_shuffles_both(X, y, fraction, rng):
    size = round(fraction * len(X))
    a, b = rng.permutation(len(X)), rng.permutation(len(X))
    return X[a[size:]], y[b[size:]], X[a[:size]], y[b[:size]]


def _split_only_x(X, y, fraction, rng):
    size = round(fraction * len(X))
    order = rng.permutation(len(X))
    return X[order[size:]], y[size:], X[order[:size]], y[:size]


def _split_two_choices(X, y, fraction, rng):
    n, size = len(X), round(fraction * len(X))
    val = rng.choice(n, size, replace=False)
    train = rng.choice(n, n - size, replace=False)
    return X[train], y[train], X[val], y[val]


def _split_choice_with_replacement(X, y, fraction, rng):
    size = round(fraction * len(X))
    val = rng.integers(0, len(X), size)
    train = np.setdiff1d(np.arange(len(X)), val)
    return X[train], y[train], X[val], y[val]


def _split_choice_default(X, y, fraction, rng):
    n, size = len(X), round(fraction * len(X))
    val = rng.choice(n, size)
    mask = np.ones(n, dtype=bool)
    mask[val] = False
    return X[mask], y[mask], X[val], y[val]


def _split_loop_coins(X, y, fraction, rng):
    parts = [], [], [], []
    for row, label in zip(X, y, strict=True):
        k = 2 if rng.random() < fraction else 0
        parts[k].append(row)
        parts[k + 1].append(label)
    return tuple(map(np.array, parts))


def _split_coins_training(X, y, fraction, rng):
    train = rng.random(len(X)) < fraction
    return X[train], y[train], X[~train], y[~train]


def _split_each_part(X, y, fraction, rng):
    size = round(fraction * len(X))
    X, y = rng.permutation(X), rng.permutation(y)
    return X[:size], y[:size], X[size:], y[size:]


def _split_forgets_y_val(X, y, fraction, rng):
    order, size = rng.permutation(len(X)), round(fraction * len(X))
    return X[order[size:]], y[order[size:]], X[order[:size]], y[order[size:]]


def _split_val_from_start(X, y, fraction, rng):
    order, size = rng.permutation(len(X)), round(fraction * len(X))
    return X[order[size:]], y[order[size:]], X[:size], y[:size]


def _split_gap(X, y, fraction, rng):
    order, size = rng.permutation(len(X)), round(fraction * len(X))
    return X[order[size + 1 :]], y[order[size + 1 :]], X[order[:size]], y[order[:size]]


def _split_last_lost(X, y, fraction, rng):
    order, size = rng.permutation(len(X)), round(fraction * len(X))
    return X[order[size:-1]], y[order[size:-1]], X[order[:size]], y[order[:size]]


def _split_overlap_one(X, y, fraction, rng):
    order, size = rng.permutation(len(X)), round(fraction * len(X))
    return (
        X[order[size - 1 :]],
        y[order[size - 1 :]],
        X[order[:size]],
        y[order[:size]],
    )


def _split_all_trained(X, y, fraction, rng):
    val = rng.permutation(len(X))[: round(fraction * len(X))]
    return X, y, X[val], y[val]


def _split_whole_validation(X, y, fraction, rng):
    order, size = rng.permutation(len(X)), round(fraction * len(X))
    return X[order[size:]], y[order[size:]], X, y


def _split_sorted_no_shuffle(X, y, fraction, rng):
    size = round(fraction * len(X))
    return X[:-size], y[:-size], X[-size:], y[-size:]


def _split_wrong_size_variable(X, y, fraction, rng):
    order, size = rng.permutation(len(X)), round(fraction * X.shape[1])
    return X[order[size:]], y[order[size:]], X[order[:size]], y[order[:size]]


def _split_order_train_twice(X, y, fraction, rng):
    order, size = rng.permutation(len(X)), round(fraction * len(X))
    return X[order[size:]], y[order[size:]], X[order[size:]], y[order[size:]]


def _split_indices(X, y, fraction, rng):
    order, size = rng.permutation(len(X)), round(fraction * len(X))
    return order[size:], order[size:], order[:size], order[:size]


def _split_mask_and_seed(X, y, fraction, rng):
    order = np.random.default_rng(0).permutation(len(X))
    size = round((1 - fraction) * len(X))
    return X[order[size:]], X[order[:size]], y[order[size:]], y[order[:size]]


STUDENTS = {
    "accuracy": {
        "loop-misses-last": _accuracy_loop(stop=-1),
        "loop-misses-first": _accuracy_loop(start=1),
        "loop-past-the-end": _accuracy_loop(stop=1),
        "loop-not-divided": _accuracy_loop(divide=lambda y: 1),
        "loop-divided-by-classes": _accuracy_loop(divide=lambda y: len(set(y.tolist()))),
        "loop-divided-minus-one": _accuracy_loop(divide=lambda y: len(y) - 1),
        "loop-misses-last-and-divides": _accuracy_loop(stop=-1, divide=lambda y: len(y) - 1),
        "loop-percent": _accuracy_loop(step=100),
        "loop-misses-last-percent": _accuracy_loop(stop=-1, step=100),
        "loop-doubled": _accuracy_loop(step=2),
        "return-in-loop": _accuracy_return_in_loop,
        "else-return": _accuracy_else_return,
        "overwrites": _accuracy_overwrites,
        "by-wrong": _accuracy_no_reset,
        "from-one": _accuracy_count_from_one,
        "tp-tn-only": lambda y, y_hat: sum(_binary(y, y_hat)) / len(y),
        "tp-only": lambda y, y_hat: _binary(y, y_hat)[0] / len(y),
        "tn-only": lambda y, y_hat: _binary(y, y_hat)[1] / len(y),
        "error-percent": lambda y, y_hat: 100 * np.mean(y != y_hat),
        "error-count": lambda y, y_hat: np.sum(y != y_hat),
        "minus-error": lambda y, y_hat: -np.mean(y != y_hat),
        "sum-percent": lambda y, y_hat: 100 * np.sum(y == y_hat),
        "absolute": lambda y, y_hat: np.mean(np.abs(y - y_hat)),
        "squared": lambda y, y_hat: np.mean((y - y_hat) ** 2),
        "one-minus-mae": lambda y, y_hat: 1 - np.mean(np.abs(y - y_hat)),
        "rounded-one": lambda y, y_hat: round(float(np.mean(y == y_hat)), 1),
        "rounded-zero": lambda y, y_hat: round(float(np.mean(y == y_hat))),
        "integer-division": lambda y, y_hat: np.sum(y == y_hat) // len(y),
        "rounded-percent": lambda y, y_hat: round(100 * float(np.mean(y == y_hat)), 2),
        "array-equal": np.array_equal,
        "all": lambda y, y_hat: np.all(y == y_hat),
        "of-the-differences": lambda y, y_hat: np.sum(y - y_hat) / len(y),
        "sum-of-labels": lambda y, y_hat: np.sum(y_hat) / np.sum(y),
        "dot": lambda y, y_hat: np.dot(y, y_hat) / len(y),
        "above": lambda y, y_hat: np.mean(y_hat > 0.5),
        "one-off-allowed": lambda y, y_hat: np.mean(np.abs(y - y_hat) <= 1),
    },
    "confusion_matrix": {
        "exchanged": _matrix_loop(lambda a, b: (b, a)),
        "exchanged-misses-last": _matrix_loop(lambda a, b: (b, a), stop=-1),
        "misses-last": _matrix_loop(stop=-1),
        "misses-first": _matrix_loop(start=1),
        "misses-both": _matrix_loop(start=1, stop=-1),
        "from-one": _matrix_loop(lambda a, b: (a - 1, b - 1)),
        "from-one-exchanged": _matrix_loop(lambda a, b: (b - 1, a - 1)),
        "twice": _matrix_loop(add=2),
        "subtracts": _matrix_loop(add=-1),
        "truth-only": _matrix_loop(lambda a, b: (a, a)),
        "prediction-only": _matrix_loop(lambda a, b: (b, b)),
        "whole-row": _matrix_loop(lambda a, b: a),
        "whole-column": _matrix_loop(lambda a, b: (slice(None), b)),
        "sets": _matrix_sets,
        "fancy-exchanged": _matrix_fancy,
        "return-in-loop": _matrix_return_in_loop,
        "if-right": _matrix_if_right,
        "if-else": _matrix_if_else,
        "two-by-two": _matrix_two_by_two,
        "all-pairs": _matrix_all_pairs,
        "or": _matrix_or,
        "inner-zeros": _matrix_inner_zeros,
        "aliased": _matrix_aliased,
        "rows-normalized-transposed": lambda y, p, k: (
            matrix(y, p, k).T / np.maximum(matrix(y, p, k).T.sum(axis=1, keepdims=True), 1)
        ),
        "shares-transposed": lambda y, p, k: matrix(y, p, k).T / len(y),
        "largest-label-transposed": lambda y, p, k: matrix(p, y, max(y.max(), p.max()) + 1),
        "number-of-seen": lambda y, p, k: matrix(y, p, len(set(y.tolist()) | set(p.tolist()))),
        "seen-of-y": lambda y, p, k: np.array(
            [[np.sum((y == a) & (p == b)) for b in np.unique(y)] for a in np.unique(y)]
        ),
        "one-more": lambda y, p, k: matrix(y, p, k + 1),
        "one-more-transposed": lambda y, p, k: matrix(p, y, k + 1),
        "ones-start": lambda y, p, k: matrix(y, p, k) + 1,
        "counts-of-y": lambda y, p, k: np.bincount(y, minlength=k),
        "diagonal-only": lambda y, p, k: np.diag(matrix(y, p, k)),
        "count-of-right": lambda y, p, k: np.sum(y == p),
        "accuracy": lambda y, p, k: np.mean(y == p),
        "with-totals": lambda y, p, k: np.hstack(
            [matrix(y, p, k), matrix(y, p, k).sum(axis=1, keepdims=True)]
        ),
        "wrong-only-transposed": lambda y, p, k: matrix(p, y, k) * (1 - np.eye(k)),
        "as-strings": lambda y, p, k: str(matrix(y, p, k)),
        "list-of-diagonal": lambda y, p, k: [int(np.sum((y == c) & (p == c))) for c in range(k)],
        "prints": lambda y, p, k: print(matrix(y, p, k)),
    },
    "precision_recall_f1": {
        "unguarded": _unguarded,
        "unguarded-python": _unguarded_python,
        "f1-unguarded": _f1_unguarded,
        "epsilon": _epsilon,
        "nan-and-mean": _nan_and_mean,
        "exchanged": three(_recall, _precision),
        "false-swapped": _by_counts(fp=lambda c: c[2], fn=lambda c: c[1]),
        "false-swapped-mean": three(_recall, _precision, lambda a, b: (a + b) / 2),
        "fp-all-wrong": _by_counts(fp=lambda c: c[1] + c[2]),
        "fn-all-wrong": _by_counts(fn=lambda c: c[1] + c[2]),
        "both-all-wrong": _by_counts(fp=lambda c: c[1] + c[2], fn=lambda c: c[1] + c[2]),
        "fp-is-tn": _by_counts(fp=lambda c: c[3]),
        "fn-is-tn": _by_counts(fn=lambda c: c[3]),
        "tp-is-right": _by_counts(tp=lambda c: c[0] + c[3]),
        "tp-is-tn": _by_counts(tp=lambda c: c[3]),
        "tp-is-predicted": _by_counts(tp=lambda c: c[0] + c[1]),
        "tp-is-positives": _by_counts(tp=lambda c: c[0] + c[2]),
        "class-zero": lambda y, p: three(_precision, _recall)(1 - y, 1 - p),
        "mean": three(_precision, _recall, lambda p, r: (p + r) / 2),
        "product": three(_precision, _recall, lambda p, r: p * r),
        "no-two": three(_precision, _recall, lambda p, r: share(p * r, p + r)),
        "twice-sum": three(_precision, _recall, lambda p, r: share(2 * (p + r), p * r)),
        "two-by-sum": three(_precision, _recall, lambda p, r: share(2, p + r)),
        "precedence": three(_precision, _recall, lambda p, r: 2 * p * r / p + r if p else 0.0),
        "divided-by-two": three(_precision, _recall, lambda p, r: share(p * r, 2 * (p + r))),
        "root": three(_precision, _recall, lambda p, r: (p * r) ** 0.5),
        "recall-by-n-no-two": three(
            _precision,
            lambda tp, fp, fn, tn: tp / (tp + fp + fn + tn),
            lambda a, b: share(a * b, a + b),
        ),
        "precision-by-n": three(lambda tp, fp, fn, tn: tp / (tp + fp + fn + tn), _recall),
        "both-by-n": three(
            lambda tp, fp, fn, tn: tp / (tp + fp + fn + tn),
            lambda tp, fp, fn, tn: tp / (tp + fp + fn + tn),
        ),
        "accuracy-first": three(lambda tp, fp, fn, tn: (tp + tn) / (tp + fp + fn + tn), _recall),
        "percent": lambda y, p: tuple(100 * v for v in three(_precision, _recall)(y, p)),
        "percent-exchanged": lambda y, p: tuple(100 * v for v in three(_recall, _precision)(y, p)),
        "rounded-three": lambda y, p: tuple(round(v, 3) for v in three(_precision, _recall)(y, p)),
        "rounded-mean": lambda y, p: tuple(
            round(v, 2) for v in three(_precision, _recall, lambda a, b: (a + b) / 2)(y, p)
        ),
        "f1-only": lambda y, p: three(_precision, _recall)(y, p)[2],
        "f1-first": lambda y, p: three(_precision, _recall)(y, p)[::-1],
        "recall-one-minus": three(_precision, lambda *c: 1 - _recall(*c)),
        "with-accuracy": lambda y, p: (np.mean(y == p), *three(_precision, _recall)(y, p)),
        "counts": lambda y, p: counts(y, p)[:3],
    },
    "split": {
        "shuffles-in-place": _split_shuffles_in_place,
        "shuffles-both": _split_shuffles_both,
        "only-x": _split_only_x,
        "two-choices": _split_two_choices,
        "with-replacement": _split_choice_with_replacement,
        "choice-default": _split_choice_default,
        "loop-coins": _split_loop_coins,
        "coins-training": _split_coins_training,
        "each-part-apart": _split_each_part,
        "forgets-y-val": _split_forgets_y_val,
        "val-from-start": _split_val_from_start,
        "gap": _split_gap,
        "last-lost": _split_last_lost,
        "overlap-one": _split_overlap_one,
        "all-trained": _split_all_trained,
        "whole-validation": _split_whole_validation,
        "unshuffled-end": _split_sorted_no_shuffle,
        "size-of-features": _split_wrong_size_variable,
        "train-twice": _split_order_train_twice,
        "indices": _split_indices,
        "grouped-and-seeded": _split_mask_and_seed,
        "train-share": splitting(permuted, lambda n, f: round((1 - f) * n)),
        "train-share-unshuffled": splitting(
            lambda n, rng: np.arange(n), lambda n, f: round((1 - f) * n)
        ),
        "grouped": changed(lambda a, b, c, d: (a, c, b, d)),
        "grouped-validation-first": changed(lambda a, b, c, d: (c, a, d, b)),
        "two-pairs": changed(lambda a, b, c, d: ((a, b), (c, d))),
        "two-only": changed(lambda a, b, c, d: (a, c)),
        "dict": changed(lambda a, b, c, d: {"X_train": a, "y_train": b, "X_val": c, "y_val": d}),
        "unseeded": splitting(lambda n, rng: np.random.default_rng().permutation(n)),
        "unseeded-train-share": splitting(
            lambda n, rng: np.random.default_rng().permutation(n), lambda n, f: round((1 - f) * n)
        ),
        "one-fifth": splitting(permuted, lambda n, f: n // 5),
        "one-too-many": splitting(permuted, lambda n, f: round(n * f) + 1),
        "one-too-few": splitting(permuted, lambda n, f: round(n * f) - 1),
        "percent": splitting(permuted, lambda n, f: round(n * f / 100)),
        "fraction-slice": splitting(permuted, lambda n, f: n * f),
        "y-reversed": changed(lambda a, b, c, d: (a, b[::-1], c, d[::-1])),
        "sorted-y": changed(lambda a, b, c, d: (a, np.sort(b, axis=0), c, np.sort(d, axis=0))),
        "choice-of-rows": lambda X, y, f, rng: (
            X[: len(X) - round(f * len(X))],
            y[: len(X) - round(f * len(X))],
            rng.choice(X, round(f * len(X)), replace=False),
            rng.choice(y, round(f * len(X)), replace=False),
        ),
    },
}

WRONG = {
    task: SINGLE[task] | {f"student-{name}": answer for name, answer in STUDENTS[task].items()}
    for task in SINGLE
}
NAMED = 0.9
"""The share of the wrong answers that is named, at least."""
