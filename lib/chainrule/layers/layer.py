"""A layer turns arrays into arrays, and slopes at its outputs into slopes at its inputs."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, final

import numpy as np

from chainrule import config
from chainrule.arguments import reject_unknown
from chainrule.layers.symbol import Node, Symbol
from chainrule.layers.weight import Weight

if TYPE_CHECKING:
    from chainrule import initializers, regularizers
    from chainrule.activations import Activation
    from chainrule.arrays import Array, Shape

__all__ = ["Bent", "Layer"]


class Layer(ABC):
    """One stage of a network.

    A layer is written by three methods: `build` makes the weights, `forward` computes the output
    and says what to remember, `backward` uses that memory. Shapes here are those of one example,
    without the batch.

    Every layer takes the options `name`, `trainable` (False freezes its weights), `dtype`
    ("float32" or "float64") and `input_shape` (needed in the first layer of a `Sequential`, if
    nothing else tells the shape).
    """

    merges: ClassVar[bool] = False
    """Whether the layer takes a list of inputs."""

    def __init__(self, **options: Any) -> None:
        kind = type(self).__name__
        self.name: str = options.pop("name", None) or config.unique_name(kind)
        self.trainable: bool = options.pop("trainable", True)
        self.dtype: str = options.pop("dtype", None) or config.floatx()
        self.input_shape: Shape | None = options.pop("input_shape", None)
        if (width := options.pop("input_dim", None)) is not None:
            self.input_shape = (width,)
        reject_unknown(kind, options)
        self.weights: list[Weight] = []
        self.built_for: Any = None
        self.output_shape: Shape = ()

    @abstractmethod
    def build(self, shape: Any) -> Shape:
        """Make the weights for inputs of that shape, and return the shape of the output."""

    @abstractmethod
    def forward(self, x: Any, training: bool) -> tuple[Array, Any]:
        """Return the output and whatever `backward` will need; `x` is not written to."""

    @abstractmethod
    def backward(self, grad: Array, memory: Any, wanted: bool) -> Any:
        """Write the weights' gradients, and return the one at the input where it is `wanted`.

        `grad` is the slope of the loss at each output, and may be written over.
        """

    @final
    def connect(self, shape: Any) -> Shape:
        """Build the layer once; a layer that is used again must be given the same shape.

        Raises:
            ValueError: where the layer was built for another shape.
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
        """Make one more weight."""
        value = initializer(shape, self.dtype)
        weight = Weight(name, value, trainable=trainable, regularizer=regularizer)
        self.weights.append(weight)
        return weight

    @final
    def __call__(self, inputs: Any, training: bool = False) -> Any:
        """Apply the layer to an array, or put it into a network that is being drawn.

        Raises:
            ValueError: where the shapes do not fit.
        """
        x: Any = inputs
        if not self.merges:
            if isinstance(x, Symbol):
                return Node(self, [x], self.connect(x.shape)).output
            x = np.asarray(x, self.dtype)
            self.connect(x.shape[1:])
        elif isinstance(x[0], Symbol):
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
        """Return how many numbers the layer holds."""
        return sum(weight.value.size for weight in self.weights)

    @final
    @property
    def trainable_weights(self) -> list[Weight]:
        """The weights that learn: none while the layer is frozen."""
        return [w for w in self.weights if w.trainable and self.trainable]

    def __repr__(self) -> str:
        return f"<{type(self).__name__} name={self.name}>"


class Bent(Layer):
    """A layer that ends in an activation.

    A loss that undoes the activation, as cross-entropy does softmax, gives the slope at the
    activation's *input*; such a slope enters by `backward_inside`.
    """

    activation: Activation

    @abstractmethod
    def backward_inside(self, grad: Array, memory: Any, wanted: bool) -> Any:
        """Do as `backward` for a slope at the input of the activation."""
