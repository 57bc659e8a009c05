"""Prepare arrays, and compute fast sums."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

Array: TypeAlias = "NDArray[Any]"
Shape: TypeAlias = "tuple[int, ...]"

__all__ = ["Array", "Shape", "as_floats", "constant", "ones", "row_sums"]


def as_floats(values: ArrayLike, name: str = "an array") -> Array:
    """Return `values` as an array of floats; an integer array would round every result.

    float32 and float64 are kept, integers and booleans become float64.

    Raises:
        TypeError: for text, objects and complex numbers; the message starts with `name`.

    >>> as_floats([1, 2])
    array([1., 2.])
    """
    array = np.asarray(values)
    if array.dtype.kind == "f":
        return array
    if array.dtype.kind not in "biu":
        raise TypeError(f"{name} needs real numbers, and was given {array.dtype} values")
    return array.astype(np.float64)


@lru_cache(maxsize=64)
def constant(number: float, dtype: str) -> Array:
    """Return a number as a read-only array of that dtype, which is made once.

    NumPy multiplies faster by such an array than by a Python number, which it must convert.

    >>> constant(1.0, "f") + np.float32(0.5)
    np.float32(1.5)
    """
    array = np.array(number, dtype)
    array.flags.writeable = False
    return array


@lru_cache(maxsize=64)
def ones(length: int, dtype: str) -> Array:
    """Return a read-only vector of ones, which is made once; a product with it is a fast sum.

    >>> ones(3, "d").dot(np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]))
    array([ 9., 12.])
    """
    vector = np.ones(length, dtype)
    vector.flags.writeable = False
    return vector


@lru_cache(maxsize=64)
def _column_of_ones(length: int, dtype: str) -> Array:
    return ones(length, dtype).reshape(length, 1)


def row_sums(rows: Array) -> Array:
    """Return the sums over the last axis, which is kept with length 1.

    For short rows a product with ones is several times as fast as `sum`.

    >>> row_sums(np.array([[1.0, 2.0], [3.0, 4.0]]))
    array([[3.],
           [7.]])
    """
    sums: Array = rows.dot(_column_of_ones(rows.shape[-1], rows.dtype.char))
    return sums
