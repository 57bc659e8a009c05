"""Adam: momentum divided by the root of the second moment, both corrected for their start at 0."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from chainrule_grader.judging.task import Implementation, Task, switch
from chainrule_grader.tasks.optimizers._frame import (
    EPSILON,
    OPTIONS,
    STATE,
    STEP,
    Root,
    State,
    epsilon_in_root,
    epsilon_mistakes,
    framed,
    outside,
)
from chainrule_grader.tasks.optimizers._trajectories import Array, trajectories

Average: TypeAlias = Callable[[Array, Array, float, float], Array]
"""A moment from the old one, the gradient, its own β and the other one."""
Correct: TypeAlias = Callable[[Array, float, int, float], Array]
"""A corrected moment from the moment, its own β, t and the other β."""


def _first(m: Array, g: Array, beta: float, _other: float) -> Array:
    return beta * m + (1 - beta) * g


def _second(v: Array, g: Array, beta: float, _other: float) -> Array:
    return beta * v + (1 - beta) * g**2


def _corrected(moment: Array, beta: float, t: int, _other: float) -> Array:
    return moment / (1 - beta**t)


def _raw(moment: Array, _beta: float, _t: int, _other: float) -> Array:
    return moment


def _as_at_first(moment: Array, beta: float, _t: int, _other: float) -> Array:
    return moment / (1 - beta)


def _factor(beta_1: float, beta_2: float, t: int) -> float:
    return math.sqrt(1 - beta_2**t) / (1 - beta_1**t)


def _make(
    root: Root = outside,
    first: Average = _first,
    second: Average = _second,
    squares: Callable[[Array, Array], Array] = lambda g, _m: g,
    correct_first: Correct = _corrected,
    correct_second: Correct = _corrected,
    factor: Callable[[float, float, int], float] | None = None,
    move: Callable[[Array, Array, Array], Array] = lambda m, root, _g: m / root,
    begins: int = 1,
    counts: int = 1,
    stored: Callable[[Array, Array], Array] = lambda m, _m_hat: m,
    largest: bool = False,
    **frame: object,
) -> Implementation:
    """Make Adam from two averages, their corrections, and the step.

    With a `factor` the step is multiplied by factor(β₁, β₂, t) and the moments are not corrected,
    as in Keras. `squares` is what the second moment squares, `counts` what is added to t in a step.
    """

    def step(
        g: Array,
        state: State,
        rate: float,
        beta_1: float = 0.9,
        beta_2: float = 0.999,
        epsilon: float = 1e-7,
    ) -> tuple[Array, State]:
        t = state.get("t", begins - 1) + counts
        m = first(state.get("m", 0 * g), g, beta_1, beta_2)
        v = second(state.get("v", 0 * g), squares(g, m), beta_2, beta_1)
        if factor is not None:
            scale, m_hat, v_hat = factor(beta_1, beta_2, t), m, v
        else:
            m_hat, v_hat = correct_first(m, beta_1, t, beta_2), correct_second(v, beta_2, t, beta_1)
            scale = 1.0
        if largest:
            v_hat = np.maximum(v_hat, state.get("top", 0.0))
        change = scale * move(m_hat, root(v_hat, epsilon), g)
        kept = {"m": stored(m, m_hat), "v": stored(v, v_hat), "t": t, "top": v_hat}
        return rate * change, kept

    return framed(step, **frame)  # type: ignore[arg-type]


TASK = Task(
    # The form in the text comes first: a student compares with its numbers.
    reference=_make(),
    make=_make,
    conventions=(
        {},
        {"factor": _factor},
        {"root": epsilon_in_root},
        {"root": epsilon_in_root, "factor": _factor},
    ),
    observe=trajectories(options=(0.5, 0.75), epsilon=(0.8, 0.9, 0.25)),
    uses=("optimizers/sgd", "optimizers/momentum", "optimizers/rmsprop"),
    misconceptions=(
        switch(
            "not-corrected",
            "You do not correct the moments; both start at 0 and are too small at first.",
            correct_first=_raw,
            correct_second=_raw,
            factor=None,
        ),
        switch(
            "second-not-corrected",
            "You use the second moment without its correction; divide it by 1 − β₂ᵗ.",
            correct_second=_raw,
            factor=None,
        ),
        switch(
            "first-not-corrected",
            "You use the first moment without its correction; divide it by 1 − β₁ᵗ.",
            correct_first=_raw,
            factor=None,
        ),
        switch(
            "time-stands-still",
            "Your bias correction always uses t = 1; t must increase at every step.",
            correct_first=_as_at_first,
            correct_second=_as_at_first,
            factor=None,
        ),
        switch(
            "time-stands-still-for-the-first",
            "The correction of the first moment always uses t = 1; use 1 − β₁ᵗ.",
            correct_first=_as_at_first,
            factor=None,
        ),
        switch(
            "time-stands-still-for-the-second",
            "The correction of the second moment always uses t = 1; use 1 − β₂ᵗ.",
            correct_second=_as_at_first,
            factor=None,
        ),
        switch(
            "time-begins-late",
            "Your t is 2 at the first step; it must be 1.",
            begins=2,
        ),
        switch(
            "time-begins-at-zero",
            "Your t is 0 at the first step, so you divide by 1 − β⁰ = 0; increase t first.",
            begins=0,
        ),
        switch(
            "time-by-two",
            "Your t increases by 2 at every step; increase it by 1.",
            counts=2,
            begins=0,
        ),
        switch(
            "times-for-power",
            "You multiply β by t in the correction; raise β to the power t.",
            correct_first=lambda m, b, t, _: m / (1 - b * t),
            correct_second=lambda v, b, t, _: v / (1 - b * t),
            factor=None,
        ),
        switch(
            "power-of-the-difference",
            "You raise 1 − β to the power t; raise β alone.",
            correct_first=lambda m, b, t, _: m / (1 - b) ** t,
            correct_second=lambda v, b, t, _: v / (1 - b) ** t,
            factor=None,
        ),
        switch(
            "corrections-multiply",
            "You multiply the moments by 1 − βᵗ; divide by it.",
            correct_first=lambda m, b, t, _: m * (1 - b**t),
            correct_second=lambda v, b, t, _: v * (1 - b**t),
            factor=None,
        ),
        switch(
            "corrections-add",
            "You divide the moments by 1 + βᵗ; divide by 1 − βᵗ.",
            correct_first=lambda m, b, t, _: m / (1 + b**t),
            correct_second=lambda v, b, t, _: v / (1 + b**t),
            factor=None,
        ),
        switch(
            "corrections-swapped",
            "You correct the first moment with β₂ and the second with β₁; exchange them.",
            correct_first=lambda m, _b, t, other: m / (1 - other**t),
            correct_second=lambda v, _b, t, other: v / (1 - other**t),
            factor=None,
        ),
        switch(
            "corrected-by-one-beta",
            "You correct both moments with β₁; correct the second with β₂.",
            correct_second=lambda v, _b, t, other: v / (1 - other**t),
            factor=None,
        ),
        switch(
            "first-corrected-by-the-other-beta",
            "You correct both moments with β₂; correct the first with β₁.",
            correct_first=lambda m, _b, t, other: m / (1 - other**t),
            factor=None,
        ),
        switch(
            "correction-with-a-root",
            "You divide the first moment by √(1 − β₁ᵗ); divide it by 1 − β₁ᵗ.",
            correct_first=lambda m, b, t, _: m / np.sqrt(1 - b**t),
            factor=None,
        ),
        switch(
            "corrected-moments-stored",
            "You store the corrected moments, so the next step corrects them again; store m and v.",
            stored=lambda _m, m_hat: m_hat,
            factor=None,
        ),
        switch(
            "rate-without-root",
            "Your corrected learning rate lacks a square root: use √(1 − β₂ᵗ) / (1 − β₁ᵗ).",
            factor=lambda b1, b2, t: (1 - b2**t) / (1 - b1**t),
        ),
        switch(
            "rate-upside-down",
            "Your correction of the learning rate is inverted: use √(1 − β₂ᵗ) / (1 − β₁ᵗ).",
            factor=lambda b1, b2, t: (1 - b1**t) / math.sqrt(1 - b2**t),
        ),
        switch(
            "rate-corrected-for-the-first",
            "Your corrected learning rate uses β₁ twice; use β₂ under the square root.",
            factor=lambda b1, _b2, t: math.sqrt(1 - b1**t) / (1 - b1**t),
        ),
        switch(
            "one-beta",
            "You use β₁ in the second moment as well; use β₂ there.",
            second=lambda v, g, _b, other: _second(v, g, other, other),
        ),
        switch(
            "second-beta-in-both",
            "You use β₂ in the first moment as well; use β₁ there.",
            first=lambda m, g, _b, other: _first(m, g, other, other),
        ),
        switch(
            "betas-swapped",
            "You exchanged β₁ and β₂.",
            options=lambda *options: (*(options or (0.9, 0.999))[1::-1], *options[2:]),
        ),
        switch(
            "first-weights-swapped",
            "In the first moment, β₁ and 1 − β₁ are exchanged.",
            first=lambda m, g, b, _: (1 - b) * m + b * g,
        ),
        switch(
            "second-weights-swapped",
            "In the second moment, β₂ and 1 − β₂ are exchanged.",
            second=lambda v, g, b, _: (1 - b) * v + b * g**2,
        ),
        switch(
            "first-is-a-sum",
            "In the first moment, you add g in full; multiply it by 1 − β₁.",
            first=lambda m, g, b, _: b * m + g,
        ),
        switch(
            "second-is-a-sum",
            "In the second moment, you add g² in full; multiply it by 1 − β₂.",
            second=lambda v, g, b, _: b * v + g**2,
        ),
        switch(
            "first-precedence",
            "In the first moment, you wrote 1 − β₁ g without brackets; multiply g by (1 − β₁).",
            first=lambda m, g, b, _: b * m + 1 - b * g,
        ),
        switch(
            "second-precedence",
            "In the second moment, you wrote 1 − β₂ g² without brackets; multiply g² by (1 − β₂).",
            second=lambda v, g, b, _: b * v + 1 - b * g**2,
        ),
        switch(
            "no-old-first",
            "The first moment does not use its old value; add β₁ m.",
            first=lambda _m, g, b, _: (1 - b) * g,
        ),
        switch(
            "no-old-second",
            "The second moment does not use its old value; add β₂ v.",
            second=lambda _v, g, b, _: (1 - b) * g**2,
        ),
        switch(
            "not-squared",
            "The second moment averages the gradients; it must average their squares.",
            second=_first,
        ),
        switch(
            "sizes-not-squares",
            "The second moment averages absolute gradients; it must average squares.",
            second=lambda v, g, b, _: b * v + (1 - b) * np.abs(g),
        ),
        switch(
            "weight-squared-too",
            "In the second moment, you square 1 − β₂ together with g; square g only.",
            second=lambda v, g, b, _: b * v + ((1 - b) * g) ** 2,
        ),
        switch(
            "second-adds-up",
            "The second moment adds up all squares, as in Adagrad; use a moving average with β₂.",
            second=lambda v, g, _b, _o: v + g**2,
        ),
        switch(
            "one-size-for-all",
            "You add up the squares over all weights; each weight needs its own second moment.",
            second=lambda v, g, b, _: b * v + (1 - b) * np.sum(g**2) + 0 * g,
        ),
        switch(
            "second-moment-of-the-first",
            "The second moment squares the first moment; it must square the gradient.",
            squares=lambda _g, m: m,
        ),
        switch(
            "centred",
            "The second moment squares g − m; it must square the gradient.",
            squares=lambda g, m: g - m,
        ),
        switch(
            "largest-so-far",
            "You divide by the largest second moment so far, as AMSGrad does; use the current one.",
            largest=True,
        ),
        switch(
            "no-momentum",
            "You move by the gradient; move by the corrected first moment.",
            move=lambda _m, r, g: g / r,
        ),
        switch(
            "no-second-moment",
            "You do not divide by the root of the second moment.",
            move=lambda m, _r, _g: m,
        ),
        switch(
            "multiplied",
            "You multiply the first moment by the root; divide by it.",
            move=lambda m, r, _g: m * r,
        ),
        switch(
            "times-gradient",
            "You multiply the step by the gradient; move by m̂ / (√v̂ + ε).",
            move=lambda m, r, g: m * g / r,
        ),
        *epsilon_mistakes("second moment"),
        *STATE,
        OPTIONS,
        EPSILON,
        *STEP,
    ),
    hints=(
        "Keep moving averages of g and of g². Both start at 0, so they are too small at first.",
        "m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ), w ← w − η m̂ / (√v̂ + ε), with t = 1, 2, 3, …",
        "Store m, v and t, not m̂ and v̂. Add 1 to t before you use it.",
    ),
)
