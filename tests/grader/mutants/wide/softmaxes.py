"""Softmax functions that are right, and that are wrong, for a check of softmax to judge."""

import numpy as np


def soft(z, axis=-1):
    """Shift by each row's maximum."""
    z = np.asarray(z, float)
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def by_row(z):
    """Go row by row."""
    z = np.asarray(z, float)
    return soft(z) if z.ndim == 1 else np.array([soft(row) for row in z])


def by_logarithms(z):
    """Subtract a logarithm."""
    z = np.asarray(z, float)
    return np.exp(z - np.logaddexp.reduce(z, axis=-1, keepdims=True))


def slightly_off(z):
    """Differ in the last digits."""
    return soft(z) * (1 + 1e-12)


def plain(z):
    """Overflow."""
    e = np.exp(np.asarray(z, float))
    return e / e.sum(axis=-1, keepdims=True)


def whole(z):
    """Share one probability of 1 among all rows."""
    return soft(np.ravel(z)).reshape(np.shape(z))


def down(z):
    """Go down the columns."""
    return soft(z, axis=0)


def sharper(z):
    """Double the scores."""
    return soft(2 * np.asarray(z, float))


def flatter(z):
    """Halve the scores."""
    return soft(np.asarray(z, float) / 2)


def turned_round(z):
    """Give the smallest score the most."""
    return soft(-np.asarray(z, float))


def powers(z):
    """Forget the division."""
    z = np.asarray(z, float)
    return np.exp(z - z.max(axis=-1, keepdims=True))


def two(z):
    """Take powers of two."""
    e = 2.0 ** (np.asarray(z, float) - np.max(z, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def logarithm(z):
    """Give logarithms."""
    return np.log(soft(z))


def even(z):
    """Share evenly."""
    return np.full(np.shape(z), 1 / np.shape(z)[-1])


def sizes(z):
    """Forget the signs."""
    return soft(np.abs(z))


def positive_shares(z):
    """Divide scores, not powers."""
    z = np.asarray(z, float) - np.min(z, axis=-1, keepdims=True) + 1
    return z / z.sum(axis=-1, keepdims=True)


def exchanged(z):
    """Reverse each row."""
    return soft(z)[..., ::-1]


def one_maximum(z):
    """Shift by the maximum of all rows."""
    z = np.asarray(z, float)
    e = np.exp(z - z.max())
    return e / e.sum(axis=-1, keepdims=True)


def hardest(z):
    """Give everything to the largest."""
    z = np.asarray(z, float)
    return (z == z.max(axis=-1, keepdims=True)) * 1.0


RIGHT = (soft, by_row, by_logarithms, slightly_off)
WRONG = (plain, whole, down, sharper, flatter, turned_round, powers, two, logarithm, even, sizes)
WRONG += (positive_shares, exchanged, one_maximum, hardest)
