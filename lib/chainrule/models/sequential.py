"""The sequential model: one layer after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

import numpy as np

from chainrule.layers import Input, InputLayer, Layer, Symbol
from chainrule.models.graph import Graph
from chainrule.models.network import Network

if TYPE_CHECKING:
    from collections.abc import Iterable

    from chainrule.arrays import Shape

__all__ = ["Sequential"]


@final
class Sequential(Network):
    """A list of layers; models may stand among them.

    The shape of the inputs comes from an `Input`, from `input_shape=` in the first layer, or from
    the first data.

    Source: D4 (D6).

    >>> from chainrule import layers
    >>> model = Sequential([layers.Dense(32, activation="relu", input_shape=(784,))])
    >>> model.add(layers.Dense(10, activation="softmax"))
    >>> model.count_params()
    25450
    """

    def __init__(self, layers: Iterable[Any] | None = None, name: str | None = None) -> None:
        super().__init__(name)
        self._stages: list[Layer | Network] = []
        self._input: Symbol | None = None
        self._graph: Graph | None = None
        for layer in layers or ():
            self.add(layer)

    def add(self, layer: Any) -> None:
        """Append a layer, a model, or, as the first, an `Input`.

        Raises:
            TypeError: for anything else.
            ValueError: for an `Input` that is not the first, or a layer that is there already.
        """
        if isinstance(layer, Symbol | InputLayer):
            self._begin(layer if isinstance(layer, Symbol) else Input(layer.shape, name=layer.name))
            return
        if not isinstance(layer, Layer | Network):
            raise TypeError(f"{self.name} is made of layers, and was given {layer!r}")
        if any(layer is stage for stage in self._stages):
            raise ValueError(f"{layer.name} is in {self.name} already; make another layer")
        self._stages.append(layer)
        if self._input is None:
            self._input = _entry(layer)
        self._changed()

    def pop(self) -> Layer | Network:
        """Take the last layer off and return it.

        Raises:
            IndexError: if there is none.
        """
        if not self._stages:
            raise IndexError(f"{self.name} has no layer to pop")
        stage = self._stages.pop()
        self._changed()
        return stage

    def build(self, input_shape: Shape) -> None:
        """Make the weights for inputs of that shape, which begins with the batch: (None, 784)."""
        if self._input is None:
            self._input = Input(tuple(input_shape)[1:])
        self._changed()

    @property
    def graph(self) -> Graph:
        if self._graph is None:
            raise ValueError(
                f"{self.name} does not know the shape of its inputs yet: begin with "
                "Input(shape=…), give the first layer an input_shape, or fit it to data"
            )
        return self._graph

    @property
    def layers(self) -> list[Layer]:
        stages = [s.layers if isinstance(s, Network) else [s] for s in self._stages]
        return [x for stage in stages for x in stage if not isinstance(x, InputLayer)]

    def prepare(self, x: Any) -> None:
        if self._input is None:
            first = next((s for s in self._stages if isinstance(s, Layer)), None)
            shape = np.shape(x)[1:] or (1,)
            self._input = Input(shape, dtype=first.dtype if first else None)
            self._changed()

    def _begin(self, symbol: Symbol) -> None:
        if self._stages or self._input is not None:
            raise ValueError(f"{self.name} has its input already, and was given another one")
        self._input = symbol

    def _changed(self) -> None:
        """Draw the graph anew; layers that were there keep their weights."""
        self._compiled = None
        if self._input is None or not self._stages:
            self._graph = None
            return
        symbol: Any = self._input
        for stage in self._stages:
            symbol = stage(symbol)
        self._graph = Graph([self._input], [symbol])


def _entry(stage: Layer | Network) -> Symbol | None:
    """Return an input for the first stage, if that says what it takes."""
    if isinstance(stage, Layer):
        return None if stage.input_shape is None else Input(stage.input_shape, dtype=stage.dtype)
    try:
        return Input(stage.inputs[0].shape, dtype=stage.dtype)
    except ValueError:  # a Sequential that does not know its own
        return None
