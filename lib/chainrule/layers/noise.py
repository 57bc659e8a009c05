"""Layers that disturb the network while it trains, and let everything through afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from chainrule import config
from chainrule.arguments import reject_unknown
from chainrule.layers.layer import Layer

if TYPE_CHECKING:
    import numpy as np

    from chainrule.arrays import Array, Shape

__all__ = ["Dropout", "GaussianNoise"]


def _source(seed: int | None) -> np.random.Generator | None:
    """Return a stream of the layer's own where it has a seed; without, the common one is used."""
    return None if seed is None else config.generator(seed)


@final
class Dropout(Layer):
    """Each entry is set to 0 with probability `rate`; those kept are divided by 1 − rate.

    So the expected output is the input, and inference, where nothing is dropped, needs no change.
    `noise_shape`, with None for "as the input", makes entries share their fate: (None, 1, 8) drops
    the same of 8 features in all places of an example.

    Raises:
        ValueError: for a rate outside [0, 1].
        TypeError: for the older spelling `p=`.

    Source: all decks (K3); Srivastava et al., 2014.

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
                "Dropout needs a rate, the share of entries to drop, as in Dropout(0.5)"
            )
        super().__init__(**options)
        if not 0 <= rate <= 1:
            raise ValueError(f"{self.name}: rate is a share between 0 and 1, and not {rate!r}")
        self.rate, self.noise_shape, self.seed = rate, noise_shape, seed
        self._rng = _source(seed)

    def build(self, shape: Shape) -> Shape:
        return shape

    def forward(self, x: Array, training: bool) -> tuple[Array, Array | None]:
        if not training or self.rate == 0:
            return x, None
        rng = self._rng or config.generator()
        factor = (rng.random(self._noise_shape(x), x.dtype) >= self.rate).astype(x.dtype)
        factor *= 1 / (1 - self.rate) if self.rate < 1 else 0
        return x * factor, factor

    def backward(self, grad: Array, memory: Array | None, wanted: bool) -> Array:  # noqa: ARG002
        if memory is not None:
            grad *= memory
        return grad

    def _noise_shape(self, x: Array) -> Shape:
        if self.noise_shape is None:
            return x.shape
        return tuple(b if a is None else a for a, b in zip(self.noise_shape, x.shape, strict=True))


@final
class GaussianNoise(Layer):
    """x + N(0, stddev²) while training: examples that are all a little different each time.

    Source: D0, D3 (K5).

    >>> import numpy as np
    >>> bool(GaussianNoise(0.1, seed=0)(np.zeros((5, 2)), training=True).any())
    True
    """

    def __init__(self, stddev: float, seed: int | None = None, **options: Any) -> None:
        super().__init__(**options)
        if stddev < 0:
            raise ValueError(f"{self.name}: stddev is at least 0, and not {stddev!r}")
        self.stddev, self.seed = stddev, seed
        self._rng = _source(seed)

    def build(self, shape: Shape) -> Shape:
        return shape

    def forward(self, x: Array, training: bool) -> tuple[Array, None]:
        if not training or self.stddev == 0:
            return x, None
        noise = (self._rng or config.generator()).standard_normal(x.shape, x.dtype)
        noise *= self.stddev
        noise += x
        return noise, None

    def backward(self, grad: Array, memory: None, wanted: bool) -> Array:  # noqa: ARG002
        return grad
