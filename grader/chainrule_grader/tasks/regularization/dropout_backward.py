"""The gradient of dropout: 0 for dropped numbers, scaled as in the forward pass for the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import Array, calls
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch
from chainrule_grader.tasks._common import FLATTENED, NEGATED, ROUNDED, TRANSPOSED


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    mask = np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]])
    yield "half dropped", np.array([[1.0, 1.0, 1.0], [2.0, 2.0, 2.0]]), mask, 0.5
    yield "half dropped", rng.normal(size=(2, 3)).round(3), mask, 0.5
    mask = (rng.permutation(20).reshape(5, 4) < 15) * 1.0
    yield "another rate", rng.normal(size=(5, 4)).round(3), mask, 0.25
    mask = (rng.permutation(18).reshape(3, 6) < 3) * 1.0
    yield "another rate", rng.normal(size=(3, 6)).round(3), mask, 0.8


def _make(
    upstream: Callable[[Array], Any] = lambda grad_out: grad_out,
    passes: Callable[[Array, Array, float], Any] = lambda _grad_out, mask, _rate: mask,
    join: Callable[[Any, Any], Any] = np.multiply,
    scale: Callable[[float, Array], Any] = lambda rate, _mask: 1 / (1 - rate),
    plus: Callable[[Any, float], Any] = lambda grad, _rate: grad,
    fold: Callable[[Array], Any] = lambda grad: grad,
) -> Implementation:
    """Return the backward pass with other pieces."""
    return lambda grad_out, mask, rate: fold(
        plus(
            join(upstream(grad_out), passes(grad_out, mask, rate)) * scale(rate, mask),
            rate,
        )
    )


TASK = Task(
    reference=_make(),
    make=_make,
    observe=calls(_inputs),
    misconceptions=(
        switch(
            "not-scaled",
            "You do not scale the gradient; divide by 1 − rate, as in the forward pass.",
            scale=lambda _rate, _mask: 1.0,
        ),
        switch(
            "mask-forgotten",
            "You do not use the mask; dropped numbers must get a gradient of 0.",
            passes=lambda _grad_out, _mask, _rate: 1.0,
        ),
        switch(
            "mask-reversed",
            "You pass the gradient to the dropped numbers; the mask is 1 where a number was kept.",
            passes=lambda _grad_out, mask, _rate: 1 - mask,
        ),
        switch(
            "divided-by-rate",
            "You divide by rate; divide by 1 − rate.",
            scale=lambda rate, _mask: 1 / rate,
        ),
        switch(
            "scaled-down",
            "You multiply by 1 − rate; divide by it, as in the forward pass.",
            scale=lambda rate, _mask: 1 - rate,
        ),
        switch(
            "multiplied-by-rate",
            "You multiply by rate; divide by 1 − rate.",
            scale=lambda rate, _mask: rate,
        ),
        switch(
            "scaled-twice",
            "You divide by 1 − rate twice; divide once.",
            scale=lambda rate, _mask: 1 / (1 - rate) ** 2,
        ),
        switch(
            "scaled-by-what-was-kept",
            "You divide by the mean of the mask; divide by 1 − rate.",
            scale=lambda _rate, mask: 1 / mask.mean(),
        ),
        switch(
            "one-plus-rate",
            "You divide by 1 + rate; divide by 1 − rate.",
            scale=lambda rate, _mask: 1 / (1 + rate),
        ),
        switch(
            "always-half",
            "Your factor is always 2, which is right for a rate of 0.5 only.",
            scale=lambda _rate, _mask: 2.0,
        ),
        switch(
            "doubled",
            "Your gradient is twice what is needed.",
            scale=lambda rate, _mask: 2 / (1 - rate),
        ),
        switch(
            "precedence",
            "You divide by 1 and then subtract rate; put 1 − rate in parentheses.",
            scale=lambda _rate, _mask: 1.0,
            plus=lambda grad, rate: grad - rate,
        ),
        switch(
            "new-mask",
            "You draw a new mask; use the mask of the forward pass.",
            passes=lambda _grad_out, mask, rate: (
                np.random.default_rng(0).random(mask.shape) >= rate
            ),
        ),
        switch(
            "first-row-of-the-mask",
            "You use the first row of the mask for all examples; each row has its own.",
            passes=lambda _grad_out, mask, _rate: mask[0],
        ),
        switch(
            "sign-of-the-gradient",
            "You use the sign of the gradient in place of the mask; multiply by the mask.",
            passes=lambda grad_out, _mask, _rate: grad_out > 0,
        ),
        switch(
            "mask-itself",
            "You do not use grad_out; multiply it by the mask.",
            upstream=lambda _grad_out: 1.0,
        ),
        switch(
            "absolute",
            "You take the absolute value of grad_out; keep its sign.",
            upstream=np.abs,
        ),
        switch(
            "mask-added",
            "You add the mask to grad_out; multiply by it.",
            join=np.add,
        ),
        switch(
            "matrix-product",
            "You compute a matrix product with the mask; multiply entry by entry.",
            join=lambda grad_out, mask: grad_out @ np.transpose(mask),
        ),
        switch(
            "summed",
            "You sum over the examples; return a gradient in the shape of grad_out.",
            fold=lambda grad: grad.sum(axis=0),
        ),
        switch(
            "mean",
            "You divide by the number of examples; grad_out already contains this factor.",
            fold=lambda grad: grad / len(grad),
        ),
        NEGATED,
        FLATTENED,
        TRANSPOSED,
        *ROUNDED[:2],
        Misconception(
            "kept-only",
            lambda grad_out, mask, rate: grad_out[mask == 1] / (1 - rate),
            "You select the kept entries, so the shape is lost; multiply by the mask.",
        ),
        Misconception(
            "pair",
            lambda grad_out, mask, rate: (grad_out * mask / (1 - rate), mask),
            "You return a pair; return only the gradient with respect to a.",
        ),
    ),
    hints=(
        "The forward pass multiplied each number by a factor; multiply its gradient by it, too.",
        "grad = grad_out · mask / (1 − rate), entry by entry, with the mask of the forward pass.",
        "Multiply by mask and divide by 1 − rate; the mask is 0 or 1 and not scaled yet.",
    ),
)
