"""RMSprop: each gradient is divided by the root of a moving average of its squares."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from chainrule.optimizers import RMSprop

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
from chainrule_grader.tasks.optimizers._trajectories import Array, keras, trajectories


def _keras(learning_rate: float, rho: float = 0.9, epsilon: float = 1e-7) -> RMSprop:
    return RMSprop(learning_rate, rho=rho, epsilon=epsilon)


def _average(a: Array, g: Array, rho: float) -> Array:
    return rho * a + (1 - rho) * g**2


def _make(
    root: Root = epsilon_in_root,
    average: Callable[[Array, Array, float], Array] = _average,
    over: Callable[[Array, Array, float], Array] = lambda g, r, _epsilon: g / r,
    start: Callable[[Array], Array] = np.zeros_like,
    used: Callable[[Array, Array, float, int], Array] = lambda _old, a, _rho, _t: a,
    stored: Callable[[Array, Array], Array] = lambda a, _root: a,
    default: float = 0.9,
    centred: bool = False,
    **frame: object,
) -> Implementation:
    """Make RMSprop with another average, another use of it (`used`), or another step (`over`)."""

    def step(
        g: Array, state: State, rate: float, rho: float = default, epsilon: float = 1e-7
    ) -> tuple[Array, State]:
        old: Any = state["a"] if "a" in state else start(g)
        t = state.get("t", 0) + 1
        a = average(old, g, rho)
        m = rho * state.get("m", 0 * g) + (1 - rho) * g if centred else 0.0
        r = root(used(old, a, rho, t) - m**2, epsilon)
        return rate * over(g, r, epsilon), {"a": stored(a, r), "t": t, "m": m}

    return framed(step, **frame)  # type: ignore[arg-type]


TASK = Task(
    reference=keras(_keras),
    make=_make,
    conventions=({}, {"root": outside}),
    observe=trajectories(options=(0.5,), epsilon=(0.8, 0.25)),
    uses=("optimizers/sgd",),
    misconceptions=(
        switch(
            "weights-swapped",
            "You multiply the new square by ρ and the old average by 1 − ρ; it is the reverse.",
            average=lambda a, g, rho: (1 - rho) * a + rho * g**2,
        ),
        switch(
            "sum",
            "You add the new square in full; multiply it by 1 − ρ.",
            average=lambda a, g, rho: rho * a + g**2,
        ),
        switch(
            "adagrad",
            "You add up all squares, as Adagrad does; RMSprop uses a moving average.",
            average=lambda a, g, _rho: a + g**2,
        ),
        switch(
            "not-squared",
            "You average the gradients; average their squares.",
            average=lambda a, g, rho: rho * a + (1 - rho) * g,
        ),
        switch(
            "sizes-not-squares",
            "You average the absolute values of the gradients; average their squares.",
            average=lambda a, g, rho: rho * a + (1 - rho) * np.abs(g),
        ),
        switch(
            "square-of-the-average",
            "You square the whole average; square the gradient only.",
            average=lambda a, g, rho: (rho * a + (1 - rho) * g) ** 2,
        ),
        switch(
            "rho-squared-too",
            "You square 1 − ρ together with the gradient; square the gradient only.",
            average=lambda a, g, rho: rho * a + ((1 - rho) * g) ** 2,
        ),
        switch(
            "rho-on-both",
            "You multiply the new square by ρ as well; multiply it by 1 − ρ.",
            average=lambda a, g, rho: rho * a + rho * g**2,
        ),
        switch(
            "rho-of-everything",
            "Your brackets are wrong: you compute ρ (a + (1 − ρ) g²).",
            average=lambda a, g, rho: rho * (a + (1 - rho) * g**2),
        ),
        switch(
            "precedence",
            "You wrote 1 − ρ g² without brackets; multiply g² by (1 − ρ).",
            average=lambda a, g, rho: rho * a + 1 - rho * g**2,
        ),
        switch(
            "one-size-for-all",
            "You add up the squares over all weights; each weight needs its own average.",
            average=lambda a, g, rho: rho * a + (1 - rho) * np.sum(g**2) + 0 * g,
        ),
        switch(
            "mean-for-all",
            "You average the squares over all weights; each weight needs its own average.",
            average=lambda a, g, rho: rho * a + (1 - rho) * np.mean(g**2),
        ),
        switch(
            "old-average",
            "You divide by the average before this gradient; update it first.",
            used=lambda old, _a, _rho, _t: old,
        ),
        switch(
            "bias-corrected",
            "You correct the bias of the average, as Adam does; RMSprop does not.",
            used=lambda _old, a, rho, t: a / (1 - rho**t),
        ),
        switch(
            "begins-at-the-first-square",
            "Your average starts at the first square; it must start at 0.",
            start=np.square,
        ),
        switch(
            "begins-at-one",
            "Your average starts at 1; it must start at 0.",
            start=np.ones_like,
        ),
        switch(
            "root-stored",
            "You store the square root; store the average itself.",
            stored=lambda _a, root: root,
        ),
        switch(
            "centred",
            "You subtract the squared mean of the gradients, as the centred RMSprop does.",
            centred=True,
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
        switch(
            "default-of-another-library",
            "Your default for rho is 0.99, as in PyTorch; it must be 0.9.",
            default=0.99,
        ),
        switch("slow-default", "Your default for rho is 0.999; it must be 0.9.", default=0.999),
        switch("adadeltas-default", "Your default for rho is 0.95; it must be 0.9.", default=0.95),
        *epsilon_mistakes("average of squares"),
        *STATE,
        OPTIONS,
        EPSILON,
        *STEP,
    ),
    hints=(
        "Divide each gradient by its recent size: the root of a moving average of its squares.",
        "a ← ρ a + (1 − ρ) g², then w ← w − η g / √(a + ε). √a + ε is right as well.",
        'a = rho * state.get("a", 0) + (1 - rho) * g**2; divide g by np.sqrt(a + epsilon).',
    ),
)
