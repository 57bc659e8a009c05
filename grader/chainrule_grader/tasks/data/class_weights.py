"""Rare classes get heavy examples, so that all classes together weigh the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.formatting import format_call
from chainrule_grader.judging.observation import Array, check_property, value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Implementation, Misconception, Observation, Task


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "two classes", np.array([0, 0, 1, 0])
    yield "two classes", rng.permutation(np.repeat([0, 1], rng.permutation(12)[:2] + 1))
    yield "several classes", np.array([2, 0, 0, 1, 2, 0, 0])
    yield "several classes", rng.permutation(np.repeat([0, 1, 2, 3], rng.permutation(9)[:4] + 1))
    yield "other labels", np.array([7, 3, 3, 7, 3, 3, 4, 3])
    yield "other labels", rng.permutation(np.repeat([2, 5, 12], rng.permutation(9)[:3] + 1))


def _observe(subject: Subject, rng: Generator) -> Iterator[Observation]:
    """Look at whose weights there are, then at the weights."""
    for criterion, y in _inputs(rng):
        call, weights = format_call(subject.name, [y]), subject(y)
        known = not isinstance(weights, dict) or set(weights) == set(y.tolist())
        yield check_property(
            criterion, call, known, "The keys of the dict are not the labels that occur in y."
        )
        yield value(criterion, call, weights)


def _by_count(weight: Callable[[Array, int], Any]) -> Implementation:
    """Weigh each class by a formula of the counts of all classes and the number of examples."""

    def answer(y: Array) -> dict[Any, Any]:
        labels, counts = np.unique(y, return_counts=True)
        weights = np.broadcast_to(weight(counts, len(y)), counts.shape)
        return dict(zip(labels.tolist(), weights.tolist(), strict=True))

    return answer


_class_weights = _by_count(lambda counts, n: n / (len(counts) * counts))


def _up_to_the_largest(y: Array) -> dict[Any, Any]:
    weigh = _by_count(lambda counts, n: n / ((y.max() + 1) * counts))
    return dict(weigh(y))


def _absent_labels(y: Array) -> dict[Any, Any]:
    counts = np.bincount(y)
    return dict(enumerate((len(y) / (len(counts) * np.maximum(counts, 1))).tolist()))


def _by_range(y: Array) -> dict[Any, Any]:
    classes = len(np.unique(y))
    return {c: len(y) / (classes * sum(v == c for v in y.tolist())) for c in range(classes)}


TASK = Task(
    reference=_class_weights,
    observe=_observe,
    misconceptions=(
        Misconception(
            "share",
            _by_count(lambda counts, n: counts / n),
            "Those are the classes' shares: the frequent class weighs most, the wrong way round.",
        ),
        Misconception(
            "counts",
            _by_count(lambda counts, _: counts),
            "Those are the counts: the frequent class weighs most, the wrong way round.",
        ),
        Misconception(
            "upside-down",
            _by_count(lambda counts, n: len(counts) * counts / n),
            "The fraction is upside down: the frequent class weighs most.",
        ),
        Misconception(
            "one-by-count",
            _by_count(lambda counts, _: 1 / counts),
            "Each class weighs 1 divided by its count: the mean example no longer weighs 1.",
        ),
        Misconception(
            "classes-forgotten",
            _by_count(lambda counts, n: n / counts),
            "How many classes there are is left out: the mean example no longer weighs 1.",
        ),
        Misconception(
            "always-two-classes",
            _by_count(lambda counts, n: n / (2 * counts)),
            "It is right for two classes only: the number of classes is fixed.",
        ),
        Misconception(
            "times-classes",
            _by_count(lambda counts, n: n / counts * len(counts)),
            "The number of classes multiplies where it should divide: look for a missing bracket.",
        ),
        Misconception(
            "largest-by-count",
            _by_count(lambda counts, _: counts.max() / counts),
            "The largest class weighs 1 and the others more: the mean example weighs too much.",
        ),
        Misconception(
            "add-up-to-one",
            _by_count(lambda counts, _: (1 / counts) / (1 / counts).sum()),
            "The weights add up to 1; what should come out even is what the classes weigh in all.",
        ),
        Misconception(
            "one-minus-share",
            _by_count(lambda counts, n: 1 - counts / n),
            "Each class weighs 1 minus its share: rare classes are not heavy enough by that.",
        ),
        Misconception(
            "others-by-count",
            _by_count(lambda counts, n: (n - counts) / counts),
            "That is how many others there are for each example of the class.",
        ),
        Misconception(
            "all-equal",
            _by_count(lambda _counts, _n: 1.0),
            "Every class weighs 1, so that the frequent one still outweighs the others.",
        ),
        Misconception(
            "classes-by-count",
            _by_count(lambda counts, _: len(counts) / counts),
            "The number of classes stands where the number of examples should.",
        ),
        Misconception(
            "square-root",
            _by_count(lambda counts, n: np.sqrt(n / (len(counts) * counts))),
            "A square root makes the weights milder than they should be.",
        ),
        Misconception(
            "cut-to-integers",
            _by_count(lambda counts, n: n // (len(counts) * counts)),
            "The weights are cut off to whole numbers, and some classes weigh nothing.",
        ),
        Misconception(
            "order-reversed",
            lambda y: dict(
                zip(_class_weights(y), [*_class_weights(y).values()][::-1], strict=True)
            ),
            "The weights are right and belong to the wrong classes: their order is reversed.",
        ),
        Misconception(
            "numbered",
            lambda y: dict(enumerate(_class_weights(y).values())),
            "The keys are 0, 1, 2 …, whatever the labels in y are.",
        ),
        Misconception(
            "by-range",
            _by_range,
            "It counts labels 0, 1, 2 … and finds none of some, where y has other labels.",
        ),
        Misconception(
            "up-to-the-largest",
            _up_to_the_largest,
            "The number of classes is taken from the largest label, though labels may be missing.",
        ),
        Misconception(
            "absent-labels",
            _absent_labels,
            "Labels that y does not have get a weight too, and are counted as classes.",
        ),
        Misconception(
            "keys-as-text",
            lambda y: {str(label): weight for label, weight in _class_weights(y).items()},
            "The keys are texts; whoever looks a label up has a number.",
        ),
        Misconception(
            "list",
            lambda y: list(_class_weights(y).values()),
            "The weights are in a row: without keys nobody can tell whose they are.",
        ),
        Misconception(
            "for-each-example",
            lambda y: [_class_weights(y)[label] for label in y.tolist()],
            "There is a weight for each example, where each class needs one.",
        ),
    ),
    hints=(
        "How much must one example of a rare class weigh for the class to count as much as others?",
        "weight = n / (k · count), for n examples, k classes and the count of this class.",
        "np.unique(y, return_counts=True) gives labels and counts; a dict puts them together.",
    ),
)
