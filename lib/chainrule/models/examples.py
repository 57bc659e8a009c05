"""Data on their way into a network: checked once, of the right kind, cut into batches."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from chainrule.models.objective import by_output

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from chainrule.arrays import Array
    from chainrule.layers import Symbol
    from chainrule.models.network import Network

__all__ = ["Batch", "Examples", "inputs"]


class Batch(NamedTuple):
    """Some examples: an array for each input and for each output, and weights or None."""

    x: list[Array]
    y: list[Any]
    weights: list[Any]


def inputs(symbols: Sequence[Symbol], x: Any, dtype: str) -> list[Array]:
    """Return an array for each input of the network.

    Raises:
        ValueError: where a shape does not fit the layer that it enters by.
    """
    names = [symbol.node.layer.name for symbol in symbols]
    if isinstance(x, dict):
        if set(x) != set(names):
            raise ValueError(f"the inputs are {names}, and data were given for {list(x)}")
        x = [x[name] for name in names]
    single = len(names) == 1 and not (isinstance(x, list | tuple) and _holds_arrays(x))
    parts = [x] if single else list(x)
    if len(parts) != len(names):
        raise ValueError(f"the network has the inputs {names}, and was given {len(parts)} arrays")
    return [_fit(s, part, dtype) for s, part in zip(symbols, parts, strict=True)]


def _holds_arrays(x: Sequence[Any]) -> bool:
    return len(x) == 1 and isinstance(x[0], np.ndarray) and x[0].ndim > 1


def _fit(symbol: Symbol, part: Any, dtype: str) -> Array:
    array = np.asarray(part, dtype)
    if array.shape[1:] == symbol.shape and array.ndim == len(symbol.shape) + 1:
        return array
    if symbol.shape == (1,) and array.ndim == 1:
        return array[:, np.newaxis]
    raise ValueError(
        f"{symbol.node.layer.name} takes data of shape {_shown(symbol.shape)}, "
        f"and was given {array.shape}"
    )


def _shown(shape: Sequence[int]) -> str:
    return f"({', '.join(map(str, ('n', *shape)))}{',' if not shape else ''})"


class Examples:
    """The data of one call to `fit` or `evaluate`."""

    def __init__(self, model: Network, x: Any, y: Any, sample_weight: Any = None) -> None:
        self.x = inputs(model.inputs, x, model.dtype)
        self.count = len(self.x[0])
        self.y = _targets(model, y, self.count)
        self.weights = _weights(model, sample_weight)
        for part in (*self.x, *self.y, *self.weights):
            if part is not None and len(part) != self.count:
                raise ValueError(f"x has {self.count} examples, and another array has {len(part)}")
        if not self.count:
            raise ValueError("there are no examples in x")

    def apply_class_weight(self, class_weight: dict[int, float]) -> None:
        """Multiply the weight of each example by that of its class.

        Raises:
            ValueError: for several outputs, or a class without a weight.
        """
        if len(self.y) > 1:
            raise ValueError("class_weight is for networks of one output; use sample_weight")
        y = self.y[0]
        labels = y.argmax(axis=-1) if y.ndim > 1 and y.shape[-1] > 1 else y.ravel()
        if missing := {int(label) for label in np.unique(labels)} - set(class_weight):
            raise ValueError(f"class_weight says nothing of the classes {sorted(missing)}")
        weights = np.array([class_weight[int(label)] for label in labels], self.x[0].dtype)
        self.weights = [weights if w is None else weights * w for w in self.weights]

    def batch(self, chosen: slice | Array) -> Batch:
        """Return the chosen examples."""
        pick = _sliced if isinstance(chosen, slice) else _taken
        return Batch(
            [pick(a, chosen) for a in self.x],
            [None if a is None else pick(a, chosen) for a in self.y],
            [None if a is None else pick(a, chosen) for a in self.weights],
        )

    def batches(self, size: int, order: Array | None = None) -> Iterator[Batch]:
        """Yield all examples in the given order, or as they come; the last batch may be small."""
        for start in range(0, self.count, size):
            here = slice(start, start + size)
            yield self.batch(here if order is None else order[here])

    def split(self, share: float) -> tuple[Examples, Examples]:
        """Return the first part and the last, which has that share of the examples."""
        if not isinstance(share, float | np.floating) or not 0 < share < 1:
            raise ValueError(
                f"fit(validation_split={share!r}): validation_split must be a number ≥ 0 and < 1"
            )
        cut = math.floor(self.count * (1 - share))
        if cut == 0:
            raise ValueError(f"validation_split={share} leaves none of {self.count} examples")
        return self._part(slice(0, cut)), self._part(slice(cut, None))

    def _part(self, chosen: slice) -> Examples:
        part = object.__new__(Examples)
        part.x, part.y, part.weights = self.batch(chosen)
        part.count = len(part.x[0])
        return part


def _sliced(array: Array, chosen: Any) -> Any:
    return array[chosen]


def _taken(array: Array, chosen: Any) -> Any:
    return array.take(chosen, axis=0)


def _targets(model: Network, y: Any, count: int) -> list[Any]:
    names, losses = model.output_names, model.objective.losses
    several = len(names) > 1 or isinstance(y, dict)
    if several and not isinstance(y, dict | list | tuple):
        raise ValueError(
            f"y must be a list or a dict with an array for each of the outputs {names}"
        )
    parts = by_output(y, names, "y") if several else [y]
    prepared: list[Any] = []
    for symbol, loss, part in zip(model.outputs, losses, parts, strict=True):
        if loss is None:
            prepared.append(None)
            continue
        try:
            prepared.append(loss.targets(part, (count, *symbol.shape), np.dtype(model.dtype)))
        except ValueError as error:
            raise ValueError(f"output {symbol.node.layer.name}: {error}") from None
    return prepared


def _weights(model: Network, given: Any) -> list[Any]:
    names = model.output_names
    if given is None:
        return [None] * len(names)
    several = len(names) > 1 or isinstance(given, dict)
    parts = by_output(given, names, "sample_weight") if several else [given]
    return [None if part is None else np.asarray(part, model.dtype) for part in parts]
