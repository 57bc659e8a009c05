"""Define what every network has: a graph of layers, their weights, and a forward pass."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, final

import numpy as np

from chainrule import config
from chainrule.layers import Node, SymbolicTensor
from chainrule.networks.execution_plan import ExecutionPlan
from chainrule.networks.graph import Graph
from chainrule.networks.input_arrays import input_arrays
from chainrule.networks.layer_values import LayerValues
from chainrule.networks.summary import summary_table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from chainrule.arrays import Array
    from chainrule.layers import Layer, Weight

__all__ = ["Network"]


class Network(ABC):
    """Connect layers, from the inputs to the predictions."""

    def __init__(self, name: str | None) -> None:
        self.name = name or config.unique_name(type(self))

    @property
    @abstractmethod
    def graph(self) -> Graph:
        """The layers between inputs and outputs."""

    @property
    @abstractmethod
    def layers(self) -> list[Layer]:
        """The layers, the first one first."""

    @abstractmethod
    def prepare(self, x: Any) -> None:
        """Take the shape of the inputs from data, if it is not known yet."""

    @property
    def inputs(self) -> list[SymbolicTensor]:
        """The symbolic tensors of the inputs."""
        return self.graph.inputs

    @property
    def outputs(self) -> list[SymbolicTensor]:
        """The symbolic tensors of the predictions."""
        return self.graph.outputs

    @property
    def output_names(self) -> list[str]:
        """The names of the layers that return the predictions."""
        return [tensor.node.layer.name for tensor in self.outputs]

    @property
    def dtype(self) -> str:
        """The dtype that the network computes in."""
        layers = self.graph.layers
        return next((layer.dtype for layer in layers if layer.weights), layers[-1].dtype)

    @final
    def __call__(self, x: Any, training: bool = False) -> Any:
        """Return the predictions for arrays; or, given symbolic tensors, add the layers to a graph.

        For several outputs the result is a list.
        """
        given = list(x) if isinstance(x, list | tuple) else [x]
        if isinstance(given[0], SymbolicTensor):
            return self._add_to_graph(given)
        self.prepare(x)
        arrays = input_arrays(self.inputs, x, self.dtype)
        with np.errstate(over="ignore"):  # eᶻ may overflow to ∞, and 1 / ∞ is the right 0
            outputs, _ = ExecutionPlan(self.graph).forward(arrays, training)
        return outputs[0] if len(outputs) == 1 else outputs

    def _add_to_graph(self, given: list[SymbolicTensor]) -> Any:
        copies = dict(zip(map(id, self.inputs), given, strict=True))
        for node in self.graph.nodes:
            tensors = [copies[id(tensor)] for tensor in node.inputs]
            shapes = [tensor.shape for tensor in tensors]
            shape = node.layer.connect(shapes if node.layer.takes_many else shapes[0])
            copies[id(node.output)] = Node(node.layer, tensors, shape).output
        outputs = [copies[id(tensor)] for tensor in self.outputs]
        return outputs[0] if len(outputs) == 1 else outputs

    @final
    def layer_outputs(self, x: Any, training: bool = False) -> dict[str, Any]:
        """Return the output of each layer for these inputs, by the name of the layer.

        A layer that is used several times has a list of outputs.

        >>> from chainrule import layers, models
        >>> double = layers.Dense(1, use_bias=False, name="double")
        >>> model = models.Sequential([layers.Input((1,)), double, layers.Activation("relu")])
        >>> model.set_weights([[[2.0]]])
        >>> model.layer_outputs([[-3.0]])["double"]
        array([[-6.]], dtype=float32)
        """
        self.prepare(x)
        arrays = input_arrays(self.inputs, x, self.dtype)
        with np.errstate(over="ignore"):
            return LayerValues(self.graph, arrays, training).by_layer()

    @property
    def weights(self) -> list[Weight]:
        """All weights, layer by layer."""
        return [weight for layer in self.layers for weight in layer.weights]

    @property
    def trainable_weights(self) -> list[Weight]:
        """The weights that training changes, layer by layer."""
        return [weight for layer in self.layers for weight in layer.trainable_weights]

    @final
    def get_weights(self) -> list[Array]:
        """Return copies of all weights, layer by layer, in the order in which each made them."""
        return [weight.numpy() for weight in self.weights]

    @final
    def set_weights(self, values: Sequence[Any]) -> None:
        """Overwrite all weights.

        Raises:
            ValueError: for another number of arrays, or other shapes.
        """
        if len(values) != len(self.weights):
            raise ValueError(
                f"{self.name} has {len(self.weights)} weights, and was given {len(values)}"
            )
        remaining = list(values)
        for layer in self.layers:
            n = len(layer.weights)
            layer.set_weights(remaining[:n])
            remaining = remaining[n:]

    @final
    def count_params(self) -> int:
        """Return the number of parameters of all layers."""
        return sum(layer.count_params() for layer in self.layers)

    @final
    def get_layer(self, name: str | None = None, index: int | None = None) -> Layer:
        """Return the layer of that name, or with that index.

        Raises:
            ValueError: if no layer has that name.
        """
        if index is not None:
            return self.layers[index]
        for layer in self.layers:
            if layer.name == name:
                return layer
        raise ValueError(f"no layer is called {name!r}; they are {[x.name for x in self.layers]}")

    @property
    def trainable(self) -> bool:
        """Whether any layer is trainable; setting it freezes or unfreezes all layers."""
        return any(layer.trainable for layer in self.layers)

    @trainable.setter
    def trainable(self, value: bool) -> None:
        for layer in self.layers:
            layer.trainable = value

    @final
    def summary(self, print_fn: Callable[[str], Any] = print) -> None:
        """Print a table of the layers, their output shapes and their numbers of parameters."""
        print_fn(summary_table(self.name, self.layers, self.graph))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} name={self.name}, layers={len(self.layers)}>"
