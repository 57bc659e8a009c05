"""Add Gaussian noise to the examples."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from chainrule_worker.handles import Seed
from numpy.random import Generator

from chainrule_grader.judging.comparison import close
from chainrule_grader.judging.observation import Array, check_property
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Implementation, Misconception, Observation, Task, switch
from chainrule_grader.tasks.regularization._draws import bounded

MARGIN: Final = 0.06
"""The largest accepted error of the deviation and of the mean, relative to the deviation."""
LEAST: Final = (120, 100)
"""The smallest shape, with 12 000 draws. The mean square of n normal draws is off by a share ε < 1
with a probability of at most 2 exp(−n ε²/8), their mean by t deviations with 2 exp(−n t²/2), a
share of them by t with 2 exp(−2 n t²): with the margins below, each is less than 2e-7, and all of
a check less than 1e-6.
"""


@dataclass(frozen=True, eq=False)
class Sample:
    """The noise of a call."""

    X: Array
    std: float
    noise: Array

    @property
    def size(self) -> float:
        """The root of the mean square."""
        return float(np.sqrt(np.mean(self.noise**2)))

    @property
    def deviation(self) -> float:
        """The standard deviation around the mean of each kind of number in X."""
        return float(np.std(self.around_means))

    @property
    def around_means(self) -> Array:
        """The noise minus its mean where X is 0, and minus its mean elsewhere."""
        out, zero = self.noise.astype(float), self.X == 0
        for where in (zero, ~zero):
            out[where] -= out[where].mean()
        return np.asarray(out)

    @property
    def mean(self) -> float:
        """The mean."""
        return float(np.mean(self.noise))

    def centred(self) -> bool:
        """Return whether the mean is near 0 for numbers of this size."""
        return abs(self.mean) <= MARGIN * max(self.std, self.size)

    def around_std(self) -> bool:
        """Return whether the mean is near std."""
        return abs(self.mean - self.std) <= MARGIN * max(self.std, self.size)

    def near(self, deviation: float) -> bool:
        """Return whether this is the standard deviation."""
        return abs(self.deviation / deviation - 1) <= MARGIN


def _observe(add_noise: Subject, rng: Generator) -> Iterator[Observation]:
    """Observe the noise, what a seed changes, and a standard deviation of 0."""
    rows, columns = (rng.integers(10, size=2) * [1, 2] + LEAST).tolist()
    X = np.repeat([[0.0, float(rng.integers(16, 26))]], columns // 2, axis=1) + np.zeros((rows, 1))

    def draw(std: float, seed: int) -> Array:
        return bounded(add_noise(X, std, Seed(seed)), "an array", X.shape)

    def sample(std: float) -> Sample:
        return Sample(X, std, draw(std, seed()) - X)

    def seed() -> int:
        return int(rng.integers(2**31))

    samples = [sample(std) for std in (0.7, 1.9)]
    what = "add_noise(X, std, rng) for std = 0.7 and 1.9"
    yield from _sized("noise", what, samples)
    for one in samples:
        yield from _spread("noise", f"add_noise(X, {one.std}, rng)", one)
    once, criterion, what = seed(), "the generator", "add_noise(X, 0.5, rng)"
    first, same, other = (draw(0.5, s) for s in (once, once, once + 1))
    yield from _sized(criterion, what, [Sample(X, 0.5, first - X)])
    message = "With the same seed your results differ; take all random numbers from rng."
    yield check_property(criterion, what, close(first, same, 1e-6).all(), message)
    message = "With another seed your result is the same; take all random numbers from rng."
    yield check_property(criterion, what, (first != other).any(), message)
    yield from _sized("no noise", "add_noise(X, 2, rng)", [sample(2.0)])
    message = "If std is 0, your result is not X; return the numbers of X."
    unchanged = close(X, draw(0.0, seed()), 1e-6).all()
    yield check_property("no noise", "add_noise(X, 0, rng)", unchanged, message)


def _suspects(std: float) -> dict[str, float]:
    """Return standard deviations that mistakes give, by the sentence about them."""
    return {
        "Your noise has the standard deviation std²; it must be std.": std**2,
        "Your noise has the standard deviation √std; it must be std.": std**0.5,
        "Your noise has the standard deviation of uniform numbers between −std and std; "
        "use normal noise.": std / 3**0.5,
        "Your noise has the standard deviation 1, whatever std is; it must be std.": 1.0,
        "Your noise has the standard deviation 0.1, whatever std is; it must be std.": 0.1,
        "Your noise has twice the standard deviation std.": 2 * std,
        "Your noise has half the standard deviation std.": std / 2,
        "Your noise has the standard deviation 1/std; multiply by std.": 1 / std,
        "Your noise has the standard deviation √2 · std, as if it were added twice.": 2**0.5 * std,
        "Your noise has the standard deviation of uniform numbers in an interval of length std; "
        "use normal noise.": std / 12**0.5,
        "Your noise has the standard deviation of uniform numbers in an interval of length 1; "
        "use normal noise.": 1 / 12**0.5,
        "Your noise has the standard deviation of uniform numbers between −std² and std²; "
        "use normal noise.": std**2 / 3**0.5,
        "Your noise has the standard deviation of uniform numbers between −1 and 1; "
        "use normal noise.": 1 / 3**0.5,
        "Your noise has the standard deviation of uniform numbers between −√std and √std; "
        "use normal noise.": (std / 3) ** 0.5,
        "Your noise has the standard deviation of uniform numbers between 0 and std²; "
        "use normal noise.": std**2 / 12**0.5,
        "Your noise has the standard deviation of uniform numbers between 0 and √std; "
        "use normal noise.": (std / 12) ** 0.5,
    }


def _sized(criterion: str, what: str, samples: list[Sample]) -> Iterator[Observation]:
    """Observe the mean and the standard deviation of the noise."""

    def never(condition: Callable[[Sample], bool], message: str) -> Observation:
        return check_property(criterion, what, not all(map(condition, samples)), message)

    yield never(lambda one: one.size == 0, "You return X unchanged; add noise to it.")
    message = "All numbers get the same noise; draw a separate number for each entry."
    yield never(lambda one: bool(np.ptp(one.noise) <= 1e-3 * one.std), message)
    message = "Your result is never smaller than X; the mean of the noise must be 0."
    yield never(lambda one: bool((one.noise >= -1e-9).all()), message)
    message = "Your result is never larger than X; the mean of the noise must be 0."
    yield never(lambda one: bool((one.noise <= 1e-9).all()), message)
    message = "The mean of your noise is std; the mean must be 0."
    yield never(lambda one: not one.centred() and one.around_std(), message)
    message = "The mean of your noise, result − X, is not 0."
    yield check_property(criterion, what, all(one.centred() for one in samples), message)
    if len(samples) > 1:
        suspects = [list(_suspects(one.std).values()) for one in samples]
        for message, *deviations in zip(_suspects(1.0), *suspects, strict=True):
            found = all(map(Sample.near, samples, deviations))
            yield check_property(criterion, what, not found, message)
        message = "The standard deviation of your noise is more than three times std."
        yield never(lambda one: one.deviation > 3 * one.std, message)
        message = "The standard deviation of your noise is less than a third of std."
        yield never(lambda one: one.deviation < one.std / 3, message)
    right = all(abs(one.size / one.std - 1) <= MARGIN for one in samples)
    message = "The standard deviation of your noise is not std."
    yield check_property(criterion, what, right, message)


def _spread(criterion: str, what: str, one: Sample) -> Iterator[Observation]:
    """Observe whether each number has its own noise, of the same kind everywhere."""
    X, std, noise = one.X, one.std, one.noise
    low, high = noise[X == 0], noise[X > 0]
    message = "The mean of your result does not depend on X; add the noise to X."
    alone = abs(np.mean((X + noise)[X > 0])) <= MARGIN * max(std, one.deviation)
    yield check_property(criterion, what, not alone, message)
    message = "Your result does not contain the numbers of X; add the noise to X."
    yield check_property(criterion, what, np.mean(high) > -10, message)
    message = "Where X is 0, your result is 0; add noise to X, do not multiply X by it."
    yield check_property(criterion, what, low.any(), message)
    for half, which in ((low, "smallest"), (high, "largest")):
        message = f"For the {which} numbers of X, the mean of your noise is not 0."
        size = float(np.sqrt(np.mean(half**2)))
        yield check_property(criterion, what, abs(np.mean(half)) <= 0.08 * max(std, size), message)
        message = f"For the {which} numbers of X, the standard deviation of your noise is not std."
        yield check_property(criterion, what, abs(size / std - 1) <= 0.08, message)
    message = "The noise has the same absolute value everywhere; use normal noise."
    yield check_property(criterion, what, np.ptp(np.abs(noise)) > 1e-3 * std, message)
    message = "All examples get the same noise; draw noise in the shape of X."
    yield check_property(criterion, what, not np.allclose(noise, noise[0]), message)
    message = "All numbers of an example get the same noise; draw noise in the shape of X."
    yield check_property(criterion, what, not np.allclose(noise, noise[:, :1]), message)
    message = "Only the first example gets noise; add noise to all examples."
    yield check_property(criterion, what, np.abs(noise[1:]).max() > 1e-9, message)
    message = "Some numbers get no noise; add noise to all of them."
    yield check_property(criterion, what, np.mean(np.abs(noise) < 1e-9) < 0.1, message)
    # A normal distribution has 3 here, a Laplace distribution 6.
    fourth = float(np.mean(one.around_means**4)) / max(one.deviation, 1e-9) ** 4
    message = "Your noise has more very large numbers than normal noise; use rng.normal."
    yield check_property(criterion, what, fourth < 4.5, message)
    near = float(np.mean(np.abs(one.around_means) <= std))
    message = "Fewer numbers than expected are within ±std; use normal noise, rng.normal."
    yield check_property(criterion, what, near >= 0.6427, message)
    message = "More numbers than expected are within ±std; use normal noise, rng.normal."
    yield check_property(criterion, what, near <= 0.7227, message)


def _make(
    generator: Callable[[Generator], Generator] = lambda rng: rng,
    shape: Callable[[Array], tuple[int, ...]] = lambda X: X.shape,
    draw: Callable[[Generator, tuple[int, ...]], Any] = lambda rng, shape: rng.normal(size=shape),
    scale: Callable[[float, Array], Any] = lambda std, _X: std,
    mean: Callable[[float, Array], Any] = lambda _std, _X: 0.0,
    sign: Callable[[Any], Any] = lambda noise: noise,
    combine: Callable[[Array, Any], Any] = lambda X, noise: X + noise,
    clip: Callable[[Any, Array], Any] = lambda out, _X: out,
) -> Implementation:
    """Return a function that adds noise, with other pieces; `draw` has the deviation 1."""

    def add_noise(X: Array, std: float, rng: Generator) -> Any:
        drawn = draw(generator(rng), shape(X))
        noise = mean(float(std), X) + scale(float(std), X) * drawn
        return clip(combine(X, sign(noise)), X)

    return add_noise


def _first_example(X: Array, noise: Any) -> Array:
    out = X.copy()
    out[0] += noise[0]
    return out


TASK = Task(
    reference=_make(),
    make=_make,
    observe=_observe,
    misconceptions=(
        switch(
            "variance",
            "You use std² as the standard deviation; use std itself.",
            scale=lambda std, _X: std**2,
        ),
        Misconception(
            "root",
            _make(scale=lambda std, _X: std**0.5),
            "You take the square root of std; use std itself.",
        ),
        switch(
            "std-ignored",
            "Your noise always has the standard deviation 1; use std.",
            scale=lambda _std, _X: 1.0,
        ),
        Misconception(
            "fixed-std",
            _make(scale=lambda _std, _X: 0.1),
            "Your noise always has the standard deviation 0.1; use std.",
        ),
        Misconception(
            "divided",
            _make(scale=lambda std, _X: 1 / std),
            "You divide the noise by std; multiply it by std.",
        ),
        Misconception(
            "twice-std",
            _make(scale=lambda std, _X: 2 * std),
            "Your noise has the standard deviation 2 · std; it must be std.",
        ),
        Misconception(
            "half-std",
            _make(scale=lambda std, _X: std / 2),
            "Your noise has the standard deviation std/2; it must be std.",
        ),
        Misconception(
            "added-twice",
            _make(scale=lambda std, _X: 2**0.5 * std),
            "Your noise has the standard deviation √2 · std; add the noise once.",
        ),
        switch(
            "std-as-mean",
            "The mean of your noise is std; the mean must be 0.",
            mean=lambda std, _X: std,
        ),
        switch(
            "positive-uniform",
            "Your noise is uniform between 0 and std; use normal noise with mean 0.",
            draw=lambda rng, shape: rng.random(shape),
        ),
        switch(
            "uniform",
            "Your noise is uniform between −std and std; use normal noise.",
            draw=lambda rng, shape: rng.uniform(-1, 1, shape),
        ),
        Misconception(
            "uniform-around-zero",
            _make(draw=lambda rng, shape: rng.random(shape) - 0.5),
            "Your noise is uniform between −std/2 and std/2; use normal noise.",
        ),
        Misconception(
            "uniform-of-that-deviation",
            _make(draw=lambda rng, shape: rng.uniform(-1, 1, shape) * 3**0.5),
            "Your noise has the right deviation but a uniform distribution; use normal noise.",
        ),
        switch(
            "noise-alone",
            "You return the noise alone; add it to X.",
            combine=lambda _X, noise: noise,
        ),
        Misconception(
            "times-the-number",
            _make(combine=lambda X, noise: X * (1 + noise)),
            "You multiply the noise by X; add the noise to X.",
        ),
        Misconception(
            "multiplied",
            _make(combine=lambda X, noise: X * noise),
            "You multiply X by the noise; add the noise.",
        ),
        switch(
            "one-row",
            "All examples get the same noise; draw noise in the shape of X.",
            shape=lambda X: X.shape[1:],
        ),
        Misconception(
            "one-column",
            _make(shape=lambda X: (len(X), 1)),
            "All numbers of an example get the same noise; draw noise in the shape of X.",
        ),
        Misconception(
            "one-draw",
            _make(shape=lambda _X: ()),
            "You draw one number for the whole array; draw noise in the shape of X.",
        ),
        Misconception(
            "one-number",
            _make(draw=lambda _rng, shape: np.ones(shape)),
            "You add a constant to every number; add random noise.",
        ),
        Misconception(
            "unchanged",
            _make(combine=lambda X, noise: X + 0 * noise),
            "You return X unchanged; add noise to it.",
        ),
        Misconception(
            "first-example",
            _make(combine=_first_example),
            "Only the first example gets noise; add noise to all examples.",
        ),
        Misconception(
            "other-generator",
            _make(generator=lambda _rng: np.random.default_rng()),
            "You do not draw from rng; use the generator that is given.",
        ),
        switch(
            "own-seed",
            "You create a generator with a fixed seed, so the noise is always the same; use rng.",
            generator=lambda _rng: np.random.default_rng(0),
        ),
        Misconception(
            "positive-only",
            _make(sign=np.abs),
            "Your noise is never negative; its mean must be 0.",
        ),
        Misconception(
            "negative-only",
            _make(sign=lambda noise: -np.abs(noise)),
            "Your noise is never positive; its mean must be 0.",
        ),
        Misconception(
            "two-sizes",
            _make(draw=lambda rng, shape: rng.choice([-1.0, 1.0], shape)),
            "Your noise is either +std or −std; use normal noise.",
        ),
        Misconception(
            "half-of-the-numbers",
            _make(draw=lambda rng, shape: rng.normal(size=shape) * rng.integers(0, 2, shape)),
            "Only some of the numbers get noise; add noise to all of them.",
        ),
        Misconception(
            "cut",
            _make(clip=lambda out, X: np.clip(out, X.min(), X.max())),
            "You clip the result to the range of X; do not clip it.",
        ),
        Misconception(
            "cut-to-unit",
            _make(clip=lambda out, _X: np.clip(out, 0, 1)),
            "You clip the result to the range from 0 to 1; do not clip it.",
        ),
        Misconception(
            "cut-at-zero",
            _make(clip=lambda out, _X: np.maximum(out, 0)),
            "You replace negative numbers of the result by 0; do not clip it.",
        ),
    ),
    hints=(
        "Every number of X changes a little, up or down, by a different random amount.",
        "out = X + ε, with every ε drawn from a normal distribution of mean 0 and deviation std.",
        "rng.normal takes the mean, the standard deviation and the shape; add its result to X.",
    ),
)
