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
            "You return the share of each class; frequent classes need small weights.",
        ),
        Misconception(
            "counts",
            _by_count(lambda counts, _: counts),
            "You return the counts; frequent classes need small weights, so divide by the count.",
        ),
        Misconception(
            "upside-down",
            _by_count(lambda counts, n: len(counts) * counts / n),
            "Your fraction is inverted, so the frequent class has the largest weight.",
        ),
        Misconception(
            "one-by-count",
            _by_count(lambda counts, _: 1 / counts),
            "You return 1 / count; multiply by n / k, so that the mean weight of an example is 1.",
        ),
        Misconception(
            "classes-forgotten",
            _by_count(lambda counts, n: n / counts),
            "You return n / count; divide by the number of classes as well.",
        ),
        Misconception(
            "always-two-classes",
            _by_count(lambda counts, n: n / (2 * counts)),
            "You divide by 2 in place of the number of classes; count the classes.",
        ),
        Misconception(
            "times-classes",
            _by_count(lambda counts, n: n / counts * len(counts)),
            "You multiply by the number of classes; divide by it. Check your brackets.",
        ),
        Misconception(
            "largest-by-count",
            _by_count(lambda counts, _: counts.max() / counts),
            "You divide the largest count by each count; use n / k in place of the largest count.",
        ),
        Misconception(
            "add-up-to-one",
            _by_count(lambda counts, _: (1 / counts) / (1 / counts).sum()),
            "Your weights sum to 1; the mean weight of an example must be 1.",
        ),
        Misconception(
            "one-minus-share",
            _by_count(lambda counts, n: 1 - counts / n),
            "You return 1 minus the share of each class; return n / (k · count).",
        ),
        Misconception(
            "others-by-count",
            _by_count(lambda counts, n: (n - counts) / counts),
            "You divide the number of other examples by the count; use n / (k · count).",
        ),
        Misconception(
            "all-equal",
            _by_count(lambda _counts, _n: 1.0),
            "You give every class the weight 1; rare classes need larger weights.",
        ),
        Misconception(
            "classes-by-count",
            _by_count(lambda counts, _: len(counts) / counts),
            "You divide the number of classes by the count; use n / (k · count).",
        ),
        Misconception(
            "square-root",
            _by_count(lambda counts, n: np.sqrt(n / (len(counts) * counts))),
            "You take a square root of the weights; leave it out.",
        ),
        Misconception(
            "cut-to-integers",
            _by_count(lambda counts, n: n // (len(counts) * counts)),
            "You convert the weights to integers; return floats.",
        ),
        Misconception(
            "order-reversed",
            lambda y: dict(
                zip(_class_weights(y), [*_class_weights(y).values()][::-1], strict=True)
            ),
            "The weights are right, but they belong to the wrong classes: their order is reversed.",
        ),
        Misconception(
            "numbered",
            lambda y: dict(enumerate(_class_weights(y).values())),
            "Your keys are 0, 1, 2, …; the keys must be the labels that occur in y.",
        ),
        Misconception(
            "by-range",
            _by_range,
            "You count the labels 0, 1, 2, …; use the labels that occur in y.",
        ),
        Misconception(
            "up-to-the-largest",
            _up_to_the_largest,
            "You take the number of classes from the largest label; count the labels in y.",
        ),
        Misconception(
            "absent-labels",
            _absent_labels,
            "You give a weight to labels that do not occur in y; leave them out.",
        ),
        Misconception(
            "keys-as-text",
            lambda y: {str(label): weight for label, weight in _class_weights(y).items()},
            "Your keys are strings; the keys must be the labels themselves, which are numbers.",
        ),
        Misconception(
            "list",
            lambda y: list(_class_weights(y).values()),
            "You return a list; return a dict from label to weight.",
        ),
        Misconception(
            "for-each-example",
            lambda y: [_class_weights(y)[label] for label in y.tolist()],
            "You return one weight for each example; return one for each class, in a dict.",
        ),
    ),
    hints=(
        "How much must one example of a rare class weigh for the class to count as much as others?",
        "weight = n / (k · count), for n examples, k classes and the count of this class.",
        "np.unique(y, return_counts=True) gives labels and counts; a dict puts them together.",
    ),
)
