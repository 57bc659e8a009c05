"""Show how networks predict images that are mirrored, shifted or noisy."""

from collections.abc import Mapping
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import layers
from numpy.typing import ArrayLike, NDArray

from chainrule_widgets.explorable import StateExplorable, script

Array = NDArray[Any]
_STATE: Final = ("place", "flip", "dx", "dy", "noise")


def changed(images: Array, *, flip: bool, dx: int, dy: int, noise: float) -> Array:
    """Return the images mirrored, shifted right by dx and down by dy, and with Gaussian noise.

    The library's layers shift by a random amount. Here the range contains only one value.
    """
    out = images[:, :, ::-1] if flip else images
    height, width = images.shape[1:]
    down, right = (dy / height, dy / height), (dx / width, dx / width)
    out = layers.RandomTranslation(down, right, "constant")(out, training=True)
    return np.asarray(layers.GaussianNoise(noise, seed=0)(out, training=True))


@final
class Augmented(StateExplorable):
    """Show an image before and after the change, with the predictions and accuracy of networks.

    Args:
        images: of shape (n, height, width), with values from 0 to 1.
        y: the class of each image.
        nets: one to three trained models for such images, by name.
    """

    _esm = script(__file__)
    depends_on = _STATE

    place = traitlets.Int(0, min=0).tag(sync=True)
    flip = traitlets.Bool(False).tag(sync=True)
    dx = traitlets.Int(0, min=-4, max=4).tag(sync=True)
    dy = traitlets.Int(0, min=-4, max=4).tag(sync=True)
    noise = traitlets.Float(0.0, min=0.0, max=1.0).tag(sync=True)
    count = traitlets.Int().tag(sync=True)
    names = traitlets.List(traitlets.Unicode()).tag(sync=True)

    def __init__(
        self, images: ArrayLike, y: ArrayLike, nets: Mapping[str, Any], **state: Any
    ) -> None:
        self._images, self._y = np.asarray(images, "f4"), np.ravel(y)
        if self._images.ndim != 3 or len(self._images) != len(self._y):
            raise ValueError(
                f"Augmented needs images (n, height, width) and their n labels, not "
                f"{self._images.shape} and {self._y.shape}"
            )
        if not 1 <= len(nets) <= 3:
            raise ValueError(f"Augmented compares one to three networks, not {len(nets)}")
        self._nets = dict(nets)
        super().__init__(count=len(self._y), names=list(nets), **state)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        place = int(asked["place"]) % len(self._y)
        how = {name: asked[name] for name in ("flip", "dx", "dy", "noise")}
        after = changed(self._images, **how)
        # Small batches stay on one core, which is faster here than several threads.
        probabilities = [
            np.asarray(net.predict(after, batch_size=32, verbose=0)) for net in self._nets.values()
        ]
        answer = {
            **how,
            "place": place,
            "true": int(self._y[place]),
            "shares": [probability[place].tolist() for probability in probabilities],
            "accuracy": [
                float((probability.argmax(axis=1) == self._y).mean())
                for probability in probabilities
            ],
        }
        return answer, [np.stack([self._images[place], after[place]]).astype("<f4").tobytes()]

    def describe(self) -> str:
        read = ", ".join(
            f"{name} {accuracy:.1%}"
            for name, accuracy in zip(self.names, self.seen["accuracy"], strict=True)
        )
        return (
            f"accuracy on all {self.count} images, {'mirrored, ' if self.flip else ''}shifted by "
            f"({self.dx}, {self.dy}), noise {self.noise:g}: {read}"
        )
