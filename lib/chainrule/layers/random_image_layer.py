"""Define a layer that changes images at random while training."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from chainrule.layers.random_layer import RandomLayer

if TYPE_CHECKING:
    from chainrule.arrays import Shape

__all__ = ["RandomImageLayer"]


class RandomImageLayer(RandomLayer):
    """Change each image of a batch independently while training, and none at inference.

    Shapes: (n, height, width) or (n, height, width, channels), which is kept.
    """

    @final
    def build(self, shape: Shape) -> Shape:
        if len(shape) not in {2, 3}:
            raise ValueError(
                f"{self.name} needs images of shape (n, height, width[, channels]), got {shape}"
            )
        return shape
