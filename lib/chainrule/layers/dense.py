"""Connect every input to every neuron."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, final

from chainrule import activations, initializers, regularizers
from chainrule.arguments import check_integer
from chainrule.arrays import ones
from chainrule.layers.activated_layer import ActivatedLayer

if TYPE_CHECKING:
    from chainrule.arrays import Array, Shape
    from chainrule.layers.weight import Weight

__all__ = ["Dense"]

Cache: TypeAlias = "tuple[Array, Array]"


@final
class Dense(ActivatedLayer):
    """Compute g(X W + b): neuron i returns g(w₀ᵢ + Σⱼ xⱼ wⱼᵢ).

    Backward pass, with δ = ∂J/∂z at z = X W + b: ∂J/∂W = Xᵀ δ, ∂J/∂b = Σ δ, ∂J/∂X = δ Wᵀ.

    Shapes: X (n, …, m), W = `kernel` (m, units), b = `bias` (units,), output (n, …, units).

    Raises:
        ValueError: for units that are not an integer ≥ 1, or inputs without features.

    Source: slides D2 (concept D1).

    >>> layer = Dense(2, kernel_initializer="ones", input_shape=(3,))
    >>> layer([[1.0, 2.0, 3.0]])
    array([[6., 6.]], dtype=float32)
    """

    def __init__(
        self,
        units: int,
        activation: str | activations.Activation | None = None,
        use_bias: bool = True,
        kernel_initializer: initializers.InitializerLike = "glorot_uniform",
        bias_initializer: initializers.InitializerLike = "zeros",
        kernel_regularizer: regularizers.RegularizerLike = None,
        bias_regularizer: regularizers.RegularizerLike = None,
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

    def forward(self, x: Array, training: bool) -> tuple[Array, Cache]:  # noqa: ARG002
        z = x.dot(self.kernel.value)
        if self.bias is not None:
            z += self.bias.value
        out = self.activation.forward(z)
        return out, (x, out)

    def backward(self, grad: Array, cache: Cache, needs_input_grad: bool) -> Array | None:
        grad_z = self.activation.backward(grad, cache[1])
        return self.backward_fused(grad_z, cache, needs_input_grad)

    def backward_fused(self, grad: Array, cache: Cache, needs_input_grad: bool) -> Array | None:
        if self.kernel.gradient is not None:
            x, grad_z = cache[0], grad
            if grad.ndim != 2:
                x, grad_z = x.reshape(-1, x.shape[-1]), grad.reshape(-1, self.units)
            x.T.dot(grad_z, self.kernel.gradient)
            if self.bias is not None:
                ones(len(grad_z), grad_z.dtype.char).dot(grad_z, self.bias.gradient)
        return grad.dot(self.kernel.value.T) if needs_input_grad else None
