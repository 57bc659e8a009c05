"""Adadelta: steps in proportion to earlier steps, divided by the size of the gradients."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from chainrule.optimizers import Adadelta

from chainrule_grader.judging.task import Implementation, Task, switch
from chainrule_grader.tasks.optimizers._frame import (
    EPSILON,
    OPTIONS,
    STATE,
    STEP,
    Root,
    State,
    epsilon_in_root,
    framed,
    outside,
)
from chainrule_grader.tasks.optimizers._trajectories import Array, keras, trajectories

Average: TypeAlias = Callable[[Array, Array, float], Array]


def _keras(learning_rate: float, rho: float = 0.95, epsilon: float = 1e-7) -> Adadelta:
    return Adadelta(learning_rate, rho=rho, epsilon=epsilon)


def _average(mean: Array, x: Array, rho: float) -> Array:
    return rho * mean + (1 - rho) * x**2


def _no_root(mean: Array, epsilon: float) -> Array:
    return mean + epsilon


def _make(
    top: Root = epsilon_in_root,
    bottom: Root = epsilon_in_root,
    seen: Average = _average,
    moved: Average = _average,
    over: Callable[[Array, Array, Array], Array] = lambda g, u, a: g * u / a,
    keeps: Callable[[Array, Array, float], Array] = lambda d, _g, _rate: d,
    used: Callable[[Array, Array], Array] = lambda _old, a: a,
    default: float = 0.95,
    early: bool = False,
    **frame: object,
) -> Implementation:
    """Make Adadelta with other averages of gradients (`seen`) and steps (`moved`), or another step.

    `keeps` is what the second average takes in; an `early` rule updates it before the step.
    """

    def step(
        g: Array, state: State, rate: float, rho: float = default, epsilon: float = 1e-7
    ) -> tuple[Array, State]:
        old, u = state.get("a", 0 * g), state.get("u", 0 * g)
        a = seen(old, g, rho)
        below = bottom(used(old, a), epsilon)
        d = over(g, top(u, epsilon), below)
        u = moved(u, keeps(d, g, rate), rho)
        if early:
            d = over(g, top(u, epsilon), below)
        return rate * d, {"a": a, "u": u}

    return framed(step, **frame)  # type: ignore[arg-type]


TASK = Task(
    reference=keras(_keras),
    make=_make,
    conventions=(
        {},
        {"top": outside, "bottom": outside},
        {"bottom": outside},
        {"top": outside},
    ),
    # With the usual ε the first steps are so small that a large rate is needed to see them.
    observe=trajectories(options=(0.5,), epsilon=(0.8, 0.25), rate=1000.0),
    uses=("optimizers/sgd", "optimizers/rmsprop"),
    misconceptions=(
        switch(
            "rmsprop",
            "You do not multiply by the root of the averaged steps; without it this is RMSprop.",
            over=lambda g, _u, a: g / a,
        ),
        switch(
            "updates-from-gradients",
            "Your second average takes in the gradients; it must take in the steps.",
            keeps=lambda _d, g, _rate: g,
        ),
        switch(
            "rate-in-the-average",
            "Your second average takes in η d; it must take in d, before the learning rate.",
            keeps=lambda d, _g, rate: rate * d,
        ),
        switch(
            "steps-not-squared",
            "Your second average takes in the steps; it must take in their squares.",
            moved=lambda u, d, rho: rho * u + (1 - rho) * d,
        ),
        switch(
            "step-sizes",
            "Your second average takes in the absolute steps; it must take in their squares.",
            moved=lambda u, d, rho: rho * u + (1 - rho) * np.abs(d),
        ),
        switch(
            "steps-added-up",
            "You add up all squared steps; use a moving average with ρ.",
            moved=lambda u, d, _rho: u + d**2,
        ),
        switch(
            "steps-swapped",
            "In the average of the steps, ρ and 1 − ρ are exchanged.",
            moved=lambda u, d, rho: (1 - rho) * u + rho * d**2,
        ),
        switch(
            "steps-in-full",
            "In the average of the steps, you add d² in full; multiply it by 1 − ρ.",
            moved=lambda u, d, rho: rho * u + d**2,
        ),
        switch(
            "steps-forgotten",
            "You never update the average of the steps, so it stays 0.",
            moved=lambda u, _d, _rho: u,
        ),
        switch(
            "gradients-not-squared",
            "Your first average takes in the gradients; it must take in their squares.",
            seen=lambda a, g, rho: rho * a + (1 - rho) * g,
        ),
        switch(
            "gradients-added-up",
            "You add up all squared gradients, as Adagrad does; use a moving average with ρ.",
            seen=lambda a, g, _rho: a + g**2,
        ),
        switch(
            "gradients-swapped",
            "In the average of the gradients, ρ and 1 − ρ are exchanged.",
            seen=lambda a, g, rho: (1 - rho) * a + rho * g**2,
        ),
        switch(
            "gradients-in-full",
            "In the average of the gradients, you add g² in full; multiply it by 1 − ρ.",
            seen=lambda a, g, rho: rho * a + g**2,
        ),
        switch(
            "gradients-forgotten",
            "You do not use the old average of the gradients; add ρ times the old average.",
            seen=lambda _a, g, rho: (1 - rho) * g**2,
        ),
        switch(
            "one-size-for-all",
            "You add up the squared gradients over all weights; each weight needs its own average.",
            seen=lambda a, g, rho: rho * a + (1 - rho) * np.sum(g**2),
        ),
        switch(
            "old-average",
            "You divide by the average before this gradient; update it first.",
            used=lambda old, _a: old,
        ),
        switch(
            "updated-too-early",
            "You update the average of the steps before you use it; use the old one in the step.",
            early=True,
        ),
        switch(
            "upside-down",
            "Your fraction is inverted: multiply by the root of the steps and divide by the other.",
            over=lambda g, u, a: g * a / u,
        ),
        switch(
            "multiplied",
            "You multiply by both roots; divide by the root of the gradients.",
            over=lambda g, u, a: g * u * a,
        ),
        switch(
            "no-gradient",
            "Your step lacks the gradient; multiply the quotient of the roots by g.",
            over=lambda _g, u, a: u / a,
        ),
        switch(
            "gradient-squared",
            "You use g² in the step, so its sign is lost; use g.",
            over=lambda g, u, a: g**2 * u / a,
        ),
        switch(
            "no-upper-root",
            "You multiply by the average of the steps; multiply by its square root.",
            top=_no_root,
        ),
        switch(
            "no-lower-root",
            "You divide by the average of the gradients; divide by its square root.",
            bottom=_no_root,
        ),
        switch(
            "no-upper-epsilon",
            "You do not add ε to the average of the steps, so every step is 0.",
            top=lambda u, _epsilon: np.sqrt(u),
        ),
        switch(
            "no-lower-epsilon",
            "You do not add ε to the average of the gradients, so a gradient of 0 gives NaN.",
            bottom=lambda a, _epsilon: np.sqrt(a),
        ),
        switch("other-default", "Your default for rho is 0.9; it must be 0.95.", default=0.9),
        *STATE,
        OPTIONS,
        EPSILON,
        *(mistake for mistake in STEP if mistake.name != "does-not-move"),
    ),
    hints=(
        "Keep two averages: squared gradients, to divide by, and squared steps, to multiply by.",
        "a ← ρ a + (1 − ρ) g²; d = g √(u + ε) / √(a + ε); u ← ρ u + (1 − ρ) d²; w ← w − η d.",
        "Compute d with the old u, and update u with d afterwards. Store a and u in the state.",
    ),
)
