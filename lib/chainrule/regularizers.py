"""Regularization penalties on weights, which are added to the loss.

A regularizer is called with the weights and returns the penalty; `gradient` returns its gradient.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, Final, TypeAlias, final

import numpy as np

from chainrule.arrays import as_floats

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from chainrule.arrays import Array

__all__ = ["L1", "L1L2", "L2", "Regularizer", "RegularizerLike", "get", "l1", "l1_l2", "l2"]


class Regularizer(ABC):
    """Compute a penalty on weights of any shape, and its gradient."""

    @abstractmethod
    def __call__(self, w: ArrayLike) -> Any:
        """Return the penalty, one number."""

    @abstractmethod
    def gradient(self, w: ArrayLike) -> Array:
        """Return the gradient of the penalty, in the shape of `w`."""


def _strength(value: float, name: str) -> float:
    if not 0 <= value < float("inf"):
        raise ValueError(f"the strength {name} must be a finite number ≥ 0, and is {value!r}")
    return value


@final
class L1(Regularizer):
    """Compute λ Σ |w|, with gradient λ sign(w), 0 at 0. Small weights become exactly 0.

    Source: slides D0, D4 (concept K1).

    >>> L1(0.1)([3.0, -4.0]).round(3)
    np.float64(0.7)
    >>> L1(0.1).gradient([3.0, -4.0])
    array([ 0.1, -0.1])
    """

    def __init__(self, l1: float = 0.01) -> None:
        self.l1 = _strength(l1, "l1")

    def __call__(self, w: ArrayLike) -> Any:
        return self.l1 * np.abs(as_floats(w)).sum()

    def gradient(self, w: ArrayLike) -> Array:
        return np.asarray(self.l1 * np.sign(as_floats(w)))


@final
class L2(Regularizer):
    """Compute λ Σ w², with gradient 2 λ w. Every weight shrinks by the same fraction.

    Source: slides D0, D4 (concept K2).

    >>> L2(0.1)([3.0, -4.0])
    np.float64(2.5)
    >>> L2(0.1).gradient([3.0, -4.0]).round(3)
    array([ 0.6, -0.8])
    """

    def __init__(self, l2: float = 0.01) -> None:
        self.l2 = _strength(l2, "l2")

    def __call__(self, w: ArrayLike) -> Any:
        w = as_floats(w)
        return self.l2 * np.square(w).sum()

    def gradient(self, w: ArrayLike) -> Array:
        return np.asarray((2 * self.l2) * as_floats(w))


@final
class L1L2(Regularizer):
    """Compute λ₁ Σ |w| + λ₂ Σ w², also called the elastic net.

    Source: Zou and Hastie, *Regularization and variable selection via the elastic net*, 2005.

    >>> L1L2(l1=0.1, l2=0.1)([3.0, -4.0]).round(3)
    np.float64(3.2)
    """

    def __init__(self, l1: float = 0.0, l2: float = 0.0) -> None:
        self.l1, self.l2 = _strength(l1, "l1"), _strength(l2, "l2")

    def __call__(self, w: ArrayLike) -> Any:
        return L1(self.l1)(w) + L2(self.l2)(w)

    def gradient(self, w: ArrayLike) -> Array:
        return L1(self.l1).gradient(w) + L2(self.l2).gradient(w)


def l1(l1: float = 0.01) -> L1:
    """Return `L1(l1)`, by the name on the slides.

    >>> l1(0.001)([2.0])
    np.float64(0.002)
    """
    return L1(l1)


def l2(l2: float = 0.01) -> L2:
    """Return `L2(l2)`, by the name on the slides: `kernel_regularizer=l2(0.001)`.

    >>> l2(0.001)([2.0])
    np.float64(0.004)
    """
    return L2(l2)


def l1_l2(l1: float = 0.01, l2: float = 0.01) -> L1L2:
    """Return `L1L2(l1, l2)`, by the name in older code.

    >>> l1_l2(0.5, 0.25)([2.0])
    np.float64(2.0)
    """
    return L1L2(l1, l2)


_BY_NAME: Final[dict[str, type[Regularizer]]] = {
    "l1": L1,
    "l2": L2,
    "l1_l2": L1L2,
    "L1": L1,
    "L2": L2,
    "L1L2": L1L2,
}

RegularizerLike: TypeAlias = str | Regularizer | None
"""A regularizer, its name, or none."""


def get(name: RegularizerLike) -> Regularizer | None:
    """Return the regularizer of that name; a regularizer or None is returned unchanged.

    Raises:
        ValueError: if no regularizer has that name.

    >>> get("l2")([1.0])
    np.float64(0.01)
    """
    if name is None or isinstance(name, Regularizer):
        return name
    if name not in _BY_NAME:
        raise ValueError(f"there is no regularizer {name!r}; the regularizers are l1, l2, l1_l2")
    return _BY_NAME[name]()
