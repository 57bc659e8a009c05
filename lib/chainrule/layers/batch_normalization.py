"""Batch normalisation: each feature brought to mean 0 and deviation 1 inside the network."""

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

Memory: TypeAlias = "tuple[Array, Array, bool]"


@final
class BatchNormalization(Layer):
    """γ x̂ + β with x̂ = (x − μ) / √(σ² + ε), for each feature of the last axis.

    While training, μ and σ² (the biased one, over n) are those of the batch, and the moving ones
    follow: moving ← moving · momentum + batch · (1 − momentum). At inference, and in a frozen
    layer, the moving ones are used.

    Backwards, while training: ∂J/∂x = γ/√(σ² + ε) · (δ − mean δ − x̂ · mean(δ x̂)), because μ and σ²
    depend on every example; at inference the first term alone.

    Shapes: (n, …, m) to (n, …, m); gamma, beta and the moving ones (m,).

    Source: D0 (L2); Ioffe and Szegedy, 2015.

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
        beta_initializer: initializers.Spelling = "zeros",
        gamma_initializer: initializers.Spelling = "ones",
        moving_mean_initializer: initializers.Spelling = "zeros",
        moving_variance_initializer: initializers.Spelling = "ones",
        beta_regularizer: regularizers.Spelling = None,
        gamma_regularizer: regularizers.Spelling = None,
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
            raise ValueError(f"{self.name} normalises the last axis, axis=-1, and not {self.axis}")
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

    def forward(self, x: Array, training: bool) -> tuple[Array, Memory]:
        rows = x.reshape(-1, x.shape[-1])
        by_batch = training and self.trainable
        if by_batch:
            mean = _mean(rows)
            hat = rows - mean
            variance = _mean(hat * hat)
            _follow(self.moving_mean.value, mean, self.momentum)
            _follow(self.moving_variance.value, variance, self.momentum)
        else:
            hat = rows - self.moving_mean.value
            variance = self.moving_variance.value
        inverse = 1 / np.sqrt(variance + self.epsilon)
        hat *= inverse
        out = hat * self.gamma.value if self.gamma is not None else hat.copy()
        if self.beta is not None:
            out += self.beta.value
        return out.reshape(x.shape), (hat, inverse, by_batch)

    def backward(self, grad: Array, memory: Memory, wanted: bool) -> Array | None:
        hat, inverse, by_batch = memory
        slopes = grad.reshape(hat.shape)
        to_beta, to_gamma = _mean(slopes), _mean(slopes * hat)
        if self.beta is not None and self.beta.gradient is not None:
            np.multiply(to_beta, len(hat), out=self.beta.gradient)
        if self.gamma is not None and self.gamma.gradient is not None:
            np.multiply(to_gamma, len(hat), out=self.gamma.gradient)
        if not wanted:
            return None
        if by_batch:
            slopes = slopes - to_beta - hat * to_gamma
        factor = inverse if self.gamma is None else inverse * self.gamma.value
        return (slopes * factor).reshape(grad.shape)


def _mean(rows: Array) -> Array:
    return np.asarray(ones(len(rows), rows.dtype.char).dot(rows) / len(rows))


def _follow(moving: Array, batch: Array, momentum: float) -> None:
    moving *= momentum
    moving += batch * (1 - momentum)
