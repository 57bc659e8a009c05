"""Define what every layer has: weights, a forward pass and a backward pass."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, final

import numpy as np

from chainrule import config
from chainrule.arguments import reject_unknown
from chainrule.layers.symbolic_tensor import Node, SymbolicTensor
from chainrule.layers.weight import Weight

if TYPE_CHECKING:
    from chainrule import initializers, regularizers
    from chainrule.arrays import Array, Shape

__all__ = ["Layer"]


class Layer(ABC):
    """Compute an output from an input, and gradients from the gradient at the output.

    A subclass defines three methods: `build` makes the weights, `forward` computes the output and
    a cache, `backward` uses that cache. Shapes here are those of one example, without the batch.

    Every layer takes the options `name`, `trainable` (False freezes its weights), `dtype`
    ("float32" or "float64") and `input_shape` (needed in the first layer of a `Sequential`, if
    nothing else tells the shape).
    """

    takes_many: ClassVar[bool] = False
    """Whether the layer takes a list of inputs."""

    def __init__(self, **options: Any) -> None:
        class_name = type(self).__name__
        self.name: str = options.pop("name", None) or config.unique_name(class_name)
        self.trainable: bool = options.pop("trainable", True)
        self.dtype: str = options.pop("dtype", None) or config.floatx()
        self.input_shape: Shape | None = options.pop("input_shape", None)
        if (width := options.pop("input_dim", None)) is not None:
            self.input_shape = (width,)
        reject_unknown(class_name, options)
        self.weights: list[Weight] = []
        self.built_for: Any = None
        self.output_shape: Shape = ()

    @abstractmethod
    def build(self, shape: Any) -> Shape:
        """Make the weights for inputs of that shape, and return the shape of the output."""

    @abstractmethod
    def forward(self, x: Any, training: bool) -> tuple[Array, Any]:
        """Return the output, and a cache with all that `backward` needs; `x` is not changed."""

    @abstractmethod
    def backward(self, grad: Array, cache: Any, needs_input_grad: bool) -> Any:
        """Write the gradients of the weights, and return the gradient at the input.

        `grad` is the gradient of the loss with respect to the output, in the shape of the output,
        and may be overwritten. Without `needs_input_grad` the result may be None.
        """

    @final
    def connect(self, shape: Any) -> Shape:
        """Build the layer for inputs of that shape, once, and return the shape of the output.

        Raises:
            ValueError: if the layer was built for another shape.
        """
        if self.weights and self.built_for != shape:
            raise ValueError(
                f"the layer {self.name} was built for inputs of shape {(None, *self.built_for)}, "
                f"and was given {(None, *shape)}"
            )
        if not self.weights:
            self.built_for = shape
            self.output_shape = self.build(shape)
        return self.output_shape

    @final
    def add_weight(
        self,
        name: str,
        shape: Shape,
        initializer: initializers.Initializer,
        *,
        regularizer: regularizers.Regularizer | None = None,
        trainable: bool = True,
    ) -> Weight:
        """Add a weight array of that shape to the layer."""
        value = initializer(shape, self.dtype)
        weight = Weight(name, value, trainable=trainable, regularizer=regularizer)
        self.weights.append(weight)
        return weight

    @final
    def __call__(self, inputs: Any, training: bool = False) -> Any:
        """Return the output for an array, or add the layer to a graph for a symbolic tensor.

        Raises:
            ValueError: if the shapes do not fit.
        """
        x: Any = inputs
        if not self.takes_many:
            if isinstance(x, SymbolicTensor):
                return Node(self, [x], self.connect(x.shape)).output
            x = np.asarray(x, self.dtype)
            self.connect(x.shape[1:])
        elif isinstance(x[0], SymbolicTensor):
            return Node(self, list(x), self.connect([s.shape for s in x])).output
        else:
            x = [np.asarray(part, self.dtype) for part in x]
            self.connect([part.shape[1:] for part in x])
        return self.forward(x, training)[0]

    @final
    def get_weights(self) -> list[Array]:
        """Return copies of the weights, in the order in which the layer made them."""
        return [weight.numpy() for weight in self.weights]

    @final
    def set_weights(self, values: list[Any]) -> None:
        """Overwrite the weights.

        Raises:
            ValueError: for another number of arrays, or other shapes.
        """
        if len(values) != len(self.weights):
            raise ValueError(
                f"the layer {self.name} has {len(self.weights)} weights, not {len(values)}"
            )
        for weight, value in zip(self.weights, values, strict=True):
            if np.shape(value) != weight.shape:
                raise ValueError(
                    f"the layer {self.name} has a {weight.name} of shape {weight.shape}, "
                    f"and was given {np.shape(value)}"
                )
            weight.assign(value)

    @final
    def count_params(self) -> int:
        """Return the number of parameters of the layer."""
        return sum(weight.value.size for weight in self.weights)

    @final
    @property
    def trainable_weights(self) -> list[Weight]:
        """Return the weights that training changes: none while the layer is frozen."""
        return [w for w in self.weights if w.trainable and self.trainable]

    def __repr__(self) -> str:
        return f"<{type(self).__name__} name={self.name}>"
