"""One weight meets one pair after another, and learns a little from each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task
from chainrule_grader.tasks._rounding import rounded

Pairs: TypeAlias = list[tuple[float, float]]


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    pairs = [(2.0, 4.0), (1.0, 2.0), (3.0, 6.0)]
    yield "the slide's pairs", pairs, 0.5, 0.1
    yield "the slide's pairs", [(2.0, 4.0)], 0.5, 0.1
    yield (
        "the slide's pairs",
        pairs,
        float(rng.integers(3, 20)) / 16,
        float(rng.integers(3, 9)) / 64,
    )
    yield "other pairs", [(-1.0, 3.0), (0.5, -2.0)], 1.5, 0.2
    drawn = rng.uniform(-1, 1, (5, 2)).round(3)
    yield "other pairs", [(float(x), float(y)) for x, y in drawn], 0.75, 0.3
    yield "integers", [(2, 5), (1, 7)], 1, 0.05
    whole = rng.integers(1, 5, (3, 2)).tolist()
    yield "integers", [(x, y) for x, y in whole], int(rng.integers(5, 10)), 0.03125


def _path(slope: Implementation) -> Implementation:
    """Walk with a slope of E at (x, y, w)."""

    def walk(pairs: Pairs, w: float, learning_rate: float) -> list[float]:
        path = [w]
        for x, y in pairs:
            path.append(path[-1] - learning_rate * slope(x, y, path[-1]))
        return path

    return walk


_one_weight = _path(lambda x, y, w: 2 * x * (x * w - y))


def _batch(pairs: Pairs, w: float, learning_rate: float) -> list[float]:
    path = [w]
    for x, y in pairs:
        path.append(path[-1] - learning_rate * 2 * x * (x * w - y))
    return path


def _not_accumulated(pairs: Pairs, w: float, learning_rate: float) -> list[float]:
    return [w, *(w - learning_rate * 2 * x * (x * w - y) for x, y in pairs)]


def _rounded_steps(pairs: Pairs, w: float, learning_rate: float) -> list[float]:
    path = [w]
    for pair in pairs:
        path.append(round(_one_weight([pair], path[-1], learning_rate)[-1], 3))
    return path


def _empties(pairs: Pairs, w: float, learning_rate: float) -> Any:
    path = _one_weight(pairs, w, learning_rate)
    pairs.clear()
    return path


def _errors(pairs: Pairs, w: float, learning_rate: float) -> list[float]:
    path = _one_weight(pairs, w, learning_rate)
    return [(x * w - y) ** 2 for (x, y), w in zip(pairs, path, strict=False)]


TASK = Task(
    reference=_one_weight,
    observe=calls(_inputs),
    misconceptions=(
        Misconception(
            "no-two",
            _path(lambda x, y, w: x * (x * w - y)),
            "The 2 that comes down from the square is lost.",
        ),
        Misconception(
            "no-inner-derivative",
            _path(lambda x, y, w: 2 * (x * w - y)),
            "The inner derivative is missing: what is squared depends on w by way of x.",
        ),
        Misconception(
            "no-two-no-inner-derivative",
            _path(lambda x, y, w: x * w - y),
            "The step follows the error itself: that is not the slope of its square.",
        ),
        Misconception(
            "uphill",
            _path(lambda x, y, w: -2 * x * (x * w - y)),
            "The weight runs uphill: the sign of the step, or of the difference, is wrong.",
        ),
        Misconception(
            "error-for-slope",
            _path(lambda x, y, w: (x * w - y) ** 2),
            "The step follows the squared error, and not its slope: it never changes sign.",
        ),
        Misconception(
            "from-the-start-each-time",
            _not_accumulated,
            "Every pair starts from the first weight again, and not from the last one.",
        ),
        Misconception(
            "slope-at-the-start",
            _batch,
            "The steps add up, but every slope is taken at the first weight.",
        ),
        Misconception(
            "without-the-start",
            lambda pairs, w, learning_rate: _one_weight(pairs, w, learning_rate)[1:],
            "The list does not begin with the weight that it started from.",
        ),
        Misconception(
            "without-the-end",
            lambda pairs, w, learning_rate: _one_weight(pairs, w, learning_rate)[:-1],
            "The last pair leaves no trace: the list is one too short.",
        ),
        Misconception(
            "end-only",
            lambda pairs, w, learning_rate: _one_weight(pairs, w, learning_rate)[-1],
            "Only the last weight comes back, where all of them are asked for.",
        ),
        Misconception(
            "one-pair-only",
            lambda pairs, w, learning_rate: _one_weight(pairs[:1], w, learning_rate),
            "Only the first pair is used: does the return stand inside the loop?",
        ),
        Misconception(
            "x-and-y-swapped",
            _path(lambda x, y, w: 2 * y * (y * w - x)),
            "x and y are swapped: the weight is multiplied with the target.",
        ),
        Misconception(
            "inner-derivative-by-the-weight",
            _path(lambda x, y, w: 2 * w * (x * w - y)),
            "That is the slope along x; it is the weight that moves.",
        ),
        Misconception(
            "target-added",
            _path(lambda x, y, w: 2 * x * (x * w + y)),
            "The target is added to the prediction, where the error is their difference.",
        ),
        Misconception(
            "no-learning-rate",
            lambda pairs, w, learning_rate: _one_weight(pairs, w, 1.0),  # noqa: ARG005
            "The learning rate is not used.",
        ),
        Misconception(
            "own-rate",
            lambda pairs, w, learning_rate: _one_weight(pairs, w, 0.1),  # noqa: ARG005
            "Your learning rate is that of the example, whatever the argument says.",
        ),
        Misconception(
            "own-start",
            lambda pairs, w, learning_rate: _one_weight(pairs, 0.5, learning_rate),  # noqa: ARG005
            "It always starts from the weight of the example.",
        ),
        Misconception(
            "averaged",
            lambda pairs, w, learning_rate: _one_weight(pairs, w, learning_rate / len(pairs)),
            "The step is divided by the number of pairs, though each step knows only one.",
        ),
        Misconception(
            "backwards",
            lambda pairs, w, learning_rate: _one_weight(pairs[::-1], w, learning_rate),
            "The pairs are taken from the last to the first.",
        ),
        Misconception(
            "predictions",
            lambda pairs, w, learning_rate: [
                x * w
                for (x, _), w in zip(pairs, _one_weight(pairs, w, learning_rate), strict=False)
            ],
            "Those are the predictions on the way, and not the weights.",
        ),
        Misconception(
            "errors",
            _errors,
            "Those are the errors on the way, and not the weights.",
        ),
        Misconception(
            "empties-the-list",
            _empties,
            "It takes the pairs out of the list that it was given, and leaves it empty.",
        ),
        Misconception(
            "twice-round",
            lambda pairs, w, learning_rate: _one_weight(pairs * 2, w, learning_rate),
            "The pairs are gone through twice.",
        ),
        Misconception(
            "absolute-error",
            _path(lambda x, y, w: x * ((x * w > y) - (x * w < y))),
            "That is the slope of the error's size, and not of its square.",
        ),
        Misconception(
            "two-doubled",
            _path(lambda x, y, w: 4 * x * (x * w - y)),
            "The 2 that comes down from the square is there twice.",
        ),
        Misconception(
            "inner-derivative-squared",
            _path(lambda x, y, w: 2 * x**2 * (x * w - y)),
            "The inner derivative is there twice.",
        ),
        Misconception(
            "rounded-step-by-step",
            _rounded_steps,
            "Each weight is rounded before the next step, which needs all of its decimals.",
        ),
        *rounded(_one_weight),
    ),
    uses=("gradient_descent/update",),
    hints=(
        "How does E = (xw − y)² change if w grows a little? The chain rule has two factors.",
        "∂E/∂w = 2 (xw − y) x, and w ← w − η ∂E/∂w after each pair.",
        "path = [w]; for each x, y take the slope at path[-1] and append the updated weight.",
    ),
)
