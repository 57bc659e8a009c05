"""Adam in pieces, so that each piece can be exchanged for a wrong one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from chainrule_grader.judging.task import Implementation
from chainrule_grader.tasks.optimizers._mistakes import State, Step
from chainrule_grader.tasks.optimizers._walks import Array

Root: TypeAlias = Callable[[Array, float], Array]
Average: TypeAlias = Callable[[Array, Array, float, float], Array]
"""A moment from the old one, the gradient, its own β and the other one."""
Correct: TypeAlias = Callable[[Array, float, int, float], Array]
"""A corrected moment from the moment, its own β, t and the other β."""


def first(m: Array, g: Array, beta: float, _other: float) -> Array:
    """Average the gradients."""
    return beta * m + (1 - beta) * g


def second(v: Array, g: Array, beta: float, _other: float) -> Array:
    """Average their squares."""
    return beta * v + (1 - beta) * g**2


def corrected(moment: Array, beta: float, t: int, _other: float) -> Array:
    """Undo the pull of the 0 that a moment began with."""
    return moment / (1 - beta**t)


def raw(moment: Array, _beta: float, _t: int, _other: float) -> Array:
    """Leave a moment as it is."""
    return moment


def by_power(moment: Array, beta: float, _t: int, _other: float) -> Array:
    """Correct as if every step were the first."""
    return moment / (1 - beta)


def adam(
    root: Root,
    *,
    gathers: tuple[Average, Average] = (first, second),
    corrects: tuple[Correct, Correct] = (corrected, corrected),
    move: Callable[[Array, Array, Array], Array] = lambda m, root, _g: m / root,
    begins: int = 1,
    keeps_corrected: bool = False,
) -> Implementation:
    """Adam: `gathers` and `corrects` for both moments, `move(m̂, root of v̂, g)` for the step."""

    def rule(
        w: Array,
        g: Array,
        state: State,
        learning_rate: float,
        beta_1: float = 0.9,
        beta_2: float = 0.999,
        epsilon: float = 1e-7,
    ) -> Step:
        t = int(state.get("t", begins - 1)) + 1
        m = gathers[0](state.get("m", 0 * g), g, beta_1, beta_2)
        v = gathers[1](state.get("v", 0 * g), g, beta_2, beta_1)
        m_hat, v_hat = corrects[0](m, beta_1, t, beta_2), corrects[1](v, beta_2, t, beta_1)
        new = w - learning_rate * move(m_hat, root(v_hat, epsilon), g)
        kept = (m_hat, v_hat) if keeps_corrected else (m, v)
        return new, {"m": kept[0], "v": kept[1], "t": t}

    return rule


def one_rate(root: Root, correct: Callable[[float, float, int], float]) -> Implementation:
    """Adam in Keras's form: the rate is corrected, by `correct(β₁, β₂, t)`, and not the moments."""

    def rule(
        w: Array,
        g: Array,
        state: State,
        learning_rate: float,
        beta_1: float = 0.9,
        beta_2: float = 0.999,
        epsilon: float = 1e-7,
    ) -> Step:
        t = int(state.get("t", 0)) + 1
        m = first(state.get("m", 0 * g), g, beta_1, beta_2)
        v = second(state.get("v", 0 * g), g, beta_2, beta_1)
        rate = learning_rate * correct(beta_1, beta_2, t)
        return w - rate * m / root(v, epsilon), {"m": m, "v": v, "t": t}

    return rule


def centred(root: Root) -> Implementation:
    """Adam with the squares of g − m in place of those of g."""

    def rule(
        w: Array,
        g: Array,
        state: State,
        learning_rate: float,
        beta_1: float = 0.9,
        beta_2: float = 0.999,
        epsilon: float = 1e-7,
    ) -> Step:
        t = int(state.get("t", 0)) + 1
        m = first(state.get("m", 0 * g), g, beta_1, beta_2)
        v = second(state.get("v", 0 * g), g - m, beta_2, beta_1)
        v_hat = v / (1 - beta_2**t)
        new = w - learning_rate * m / (1 - beta_1**t) / root(v_hat, epsilon)
        return new, {"m": m, "v": v, "t": t}

    return rule


def largest(root: Root) -> Implementation:
    """AMSGrad: Adam with the largest second moment so far."""

    def rule(
        w: Array,
        g: Array,
        state: State,
        learning_rate: float,
        beta_1: float = 0.9,
        beta_2: float = 0.999,
        epsilon: float = 1e-7,
    ) -> Step:
        t = int(state.get("t", 0)) + 1
        m = first(state.get("m", 0 * g), g, beta_1, beta_2)
        v = second(state.get("v", 0 * g), g, beta_2, beta_1)
        top = np.maximum(v / (1 - beta_2**t), state.get("top", 0.0))
        new = w - learning_rate * m / (1 - beta_1**t) / root(top, epsilon)
        return new, {"m": m, "v": v, "t": t, "top": top}

    return rule
