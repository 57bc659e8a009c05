"""Load three real data sets, which are files of this package.

All are from the UCI Machine Learning Repository, under the licence CC BY 4.0, in the selection and
order of scikit-learn:

* digits: E. Alpaydin and C. Kaynak, *Optical Recognition of Handwritten Digits*, 1998 (the part
  called optdigits.tes), doi 10.24432/C50P49;
* iris: R. A. Fisher, *Iris*, 1936, doi 10.24432/C56C76;
* breast cancer: W. Wolberg, O. Mangasarian, N. Street and W. Street, *Breast Cancer Wisconsin
  (Diagnostic)*, 1993, doi 10.24432/C5DW2B.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from chainrule.arrays import Array

__all__ = ["breast_cancer", "digits", "iris"]


def _read(name: str) -> tuple[Array, Array]:
    with np.load(Path(__file__).with_name("real.npz"), allow_pickle=False) as archive:
        return archive[f"{name}_x"].astype(np.float64), archive[f"{name}_y"].astype(np.int64)


def digits() -> tuple[Array, Array]:
    """Return 1797 handwritten digits: X (1797, 64) of 8 × 8 grey values 0 … 16, y (1797,) 0 … 9.

    >>> X, y = digits()
    >>> X.shape, y.shape, X.max(), y[:10].tolist()
    ((1797, 64), (1797,), np.float64(16.0), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    """
    return _read("digits")


def iris() -> tuple[Array, Array]:
    """Return 150 irises: X (150, 4) in cm, y (150,): setosa 0, versicolor 1, virginica 2.

    The columns are sepal length, sepal width, petal length, petal width.

    >>> X, y = iris()
    >>> X[0].tolist(), int(y[0])
    ([5.1, 3.5, 1.4, 0.2], 0)
    """
    x, y = _read("iris")
    return x / 10, y


def breast_cancer() -> tuple[Array, Array]:
    """Return 569 tumours: X (569, 30) of measured cell nuclei, y (569,): malignant 0, benign 1.

    The columns are the mean, the standard error and the worst of ten measures: radius, texture,
    perimeter, area, smoothness, compactness, concavity, concave points, symmetry, fractal
    dimension.

    >>> X, y = breast_cancer()
    >>> X.shape, int(y.sum())
    ((569, 30), 357)
    """
    return _read("breast_cancer")
