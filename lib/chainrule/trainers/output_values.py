"""Assign values to the outputs of a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["output_values"]


def output_values(given: Any, names: Sequence[str], argument: str) -> list[Any]:
    """Return one value for each output, from one value for all, a list, or a dict by name.

    Raises:
        ValueError: for a name that no output has, or another number of values.

    >>> output_values({"b": 2.0}, ["a", "b"], "loss_weights")
    [None, 2.0]
    >>> output_values("mse", ["a", "b"], "loss")
    ['mse', 'mse']
    """
    if isinstance(given, dict):
        if unknown := set(given) - set(names):
            raise ValueError(f"{argument} has {sorted(unknown)}, but the outputs are {list(names)}")
        return [given.get(name) for name in names]
    values = list(given) if isinstance(given, list | tuple) else [given] * len(names)
    if len(values) != len(names):
        raise ValueError(f"{argument} has {len(values)} entries for the outputs {list(names)}")
    return values
