"""An optimizer moves weights against their gradients; each has its own idea of how far."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, Final, final

import numpy as np

from chainrule.arguments import reject_unknown
from chainrule.optimizers.schedules import LearningRateSchedule

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from chainrule.arrays import Array

__all__ = ["Optimizer"]

# Long vectors are walked in stretches that stay in the processor's cache from one pass to the next.
_STRETCH: Final = 1 << 15


class Optimizer(ABC):
    """The rule of one step, and what it remembers of earlier ones.

    A rule is written once, by `update`, for arrays of any shape, and in place. What it remembers,
    its *slots*, are arrays of the same shape that begin at `slot_start`.

    Every optimizer takes `clipvalue` (each slope is kept within ± that), `clipnorm` (each weight
    array's gradient is shortened to that length) or `global_clipnorm` (all of them together), and a
    number or a schedule as `learning_rate`.
    """

    slot_start: float = 0.0

    def __init__(
        self,
        learning_rate: float | LearningRateSchedule,
        clipnorm: float | None,
        clipvalue: float | None,
        global_clipnorm: float | None,
        unknown: dict[str, Any],
    ) -> None:
        kind = type(self).__name__
        self.name: str = unknown.pop("name", None) or kind.lower()
        reject_unknown(kind, unknown)
        chosen = [c for c in (clipnorm, clipvalue, global_clipnorm) if c is not None]
        if len(chosen) > 1 or any(c <= 0 for c in chosen):
            raise ValueError(
                f"{kind} takes one of clipnorm, clipvalue and global_clipnorm, above 0, and was "
                f"given {clipnorm}, {clipvalue} and {global_clipnorm}"
            )
        self.clipnorm, self.clipvalue, self.global_clipnorm = clipnorm, clipvalue, global_clipnorm
        self._learning_rate = learning_rate
        self.iterations = 0
        self._weights: list[Array] = []
        self._gradients: list[Array] = []
        self._parts: list[Array] = []
        self._stretches: list[tuple[Array, Array, list[Array]]] = []
        self.state: list[list[Array]] = []
        self._rate = np.zeros(())
        self.constants: list[Array] = []

    @property
    @abstractmethod
    def slots(self) -> tuple[str, ...]:
        """The names of what is remembered for each weight."""

    @property
    @abstractmethod
    def numbers(self) -> tuple[float, ...]:
        """The constants of the rule, which `update` finds in `constants`.

        There they are arrays of the weights' own kind, the quickest factors that NumPy knows.
        """

    @abstractmethod
    def update(self, w: Array, g: Array, state: Sequence[Array], rate: Array) -> None:
        """Take one step in place: `w` and `state` are changed, `g` may be written over."""

    @property
    def learning_rate(self) -> float:
        """The rate of the next step."""
        if isinstance(self._learning_rate, LearningRateSchedule):
            return self._learning_rate(self.iterations)
        return self._learning_rate

    @learning_rate.setter
    def learning_rate(self, value: float) -> None:
        if isinstance(self._learning_rate, LearningRateSchedule):
            raise TypeError(f"{self.name} follows a schedule, so its learning rate cannot be set")
        self._learning_rate = float(value)

    @final
    def bind(
        self, weights: Sequence[Array], gradients: Sequence[Array], parts: Sequence[Array] = ()
    ) -> None:
        """Take charge of these arrays; each later `step` moves the weights by the gradients.

        `parts` are the gradients that `clipnorm` shortens one by one, views into `gradients`. What
        is remembered is kept if the new arrays have the shapes of the old: they are the same
        weights, which another model has moved to its own place.
        """
        self._weights, self._gradients = list(weights), list(gradients)
        self._parts = list(parts) or self._gradients
        fresh = [[np.full_like(w, self.slot_start) for _ in self.slots] for w in weights]
        if [_kinds(slots) for slots in fresh] != [_kinds(slots) for slots in self.state]:
            self.state = fresh
        kind = self._weights[0].dtype if self._weights else np.dtype(float)
        self._rate, *self.constants = (np.array(number, kind) for number in (0.0, *self.numbers))
        self._stretches = [
            stretch
            for w, g, s in zip(self._weights, self._gradients, self.state, strict=True)
            for stretch in _stretches(w, g, s)
        ]

    @final
    def step(self) -> None:
        """Move the weights once."""
        if self.clipnorm or self.clipvalue or self.global_clipnorm:
            self._clip()
        self._rate.fill(self.learning_rate)
        for w, g, state in self._stretches:
            self.update(w, g, state, self._rate)
        self.iterations += 1

    @final
    def apply_gradients(self, grads_and_vars: Iterable[tuple[Any, Any]]) -> None:
        """Move each weight of the pairs (gradient, weight), arrays of one shape, in place.

        What is remembered belongs to the place in the list, so give the same weights each time.

        Raises:
            ValueError: where the weights are not those of the first call.
        """
        pairs = [(g, getattr(w, "value", w)) for g, w in grads_and_vars]
        weights = [w for _, w in pairs]
        if not self._weights:
            self.bind(weights, [np.empty_like(w) for w in weights])
        if [id(w) for w in weights] != [id(w) for w in self._weights]:
            raise ValueError(f"{self.name} was begun with other weights; make a new optimizer")
        for mine, (given, _) in zip(self._gradients, pairs, strict=True):
            mine[...] = given
        self.step()

    def _clip(self) -> None:
        if self.clipvalue:
            for g in self._gradients:
                np.clip(g, -self.clipvalue, self.clipvalue, out=g)
        elif self.clipnorm:
            for g in self._parts:
                _shorten([g], self.clipnorm)
        elif self.global_clipnorm:
            _shorten(self._gradients, self.global_clipnorm)

    def __repr__(self) -> str:
        return f"<optimizer {self.name}, learning_rate={self.learning_rate}>"


def _kinds(slots: list[Array]) -> list[Any]:
    return [(slot.shape, slot.dtype) for slot in slots]


def _stretches(w: Array, g: Array, state: list[Array]) -> list[tuple[Array, Array, list[Array]]]:
    if w.ndim != 1 or w.size <= _STRETCH:
        return [(w, g, state)]
    cuts = [slice(start, start + _STRETCH) for start in range(0, w.size, _STRETCH)]
    return [(w[cut], g[cut], [s[cut] for s in state]) for cut in cuts]


def _shorten(arrays: list[Array], longest: float) -> None:
    """Scale all arrays by one factor, so that together they are at most that long."""
    length = math.sqrt(sum(np.vdot(a, a) for a in arrays))
    if length > longest:
        for a in arrays:
            np.multiply(a, longest / length, out=a)
