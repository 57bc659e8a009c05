"""A classifier of handwritten digits, measured on digits that its author never sees.

The 1797 digits are public, so a stored table of them would be right without any learning. The
seed therefore changes the grey values of the digits that are asked about by −1, 0 or 1. A table of
exact digits is then as good as a guess; one that looks for the most similar stored digit is not
prevented.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final, TypeAlias

import numpy as np
from chainrule import datasets
from chainrule_worker.handles import Seed
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.comparison import as_array
from chainrule_grader.judging.observation import check_property, reject
from chainrule_grader.judging.subject import StudentError, Subject
from chainrule_grader.judging.task import Misconception, Observation, Task

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
    for goal, seen in _looked_at(answer.value, y[unseen]):
        criterion = f"{goal:.0%} of them"
        observation = check_property(criterion, f"predict, after {what}", seen[0], seen[1])
        yield replace(observation, outcome=replace(observation.outcome, changed=changed))


def _looked_at(answer: Any, y: Array) -> Iterator[tuple[float, tuple[bool, str]]]:
    """Yield for each goal what must hold, with the sentence for where it does not."""
    labels = as_array(answer)
    first = GOALS[0]
    scores = labels is not None and labels.shape == (len(y), 10)
    yield first, (not scores, "predict gives ten scores a digit; which is the largest?")
    one_column = labels is not None and labels.shape == (len(y), 1)
    yield (
        first,
        (not one_column, "predict returns the shape (n, 1); it must return the shape (n,)."),
    )
    row = labels is not None and labels.shape == (len(y),)
    yield first, (row, f"predict gives no row of {len(y)} labels for {len(y)} digits.")
    given = np.asarray(labels) if row else np.full(len(y), -1.0)
    yield first, (np.ptp(given) > 0, "predict gives the same label for every digit.")
    after = bool(((given - y) % 10 == 1).mean() < 0.5)
    yield first, (after, "Your labels are off by one; the digits start at 0.")
    accuracy = float((given == y).mean())
    # Of 597 guesses a tenth is right, and more than a fifth never.
    yield first, (accuracy > 0.2, f"{accuracy:.1%} of the digits are right: a guess is as good.")
    for goal in GOALS:
        message = (
            f"{accuracy:.1%} of the digits that it had not seen are right; {goal:.1%} is a goal."
        )
        yield goal, (accuracy + FORGIVEN >= goal, message)


def _nearest(X: Array, y: Array, rng: Generator) -> Predict:  # noqa: ARG001  nothing is drawn
    """Answer with the label of the nearest digit that was given."""
    lengths = (X * X).sum(axis=1)

    def predict(new: Array) -> Array:
        return np.asarray(y[np.argmin(lengths - 2 * new @ X.T, axis=1)])

    return predict


def _most_frequent(X: Array, y: Array, rng: Generator) -> Predict:  # noqa: ARG001  that is the mistake
    most = np.bincount(y).argmax()
    return lambda new: np.full(len(new), most)


def _guessed(X: Array, y: Array, rng: Generator) -> Predict:  # noqa: ARG001  that is the mistake
    return lambda new: rng.integers(0, 10, len(new))


def _after(X: Array, y: Array, rng: Generator) -> Predict:
    predict = _nearest(X, y, rng)
    return lambda new: (predict(new) + 1) % 10


def _scores(X: Array, y: Array, rng: Generator) -> Predict:
    predict = _nearest(X, y, rng)
    return lambda new: np.eye(10)[predict(new)]


def _column(X: Array, y: Array, rng: Generator) -> Predict:
    predict = _nearest(X, y, rng)
    return lambda new: predict(new)[:, np.newaxis]


TASK = Task(
    reference=_nearest,
    observe=_observe,
    misconceptions=(
        Misconception(
            "one-label", _most_frequent, "predict returns the same label for every digit."
        ),
        Misconception(
            "guessed",
            _guessed,
            "predict returns labels that are no better than guessing.",
        ),
        Misconception("off-by-one", _after, "Your labels are off by one; the digits start at 0."),
        Misconception(
            "scores",
            _scores,
            "predict returns ten scores for each digit; return the label with the largest score.",
        ),
        Misconception(
            "one-column",
            _column,
            "predict returns the shape (n, 1); it must return the shape (n,).",
        ),
    ),
    hints=(
        "It is `train` again, with softmax at the end and a hidden layer before it. Scale X first.",
        "h = relu(X W₁ + b₁), p = softmax(h W₂ + b₂); for the logits z, ∂J/∂z = (p − Y) / n.",
        "128 hidden neurons, Adam at 0.003, mini-batches of 32, some sixty epochs: then predict.",
    ),
    time_factor=5.0,
)
