"""Check the data of a training or an evaluation, and divide them into batches."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from chainrule.networks.input_arrays import input_arrays
from chainrule.trainers.output_values import output_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from chainrule.arrays import Array
    from chainrule.losses import Loss
    from chainrule.networks.network import Network

__all__ = ["Batch", "Examples"]


class Batch(NamedTuple):
    """Hold some examples: an array for each input and each output, and sample weights or None."""

    x: list[Array]
    y: list[Any]
    weights: list[Any]


class Examples:
    """Hold all examples of one call to `fit` or `evaluate`, as arrays of the network's dtype.

    Raises:
        ValueError: if the arrays have different lengths or no examples, or do not fit the network.
    """

    def __init__(
        self,
        network: Network,
        losses: Sequence[Loss | None],
        x: Any,
        y: Any,
        sample_weight: Any = None,
    ) -> None:
        self.x = input_arrays(network.inputs, x, network.dtype)
        self.count = len(self.x[0])
        self.y = _targets(network, losses, y, self.count)
        self.weights = _sample_weights(network, sample_weight)
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

    def all(self) -> Batch:
        """Return all examples as one batch."""
        return Batch(self.x, self.y, self.weights)

    def batch(self, chosen: slice | Array) -> Batch:
        """Return the chosen examples."""
        pick = _slice if isinstance(chosen, slice) else _take
        return Batch(
            [pick(a, chosen) for a in self.x],
            [None if a is None else pick(a, chosen) for a in self.y],
            [None if a is None else pick(a, chosen) for a in self.weights],
        )

    def batches(self, size: int, order: Array | None = None) -> Iterator[Batch]:
        """Yield all examples in batches, in the given order; the last batch may be smaller."""
        for start in range(0, self.count, size):
            part = slice(start, start + size)
            yield self.batch(part if order is None else order[part])

    def split(self, fraction: float) -> tuple[Examples, Examples]:
        """Return the first part and the last part, which has that fraction of the examples.

        Raises:
            ValueError: for a fraction outside (0, 1), or one that leaves no first part.
        """
        if not isinstance(fraction, float | np.floating) or not 0 < fraction < 1:
            raise ValueError(
                f"fit(validation_split={fraction!r}): validation_split must be a number ≥ 0 and < 1"
            )
        cut = math.floor(self.count * (1 - fraction))
        if cut == 0:
            raise ValueError(
                f"validation_split={fraction} leaves none of {self.count} examples for training"
            )
        return self._part(slice(0, cut)), self._part(slice(cut, None))

    def _part(self, chosen: slice) -> Examples:
        part = object.__new__(Examples)
        part.x, part.y, part.weights = self.batch(chosen)
        part.count = len(part.x[0])
        return part


def _slice(array: Array, chosen: Any) -> Any:
    return array[chosen]


def _take(array: Array, chosen: Any) -> Any:
    return array.take(chosen, axis=0)


def _targets(network: Network, losses: Sequence[Loss | None], y: Any, count: int) -> list[Any]:
    names = network.output_names
    several = len(names) > 1 or isinstance(y, dict)
    if several and not isinstance(y, dict | list | tuple):
        raise ValueError(
            f"y must be a list or a dict with an array for each of the outputs {names}"
        )
    parts = output_values(y, names, "y") if several else [y]
    prepared: list[Any] = []
    for tensor, loss, part in zip(network.outputs, losses, parts, strict=True):
        if loss is None:
            prepared.append(None)
            continue
        try:
            prepared.append(loss.targets(part, (count, *tensor.shape), np.dtype(network.dtype)))
        except ValueError as error:
            raise ValueError(f"output {tensor.node.layer.name}: {error}") from None
    return prepared


def _sample_weights(network: Network, given: Any) -> list[Any]:
    names = network.output_names
    if given is None:
        return [None] * len(names)
    several = len(names) > 1 or isinstance(given, dict)
    parts = output_values(given, names, "sample_weight") if several else [given]
    return [None if part is None else np.asarray(part, network.dtype) for part in parts]
