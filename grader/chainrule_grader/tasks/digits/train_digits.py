"""A classifier of handwritten digits, whose accuracy is measured on new digits.

The 1797 digits are public, so a stored table of them would be right without any learning. The
seed therefore changes the grey values of the digits that are asked about by −1, 0 or 1. A table of
exact digits is then as good as a guess; one that looks for the most similar stored digit is not
prevented.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final, TypeAlias

import numpy as np
from chainrule import datasets
from chainrule_worker.handles import Seed
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.comparison import as_array
from chainrule_grader.judging.formatting import type_in_words
from chainrule_grader.judging.observation import check_property, reject, value
from chainrule_grader.judging.subject import StudentError, Subject
from chainrule_grader.judging.task import (
    Implementation,
    Misconception,
    Observation,
    Task,
    switch,
)

Array: TypeAlias = NDArray[Any]
Predict: TypeAlias = Callable[[Array], Array]

TRAINING: Final = 1200
"""How many of the 1797 digits are given; the others are asked about."""
GOALS: Final = (0.5, 0.7, 0.8, 0.85, 0.9, 0.92, 0.935, 0.95)
"""Each is a part of the points."""
FORGIVEN: Final = 0.01
"""The share of errors that does not count: the noise costs softmax regression half of it."""
COMMON: Final = 0.05
"""A pixel gets noise if at least this share of all digits has ink there.

Elsewhere the deviation is 0 or small, and noise, divided by it, would become very large."""


@functools.cache
def _digits() -> tuple[Array, Array]:
    return datasets.digits()


def _with_noise(pictures: Array, rng: Generator) -> Array:
    """Change grey values by −1, 0 or 1; ink stays ink, and a rare pixel without ink stays 0."""
    common = (_digits()[0] > 0).mean(axis=0) >= COMMON
    lowest = np.where(common, 0, pictures > 0)
    noise = rng.integers(-1, 2, pictures.shape) * (common | (pictures > 0))
    return np.asarray(np.clip(pictures + noise, lowest, 16))


def _observe(train_digits: Subject, rng: Generator) -> Iterator[Observation]:
    X, y = _digits()
    order = rng.permutation(len(X))
    known, unseen = order[:TRAINING], order[TRAINING:]
    what = f"train_digits(X of shape {(TRAINING, 64)}, y, rng)"
    outcome = train_digits.call(X[known], y[known], Seed(int(rng.integers(10**6))))
    if outcome.failure is not None:
        raise StudentError(outcome)
    predict = train_digits.returned_function(outcome.value, "predict")
    answer = predict.call(_with_noise(X[unseen], rng))
    if answer.failure is not None:
        # A TypeError outside of every line of the student's is about the call itself.
        if answer.failure.kind == "TypeError" and not answer.failure.line:
            reject(f"gives no function predict(X) that can be called: {answer.failure.message}")
        raise StudentError(answer)
    changed = (*outcome.changed, *(answer.changed))
    for goal, seen in _observations(answer.value, y[unseen], f"predict, after {what}"):
        yield replace(seen, criterion=f"{goal:.1%}", outcome=replace(seen.outcome, changed=changed))


SAME_LABEL: Final = "All your labels are the same, so about 10% are right; full marks need 95%."
GUESSED: Final = "Your labels are no better than guessing (about 10% right); full marks need 95%."

(
    SOUND,
    SCORES,
    COLUMN,
    ONE_NUMBER,
    OTHER_LENGTH,
    CONSTANT,
    ONE_TOO_LARGE,
    ONE_TOO_SMALL,
    REVERSED,
    SORTED,
    GUESSES,
) = range(11)
"""What is found about the labels, before they are counted."""
FINDINGS: Final = {
    SCORES: "predict returns ten numbers for each digit; return the label with the largest score.",
    COLUMN: "predict returns the shape (n, 1); it must return the shape (n,).",
    ONE_NUMBER: "predict returns one label; return one label for each image.",
    OTHER_LENGTH: "predict returns a wrong number of labels; return one label for each image.",
    CONSTANT: SAME_LABEL,
    ONE_TOO_LARGE: "Your labels are too large by 1; the digits start at 0.",
    ONE_TOO_SMALL: "Your labels are too small by 1; the digits start at 0.",
    REVERSED: "Your labels are 9 minus the digit; return the digit itself.",
    SORTED: "Your labels are in another order than the images; keep the order of the images.",
    GUESSES: GUESSED,
}


def _observations(answer: Any, y: Array, what: str) -> Iterator[tuple[float, Observation]]:
    """Yield what is found about the labels, then for each goal whether it is reached."""
    labels = as_array(answer)
    if labels is None:
        reject(f"returns a function predict that returns {type_in_words(answer)}, not labels")
    labels = np.asarray(labels)
    found = _finding(labels, y)
    yield GOALS[0], value("", what, found, FINDINGS.get(found, "predict returns no usable labels."))
    accuracy = float((labels == y).mean()) if labels.shape == y.shape else 0.0
    for goal in GOALS:
        counted = accuracy + FORGIVEN
        yield goal, check_property("", what, counted >= goal, _accuracy_sentence(counted, goal))


def _accuracy_sentence(accuracy: float, goal: float) -> str:
    """Say how accurate the labels are, and what is needed."""
    # Rounded down, so that no accuracy that is too small looks large enough.
    percent = math.floor(1000 * accuracy + 1e-9) / 10
    reached = f"Your accuracy on new digits is {percent:g}% (1% of errors ignored)"
    following = "" if goal == GOALS[-1] else f"the next goal is {100 * goal:g}%, "
    return f"{reached}; {following}full marks need {100 * GOALS[-1]:g}%."


def _finding(labels: Array, y: Array) -> int:
    """Return what is found about the labels."""
    shapes = {(len(y), 10): SCORES, (10, len(y)): SCORES, (len(y), 1): COLUMN, (): ONE_NUMBER}
    if labels.shape != (len(y),):
        return shapes.get(labels.shape, OTHER_LENGTH)
    if np.ptp(labels) == 0:
        return CONSTANT
    for finding, right in {
        ONE_TOO_LARGE: (labels - y) % 10 == 1,
        ONE_TOO_SMALL: (y - labels) % 10 == 1,
        REVERSED: labels == 9 - y,
    }.items():
        if np.mean(right) > 0.5:
            return finding
    if (np.diff(labels) >= 0).all():
        return SORTED
    # Of 597 guesses a tenth is right, and more than a fifth never.
    return SOUND if np.mean(labels == y) > 0.2 else GUESSES


def _nearest(X: Array, y: Array) -> Predict:
    """Return the label of the nearest given digit."""
    lengths = (X * X).sum(axis=1)

    def predict(new: Array) -> Array:
        return np.asarray(y[np.argmin(lengths - 2 * new @ X.T, axis=1)])

    return predict


def _make(
    changed: Callable[[Array, Generator], Any] = lambda labels, _rng: labels,
    returned: Callable[[Predict], Any] = lambda predict: predict,
) -> Implementation:
    """Return a training function whose labels are changed."""

    def train_digits(X: Array, y: Array, rng: Generator) -> Any:
        nearest = _nearest(X, y)
        return returned(lambda new: changed(nearest(new), rng))

    return train_digits


def _mistake(name: str, message: str, changed: Callable[[Array], Any]) -> Misconception:
    """Return the mistake that predict changes the right labels."""
    return switch(name, message, changed=lambda labels, _rng: changed(labels))


def _instead(name: str, message: str, other: Any) -> Misconception:
    """Return the mistake that something else is returned in place of the function."""
    # No other mistake can be seen, so `changed` is exchanged as well.
    return switch(name, message, changed=lambda labels, _rng: labels, returned=lambda _: other)


TASK = Task(
    reference=_make(),
    make=_make,
    observe=_observe,
    misconceptions=(
        _mistake("one-label", SAME_LABEL, lambda labels: np.full_like(labels, 3)),
        switch(
            "guessed",
            GUESSED,
            changed=lambda labels, rng: rng.integers(0, 10, len(labels)),
        ),
        _mistake("off-by-one", FINDINGS[ONE_TOO_LARGE], lambda labels: (labels + 1) % 10),
        _mistake("one-too-small", FINDINGS[ONE_TOO_SMALL], lambda labels: (labels - 1) % 10),
        _mistake("reversed", FINDINGS[REVERSED], lambda labels: 9 - labels),
        _mistake("sorted", FINDINGS[SORTED], np.sort),
        _mistake("scores", FINDINGS[SCORES], lambda labels: np.eye(10)[labels.astype(int)]),
        _mistake("one-column", FINDINGS[COLUMN], lambda labels: labels[:, np.newaxis]),
        _mistake("one-number", FINDINGS[ONE_NUMBER], lambda labels: labels[0]),
        _mistake("wrong-length", FINDINGS[OTHER_LENGTH], lambda labels: labels[1:]),
        switch(
            "nothing-predicted",
            "predict returns nothing; return one label for each image.",
            changed=lambda _labels, _rng: None,
        ),
        _instead(
            "no-function",
            "You return an array; return a function predict, which returns labels.",
            np.zeros(3),
        ),
        _instead(
            "weights",
            "You return a tuple; return a function predict, which uses your weights.",
            (np.zeros((64, 10)), np.zeros(10)),
        ),
        _instead(
            "accuracy",
            "You return a number; return a function predict, which returns labels.",
            0.9,
        ),
        _instead(
            "nothing-returned",
            "You return nothing; return the function predict, which returns labels.",
            None,
        ),
    ),
    hints=(
        "Use `train` again, with softmax at the end and a hidden layer before it. Scale X first.",
        "With scores z, the gradient of the loss for z is (softmax(z) − Y) / n. Use Adam.",
        "128 hidden neurons, Adam at 0.003, mini-batches of 32, some sixty epochs: then predict.",
    ),
    time_factor=5.0,
)
