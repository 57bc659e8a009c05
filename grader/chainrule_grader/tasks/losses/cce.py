"""Categorical cross-entropy: the surprise at the right class."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

import numpy as np
from chainrule import activations, losses
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task
from chainrule_grader.tasks.losses._borders import BORDER, common_uncut, cut, other_borders, uncut
from chainrule_grader.tasks.losses._inputs import Array, certain_classes, classes
from chainrule_grader.tasks.losses._mistakes import rounded


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield from classes(rng)
    yield from certain_classes(rng)


def _entries(y: Array, p: Array) -> Array:
    """The products that are added up, nothing cut."""
    return np.asarray(-y * np.log(p))


def _cce(y: Array, p: Array, border: float = BORDER) -> float:
    return float(_entries(y, cut(p, border)).sum() / len(y))


def _shifted(y: Array, p: Array) -> float:
    return float(_entries(y, p + BORDER).sum() / len(y))


def _in_place(y: Array, p: Array) -> float:
    np.clip(p, BORDER, 1 - BORDER, out=p)
    return float(_entries(y, p).sum() / len(y))


_REDUCED: Final[dict[str, tuple[Callable[[Array], object], str]]] = {
    "sum": (np.sum, "The surprises are added up, but not averaged over the examples."),
    "mean-of-all-entries": (
        np.mean,
        "It is divided by all entries of the table; the mean is over examples, one a row.",
    ),
    "divided-by-classes": (
        lambda t: t.sum() / t.shape[1],
        "It is divided by the number of classes; the mean is over examples.",
    ),
    "for-each-example": (
        lambda t: t.sum(axis=1),
        "Each example has its surprise, and nothing makes one number of them.",
    ),
    "for-each-class": (
        lambda t: t.sum(axis=0) / len(t),
        "Each class gets a loss of its own; one number is asked for.",
    ),
    "no-sum": (lambda t: t * 1.0, "There is a table of products; one number is asked for."),
    "sum-halved": (
        lambda t: t.sum() / 2,
        "The sum is halved, whatever the number of examples: does a size stand in the code?",
    ),
    "divided-twice": (
        lambda t: t.sum() / len(t) ** 2,
        "It is divided by the number of rows twice.",
    ),
    "sign": (lambda t: -t.sum() / len(t), "The sign is wrong: this loss is never below 0."),
    "halved": (lambda t: t.sum() / len(t) / 2, "It is half of what it should be."),
    "doubled": (lambda t: 2 * t.sum() / len(t), "It is twice what it should be."),
    "first-example-only": (lambda t: t[0].sum(), "Only the first example counts."),
    "last-example-only": (
        lambda t: t[-1].sum(),
        "Only the last example counts: each turn of the loop overwrites what was there.",
    ),
    "without-the-last-example": (
        lambda t: t[:-1].sum() / len(t),
        "The last example is missing: the loop ends one too early.",
    ),
    "without-the-last-class": (
        lambda t: t[:, :-1].sum() / len(t),
        "The last class is missing: the loop ends one too early.",
    ),
    "base-two": (
        lambda t: t.sum() / len(t) / np.log(2),
        "The logarithm has the base 2; the natural one is meant.",
    ),
    "base-ten": (
        lambda t: t.sum() / len(t) / np.log(10),
        "The logarithm has the base 10; the natural one is meant.",
    ),
    "largest": (
        lambda t: t.sum(axis=1).max(),
        "Only the worst example counts; all of them should.",
    ),
}


def _reductions(terms: Callable[[Array, Array], Array]) -> Iterator[Misconception]:
    for name, (reduce, message) in _REDUCED.items():
        yield Misconception(name, lambda y, p, reduce=reduce: reduce(terms(y, p)), message)


def _of_the_right_class(y: Array, p: Array) -> Array:
    return np.asarray((y * p).sum(axis=1))


def _no_class(y: Array, p: Array) -> Array:
    return np.asarray(-np.log(p) + 0 * y)


def _twice(name: str, wrong: Implementation, message: str) -> Iterator[Misconception]:
    """Yield a mistake with clipped probabilities, and the same mistake without clipping."""
    yield Misconception(name, lambda y, p: wrong(y, cut(p)), message)
    yield uncut(name, wrong, message)


TASK = Task(
    reference=_cce,
    also_right=(_shifted, losses.CategoricalCrossentropy()),
    observe=calls(_inputs),
    misconceptions=(
        Misconception(
            "nothing-cut",
            lambda y, p: _entries(y, p).sum() / len(y),
            "The logarithm of 0 is infinite, even where it is then multiplied by 0.",
        ),
        Misconception(
            "nothing-cut-at-the-right-class",
            lambda y, p: -np.log(_of_the_right_class(y, p)).mean(),
            "Where the right class has probability 0 the logarithm is infinite.",
        ),
        *_twice(
            "binary-in-each-class",
            lambda y, p: -(y * np.log(p) + (1 - y) * np.log(1 - p)).sum() / len(y),
            "The other classes are charged as well: that is binary cross-entropy, summed.",
        ),
        *_twice(
            "binary",
            lambda y, p: -(y * np.log(p) + (1 - y) * np.log(1 - p)).mean(),
            "That is binary cross-entropy: it asks a question of its own in each class.",
        ),
        *_twice(
            "all-classes",
            lambda y, p: _no_class(y, p).sum() / len(y),
            "All classes are charged, whichever is right: the truth is never used.",
        ),
        *_twice(
            "wrong-classes",
            lambda y, p: _entries(1 - y, p).sum() / len(y),
            "The wrong classes are charged, and the right one is not.",
        ),
        *_twice(
            "of-the-complement",
            lambda y, p: _entries(y, 1 - p).sum() / len(y),
            "The logarithm is taken of 1 − p: being right is expensive.",
        ),
        *_twice(
            "logarithm-of-the-mean",
            lambda y, p: -np.log(_of_the_right_class(y, p).mean()),
            "The logarithm is taken of the mean; the mean is to be taken of logarithms.",
        ),
        *_twice(
            "times-the-probability",
            lambda y, p: -(p * np.log(p)).sum() / len(y),
            "That is the entropy of the predictions: the truth is never used.",
        ),
        Misconception(
            "of-the-likeliest-class",
            lambda y, p: -np.log(p.max(axis=1)).sum() / len(y),
            "The class that the prediction prefers is charged; the right one should be.",
        ),
        Misconception(
            "sigmoid-again",
            lambda y, p: _cce(y, activations.sigmoid(p)),
            "p is put through a sigmoid; its rows are probabilities already.",
        ),
        Misconception(
            "all-pairs-of-rows",
            lambda y, p: -(y @ np.log(cut(p)).T).mean(),
            "A matrix product compares each truth with the predictions of all examples.",
        ),
        Misconception(
            "all-pairs-summed",
            lambda y, p: -(y @ np.log(cut(p)).T).sum() / len(y),
            "A matrix product compares each truth with all predictions, and all of it is added.",
        ),
        Misconception(
            "first-class-only",
            lambda y, p: -np.log(cut(p[:, 0])).mean(),  # noqa: ARG005
            "The first class is charged, whichever is right.",
        ),
        Misconception(
            "zeros-free",
            lambda y, p: -(y * np.log(np.where(p > 0, p, 1))).sum() / len(y),
            "Where the right class has probability 0 nothing is charged: the worst is free.",
        ),
        Misconception(
            "smoothed",
            lambda y, p: _cce(0.9 * y + 0.1 / y.shape[1], p),
            "The truth is smoothed: its ones are a little less than 1. Nobody asked for that here.",
        ),
        Misconception(
            "softmax-again",
            lambda y, p: _cce(y, activations.softmax(p)),
            "p is put through a softmax; its rows are probabilities already.",
        ),
        Misconception(
            "arguments-exchanged",
            lambda y, p: _cce(p, y) * len(p) / len(y),
            "Truth and probability are exchanged: the logarithm is taken of the truth.",
        ),
        Misconception(
            "arguments-exchanged-uncut",
            lambda y, p: _entries(p, y).sum() / len(y),
            "The logarithm is taken of the truth, which is 0 or 1, and nothing is cut.",
        ),
        Misconception(
            "no-logarithm",
            lambda y, p: -_of_the_right_class(y, p).mean(),
            "The logarithm is missing: that is the mean probability of what is right, negated.",
        ),
        Misconception(
            "complement-without-logarithm",
            lambda y, p: 1 - _of_the_right_class(y, p).mean(),
            "What is missing to 1 is charged as it is: the logarithm is missing.",
        ),
        Misconception(
            "one-added-in-the-logarithm",
            lambda y, p: -np.log1p(_of_the_right_class(y, p)).mean(),
            "A 1 is added inside the logarithm; a certainty would no longer be free.",
        ),
        Misconception(
            "squared",
            lambda y, p: np.mean((p - y) ** 2),
            "That is the mean squared error: a sure mistake costs little.",
        ),
        Misconception(
            "squared-over-the-examples",
            lambda y, p: ((p - y) ** 2).sum() / len(y),
            "The errors are squared: a sure mistake costs 2 at most.",
        ),
        Misconception(
            "share-of-mistakes",
            lambda y, p: np.mean(p.argmax(axis=1) != y.argmax(axis=1)),
            "That is the share of wrong choices: how sure they were is lost.",
        ),
        Misconception(
            "accuracy",
            lambda y, p: np.mean(p.argmax(axis=1) == y.argmax(axis=1)),
            "That is the share of right choices; a loss gets smaller as they get better.",
        ),
        Misconception(
            "in-place",
            _in_place,
            "It cuts the probabilities where they are, and so changes its input.",
        ),
        *_reductions(lambda y, p: _entries(y, cut(p))),
        *common_uncut(_reductions(_entries)),
        *rounded(_cce),
        *other_borders(_cce),
    ),
    hints=(
        "Each example costs the surprise at its right class; the others cost nothing.",
        "CCE = −1/n Σ Σ y log p: the inner sum over the classes, the mean over the n rows.",
        "Clip p, multiply y by the logarithms, add everything up, divide by the rows, negate.",
    ),
)
