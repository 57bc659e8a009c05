"""Wide inputs for several losses, and classes that a new head must tell apart."""

import numpy as np
from comparing import Measured

from wide.case import Case, called

RNG = np.random.default_rng(12)
ENOUGH, SURE = 0.93, 0.02
"""The accuracy that the task asks for, and how near to it nothing is decided."""


def _sums():
    return [
        called(np.array([0.5, 3.0]), np.array([2.0, 0.25])),
        called(np.array([1.0]), np.array([3.0])),
        called(np.array([2, 3]), np.array([1, 4])),
        called(np.zeros(3), np.ones(3)),
        called(np.array([1.0, 2.0, 3.0]), np.array([0.2, 0.3, 0.5])),
        called(np.array([1.0, 2.0]), np.zeros(2)),
        *(called(RNG.random(k), RNG.random(k)) for k in (2, 3, 5, 8)),
    ]


def _blobs(centres, each):
    centres = np.array(centres, float)
    y = RNG.permutation(np.repeat(np.arange(len(centres)), each))
    return centres[y] + RNG.normal(scale=0.35, size=(len(y), centres.shape[1])), y


def _head(centres, each):
    """Look whether a head is right about the examples that it knows, and about others."""
    known, new = _blobs(centres, each), _blobs(centres, 200)

    def run(f):
        W, b = f(*known, np.random.default_rng(1))
        W, b = np.asarray(W, float), np.asarray(b, float)

        def enough(features, y):
            share = float(np.mean(np.argmax(features @ W + b, axis=1) == y))
            if not np.isfinite(W).all():
                return False
            near = abs(share - ENOUGH) < SURE
            return Measured(5.0, 1.0) if near else Measured(float(share > ENOUGH) * 10, 0.3)

        return W.shape, b.shape, enough(*known), enough(*new)

    return Case(f"f(features of {len(centres)} classes, y, rng)", run)


def _heads():
    return [
        _head([[2, 2, 0, 0], [-2, 1, 2, 0], [0, -2, -2, 1]], 30),
        _head([[1, 1, 1], [3, 3, 3]], 30),
        _head([[2, 2, 0, 0], [-2, 1, 2, 0], [0, -2, -2, 1]], 10),
        _head([[1, 1, 1], [3, 3, 3]], 40),
        _head([[2, 2, 2], [4, 4, 4]], 15),
        _head([[2, 0], [-2, 0]], 20),
        _head([[2, 0], [-2, 0], [0, 2.5], [0, -2.5]], 12),
        _head([[3, 0, 0], [0, 3, 0], [0, 0, 3], [3, 3, 3]], 25),
    ]


CASES = {"multitask_loss": _sums, "transfer": _heads}
