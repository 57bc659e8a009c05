"""What every loss shares: one number for the batch, and the slope of it at each prediction."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, Final, final

import numpy as np

from chainrule.arrays import constant, floating

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from chainrule.arrays import Array, Shape

__all__ = ["Loss"]

_REDUCTIONS: Final = ("sum_over_batch_size", "mean", "mean_with_sample_weight", "sum", "none", None)
_PLAIN_MEANS: Final = ("sum_over_batch_size", "mean")


class Loss(ABC):
    """A distance between what is true and what was predicted, L(y_true, y_pred).

    Each loss here says three things about single entries or rows, its *terms*: their value, their
    slope, and the slope at the input of the activation that belongs to the loss (σ to binary
    cross-entropy, softmax to categorical), where the two together become `y_pred - y_true`.
    This class turns terms into the loss of the batch: the mean over the last axis, if the loss has
    one for every entry, then weights, then the reduction.

    Reductions: "sum_over_batch_size" = "mean" (divides by the number of examples, whatever their
    weights), "mean_with_sample_weight" (divides by the sum of the weights), "sum", "none".
    """

    undoes: ClassVar[str | None] = None
    """The activation that this loss is written for; its slope cancels out of the product."""

    entrywise: ClassVar[bool] = True
    """Whether there is a term for each entry, and not one for each row."""

    axis: int = -1
    """The axis of an example's entries."""

    sparse: ClassVar[bool] = False
    """Whether y_true has the number of a class for each row of y_pred."""

    def __init__(self, reduction: str | None, name: str) -> None:
        if reduction not in _REDUCTIONS:
            known = ", ".join(map(repr, _REDUCTIONS))
            raise ValueError(f"there is no reduction {reduction!r}; they are {known}")
        self.reduction, self.name = reduction, name

    @abstractmethod
    def terms(self, y_true: Array, y_pred: Array) -> Array:
        """Return the loss of each entry, or of each row."""

    @abstractmethod
    def slope(self, y_true: Array, y_pred: Array) -> Array:
        """Return the slope of the sum of all terms, in the shape of `y_pred`, as a new array."""

    @abstractmethod
    def inside(self, y_true: Array, y_pred: Array) -> tuple[Any, Array]:
        """Return the sum of all terms, and its slope at the input of the activation `undoes`.

        This is the way that training takes, and it is taken often.
        """

    @final
    def __call__(
        self, y_true: ArrayLike, y_pred: ArrayLike, sample_weight: ArrayLike | None = None
    ) -> Any:
        """Return the loss of the batch: one number, or one an example for the reduction "none".

        Raises:
            ValueError: where the shapes do not fit.
        """
        true, pred = self.arrays(y_true, y_pred)
        return self._reduced(*self._weighted(self.per_example(true, pred), sample_weight))

    @final
    def gradient(
        self, y_true: ArrayLike, y_pred: ArrayLike, sample_weight: ArrayLike | None = None
    ) -> Array:
        """Return the slope of the batch's loss at each prediction, in the shape of `y_pred`.

        For the reduction "none", each example's row is the slope of its own loss.

        Raises:
            ValueError: where the shapes do not fit.
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
        inside: bool = False,
    ) -> tuple[Any, Array]:
        """Return loss and gradient together, of arrays that `arrays` has seen.

        With `inside`, the gradient is the one at the input of the activation that the loss undoes.
        """
        if inside:
            total, slope = self.inside(y_true, y_pred)
        else:
            total, slope = None, self.slope(y_true, y_pred)
        count = y_pred.size if self.entrywise else y_pred.size // y_pred.shape[-1]
        if sample_weight is None and self.reduction in _PLAIN_MEANS:
            slope *= constant(1 / count, slope.dtype.char)
            return (self.terms(y_true, y_pred).sum() if total is None else total) / count, slope
        values, weight = self._weighted(self.per_example(y_true, y_pred), sample_weight)
        slope *= values.size / (count * self._divisor(values, weight))
        if weight is not None:
            slope *= weight.reshape(weight.shape + (1,) * (slope.ndim - weight.ndim))
        return self._reduced(values, weight), slope

    @final
    def per_example(self, y_true: Array, y_pred: Array) -> Array:
        """Return the loss of each example: what Keras's function of the same name returns."""
        return self._over_entries(self.terms(y_true, y_pred))

    @final
    def arrays(self, y_true: ArrayLike, y_pred: ArrayLike) -> tuple[Array, Array]:
        """Return both as arrays of one kind and one shape.

        A missing last axis of length 1 is put in; class numbers stay integers.
        """
        pred = floating(y_pred, f"the loss {self.name}")
        if not self.sparse and np.ndim(y_true) == pred.ndim + 1 and np.shape(y_true)[-1] == 1:
            pred = pred[..., np.newaxis]
        return self.targets(y_true, pred.shape, pred.dtype), pred

    @final
    def targets(self, y_true: ArrayLike, shape: Shape, dtype: np.dtype[Any]) -> Array:
        """Return targets as they are needed for predictions of that shape and dtype."""
        true = np.asarray(y_true, np.intp if self.sparse else dtype)
        wanted = shape[:-1] if self.sparse else shape
        if true.ndim == len(wanted) + 1 and true.shape[-1] == 1:
            true = true[..., 0]
        elif true.ndim == len(wanted) - 1 and wanted[-1] == 1:
            true = true[..., np.newaxis]
        if true.shape != wanted:
            raise ValueError(
                f"{self.name} needs targets of shape {wanted} for predictions of shape {shape}, "
                f"and was given {np.shape(y_true)}"
            )
        if self.sparse and true.size and not 0 <= true.min() <= true.max() < shape[-1]:
            raise ValueError(
                f"{self.name} needs the classes 0 … {shape[-1] - 1} for predictions of shape "
                f"{shape}, and was given {true.min()} … {true.max()}"
            )
        return true

    def _over_entries(self, terms: Array) -> Array:
        return np.asarray(terms.mean(axis=self.axis)) if self.entrywise else terms

    def _weighted(self, values: Array, weight: ArrayLike | None) -> tuple[Array, Array | None]:
        if weight is None:
            return values, None
        weights = np.asarray(weight, values.dtype)
        if weights.ndim == values.ndim + 1 and weights.shape[-1] == 1:
            weights = weights[..., 0]
        if weights.shape != values.shape[: weights.ndim]:
            raise ValueError(
                f"sample_weight has the shape {np.shape(weight)}, "
                f"and the losses to be weighted have {values.shape}"
            )
        return values * weights.reshape(
            weights.shape + (1,) * (values.ndim - weights.ndim)
        ), weights

    def _divisor(self, values: Array, weight: Array | None) -> float:
        if self.reduction in {"sum", "none", None}:
            return 1.0
        if self.reduction == "mean_with_sample_weight" and weight is not None:
            return float(weight.sum()) or 1.0
        return values.size or 1.0

    def _reduced(self, values: Array, weight: Array | None) -> Any:
        if self.reduction in {"none", None}:
            return values
        return values.sum() / self._divisor(values, weight)

    def __repr__(self) -> str:
        return f"<loss {self.name}>"
