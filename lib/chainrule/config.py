"""Global settings: the dtype of new layers, the random generator, the names of layers."""

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
"""The smallest probability and divisor, as in Keras."""


class _Settings:
    floatx = "float32"
    generator: np.random.Generator | None = None  # made when first needed: slow to load
    names: ClassVar[Counter[str]] = Counter()


def floatx() -> str:
    """Return the dtype of new layers: "float32", or the one that was set.

    >>> floatx()
    'float32'
    """
    return _Settings.floatx


def set_floatx(dtype: str) -> None:
    """Set the dtype of new layers: "float32" (faster, 7 digits) or "float64" (16 digits).

    Raises:
        ValueError: for any other dtype.
    """
    if dtype not in {"float32", "float64"}:
        raise ValueError(f"set_floatx({dtype!r}): the dtype must be 'float32' or 'float64'")
    _Settings.floatx = dtype


def set_random_seed(seed: int) -> None:
    """Set the seed of the common random generator: initial weights, shuffling, dropout, noise.

    >>> set_random_seed(0)
    >>> first = generator().random()
    >>> set_random_seed(0)
    >>> first == generator().random()
    True
    """
    _Settings.generator = np.random.default_rng(seed)


def generator(seed: int | np.random.Generator | None = None) -> np.random.Generator:
    """Return a random generator: a new one for a seed, the common one without."""
    if seed is not None:
        return np.random.default_rng(seed)
    if _Settings.generator is None:
        _Settings.generator = np.random.default_rng()
    return _Settings.generator


def clear_session() -> None:
    """Restart the numbering of names, so that the next dense layer is called `dense` again."""
    _Settings.names.clear()


def unique_name(owner: str | type[Any]) -> str:
    """Return a name that no other layer has: dense, dense_1, dense_2, ….

    >>> clear_session()
    >>> unique_name("Dense"), unique_name("Dense"), unique_name("BatchNormalization")
    ('dense', 'dense_1', 'batch_normalization')
    """
    class_name = owner if isinstance(owner, str) else owner.__name__
    snake = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", class_name).lower()
    _Settings.names[snake] += 1
    count = _Settings.names[snake] - 1
    return f"{snake}_{count}" if count else snake
