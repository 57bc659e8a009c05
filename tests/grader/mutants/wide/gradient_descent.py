"""Wide inputs for steps downhill and for slopes by trial."""

import numpy as np

from wide.case import called

RNG = np.random.default_rng(4)


def _updates():
    shapes = ((1,), (3,), (2, 3), (3, 2), (2, 2, 2), (4, 1))
    some = [called(RNG.normal(size=s), RNG.normal(size=s), r) for s in shapes for r in (0.1, 2.0)]
    return [
        *some,
        called(np.array([3, -1]), np.array([2, 5]), 0.25),
        called(np.array([1.0, 2.0]), np.zeros(2), 0.5),
        called(np.array([1.0, 2.0]), np.array([4, -2]), 1),
        called(np.zeros(3), np.array([1e4, 1e-4, -1.0]), 0.01),
    ]


def bowl(w):
    """The gradient of a bowl."""
    return 2 * (np.asarray(w) - 3)


def constant(w):
    """The same slope everywhere."""
    return np.full(np.shape(w), 0.5)


def waves(w):
    """The gradient of a sum of sines."""
    return np.cos(w)


def joined(w):
    """A gradient in which the weights act together."""
    return 0.2 * np.sum(w) + np.asarray(w)


def _paths():
    starts = (
        np.array([0.0, 1.0]),
        np.array([2.5]),
        np.array([[1.0, -2.0, 0.5], [0.0, 3.0, 4.0]]),
        np.array([1, -4]),
        RNG.normal(size=(2, 2, 2)),
    )
    walks = ((0.1, 3), (0.3, 1), (0.05, 7), (1.0, 2), (0.2, 0))
    slopes = (bowl, constant, waves, joined)
    return [called(grad, w, *walk) for w in starts for walk in walks for grad in slopes]


def _pairs():
    textbook = [(2, 4), (1, 2), (3, 6)]
    return [
        called(textbook, 0.5, 0.1),
        called(textbook, 0.5, 0.05),
        called(textbook[:1], 0.0, 0.1),
        called([(1.5, -2.0), (-0.5, 0.25), (0.0, 3.0), (2.0, 2.0)], -1.0, 0.2),
        called([(-1, 1), (2, -3)], 2, 0.01),
        called([(1.0, 0.0)] * 4, 1.0, 0.5),
        called([], 0.75, 0.1),
        called([tuple(pair) for pair in RNG.normal(size=(6, 2)).tolist()], 0.3, 0.07),
        called([(3.0, 1.0), (3.0, 1.0)], 1 / 3, 0.1),
    ]


def cubes(w):
    """A sum of cubes."""
    return float(np.sum(np.asarray(w) ** 3))


def product(w):
    """A product of all weights and their sum."""
    return float(np.prod(w) * np.sum(w))


def weighted(w):
    """Every weight with another factor."""
    return float(np.sum(np.arange(1.0, np.size(w) + 1) * np.ravel(w) ** 2))


def level(w):
    """The same number everywhere."""
    return 2.0


def _functions():
    places = (
        np.array([2.0]),
        np.array([1.0, -2.0, 0.5]),
        np.array([[1.0, 2.0], [-1.0, 0.3]]),
        np.array([2, 3]),
        np.array([[1], [2]]),
        RNG.normal(size=(2, 2, 3)),
        np.zeros(2),
    )
    functions = (cubes, product, weighted, level)
    steps = ((), (0.1,), (0.01,), (1e-3,))
    return [called(f, w, *h) for w in places for h in steps for f in functions]


CASES = {
    "update": _updates,
    "descend": _paths,
    "one_weight": _pairs,
    "numerical_gradient": _functions,
}
