"""Adagrad: each gradient is divided by the root of the sum of its squares so far."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from chainrule.optimizers import Adagrad

from chainrule_grader.judging.task import Implementation, Task, switch
from chainrule_grader.tasks.optimizers._frame import (
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
from chainrule_grader.tasks.optimizers._trajectories import Array, keras, trajectories


def _keras(learning_rate: float, epsilon: float = 1e-7) -> Adagrad:
    return Adagrad(learning_rate, initial_accumulator_value=0.0, epsilon=epsilon)


def _make(
    root: Root = epsilon_in_root,
    gather: Callable[[Array, Array, float], Array] = lambda a, g, _rate: a + g**2,
    over: Callable[[Array, Array, float], Array] = lambda g, r, _epsilon: g / r,
    start: float = 0.0,
    used: Callable[[Any, Array, int], Array] = lambda _old, a, _t: a,
    stored: Callable[[Array, Array], Array] = lambda a, _root: a,
    **frame: object,
) -> Implementation:
    """Make Adagrad with another sum, another use of it (`used`), or another step (`over`)."""

    def step(g: Array, state: State, rate: float, epsilon: float = 1e-7) -> tuple[Array, State]:
        old, t = state.get("a", start), state.get("t", 0) + 1
        a = gather(old, g, rate)
        r = root(used(old, a, t), epsilon)
        return rate * over(g, r, epsilon), {"a": stored(a, r), "t": t}

    return framed(step, **frame)  # type: ignore[arg-type]


TASK = Task(
    reference=keras(_keras),
    make=_make,
    conventions=({}, {"root": outside}),
    observe=trajectories(epsilon=(0.25,)),
    uses=("optimizers/sgd",),
    misconceptions=(
        switch(
            "average",
            "You use a moving average of the squares, as RMSprop does; Adagrad adds them all up.",
            gather=lambda a, g, _rate: 0.9 * a + 0.1 * g**2,
        ),
        switch(
            "fading-sum",
            "You multiply the old sum by 0.9; Adagrad keeps it in full.",
            gather=lambda a, g, _rate: 0.9 * a + g**2,
        ),
        switch(
            "not-squared",
            "You add up the gradients; add up their squares.",
            gather=lambda a, g, _rate: a + g,
        ),
        switch(
            "sizes-not-squares",
            "You add up the absolute values of the gradients; add up their squares.",
            gather=lambda a, g, _rate: a + np.abs(g),
        ),
        switch(
            "square-of-the-sum",
            "You square the sum of the gradients; add up the squares.",
            gather=lambda a, g, _rate: a + g,
            used=lambda _old, a, _t: a**2,
        ),
        switch(
            "one-size-for-all",
            "You add up the squares over all weights; each weight needs its own sum.",
            gather=lambda a, g, _rate: a + np.sum(g**2),
        ),
        switch(
            "mean-for-all",
            "You average the squares over all weights; each weight needs its own sum.",
            gather=lambda a, g, _rate: a + np.mean(g**2),
        ),
        switch(
            "rate-in-the-sum",
            "You multiply the gradient by the learning rate before you square it; use g².",
            gather=lambda a, g, rate: a + (rate * g) ** 2,
        ),
        switch(
            "old-sum",
            "You divide by the sum before this gradient; add g² first.",
            used=lambda old, _a, _t: old,
        ),
        switch(
            "mean-of-squares",
            "You divide the sum by the number of steps; use the sum itself.",
            used=lambda _old, a, t: a / t,
        ),
        switch(
            "begins-at-a-tenth",
            "Your sum starts at 0.1, the default of Keras; in this task it starts at 0.",
            start=0.1,
        ),
        switch("begins-at-one", "Your sum starts at 1; it must start at 0.", start=1.0),
        switch(
            "root-stored",
            "You store the square root; store the sum itself.",
            stored=lambda _a, root: root,
        ),
        switch(
            "gradient-squared",
            "You use g² in the step, so its sign is lost; use g.",
            over=lambda g, r, _epsilon: g**2 / r,
        ),
        switch(
            "multiplied",
            "You multiply the gradient by the root; divide by it.",
            over=lambda g, r, _epsilon: g * r,
        ),
        switch(
            "no-gradient",
            "Your step lacks the gradient: you divide the learning rate alone by the root.",
            over=lambda g, r, _epsilon: 1 / r + 0 * g,
        ),
        switch(
            "not-divided",
            "You do not divide the gradient by the root.",
            over=lambda g, _r, _epsilon: g,
        ),
        switch(
            "epsilon-in-the-step",
            "You add ε to the quotient; add it to the denominator.",
            root=lambda a, _epsilon: np.sqrt(a),
            over=lambda g, r, epsilon: g / r + epsilon,
        ),
        *epsilon_mistakes("sum of squares"),
        *STATE,
        OPTIONS,
        *STEP,
    ),
    hints=(
        "A weight that has had large gradients takes smaller steps; each weight has its own sum.",
        "a ← a + g², then w ← w − η g / √(a + ε). √a + ε is right as well.",
        'a = state.get("a", 0) + g**2; divide g by np.sqrt(a + epsilon), and return {"a": a}.',
    ),
)
