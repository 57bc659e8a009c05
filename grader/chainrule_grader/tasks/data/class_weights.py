"""Class weights: examples of rare classes get larger weights in the loss."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import Array, calls
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch

Weights = dict[Any, Any]


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "two classes", np.array([0, 0, 1, 0])
    yield "two classes", rng.permutation(np.repeat([0, 1], rng.permutation(12)[:2] + 1))
    yield "several classes", np.array([2, 0, 0, 1, 2, 0, 0])
    yield "several classes", np.array([1, 0, 1, 2, 0, 2, 1, 0, 0])
    yield "several classes", rng.permutation(np.repeat([0, 1, 2, 3], rng.permutation(9)[:4] + 1))
    yield "other labels", np.array([7, 3, 3, 7, 3, 3, 4, 3])
    yield "other labels", rng.permutation(np.repeat([2, 5, 12], rng.permutation(9)[:3] + 1))


def _unique(y: Array) -> list[Any]:
    return list(np.unique(y).tolist())


def _make(
    labels: Callable[[Array], list[Any]] = _unique,
    count: Callable[[Array, Any], Any] = lambda y, label: np.sum(y == label),
    size: Callable[[Array], Any] = len,
    classes: Callable[[Array, list[Any], int], Any] = lambda _y, labels, _number: len(labels),
    formula: Callable[[Any, Any, Any, Array], Any] = lambda n, k, c, _counts: n / (k * c),
    changed: Callable[[Any], Any] = lambda weight: weight,
    keys: Callable[[list[Any], Array], list[Any]] = lambda labels, _y: labels,
    number: Callable[[Any], Any] = np.float64,
) -> Implementation:
    """Return a function that computes a formula of n, k and each count.

    `classes` gets the labels and the number of this class; `number` converts each count, and
    decides whether a division by 0 is an error.
    """

    def class_weights(y: Array) -> Weights:
        found = labels(y)
        counts = np.array([count(y, label) for label in found])
        n, weights = size(y), []
        for i, each in enumerate(counts.tolist()):
            weight = formula(n, classes(y, found, i), number(each), counts)
            weights.append(changed(weight))
        # A dict keeps the last weight of two equal keys, as a student's dict does.
        return dict(zip(keys(found, y), weights, strict=False))

    return class_weights


def _rounded(digits: int, word: str) -> Misconception:
    return switch(
        f"rounded-to-{word}-decimals",
        f"You round the weights to {word} decimals; return them without rounding.",
        changed=lambda weight: round(float(weight), digits),
    )


def _formula(name: str, message: str, formula: Callable[[Any, Any, Any], Any]) -> Misconception:
    """Return the mistake of another formula of n, k and the count."""
    return switch(name, message, formula=lambda n, k, c, _counts: formula(n, k, c))


def _values(weights: Weights) -> list[Any]:
    return list(weights.values())


def _each(weights: Callable[[Array], Weights]) -> Implementation:
    return lambda y: [weights(y)[label] for label in y.tolist()]


TASK = Task(
    reference=_make(),
    make=_make,
    conventions=({}, {"number": int}),
    observe=calls(_inputs),
    misconceptions=(
        _formula(
            "share",
            "You return the share of each class; frequent classes need small weights.",
            lambda n, _k, c: c / n,
        ),
        _formula(
            "counts",
            "You return the counts; frequent classes need small weights, so divide by the count.",
            lambda _n, _k, c: c,
        ),
        _formula(
            "upside-down",
            "Your fraction is inverted, so the frequent class has the largest weight.",
            lambda n, k, c: k * c / n,
        ),
        _formula(
            "one-by-count",
            "You return 1 / count; multiply by n / k, so that the mean weight of an example is 1.",
            lambda _n, _k, c: 1 / c,
        ),
        _formula(
            "n-missing",
            "The number of examples n is missing in your fraction.",
            lambda _n, k, c: 1 / (k * c),
        ),
        _formula(
            "count-missing",
            "You do not divide by the count of the class, so every class has the same weight.",
            lambda n, k, _c: n / k,
        ),
        _formula(
            "classes-forgotten",
            "You return n / count; divide by the number of classes as well.",
            lambda n, _k, c: n / c,
        ),
        switch(
            "always-two-classes",
            "You divide by 2 in place of the number of classes; count the classes.",
            classes=lambda _y, _labels, _number: 2,
        ),
        _formula(
            "times-classes",
            "You multiply by the number of classes; divide by it. Check your brackets.",
            lambda n, k, c: n / c * k,
        ),
        _formula(
            "times-count",
            "You multiply by the count; divide by it. Check your brackets.",
            lambda n, k, c: n / k * c,
        ),
        _formula(
            "product",
            "You multiply n, k and the count; divide n by the product of the other two.",
            lambda n, k, c: n * k * c,
        ),
        _formula(
            "classes-plus-count",
            "You add the number of classes to the count; multiply them.",
            lambda n, k, c: n / (k + c),
        ),
        _formula(
            "examples-and-classes-exchanged",
            "You exchange the number of examples and the number of classes.",
            lambda n, k, c: k / (n * c),
        ),
        switch(
            "largest-by-count",
            "You divide the largest count by each count; use n / k in place of the largest count.",
            formula=lambda _n, _k, c, counts: counts.max() / c,
        ),
        switch(
            "smallest-by-count",
            "You divide the smallest count by each count; use n / k in place of the smallest "
            "count.",
            formula=lambda _n, _k, c, counts: counts.min() / c,
        ),
        switch(
            "add-up-to-one",
            "Your weights sum to 1; the mean weight of an example must be 1.",
            formula=lambda _n, _k, c, counts: (1 / c) / np.sum(1 / counts),
        ),
        switch(
            "add-up-to-the-classes",
            "Your weights sum to the number of classes; the mean weight of an example must be 1.",
            formula=lambda _n, k, c, counts: k * (1 / c) / np.sum(1 / counts),
        ),
        _formula(
            "one-minus-share",
            "You return 1 minus the share of each class; return n / (k · count).",
            lambda n, _k, c: 1 - c / n,
        ),
        _formula(
            "one-minus-share-by-classes",
            "You use 1 minus the share of each class; use n / (k · count).",
            lambda n, k, c: (1 - c / n) / k,
        ),
        _formula(
            "others-by-count",
            "You divide the number of other examples by the count; use n / (k · count).",
            lambda n, _k, c: (n - c) / c,
        ),
        _formula(
            "all-equal",
            "You give every class the weight 1; rare classes need larger weights.",
            lambda _n, _k, _c: 1.0,
        ),
        _formula(
            "classes-by-count",
            "You divide the number of classes by the count; use n / (k · count).",
            lambda _n, k, c: k / c,
        ),
        switch(
            "square-root",
            "You take a square root of the weights; leave it out.",
            changed=np.sqrt,
        ),
        switch(
            "squared",
            "You square the weights; leave it out.",
            changed=lambda weight: weight**2,
        ),
        switch(
            "logarithm",
            "You take the logarithm of the weights; leave it out.",
            changed=np.log,
        ),
        switch(
            "cut-to-integers",
            "You convert the weights to integers; return floats.",
            changed=np.trunc,
        ),
        switch(
            "doubled",
            "Your weights have a factor of 2 too many; remove it.",
            changed=lambda weight: 2 * weight,
        ),
        switch(
            "halved",
            "Your weights have a factor of 1/2 too many; remove it.",
            changed=lambda weight: weight / 2,
        ),
        switch(
            "negated",
            "Your weights have the wrong sign.",
            changed=lambda weight: -weight,
        ),
        _rounded(1, "one"),
        _rounded(2, "two"),
        _rounded(3, "three"),
        _rounded(4, "four"),
        _formula(
            "classes-squared",
            "You divide by the number of classes twice; divide once.",
            lambda n, k, c: n / (k * k * c),
        ),
        _formula(
            "examples-squared",
            "You multiply by the number of examples twice; multiply once.",
            lambda n, k, c: n * n / (k * c),
        ),
        switch(
            "smoothed",
            "You add 1 to the counts; use the counts themselves.",
            count=lambda y, label: np.sum(y == label) + 1,
        ),
        switch(
            "count-one-too-small",
            "Your counts are too small by 1; start each count at 1 for its first example.",
            count=lambda y, label: np.sum(y == label) - 1,
        ),
        switch(
            "labels-added",
            "You add the labels of a class; count its examples.",
            count=lambda y, label: np.sum(y[y == label]),
        ),
        switch(
            "counts-the-others",
            "You count the examples of the other classes; count those of the class itself.",
            count=lambda y, label: np.sum(y != label),
        ),
        switch(
            "size-is-the-sum",
            "You use the sum of the labels as n; n is the number of examples.",
            size=np.sum,
        ),
        switch(
            "size-one-too-small",
            "Your number of examples is too small by 1.",
            size=lambda y: len(y) - 1,
        ),
        switch(
            "size-one-too-large",
            "Your number of examples is too large by 1.",
            size=lambda y: len(y) + 1,
        ),
        switch(
            "classes-one-too-few",
            "Your number of classes is too small by 1.",
            classes=lambda _y, labels, _number: len(labels) - 1,
        ),
        switch(
            "classes-one-too-many",
            "Your number of classes is too large by 1.",
            classes=lambda _y, labels, _number: len(labels) + 1,
        ),
        switch(
            "largest-label-as-classes",
            "You use the largest label as the number of classes; count the labels in y.",
            classes=lambda y, _labels, _number: y.max(),
        ),
        switch(
            "up-to-the-largest",
            "You take the number of classes from the largest label; count the labels in y.",
            classes=lambda y, _labels, _number: y.max() + 1,
        ),
        switch(
            "classes-so-far",
            "You count the classes inside the loop, when only some are known; count them before.",
            classes=lambda _y, _labels, number: number + 1,
        ),
        switch(
            "order-reversed",
            "The weights are right, but they belong to the wrong classes: their order is reversed.",
            keys=lambda labels, _y: labels[::-1],
        ),
        switch(
            "order-of-occurrence",
            "Your weights belong to the wrong classes: your labels and your counts have different "
            "orders.",
            keys=lambda _labels, y: list(dict.fromkeys(y.tolist())),
        ),
        switch(
            "numbered",
            "Your keys are 0, 1, 2, …; the keys must be the labels that occur in y.",
            keys=lambda labels, _y: list(range(len(labels))),
        ),
        switch(
            "keys-plus-one",
            "Your keys are the labels plus 1; the keys must be the labels themselves.",
            keys=lambda labels, _y: [label + 1 for label in labels],
        ),
        switch(
            "by-range",
            "You count the labels 0, 1, 2, …; use the labels that occur in y.",
            labels=lambda y: list(range(len(np.unique(y)))),
            count=lambda y, label: sum(other == label for other in y.tolist()),
        ),
        switch(
            "absent-labels",
            "You use every integer up to the largest label as a class; use the labels in y.",
            labels=lambda y: list(range(y.max() + 1)),
        ),
        switch(
            "absent-labels-guarded",
            "You give a weight to labels that do not occur in y; leave them out.",
            labels=lambda y: list(range(y.max() + 1)),
            count=lambda y, label: max(np.sum(y == label), 1),
        ),
        switch(
            "last-class-only",
            "Your dict has only the last class; create it before the loop.",
            result=lambda weights: dict(list(weights.items())[-1:]),
        ),
        switch(
            "first-class-only",
            "Your dict has only the first class; check whether return stands inside the loop.",
            result=lambda weights: dict(list(weights.items())[:1]),
        ),
        switch(
            "last-class-missing",
            "The last class is missing in your dict; the loop must include it.",
            result=lambda weights: dict(list(weights.items())[:-1]),
        ),
        switch(
            "one-weight-for-all",
            "All your classes have the weight of the last one; compute a weight for each class.",
            result=lambda weights: dict.fromkeys(weights, _values(weights)[-1]),
        ),
        switch(
            "keys-as-text",
            "Your keys are strings; the keys must be the labels themselves, which are numbers.",
            keys=lambda labels, _y: [str(label) for label in labels],
        ),
        switch(
            "keys-and-values-exchanged",
            "Your keys are the weights; the keys must be the labels.",
            result=lambda weights: {weight: label for label, weight in weights.items()},
        ),
        switch(
            "list",
            "You return a list or an array; return a dict from label to weight.",
            result=_values,
        ),
        switch(
            "pairs",
            "You return a list of pairs; return a dict from label to weight.",
            result=lambda weights: list(weights.items()),
        ),
        switch(
            "labels-and-weights",
            "You return labels and weights separately; return a dict from label to weight.",
            result=lambda weights: (list(weights), _values(weights)),
        ),
        switch(
            "one-number",
            "You return a single number; return a dict with a weight for each class.",
            result=lambda weights: _values(weights)[0],
        ),
        switch(
            "last-number",
            "You return the weight of the last class alone; return a dict from label to weight.",
            result=lambda weights: _values(weights)[-1],
        ),
        Misconception(
            "for-each-example",
            _each(_make()),
            "You return one weight for each example; return one for each class, in a dict.",
        ),
        Misconception(
            "for-each-example-without-classes",
            _each(_make(formula=lambda n, _k, c, _counts: n / c)),
            "You return n / count for each example; return a dict, and divide by the number of "
            "classes as well.",
        ),
    ),
    hints=(
        "How much must one example of a rare class weigh for the class to count as much as others?",
        "Count the examples of each label that occurs; k is the number of different labels.",
        "np.unique(y, return_counts=True) gives labels and counts; make a dict of them.",
    ),
)
