"""Set random entries to zero while training."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from chainrule.arguments import reject_unknown
from chainrule.layers.random_layer import RandomLayer

if TYPE_CHECKING:
    from chainrule.arrays import Array, Shape

__all__ = ["Dropout"]


@final
class Dropout(RandomLayer):
    """Set each entry to 0 with probability `rate`, and divide the kept ones by 1 − rate.

    The expected output is then the input, and inference, where nothing is dropped, needs no
    rescaling. `noise_shape` is the shape of the mask, with None for "as the input": (None, 1, 8)
    drops the same of 8 features at all places of an example.

    Raises:
        ValueError: for a rate outside [0, 1].
        TypeError: for the older name `p=`.

    Source: all slides (concept K3); Srivastava et al., 2014.

    >>> import numpy as np
    >>> Dropout(0.5, seed=0)(np.ones((1, 4)), training=False)
    array([[1., 1., 1., 1.]], dtype=float32)
    >>> sorted(set(Dropout(0.5, seed=0)(np.ones((1, 99)), training=True).ravel().tolist()))
    [0.0, 2.0]
    """

    def __init__(
        self,
        rate: float | None = None,
        noise_shape: tuple[int | None, ...] | None = None,
        seed: int | None = None,
        **options: Any,
    ) -> None:
        if rate is None:
            reject_unknown("Dropout", options)
            raise TypeError(
                "Dropout needs a rate, the fraction of entries to drop, as in Dropout(0.5)"
            )
        super().__init__(seed, **options)
        if not 0 <= rate <= 1:
            raise ValueError(f"{self.name}: rate must be between 0 and 1, and is {rate!r}")
        self.rate, self.noise_shape = rate, noise_shape

    def build(self, shape: Shape) -> Shape:
        return shape

    def forward(self, x: Array, training: bool) -> tuple[Array, Array | None]:
        if not training or self.rate == 0:
            return x, None
        mask = (self.generator.random(self._mask_shape(x), x.dtype) >= self.rate).astype(x.dtype)
        mask *= 1 / (1 - self.rate) if self.rate < 1 else 0
        return x * mask, mask

    def backward(self, grad: Array, cache: Array | None, needs_input_grad: bool) -> Array:  # noqa: ARG002
        if cache is not None:
            grad *= cache
        return grad

    def _mask_shape(self, x: Array) -> Shape:
        if self.noise_shape is None:
            return x.shape
        return tuple(b if a is None else a for a, b in zip(self.noise_shape, x.shape, strict=True))
