"""Compute the binary cross-entropy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, final

import numpy as np

from chainrule.activations import sigmoid
from chainrule.arrays import constant
from chainrule.losses.clipping import clip, needs_clipping, unclipped
from chainrule.losses.loss import Loss

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from chainrule.arrays import Array

__all__ = ["BinaryCrossentropy", "binary_crossentropy"]


@final
class BinaryCrossentropy(Loss):
    """Compute BCE = −1/n Σ [ y log p + (1 − y) log(1 − p) ].

    Gradient: (p − y) / (p (1 − p) n). p is clipped to [1e-7, 1 − 1e-7], and the gradient is 0
    where this changes p. With `from_logits` the predictions are logits z with p = σ(z); nothing
    is clipped then, and the gradient is (σ(z) − y) / n. `label_smoothing` s changes the targets
    to y (1 − s) + s/2.

    Raises:
        ValueError: for a label_smoothing outside [0, 1].

    Source: all slides (concept E4).

    >>> bce = BinaryCrossentropy()
    >>> bce([1.0, 0.0], [0.9, 0.2]).round(4)
    np.float64(0.1643)
    >>> bce.gradient([1.0, 0.0], [0.9, 0.2]).round(4)
    array([-0.5556,  0.625 ])
    """

    paired_activation: ClassVar[str | None] = "sigmoid"

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
            raise ValueError(f"label_smoothing must be between 0 and 1, and is {label_smoothing!r}")
        self.from_logits, self.label_smoothing, self.axis = from_logits, label_smoothing, axis

    def terms(self, y_true: Array, y_pred: Array) -> Array:
        y = self._smooth(y_true)
        if self.from_logits:
            # −y log σ(z) − (1 − y) log(1 − σ(z)), in a form in which no power overflows
            softplus = np.log1p(np.exp(-np.abs(y_pred)))
            return np.asarray(np.maximum(y_pred, 0) - y_pred * y + softplus)
        p = clip(y_pred)
        terms = np.log(p)
        terms *= y
        log_q = 1 - p
        np.log(log_q, out=log_q)
        log_q *= 1 - y
        terms += log_q
        return np.negative(terms, out=terms)

    def terms_gradient(self, y_true: Array, y_pred: Array) -> Array:
        y = self._smooth(y_true)
        if self.from_logits:
            return sigmoid(y_pred) - y
        kept = unclipped(y_pred)
        p = np.where(kept, y_pred, 0.5)
        return np.asarray(kept * (p - y) / (p * (1 - p)), y_pred.dtype)

    def fused(self, y_true: Array, y_pred: Array) -> tuple[Any, Array]:
        y = self._smooth(y_true)
        grad, p = y_pred - y, y_pred
        if needs_clipping(y_pred):
            p = clip(y_pred)
            grad *= p == y_pred  # where a probability is clipped the gradient is 0
        one = constant(1.0, p.dtype.char)
        q = one - p
        total = float(np.vdot(y, np.log(p))) + float(np.vdot(one - y, np.log(q, out=q)))
        return -total, grad

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
