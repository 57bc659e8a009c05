"""Invented students: hours of work, marks, and whether they passed."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
ENOUGH: Final = 0.5
"""Students with a mark above this pass."""


def hours_and_marks(*, outlier: bool = False) -> tuple[Array, Array]:
    """Return hours (n,) and marks (n,) from 0 to 1; the outlier has 30 hours and the mark 1.

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
    """Return X (n, 2), which is lectures (0 to 8) and hours (0 to 10), and y, 1 for passed.

    To pass, a student usually needs both lectures and hours.
    """
    rng = np.random.default_rng(5)
    X = np.column_stack([rng.uniform(0, 8, n), rng.uniform(0, 10, n)]).round(1)
    effort = X[:, 0] * X[:, 1] / 12 + 0.12 * X.sum(axis=1)
    return X, (effort + rng.normal(scale=0.25, size=n) > 2.2).astype(float)
