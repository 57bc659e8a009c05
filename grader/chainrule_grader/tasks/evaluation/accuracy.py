"""The share of examples whose class is right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

import numpy as np
from chainrule.metrics import Accuracy
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.formatting import format_call
from chainrule_grader.judging.observation import value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Misconception, Observation, Task

Array: TypeAlias = NDArray[Any]


PERFECT: Final = "Where every label is right, what you give is not 1."
HOPELESS: Final = "Where no label is right, what you give is not 0."
TWO: Final = "All right and all wrong it knows; between them it is not the share of right labels."
SEVERAL: Final = "It is right for two classes, and goes wrong where there are more of them."


def _inputs(rng: Generator) -> Iterator[tuple[str, str, Array, Array]]:
    yield "extremes", PERFECT, np.array([1, 0, 1]), np.array([1, 0, 1])
    yield "extremes", HOPELESS, np.array([0, 1, 0]), np.array([1, 0, 1])
    yield "two classes", TWO, np.array([1, 0, 1, 1]), np.array([1, 0, 0, 1])
    yield "two classes", TWO, np.array([0, 0, 1]), np.array([0, 1, 1])
    yield "two classes", TWO, np.array([0, 1, 0, 0, 1]), np.array([1, 0, 1, 1, 1])
    yield "two classes", TWO, *_partly_right(rng, 2)
    yield (
        "several classes",
        SEVERAL,
        np.array([2, 0, 1, 3, 2, 4, 3]),
        np.array([2, 1, 0, 3, 4, 4, 0]),
    )
    yield "several classes", SEVERAL, *_partly_right(rng, 5)
    yield "extremes", PERFECT, np.array([3]), np.array([3])
    yield "extremes", HOPELESS, np.array([2, 1, 0]), np.array([0, 2, 1])
    yield "extremes", PERFECT, np.array([0, 0, 0, 0]), np.array([0, 0, 0, 0])
    for perfect in rng.permutation([True, False] * 4):
        y = rng.integers(4, size=5)
        y_hat = y if perfect else (y + rng.integers(1, 4, size=5)) % 4
        yield "extremes", PERFECT if perfect else HOPELESS, y, y_hat


def _partly_right(rng: Generator, classes: int) -> tuple[Array, Array]:
    """Draw labels, and predictions of which a few to many are right."""
    n = int(rng.integers(20, 30))
    y = rng.integers(classes, size=n)
    wrong = rng.permutation(n) < rng.integers(4, 17)
    return y, np.where(wrong, (y + 1 + (y > 0) * (classes > 2)) % classes, y)


def _observe(subject: Subject, rng: Generator) -> Iterator[Observation]:
    for criterion, message, y, y_hat in _inputs(rng):
        yield value(criterion, format_call(subject.name, [y, y_hat]), subject(y, y_hat), message)


def _accuracy(y: Array, y_hat: Array) -> float:
    return Accuracy()(y, y_hat)  # type: ignore[no-any-return]


def _where_positive(part: Array, hits: Array) -> float:
    return float(hits[part].mean()) if part.any() else 0.0


def _balanced(y: Array, y_hat: Array) -> float:
    return float(np.mean([np.mean(y_hat[y == c] == c) for c in np.unique(y)]))


TASK = Task(
    reference=_accuracy,
    observe=_observe,
    misconceptions=(
        Misconception(
            "error-rate",
            lambda y, y_hat: 1 - _accuracy(y, y_hat),
            "That is the share of the wrong ones.",
        ),
        Misconception(
            "count",
            lambda y, y_hat: np.sum(y == y_hat),
            "You count the right ones; what share of all examples are they?",
        ),
        Misconception(
            "percent",
            lambda y, y_hat: 100 * _accuracy(y, y_hat),
            "That is in per cent; a share lies between 0 and 1.",
        ),
        Misconception(
            "which-ones",
            lambda y, y_hat: y == y_hat,
            "You say for each example whether it is right; one number for all is wanted.",
        ),
        Misconception(
            "positives-only",
            lambda y, y_hat: np.mean((y == 1) & (y_hat == 1)),
            "Only hits of class 1 count as right; a 0 that was found is as good.",
        ),
        Misconception(
            "product",
            lambda y, y_hat: np.mean(y * y_hat),
            "Labels are multiplied; they are names and no amounts. Are they the same?",
        ),
        Misconception(
            "mean-difference",
            lambda y, y_hat: 1 - np.mean(np.abs(y - y_hat)),
            "Labels are subtracted: taking class 4 for 0 is no worse than taking 1 for 0.",
        ),
        Misconception(
            "signed-difference",
            lambda y, y_hat: 1 - np.abs(np.mean(y - y_hat)),
            "Labels are subtracted with their signs, so that mistakes cancel one another.",
        ),
        Misconception(
            "squared-difference",
            lambda y, y_hat: 1 - np.mean((y - y_hat) ** 2),
            "Labels are subtracted and squared; they are names and no amounts.",
        ),
        Misconception(
            "all-or-nothing",
            lambda y, y_hat: float(np.array_equal(y, y_hat)),
            "It is 1 or 0, never between: are decimals cut off, or do you ask if all are right?",
        ),
        Misconception(
            "precision",
            lambda y, y_hat: _where_positive(y_hat != 0, y == y_hat),
            "You look only at what was called positive: that is precision.",
        ),
        Misconception(
            "recall",
            lambda y, y_hat: _where_positive(y != 0, y == y_hat),
            "You look only at what is positive: that is recall.",
        ),
        Misconception(
            "balanced",
            _balanced,
            "That is the mean of the classes' shares; here every example counts the same.",
        ),
        Misconception(
            "rounded",
            lambda y, y_hat: np.round(_accuracy(y, y_hat), 2),
            "Your result is rounded to two decimals; whoever compares two models needs the rest.",
        ),
        Misconception(
            "right-per-wrong",
            lambda y, y_hat: np.sum(y == y_hat) / max(np.sum(y != y_hat), 1),
            "You divide by the number of wrong ones; it should be a share of all.",
        ),
        Misconception(
            "truth-only",
            lambda y, y_hat: np.mean(y == 1) + 0 * y_hat[0],
            "Your number does not depend on what was predicted.",
        ),
        Misconception(
            "one-example-too-many",
            lambda y, y_hat: np.sum(y == y_hat) / (len(y) + 1),
            "The count is divided by one more than there are examples.",
        ),
        Misconception(
            "last-example-missing",
            lambda y, y_hat: np.sum(y[:-1] == y_hat[:-1]) / len(y),
            "The last example never counts as right: the loop ends one too early.",
        ),
        Misconception(
            "first-example-missing",
            lambda y, y_hat: np.sum(y[1:] == y_hat[1:]) / len(y),
            "The first example never counts as right: the loop begins one too late.",
        ),
        Misconception(
            "sorted",
            lambda y, y_hat: np.mean(np.sort(y) == np.sort(y_hat)),
            "You compare sorted labels: which example they belong to is lost.",
        ),
    ),
    hints=(
        "An example is right where the two labels are the same. What share of them is that?",
        "accuracy = number of i with yᵢ = ŷᵢ, divided by n.",
        "y == y_hat is an array of True and False, and the mean of those is a share.",
    ),
)
