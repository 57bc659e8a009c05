"""Only plain values cross between a student's process and the judge's: numbers, strings, arrays.

Whatever a student's function returns is made plain first, by copying it into exactly the types
below. An object that cannot be made plain stays where it is, and an `Opaque` ticket with its number
travels in its place; it can be handed back to the student's code, and that is all.
"""

from __future__ import annotations

import itertools
import math
import numbers
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]

MAX_ITEMS: Final = 20_000
MAX_DEPTH: Final = 8
MAX_TEXT: Final = 10_000
MAX_INTEGER: Final = 2**63
DTYPES: Final = frozenset(
    {"|b1", "|i1", "|u1", "<i2", "<u2", "<i4", "<u4", "<i8", "<u8", "<f2", "<f4", "<f8"}
)

KEPT: Final = {"text/plain": 20_000, "image/png": 400_000}
"""The kinds of output that are handed on, and how many characters of each: text and pictures.

Nothing that a browser would execute is among them."""


@dataclass(frozen=True)
class Opaque:
    """A ticket for an object that stays in the process where it was made."""

    number: int
    type_name: str


@dataclass(frozen=True)
class Seed:
    """A random generator, as what it takes to make it: `numpy.random.default_rng(seed)`."""

    seed: int


@dataclass(frozen=True)
class Function:
    """A ticket for a function of the judge's, which the student's code may call."""

    number: int


TICKETS: Final = (Opaque, Seed, Function)
Keep: TypeAlias = Callable[[object], Opaque]


class NotPlainError(TypeError):
    """A value holds more items, or lies deeper, than anything a task asks for."""


def type_name(value: object) -> str:
    """Return the name of a value's type, short and free of anything but a name's characters."""
    name = type(value).__name__
    return "".join(c for c in name[:60] if c.isalnum() or c in "_.") or "object"


def text(value: object, limit: int) -> str:
    """Write a value as plain text, cut to size, whatever it says of itself; at worst nothing."""
    try:
        return str.__getitem__(str(value), slice(limit))
    except (Exception, SystemExit):  # noqa: BLE001  the value is the student's
        return ""


def plain(value: object, keep: Keep, depth: int = 0) -> Any:
    """Copy a value into plain types; what cannot be copied goes to `keep` for a ticket."""
    if depth > MAX_DEPTH:
        raise NotPlainError(f"the result is nested more than {MAX_DEPTH} levels deep")
    if value is None or type(value) in TICKETS:
        return value
    if isinstance(value, (np.ndarray, np.generic)):
        return _plain_array(value, keep)
    if isinstance(value, (bool, int, float, str, numbers.Real)):
        return _plain_scalar(value, keep)
    if isinstance(value, Mapping):
        return _plain_mapping(value, keep, depth)
    if isinstance(value, (list, tuple, Iterator)):
        items = [plain(item, keep, depth + 1) for item in _at_most(iter(value))]
        return tuple(items) if isinstance(value, tuple) else items
    return keep(value)


def redeemed(value: Any, stands_for: Callable[[Any], Any]) -> Any:
    """Put what they stand for in the place of tickets; leave everything else as it is."""
    if type(value) in TICKETS:
        return stands_for(value)
    if not _has_ticket(value):
        return value
    if isinstance(value, dict):
        return {key: redeemed(item, stands_for) for key, item in value.items()}
    return type(value)(redeemed(item, stands_for) for item in value)


def _has_ticket(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_has_ticket, value.values()))
    if isinstance(value, (list, tuple)):
        return any(map(_has_ticket, value))
    return type(value) in TICKETS


def _plain_mapping(value: Mapping[Any, Any], keep: Keep, depth: int) -> Any:
    """Copy a mapping; one whose keys are more than numbers and strings stays where it is."""
    items = dict(_at_most(iter(value.items())))
    odd = Opaque(0, "key")
    keys = [None if key is None else _plain_scalar(key, lambda _key: odd) for key in items]
    if odd in keys:
        return keep(value)
    return {
        key: plain(item, keep, depth + 1) for key, item in zip(keys, items.values(), strict=True)
    }


def _at_most(items: Iterator[Any]) -> Iterator[Any]:
    """Yield the items, and stop at a number of them that no answer needs."""
    yield from itertools.islice(items, MAX_ITEMS)
    if next(items, keep_going := object()) is not keep_going:
        raise NotPlainError(f"the result has more than {MAX_ITEMS} items")


def _plain_scalar(value: object, keep: Keep) -> Any:
    """Copy one number or string."""
    value = value.item() if isinstance(value, np.generic) else value
    if isinstance(value, bool):
        return bool(value)
    if isinstance(value, int):
        number = int(value)
        return number if -MAX_INTEGER <= number < MAX_INTEGER else keep(value)
    if isinstance(value, str):
        return text(value, MAX_TEXT)
    if isinstance(value, numbers.Real):
        return float(value)
    return keep(value)


def _plain_array(value: Array | np.generic, keep: Keep) -> Any:
    """Copy an array into a base-class array of one of the dtypes that cross."""
    array = np.array(value, subok=False)
    if array.dtype.kind == "O":
        try:
            array = array.astype(np.float64)
        except (TypeError, ValueError, OverflowError):
            return keep(value)
    if array.dtype.kind == "f" and array.dtype.itemsize > 8:
        array = array.astype(np.float64)
    array = array.astype(array.dtype.newbyteorder("<"))
    return array if array.dtype.str in DTYPES and array.ndim <= MAX_DEPTH else keep(value)


def checked_array(dtype: Any, shape: Any, body: memoryview, at: Any) -> Array:
    """Rebuild an array from its raw bytes, after checking that the bytes are all there.

    Raises:
        ValueError: where the dtype is unknown, the shape is no shape, or the bytes do not suffice.
    """
    if not isinstance(dtype, str) or dtype not in DTYPES:
        raise ValueError("an array of a dtype that does not cross")
    if not isinstance(shape, list) or len(shape) > MAX_DEPTH or not all(map(_is_size, shape)):
        raise ValueError("an array whose shape is no shape")
    size = math.prod(shape) * np.dtype(dtype).itemsize
    if not _is_size(at) or at + size > len(body):
        raise ValueError("an array that claims more bytes than were sent")
    return np.frombuffer(body[at : at + size], dtype=dtype).reshape(shape).copy()


def _is_size(number: Any) -> bool:
    return type(number) is int and 0 <= number < MAX_INTEGER
