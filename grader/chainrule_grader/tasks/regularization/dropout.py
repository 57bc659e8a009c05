"""Numbers that are dropped at random while training, so that no neuron relies on another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import Array
from chainrule_grader.judging.task import Implementation, Misconception, Task
from chainrule_grader.tasks.regularization._draws import observe

Mask = Callable[[Array, float, Generator], Any]


def _uniform(a: Array, rate: float, rng: Generator) -> Array:
    return (rng.random(a.shape) >= rate) * 1.0


def _exchanged(a: Array, rate: float, rng: Generator) -> Array:
    return (rng.random(a.shape) < rate) * 1.0


def _as_many(a: Array, rate: float, rng: Generator) -> Array:
    order = rng.permutation(a.size).reshape(a.shape)
    return (order >= round(a.size * rate)) * 1.0


def _row(a: Array, rate: float, rng: Generator) -> Array:
    return np.broadcast_to(rng.random(a.shape[1]) >= rate, a.shape) * 1.0


def _column(a: Array, rate: float, rng: Generator) -> Array:
    return np.broadcast_to(rng.random((len(a), 1)) >= rate, a.shape) * 1.0


def _made(
    mask: Mask = _uniform,
    scale: Callable[[float], float] = lambda rate: 1 / (1 - rate),
    *,
    shown: Callable[[Array, float], Any] = lambda mask, _rate: mask,
    rest: Callable[[Array, float], Any] = lambda a, _rate: (a.copy(), None),
) -> Implementation:
    """Make a dropout from how it draws, scales, shows its mask, and what it does at inference."""

    def dropout(a: Array, rate: float, rng: Generator, training: bool = True) -> Any:
        if not training:
            return rest(a, rate)
        drawn = mask(a, rate, rng)
        return a * drawn * scale(rate), shown(drawn, rate)

    return dropout


_dropout = _made()


def _in_place(a: Array, rate: float, rng: Generator, training: bool = True) -> Any:
    out, mask = _dropout(a, rate, rng, training)
    a[:] = out
    return a, mask


def _by_what_was_kept(a: Array, rate: float, rng: Generator, training: bool = True) -> Any:
    out, mask = _dropout(a, rate, rng, training)
    return (out if mask is None else a * mask / mask.mean()), mask


def _reversed(a: Array, rate: float, rng: Generator, training: bool = True) -> Any:
    return (a.copy(), np.ones(a.shape)) if training else _dropout(a, rate, rng)


TASK = Task(
    reference=_dropout,
    observe=observe,
    misconceptions=(
        Misconception(
            "exchanged",
            _made(_exchanged),
            "Keep and drop are exchanged: with a rate of 0.2 you drop four of five.",
        ),
        Misconception(
            "rate-is-what-is-kept",
            _made(_exchanged, lambda rate: 1 / rate),
            "The rate is taken for the share that is kept; here it is the share that is dropped.",
        ),
        Misconception(
            "exchanged-and-not-scaled",
            _made(_exchanged, lambda _: 1.0),
            "Keep and drop are exchanged, and what is kept is not scaled.",
        ),
        Misconception(
            "divided-by-rate",
            _made(scale=lambda rate: 1 / rate),
            "The right share is kept, and then divided by the other one.",
        ),
        Misconception(
            "not-scaled",
            _made(scale=lambda _: 1.0),
            "What is kept is not scaled, so that less comes out on average than goes in.",
        ),
        Misconception(
            "scaled-at-inference-instead",
            _made(scale=lambda _: 1.0, rest=lambda a, rate: (a * (1 - rate), None)),
            "It is scaled at inference instead of while training: that is not the inverted form.",
        ),
        Misconception(
            "scaled-at-inference-too",
            _made(rest=lambda a, rate: (a * (1 - rate), None)),
            "It is scaled while training, and once more at inference.",
        ),
        Misconception(
            "scaled-up-at-inference",
            _made(rest=lambda a, rate: (a / (1 - rate), None)),
            "At inference it is scaled up, though nothing is dropped that this would make up for.",
        ),
        Misconception(
            "scaled-down",
            _made(scale=lambda rate: 1 - rate),
            "What is kept is made smaller, so that even less comes out on average.",
        ),
        Misconception(
            "scaled-twice",
            _made(scale=lambda rate: 1 / (1 - rate) ** 2),
            "It is scaled twice: once in the mask, and once more after that.",
        ),
        Misconception(
            "scaled-by-what-was-kept",
            _by_what_was_kept,
            "The scale comes from what happened to be kept, where it belongs to the rate.",
        ),
        Misconception(
            "nothing-dropped",
            _made(lambda a, _rate, _rng: np.ones(a.shape), lambda _: 1.0),
            "Nothing is dropped while training: a draw below p / p is always below 1.",
        ),
        Misconception(
            "normal-draw",
            _made(lambda a, rate, rng: (rng.normal(size=a.shape) >= rate) * 1.0),
            "The draws are from a bell curve, where every number from 0 to 1 should be as likely.",
        ),
        Misconception(
            "rate-ignored",
            _made(lambda a, _rate, rng: (rng.random(a.shape) >= 0.5) * 1.0),
            "Half of the numbers are dropped, whatever the rate is.",
        ),
        Misconception(
            "draws-as-mask",
            _made(lambda a, _rate, rng: rng.random(a.shape)),
            "The draws themselves are the mask: everything comes through, weaker or stronger.",
        ),
        Misconception(
            "one-row-for-all",
            _made(_row),
            "One row of the mask serves the whole batch, so that all examples lose the same.",
        ),
        Misconception(
            "whole-examples",
            _made(_column),
            "Whole examples are dropped, where each number should have its own luck.",
        ),
        Misconception(
            "always-as-many",
            _made(_as_many),
            "Always just as many are dropped, so that one number's luck depends on the others'.",
        ),
        Misconception(
            "mask-divided",
            _made(shown=lambda mask, rate: mask / (1 - rate)),
            "The mask comes back divided already; here it is still 0 and 1.",
        ),
        Misconception(
            "mask-of-the-dropped",
            _made(shown=lambda mask, _rate: 1 - mask),
            "The mask that comes back marks what was dropped; it should mark what was kept.",
        ),
        Misconception(
            "mask-all-ones",
            _made(shown=lambda mask, _rate: np.ones_like(mask)),
            "The mask that comes back is all ones: what was dropped cannot be told from it.",
        ),
        Misconception(
            "training-ignored",
            lambda a, rate, rng, _training=True: _dropout(a, rate, rng),
            "At inference it drops as well: `training` is not used.",
        ),
        Misconception(
            "training-reversed",
            _reversed,
            "It drops at inference, and not while training.",
        ),
        Misconception(
            "other-generator",
            _made(lambda a, rate, _rng: (np.random.rand(*a.shape) >= rate) * 1.0),  # noqa: NPY002
            "The draws do not come from rng, so that nobody can repeat the training.",
        ),
        Misconception(
            "own-seed",
            _made(lambda a, rate, _rng: _uniform(a, rate, np.random.default_rng(0))),
            "Whatever the generator, the same numbers are dropped every time.",
        ),
        Misconception(
            "in-place",
            _in_place,
            "It writes into its input, so that whoever called it loses the original numbers.",
        ),
        Misconception(
            "mask-of-zeros-at-inference",
            _made(rest=lambda a, _rate: (a.copy(), np.zeros(a.shape))),
            "At inference the mask says that nothing was kept.",
        ),
        Misconception(
            "mask-drawn-anew",
            lambda a, rate, rng, training=True: (
                _dropout(a, rate, rng, training)[0],
                _dropout(a, rate, rng, training)[1],
            ),
            "The mask that comes back is drawn anew, and is not the one that was used.",
        ),
    ),
    hints=(
        "Each number draws a lot by itself; what stays is scaled so that the mean stays too.",
        "mask = 1 with probability 1 − rate, else 0; out = a · mask / (1 − rate) while training.",
        "rng.random(a.shape) is between 0 and 1: below rate it drops. At inference return a, None.",
    ),
)
