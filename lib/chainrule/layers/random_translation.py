"""Shift images by random distances while training."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias, final

import numpy as np

from chainrule.layers.random_image_layer import RandomImageLayer

if TYPE_CHECKING:
    from chainrule.arrays import Array

__all__ = ["RandomTranslation"]

Factor: TypeAlias = "float | tuple[float, float]"

_FILL_MODES: Final = ("constant", "nearest", "reflect", "wrap")


@final
class RandomTranslation(RandomImageLayer):
    """Shift each image by random fractions of its height and width.

    A factor f means a fraction from [−f, f]; (low, high) means one from that range. Positive
    fractions shift down and to the right. The pixels that enter are `fill_value` ("constant"), the
    edge ("nearest"), the mirror image ("reflect") or the opposite side ("wrap"). Between pixels,
    "bilinear" interpolates and "nearest" takes the closest pixel.

    Use this layer at the input: its backward pass does not shift the gradient back.

    Raises:
        ValueError: for another fill_mode or interpolation.

    Source: slides D0, D3 (concept K5).

    >>> image = np.array([[[1.0, 2.0, 3.0, 4.0]]])
    >>> RandomTranslation(0.0, (0.25, 0.25), fill_mode="constant")(image, training=True)
    array([[[0., 1., 2., 3.]]], dtype=float32)
    """

    def __init__(
        self,
        height_factor: Factor,
        width_factor: Factor,
        fill_mode: str = "reflect",
        interpolation: str = "bilinear",
        seed: int | None = None,
        fill_value: float = 0.0,
        **options: Any,
    ) -> None:
        super().__init__(seed, **options)
        if fill_mode not in _FILL_MODES:
            raise ValueError(f"{self.name}: fill_mode is one of {', '.join(_FILL_MODES)}")
        if interpolation not in {"bilinear", "nearest"}:
            raise ValueError(f"{self.name}: interpolation is 'bilinear' or 'nearest'")
        self.height_factor, self.width_factor = height_factor, width_factor
        self.fill_mode, self.interpolation = fill_mode, interpolation
        self.fill_value = fill_value

    def forward(self, x: Array, training: bool) -> tuple[Array, None]:
        if not training:
            return x, None
        generator = self.generator
        for axis, factor in ((1, self.height_factor), (2, self.width_factor)):
            low, high = factor if isinstance(factor, tuple | list) else (-factor, factor)
            x = self._shift(x, axis, generator.uniform(low, high, len(x)) * x.shape[axis])
        return x, None

    def backward(self, grad: Array, cache: None, needs_input_grad: bool) -> Array:  # noqa: ARG002
        return grad

    def _shift(self, x: Array, axis: int, distances: Array) -> Array:
        """Shift each image along one axis by its own number of pixels."""
        if self.interpolation == "nearest":
            distances = np.round(distances)
        source = np.arange(x.shape[axis]) - distances[:, np.newaxis]
        left = np.floor(source).astype(np.intp)
        fraction = (source - left).astype(x.dtype)
        fraction = fraction.reshape(len(x), *(-1 if a == axis else 1 for a in range(1, x.ndim)))
        near, far = self._pixels(x, axis, left), self._pixels(x, axis, left + 1)
        return np.asarray((1 - fraction) * near + fraction * far)

    def _pixels(self, x: Array, axis: int, places: Array) -> Array:
        size = x.shape[axis]
        shape = [1] * x.ndim
        shape[0], shape[axis] = len(x), size
        inner = _inner_places(places, size, self.fill_mode)
        pixels = np.take_along_axis(x, inner.reshape(shape), axis)
        if self.fill_mode == "constant":
            outside = (places < 0) | (places >= size)
            pixels = np.where(outside.reshape(shape), x.dtype.type(self.fill_value), pixels)
        return pixels


def _inner_places(places: Array, size: int, fill_mode: str) -> Array:
    """Return for each place the place inside the image whose pixel is shown there."""
    if fill_mode == "wrap":
        return places % size
    if fill_mode == "reflect":  # … c b a | a b c … c | c b a …
        places = places % (2 * size)
        return np.asarray(np.minimum(places, 2 * size - 1 - places))
    return np.clip(places, 0, size - 1)
