"""What was dropped passes no gradient, and what was kept passes it on the same scale."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import Array, calls
from chainrule_grader.judging.task import Misconception, Task


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    mask = np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]])
    yield "half dropped", np.array([[1.0, 1.0, 1.0], [2.0, 2.0, 2.0]]), mask, 0.5
    yield "half dropped", rng.normal(size=(2, 3)).round(3), mask, 0.5
    mask = (rng.permutation(20).reshape(5, 4) < 15) * 1.0
    yield "another rate", rng.normal(size=(5, 4)).round(3), mask, 0.25
    mask = (rng.permutation(18).reshape(3, 6) < 3) * 1.0
    yield "another rate", rng.normal(size=(3, 6)).round(3), mask, 0.8


def _backward(grad_out: Array, mask: Array, rate: float) -> Array:
    return np.asarray(grad_out * mask / (1 - rate))


def _in_place(grad_out: Array, mask: Array, rate: float) -> Array:
    grad_out *= mask / (1 - rate)
    return grad_out


TASK = Task(
    reference=_backward,
    observe=calls(_inputs),
    misconceptions=(
        Misconception(
            "not-scaled",
            lambda grad_out, mask, _rate: grad_out * mask,
            "What was kept had been scaled up on its way forward; its gradient is not.",
        ),
        Misconception(
            "mask-forgotten",
            lambda grad_out, _mask, rate: grad_out / (1 - rate),
            "Every number gets a gradient, even those that were dropped and had no effect.",
        ),
        Misconception(
            "unchanged",
            lambda grad_out, _mask, _rate: grad_out,
            "The gradient passes as if nothing had been dropped.",
        ),
        Misconception(
            "mask-reversed",
            lambda grad_out, mask, rate: grad_out * (1 - mask) / (1 - rate),
            "The gradient goes to those that were dropped: the mask is 1 where a number was kept.",
        ),
        Misconception(
            "divided-by-rate",
            lambda grad_out, mask, rate: grad_out * mask / rate,
            "It is divided by the share that is dropped, where the other share is meant.",
        ),
        Misconception(
            "scaled-down",
            lambda grad_out, mask, rate: grad_out * mask * (1 - rate),
            "What was kept had been scaled up on its way forward; its gradient is scaled down.",
        ),
        Misconception(
            "multiplied-by-rate",
            lambda grad_out, mask, rate: grad_out * mask * rate,
            "It is multiplied by the share that is dropped; nothing was on the way forward.",
        ),
        Misconception(
            "scaled-twice",
            lambda grad_out, mask, rate: grad_out * mask / (1 - rate) ** 2,
            "It is scaled twice, as though the mask were not scaled yet and then were.",
        ),
        Misconception(
            "scaled-by-what-was-kept",
            lambda grad_out, mask, _rate: grad_out * mask / mask.mean(),
            "The scale comes from what happened to be kept, where the forward pass used the rate.",
        ),
        Misconception(
            "new-mask",
            lambda grad_out, mask, rate: (
                grad_out * (np.random.default_rng(0).random(mask.shape) >= rate) / (1 - rate)
            ),
            "A new mask is drawn: the gradient goes to others than those that were kept.",
        ),
        Misconception(
            "in-place",
            _in_place,
            "It multiplies into its input, and the layer above loses the gradient that it gave.",
        ),
        Misconception(
            "precedence",
            lambda grad_out, mask, rate: grad_out * mask / 1 - rate,
            "Without brackets the rate is subtracted at the end, from every number.",
        ),
        Misconception(
            "first-row-of-the-mask",
            lambda grad_out, mask, rate: grad_out * mask[0] / (1 - rate),
            "One row of the mask serves all examples, where each has its own.",
        ),
        Misconception(
            "mask-itself",
            lambda _grad_out, mask, rate: mask / (1 - rate),
            "The gradient from above is missing: only the layer's own factor comes out.",
        ),
        Misconception(
            "summed",
            lambda grad_out, mask, rate: (grad_out * mask / (1 - rate)).sum(axis=0),
            "The examples are added up: the gradient of an input has the input's shape.",
        ),
        Misconception(
            "mean",
            lambda grad_out, mask, rate: grad_out * mask / (1 - rate) / len(grad_out),
            "It is divided by the number of examples; the loss has done that already.",
        ),
        Misconception(
            "matrix-product",
            lambda grad_out, mask, rate: grad_out @ mask.T / (1 - rate),
            "Rows meet columns, where each gradient should meet its own entry of the mask.",
        ),
        Misconception(
            "where-gradient-positive",
            lambda grad_out, _mask, rate: grad_out * (grad_out > 0) / (1 - rate),
            "It is the sign of the gradient that decides, where the mask should.",
        ),
        Misconception(
            "one-plus-rate",
            lambda grad_out, mask, rate: grad_out * mask / (1 + rate),
            "It is divided by 1 plus the rate, and no share of anything is larger than 1.",
        ),
        Misconception(
            "always-half",
            lambda grad_out, mask, _rate: grad_out * mask * 2,
            "It is right for a rate of 0.5 only: the rate is not used.",
        ),
        Misconception(
            "rate-for-the-mask",
            lambda grad_out, _mask, rate: grad_out * rate,
            "The rate stands for the mask: all are made smaller, and none is stopped.",
        ),
        Misconception(
            "share-for-the-mask",
            lambda grad_out, _mask, rate: grad_out * (1 - rate),
            "The share of kept numbers stands for the mask: none is stopped.",
        ),
    ),
    hints=(
        "Forward, each number was multiplied by something. Backward, its gradient is too.",
        "grad = grad_out · mask / (1 − rate), entry by entry, with the mask of the forward pass.",
        "Two operations, entry by entry; the mask is 0 or 1 and not divided yet.",
    ),
)
