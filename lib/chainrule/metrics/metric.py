"""Define what every metric has: a state, updated batch by batch, and a result."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, final

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

__all__ = ["Direction", "Metric"]

Direction: TypeAlias = Literal["max", "min"]
"""Whether a larger ("max") or a smaller ("min") value is better."""


class Metric(ABC):
    """Measure predictions over all batches since the last reset; no gradient is needed."""

    direction: ClassVar[Direction] = "max"
    """Which values are better, for callbacks that monitor the metric."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.reset_state()

    @abstractmethod
    def update_state(
        self, y_true: ArrayLike, y_pred: ArrayLike, sample_weight: ArrayLike | None = None
    ) -> None:
        """Add one batch to the state."""

    @abstractmethod
    def result(self) -> Any:
        """Return the metric over all batches since the last reset."""

    @abstractmethod
    def reset_state(self) -> None:
        """Forget all batches."""

    @final
    def __call__(
        self, y_true: ArrayLike, y_pred: ArrayLike, sample_weight: ArrayLike | None = None
    ) -> Any:
        """Add one batch to the state, and return the result so far."""
        self.update_state(y_true, y_pred, sample_weight)
        return self.result()

    def __repr__(self) -> str:
        return f"<metric {self.name}>"
