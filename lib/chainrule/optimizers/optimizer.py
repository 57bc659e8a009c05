"""Define what every optimizer has: an update rule, its state, and gradient clipping."""

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

# Long vectors are updated in chunks that stay in the processor's cache from one pass to the next.
_CHUNK_SIZE: Final = 1 << 15


class Optimizer(ABC):
    """Update weights from their gradients, step by step.

    A subclass defines one method, `update`, for arrays of any shape, in place. Its state consists
    of *slots*, arrays of the weights' shape that start at `slot_start`.

    Every optimizer takes a number or a schedule as `learning_rate`, and one of `clipvalue` (each
    entry of a gradient is clipped to ± that value), `clipnorm` (each weight's gradient is rescaled
    to at most that norm) and `global_clipnorm` (all gradients together are).
    """

    slot_start: float = 0.0

    def __init__(
        self,
        learning_rate: float | LearningRateSchedule,
        clipnorm: float | None,
        clipvalue: float | None,
        global_clipnorm: float | None,
        options: dict[str, Any],
    ) -> None:
        class_name = type(self).__name__
        self.name: str = options.pop("name", None) or class_name.lower()
        reject_unknown(class_name, options)
        limits = [c for c in (clipnorm, clipvalue, global_clipnorm) if c is not None]
        if len(limits) > 1 or any(c <= 0 for c in limits):
            raise ValueError(
                f"{class_name} takes one of clipnorm, clipvalue and global_clipnorm, above 0, and "
                f"was given {clipnorm}, {clipvalue} and {global_clipnorm}"
            )
        self.clipnorm, self.clipvalue, self.global_clipnorm = clipnorm, clipvalue, global_clipnorm
        self._learning_rate = learning_rate
        self.iterations = 0
        self._weights: list[Array] = []
        self._gradients: list[Array] = []
        self._parts: list[Array] = []
        self._chunks: list[tuple[Array, Array, list[Array], Array]] = []
        self.state: list[list[Array]] = []
        self._step_size = np.zeros(())
        self.hyperparameter_arrays: list[Array] = []

    @property
    @abstractmethod
    def slots(self) -> tuple[str, ...]:
        """Return the names of the state arrays that each weight has."""

    @property
    @abstractmethod
    def hyperparameters(self) -> tuple[float, ...]:
        """Return the constants of the rule.

        `update` finds them in `hyperparameter_arrays`, as arrays of shape () in the dtype of the
        weights, because NumPy multiplies fastest by such arrays.
        """

    @abstractmethod
    def update(
        self, w: Array, g: Array, state: Sequence[Array], step_size: Array, scratch: Array
    ) -> None:
        """Update `w` and `state` in place for the gradient `g`.

        `g` may be overwritten, and so may `scratch`, which has the same shape: it takes an
        intermediate result without a new array. `step_size` is the present `step_size()`.
        """

    def step_size(self) -> float:
        """Return the factor of the next step: the learning rate, unless the rule corrects it."""
        return self.learning_rate

    @property
    def learning_rate(self) -> float:
        """The learning rate of the next step."""
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
        """Set the arrays that each later `step` updates, and those with their gradients.

        `parts` are the gradients that `clipnorm` rescales one by one, views into `gradients`. The
        state is kept if the new arrays have the shapes of the old ones: they are the same weights,
        which another model has copied into its own vector.
        """
        self._weights, self._gradients = list(weights), list(gradients)
        self._parts = list(parts) or self._gradients
        initial = [[np.full_like(w, self.slot_start) for _ in self.slots] for w in weights]
        if [_shapes(slots) for slots in initial] != [_shapes(slots) for slots in self.state]:
            self.state = initial
        dtype = self._weights[0].dtype if self._weights else np.dtype(float)
        self._step_size = np.zeros((), dtype)
        self.hyperparameter_arrays = [np.array(value, dtype) for value in self.hyperparameters]
        self._chunks = [
            chunk
            for w, g, s in zip(self._weights, self._gradients, self.state, strict=True)
            for chunk in _chunks(w, g, s)
        ]

    @final
    def step(self) -> None:
        """Update the weights once."""
        if self.clipnorm or self.clipvalue or self.global_clipnorm:
            self._clip()
        self._step_size.fill(self.step_size())
        for w, g, state, scratch in self._chunks:
            self.update(w, g, state, self._step_size, scratch)
        self.iterations += 1

    @final
    def apply_gradients(self, grads_and_vars: Iterable[tuple[Any, Any]]) -> None:
        """Update the weight of each pair (gradient, weight) in place; both have one shape.

        The state belongs to the position in the list, so give the same weights each time.

        Raises:
            ValueError: if the weights are not those of the first call.
        """
        pairs = [(g, getattr(w, "value", w)) for g, w in grads_and_vars]
        weights = [w for _, w in pairs]
        if not self._weights:
            self.bind(weights, [np.empty_like(w) for w in weights])
        if [id(w) for w in weights] != [id(w) for w in self._weights]:
            raise ValueError(f"{self.name} was first used for other weights; make a new optimizer")
        for buffer, (gradient, _) in zip(self._gradients, pairs, strict=True):
            buffer[...] = gradient
        self.step()

    def _clip(self) -> None:
        if self.clipvalue:
            for g in self._gradients:
                np.clip(g, -self.clipvalue, self.clipvalue, out=g)
        elif self.clipnorm:
            for g in self._parts:
                _clip_norm([g], self.clipnorm)
        elif self.global_clipnorm:
            _clip_norm(self._gradients, self.global_clipnorm)

    def __repr__(self) -> str:
        return f"<optimizer {self.name}, learning_rate={self.learning_rate}>"


def _shapes(slots: list[Array]) -> list[Any]:
    return [(slot.shape, slot.dtype) for slot in slots]


def _chunks(
    w: Array, g: Array, state: list[Array]
) -> list[tuple[Array, Array, list[Array], Array]]:
    if w.ndim != 1 or w.size <= _CHUNK_SIZE:
        return [(w, g, state, np.empty_like(w))]
    scratch = np.empty_like(w[:_CHUNK_SIZE])
    cuts = [slice(start, start + _CHUNK_SIZE) for start in range(0, w.size, _CHUNK_SIZE)]
    return [(w[cut], g[cut], [s[cut] for s in state], scratch[: w[cut].size]) for cut in cuts]


def _clip_norm(arrays: list[Array], max_norm: float) -> None:
    """Rescale all arrays by one factor, so that their common norm is at most `max_norm`."""
    norm = math.sqrt(sum(np.vdot(a, a) for a in arrays))
    if norm > max_norm:
        for a in arrays:
            np.multiply(a, max_norm / norm, out=a)
