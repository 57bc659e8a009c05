"""One step of gradient descent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch
from chainrule_grader.tasks._common import (
    DOUBLED,
    FLATTENED,
    INTEGERS,
    ROUNDED,
    TRANSPOSED,
    WRAPPED,
)
from chainrule_grader.tasks.gradient_descent._mistakes import GRADIENTS, RATES

Array: TypeAlias = NDArray[Any]


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "weights in a row", np.array([1.0, -2.0]), np.array([0.5, 4.0]), 0.1
    yield "weights in a row", rng.normal(size=4), 2 * rng.normal(size=4), 0.3
    yield "weights in a table", rng.normal(size=(2, 3)), 2 * rng.normal(size=(2, 3)), 0.05
    yield "weights in a table", rng.normal(size=(3, 2)), 2 * rng.normal(size=(3, 2)), 2.0
    yield "integers", np.array([3, -1, 2]), np.array([1, 4, -3]), 0.25
    yield "integers", rng.integers(-9, 10, 4), rng.choice([-7, -3, -1, 1, 3, 5], 4), 0.25


def _update(w: Array, grad: Array, learning_rate: float) -> Array:
    return np.asarray(w - learning_rate * grad)


def _make(
    weights: Callable[[Array, float], Any] = lambda w, _rate: w,
    rate: Callable[[float], float] = lambda rate: rate,
    gradient: Callable[[Array], Any] = lambda g: g,
    scale: Callable[[Any, Any], Any] = np.multiply,
    join: Callable[[Any, Any], Any] = np.subtract,
    store: Callable[[Array, Any], Any] = lambda _w, new: new,
    in_place: bool = False,
) -> Implementation:
    """Return a function that subtracts a step from the weights."""

    def update(w: Array, grad: Array, learning_rate: float) -> Any:
        step = scale(rate(learning_rate), gradient(grad))
        if in_place and isinstance(join, np.ufunc):
            return join(weights(w, learning_rate), step, out=w.copy())
        return store(w, join(weights(w, learning_rate), step))

    return update


TASK = Task(
    reference=_update,
    make=_make,
    observe=calls(_inputs),
    misconceptions=(
        switch(
            "uphill",
            "You add the step, which increases the loss; subtract it.",
            join=np.add,
        ),
        *RATES,
        switch(
            "step-only",
            "You return the step without the weights; subtract the step from w.",
            weights=lambda w, _rate: 0.0 * w,
        ),
        switch(
            "reversed",
            "You subtract the weights from the step; subtract the step from the weights.",
            join=lambda w, step: step - w,
        ),
        switch(
            "multiplied",
            "You multiply the step by w; the step is learning rate times gradient.",
            join=lambda w, step: w - w * step,
        ),
        switch(
            "times-the-weights",
            "You multiply w by the step; subtract the step from w.",
            join=np.multiply,
        ),
        Misconception(
            "brackets",
            lambda w, grad, learning_rate: (w - learning_rate) * grad,
            "You subtract the learning rate from w; multiply the gradient by the learning rate.",
        ),
        switch(
            "rate-on-both",
            "You multiply w by the learning rate as well; multiply the gradient only.",
            weights=lambda w, rate: rate * w,
        ),
        switch(
            "rate-on-the-weight",
            "You multiply w by the learning rate; multiply the gradient by it.",
            weights=lambda w, rate: rate * w,
            rate=lambda _rate: 1.0,
        ),
        switch(
            "weight-decay",
            "You shrink w by 1 % first; use w as it is.",
            weights=lambda w, _rate: 0.99 * w,
        ),
        switch(
            "rate-added",
            "You add the learning rate and the gradient; multiply them.",
            scale=np.add,
        ),
        *GRADIENTS,
        switch(
            "cut-to-integers",
            "If w holds integers, your result does as well and loses its decimals; return floats.",
            store=lambda w, new: np.asarray(new).astype(w.dtype),
        ),
        switch(
            "into-integers",
            "If w holds integers, writing the new weights into w fails; make a new array.",
            in_place=True,
        ),
        switch(
            "first-only",
            "You update the first entry or row only; update all weights.",
            store=lambda w, new: np.concatenate([new[:1], w[1:]]),
        ),
        switch(
            "stops-after-the-first",
            "Only the first entry or row is computed; move `return` out of the loop.",
            store=lambda _w, new: np.concatenate([new[:1], 0 * new[1:]]),
        ),
        switch(
            "without-the-last",
            "You do not update the last entry or row; the loop must include it.",
            store=lambda w, new: np.concatenate([new[:-1], w[-1:]]),
        ),
        switch(
            "unchanged",
            "You return the weights unchanged; return the new weights.",
            store=lambda w, _new: w,
        ),
        switch(
            "sum",
            "You return one number, the sum of the new weights; return all of them.",
            result=np.sum,
        ),
        FLATTENED,
        TRANSPOSED,
        WRAPPED,
        DOUBLED,
        INTEGERS,
        *ROUNDED,
    ),
    hints=(
        "The gradient points in the direction in which the loss grows; move the other way.",
        "The step is learning rate · gradient, entry by entry, so it has the shape of w.",
        "Subtract learning_rate * grad from w and return the result, without writing into w.",
    ),
)
