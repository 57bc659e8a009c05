"""The numerical gradient: move one weight at a time both ways, and divide the difference."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

import numpy as np
from chainrule import gradients
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.formatting import format_value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Implementation, Misconception, Observation, Task, switch
from chainrule_grader.tasks._common import (
    FLATTENED,
    HALVED,
    INTEGERS,
    NEGATED,
    ROUNDED,
    TRANSPOSED,
)

Array: TypeAlias = NDArray[Any]
Function: TypeAlias = Callable[[Any], float]
Move: TypeAlias = Callable[[Array, Array, float], Any]
"""How w is moved along a direction by h."""


POSITIONS: Final = np.arange(1.0, 1000.0)


def _square(w: Array) -> float:
    numbers = np.ravel(w)
    return float(numbers @ numbers)


def _cube(w: Array) -> float:
    """Give each entry its own derivative, which is not linear and depends on all entries."""
    numbers = np.asarray(w, float).ravel()
    return float(POSITIONS[: numbers.size] @ (numbers * numbers * numbers) + numbers.sum() ** 2)


def _observe(subject: Subject, rng: Generator) -> Iterator[Observation]:
    mixed = "Σ i wᵢ³ + (Σ wᵢ)²"
    for criterion, f, formula, w, h in (
        ("a row", _square, "Σ wᵢ²", np.array([1.0, -2.0]), ()),
        ("a row", _cube, mixed, rng.uniform(0.5, 2, 4).round(3), ()),
        ("a row", _square, "Σ wᵢ²", np.array([3.0]), ()),
        ("another h", _cube, mixed, np.array([0.5, -1.0, 2.0]), (0.1,)),
        ("another h", _cube, mixed, rng.uniform(0.5, 2, (2, 2)).round(3), (0.25,)),
        ("a table", _cube, mixed, rng.uniform(0.5, 2, (2, 3)).round(3), ()),
        ("a table", _cube, mixed, rng.uniform(0.5, 2, (2, 1, 2)).round(3), ()),
        ("integers", _cube, mixed, np.array([2, -1, 3]), ()),
        ("integers", _cube, mixed, rng.integers(1, 5, 4) * rng.choice([-1, 1], 4), ()),
    ):
        shown = ", ".join(["f", format_value(w, 4), *map(str, h)])
        what = f"numerical_gradient({shown}) with f(w) = {formula}"
        yield Observation(criterion, what, subject.call(f, w, *h))


def _numerical_gradient(f: Function, w: Array, h: float = 1e-5) -> Array:
    return gradients.numerical_gradient(f, w, float(h))


def _up(w: Array, e: Array, h: float) -> Any:
    return w + h * e


def _down(w: Array, e: Array, h: float) -> Any:
    return w - h * e


def _not_moved(w: Array, _e: Array, _h: float) -> Any:
    return w


def _in_integers(move: Move) -> Move:
    return lambda w, e, h: np.where(e, move(w, e, h).astype(w.dtype), w)


def _one_entry(shape: tuple[int, ...], index: tuple[int, ...]) -> Array:
    e = np.zeros(shape)
    e[index] = 1
    return e


def _all_entries(shape: tuple[int, ...], _index: tuple[int, ...]) -> Array:
    return np.ones(shape)


def _make(
    direction: Callable[[tuple[int, ...], tuple[int, ...]], Array] = _one_entry,
    up: Move = _up,
    down: Move = _down,
    left: float = 0.0,
    combine: Callable[[float, float, float], float] = lambda a, b, d: (a - b) / d,
    divisor: Callable[[float], float] = lambda h: 2 * h,
    store: Callable[[Array, Array], Array] = lambda _w, derivatives: derivatives,
) -> Implementation:
    """Return a difference quotient for each entry; a moved entry is `left` · h away afterwards."""

    def numerical_gradient(f: Function, w: Array, h: float = 1e-5) -> Any:
        derivatives, moved = np.zeros(w.shape), w
        for index in np.ndindex(w.shape):
            e = direction(w.shape, index)
            derivatives[index] = combine(f(up(moved, e, h)), f(down(moved, e, h)), divisor(h))
            if left:
                moved = moved + left * h * e
        return store(w, derivatives)

    return numerical_gradient


def _second(f: Function, w: Array, h: float = 1e-5) -> Array:
    derivatives = np.zeros(w.shape)
    for index in np.ndindex(w.shape):
        e = h * _one_entry(w.shape, index)
        derivatives[index] = (f(w + e) - 2 * f(w) + f(w - e)) / h**2
    return derivatives


TASK = Task(
    reference=_numerical_gradient,
    make=_make,
    observe=_observe,
    misconceptions=(
        switch(
            "one-sided",
            "You use the forward difference, from w to w + h; use the central difference.",
            down=_not_moved,
            divisor=lambda h: h,
        ),
        switch(
            "backward-only",
            "You use the backward difference, from w − h to w; use the central difference.",
            up=_not_moved,
            divisor=lambda h: h,
        ),
        switch(
            "one-sided-by-two-h",
            "You compare f(w + h) with f(w); compare it with f(w − h).",
            down=_not_moved,
        ),
        switch(
            "divided-by-h",
            "You divide by h; the distance from w − h to w + h is 2h.",
            divisor=lambda h: h,
        ),
        switch(
            "not-divided", "You do not divide the difference; divide by 2h.", divisor=lambda _h: 1
        ),
        switch(
            "divided-by-two",
            "You divide by 2 only; divide by 2h.",
            divisor=lambda _h: 2,
        ),
        switch(
            "precedence",
            "You divide by 2 and then multiply by h; put 2 * h in brackets.",
            divisor=lambda h: 2 / h,
        ),
        switch(
            "brackets",
            "You divide only f(w − h); put the difference in brackets.",
            combine=lambda a, b, d: a - b / d,
        ),
        switch(
            "plus",
            "You add f(w + h) and f(w − h); subtract them.",
            combine=lambda a, b, d: (a + b) / d,
        ),
        switch(
            "h-ignored",
            "You use a fixed small number in place of the argument h; use h.",
            arguments=lambda f, w, h=1e-5: (f, w),  # noqa: ARG005  that is the mistake
        ),
        switch(
            "own-coarse-h",
            "You always use h = 0.01; use the argument h.",
            arguments=lambda f, w, h=1e-5: (f, w, 0.01),  # noqa: ARG005
        ),
        switch(
            "wide",
            "You move each weight by 2h; move it by h.",
            arguments=lambda f, w, h=1e-5: (f, w, 2 * h),
        ),
        switch(
            "half-steps",
            "You move each weight by h/2; move it by h.",
            arguments=lambda f, w, h=1e-5: (f, w, h / 2),
        ),
        switch(
            "all-together",
            "You move all weights at once; move one weight and leave the others unchanged.",
            direction=_all_entries,
        ),
        switch(
            "one-number",
            "You return one number, as if all weights moved at once; return one for each weight.",
            direction=_all_entries,
            result=lambda derivatives: derivatives.flat[0],
        ),
        switch(
            "whole-rows",
            "You move a whole row of w at once; move one entry and leave the others unchanged.",
            direction=lambda shape, index: _one_entry(shape, index[:1]),
        ),
        switch(
            "entry-alone",
            "You call f with one entry of w; call it with all of w, of which one entry is moved.",
            up=lambda w, e, h: w[e == 1][0] + h,
            down=lambda w, e, h: w[e == 1][0] - h,
        ),
        switch(
            "left-moved",
            "You do not reset a weight after moving it down; use the original w each time.",
            left=-1.0,
        ),
        switch(
            "left-moved-up",
            "You do not reset a weight after moving it up; use the original w each time.",
            left=1.0,
        ),
        switch(
            "aliased",
            "Your result is always 0; w + h and w − h must be two separate arrays of floats.",
            combine=lambda _a, _b, _d: 0.0,
        ),
        switch(
            "integer-copies",
            "If w holds integers, h is rounded away when you add it; copy w as floats.",
            up=_in_integers(_up),
            down=_in_integers(_down),
        ),
        switch(
            "integer-result",
            "If w holds integers, your result does as well and loses its decimals; use floats.",
            store=lambda w, derivatives: derivatives.astype(w.dtype),
        ),
        switch(
            "times-the-weight",
            "You multiply the derivative by w; return the derivative.",
            store=lambda w, derivatives: w * derivatives,
        ),
        switch(
            "first-entry-only",
            "Only the first derivative is computed; move `return` out of the loop.",
            store=lambda w, derivatives: derivatives * _one_entry(w.shape, (0,) * w.ndim),
        ),
        switch(
            "without-the-last",
            "The derivative of the last weight is always 0; the loop must include it.",
            store=lambda w, derivatives: derivatives * (1 - _one_entry(w.shape, (-1,) * w.ndim)),
        ),
        switch(
            "norm",
            "You return the norm of the gradient; return one derivative for each weight.",
            result=np.linalg.norm,
        ),
        switch(
            "unit-gradient",
            "You divide the gradient by its norm; return it as it is.",
            result=lambda derivatives: derivatives / np.linalg.norm(derivatives),
        ),
        switch(
            "absolute",
            "You return absolute values; a derivative can be negative.",
            result=np.abs,
        ),
        switch("squared", "You square the derivatives; return them as they are.", result=np.square),
        switch(
            "column",
            "You return one column of numbers; the result must have the shape of w.",
            result=lambda derivatives: derivatives.reshape(-1, 1),
        ),
        FLATTENED,
        TRANSPOSED,
        NEGATED,
        HALVED,
        INTEGERS,
        *ROUNDED,
        Misconception(
            "value",
            lambda f, w, h=1e-5: f(w),  # noqa: ARG005
            "You return f(w) itself; return how fast f changes with each weight.",
        ),
        Misconception(
            "of-the-squares",
            lambda f, w, h=1e-5: 2 * w,  # noqa: ARG005
            "You return 2w, which is right for one f only; use values of f near w.",
        ),
        Misconception(
            "second-derivative",
            _second,
            "You compute the second derivative; the numerator is f(w + h) − f(w − h).",
        ),
    ),
    hints=(
        "Change one weight a little, both ways, and see how f changes; then take the next weight.",
        "np.ndindex(w.shape) gives all indices of w, for any number of axes.",
        "For each index: make two float copies of w, add h in one, subtract h in the other.",
    ),
)
