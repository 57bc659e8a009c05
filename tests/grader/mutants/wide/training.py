"""What must hold for batches in any order, and for a training by them.

A training is compared with all that the orders of few examples make possible.
"""

import itertools

import numpy as np

from wide.case import Case, mean

BATCHES = ((10, 4), (12, 4), (3, 8), (5, 1), (6, 6), (7, 3), (1, 1), (8, 5))


def _batches(n, batch_size, wide):
    X = np.stack([np.arange(n) + 0.5, -np.arange(n)], axis=1)
    y = np.stack([np.arange(n), np.arange(n) ** 2], axis=1) if wide else np.arange(n) * 2

    def run(f):
        def drawn(rng):
            return [(np.asarray(X_b), np.asarray(y_b)) for X_b, y_b in f(X, y, batch_size, rng)]

        def order(batches):
            return [int(row[0]) for X_b, _ in batches for row in X_b]

        first, again = drawn(np.random.default_rng(1)), drawn(np.random.default_rng(1))
        rng = np.random.default_rng(2)
        draws = [order(drawn(rng)) for _ in range(150)]
        whole = all(sorted(o) == list(range(n)) for o in draws)
        places = np.array([np.argsort(o) for o in draws]) if whole else np.zeros((150, n))
        together = places // batch_size
        return {
            "sizes": [len(X_b) for X_b, _ in first],
            "each example once": sorted(order(first)) == list(range(n)) and whole,
            "a row keeps its target": all(
                len(X_b) == len(y_b) and bool((X[o] == X_b).all() and (y[o] == y_b).all())
                for X_b, y_b in first
                for o in [[int(row[0]) for row in X_b]]
            ),
            "the same generator, the same batches": order(first) == order(again),
            "another call, another order": any(o != draws[0] for o in draws),
            **{f"the place of example {i}": mean(places[:, i]) for i in (0, n // 2, n - 1)},
            "the first two meet": mean(together[:, 0] == together[:, min(1, n - 1)]),
            "the first and the last meet": mean(together[:, 0] == together[:, n - 1]),
            "neighbours stay in order": mean(places[:, 0] < places[:, min(1, n - 1)]),
        }

    return Case(f"f(X of shape {X.shape}, y of shape {y.shape}, {batch_size}, rng)", run)


def _sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def _step(X, y, w, b, rate):
    error = _sigmoid(X @ w + b) - y
    return w - rate * X.T @ error / len(y), b - rate * error.mean()


def _loss(X, y, w, b):
    p = np.clip(_sigmoid(X @ w + b), 1e-7, 1 - 1e-7)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def _possible(X, y, w, b, rate, epochs, batch_size):
    """Return the result of every order in which the examples can come."""
    results = []
    orders = list(itertools.permutations(range(len(y))))
    for walk in itertools.product(orders, repeat=epochs):
        at, losses = (np.asarray(w, float), b), []
        for order in walk:
            for start in range(0, len(y), batch_size):
                rows = list(order[start : start + batch_size])
                at = _step(X[rows], y[rows], *at, rate)
            losses.append(_loss(X, y, *at))
        results.append(np.array([*at[0], at[1], *losses]))
    return np.array(results)


def _walks(X, y, w, b, rate, epochs, batch_size):
    """Look whether a training is one of those that are possible, and not always the same."""
    possible = _possible(X, y, w, b, rate, epochs, batch_size)
    distinct = len(np.unique(possible.round(9), axis=0))

    def run(f):
        found = []
        for seed in range(16):
            rng = np.random.default_rng(seed)
            w1, b1, losses = f(X, y, w, b, rate, epochs, batch_size, rng)
            found.append(np.concatenate([np.ravel(w1), np.ravel(b1), np.ravel(losses)]))
        shape = (np.shape(w1), np.size(b1), len(losses))
        if any(one.shape != possible[0].shape for one in found):
            return shape, [], False
        near = [np.abs(possible - one).max(axis=1).min() <= 1e-6 for one in found]
        kinds = len(np.unique(np.round(found, 7), axis=0))
        middle = [mean([one[i] for one in found]) for i in range(possible.shape[1])]
        return shape, all(near), kinds > min(distinct, 3) - 1, middle

    what = f"f(X of shape {X.shape}, y, w, {b}, {rate}, {epochs}, {batch_size}, rng)"
    return Case(what, run)


def _trainings():
    rng = np.random.default_rng(8)
    few = rng.normal(size=(3, 2)), np.array([1.0, 0.0, 1.0])
    four = rng.normal(size=(4, 1)), np.array([1, 0, 0, 1])
    many = rng.normal(size=(9, 3)), (rng.random(9) < 0.5).astype(float)
    alike = np.repeat([[1.0, -2.0]], 7, axis=0), np.ones(7)

    def generator():
        return np.random.default_rng(5)

    def one_batch(X, y, w, b, rate, epochs, size):
        def run(f):
            return f(X, y, w, b, rate, epochs, size, generator())

        return Case(f"f(X of shape {X.shape}, y, w, {b}, {rate}, {epochs}, {size}, rng)", run)

    w = np.array([0.5, -1.0])
    return [
        one_batch(np.array([[1.0], [-1.0]]), np.array([1, 0]), np.array([0.0]), 0.0, 1.0, 2, 2),
        one_batch(*many, rng.normal(size=3), 0.3, 0.5, 3, 9),
        one_batch(*many, np.zeros(3), 0, 0.1, 1, 20),
        one_batch(*many, rng.normal(size=3), -2.0, 2.0, 5, 9),
        one_batch(*alike, w, 0.1, 0.3, 2, 3),
        one_batch(*alike, w, 0.1, 0.3, 1, 1),
        one_batch(100 * alike[0], 0 * alike[1], w, 0.1, 0.3, 1, 7),
        _walks(*few, w, 0.2, 0.7, 1, 1),
        _walks(*few, w, 0.2, 0.7, 1, 2),
        _walks(*few, w, -0.4, 0.9, 2, 2),
        _walks(*few, w, -0.4, 0.9, 2, 1),
        _walks(*four, np.array([1]), 0, 0.5, 1, 3),
    ]


CASES = {
    "minibatches": lambda: [_batches(n, k, wide=bool(i % 2)) for i, (n, k) in enumerate(BATCHES)],
    "train": _trainings,
}
