"""Wide inputs for the activation functions: rows and tables, corners, ±1000, integers."""

import itertools

import numpy as np

from wide.case import called

TABLES = (
    np.array([0.0]),
    np.array([-2.0, -0.5, 0.0, 0.5, 3.0]),
    np.array([[1.0, -2.0, 0.0], [-0.25, 4.0, 1e-9]]),
    np.array([-1e-3, 1e-3, -0.0]),
    np.array([1000.0, -1000.0, 30.0, -30.0]),
    np.array([[720.0, -720.0], [88.8, -88.8]]),
    np.array([-3, -1, 0, 1, 2, 5]),
    np.array([[2, -2], [0, 7], [1000, -1000]]),
    np.array([[0.3], [-0.7]]),
    np.array([[0.9, -0.9, 0.1, -0.1]]),
    np.full(3, -4.0),
    np.full((2, 2), 0.75),
    np.zeros((3, 2)),
    *(np.random.default_rng(s).normal(scale=s, size=(s, 6 - s)) for s in (1, 2, 3, 5)),
    np.random.default_rng(8).normal(scale=0.1, size=20),
)
SLOPES = (0.01, 0.3, 0.9)


def _tables():
    return [called(z) for z in TABLES]


def _with_slopes():
    return _tables() + [called(z, slope) for slope in SLOPES for z in TABLES]


def _collapse():
    rng = np.random.default_rng(1)

    def matrices(*sizes):
        return [rng.normal(size=pair) for pair in itertools.pairwise(sizes)]

    shapes = ((2, 3), (3, 2, 4), (1, 5, 2), (2, 3, 4, 1), (4, 4, 4), (3, 3, 3, 3), (1, 1, 1))
    tall = (3, 1, 2, 5, 2, 3)
    whole = [rng.integers(-3, 4, size=(2, 3)), rng.integers(-3, 4, size=(3, 2))]
    return [called(matrices(*sizes)) for sizes in (*shapes, tall)] + [called(whole)]


CASES = {
    **dict.fromkeys(
        ("step", "sigmoid", "tanh", "relu", "sigmoid_grad", "tanh_grad", "relu_grad"), _tables
    ),
    "softmax": _tables,
    "leaky_relu": _with_slopes,
    "leaky_relu_grad": _with_slopes,
    "collapse": _collapse,
}
