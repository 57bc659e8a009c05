"""A run: batches in an order of their own, steps that are counted, and curves as long as they."""

import math
import time
from collections.abc import Iterator
from typing import Any, Final, TypeAlias, final

import numpy as np
from chainrule.models import TrainingStep
from numpy.typing import NDArray

from chainrule_widgets.playground.data import data, features
from chainrule_widgets.playground.network import build
from chainrule_widgets.playground.state import State
from chainrule_widgets.playground.text import MOST_STEPS
from chainrule_widgets.playground.user_content import Own

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
        names = [weight.name for weight in self.net.model.trainable_weights]
        self._kernels = [i for i, name in enumerate(names) if name == "kernel"]
        self._training = self._epochs()
        self.steps = 0
        self.epochs = 0
        self.diverged = False
        self.sizes: list[float] = []
        self._spacing = 1
        self.history: list[tuple[float, float, float]] = []
        with np.errstate(all="ignore"):
            self._record()

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
        step = next(self._training)
        self.sizes = [_root_mean_square(step.gradients[i]) for i in self._kernels]
        self.steps += 1
        self.diverged = not math.isfinite(step.loss)
        if step.batch == self.epoch_steps - 1:
            self.epochs += 1
            if self.epochs % self._spacing == 0:
                self._record()

    def _epochs(self) -> Iterator[TrainingStep]:
        """Train without end; each epoch has its own order of the training examples."""
        rng, cut = np.random.default_rng(1000 * self.state.seed + 999), self.data.train
        while True:
            order = rng.permutation(cut)
            x, y = self.inputs[order], self.targets[order]
            yield from self.net.model.fit_steps(x, y, self.batch_size, shuffle=False)

    def losses(self) -> tuple[float, float]:
        """Return the loss on the training and on the test examples, as at inference."""
        with np.errstate(all="ignore"):
            return self._loss(slice(0, self.data.train)), self._loss(slice(self.data.train, None))

    def _loss(self, part: slice) -> float:
        model = self.net.model
        return float(model.evaluate(self.inputs[part], self.targets[part]))

    def _record(self) -> None:
        """Keep both losses; of a long run every second point goes, and then every second again."""
        self.history.append((self.epochs, *self.losses()))
        if len(self.history) > _LONGEST:
            self.history = self.history[::2]
            self._spacing *= 2


def _root_mean_square(gradient: Array) -> float:
    flat = gradient.reshape(-1)
    return math.sqrt(float(flat.dot(flat)) / flat.size)


def _targets(y: Array, classes: int) -> Array:
    if classes > 2:
        return np.eye(classes, dtype=np.float32)[y]
    return y.astype(np.float32)[:, np.newaxis]
