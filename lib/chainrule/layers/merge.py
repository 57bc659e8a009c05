"""Layers that bring several branches of a network together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, final

import numpy as np

from chainrule.layers.layer import Layer

if TYPE_CHECKING:
    from chainrule.arrays import Array, Shape

__all__ = ["Add", "Concatenate"]


@final
class Add(Layer):
    """The sum of its inputs, which have one shape; the slope goes to each of them unchanged.

    Raises:
        ValueError: for inputs of different shapes.

    Source: D4 (D7).

    >>> Add()([[[1.0, 2.0]], [[10.0, 20.0]]])
    array([[11., 22.]], dtype=float32)
    """

    merges: ClassVar[bool] = True

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)

    def build(self, shape: list[Shape]) -> Shape:
        if len(set(shape)) > 1:
            raise ValueError(f"{self.name} needs inputs of one shape, and was given {shape}")
        return shape[0]

    def forward(self, x: list[Array], training: bool) -> tuple[Array, int]:  # noqa: ARG002
        total = x[0] + x[1] if len(x) > 1 else x[0].copy()
        for other in x[2:]:
            total += other
        return total, len(x)

    def backward(self, grad: Array, memory: int, wanted: bool) -> list[Array]:  # noqa: ARG002
        return [grad, *(grad.copy() for _ in range(memory - 1))]


@final
class Concatenate(Layer):
    """Its inputs side by side along `axis`; each input gets back its own part of the slope.

    Raises:
        ValueError: for inputs that differ in another axis, or the batch's axis.

    Source: D4 (D7).

    >>> Concatenate()([[[1.0, 2.0]], [[3.0]]])
    array([[1., 2., 3.]], dtype=float32)
    """

    merges: ClassVar[bool] = True

    def __init__(self, axis: int = -1, **options: Any) -> None:
        super().__init__(**options)
        if axis == 0:
            raise ValueError(f"{self.name}: axis 0 is the batch, which stays as it is")
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

    def backward(self, grad: Array, memory: list[int], wanted: bool) -> list[Array]:  # noqa: ARG002
        return [np.ascontiguousarray(part) for part in np.split(grad, memory, axis=self.axis)]
