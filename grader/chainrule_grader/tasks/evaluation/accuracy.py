"""The share of examples whose class is right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

import numpy as np
from chainrule.metrics import Accuracy
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.formatting import format_call
from chainrule_grader.judging.observation import value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import (
    Implementation,
    Misconception,
    Observation,
    Task,
    switch,
)
from chainrule_grader.tasks._common import NEGATED, ONE_DECIMAL, ROUNDED

Array: TypeAlias = NDArray[Any]


PERFECT: Final = "Where all predictions are right, your result is not 1."
HOPELESS: Final = "Where all predictions are wrong, your result is not 0."
TWO: Final = "Where some predictions are right, your result is not their share of all examples."
SEVERAL: Final = (
    "With more than two classes, your result is not the share of the right predictions."
)


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


def _in_python(hits: int, examples: int) -> float:
    return hits / examples


def _in_numpy(hits: int, examples: int) -> Any:
    return np.divide(hits, examples)


def _make(
    right: Callable[[Array, Array], Array] = np.equal,
    counted: Callable[[Array], Array] = lambda right: right,
    total: Callable[[Array, Array], Any] = lambda y, _right: len(y),
    divide: Callable[[int, int], Any] = _in_python,
) -> Implementation:
    """Return a quotient: how many examples count as right, by how many there are."""

    def accuracy(y: Array, y_hat: Array) -> Any:
        hits = right(y, y_hat)
        # Integers, because the message of a division by 0 depends on the type.
        return divide(np.sum(counted(hits)).item(), np.asarray(total(y, hits)).item())

    return accuracy


def _balanced(y: Array, y_hat: Array) -> float:
    return float(np.mean([np.mean(y_hat[y == c] == c) for c in np.unique(y)]))


TASK = Task(
    reference=_accuracy,
    make=_make,
    conventions=({}, {"divide": _in_numpy}),
    observe=_observe,
    misconceptions=(
        switch(
            "error-rate",
            "You count the wrong predictions; count the right ones.",
            right=np.not_equal,
        ),
        switch(
            "count",
            "You return the number of right predictions; divide it by the number of examples.",
            total=lambda _y, _right: 1,
        ),
        switch(
            "percent",
            "You return a percentage; return a share between 0 and 1.",
            result=lambda accuracy: 100 * accuracy,
        ),
        switch(
            "last-example-missing",
            "You never count the last example as right; the loop must include it.",
            counted=lambda right: right[:-1],
        ),
        switch(
            "first-example-missing",
            "You never count the first example as right; the loop must start at index 0.",
            counted=lambda right: right[1:],
        ),
        switch(
            "one-example-too-many",
            "You divide by one more than the number of examples; divide by their number.",
            total=lambda y, _right: len(y) + 1,
        ),
        switch(
            "one-example-too-few",
            "You divide by one less than the number of examples; divide by their number.",
            total=lambda y, _right: len(y) - 1,
        ),
        switch(
            "divided-by-classes",
            "You divide by the number of classes; divide by the number of examples.",
            total=lambda y, _right: np.max(y) + 1,
        ),
        switch(
            "divided-by-classes-seen",
            "You divide by the number of different labels; divide by the number of examples.",
            total=lambda y, _right: len(np.unique(y)),
        ),
        switch(
            "divided-by-twice",
            "You divide by twice the number of examples; divide by their number.",
            total=lambda y, _right: 2 * len(y),
        ),
        switch(
            "divided-by-two",
            "You divide by 2; divide by the number of examples.",
            total=lambda _y, _right: 2,
        ),
        switch(
            "right-per-wrong",
            "You divide by the number of wrong predictions; divide by the number of all examples.",
            total=lambda _y, right: np.sum(np.logical_not(right)),
        ),
        switch(
            "doubled",
            "You count every right prediction twice; count it once.",
            result=lambda accuracy: 2 * accuracy,
        ),
        switch(
            "count-from-one",
            "You start the count at 1; start it at 0.",
            counted=lambda right: np.append(right, True),
        ),
        switch(
            "first-example-only",
            "You count only the first example; check whether return stands inside the loop.",
            counted=lambda right: right[:1],
        ),
        switch(
            "last-example-only",
            "You count only the last example; add to the count, do not replace it.",
            counted=lambda right: right[-1:],
        ),
        switch(
            "zeros-and-ones-only",
            "You count only right predictions of the classes 0 and 1; count those of every class.",
            right=lambda y, y_hat: (y == y_hat) & (y <= 1),
        ),
        switch(
            "zeros-only",
            "You count only right predictions of class 0; count those of every class.",
            right=lambda y, y_hat: (y == 0) & (y_hat == 0),
        ),
        switch(
            "nonzero-only",
            "You count only right predictions of labels above 0; count those of every class.",
            right=lambda y, y_hat: (y == y_hat) & (y > 0),
        ),
        switch(
            "off-by-one-allowed",
            "You count predictions that differ from the label by 1 as right; test for equality.",
            right=lambda y, y_hat: np.abs(y - y_hat) <= 1,
        ),
        switch(
            "at-most",
            "You count predictions that are smaller than the label as right; test for equality.",
            right=lambda y, y_hat: y_hat <= y,
        ),
        switch(
            "absolute-difference",
            "You return the mean distance of the labels; return the share of equal labels.",
            right=lambda y, y_hat: np.abs(y - y_hat),
        ),
        switch(
            "squares-of-differences",
            "You return the mean squared error; return the share of equal labels.",
            right=lambda y, y_hat: (y - y_hat) ** 2,
        ),
        switch(
            "difference",
            "You add the differences of the labels; count the equal labels.",
            right=lambda y, y_hat: y - y_hat,
        ),
        switch(
            "difference-reversed",
            "You add the differences of the labels; count the equal labels.",
            right=lambda y, y_hat: y_hat - y,
        ),
        switch(
            "predictions-only",
            "Your result does not depend on the true labels; compare each label with its "
            "prediction.",
            right=lambda _y, y_hat: y_hat > 0,
        ),
        switch(
            "predictions-only-one",
            "You count how often 1 is predicted; compare each label with its prediction.",
            right=lambda _y, y_hat: y_hat == 1,
        ),
        switch(
            "sums-of-labels",
            "You divide the sum of the predictions by the sum of the labels; count equal labels.",
            right=lambda _y, y_hat: y_hat,
            total=lambda y, _right: np.sum(y),
        ),
        switch(
            "share-of-the-rest",
            "You leave one example out of the count and of the number; use all examples.",
            arguments=lambda y, y_hat: (y[:-1], y_hat[:-1]),
        ),
        switch(
            "first-one-left-out",
            "You leave out the first example; use all examples.",
            arguments=lambda y, y_hat: (y[1:], y_hat[1:]),
        ),
        switch(
            "rounded-to-integer",
            "You round the result to an integer; return it without rounding.",
            result=np.round,
        ),
        switch(
            "positives-only",
            "You count only right predictions of class 1; count those of every class.",
            right=lambda y, y_hat: (y == 1) & (y_hat == 1),
        ),
        switch(
            "precision",
            "You use only examples with a predicted label other than 0, as precision does; "
            "use all examples.",
            arguments=lambda y, y_hat: (y[y_hat != 0], y_hat[y_hat != 0]),
        ),
        switch(
            "recall",
            "You use only examples with a true label other than 0, as recall does; "
            "use all examples.",
            arguments=lambda y, y_hat: (y[y != 0], y_hat[y != 0]),
        ),
        switch(
            "threshold",
            "You compare the predictions with a threshold first; compare the labels themselves.",
            right=lambda y, y_hat: (y_hat > 0) == y,
        ),
        switch(
            "two-classes-only",
            "You treat all labels above 0 as one class; compare the labels themselves.",
            right=lambda y, y_hat: (y > 0) == (y_hat > 0),
        ),
        switch(
            "at-least",
            "You count predictions that are greater than the label as right; test for equality.",
            right=lambda y, y_hat: y_hat >= y,
        ),
        switch(
            "product",
            "You multiply the labels; test whether they are equal.",
            right=np.multiply,
        ),
        switch(
            "bitwise-and",
            "You combine the labels with &; compare them for equality.",
            right=np.bitwise_and,
        ),
        switch(
            "mean-difference",
            "You use the differences of the labels; only equality counts.",
            right=lambda y, y_hat: 1 - np.abs(y - y_hat),
        ),
        switch(
            "squared-difference",
            "You use the squared differences of the labels; only equality counts.",
            right=lambda y, y_hat: 1 - (y - y_hat) ** 2,
        ),
        switch(
            "sorted",
            "You sort the labels, so they no longer belong to the same example.",
            arguments=lambda y, y_hat: (np.sort(y), np.sort(y_hat)),
        ),
        switch(
            "reversed",
            "You compare each label with the prediction for another example: "
            "one array is reversed.",
            arguments=lambda y, y_hat: (y[::-1], y_hat),
        ),
        switch(
            "truth-only",
            "Your result does not depend on the predictions; compare each with its label.",
            right=lambda y, _y_hat: y == 1,
        ),
        switch(
            "array-of-one",
            "You return an array with one number; return the number itself.",
            result=lambda accuracy: np.array([accuracy]),
        ),
        Misconception(
            "all-or-nothing",
            lambda y, y_hat: float(np.array_equal(y, y_hat)),
            "You return 1 if all predictions are right and 0 otherwise; return the share.",
        ),
        Misconception(
            "any",
            lambda y, y_hat: float(np.any(y == y_hat)),
            "You return 1 if any prediction is right and 0 otherwise; return the share.",
        ),
        Misconception(
            "which-ones",
            lambda y, y_hat: y == y_hat,
            "You return one value per example; return one number, the share of right predictions.",
        ),
        Misconception(
            "signed-difference",
            lambda y, y_hat: 1 - np.abs(np.mean(y - y_hat)),
            "You average the signed differences of the labels; only equality counts.",
        ),
        Misconception(
            "balanced",
            _balanced,
            "You average the accuracies of the classes; every example must have the same weight.",
        ),
        Misconception(
            "shared-labels",
            lambda y, y_hat: len({*y.tolist()} & {*y_hat.tolist()}) / len({*y.tolist()}),
            "You compare the sets of labels; compare the two labels of each example.",
        ),
        NEGATED,
        ONE_DECIMAL,
        *ROUNDED[:2],
    ),
    hints=(
        "A prediction is right if the two labels are equal. Which share of the examples is that?",
        "accuracy = (number of i with yᵢ = ŷᵢ) / n.",
        "y == y_hat is an array of True and False; its mean is the share of True.",
    ),
)
