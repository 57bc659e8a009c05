"""All gradients of a network shortened together, so that their direction stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task
from chainrule_grader.tasks.normalization._inputs import Array

Grads = list[Array]


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "one array", [np.array([3.0, 4.0])], 1.0
    yield "one array", [np.array([0.3, -0.4])], 2.0
    yield "one array", [np.array([[30, -40], [0, 0]])], 5.0
    yield "one array", [np.zeros(3)], 1.0
    yield "one array", [rng.normal(scale=3, size=5).round(2)], 0.75
    grads = [np.array([[3.0, 0.0], [0.0, -4.0]]), np.array([12.0, 0.0])]
    yield "several arrays", grads, 6.5
    yield "several arrays", grads, 20.0
    yield "several arrays", [rng.normal(size=shape) for shape in ((4, 3), (3,), (3, 2), (2,))], 2.0
    yield "several arrays", [np.array([0.6, 0.0]), np.array([0.0, -0.6])], 0.7
    yield "several arrays", [np.zeros((2, 2)), np.array([0.0, 0.0])], 1.0


def _norm(grads: Grads) -> float:
    return float(np.sqrt(sum(np.sum(np.square(g, dtype=float)) for g in grads)))


def _scaled(norm: Callable[[Grads], float]) -> Implementation:
    """Right, but for what is taken for the norm."""

    def clipped(grads: Grads, max_norm: float) -> Grads:
        size = norm(grads)
        return [g * (max_norm / size) if size > max_norm else g for g in grads]

    return clipped


def _clip(grads: Grads, max_norm: float) -> Grads:
    result: Grads = _scaled(_norm)(grads, max_norm)
    return result


def _with_epsilon(grads: Grads, max_norm: float) -> Grads:
    factor = min(1.0, max_norm / (_norm(grads) + 1e-6))
    return [g * factor for g in grads]


def _always(grads: Grads, max_norm: float) -> Grads:
    size = _norm(grads) or 1.0
    return [g * (max_norm / size) for g in grads]


def _to_one(grads: Grads, max_norm: float) -> Grads:
    size = _norm(grads)
    return [g / size if size > max_norm else g for g in grads]


def _if_smaller(grads: Grads, max_norm: float) -> Grads:
    size = _norm(grads) or 1.0
    return [g * (max_norm / size) if size < max_norm else g for g in grads]


def _upside_down(grads: Grads, max_norm: float) -> Grads:
    size = _norm(grads)
    return [g * (size / max_norm) if size > max_norm else g for g in grads]


def _divided(grads: Grads, max_norm: float) -> Grads:
    size = _norm(grads)
    return [g / max_norm if size > max_norm else g for g in grads]


def _stopped(grads: Grads, max_norm: float) -> Grads:
    size = _norm(grads)
    return [g * 0.0 if size > max_norm else g for g in grads]


def _in_place(grads: Grads, max_norm: float) -> Grads:
    size = _norm(grads)
    for i, g in enumerate(grads):
        if size > max_norm:
            grads[i] = g * (max_norm / size)
    return grads


TASK = Task(
    reference=_clip,
    also_right=(_with_epsilon,),
    observe=calls(_inputs),
    misconceptions=(
        Misconception(
            "each-by-its-own-norm",
            lambda grads, max_norm: [_clip([g], max_norm)[0] for g in grads],
            "Each array is shortened by its own norm, so that the common direction is lost.",
        ),
        Misconception(
            "always-scaled",
            _always,
            "Short gradients are drawn out to the limit; they should stay as they are.",
        ),
        Misconception(
            "by-value",
            lambda grads, max_norm: [np.clip(g, -max_norm, max_norm) for g in grads],
            "That is clipping by value: each number is cut by itself, and the direction changes.",
        ),
        Misconception(
            "no-root",
            _scaled(lambda grads: _norm(grads) ** 2),
            "The sum of squares is taken for the norm: its root is missing.",
        ),
        Misconception(
            "sum-of-norms",
            _scaled(lambda grads: sum(_norm([g]) for g in grads)),
            "The norms of the arrays are added up; lengths at right angles do not add like that.",
        ),
        Misconception(
            "largest-norm",
            _scaled(lambda grads: max(_norm([g]) for g in grads)),
            "The largest array's norm is taken for the norm of all of them.",
        ),
        Misconception(
            "sizes-added",
            _scaled(lambda grads: float(sum(np.abs(g).sum() for g in grads))),
            "The sizes of all entries are added up: that is the L1 norm.",
        ),
        Misconception(
            "largest-entry",
            _scaled(lambda grads: float(max(np.abs(g).max() for g in grads))),
            "The largest entry is taken for the norm.",
        ),
        Misconception(
            "first-array",
            _scaled(lambda grads: _norm(grads[:1])),
            "Only the first array counts for the norm.",
        ),
        Misconception(
            "last-array",
            _scaled(lambda grads: _norm(grads[-1:])),
            "Only the last array counts for the norm.",
        ),
        Misconception(
            "mean-of-squares",
            _scaled(lambda grads: _norm(grads) / sum(g.size for g in grads) ** 0.5),
            "The squares are averaged; a norm adds them up.",
        ),
        Misconception("to-length-one", _to_one, "Long gradients come out with a norm of 1."),
        Misconception(
            "short-ones",
            _if_smaller,
            "It is the short gradients that are changed, and the long ones that pass.",
        ),
        Misconception(
            "upside-down",
            _upside_down,
            "The factor is upside down: long gradients become longer still.",
        ),
        Misconception(
            "divided-by-the-limit",
            _divided,
            "Long gradients are divided by the limit, however long they are.",
        ),
        Misconception("stopped", _stopped, "Long gradients become 0, and nothing is learned."),
        Misconception(
            "square-root-of-the-factor",
            _scaled(lambda grads: _norm(grads) ** 0.5),
            "The root is taken twice: the norm comes out too small.",
        ),
        Misconception(
            "norm-of-norms-without-squares",
            _scaled(lambda grads: sum(_norm([g]) for g in grads) ** 0.5),
            "Norms are added where their squares should be, before the root is taken.",
        ),
        Misconception(
            "all-but-the-last",
            lambda grads, max_norm: [*_clip(grads[:-1], max_norm), grads[-1]],
            "The last array is left as it is: it belongs to the long arrow like the others.",
        ),
        Misconception(
            "multiplied-by-the-limit",
            lambda grads, max_norm: [g * max_norm for g in grads],
            "Everything is multiplied by the limit, however long it is.",
        ),
        Misconception(
            "signs",
            lambda grads, max_norm: [np.sign(g) * max_norm for g in grads],
            "Every entry is put at the limit, with its sign: the direction changes.",
        ),
        Misconception(
            "in-place",
            _in_place,
            "It writes into the list that it was given, and its input is lost.",
        ),
    ),
    hints=(
        "All gradients together are one long arrow; if it is too long, all of it shrinks alike.",
        "norm = √(Σ over all arrays and entries of g²); the factor is max_norm / norm, or 1.",
        "Add np.sum(g ** 2) over the list, take the root, and if it is too large, scale each g.",
    ),
)
