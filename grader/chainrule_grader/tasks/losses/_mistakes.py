"""Mistakes that losses have in common, whatever they measure: how entries become one number."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import numpy as np

from chainrule_grader.judging.task import Implementation, Misconception
from chainrule_grader.tasks.losses._inputs import Array

Terms = Callable[[Array, Array], Array]

_REDUCED: Final[dict[str, tuple[Callable[[Array], object], str]]] = {
    "sum": (np.sum, "All entries are added up, but the sum is not made a mean."),
    "for-each-example": (
        lambda t: t.mean(axis=-1),
        "Each row of a table gets a loss of its own; one number is asked for.",
    ),
    "for-each-column": (
        lambda t: t.mean(axis=0),
        "Each column of a table gets a loss of its own; one number is asked for.",
    ),
    "tables-only": (
        lambda t: np.mean(t, axis=1).mean(),
        "It asks for a second axis, and a row of numbers has none.",
    ),
    "no-mean": (
        lambda t: t * 1.0,
        "Every entry has its loss, and nothing makes one number of them.",
    ),
    "divided-by-rows": (
        lambda t: t.sum() / len(t),
        "A table's sum is divided by its number of rows; it has more entries than that.",
    ),
    "divided-by-columns": (
        lambda t: t.sum() / t.shape[-1],
        "A table's sum is divided by its number of columns; it has more entries than that.",
    ),
    "sum-halved": (
        lambda t: t.sum() / 2,
        "The sum is halved, whatever the number of entries: does a size stand in the code?",
    ),
    "last-column-only": (
        lambda t: t.reshape(len(t), -1)[:, -1].mean(),
        "Only the last column of a table counts.",
    ),
    "divided-twice": (lambda t: t.mean() / t.size, "It is divided by the number of entries twice."),
    "divided-by-one-fewer": (
        lambda t: t.sum() / np.float64(t.size - 1),
        "The sum is divided by one fewer than there are entries: that is for variances.",
    ),
    "halved": (
        lambda t: t.mean() / 2,
        "It is half of what it should be: there is no ½ in this loss.",
    ),
    "doubled": (lambda t: 2 * t.mean(), "It is twice what it should be."),
    "sign": (lambda t: -t.mean(), "The sign is wrong: this loss is never below 0."),
    "largest": (np.max, "Only the largest entry counts; all of them should."),
    "median": (np.median, "That is the median of the entries, which not all of them can move."),
    "root": (lambda t: np.sqrt(t.mean()), "A root is taken of the mean; it does not belong here."),
    "root-of-the-sum": (lambda t: np.sqrt(t.sum()), "A root is taken of the sum: that is no mean."),
    "first-number-only": (
        lambda t: t.flat[0],
        "Only the first number counts: is the return inside the loop?",
    ),
    "first-example-only": (lambda t: t[0].mean(), "Only the first example counts."),
    "last-example-only": (
        lambda t: t[-1].mean(),
        "Only the last example counts: each turn of the loop overwrites what was there.",
    ),
    "without-the-last-example": (
        lambda t: t[:-1].sum() / t.size,
        "The last example is missing: the loop ends one too early.",
    ),
    "first-column-only": (
        lambda t: t.reshape(len(t), -1)[:, 0].mean(),
        "Only the first column of a table counts.",
    ),
    "cut-to-an-integer": (lambda t: np.trunc(t.mean()), "The loss is cut off to a whole number."),
}


def reductions(terms: Terms) -> Iterator[Misconception]:
    """The entries are right, and what is made of them is not."""
    for name, (reduce, message) in _REDUCED.items():
        yield Misconception(name, lambda y, p, reduce=reduce: reduce(terms(y, p)), message)
    yield from rounded(lambda y, p: terms(y, p).mean())


def rounded(right: Implementation) -> Iterator[Misconception]:
    """Right, but for the decimals that are thrown away."""
    for digits, word in {2: "two", 3: "three", 4: "four"}.items():
        yield Misconception(
            f"rounded-to-{word}-decimals",
            lambda y, p, digits=digits: np.round(right(y, p), digits),
            f"Your result is rounded to {word} decimals; whoever computes with it needs the rest.",
        )


_SLOPES: Final[dict[str, tuple[Callable[[Array], object], str]]] = {
    "not-divided": (
        lambda g: g * g.size,
        "That is the gradient of the sum: the loss is a mean, and so is its gradient.",
    ),
    "divided-by-rows": (
        lambda g: g * g.size / len(g),
        "In a table it is divided by the number of rows, while the loss is a mean of all entries.",
    ),
    "divided-by-columns": (
        lambda g: g * g.size / g.shape[-1],
        "In a table it is divided by the number of columns, while the loss is a mean of all.",
    ),
    "sum-halved": (
        lambda g: g * g.size / 2,
        "It is divided by 2, whatever the number of entries: does a size stand in the code?",
    ),
    "divided-twice": (lambda g: g / g.size, "It is divided by the number of entries twice."),
    "sign": (
        lambda g: -g,
        "The gradient has the wrong sign: it points where the loss gets smaller.",
    ),
    "sign-and-not-divided": (
        lambda g: -g * g.size,
        "The sign is wrong, and it is the gradient of a sum: the loss is a mean.",
    ),
    "one-number": (
        lambda g: g.sum(),
        "The slopes are averaged to one number; each prediction has its own.",
    ),
    "one-number-divided": (
        lambda g: g.mean(),
        "The gradient is averaged to one number; each prediction has its own slope.",
    ),
    "for-each-column": (
        lambda g: g.sum(axis=0),
        "The rows are added up; each prediction has a slope of its own.",
    ),
    "without-direction": (
        np.abs,
        "Every slope is positive: the gradient no longer says which way is up.",
    ),
    "first-example-only": (
        lambda g: g * (np.arange(len(g)) < 1).reshape(-1, *[1] * (g.ndim - 1)),
        "Only the first example has a slope; the others stay at 0.",
    ),
    "without-the-last-example": (
        lambda g: g * (np.arange(len(g)) < len(g) - 1).reshape(-1, *[1] * (g.ndim - 1)),
        "The last example's slope stays at 0: the loop ends one too early.",
    ),
    "flat": (np.ravel, "A table comes back as one long row: the shape should be the predictions'."),
    "as-a-column": (
        lambda g: g.reshape(-1, 1),
        "The slopes stand in a column: the shape should be that of the predictions.",
    ),
}


def slopes(gradient: Terms) -> Iterator[Misconception]:
    """The slope of each entry is right, and how they are put together is not."""
    for name, (change, message) in _SLOPES.items():
        yield Misconception(name, lambda y, p, change=change: change(gradient(y, p)), message)
    yield from rounded(gradient)
