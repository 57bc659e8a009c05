"""Of those it called positive, how many are? Of those that are, how many did it find?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

import numpy as np
from chainrule.metrics import Precision, Recall
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.formatting import format_call
from chainrule_grader.judging.observation import several, value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Implementation, Misconception, Observation, Task

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
            where = "" if criterion == "usual" else " where there is little or nothing to divide"
            yield value(criterion, what, number, f"The {name} is not right{where}.")


def _share(part: float, whole: float) -> float:
    return float(part / whole) if whole else 0.0


def _harmonic(precision: float, recall: float) -> float:
    return _share(2 * precision * recall, precision + recall)


def _three(y: Array, y_hat: Array) -> Three:
    precision, recall = Precision()(y, y_hat), Recall()(y, y_hat)
    return precision, recall, _harmonic(precision, recall)


def _counts(y: Array, y_hat: Array) -> tuple[int, int, int, int]:
    hit, alarm = np.sum((y == 1) & (y_hat == 1)), np.sum((y == 0) & (y_hat == 1))
    miss, rest = np.sum((y == 1) & (y_hat == 0)), np.sum((y == 0) & (y_hat == 0))
    return int(hit), int(alarm), int(miss), int(rest)


def _from_counts(
    precision: Callable[[int, int, int, int], float], recall: Callable[[int, int, int, int], float]
) -> Implementation:
    """Take precision and recall from hits, false alarms, misses and the rest."""

    def three(y: Array, y_hat: Array) -> Three:
        counts = _counts(y, y_hat)
        p, r = precision(*counts), recall(*counts)
        return p, r, _harmonic(p, r)

    return three


def _f1(combine: Callable[[float, float], float]) -> Implementation:
    """Combine both to something else than F1."""

    def three(y: Array, y_hat: Array) -> Three:
        p, r, _ = _three(y, y_hat)
        return p, r, combine(p, r)

    return three


def _undefined(instead: float) -> Implementation:
    """Give something else than 0 where nothing can be divided."""

    def share(part: float, whole: float) -> float:
        return float(part / whole) if whole else instead

    def three(y: Array, y_hat: Array) -> Three:
        hit, alarm, miss, _ = _counts(y, y_hat)
        p, r = share(hit, hit + alarm), share(hit, hit + miss)
        return p, r, share(2 * p * r, p + r)

    return three


def _macro(y: Array, y_hat: Array) -> Three:
    both = np.array([_three(y, y_hat), _three(1 - y, 1 - y_hat)])
    p, r, f = both.mean(axis=0)
    return float(p), float(r), float(f)


def _divides(y: Array, y_hat: Array) -> Three:
    hit, alarm, miss, _ = _counts(y, y_hat)
    p, r = hit / (hit + alarm), hit / (hit + miss)
    return p, r, 2 * p * r / (p + r)


def _reordered(*order: int) -> Implementation:
    return lambda y, y_hat: tuple(_three(y, y_hat)[i] for i in order)


TASK = Task(
    reference=_three,
    observe=_observe,
    uses=("evaluation/accuracy", "evaluation/confusion_matrix"),
    misconceptions=(
        Misconception(
            "swapped",
            _reordered(1, 0, 2),
            "Precision and recall have changed places, or false alarms and misses have.",
        ),
        Misconception(
            "last-one-first",
            _reordered(2, 0, 1),
            "The three are right, but in another order: F1 is first.",
        ),
        Misconception(
            "reversed", _reordered(2, 1, 0), "The three are right, but in the reverse order."
        ),
        Misconception(
            "not-a-number",
            _undefined(float("nan")),
            "Where nothing can be divided it gives nan; another number is asked for.",
        ),
        Misconception(
            "divides-by-zero",
            _divides,
            "Where nothing was called positive, or nothing is, it divides by 0.",
        ),
        Misconception(
            "one-where-undefined",
            _undefined(1.0),
            "Where nothing can be divided it gives a perfect 1.",
        ),
        Misconception(
            "other-class",
            lambda y, y_hat: _three(1 - y, 1 - y_hat),
            "Your positive class is 0; here it is 1.",
        ),
        Misconception("macro", _macro, "You average over both classes; only class 1 is meant."),
        Misconception(
            "accuracy-for-precision",
            _from_counts(
                lambda h, a, m, r: (h + r) / (h + a + m + r), lambda h, _a, m, _r: _share(h, h + m)
            ),
            "Your precision is the accuracy: it counts the zeros that were found, too.",
        ),
        Misconception(
            "share-of-all",
            _from_counts(
                lambda h, a, m, r: h / (h + a + m + r), lambda h, _a, m, _r: _share(h, h + m)
            ),
            "Your precision divides the hits by all examples, not by those called positive.",
        ),
        Misconception(
            "both-of-all",
            _from_counts(
                lambda h, a, m, r: h / (h + a + m + r), lambda h, a, m, r: h / (h + a + m + r)
            ),
            "Both divide the hits by all examples; each has a whole of its own.",
        ),
        Misconception(
            "rest-counted",
            _from_counts(
                lambda h, a, _m, r: _share(h, h + a + r), lambda h, _a, m, _r: _share(h, h + m)
            ),
            "The zeros that were found are in the whole of your precision.",
        ),
        Misconception(
            "specificity",
            _from_counts(
                lambda h, a, _m, _r: _share(h, h + a), lambda _h, a, _m, r: _share(r, r + a)
            ),
            "Your recall is that of class 0: the share of the zeros that were found.",
        ),
        Misconception(
            "false-alarm-rate",
            _from_counts(
                lambda h, a, _m, _r: _share(h, h + a), lambda _h, a, _m, r: _share(a, r + a)
            ),
            "Your recall is the share of the zeros that raised a false alarm.",
        ),
        Misconception(
            "hits-by-alarms",
            _from_counts(lambda h, a, _m, _r: _share(h, a), lambda h, _a, m, _r: _share(h, m)),
            "The hits are divided by the mistakes alone; the whole holds the hits, too.",
        ),
        Misconception(
            "precision-twice",
            _from_counts(
                lambda h, a, _m, _r: _share(h, h + a), lambda h, a, _m, _r: _share(h, h + a)
            ),
            "Your recall is the precision once more: it divides by what was called positive.",
        ),
        Misconception(
            "recall-twice",
            _from_counts(
                lambda h, _a, m, _r: _share(h, h + m), lambda h, _a, m, _r: _share(h, h + m)
            ),
            "Your precision is the recall once more: it divides by what is positive.",
        ),
        Misconception(
            "plain-mean",
            _f1(lambda p, r: (p + r) / 2),
            "Your F1 is the plain mean of both: it forgives a model that says yes to all.",
        ),
        Misconception(
            "no-two",
            _f1(lambda p, r: _share(p * r, p + r)),
            "Your F1 is half of what it should be: two equal numbers should give that number.",
        ),
        Misconception(
            "geometric-mean",
            _f1(lambda p, r: float(np.sqrt(p * r))),
            "Your F1 is the geometric mean, the root of the product.",
        ),
        Misconception(
            "product", _f1(lambda p, r: p * r), "Your F1 is the product of precision and recall."
        ),
        Misconception(
            "twice-the-product",
            _f1(lambda p, r: 2 * p * r),
            "Your F1 is twice the product: it is not divided by the sum.",
        ),
        Misconception(
            "precedence",
            _f1(lambda p, r: 2 * p * r / p + r if p else 0.0),
            "In your F1 brackets are missing: only the precision is divided by.",
        ),
        Misconception("smaller", _f1(min), "Your F1 is the smaller one of precision and recall."),
        Misconception(
            "percent",
            lambda y, y_hat: tuple(100 * x for x in _three(y, y_hat)),
            "These are per cent; shares lie between 0 and 1.",
        ),
        Misconception(
            "rounded",
            lambda y, y_hat: tuple(round(x, 2) for x in _three(y, y_hat)),
            "Your numbers are rounded to two decimals; whoever compares models needs the rest.",
        ),
    ),
    hints=(
        "Count hits, false alarms and misses. Each of the two shares divides the hits by a whole.",
        "precision = TP / (TP + FP), recall = TP / (TP + FN), F1 = 2 P R / (P + R).",
        "TP = np.sum((y == 1) & (y_hat == 1)); give 0.0 wherever you would divide by 0.",
    ),
)
