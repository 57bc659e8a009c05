"""Softmax and cross-entropy together have the simplest slope of the course."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

import numpy as np
from chainrule import activations, losses
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task
from chainrule_grader.tasks.losses._borders import cut
from chainrule_grader.tasks.losses._inputs import Array, one_hot
from chainrule_grader.tasks.losses._mistakes import rounded

_CHARGED = losses.CategoricalCrossentropy(from_logits=True)


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "one example", np.array([[0.0, 1.0]]), np.array([[0.5, 0.0]])
    yield "one example", np.array([[0, 1, 0]]), np.array([[1, 2, 3]])
    yield "one example", one_hot(rng, 1, 4), rng.normal(scale=2, size=(1, 4)).round(2)
    rows = np.array([[2.0, -1.0, 0.5], [0.0, 1.0, -2.0]])
    yield "several examples", np.array([[1, 0, 0], [0, 0, 1]]), rows
    for n, k in ((4, 3), (2, 4), (3, 3), (5, 2)):
        yield "several examples", one_hot(rng, n, k), rng.normal(scale=2, size=(n, k))
    y = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    yield "large scores", y, np.array([[1000.0, 0.5, 0.0], [-1001.0, -1000.0, -999.0]])
    yield "large scores", y, np.array([[1000.0, 1001.0, 999.5], [-1000.0, 1000.0, 0.0]])
    # Quarters are exact in single precision, also beside 1000.
    scores = rng.permutation([[-1000.0], [0.0], [1000.0]]) + rng.integers(-8, 9, (3, 4)) / 4
    yield "large scores", one_hot(rng, 3, 4), scores


def _no_shift(z: Array) -> Array:
    return np.asarray(np.exp(z) / np.exp(z).sum(axis=1, keepdims=True))


def _gradient(y: Array, z: Array, softmax: Implementation = activations.softmax) -> Array:
    return np.asarray((softmax(z) - y) / len(y))


def _one_maximum(z: Array) -> Array:
    e = np.exp(z - z.max())
    return np.asarray(e / e.sum(axis=1, keepdims=True))


def _in_place(y: Array, z: Array) -> Array:
    z -= z.max(axis=1, keepdims=True)
    return _gradient(y, z)


_CHANGED: Final[dict[str, tuple[Callable[[Array, Array], object], str]]] = {
    "not-divided": (
        lambda y, s: s - y,
        "That is the gradient of the sum: the loss is a mean over the examples.",
    ),
    "mean-of-all-entries": (
        lambda y, s: (s - y) / y.size,
        "It is divided by all entries of the table; the mean is over examples, one a row.",
    ),
    "divided-by-classes": (
        lambda y, s: (s - y) / y.shape[1],
        "It is divided by the number of classes; the mean is over examples.",
    ),
    "divided-twice": (lambda y, s: (s - y) / len(y) ** 2, "It is divided by the rows twice."),
    "sign": (
        lambda y, s: (y - s) / len(y),
        "The gradient has the wrong sign: it points where the loss gets smaller.",
    ),
    "sign-and-not-divided": (
        lambda y, s: y - s,
        "The sign is wrong, and it is the gradient of a sum: the loss is a mean.",
    ),
    "truth-not-used": (lambda y, s: s / len(y), "Those are the probabilities: the truth is lost."),
    "softmax-alone": (lambda y, s: s + 0 * y, "That is the softmax alone, and not yet a slope."),
    "right-class-only": (
        lambda y, s: (s - y) * y / len(y),
        "Only the right class has a slope; the scores of the others matter as well.",
    ),
    "at-the-probabilities": (
        lambda y, s: -y / cut(s) / len(y),
        "That is the slope at the probabilities; the scores lie before the softmax.",
    ),
    "at-the-probabilities-not-divided": (
        lambda y, s: -y / cut(s),
        "That is the slope at the probabilities, not the scores; and the mean is forgotten.",
    ),
    "times-the-slope": (
        lambda y, s: (s - y) * s * (1 - s) / len(y),
        "There is one factor too many: the slope of the softmax is in the difference already.",
    ),
    "times-the-slope-not-divided": (
        lambda y, s: (s - y) * s * (1 - s),
        "There is one factor too many, a slope of the softmax; and the mean is forgotten.",
    ),
    "slope-of-the-softmax": (
        lambda y, s: s * (1 - s) / len(y),
        "That is a slope of the softmax alone; the loss and its truth are missing.",
    ),
    "doubled": (lambda y, s: 2 * (s - y) / len(y), "It is twice what it should be."),
    "halved": (lambda y, s: (s - y) / len(y) / 2, "It is half of what it should be."),
    "through-the-squared-error": (
        lambda y, s: 2 * (s - y) * s * (1 - s) / y.size,
        "That belongs to a squared error behind a sigmoid, and not to this loss.",
    ),
    "softmax-twice": (
        lambda y, s: (activations.softmax(s) - y) / len(y),
        "The scores are put through softmax twice.",
    ),
    "positions-for-rows": (
        lambda y, s: (s - y.argmax(axis=1)[:, np.newaxis]) / len(y),
        "The number of the right class is subtracted everywhere; y is one-hot already.",
    ),
    "softmax-of-the-truth": (
        lambda y, s: (s - activations.softmax(y * 1.0)) / len(y),
        "The truth is put through softmax as well; it is a probability already.",
    ),
    "sum-halved": (
        lambda y, s: (s - y) / 2,
        "It is divided by 2, whatever the number of examples: does a size stand in the code?",
    ),
    "smoothed": (
        lambda y, s: (s - 0.9 * y - 0.1 / y.shape[1]) / len(y),
        "The truth is smoothed: its ones are a little less than 1. Nobody asked for that here.",
    ),
    "added": (lambda y, s: (s + y) / len(y), "Probability and truth are added."),
    "squared": (lambda y, s: (s - y) ** 2 / len(y), "Those are squared errors, not slopes."),
    "without-direction": (
        lambda y, s: np.abs(s - y) / len(y),
        "Every slope is positive: the gradient no longer says which way is up.",
    ),
    "logarithms": (
        lambda y, s: (np.log(cut(s)) - y) / len(y),
        "The logarithm of the softmax is still there.",
    ),
    "terms-of-the-loss": (
        lambda y, s: -y * np.log(cut(s)) / len(y),
        "Those are the terms of the loss, not its slopes.",
    ),
    "for-each-class": (
        lambda y, s: (s - y).mean(axis=0),
        "The examples are averaged away; each score has a slope of its own.",
    ),
    "for-each-example": (
        lambda y, s: ((s - y) * y).sum(axis=1) / len(y),
        "Each example has one number; each of its scores has a slope of its own.",
    ),
    "transposed": (lambda y, s: (s - y).T / len(y), "The table is transposed."),
    "first-example-only": (
        lambda y, s: (s - y) * (np.arange(len(y)) < 1)[:, np.newaxis] / len(y),
        "Only the first example has slopes; the others stay at 0.",
    ),
    "without-the-last-example": (
        lambda y, s: (s - y) * (np.arange(len(y)) < len(y) - 1)[:, np.newaxis] / len(y),
        "The last example's slopes stay at 0: the loop ends one too early.",
    ),
}


def _changed() -> Iterator[Misconception]:
    """What is made of the probabilities is wrong, after a right softmax and after a plain one."""
    for name, (change, message) in _CHANGED.items():
        yield Misconception(
            name, lambda y, z, change=change: change(y, activations.softmax(z)), message
        )
        yield Misconception(
            f"{name}-no-shift",
            lambda y, z, change=change: change(y, _no_shift(z)),
            f"{message[:-1]}; large scores overflow.",
        )


TASK = Task(
    reference=_CHARGED.gradient,
    observe=calls(_inputs),
    misconceptions=(
        Misconception(
            "no-shift",
            lambda y, z: _gradient(y, z, _no_shift),
            "For scores of 1000 the powers are infinite, and the fraction is not a number.",
        ),
        Misconception(
            "one-maximum",
            lambda y, z: _gradient(y, z, _one_maximum),
            "The maximum of the whole table is taken off: in low rows every power becomes 0.",
        ),
        Misconception(
            "whole-batch",
            lambda y, z: _gradient(y, z, lambda s: np.exp(s - s.max()) / np.exp(s - s.max()).sum()),
            "All rows together share one probability of 1; each row is an example of its own.",
        ),
        Misconception(
            "whole-batch-no-shift",
            lambda y, z: _gradient(y, z, lambda s: np.exp(s) / np.exp(s).sum()),
            "All rows together share one probability of 1, and large scores overflow.",
        ),
        Misconception(
            "over-the-examples",
            lambda y, z: _gradient(y, z, lambda s: activations.softmax(s.T).T),
            "Softmax runs down the columns, over the examples; the classes are in the rows.",
        ),
        Misconception(
            "cut-at-one",
            lambda y, z: _gradient(y, np.clip(z, -1, 1)),
            "Large scores are cut off, and those beyond the limit become equal.",
        ),
        Misconception(
            "cut-at-ten",
            lambda y, z: _gradient(y, np.clip(z, -10, 10)),
            "Large scores are cut off, and those beyond the limit become equal.",
        ),
        Misconception(
            "cut-at-a-hundred",
            lambda y, z: _gradient(y, np.clip(z, -100, 100)),
            "Large scores are cut off, and those beyond the limit become equal.",
        ),
        Misconception(
            "times-the-scores",
            lambda y, z: _gradient(y, z) * z,
            "The slopes are multiplied by the scores, one link of the chain too many.",
        ),
        Misconception(
            "no-softmax",
            lambda y, z: (z - y) / len(y),
            "The scores are compared with the truth as they are: softmax is missing.",
        ),
        Misconception(
            "no-softmax-not-divided",
            lambda y, z: z - y,
            "The scores are compared as they are: softmax is missing, and so is the mean.",
        ),
        Misconception(
            "scores-as-probabilities",
            lambda y, z: -y / np.clip(z, 1e-7, 1 - 1e-7) / len(y),
            "The scores are taken for probabilities; they are none yet.",
        ),
        Misconception(
            "sigmoid",
            lambda y, z: _gradient(y, z, activations.sigmoid),
            "A sigmoid stands in for the softmax: the classes no longer compete.",
        ),
        Misconception(
            "sigmoid-not-divided",
            lambda y, z: activations.sigmoid(z) - y,
            "A sigmoid stands in for the softmax, and the mean is forgotten.",
        ),
        Misconception(
            "largest-wins",
            lambda y, z: _gradient(y, z, lambda s: s == s.max(axis=1, keepdims=True)),
            "The largest score takes all: that is a choice, and no probability.",
        ),
        Misconception(
            "the-loss",
            _CHARGED,
            "That is the loss itself, not its gradient.",
        ),
        Misconception(
            "in-place",
            _in_place,
            "It shifts the scores where they are, and so changes its input.",
        ),
        *_changed(),
        *rounded(_gradient),
    ),
    hints=(
        "Raise one score a little: its own class gains, and all the others lose.",
        "∂CCE/∂z = (softmax(z) − y) / n: nearly everything in the chain rule cancels.",
        "Compute a stable softmax along the rows, take y from it, divide by the rows.",
    ),
)
