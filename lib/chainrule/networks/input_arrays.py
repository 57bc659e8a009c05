"""Turn the data given for a network's inputs into arrays that fit them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chainrule.arrays import Array
    from chainrule.layers import SymbolicTensor

__all__ = ["input_arrays"]


def input_arrays(tensors: Sequence[SymbolicTensor], x: Any, dtype: str) -> list[Array]:
    """Return an array for each input of the network, from one array, a list, or a dict by name.

    Raises:
        ValueError: if a shape does not fit its input.
    """
    names = [tensor.node.layer.name for tensor in tensors]
    if isinstance(x, dict):
        if set(x) != set(names):
            raise ValueError(f"the inputs are {names}, and data were given for {list(x)}")
        x = [x[name] for name in names]
    is_single = len(names) == 1 and not (isinstance(x, list | tuple) and _holds_one_array(x))
    parts = [x] if is_single else list(x)
    if len(parts) != len(names):
        raise ValueError(f"the network has the inputs {names}, and was given {len(parts)} arrays")
    return [_fit(tensor, part, dtype) for tensor, part in zip(tensors, parts, strict=True)]


def _holds_one_array(x: Sequence[Any]) -> bool:
    return len(x) == 1 and isinstance(x[0], np.ndarray) and x[0].ndim > 1


def _fit(tensor: SymbolicTensor, part: Any, dtype: str) -> Array:
    array = np.asarray(part, dtype)
    if array.shape[1:] == tensor.shape and array.ndim == len(tensor.shape) + 1:
        return array
    if tensor.shape == (1,) and array.ndim == 1:
        return array[:, np.newaxis]
    raise ValueError(
        f"{tensor.node.layer.name} needs data of shape {_with_batch(tensor.shape)}, "
        f"and was given {array.shape}"
    )


def _with_batch(shape: Sequence[int]) -> str:
    return f"({', '.join(map(str, ('n', *shape)))}{',' if not shape else ''})"
