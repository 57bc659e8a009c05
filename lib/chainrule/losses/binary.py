"""Binary cross-entropy: what it costs to be sure of the wrong one of two answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, final

import numpy as np

from chainrule.activations import sigmoid
from chainrule.arrays import constant
from chainrule.losses.cutting import cut, extreme, within
from chainrule.losses.loss import Loss

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from chainrule.arrays import Array

__all__ = ["BinaryCrossentropy", "binary_crossentropy"]


@final
class BinaryCrossentropy(Loss):
    """BCE = −1/n Σ [ y log p + (1 − y) log(1 − p) ], with slope (p − y) / (p (1 − p) n).

    p is kept within [1e-7, 1 − 1e-7]; where that changes it, the slope is 0. With `from_logits`
    the predictions are z and p = σ(z), and nothing needs to be cut: the slope is (σ(z) − y) / n.
    `label_smoothing` s moves the targets to y (1 − s) + s/2.

    Source: all decks (E4).

    >>> bce = BinaryCrossentropy()
    >>> bce([1.0, 0.0], [0.9, 0.2]).round(4)
    np.float64(0.1643)
    >>> bce.gradient([1.0, 0.0], [0.9, 0.2]).round(4)
    array([-0.5556,  0.625 ])
    """

    undoes: ClassVar[str | None] = "sigmoid"

    def __init__(
        self,
        from_logits: bool = False,
        label_smoothing: float = 0.0,
        axis: int = -1,
        reduction: str | None = "sum_over_batch_size",
        name: str = "binary_crossentropy",
    ) -> None:
        super().__init__(reduction, name)
        if not 0 <= label_smoothing <= 1:
            raise ValueError(f"label_smoothing is between 0 and 1, and not {label_smoothing!r}")
        self.from_logits, self.label_smoothing, self.axis = from_logits, label_smoothing, axis

    def terms(self, y_true: Array, y_pred: Array) -> Array:
        y = self._smooth(y_true)
        if self.from_logits:
            # y log σ(z) + (1 − y) log(1 − σ(z)), written so that no power overflows
            softplus = np.log1p(np.exp(-np.abs(y_pred)))
            return np.asarray(np.maximum(y_pred, 0) - y_pred * y + softplus)
        p = cut(y_pred)
        yes = np.log(p)
        yes *= y
        no = 1 - p
        np.log(no, out=no)
        no *= 1 - y
        yes += no
        return np.negative(yes, out=yes)

    def slope(self, y_true: Array, y_pred: Array) -> Array:
        y = self._smooth(y_true)
        if self.from_logits:
            return sigmoid(y_pred) - y
        inside = within(y_pred)
        p = np.where(inside, y_pred, 0.5)
        return np.asarray(inside * (p - y) / (p * (1 - p)), y_pred.dtype)

    def inside(self, y_true: Array, y_pred: Array) -> tuple[Any, Array]:
        y = self._smooth(y_true)
        slope, p = y_pred - y, y_pred
        if extreme(y_pred):
            p = cut(y_pred)
            slope *= p == y_pred  # where a probability was cut there is no slope
        one = constant(1.0, p.dtype.char)
        no = one - p
        total = float(np.vdot(y, np.log(p))) + float(np.vdot(one - y, np.log(no, out=no)))
        return -total, slope

    def _smooth(self, y: Array) -> Array:
        s = self.label_smoothing
        return y * (1 - s) + s / 2 if s else y


def binary_crossentropy(
    y_true: ArrayLike,
    y_pred: ArrayLike,
    from_logits: bool = False,
    label_smoothing: float = 0.0,
    axis: int = -1,
) -> Array:
    """Return the binary cross-entropy of each example, over the last axis.

    >>> binary_crossentropy([[1.0, 0.0]], [[0.9, 0.2]]).round(4)
    array([0.1643])
    """
    loss = BinaryCrossentropy(from_logits, label_smoothing, axis)
    return loss.per_example(*loss.arrays(y_true, y_pred))
