"""Show the examples behind each cell of a confusion matrix."""

from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule.metrics import confusion_matrix
from numpy.typing import ArrayLike, NDArray

from chainrule_widgets.explorable import Explorable, script

Array = NDArray[Any]
_SHOWN: Final = 12


def _listed(y: Array, predicted: Array, p: Array) -> list[int]:
    """Return the images to show: the most confident mistakes, and the least confident hits."""
    sure = p.max(axis=1)
    order = np.argsort(np.where(predicted == y, sure, -sure), kind="stable")
    cells: dict[tuple[int, int], list[int]] = {}
    for i in order.tolist():
        cells.setdefault((int(y[i]), int(predicted[i])), []).append(i)
    return [i for chosen in cells.values() for i in chosen[:_SHOWN]]


@final
class Mistakes(Explorable):
    """Draw a confusion matrix, and the images of the chosen cell, most confident mistakes first.

    Args:
        images: grey values of shape (n, height, width), at least 0.
        y: the true class of each image, a number 0 … k − 1.
        p: the probabilities that a network predicted, of shape (n, k).
        chosen: the cell at first: the true class and the predicted class.
    """

    _esm = script(__file__)

    matrix = traitlets.List().tag(sync=True)
    chosen = traitlets.List(traitlets.Int(min=0), minlen=2, maxlen=2).tag(sync=True)
    size = traitlets.List().tag(sync=True)
    examples = traitlets.List().tag(sync=True)
    images = traitlets.Bytes().tag(sync=True)

    def __init__(
        self, images: ArrayLike, y: ArrayLike, p: ArrayLike, *, chosen: tuple[int, int] = (0, 0)
    ) -> None:
        grey, labels, probabilities = np.asarray(images, float), np.ravel(y), np.asarray(p, float)
        if (
            grey.ndim != 3
            or probabilities.ndim != 2
            or not len(grey) == len(labels) == len(probabilities)
        ):
            raise ValueError(
                "Mistakes needs images (n, height, width), labels (n,) and probabilities (n, k), "
                f"not {grey.shape}, {labels.shape} and {probabilities.shape}"
            )
        if not all(0 <= number < probabilities.shape[1] for number in chosen):
            raise ValueError(f"there is no cell {chosen} among {probabilities.shape[1]} classes")
        predicted = probabilities.argmax(axis=1)
        shown = _listed(labels, predicted, probabilities)
        most = grey.max() or 1.0
        super().__init__(
            matrix=confusion_matrix(labels, predicted, probabilities.shape[1]).tolist(),
            chosen=list(chosen),
            size=list(grey.shape[1:]),
            examples=[
                [int(labels[i]), int(predicted[i]), float(probabilities[i].max())] for i in shown
            ],
            images=np.round(255 * grey[shown] / most).astype(np.uint8).tobytes(),
        )

    def describe(self) -> str:
        true, predicted = self.chosen
        total, hits = np.sum(self.matrix), np.trace(self.matrix)
        return (
            f"{hits} of {total} right. Of {sum(self.matrix[true])} examples of class {true}, "
            f"{self.matrix[true][predicted]} were predicted as {predicted}"
        )
