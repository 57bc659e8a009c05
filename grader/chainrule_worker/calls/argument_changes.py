"""Arguments that a function changed in place are found by comparing them with copies."""

from __future__ import annotations

from typing import Any

import numpy as np


def changed_arguments(originals: tuple[Any, ...], passed: tuple[Any, ...]) -> tuple[int, ...]:
    """Return the positions of the passed arguments that are not equal to their originals."""
    return tuple(i for i, original in enumerate(originals) if not _equal(original, passed[i]))


def _equal(original: Any, passed: Any) -> bool:
    """Compare two plain values; only the exact plain types compare, never a student's class."""
    if type(passed) is not type(original):
        return False
    match original:
        case np.ndarray():
            same_header = (original.dtype, original.shape) == (passed.dtype, passed.shape)
            return same_header and original.tobytes() == passed.tobytes()
        case list() | tuple():
            return len(original) == len(passed) and all(map(_equal, original, passed))
        case dict():
            return _equal(list(original.items()), list(passed.items()))
        case bool() | int() | float() | str():
            return bool(original == passed) or original != original  # noqa: PLR0124  NaN
    return True
