"""Only plain values cross between the student's process and the judge's: numbers, strings, arrays.

A result is copied into the exact plain types before it is sent. An object that cannot be copied
stays in its process, and an `ObjectHandle` is sent instead; the judge can only pass it back.
"""

from __future__ import annotations

import itertools
import math
import numbers
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chainrule_worker.handles import HANDLES, ObjectHandle, Store

Array: TypeAlias = NDArray[Any]

MAX_ITEMS: Final = 20_000
MAX_DEPTH: Final = 8
MAX_NUMBERS: Final = 1_000_000
"""The most numbers of all arrays of a result."""
MAX_VALUES: Final = 200_000
"""The most values outside of arrays."""
MAX_TEXT: Final = 200
"""The most characters of a text."""
MAX_INTEGER: Final = 2**63
DTYPES: Final = frozenset(
    {"|b1", "|i1", "|u1", "<i2", "<u2", "<i4", "<u4", "<i8", "<u8", "<f2", "<f4", "<f8"}
)

OUTPUT_LIMITS: Final = {"text/plain": 20_000, "image/png": 400_000}
"""The MIME types of outputs that are accepted, with the largest number of characters of each.

A browser executes none of them."""


class NotPlainError(TypeError):
    """A value has more items, or is nested deeper, than any task needs."""


def type_name(value: object) -> str:
    """Return the name of a value's type: at most 60 characters of letters, digits, `_` and `.`."""
    return clean_name(type(value).__name__)


def clean_name(name: str) -> str:
    """Return at most 60 characters of a name: letters, digits, `_` and `.`."""
    return "".join(c for c in name[:60] if c.isalnum() or c in "_.") or "object"


def row_count(shape: Sequence[int]) -> int:
    """Return how many numbers an array of a shape has, where an axis of length 0 counts as 1.

    An array of a million rows without columns has no numbers, but whoever lists it makes a million
    lists.
    """
    return math.prod(max(length, 1) for length in shape)


def to_text(value: object, limit: int) -> str:
    """Convert a value to at most `limit` characters, or to an empty string if `__str__` fails."""
    try:
        return str.__getitem__(str(value), slice(limit))
    except (Exception, SystemExit):  # noqa: BLE001  `__str__` is the student's
        return ""


def to_plain(value: object, store: Store, depth: int = 0) -> Any:
    """Copy a value into plain types; `store` gives a handle for an object that is not plain.

    Raises:
        NotPlainError: if the value is nested too deep or has too many items.
    """
    if depth > MAX_DEPTH:
        raise NotPlainError(f"the result is nested more than {MAX_DEPTH} levels deep")
    if value is None or type(value) in HANDLES:
        return value
    if isinstance(value, (np.ndarray, np.generic)):
        return _plain_array(value, store)
    if isinstance(value, (bool, int, float, str, numbers.Real)):
        return _plain_scalar(value, store)
    if isinstance(value, Mapping):
        return _plain_mapping(value, store, depth)
    if isinstance(value, (list, tuple, Iterator)):
        items = [to_plain(item, store, depth + 1) for item in _at_most(iter(value))]
        return tuple(items) if isinstance(value, tuple) else items
    return store(value)


def _plain_mapping(value: Mapping[Any, Any], store: Store, depth: int) -> Any:
    """Copy a mapping; store it if a key is neither a number, nor a string, nor None."""
    items = dict(_at_most(iter(value.items())))
    not_plain = ObjectHandle(0, "key")
    keys = [None if key is None else _plain_scalar(key, lambda _key: not_plain) for key in items]
    if not_plain in keys:
        return store(value)
    return {
        key: to_plain(item, store, depth + 1)
        for key, item in zip(keys, items.values(), strict=True)
    }


def _at_most(items: Iterator[Any]) -> Iterator[Any]:
    """Yield the items, at most `MAX_ITEMS`."""
    yield from itertools.islice(items, MAX_ITEMS)
    if next(items, end := object()) is not end:
        raise NotPlainError(f"the result has more than {MAX_ITEMS} items")


def _plain_scalar(value: object, store: Store) -> Any:
    """Copy one number or string."""
    value = value.item() if isinstance(value, np.generic) else value
    if isinstance(value, bool):
        return bool(value)
    if isinstance(value, int):
        number = int(value)
        return number if -MAX_INTEGER <= number < MAX_INTEGER else store(value)
    if isinstance(value, str):
        return to_text(value, MAX_TEXT)
    if isinstance(value, numbers.Real):
        return float(value)
    return store(value)


def _plain_array(value: Array | np.generic, store: Store) -> Any:
    """Copy an array into a base-class array of one of `DTYPES`."""
    array = np.array(value, subok=False)
    if row_count(array.shape) > MAX_NUMBERS:
        raise NotPlainError(f"the result has more than {MAX_NUMBERS} numbers")
    if array.dtype.kind == "O":
        try:
            array = array.astype(np.float64)
        except (TypeError, ValueError, OverflowError):
            return store(value)
    if array.dtype.kind == "f" and array.dtype.itemsize > 8:
        array = array.astype(np.float64)
    array = array.astype(array.dtype.newbyteorder("<"))
    return array if array.dtype.str in DTYPES and array.ndim <= MAX_DEPTH else store(value)


def read_array(dtype: Any, shape: Any, body: memoryview, start: Any) -> Array:
    """Read an array from raw bytes, after checking that all its bytes are there.

    Raises:
        ValueError: if the dtype is unknown, the shape is invalid, or bytes are missing.
    """
    if not isinstance(dtype, str) or dtype not in DTYPES:
        raise ValueError("an array of a dtype that does not cross")
    if not isinstance(shape, list) or len(shape) > MAX_DEPTH or not all(map(_is_size, shape)):
        raise ValueError("an array whose shape is no shape")
    size = math.prod(shape) * np.dtype(dtype).itemsize
    if row_count(shape) > MAX_NUMBERS:
        raise ValueError("an array of more numbers than any task needs")
    if not _is_size(start) or start + size > len(body):
        raise ValueError("an array that claims more bytes than were sent")
    return np.frombuffer(body[start : start + size], dtype=dtype).reshape(shape).copy()


def _is_size(number: Any) -> bool:
    return type(number) is int and 0 <= number < MAX_INTEGER
