"""Wide inputs for data preparation."""

import numpy as np

from wide.case import called

RNG = np.random.default_rng(6)
NAN = float("nan")


def _tables():
    def holed(n, m):
        X = RNG.normal(size=(n, m)) + np.arange(m)
        X[1:][RNG.random((n - 1, m)) < 0.4] = NAN
        return RNG.permutation(X)

    return [
        called(np.array([[1.0, 20.0], [NAN, 40.0], [4.0, NAN]])),
        called(np.array([[1.0, 2.0, 3.0]])),
        called(np.array([[1.0], [NAN], [5.0], [NAN]])),
        called(np.array([[NAN, 1.0], [2.0, NAN]])),
        called(np.array([[1, 2], [3, 4]])),
        called(np.array([[0.0, NAN], [NAN, 0.0], [0.0, 0.0]])),
        called(np.array([[1e6, -1e6], [NAN, NAN]])),
        *(called(holed(n, m)) for n, m in ((3, 3), (5, 2), (2, 5), (8, 4))),
    ]


def _labels():
    return [
        called(np.array(y))
        for y in (
            [0, 0, 1, 0],
            [7, 3, 3, 7, 3, 3, 4, 3],
            [2, 2, 2],
            [5],
            [0, 1, 2, 3],
            [-1, 1, 1, -1, 1],
            [10, 0, 10, 0, 20],
            RNG.integers(0, 4, 30).tolist(),
            [1, 2, 1],
        )
    ]


def _one_hot():
    return [
        called(np.array(y), k)
        for y, k in (
            ([2, 0], 4),
            ([0], 1),
            ([0, 0, 0], 2),
            ([1, 0, 1, 2], 3),
            ([3, 1, 2, 0, 3, 3], 4),
            ([0, 1], 6),
            ([4], 5),
            ([1, 1], 2),
        )
    ]


def _series():
    return [
        called(series, width)
        for series, width in (
            (np.array([10, 20, 40, 80, 70]), 2),
            (np.array([1.0, 2.0]), 1),
            (np.array([1.0, -2.0, 3.5]), 2),
            (RNG.normal(size=9), 1),
            (RNG.normal(size=9), 3),
            (RNG.normal(size=9), 8),
            (RNG.normal(size=6), 4),
            (RNG.normal(size=6), 3),
            (np.zeros(4), 2),
            (np.arange(12), 5),
        )
    ]


CASES = {
    "impute": _tables,
    "class_weights": _labels,
    "one_hot": _one_hot,
    "windows": _series,
}
