"""A handle stands for an object that cannot cross between the two processes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeAlias


@dataclass(frozen=True)
class ObjectHandle:
    """Stands for an object of the student's, which stays in the process where it was made."""

    number: int
    type_name: str


@dataclass(frozen=True)
class Seed:
    """Stands for a random generator: `numpy.random.default_rng(seed)`."""

    seed: int


@dataclass(frozen=True)
class FunctionHandle:
    """Stands for a function of the judge's, which the student's code may call."""

    number: int


HANDLES: Final = (ObjectHandle, Seed, FunctionHandle)
Store: TypeAlias = Callable[[object], ObjectHandle]
"""Stores an object and returns its handle."""


def resolve_handles(value: Any, resolve: Callable[[Any], Any]) -> Any:
    """Replace the handles in a plain value by what `resolve` returns; keep everything else."""
    if type(value) in HANDLES:
        return resolve(value)
    if not _has_handle(value):
        return value
    if isinstance(value, dict):
        return {key: resolve_handles(item, resolve) for key, item in value.items()}
    return type(value)(resolve_handles(item, resolve) for item in value)


def _has_handle(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_has_handle, value.values()))
    if isinstance(value, (list, tuple)):
        return any(map(_has_handle, value))
    return type(value) in HANDLES
