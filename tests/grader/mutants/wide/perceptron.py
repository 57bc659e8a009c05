"""Wide inputs for a single neuron and for several side by side."""

import numpy as np

from wide.case import called

RNG = np.random.default_rng(2)
SIZES = ((1, 1), (1, 3), (4, 1), (3, 3), (2, 5), (7, 2))


def _neurons(large=False):
    cases = [
        called(RNG.normal(size=(n, m)), RNG.normal(size=m), float(RNG.normal())) for n, m in SIZES
    ]
    cases += [
        called(RNG.integers(-5, 6, (3, 2)), np.array([2, -1]), 3),
        called(np.zeros((2, 3)), np.array([1.0, 2.0, 3.0]), -0.5),
        called(np.array([[1.0, -1.0], [2.0, 2.0]]), np.zeros(2), 0.0),
        called(np.array([[0.0, 4.0], [2.0, 0.0]]), np.array([1.5, 0.5]), 0),
    ]
    if large:
        far = np.array([[1.0], [-1.0], [0.0]])
        cases += [called(far, np.array([1000.0]), b) for b in (0.0, 5.0, -5.0)]
        cases += [called(30 * far, np.array([1.0]), 0.25)]
    return cases


def _decisions():
    some = (
        np.array([0.2, 0.5, 0.5000001, 0.8]),
        np.array([0.0, 1.0]),
        np.array([0.3]),
        np.array([0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.9]),
        np.array([0, 1, 1]),
        RNG.random(20),
    )
    thresholds = ((), (0.3,), (0.0,), (1.0,), (0.9,), (0.1,))
    return [called(p, *threshold) for p in some for threshold in thresholds]


def _lines():
    cases = [called(RNG.normal(size=2), float(RNG.normal()), RNG.normal(size=n)) for n in (1, 2, 5)]
    whole = np.array([0, 2, -1])
    return [
        *cases,
        called(np.array([2, 4]), 3, whole),
        called(np.array([0.0, -2.0]), 1.5, np.array([1.0, 0.0])),
        called(np.array([1.0, 0.5]), 0.0, np.array([3.0, -3.0, 0.0])),
        called(np.array([-3.0, -0.1]), -2, np.zeros(2)),
    ]


def _layers():
    sizes = ((1, 1, 1), (3, 2, 4), (2, 2, 2), (1, 4, 3), (4, 4, 4), (5, 3, 5), (3, 4, 3))
    cases = [
        called(RNG.normal(size=(n, m)), RNG.normal(size=(m, k)), RNG.normal(size=k))
        for n, m, k in sizes
    ]
    whole = RNG.integers(-4, 5, (3, 2)), RNG.integers(-4, 5, (2, 2)), np.array([1, -2])
    return [*cases, called(*whole), called(np.zeros((2, 2)), np.eye(2), np.array([0.5, -1.0]))]


CASES = {
    "weighted_sum": _neurons,
    "perceptron": lambda: _neurons(large=True),
    "decide": _decisions,
    "decision_line": _lines,
    "dense": _layers,
}
