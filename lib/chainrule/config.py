"""The few settings that hold everywhere: the kind of float, the smallest number, the seed."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, ClassVar, Final

import numpy as np

__all__ = [
    "EPSILON",
    "clear_session",
    "floatx",
    "generator",
    "set_floatx",
    "set_random_seed",
    "unique_name",
]

EPSILON: Final = 1e-7
"""What keeps a logarithm from 0 and a quotient from infinity, as in Keras."""


class _Settings:
    floatx = "float32"
    generator: np.random.Generator | None = None  # made when first needed: slow to load
    names: ClassVar[Counter[str]] = Counter()


def floatx() -> str:
    """Return the kind of float that new layers compute in: "float32", or what was set.

    >>> floatx()
    'float32'
    """
    return _Settings.floatx


def set_floatx(dtype: str) -> None:
    """Make new layers compute in "float32" (fast, seven digits) or "float64" (sixteen digits).

    Raises:
        ValueError: for any other kind of number.
    """
    if dtype not in {"float32", "float64"}:
        raise ValueError(f"floatx is 'float32' or 'float64', and not {dtype!r}")
    _Settings.floatx = dtype


def set_random_seed(seed: int) -> None:
    """Make all that follows repeatable: initial weights, shuffling, dropout, noise.

    >>> set_random_seed(0)
    >>> first = generator().random()
    >>> set_random_seed(0)
    >>> first == generator().random()
    True
    """
    _Settings.generator = np.random.default_rng(seed)


def generator(seed: int | np.random.Generator | None = None) -> np.random.Generator:
    """Return a source of random numbers: a new one for a seed, the common one without."""
    if seed is not None:
        return np.random.default_rng(seed)
    if _Settings.generator is None:
        _Settings.generator = np.random.default_rng()
    return _Settings.generator


def clear_session() -> None:
    """Forget the names given so far, so that the next dense layer is called `dense` again."""
    _Settings.names.clear()


def unique_name(of: str | type[Any]) -> str:
    """Return a name that no other layer has: dense, dense_1, dense_2, ….

    >>> clear_session()
    >>> unique_name("Dense"), unique_name("Dense"), unique_name("BatchNormalization")
    ('dense', 'dense_1', 'batch_normalization')
    """
    kind = of if isinstance(of, str) else of.__name__
    snake = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", kind).lower()
    _Settings.names[snake] += 1
    count = _Settings.names[snake] - 1
    return f"{snake}_{count}" if count else snake
