"""Invented students: the hours that each worked, the mark, and whether it was enough to pass."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
ENOUGH: Final = 0.5
"""The share of the marks from which one has passed."""


def hours_and_marks(*, outlier: bool = False) -> tuple[Array, Array]:
    """Return hours (n,) and marks (n,) from 0 to 1; the outlier worked 30 hours and has them all.

    >>> hours, marks = hours_and_marks(outlier=True)
    >>> float(hours[-1]), float(marks[-1])
    (30.0, 1.0)
    """
    rng = np.random.default_rng(6)
    hours = np.linspace(0.5, 10, 24)
    marks = np.clip(0.18 + 0.08 * hours + rng.normal(scale=0.07, size=24), 0, 1)
    if outlier:
        return np.append(hours, 30.0), np.append(marks, 1.0)
    return hours, marks


def class_list(n: int = 80) -> tuple[Array, Array]:
    """Return X (n, 2), lectures attended 0 to 8 and hours on the project 0 to 10, and who passed.

    Either alone is not enough: it takes some of both.
    """
    rng = np.random.default_rng(5)
    X = np.column_stack([rng.uniform(0, 8, n), rng.uniform(0, 10, n)]).round(1)
    effort = X[:, 0] * X[:, 1] / 12 + 0.12 * X.sum(axis=1)
    return X, (effort + rng.normal(scale=0.25, size=n) > 2.2).astype(float)
