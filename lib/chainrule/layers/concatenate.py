"""Concatenate the outputs of several layers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, final

import numpy as np

from chainrule.layers.layer import Layer

if TYPE_CHECKING:
    from chainrule.arrays import Array, Shape

__all__ = ["Concatenate"]


@final
class Concatenate(Layer):
    """Join the inputs along `axis`; each input gets its own part of the output's gradient.

    Shapes: the inputs may differ in `axis` only, which counts from the batch axis, 0.

    Raises:
        ValueError: for inputs that differ in another axis, or the batch axis.

    Source: slides D4 (concept D7).

    >>> Concatenate()([[[1.0, 2.0]], [[3.0]]])
    array([[1., 2., 3.]], dtype=float32)
    """

    takes_many: ClassVar[bool] = True

    def __init__(self, axis: int = -1, **options: Any) -> None:
        super().__init__(**options)
        if axis == 0:
            raise ValueError(f"{self.name}: axis 0 is the batch, which cannot be joined")
        self.axis = axis

    def build(self, shape: list[Shape]) -> Shape:
        axis = self.axis if self.axis < 0 else self.axis - 1
        others = {tuple(np.delete(s, axis).tolist()) for s in shape}
        if len(others) > 1:
            raise ValueError(
                f"{self.name} needs inputs that differ in axis {self.axis} only, and got {shape}"
            )
        joined = list(shape[0])
        joined[axis] = sum(s[axis] for s in shape)
        return tuple(joined)

    def forward(self, x: list[Array], training: bool) -> tuple[Array, list[int]]:  # noqa: ARG002
        ends = np.cumsum([part.shape[self.axis] for part in x])[:-1]
        return np.concatenate(x, axis=self.axis), ends.tolist()

    def backward(self, grad: Array, cache: list[int], needs_input_grad: bool) -> list[Array]:  # noqa: ARG002
        return [np.ascontiguousarray(part) for part in np.split(grad, cache, axis=self.axis)]
