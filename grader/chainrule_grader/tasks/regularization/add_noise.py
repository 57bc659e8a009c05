"""Examples that tremble a little, so that no two epochs see quite the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

import numpy as np
from chainrule_worker.handles import Seed
from numpy.random import Generator

from chainrule_grader.judging.comparison import close
from chainrule_grader.judging.observation import Array, check_property
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Implementation, Misconception, Observation, Task
from chainrule_grader.tasks.regularization._draws import bounded

LEAST: Final = (120, 100)
"""The smallest shape, with 12 000 draws. The mean square of n normal draws is off by a share ε < 1
with a probability of at most 2 exp(−n ε²/8), their mean by t deviations with 2 exp(−n t²/2), a
share of them by t with 2 exp(−2 n t²): with the margins below, each is less than 2e-7, and all of
a check less than 1e-6.
"""


def _observe(add_noise: Subject, rng: Generator) -> Iterator[Observation]:
    """Look at the noise itself, at what a seed does, and at no noise at all."""
    rows, columns = (rng.integers(10, size=2) * [1, 2] + LEAST).tolist()
    X = np.repeat([[0.0, float(rng.integers(16, 26))]], columns // 2, axis=1) + np.zeros((rows, 1))

    def draw(std: float, seed: int) -> Array:
        return bounded(add_noise(X, std, Seed(seed)), "a table", X.shape)

    def seed() -> int:
        return int(rng.integers(2**31))

    for std in (0.7, 1.9):
        what = f"add_noise(X, {std}, rng)"
        noise = draw(std, seed()) - X
        yield from _sized("noise", what, noise, std)
        yield from _spread("noise", what, noise, std, X)
    once, criterion = seed(), "the generator"
    first, same, other = (draw(0.5, s) for s in (once, once, once + 1))
    yield from _sized(criterion, "add_noise(X, 0.5, rng)", first - X, 0.5)
    message = "Two generators of one seed give two results: the draws do not come from rng."
    yield check_property(
        criterion, "add_noise(X, 0.5, rng)", close(first, same, 1e-6).all(), message
    )
    message = "Whatever the generator, the noise is the same: the draws do not come from rng."
    yield check_property(criterion, "add_noise(X, 0.5, rng)", (first != other).any(), message)
    yield from _sized("no noise", "add_noise(X, 2, rng)", draw(2.0, seed()) - X, 2.0)
    message = "With a deviation of 0 nothing should change."
    yield check_property(
        "no noise", "add_noise(X, 0, rng)", close(X, draw(0.0, seed()), 1e-6).all(), message
    )


def _sized(criterion: str, what: str, noise: Array, std: float) -> Iterator[Observation]:
    """Look whether the noise is about 0, and of the right size."""
    size, middle = float(np.sqrt(np.mean(noise**2))), float(np.mean(noise))
    yield check_property(criterion, what, size > 0, "Nothing is added: X comes back as it was.")
    alike = np.ptp(noise) <= 1e-3 * std
    yield check_property(
        criterion, what, not alike, "Every number gets the same noise: one draw is not enough."
    )
    message = "The noise is not about 0: the numbers grow or shrink on average."
    yield check_property(criterion, what, abs(middle) <= 0.06 * std, message)
    mistakes = {
        "The square of std is used as the deviation: that is the variance.": std**2,
        "The root of std is used as the deviation: std is no variance.": std**0.5,
        "The noise does not go beyond ±std: that is uniform noise, not Gaussian.": std / 3**0.5,
    }
    for message, other in mistakes.items():
        yield check_property(criterion, what, abs(size / other - 1) > 0.06, message)
    right = abs(size / std - 1) <= 0.06
    yield check_property(criterion, what, right, "The noise does not have the deviation std.")


def _spread(criterion: str, what: str, noise: Array, std: float, X: Array) -> Iterator[Observation]:
    """Look whether each number has its own noise, of the same kind everywhere."""
    low, high = noise[X == 0], noise[X > 0]
    message = "X is not in the result: its numbers are not to be seen under the noise."
    yield check_property(criterion, what, np.mean(high) > -10, message)
    message = "Where X is 0 there is no noise: it should be added, not multiplied."
    yield check_property(criterion, what, low.any(), message)
    for half in (low, high):
        message = (
            "Among the smallest or largest numbers the noise is not about 0, as where it is cut."
        )
        yield check_property(criterion, what, abs(np.mean(half)) <= 0.08 * std, message)
        message = "The noise depends on the number that it is added to."
        size = float(np.sqrt(np.mean(half**2)))
        yield check_property(criterion, what, abs(size / std - 1) <= 0.08, message)
    message = "All noise is of one size: it should be small more often than large."
    yield check_property(criterion, what, np.ptp(np.abs(noise)) > 1e-3 * std, message)
    message = "All examples get the same noise."
    yield check_property(criterion, what, not np.allclose(noise, noise[0]), message)
    message = "All numbers of an example get the same noise."
    yield check_property(criterion, what, not np.allclose(noise, noise[:, :1]), message)
    near = float(np.mean(np.abs(noise) <= std))
    message = "The noise is too often of middle size: Gaussian noise is a bell curve."
    yield check_property(criterion, what, near >= 0.6427, message)
    message = "The noise is too often very small or very large: Gaussian noise is a bell curve."
    yield check_property(criterion, what, near <= 0.7227, message)


Noise = Callable[[Array, float, Generator], Any]


def _made(noise: Noise) -> Implementation:
    return lambda X, std, rng: X + noise(X, std, rng)


def _in_place(X: Array, std: float, rng: Generator) -> Array:
    X += rng.normal(0, std, X.shape)
    return X


TASK = Task(
    reference=_made(lambda X, std, rng: rng.normal(0, float(std), X.shape)),
    observe=_observe,
    misconceptions=(
        Misconception(
            "variance",
            _made(lambda X, std, rng: rng.normal(0, std**2, X.shape)),
            "You square std; rng.normal takes the standard deviation itself.",
        ),
        Misconception(
            "root",
            _made(lambda X, std, rng: rng.normal(0, std**0.5, X.shape)),
            "You take the square root of std; use std itself.",
        ),
        Misconception(
            "std-ignored",
            _made(lambda X, _std, rng: rng.normal(size=X.shape)),
            "Your noise always has the standard deviation 1; use std.",
        ),
        Misconception(
            "std-as-mean",
            _made(lambda X, std, rng: rng.normal(std, size=X.shape)),
            "You use std as the mean of the noise; the mean is 0 and std is the deviation.",
        ),
        Misconception(
            "positive-uniform",
            _made(lambda X, std, rng: std * rng.random(X.shape)),
            "Your noise is uniform between 0 and std; use normal noise with mean 0.",
        ),
        Misconception(
            "uniform",
            _made(lambda X, std, rng: rng.uniform(-std, std, X.shape)),
            "Your noise is uniform between −std and std; use normal noise.",
        ),
        Misconception(
            "uniform-of-that-deviation",
            _made(lambda X, std, rng: rng.uniform(-std, std, X.shape) * 3**0.5),
            "Your noise has the right deviation but a uniform distribution; use normal noise.",
        ),
        Misconception(
            "noise-alone",
            lambda X, std, rng: rng.normal(0, std, X.shape),
            "You return the noise alone; add it to X.",
        ),
        Misconception(
            "times-the-number",
            lambda X, std, rng: X * (1 + rng.normal(0, std, X.shape)),
            "You multiply the noise by X; add the noise to X.",
        ),
        Misconception(
            "multiplied",
            lambda X, std, rng: X * rng.normal(0, std, X.shape),
            "You multiply X by the noise; add the noise.",
        ),
        Misconception(
            "one-row",
            _made(lambda X, std, rng: rng.normal(0, std, X.shape[1])),
            "All examples get the same noise; draw noise in the shape of X.",
        ),
        Misconception(
            "one-column",
            _made(lambda X, std, rng: rng.normal(0, std, (len(X), 1))),
            "All numbers of an example get the same noise; draw noise in the shape of X.",
        ),
        Misconception(
            "one-number",
            _made(lambda X, std, _rng: np.full(X.shape, std)),
            "You add std itself to every number; add random noise.",
        ),
        Misconception(
            "other-generator",
            _made(lambda X, std, _rng: np.random.normal(0, std, X.shape)),  # noqa: NPY002
            "You do not draw from rng; use the generator that is given.",
        ),
        Misconception(
            "own-seed",
            _made(lambda X, std, _rng: np.random.default_rng(0).normal(0, std, X.shape)),
            "You create a generator with a fixed seed, so the noise is always the same; use rng.",
        ),
        Misconception(
            "positive-only",
            _made(lambda X, std, rng: np.abs(rng.normal(0, std, X.shape))),
            "Your noise is never negative; its mean must be 0.",
        ),
        Misconception(
            "two-sizes",
            _made(lambda X, std, rng: rng.choice([-std, std], X.shape)),
            "Your noise is either +std or −std; use normal noise.",
        ),
        Misconception(
            "half-of-the-numbers",
            _made(lambda X, std, rng: rng.normal(0, std, X.shape) * rng.integers(0, 2, X.shape)),
            "Only some of the numbers get noise; add noise to all of them.",
        ),
        Misconception(
            "cut",
            lambda X, std, rng: np.clip(X + rng.normal(0, std, X.shape), X.min(), X.max()),
            "You clip the result to the range of X; do not clip it.",
        ),
        Misconception(
            "cut-to-unit",
            lambda X, std, rng: np.clip(X + rng.normal(0, std, X.shape), 0, 1),
            "You clip the result to the range from 0 to 1; do not clip it.",
        ),
    ),
    hints=(
        "Each number moves a little, up or down, by an amount of its own.",
        "out = X + ε, with every ε drawn from a normal distribution of mean 0 and deviation std.",
        "rng.normal takes the mean, the deviation and the shape; add what it gives to X.",
    ),
)
