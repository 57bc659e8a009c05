"""A run: batches in an order of their own, steps that are counted, and curves as long as they."""

import math
import time
from typing import Any, Final, TypeAlias, final

import numpy as np
from chainrule.models.examples import Batch, Examples
from numpy.typing import NDArray

from chainrule_widgets.playground.data import data, features
from chainrule_widgets.playground.network import build
from chainrule_widgets.playground.own import Own
from chainrule_widgets.playground.state import State
from chainrule_widgets.playground.text import MOST_STEPS

Array: TypeAlias = NDArray[Any]
_LONGEST: Final = 160


@final
class Run:
    """One state in training; the same state and the same number of steps give the same weights."""

    def __init__(self, state: State, own: Own) -> None:
        self.state, self.own = state, own
        self.data = data(state, own)
        self.inputs = features(self.data.X, state.features)
        self.targets = _targets(self.data.y, self.data.classes)
        self.net = build(state, self.data, own, self.inputs.shape[1])
        self.batch_size = min(state.batch_size, self.data.train)
        cut = self.data.train
        self.train = Examples(self.net.model, self.inputs[:cut], self.targets[:cut])
        self.test = Examples(self.net.model, self.inputs[cut:], self.targets[cut:])
        self.net.model.compiled  # noqa: B018  # gathers the gradients, into which we keep views
        self._gradients = [
            layer.kernel.gradient.reshape(-1)
            for layer in self.net.dense
            if layer.kernel.gradient is not None
        ]
        self._rng = np.random.default_rng(1000 * state.seed + 999)
        self._order = np.arange(0)
        self._place = 0
        self.steps = 0
        self.epochs = 0
        self.diverged = False
        self.sizes: list[float] = []
        self._stride = 1
        self.curves: list[tuple[float, float, float]] = []
        with np.errstate(all="ignore"):
            self._remember()

    @property
    def epoch_steps(self) -> int:
        """How many steps an epoch has."""
        return -(-self.data.train // self.batch_size)

    @property
    def ended(self) -> bool:
        """Whether no step can be taken any more."""
        return self.diverged or self.steps >= MOST_STEPS

    def advance(self, until: int, milliseconds: float = math.inf) -> None:
        """Take steps up to that number, or until the time is over, whichever comes first."""
        end = time.perf_counter() + milliseconds / 1000
        until = min(until, MOST_STEPS)
        with np.errstate(all="ignore"):
            while self.steps < until and not self.diverged:
                self._step()
                if time.perf_counter() > end:
                    break

    def _step(self) -> None:
        compiled = self.net.model.compiled
        total, _, _ = compiled.differentiate(self._next())
        # The optimizer writes over the gradients, so they are measured before it moves.
        self.sizes = self._sizes()
        compiled.optimizer.step()
        self.steps += 1
        self.diverged = not math.isfinite(total)
        if self._place >= self.data.train:
            self.epochs += 1
            if self.epochs % self._stride == 0:
                self._remember()

    def _next(self) -> Batch:
        if self._place >= len(self._order):
            self._order, self._place = self._rng.permutation(self.data.train), 0
        chosen = self._order[self._place : self._place + self.batch_size]
        self._place += self.batch_size
        return self.train.batch(chosen)

    def _sizes(self) -> list[float]:
        """Return the root of the mean square of each kernel's gradient."""
        return [math.sqrt(float(g.dot(g)) / g.size) for g in self._gradients]

    def losses(self) -> tuple[float, float]:
        """Return the loss on the training and on the test examples, as at inference."""
        with np.errstate(all="ignore"):
            logs = [self.net.model.compiled.evaluate(e, 1024) for e in (self.train, self.test)]
        return float(logs[0]["loss"]), float(logs[1]["loss"])

    def _remember(self) -> None:
        """Keep both losses; of a long run every second point goes, and then every second again."""
        self.curves.append((self.epochs, *self.losses()))
        if len(self.curves) > _LONGEST:
            self.curves = self.curves[::2]
            self._stride *= 2


def _targets(y: Array, classes: int) -> Array:
    if classes > 2:
        return np.eye(classes, dtype=np.float32)[y]
    return y.astype(np.float32)[:, np.newaxis]
