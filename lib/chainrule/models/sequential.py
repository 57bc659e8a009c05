"""Make a model of one layer after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

import numpy as np

from chainrule.layers import Input, InputLayer, Layer, SymbolicTensor
from chainrule.models.base_model import BaseModel
from chainrule.networks.graph import Graph
from chainrule.networks.network import Network

if TYPE_CHECKING:
    from collections.abc import Iterable

    from chainrule.arrays import Shape

__all__ = ["Sequential"]


@final
class Sequential(BaseModel):
    """Connect a list of layers, in which models may be too, one after the other.

    The shape of the inputs comes from an `Input`, from `input_shape=` in the first layer, or from
    the first data.

    Source: slides D4 (concept D6).

    >>> from chainrule import layers
    >>> model = Sequential([layers.Dense(32, activation="relu", input_shape=(784,))])
    >>> model.add(layers.Dense(10, activation="softmax"))
    >>> model.count_params()
    25450
    """

    def __init__(self, layers: Iterable[Any] | None = None, name: str | None = None) -> None:
        super().__init__(name)
        self._parts: list[Layer | Network] = []
        self._input: SymbolicTensor | None = None
        self._graph: Graph | None = None
        for layer in layers or ():
            self.add(layer)

    def add(self, layer: Any) -> None:
        """Append a layer, a model, or, as the first, an `Input`.

        Raises:
            TypeError: for anything else.
            ValueError: for an `Input` that is not the first, or a layer that is there already.
        """
        if isinstance(layer, SymbolicTensor | InputLayer):
            self._set_input(
                layer if isinstance(layer, SymbolicTensor) else Input(layer.shape, name=layer.name)
            )
            return
        if not isinstance(layer, Layer | Network):
            raise TypeError(f"{self.name} is made of layers, and was given {layer!r}")
        if any(layer is part for part in self._parts):
            raise ValueError(f"{layer.name} is in {self.name} already; make another layer")
        self._parts.append(layer)
        if self._input is None:
            self._input = _input_of(layer)
        self._connect()

    def pop(self) -> Layer | Network:
        """Remove the last layer and return it.

        Raises:
            IndexError: if there is none.
        """
        if not self._parts:
            raise IndexError(f"{self.name} has no layer to pop")
        part = self._parts.pop()
        self._connect()
        return part

    def build(self, input_shape: Shape) -> None:
        """Make the weights for inputs of that shape, whose first axis is the batch: (None, 784)."""
        if self._input is None:
            self._input = Input(tuple(input_shape)[1:])
        self._connect()

    @property
    def graph(self) -> Graph:
        if self._graph is None:
            raise ValueError(
                f"the shape of the inputs of {self.name} is not known yet: begin with "
                "Input(shape=…), give the first layer an input_shape, or fit it to data"
            )
        return self._graph

    @property
    def layers(self) -> list[Layer]:
        lists = [p.layers if isinstance(p, Network) else [p] for p in self._parts]
        return [layer for part in lists for layer in part if not isinstance(layer, InputLayer)]

    def prepare(self, x: Any) -> None:
        if self._input is None:
            first = next((p for p in self._parts if isinstance(p, Layer)), None)
            shape = np.shape(x)[1:] or (1,)
            self._input = Input(shape, dtype=first.dtype if first else None)
            self._connect()

    def _set_input(self, tensor: SymbolicTensor) -> None:
        if self._parts or self._input is not None:
            raise ValueError(f"{self.name} has its input already, and was given another one")
        self._input = tensor

    def _connect(self) -> None:
        """Make the graph of the present layers, which keep their weights."""
        self._compiled = None
        if self._input is None or not self._parts:
            self._graph = None
            return
        tensor: Any = self._input
        for part in self._parts:
            tensor = part(tensor)
        self._graph = Graph([self._input], [tensor])


def _input_of(part: Layer | Network) -> SymbolicTensor | None:
    """Return an input for the first part, if its shape is known."""
    if isinstance(part, Layer):
        return None if part.input_shape is None else Input(part.input_shape, dtype=part.dtype)
    try:
        return Input(part.inputs[0].shape, dtype=part.dtype)
    except ValueError:  # a Sequential whose input shape is not known
        return None
