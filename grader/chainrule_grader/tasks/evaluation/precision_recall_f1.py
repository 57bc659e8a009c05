"""Precision, recall and F1 of the positive class."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple, TypeAlias

import numpy as np
from chainrule.metrics import Precision, Recall
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.formatting import format_call
from chainrule_grader.judging.observation import several, value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import (
    Implementation,
    Misconception,
    Observation,
    Task,
    switch,
)

Array: TypeAlias = NDArray[Any]
Three: TypeAlias = tuple[float, float, float]
NAMES: Final = ("precision", "recall", "f1")


def _inputs(rng: Generator) -> Iterator[tuple[str, Array, Array]]:
    yield "usual", np.array([1, 1, 1, 0, 0, 0]), np.array([1, 0, 0, 0, 1, 0])
    yield "usual", np.array([0, 1, 1, 1, 0, 1, 0]), np.array([1, 1, 1, 0, 1, 1, 0])
    y = (np.arange(30) % 3 == 0).astype(int)
    yield "usual", y, np.where(rng.permutation(30) < 11, 1 - y, y)
    yield "undefined", np.array([1]), np.array([1])
    yield "undefined", np.array([1, 0, 1]), np.array([0, 0, 0])
    yield "undefined", np.array([0, 0, 0]), np.array([0, 1, 0])
    yield "undefined", np.array([1, 0, 0]), np.array([0, 1, 0])
    yield "undefined", np.array([0, 0]), np.array([0, 0])
    for found in rng.permutation([1, 0] * 4):
        y = rng.permutation([1, 0, 0, 0])
        yield "undefined", y, found * y


def _observe(subject: Subject, rng: Generator) -> Iterator[Observation]:
    for criterion, y, y_hat in _inputs(rng):
        result = subject(y, y_hat)
        if isinstance(result, np.ndarray) and result.shape == (3,):
            result = list(result)
        three = several(result, 3, "three numbers (precision, recall, f1)")
        for i, (name, number) in enumerate(zip(NAMES, three, strict=True)):
            what = f"{format_call(subject.name, [y, y_hat])}[{i}]"
            where = "" if criterion == "usual" else " for at least one of these inputs"
            yield value(criterion, what, number, f"Your {name} is wrong{where}.")


class _Counts(NamedTuple):
    """True positives, false positives, false negatives and true negatives."""

    tp: int
    fp: int
    fn: int
    tn: int


Quotient: TypeAlias = tuple[float, float]


def _harmonic(precision: float, recall: float) -> Quotient:
    return 2 * precision * recall, precision + recall


def _three(y: Array, y_hat: Array) -> Three:
    precision, recall = Precision()(y, y_hat), Recall()(y, y_hat)
    numerator, denominator = _harmonic(precision, recall)
    return precision, recall, numerator / denominator if denominator else 0.0


def _make(
    precision: Callable[[_Counts], Quotient] = lambda c: (c.tp, c.tp + c.fp),
    recall: Callable[[_Counts], Quotient] = lambda c: (c.tp, c.tp + c.fn),
    f1: Callable[[float, float], Quotient] = _harmonic,
    undefined: float | None = 0.0,
    undefined_f1: float | None = 0.0,
    tallied: Callable[[_Counts], _Counts] = lambda c: c,
) -> Implementation:
    """Return three quotients; `undefined` replaces one with denominator 0, None is an error."""

    def ratio(quotient: Quotient, otherwise: float | None) -> float:
        numerator, denominator = quotient
        if denominator or otherwise is None:
            return numerator / denominator
        return otherwise

    def three(y: Array, y_hat: Array) -> Three:
        pairs = (((y == 1) & (y_hat == 1)), ((y == 0) & (y_hat == 1)))
        rest = (((y == 1) & (y_hat == 0)), ((y == 0) & (y_hat == 0)))
        counts = tallied(_Counts(*(int(one.sum()) for one in (*pairs, *rest))))
        p, r = ratio(precision(counts), undefined), ratio(recall(counts), undefined)
        return p, r, ratio(f1(p, r), undefined_f1)

    return three


def _plain(combine: Callable[[float, float], float]) -> Callable[[float, float], Quotient]:
    """Return an F1 that has no denominator."""
    return lambda p, r: (combine(p, r), 1.0)


TASK = Task(
    reference=_three,
    make=_make,
    observe=_observe,
    uses=("evaluation/accuracy", "evaluation/confusion_matrix"),
    misconceptions=(
        switch(
            "swapped",
            "You exchange precision and recall, or false positives and false negatives.",
            result=lambda three: (three[1], three[0], three[2]),
        ),
        switch(
            "divides-by-zero",
            "You divide by 0 if no example is positive or predicted positive; return 0.0 there.",
            undefined=None,
            undefined_f1=None,
        ),
        switch(
            "not-a-number",
            "You return NaN where the denominator is 0; return 0.0 there.",
            undefined=float("nan"),
            undefined_f1=float("nan"),
        ),
        switch(
            "one-where-undefined",
            "You return 1 where the denominator is 0; return 0.0 there.",
            undefined=1.0,
            undefined_f1=1.0,
        ),
        switch(
            "f-one-divides-by-zero",
            "You divide by 0 in your F1 if precision and recall are both 0; return 0.0 there.",
            undefined_f1=None,
        ),
        switch(
            "f-one-not-a-number",
            "Your F1 is NaN if precision and recall are both 0; return 0.0 there.",
            undefined_f1=float("nan"),
        ),
        switch(
            "nan-in-precision-and-recall",
            "Your precision or recall is NaN where its denominator is 0; return 0.0 there.",
            undefined=float("nan"),
        ),
        switch(
            "one-in-precision-and-recall",
            "Your precision or recall is 1 where its denominator is 0; return 0.0 there.",
            undefined=1.0,
        ),
        switch(
            "minus-one-in-precision-and-recall",
            "Your precision or recall is −1 where its denominator is 0; return 0.0 there.",
            undefined=-1.0,
        ),
        switch(
            "all-right-as-true-positives",
            "You count every right prediction as a true positive; the label must be 1.",
            tallied=lambda c: c._replace(tp=c.tp + c.tn),
        ),
        switch(
            "true-negatives-as-true-positives",
            "You count true negatives as true positives; label and prediction must be 1.",
            tallied=lambda c: c._replace(tp=c.tn),
        ),
        switch(
            "predicted-as-true-positives",
            "You count every predicted positive as a true positive; the label must be 1 as well.",
            tallied=lambda c: c._replace(tp=c.tp + c.fp),
        ),
        switch(
            "positives-as-true-positives",
            "You count every positive example as a true positive; the prediction must be 1 too.",
            tallied=lambda c: c._replace(tp=c.tp + c.fn),
        ),
        switch(
            "all-wrong-as-both",
            "You count every wrong prediction as a false positive and as a false negative; "
            "separate the two.",
            tallied=lambda c: c._replace(fp=c.fp + c.fn, fn=c.fp + c.fn),
        ),
        switch(
            "true-negatives-in-precision",
            "Your precision uses the true negatives in place of the false positives.",
            precision=lambda c: (c.tp, c.tp + c.tn),
        ),
        switch(
            "false-positives-twice",
            "The denominator of your precision has the false positives twice; add them once.",
            precision=lambda c: (c.tp, c.tp + 2 * c.fp),
        ),
        switch(
            "one-minus-precision",
            "Your precision is 1 minus the precision; divide the true positives, not the false.",
            precision=lambda c: (c.fp, c.tp + c.fp) if c.tp + c.fp else (1, 1),
        ),
        switch(
            "precision-cut",
            "Your precision is cut off to an integer; use / and not //.",
            precision=lambda c: (c.tp // (c.tp + c.fp) if c.tp + c.fp else 0, 1),
        ),
        switch(
            "true-negatives-for-false-negatives",
            "Your recall uses the true negatives in place of the false negatives.",
            recall=lambda c: (c.tp, c.tp + c.tn),
        ),
        switch(
            "false-negatives-twice",
            "The denominator of your recall has the false negatives twice; add them once.",
            recall=lambda c: (c.tp, c.tp + 2 * c.fn),
        ),
        switch(
            "one-minus-recall",
            "Your recall is 1 minus the recall; divide the true positives, not the others.",
            recall=lambda c: (c.fn, c.tp + c.fn) if c.tp + c.fn else (1, 1),
        ),
        switch(
            "jaccard",
            "Your F1 lacks the factor 2 on the true positives: it is TP / (TP + FP + FN).",
            f1=lambda p, r: (p * r, p + r - p * r),
        ),
        switch(
            "two-in-the-denominator",
            "In your F1, the factor 2 is in the denominator; it belongs to the numerator.",
            f1=lambda p, r: (p * r, 2 * (p + r)),
        ),
        switch(
            "f-one-upside-down",
            "Your F1 has the sum in the numerator and the product in the denominator; exchange "
            "them.",
            f1=lambda p, r: (2 * (p + r), p * r),
        ),
        switch(
            "product-missing",
            "In your F1, the product of precision and recall is missing in the numerator.",
            f1=lambda p, r: (2, p + r),
        ),
        switch(
            "difference",
            "Your F1 is the difference of precision and recall; use the harmonic mean.",
            f1=_plain(lambda p, r: p - r),
        ),
        switch(
            "squares",
            "Your F1 has squares in the numerator; use the product of precision and recall.",
            f1=lambda p, r: (p * p + r * r, p + r),
        ),
        switch(
            "f-one-alone",
            "You return the F1 alone; return (precision, recall, f1).",
            result=lambda three: three[2],
        ),
        switch(
            "without-f-one",
            "You return two numbers; return (precision, recall, f1).",
            result=lambda three: three[:2],
        ),
        switch(
            "four-numbers",
            "You return four numbers; return (precision, recall, f1).",
            result=lambda three: (*three, 0.0),
        ),
        switch(
            "as-a-dict",
            "You return a dict; return the tuple (precision, recall, f1).",
            result=lambda three: dict(zip(NAMES, three, strict=True)),
        ),
        switch(
            "rounded-to-three",
            "You round the results to three decimals; return them without rounding.",
            result=lambda three: tuple(round(x, 3) for x in three),
        ),
        switch(
            "rounded-to-four",
            "You round the results to four decimals; return them without rounding.",
            result=lambda three: tuple(round(x, 4) for x in three),
        ),
        Misconception(
            "accuracy-for-f-one",
            lambda y, y_hat: (*_three(y, y_hat)[:2], np.mean(y == y_hat)),
            "Your F1 is the accuracy; use the harmonic mean of precision and recall.",
        ),
        switch(
            "other-class",
            "Your positive class is 0; the positive class is 1.",
            arguments=lambda y, y_hat: (1 - y, 1 - y_hat),
        ),
        switch(
            "accuracy-for-precision",
            "Your precision is the accuracy; divide the true positives by the predicted positives.",
            precision=lambda c: (c.tp + c.tn, sum(c)),
        ),
        switch(
            "share-of-all",
            "Your precision is divided by the number of all examples; divide by the predicted "
            "positives.",
            precision=lambda c: (c.tp, sum(c)),
        ),
        switch(
            "rest-counted",
            "The denominator of your precision contains the true negatives; leave them out.",
            precision=lambda c: (c.tp, c.tp + c.fp + c.tn),
        ),
        switch(
            "false-negatives-in-precision",
            "The denominator of your precision also contains the false negatives; leave them out.",
            precision=lambda c: (c.tp, c.tp + c.fp + c.fn),
        ),
        switch(
            "precision-without-true-positives",
            "The denominator of your precision lacks the true positives; add them.",
            precision=lambda c: (c.tp, c.fp),
        ),
        switch(
            "false-discovery-rate",
            "Your precision is the share of false positives among the predicted positives; use the "
            "true positives.",
            precision=lambda c: (c.fp, c.tp + c.fp),
        ),
        switch(
            "recall-twice",
            "Your precision is the recall; divide the true positives by the predicted positives.",
            precision=lambda c: (c.tp, c.tp + c.fn),
        ),
        switch(
            "negative-predictive-value",
            "Your precision is the precision of class 0; use class 1.",
            precision=lambda c: (c.tn, c.tn + c.fn),
        ),
        switch(
            "precision-count",
            "Your precision is the number of true positives; divide by the predicted positives.",
            precision=lambda c: (c.tp, 1),
        ),
        switch(
            "precision-twice",
            "Your recall is the precision; divide the true positives by the positive examples.",
            recall=lambda c: (c.tp, c.tp + c.fp),
        ),
        switch(
            "recall-of-all",
            "Your recall is divided by the number of all examples; divide by the positive "
            "examples.",
            recall=lambda c: (c.tp, sum(c)),
        ),
        switch(
            "accuracy-for-recall",
            "Your recall is the accuracy; divide the true positives by the positive examples.",
            recall=lambda c: (c.tp + c.tn, sum(c)),
        ),
        switch(
            "specificity",
            "Your recall is the recall of class 0; use class 1.",
            recall=lambda c: (c.tn, c.tn + c.fp),
        ),
        switch(
            "false-positive-rate",
            "Your recall is the share of false positives among the negative examples; use the true "
            "positives.",
            recall=lambda c: (c.fp, c.tn + c.fp),
        ),
        switch(
            "true-negatives-in-recall",
            "The denominator of your recall contains the true negatives; leave them out.",
            recall=lambda c: (c.tp, c.tp + c.fn + c.tn),
        ),
        switch(
            "false-positives-in-recall",
            "The denominator of your recall also contains the false positives; leave them out.",
            recall=lambda c: (c.tp, c.tp + c.fp + c.fn),
        ),
        switch(
            "recall-without-true-positives",
            "The denominator of your recall lacks the true positives; add them.",
            recall=lambda c: (c.tp, c.fn),
        ),
        switch(
            "false-negative-rate",
            "Your recall is the share of false negatives among the positive examples; use the true "
            "positives.",
            recall=lambda c: (c.fn, c.tp + c.fn),
        ),
        switch(
            "recall-count",
            "Your recall is the number of true positives; divide by the positive examples.",
            recall=lambda c: (c.tp, 1),
        ),
        switch(
            "plain-mean",
            "Your F1 is the arithmetic mean of precision and recall; use the harmonic mean.",
            f1=lambda p, r: (p + r, 2),
        ),
        switch(
            "no-two",
            "Your F1 lacks the factor 2; multiply the product by 2.",
            f1=lambda p, r: (p * r, p + r),
        ),
        switch(
            "geometric-mean",
            "Your F1 is the geometric mean of precision and recall; use the harmonic mean.",
            f1=_plain(lambda p, r: float(np.sqrt(p * r))),
        ),
        switch(
            "product",
            "Your F1 is the product of precision and recall; use the harmonic mean.",
            f1=_plain(lambda p, r: p * r),
        ),
        switch(
            "twice-the-product",
            "Your F1 is not divided by the sum of precision and recall; divide by it.",
            f1=_plain(lambda p, r: 2 * p * r),
        ),
        switch(
            "sum",
            "Your F1 is the sum of precision and recall; use the harmonic mean.",
            f1=_plain(lambda p, r: p + r),
        ),
        switch(
            "precedence",
            "In your F1, only the precision is in the denominator; put its sum in brackets.",
            f1=_plain(lambda p, r: 2 * p * r / p + r if p else 0.0),
        ),
        switch(
            "smaller",
            "Your F1 is the smaller of precision and recall; use the harmonic mean.",
            f1=_plain(min),
        ),
        switch(
            "larger",
            "Your F1 is the larger of precision and recall; use the harmonic mean.",
            f1=_plain(max),
        ),
        switch(
            "f-two",
            "Your F1 is the F2 score, which gives recall more weight; use the harmonic mean.",
            f1=lambda p, r: (5 * p * r, 4 * p + r),
        ),
        switch(
            "score-first",
            "Your F1 is the first of the three; return (precision, recall, f1).",
            result=lambda three: (three[2], three[0], three[1]),
        ),
        switch(
            "reversed",
            "Your three numbers are in reverse order; return (precision, recall, f1).",
            result=lambda three: three[::-1],
        ),
        switch(
            "percent",
            "You return percentages; return shares between 0 and 1.",
            result=lambda three: tuple(100 * x for x in three),
        ),
        switch(
            "rounded",
            "You round the results to two decimals; return them without rounding.",
            result=lambda three: tuple(round(x, 2) for x in three),
        ),
        Misconception(
            "macro",
            lambda y, y_hat: tuple(
                (a + b) / 2 for a, b in zip(_three(y, y_hat), _three(1 - y, 1 - y_hat), strict=True)
            ),
            "You average over both classes; return the numbers for class 1.",
        ),
    ),
    hints=(
        "Count true positives, false positives and false negatives first.",
        "precision = TP / (TP + FP), recall = TP / (TP + FN), F1 = 2 P R / (P + R).",
        "TP = np.sum((y == 1) & (y_hat == 1)); return 0.0 if the denominator is 0.",
    ),
)
