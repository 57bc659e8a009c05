"""Wide inputs for metrics, and what must hold for a random split."""

import math

import numpy as np

from wide.case import Case, called, mean

RNG = np.random.default_rng(7)


def _labels(classes):
    pairs = [
        (RNG.integers(0, k, n), RNG.integers(0, k, n))
        for k, n in ((2, 1), (2, 5), (3, 8), (4, 20), (5, 12))
        if k <= classes
    ]
    return [
        *pairs,
        (np.array([2, 0, 1, 2]) % classes, np.array([2, 1, 1, 0]) % classes),
        (np.zeros(4, int), np.zeros(4, int)),
        (np.ones(3, int), np.zeros(3, int)),
        (np.zeros(3, int), np.ones(3, int)),
        (np.ones(2, int), np.ones(2, int)),
        (np.array([1, 0]), np.array([0, 1])),
        (np.array([1, 1, 1, 0, 0]), np.array([1, 1, 0, 1, 0])),
        (np.array([1, 1, 1, 0, 0]), np.array([1, 0, 0, 0, 0])),
        (np.array([1, 0, 0, 0, 0, 0]), np.array([1, 1, 1, 0, 0, 0])),
        (np.array([0, 1]), np.array([0, 1])),
    ]


def _matrices():
    return [
        called(y, y_hat, classes)
        for y, y_hat in _labels(5)
        for classes in (max(y.max(), y_hat.max()) + 1, 6)
    ]


SPLITS = ((8, 0.25), (10, 0.5), (7, 0.3), (23, 0.1), (5, 0.5), (12, 0.75), (20, 0.2), (3, 0.34))


def _split(n, fraction, wide):
    """Look at the sizes, the pairs, and what a generator does, for one size of the data."""
    X = np.stack([np.arange(n) + 0.5, -np.arange(n)], axis=1)
    y = np.stack([np.arange(n), np.arange(n) ** 2], axis=1) if wide else np.arange(n) * 2
    given = np.random.default_rng(n).permutation(n)
    X, y = X[given], y[given]

    def run(f):
        def drawn(rng):
            return [np.asarray(part) for part in f(X, y, fraction, rng)]

        def chosen(parts):
            return np.isin(X[:, 0], parts[2][:, 0] if parts[2].ndim == 2 else parts[2])

        first = drawn(np.random.default_rng(1))
        X_train, y_train, X_val, y_val = first
        seen = np.concatenate([X_train, X_val])
        rows = [int(np.argmax(X[:, 0] == row[0])) for row in seen]
        targets = np.concatenate([y_train, y_val])
        size = len(X_val) in {math.floor(n * fraction), math.ceil(n * fraction)}
        again = drawn(np.random.default_rng(1))
        rng = np.random.default_rng(2)
        draws = np.array([chosen(drawn(rng)) for _ in range(150)])
        return {
            "the size of the validation part": size,
            "sizes agree": (len(X_train) + len(X_val), len(y_train), len(y_val))
            == (
                n,
                len(X_train),
                len(X_val),
            ),
            "each example once": sorted(rows) == list(range(n)),
            "rows are whole": bool((X[rows] == seen).all()),
            "a row keeps its target": bool((y[rows] == targets).all()),
            "the same generator, the same split": all(
                a.shape == b.shape and (a == b).all() for a, b in zip(first, again, strict=True)
            ),
            "another call, another split": bool((draws != draws[0]).any()),
            **{f"how often example {i} is chosen": mean(draws[:, i]) for i in (0, n // 2, n - 1)},
            "two neighbours are chosen": mean(draws[:, 0] & draws[:, 1]),
            "two that are far apart are chosen": mean(draws[:, 0] & draws[:, n - 1]),
        }

    return Case(f"f(X of shape {X.shape}, y of shape {y.shape}, {fraction}, rng)", run)


CASES = {
    "accuracy": lambda: [called(*pair) for pair in _labels(5)],
    "confusion_matrix": _matrices,
    "precision_recall_f1": lambda: [called(*pair) for pair in _labels(2)],
    "split": lambda: [_split(n, f, wide=bool(i % 2)) for i, (n, f) in enumerate(SPLITS)],
}
