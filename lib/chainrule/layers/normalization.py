"""Bring input features to mean 0 and standard deviation 1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, final

import numpy as np

from chainrule.config import EPSILON
from chainrule.initializers import Constant
from chainrule.layers.layer import Layer

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from chainrule.arrays import Array, Shape

__all__ = ["Normalization"]

Statistic: TypeAlias = "float | list[float] | Array | None"


@final
class Normalization(Layer):
    """Compute (x − mean) / max(√variance, 1e-7) for each feature of the last axis.

    The statistics are given, or computed by `adapt` from the training data; test data are
    normalized with the statistics of the training data, which the layer keeps. With `axis=None`
    all entries share one mean and one variance. `invert=True` computes the inverse.

    Raises:
        ValueError: for one of mean and variance without the other, or an axis that is not the last.

    Source: slides D0 (concept L1).

    >>> layer = Normalization()
    >>> layer.adapt([[1.0, 10.0], [3.0, 30.0]])
    >>> layer([[2.0, 40.0]])
    array([[0., 2.]], dtype=float32)
    """

    def __init__(
        self,
        axis: int | None = -1,
        mean: Statistic = None,
        variance: Statistic = None,
        invert: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(**options)
        if (mean is None) != (variance is None):
            raise ValueError(f"{self.name} needs both mean and variance, or neither")
        if axis not in {-1, None}:
            raise ValueError(f"{self.name} normalizes the last axis, axis=-1, or all: axis=None")
        self.axis, self.mean, self.variance, self.invert = axis, mean, variance, invert

    def build(self, shape: Shape) -> Shape:
        kept = shape[-1:] if self.axis == -1 else ()
        mean = 0.0 if self.mean is None else np.asarray(self.mean)
        variance = 1.0 if self.variance is None else np.asarray(self.variance)
        self._mean_weight = self.add_weight("mean", kept, Constant(mean), trainable=False)
        self._variance_weight = self.add_weight(
            "variance", kept, Constant(variance), trainable=False
        )
        return shape

    def adapt(self, data: ArrayLike) -> None:
        """Set mean and variance (over n) to those of the data, of shape (n, …, m)."""
        values = np.asarray(data, np.float64)
        self.connect(values.shape[1:])
        axes = tuple(range(values.ndim - 1)) if self.axis == -1 else None
        self._mean_weight.assign(values.mean(axis=axes))
        self._variance_weight.assign(values.var(axis=axes))

    def forward(self, x: Array, training: bool) -> tuple[Array, Array]:  # noqa: ARG002
        std = np.maximum(np.sqrt(self._variance_weight.value), EPSILON)
        if self.invert:
            return x * std + self._mean_weight.value, std
        return (x - self._mean_weight.value) / std, 1 / std

    def backward(self, grad: Array, cache: Array, needs_input_grad: bool) -> Array:  # noqa: ARG002
        grad *= cache
        return grad
