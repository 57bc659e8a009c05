"""Flip random images while training."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, final

import numpy as np

from chainrule.layers.random_image_layer import RandomImageLayer

if TYPE_CHECKING:
    from chainrule.arrays import Array

__all__ = ["RandomFlip"]

_MODES: Final = ("horizontal", "vertical", "horizontal_and_vertical")


@final
class RandomFlip(RandomImageLayer):
    """Flip half of the images left-right, half of them upside down, or both, as `mode` says.

    Raises:
        ValueError: for another mode.

    Source: slides D0, D3 (concept K5).

    >>> images = np.tile([[[1.0, 2.0]]], (8, 1, 1))
    >>> flipped = RandomFlip("horizontal", seed=0)(images, training=True)
    >>> sorted({tuple(image[0].tolist()) for image in flipped})
    [(1.0, 2.0), (2.0, 1.0)]
    """

    def __init__(
        self, mode: str = "horizontal_and_vertical", seed: int | None = None, **options: Any
    ) -> None:
        super().__init__(seed, **options)
        if mode not in _MODES:
            raise ValueError(f"{self.name}: mode is one of {', '.join(_MODES)}, and not {mode!r}")
        self.mode = mode

    def forward(self, x: Array, training: bool) -> tuple[Array, list[tuple[int, Array]]]:
        if not training:
            return x, []
        generator, out = self.generator, x.copy()
        flips = []
        for axis, direction in ((2, "horizontal"), (1, "vertical")):
            if direction in self.mode:
                flips.append((axis, generator.random(len(x)) < 0.5))
                _flip(out, *flips[-1])
        return out, flips

    def backward(
        self,
        grad: Array,
        cache: list[tuple[int, Array]],
        needs_input_grad: bool,  # noqa: ARG002
    ) -> Array:
        for axis, chosen in reversed(cache):
            _flip(grad, axis, chosen)
        return grad


def _flip(images: Array, axis: int, chosen: Array) -> None:
    images[chosen] = np.flip(images[chosen], axis)
