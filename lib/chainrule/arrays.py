"""Everything that flows through a network is an array of floats."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array: TypeAlias = NDArray[Any]
Shape: TypeAlias = tuple[int, ...]

__all__ = ["Array", "Shape", "constant", "floating", "ones", "row_sums"]


def floating(values: ArrayLike, what: str = "an array") -> Array:
    """Give `values` as an array of floats, because an integer array would cut every result off.

    float32 and float64 are kept, integers and booleans become float64.

    Raises:
        TypeError: for text, objects and complex numbers; `what` opens the sentence.

    >>> floating([1, 2])
    array([1., 2.])
    """
    array = np.asarray(values)
    if array.dtype.kind == "f":
        return array
    if array.dtype.kind not in "biu":
        raise TypeError(f"{what} needs real numbers, and was given {array.dtype} values")
    return array.astype(np.float64)


@lru_cache(maxsize=64)
def constant(number: float, kind: str) -> Array:
    """Return a number as an array of that kind, made once: a factor that needs no conversion.

    >>> constant(1.0, "f") + np.float32(0.5)
    np.float32(1.5)
    """
    array = np.array(number, kind)
    array.flags.writeable = False
    return array


@lru_cache(maxsize=64)
def ones(length: int, kind: str) -> Array:
    """Return a vector of ones, made once and lent from then on: a product with it is a fast sum.

    >>> ones(3, "d").dot(np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]))
    array([ 9., 12.])
    """
    vector = np.ones(length, kind)
    vector.flags.writeable = False
    return vector


@lru_cache(maxsize=64)
def _column_of_ones(length: int, kind: str) -> Array:
    return ones(length, kind).reshape(length, 1)


def row_sums(rows: Array) -> Array:
    """Return the sum over the last axis, which stays with length 1.

    Rows are short here, and there a product with ones is several times as fast as `sum`.

    >>> row_sums(np.array([[1.0, 2.0], [3.0, 4.0]]))
    array([[3.],
           [7.]])
    """
    sums: Array = rows.dot(_column_of_ones(rows.shape[-1], rows.dtype.char))
    return sums
