"""Compute the values of a student's function, to plot them as a curve."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from chainrule_widgets.user_function import Function, UnusableError, as_array, call, name_of


def heights(f: Function, z: NDArray[Any], *, scores: bool = False) -> NDArray[Any]:
    """Compute f at each z; a function of scores gets rows (z, 0), and its first result is used.

    Raises:
        UnusableError: if f does not return an array of the shape of z.
    """
    if scores:
        return _values(f, np.stack([z, np.zeros_like(z)], axis=-1))[:, 0]
    return _values(f, z)


def _values(f: Function, z: NDArray[Any]) -> NDArray[Any]:
    context = f"It was called with an array of shape {z.shape}."
    array = as_array(call(f, {"the array z": z}, context=context), name_of(f))
    if array.shape != z.shape:
        raise UnusableError(
            f"For z of shape {z.shape}, {name_of(f)} returned an array of shape {array.shape}. "
            "Return an array of the shape of z."
        )
    return array
