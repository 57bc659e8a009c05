"""Add random noise while training."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from chainrule.layers.random_layer import RandomLayer

if TYPE_CHECKING:
    from chainrule.arrays import Array, Shape

__all__ = ["GaussianNoise"]


@final
class GaussianNoise(RandomLayer):
    """Add noise from N(0, stddev²) to each entry while training, and nothing at inference.

    Raises:
        ValueError: for a negative stddev.

    Source: slides D0, D3 (concept K5).

    >>> import numpy as np
    >>> bool(GaussianNoise(0.1, seed=0)(np.zeros((5, 2)), training=True).any())
    True
    """

    def __init__(self, stddev: float, seed: int | None = None, **options: Any) -> None:
        super().__init__(seed, **options)
        if stddev < 0:
            raise ValueError(f"{self.name}: stddev must be at least 0, and is {stddev!r}")
        self.stddev = stddev

    def build(self, shape: Shape) -> Shape:
        return shape

    def forward(self, x: Array, training: bool) -> tuple[Array, None]:
        if not training or self.stddev == 0:
            return x, None
        noise = self.generator.standard_normal(x.shape, x.dtype)
        noise *= self.stddev
        noise += x
        return noise, None

    def backward(self, grad: Array, cache: None, needs_input_grad: bool) -> Array:  # noqa: ARG002
        return grad
