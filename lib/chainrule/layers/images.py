"""More examples from the ones at hand: an image that is flipped or moved shows the same thing.

Images are (height, width) or (height, width, channels), with the batch in front. Both layers act
while training only, and each image of a batch has its own fate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias, final

import numpy as np

from chainrule import config
from chainrule.layers.layer import Layer

if TYPE_CHECKING:
    from chainrule.arrays import Array, Shape

__all__ = ["RandomFlip", "RandomTranslation"]

Factor: TypeAlias = "float | tuple[float, float]"

_MODES: Final = ("horizontal", "vertical", "horizontal_and_vertical")
_FILLS: Final = ("constant", "nearest", "reflect", "wrap")


def _image_shape(name: str, shape: Shape) -> Shape:
    if len(shape) not in {2, 3}:
        raise ValueError(
            f"{name} needs images of shape (n, height, width[, channels]), got {shape}"
        )
    return shape


@final
class RandomFlip(Layer):
    """Half of the images are turned left-right, half upside down, or both, as `mode` says.

    Source: D0, D3 (K5).

    >>> images = np.tile([[[1.0, 2.0]]], (8, 1, 1))
    >>> flipped = RandomFlip("horizontal", seed=0)(images, training=True)
    >>> sorted({tuple(image[0].tolist()) for image in flipped})
    [(1.0, 2.0), (2.0, 1.0)]
    """

    def __init__(
        self, mode: str = "horizontal_and_vertical", seed: int | None = None, **options: Any
    ) -> None:
        super().__init__(**options)
        if mode not in _MODES:
            raise ValueError(f"{self.name}: mode is one of {', '.join(_MODES)}, and not {mode!r}")
        self.mode, self.seed = mode, seed
        self._rng = None if seed is None else config.generator(seed)

    def build(self, shape: Shape) -> Shape:
        return _image_shape(self.name, shape)

    def forward(self, x: Array, training: bool) -> tuple[Array, list[tuple[int, Array]]]:
        if not training:
            return x, []
        rng = self._rng or config.generator()
        out, turned = x.copy(), []
        for axis, way in ((2, "horizontal"), (1, "vertical")):
            if way in self.mode:
                turned.append((axis, rng.random(len(x)) < 0.5))
                _flip(out, *turned[-1])
        return out, turned

    def backward(self, grad: Array, memory: list[tuple[int, Array]], wanted: bool) -> Array:  # noqa: ARG002
        for axis, chosen in reversed(memory):
            _flip(grad, axis, chosen)
        return grad


def _flip(images: Array, axis: int, chosen: Array) -> None:
    images[chosen] = np.flip(images[chosen], axis)


@final
class RandomTranslation(Layer):
    """Each image is moved by a random share of its height and width.

    A factor f means a share from [−f, f]; (low, high) means one from that range. Positive shares
    move down and to the right. What enters at the border is 0 or `fill_value` ("constant"), the
    edge ("nearest"), the mirror image ("reflect") or the other side ("wrap"). Between pixels,
    "bilinear" mixes the neighbours and "nearest" takes the closest.

    This layer belongs at the input: it gives no gradient to what comes before it.

    Source: D0, D3 (K5).

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
        super().__init__(**options)
        if fill_mode not in _FILLS:
            raise ValueError(f"{self.name}: fill_mode is one of {', '.join(_FILLS)}")
        if interpolation not in {"bilinear", "nearest"}:
            raise ValueError(f"{self.name}: interpolation is 'bilinear' or 'nearest'")
        self.height_factor, self.width_factor = height_factor, width_factor
        self.fill_mode, self.interpolation = fill_mode, interpolation
        self.seed, self.fill_value = seed, fill_value
        self._rng = None if seed is None else config.generator(seed)

    def build(self, shape: Shape) -> Shape:
        return _image_shape(self.name, shape)

    def forward(self, x: Array, training: bool) -> tuple[Array, None]:
        if not training:
            return x, None
        rng = self._rng or config.generator()
        for axis, factor in ((1, self.height_factor), (2, self.width_factor)):
            low, high = factor if isinstance(factor, tuple | list) else (-factor, factor)
            x = self._moved(x, axis, rng.uniform(low, high, len(x)) * x.shape[axis])
        return x, None

    def backward(self, grad: Array, memory: None, wanted: bool) -> Array:  # noqa: ARG002
        return grad

    def _moved(self, x: Array, axis: int, by: Array) -> Array:
        """Move every image along one axis by its own number of pixels."""
        if self.interpolation == "nearest":
            by = np.round(by)
        source = np.arange(x.shape[axis]) - by[:, np.newaxis]
        left = np.floor(source).astype(np.intp)
        share = (source - left).astype(x.dtype)
        share = share.reshape(len(x), *(-1 if a == axis else 1 for a in range(1, x.ndim)))
        near, far = self._pick(x, axis, left), self._pick(x, axis, left + 1)
        return np.asarray((1 - share) * near + share * far)

    def _pick(self, x: Array, axis: int, places: Array) -> Array:
        size = x.shape[axis]
        inner = _inside(places, size, self.fill_mode)
        shape = [1] * x.ndim
        shape[0], shape[axis] = len(x), size
        picked = np.take_along_axis(x, inner.reshape(shape), axis)
        if self.fill_mode == "constant":
            outside = (places < 0) | (places >= size)
            picked = np.where(outside.reshape(shape), x.dtype.type(self.fill_value), picked)
        return picked


def _inside(places: Array, size: int, fill: str) -> Array:
    """Return where to look for pixels that lie beyond the border."""
    if fill == "wrap":
        return places % size
    if fill == "reflect":  # … c b a | a b c … c | c b a …
        places = places % (2 * size)
        return np.asarray(np.minimum(places, 2 * size - 1 - places))
    return np.clip(places, 0, size - 1)
