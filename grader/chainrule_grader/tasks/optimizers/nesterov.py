"""Nesterov momentum: the step looks ahead along the velocity."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from chainrule.optimizers import SGD

from chainrule_grader.judging.task import Implementation, Task, switch
from chainrule_grader.tasks.optimizers._frame import OPTIONS, STATE, STEP, State, framed
from chainrule_grader.tasks.optimizers._trajectories import Array, keras, trajectories

Gather: TypeAlias = Callable[[Array, Array, float], Array]
"""A new velocity from the old one, η g and μ."""
Move: TypeAlias = Callable[[Array, Array, Array, float], Array]
"""What is added to w, from the new velocity, the old one, η g and μ."""


def _sgd(learning_rate: float, momentum: float = 0.9) -> SGD:
    return SGD(learning_rate, momentum=momentum, nesterov=True)


def _make(
    gather: Gather = lambda v, s, mu: mu * v - s,
    move: Move = lambda v, _old, s, mu: mu * v - s,
    default: float = 0.9,
    accumulates: bool = False,
    **frame: object,
) -> Implementation:
    """Make Nesterov's rule with another velocity, or another step.

    A rule that `accumulates` keeps a sum of gradients, and multiplies by the rate afterwards.
    """

    def step(g: Array, state: State, rate: float, momentum: float = default) -> tuple[Array, State]:
        old, s = state.get("v", 0 * g), g if accumulates else rate * g
        v = gather(old, s, momentum)
        change = -move(v, old, s, momentum)
        return rate * change if accumulates else change, {"v": v}

    return framed(step, **frame)  # type: ignore[arg-type]


TASK = Task(
    reference=keras(_sgd),
    make=_make,
    observe=trajectories(options=(0.5,)),
    uses=("optimizers/sgd", "optimizers/momentum"),
    misconceptions=(
        switch(
            "plain-velocity",
            "You move by the velocity v itself, as plain momentum does; move by μ v − η g.",
            move=lambda v, _old, _s, _mu: v,
        ),
        switch(
            "accumulator-form",
            "You accumulate gradients, not steps (η g), which differs when the rate changes.",
            accumulates=True,
        ),
        switch(
            "velocity-twice",
            "You add v − η g; multiply the velocity by μ again in the step.",
            move=lambda v, _old, s, _mu: v - s,
        ),
        switch(
            "no-gradient-of-its-own",
            "You move by μ v alone; subtract η g as well.",
            move=lambda v, _old, _s, mu: mu * v,
        ),
        switch(
            "momentum-of-everything",
            "You multiply η g by μ in the step; multiply the velocity only.",
            move=lambda v, _old, s, mu: mu * (v - s),
        ),
        switch(
            "momentum-twice",
            "You multiply the velocity in the step by μ twice; multiply it once.",
            move=lambda v, _old, s, mu: mu * mu * v - s,
        ),
        switch(
            "gradient-climbs",
            "You add η g in the step; subtract it.",
            move=lambda v, _old, s, mu: mu * v + s,
        ),
        switch(
            "old-velocity-added",
            "You look ahead with the old velocity (v + μ v_old); use the new one.",
            move=lambda v, old, _s, mu: v + mu * old,
        ),
        switch(
            "old-velocity-only",
            "You move by the old velocity alone; use the new velocity and the gradient.",
            move=lambda _v, old, _s, mu: mu * old,
        ),
        switch(
            "one-plus-momentum",
            "You move by (1 + μ) v; subtract μ v_old as well, or use μ v − η g.",
            move=lambda v, _old, _s, mu: (1 + mu) * v,
        ),
        switch(
            "gradient-twice",
            "The gradient counts twice in your step: it is in μ v − η g already.",
            move=lambda v, _old, s, mu: mu * v - 2 * s,
        ),
        switch(
            "slide-erratum",
            "Your velocity points uphill (μ v + η g); subtract η g in the velocity.",
            gather=lambda v, s, mu: mu * v + s,
        ),
        switch(
            "damped",
            "You multiply the new step by 1 − μ in the velocity; add it in full.",
            gather=lambda v, s, mu: mu * v - (1 - mu) * s,
        ),
        switch(
            "weights-swapped",
            "In the velocity, μ and 1 − μ are exchanged; multiply the old velocity by μ.",
            gather=lambda v, s, mu: (1 - mu) * v - mu * s,
        ),
        switch(
            "never-forgets",
            "You add up all steps without μ; multiply the old velocity by μ.",
            gather=lambda v, s, _mu: v - s,
        ),
        switch("other-default", "Your default for momentum is 0.99; it must be 0.9.", default=0.99),
        switch("half-default", "Your default for momentum is 0.5; it must be 0.9.", default=0.5),
        *STATE,
        OPTIONS,
        *STEP,
    ),
    hints=(
        "Update the velocity as in momentum, then take one more part of it: look one step ahead.",
        "v ← μ v − η g, then w ← w + μ v − η g, with the new v. Before the first step v is 0.",
        'v = momentum * state.get("v", 0) - learning_rate * g; w moves by momentum * v - …',
    ),
)
