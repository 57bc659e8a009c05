"""Define a layer that draws random numbers while training."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from chainrule import config
from chainrule.layers.layer import Layer

if TYPE_CHECKING:
    import numpy as np

__all__ = ["RandomLayer"]


class RandomLayer(Layer):
    """Draw from a random generator: from its own with a `seed`, else from the common one.

    The common generator is the one that `set_random_seed` sets.
    """

    def __init__(self, seed: int | None, **options: Any) -> None:
        super().__init__(**options)
        self.seed = seed
        self._generator = None if seed is None else config.generator(seed)

    @final
    @property
    def generator(self) -> np.random.Generator:
        """Return the random generator that the layer draws from."""
        return config.generator() if self._generator is None else self._generator
