"""Wide inputs for losses and their gradients; slopes at corners are left open."""

import numpy as np
from comparing import Measured

from wide.case import Case, accepts, called, read
from wide.softmaxes import RIGHT, WRONG

RNG = np.random.default_rng(3)
SHAPES = ((1,), (2,), (5,), (1, 1), (1, 3), (3, 1), (2, 3), (4, 4))


def _regressions():
    pairs = [(RNG.normal(size=s), RNG.normal(size=s)) for s in SHAPES]
    return [
        *pairs,
        (np.array([1.0, 2.0, -3.0]), np.array([1.0, 2.0, -3.0])),
        (np.array([3, -1, 2]), np.array([1, -1, 5])),
        (np.array([[1, 0], [0, 1]]), np.array([[0.5, 0.5], [2.0, -2.0]])),
        (np.array([1e4, -1e4]), np.array([-1e4, 2e4])),
        (np.zeros(3), np.array([0.001, -0.001, 0.0])),
        (np.array([0.0, 4.0]), np.array([0.5, 4.0])),
        (np.array([2, 5]), np.array([2.5, 4.25])),
    ]


def _between(y, y_hat):
    """Read a gradient of |ŷ − y|: where both are equal, any slope of the two sides is right."""

    def opened(gradient):
        gradient = np.array(gradient, float)
        at = y == y_hat
        inside = np.abs(gradient) * gradient.size <= 1 + 1e-6
        gradient[at & inside] = 0
        return gradient

    return opened


def _binary():
    pairs = [(RNG.integers(0, 2, s), RNG.uniform(0.02, 0.98, s)) for s in SHAPES]
    return [
        *pairs,
        (np.array([1.0, 0.0]), np.array([0.9, 0.2])),
        (np.array([1, 1, 1]), np.array([0.5, 0.25, 0.75])),
        (np.zeros(2), np.array([0.05, 0.6])),
        (np.array([[1.0], [0.0]]), np.array([[0.3], [0.3]])),
    ]


def _borders():
    return [
        (np.array([1.0, 0.0]), np.array([0.0, 1.0])),
        (np.array([1.0, 0.0]), np.array([1.0, 0.0])),
        (np.array([1.0]), np.array([0.0])),
        (np.array([0.0]), np.array([1.0])),
        (np.array([0, 1, 1]), np.array([0, 1, 0])),
        (np.array([[1.0, 0.0], [1.0, 1.0]]), np.array([[1.0, 1.0], [0.5, 0.0]])),
    ]


def _near():
    return [
        (np.array([1.0, 0.0]), np.array([1e-4, 1 - 1e-4])),
        (np.array([0.0, 1.0]), np.array([1e-4, 1 - 1e-4])),
        (np.array([1.0, 1.0]), np.array([3e-3, 0.5])),
    ]


def _finite_at_borders(y, p):
    """Read a gradient: where p is 0 or 1 it must be finite, and near there two digits will do."""

    def opened(gradient):
        gradient = np.array(gradient, float)
        cut = (p <= 0) | (p >= 1)
        near = ~cut & ((p < 0.02) | (p > 0.98))
        rough = [Measured(float(v), 0.005 * abs(float(v))) for v in gradient[near]]
        return np.where(cut, np.isfinite(gradient), np.where(near, 0, gradient)), rough

    return opened


def _classes():
    def hot(n, k):
        return np.eye(k)[RNG.integers(0, k, n)]

    def shares(n, k):
        p = RNG.random((n, k)) + 0.02
        return p / p.sum(axis=1, keepdims=True)

    sizes = ((1, 2), (2, 2), (3, 3), (5, 4), (4, 2), (2, 6))
    pairs = [(hot(n, k), shares(n, k)) for n, k in sizes]
    certain = np.eye(3)
    return [
        *pairs,
        (certain.astype(int), shares(3, 3)),
        (certain, certain),
        (certain, certain[::-1]),
        (np.array([[0.0, 1.0]]), np.array([[1.0, 0.0]])),
        (np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]), np.array([[0.7, 0.2, 0.1], [0.5, 0.5, 0]])),
    ]


def _scores():
    pairs = [(y, RNG.normal(scale=2, size=y.shape)) for y, _ in _classes()]
    hot = np.array([[0.0, 1.0], [1.0, 0.0]])
    return [
        *pairs,
        (hot, np.zeros((2, 2))),
        (hot, np.array([[1000.0, 0.0], [-1000.0, -1000.0]])),
        (hot, np.array([[1000.0, -1000.0], [5.0, 1005.0]])),
        (hot, np.array([[1000, 1001], [3, -3]])),
        (np.eye(3), np.array([[1.0, 1.0, 1.0], [5.0, 0.0, -5.0], [-900.0, -899.0, -901.0]])),
    ]


def _all(pairs):
    return lambda: [called(*pair) for pair in pairs()]


def _suspects():
    """A check of softmax accepts the right ones, and refuses the wrong ones."""
    kinds = {"right": RIGHT, "wrong": WRONG}
    return [_suspect(kind, f) for kind, suspects in kinds.items() for f in suspects]


def _suspect(kind, softmax):
    return Case(f"f({kind}: {softmax.__name__})", lambda check: accepts(check, softmax))


CASES = {
    "mae": _all(_regressions),
    "mse": _all(_regressions),
    "bce": _all(lambda: _binary() + _borders() + _near()),
    "cce": _all(_classes),
    "mae_grad": lambda: [read(*pair, by=_between(*pair)) for pair in _regressions()],
    "mse_grad": _all(_regressions),
    "bce_grad": lambda: [
        read(*pair, by=_finite_at_borders(*pair)) for pair in _binary() + _borders() + _near()
    ],
    "softmax_cce_grad": _all(_scores),
    "checks_softmax": _suspects,
}
