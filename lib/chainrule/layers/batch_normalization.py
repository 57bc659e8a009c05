"""Normalize each feature over the batch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, final

import numpy as np

from chainrule import initializers, regularizers
from chainrule.arrays import ones
from chainrule.layers.layer import Layer

if TYPE_CHECKING:
    from chainrule.arrays import Array, Shape
    from chainrule.layers.weight import Weight

__all__ = ["BatchNormalization"]

Cache: TypeAlias = "tuple[Array, Array, bool]"


@final
class BatchNormalization(Layer):
    """Compute γ x̂ + β with x̂ = (x − μ) / √(σ² + ε), for each feature of the last axis.

    While training, μ and σ² (the biased variance, over n) are those of the batch, and the moving
    averages are updated: moving ← moving · momentum + batch · (1 − momentum). At inference, and
    in a frozen layer, the moving averages take the place of μ and σ².

    Backward pass, with δ = γ ∂J/∂out: while training
    ∂J/∂x = (δ − mean δ − x̂ · mean(δ x̂)) / √(σ² + ε), because μ and σ² depend on every example;
    at inference ∂J/∂x = δ / √(σ² + ε).

    Shapes: (n, …, m) to (n, …, m); gamma, beta and the moving averages (m,).

    Raises:
        ValueError: for an axis that is not the last.

    Source: slides D0 (concept L2); Ioffe and Szegedy, 2015.

    >>> BatchNormalization(epsilon=0)([[1.0], [3.0]], training=True)
    array([[-1.],
           [ 1.]], dtype=float32)
    """

    def __init__(
        self,
        axis: int = -1,
        momentum: float = 0.99,
        epsilon: float = 0.001,
        center: bool = True,
        scale: bool = True,
        beta_initializer: initializers.InitializerLike = "zeros",
        gamma_initializer: initializers.InitializerLike = "ones",
        moving_mean_initializer: initializers.InitializerLike = "zeros",
        moving_variance_initializer: initializers.InitializerLike = "ones",
        beta_regularizer: regularizers.RegularizerLike = None,
        gamma_regularizer: regularizers.RegularizerLike = None,
        **options: Any,
    ) -> None:
        super().__init__(**options)
        self.axis, self.momentum, self.epsilon = axis, momentum, epsilon
        self.center, self.scale = center, scale
        self.beta_initializer = initializers.get(beta_initializer)
        self.gamma_initializer = initializers.get(gamma_initializer)
        self.moving_mean_initializer = initializers.get(moving_mean_initializer)
        self.moving_variance_initializer = initializers.get(moving_variance_initializer)
        self.beta_regularizer = regularizers.get(beta_regularizer)
        self.gamma_regularizer = regularizers.get(gamma_regularizer)
        self.gamma: Weight | None = None
        self.beta: Weight | None = None

    def build(self, shape: Shape) -> Shape:
        if self.axis not in {-1, len(shape)}:
            raise ValueError(f"{self.name} normalizes the last axis, axis=-1, and not {self.axis}")
        m = shape[-1:]
        if self.scale:
            self.gamma = self.add_weight(
                "gamma", m, self.gamma_initializer, regularizer=self.gamma_regularizer
            )
        if self.center:
            self.beta = self.add_weight(
                "beta", m, self.beta_initializer, regularizer=self.beta_regularizer
            )
        self.moving_mean = self.add_weight(
            "moving_mean", m, self.moving_mean_initializer, trainable=False
        )
        self.moving_variance = self.add_weight(
            "moving_variance", m, self.moving_variance_initializer, trainable=False
        )
        return shape

    def forward(self, x: Array, training: bool) -> tuple[Array, Cache]:
        rows = x.reshape(-1, x.shape[-1])
        uses_batch = training and self.trainable
        if uses_batch:
            mean = _mean(rows)
            x_hat = rows - mean
            variance = _mean(x_hat * x_hat)
            _update_moving_average(self.moving_mean.value, mean, self.momentum)
            _update_moving_average(self.moving_variance.value, variance, self.momentum)
        else:
            x_hat = rows - self.moving_mean.value
            variance = self.moving_variance.value
        inverse_std = 1 / np.sqrt(variance + self.epsilon)
        x_hat *= inverse_std
        out = x_hat * self.gamma.value if self.gamma is not None else x_hat.copy()
        if self.beta is not None:
            out += self.beta.value
        return out.reshape(x.shape), (x_hat, inverse_std, uses_batch)

    def backward(self, grad: Array, cache: Cache, needs_input_grad: bool) -> Array | None:
        x_hat, inverse_std, uses_batch = cache
        rows = grad.reshape(x_hat.shape)
        mean_grad, mean_grad_x_hat = _mean(rows), _mean(rows * x_hat)
        if self.beta is not None and self.beta.gradient is not None:
            np.multiply(mean_grad, len(x_hat), out=self.beta.gradient)
        if self.gamma is not None and self.gamma.gradient is not None:
            np.multiply(mean_grad_x_hat, len(x_hat), out=self.gamma.gradient)
        if not needs_input_grad:
            return None
        if uses_batch:
            rows = rows - mean_grad - x_hat * mean_grad_x_hat
        factor = inverse_std if self.gamma is None else inverse_std * self.gamma.value
        return (rows * factor).reshape(grad.shape)


def _mean(rows: Array) -> Array:
    return np.asarray(ones(len(rows), rows.dtype.char).dot(rows) / len(rows))


def _update_moving_average(moving: Array, batch: Array, momentum: float) -> None:
    moving *= momentum
    moving += batch * (1 - momentum)
