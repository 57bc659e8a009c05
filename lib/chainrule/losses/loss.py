"""Define what every loss has: its value for a batch, and its gradient."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, Final, final

import numpy as np

from chainrule.arrays import as_floats, constant

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from chainrule.arrays import Array, Shape

__all__ = ["Loss"]

_REDUCTIONS: Final = ("sum_over_batch_size", "mean", "mean_with_sample_weight", "sum", "none", None)
_PLAIN_MEANS: Final = ("sum_over_batch_size", "mean")


class Loss(ABC):
    """Measure the error of predictions: L(y_true, y_pred).

    A subclass defines `terms`, the loss of single entries or rows, and the gradient of the sum of
    all terms: `terms_gradient` with respect to the predictions, and `fused` with respect to the
    input of the activation that the loss is fused with (σ with binary cross-entropy, softmax with
    categorical), where the product of both derivatives becomes `y_pred - y_true`.

    This class computes the loss of the batch from the terms: the mean over the last axis, if there
    is a term for each entry, then sample weights, then the reduction.

    Reductions: "sum_over_batch_size" = "mean" (divides by the number of examples, whatever their
    weights), "mean_with_sample_weight" (divides by the sum of the weights), "sum", "none".
    """

    paired_activation: ClassVar[str | None] = None
    """The activation that this loss can be fused with."""

    entrywise: ClassVar[bool] = True
    """Whether there is a term for each entry, and not one for each row."""

    axis: int = -1
    """The axis of an example's entries."""

    sparse: ClassVar[bool] = False
    """Whether y_true has the number of a class for each row of y_pred."""

    def __init__(self, reduction: str | None, name: str) -> None:
        if reduction not in _REDUCTIONS:
            known = ", ".join(map(repr, _REDUCTIONS))
            raise ValueError(f"there is no reduction {reduction!r}; the reductions are {known}")
        self.reduction, self.name = reduction, name

    @abstractmethod
    def terms(self, y_true: Array, y_pred: Array) -> Array:
        """Return the loss of each entry, or of each row."""

    @abstractmethod
    def terms_gradient(self, y_true: Array, y_pred: Array) -> Array:
        """Return the gradient of the sum of all terms at `y_pred`, as a new array of its shape."""

    @abstractmethod
    def fused(self, y_true: Array, y_pred: Array) -> tuple[Any, Array]:
        """Return the sum of all terms, and its gradient at the input of `paired_activation`.

        Training calls this at every step, so it is written for speed.
        """

    @final
    def __call__(
        self, y_true: ArrayLike, y_pred: ArrayLike, sample_weight: ArrayLike | None = None
    ) -> Any:
        """Return the loss of the batch: one number, or one an example for the reduction "none".

        Raises:
            ValueError: if the shapes do not fit.
        """
        true, pred = self.arrays(y_true, y_pred)
        return self._reduce(*self._apply_weights(self.per_example(true, pred), sample_weight))

    @final
    def gradient(
        self, y_true: ArrayLike, y_pred: ArrayLike, sample_weight: ArrayLike | None = None
    ) -> Array:
        """Return the gradient of the batch's loss with respect to `y_pred`, in its shape.

        For the reduction "none", each row is the gradient of the loss of its own example.

        Raises:
            ValueError: if the shapes do not fit.
        """
        true, pred = self.arrays(y_true, y_pred)
        return self.value_and_gradient(true, pred, sample_weight)[1].reshape(np.shape(y_pred))

    @final
    def value_and_gradient(
        self,
        y_true: Array,
        y_pred: Array,
        sample_weight: ArrayLike | None = None,
        *,
        is_fused: bool = False,
    ) -> tuple[Any, Array]:
        """Return loss and gradient, for arrays that `arrays` or `targets` has prepared.

        With `is_fused`, the gradient is the one at the input of `paired_activation`.
        """
        if is_fused:
            total, grad = self.fused(y_true, y_pred)
        else:
            total, grad = None, self.terms_gradient(y_true, y_pred)
        count = y_pred.size if self.entrywise else y_pred.size // y_pred.shape[-1]
        if sample_weight is None and self.reduction in _PLAIN_MEANS:
            grad *= constant(1 / count, grad.dtype.char)
            return (self.terms(y_true, y_pred).sum() if total is None else total) / count, grad
        values, weight = self._apply_weights(self.per_example(y_true, y_pred), sample_weight)
        grad *= values.size / (count * self._divisor(values, weight))
        if weight is not None:
            grad *= weight.reshape(weight.shape + (1,) * (grad.ndim - weight.ndim))
        return self._reduce(values, weight), grad

    @final
    def per_example(self, y_true: Array, y_pred: Array) -> Array:
        """Return the loss of each example, as Keras's function of the same name does."""
        terms = self.terms(y_true, y_pred)
        return np.asarray(terms.mean(axis=self.axis)) if self.entrywise else terms

    @final
    def arrays(self, y_true: ArrayLike, y_pred: ArrayLike) -> tuple[Array, Array]:
        """Return both as arrays of one dtype and one shape.

        A missing last axis of length 1 is inserted; class numbers stay integers.
        """
        pred = as_floats(y_pred, f"the loss {self.name}")
        if not self.sparse and np.ndim(y_true) == pred.ndim + 1 and np.shape(y_true)[-1] == 1:
            pred = pred[..., np.newaxis]
        return self.targets(y_true, pred.shape, pred.dtype), pred

    @final
    def targets(self, y_true: ArrayLike, shape: Shape, dtype: np.dtype[Any]) -> Array:
        """Return `y_true` in the shape and dtype that predictions of that shape and dtype need.

        Raises:
            ValueError: if the shapes do not fit, or a class number is out of range.
        """
        true = np.asarray(y_true, np.intp if self.sparse else dtype)
        needed = shape[:-1] if self.sparse else shape
        if true.ndim == len(needed) + 1 and true.shape[-1] == 1:
            true = true[..., 0]
        elif true.ndim == len(needed) - 1 and needed[-1] == 1:
            true = true[..., np.newaxis]
        if true.shape != needed:
            raise ValueError(
                f"{self.name} needs targets of shape {needed} for predictions of shape {shape}, "
                f"and was given {np.shape(y_true)}"
            )
        if self.sparse and true.size and not 0 <= true.min() <= true.max() < shape[-1]:
            raise ValueError(
                f"{self.name} needs the classes 0 … {shape[-1] - 1} for predictions of shape "
                f"{shape}, and was given {true.min()} … {true.max()}"
            )
        return true

    def _apply_weights(
        self, values: Array, sample_weight: ArrayLike | None
    ) -> tuple[Array, Array | None]:
        if sample_weight is None:
            return values, None
        weight = np.asarray(sample_weight, values.dtype)
        if weight.ndim == values.ndim + 1 and weight.shape[-1] == 1:
            weight = weight[..., 0]
        if weight.shape != values.shape[: weight.ndim]:
            raise ValueError(
                f"sample_weight has the shape {np.shape(sample_weight)}, "
                f"and the losses to be weighted have {values.shape}"
            )
        return values * weight.reshape(weight.shape + (1,) * (values.ndim - weight.ndim)), weight

    def _divisor(self, values: Array, weight: Array | None) -> float:
        if self.reduction in {"sum", "none", None}:
            return 1.0
        if self.reduction == "mean_with_sample_weight" and weight is not None:
            return float(weight.sum()) or 1.0
        return values.size or 1.0

    def _reduce(self, values: Array, weight: Array | None) -> Any:
        if self.reduction in {"none", None}:
            return values
        return values.sum() / self._divisor(values, weight)

    def __repr__(self) -> str:
        return f"<loss {self.name}>"
