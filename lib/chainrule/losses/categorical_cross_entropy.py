"""Compute the categorical cross-entropy for one-hot targets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, final

import numpy as np

from chainrule.activations import softmax
from chainrule.arrays import row_sums
from chainrule.config import EPSILON
from chainrule.losses.clipping import clip, needs_clipping, unclipped
from chainrule.losses.loss import Loss

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from chainrule.arrays import Array

__all__ = ["CategoricalCrossentropy", "categorical_crossentropy", "log_softmax"]


def log_softmax(z: Array) -> Array:
    """Return log softmax(z) over the last axis, finite also where softmax rounds to 0."""
    z = z - z.max(axis=-1, keepdims=True)
    z -= np.log(row_sums(np.exp(z)))
    return z


@final
class CategoricalCrossentropy(Loss):
    """Compute CCE = −1/n Σ_examples Σ_classes y log p, for rows y that are one-hot or sum to 1.

    Each row of p is first divided by its sum, then clipped to [1e-7, 1 − 1e-7]. With
    `from_logits` the predictions are logits z with p = softmax(z). The gradient with respect to z
    is (softmax(z) − y) / n, because most factors of the chain rule cancel. `label_smoothing` s
    changes the targets to y (1 − s) + s/k.

    Shapes: both (…, k); the loss is one number, the gradient (…, k).

    Raises:
        ValueError: for another axis than the last, or a label_smoothing outside [0, 1].

    Source: slides D0, D4 (concept E5).

    >>> cce = CategoricalCrossentropy()
    >>> cce([[0.0, 1.0, 0.0]], [[0.2, 0.7, 0.1]]).round(4)
    np.float64(0.3567)
    >>> CategoricalCrossentropy(from_logits=True).gradient([[0.0, 1.0]], [[0.0, 0.0]])
    array([[ 0.5, -0.5]])
    """

    paired_activation: ClassVar[str | None] = "softmax"
    entrywise: ClassVar[bool] = False

    def __init__(
        self,
        from_logits: bool = False,
        label_smoothing: float = 0.0,
        axis: int = -1,
        reduction: str | None = "sum_over_batch_size",
        name: str = "categorical_crossentropy",
    ) -> None:
        super().__init__(reduction, name)
        if axis != -1:
            raise ValueError(f"the classes must be on the last axis, axis=-1, and not {axis!r}")
        if not 0 <= label_smoothing <= 1:
            raise ValueError(f"label_smoothing must be between 0 and 1, and is {label_smoothing!r}")
        self.from_logits, self.label_smoothing, self.axis = from_logits, label_smoothing, axis

    def terms(self, y_true: Array, y_pred: Array) -> Array:
        z = self.from_logits
        logs = log_softmax(y_pred) if z else np.log(clip(y_pred / row_sums(y_pred)))
        logs *= self._smooth(y_true)
        return -row_sums(logs)[..., 0]

    def terms_gradient(self, y_true: Array, y_pred: Array) -> Array:
        y = self._smooth(y_true)
        if self.from_logits:
            return softmax(y_pred) * row_sums(y) - y
        total = row_sums(y_pred)
        p = y_pred / total
        # ∂L/∂p = −y / p; the quotient rule for p = y_pred / total then subtracts its mean.
        ratio = y * unclipped(p) / np.maximum(p, EPSILON)
        return np.asarray((row_sums(ratio * p) - ratio) / total)

    def fused(self, y_true: Array, y_pred: Array) -> tuple[Any, Array]:
        y, p = self._smooth(y_true), y_pred
        y_kept = y
        if needs_clipping(p):
            p = clip(p)
            y_kept = y * (p == y_pred)  # where a probability is clipped the gradient is 0
        grad = y_pred * row_sums(y_kept)
        grad -= y_kept
        return -float(np.vdot(y, np.log(p))), grad

    def _smooth(self, y: Array) -> Array:
        s = self.label_smoothing
        return y * (1 - s) + s / y.shape[-1] if s else y


def categorical_crossentropy(
    y_true: ArrayLike,
    y_pred: ArrayLike,
    from_logits: bool = False,
    label_smoothing: float = 0.0,
    axis: int = -1,
) -> Array:
    """Return the categorical cross-entropy of each example, over the last axis.

    >>> categorical_crossentropy([[0.0, 1.0]], [[0.25, 0.75]]).round(4)
    array([0.2877])
    """
    loss = CategoricalCrossentropy(from_logits, label_smoothing, axis)
    return loss.per_example(*loss.arrays(y_true, y_pred))
