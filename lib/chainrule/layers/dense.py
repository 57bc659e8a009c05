"""The dense layer: every neuron adds up all inputs, each with its own weight, and bends the sum."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, final

from chainrule import activations, initializers, regularizers
from chainrule.arguments import check_integer
from chainrule.arrays import ones
from chainrule.layers.layer import Bent

if TYPE_CHECKING:
    from chainrule.arrays import Array, Shape
    from chainrule.layers.weight import Weight

__all__ = ["Dense"]

Memory: TypeAlias = "tuple[Array, Array]"


@final
class Dense(Bent):
    """g(X W + b), neuron by neuron: g(w₀ᵢ + Σⱼ xⱼ wⱼᵢ).

    Shapes: X (n, …, m), W = `kernel` (m, units), b = `bias` (units,), output (n, …, units).
    Backwards, with δ the slope at z = X W + b: ∂J/∂W = Xᵀ δ, ∂J/∂b = Σ δ, ∂J/∂X = δ Wᵀ.

    Raises:
        ValueError: for units below 1, or inputs without features.

    Source: D2 (D1).

    >>> layer = Dense(2, kernel_initializer="ones", input_shape=(3,))
    >>> layer([[1.0, 2.0, 3.0]])
    array([[6., 6.]], dtype=float32)
    """

    def __init__(
        self,
        units: int,
        activation: str | activations.Activation | None = None,
        use_bias: bool = True,
        kernel_initializer: initializers.Spelling = "glorot_uniform",
        bias_initializer: initializers.Spelling = "zeros",
        kernel_regularizer: regularizers.Spelling = None,
        bias_regularizer: regularizers.Spelling = None,
        **options: Any,
    ) -> None:
        super().__init__(**options)
        self.units, self.use_bias = check_integer("Dense", "units", units, 1), use_bias
        self.activation = activations.get(activation)
        self.kernel_initializer = initializers.get(kernel_initializer)
        self.bias_initializer = initializers.get(bias_initializer)
        self.kernel_regularizer = regularizers.get(kernel_regularizer)
        self.bias_regularizer = regularizers.get(bias_regularizer)
        self.bias: Weight | None = None

    def build(self, shape: Shape) -> Shape:
        if not shape:
            raise ValueError(
                f"{self.name} needs inputs of shape (batch, features), and got (batch,)"
            )
        self.kernel = self.add_weight(
            "kernel",
            (shape[-1], self.units),
            self.kernel_initializer,
            regularizer=self.kernel_regularizer,
        )
        if self.use_bias:
            self.bias = self.add_weight(
                "bias", (self.units,), self.bias_initializer, regularizer=self.bias_regularizer
            )
        return (*shape[:-1], self.units)

    def forward(self, x: Array, training: bool) -> tuple[Array, Memory]:  # noqa: ARG002
        z = x.dot(self.kernel.value)
        if self.bias is not None:
            z += self.bias.value
        out = self.activation.forward(z)
        return out, (x, out)

    def backward(self, grad: Array, memory: Memory, wanted: bool) -> Array | None:
        return self.backward_inside(self.activation.backward(grad, memory[1]), memory, wanted)

    def backward_inside(self, grad: Array, memory: Memory, wanted: bool) -> Array | None:
        if self.kernel.gradient is not None:
            rows, slopes = memory[0], grad
            if grad.ndim != 2:
                rows, slopes = rows.reshape(-1, rows.shape[-1]), grad.reshape(-1, self.units)
            rows.T.dot(slopes, self.kernel.gradient)
            if self.bias is not None:
                ones(len(slopes), slopes.dtype.char).dot(slopes, self.bias.gradient)
        return grad.dot(self.kernel.value.T) if wanted else None
