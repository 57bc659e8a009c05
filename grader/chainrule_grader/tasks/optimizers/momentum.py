"""Momentum: an accumulator of gradients, in which older ones count less."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from chainrule_grader.judging.task import Implementation, Task, switch
from chainrule_grader.tasks.optimizers._frame import OPTIONS, STATE, STEP, State, framed
from chainrule_grader.tasks.optimizers._trajectories import Array, trajectories

Gather: TypeAlias = Callable[[Array, Array, float, float], Array]
"""A new accumulator from the old one, the gradient, μ and the learning rate."""
Move: TypeAlias = Callable[[Array, Array, Array, float, float], Array]
"""What is subtracted from w: from the new accumulator, the old one, g, μ and the rate."""


def _make(
    gather: Gather = lambda a, g, mu, _rate: mu * a + g,
    move: Move = lambda a, _old, _g, _mu, rate: rate * a,
    start: float = 0.0,
    default: float = 0.9,
    **frame: object,
) -> Implementation:
    """Make momentum with another accumulator, or another use of it."""

    def step(g: Array, state: State, rate: float, momentum: float = default) -> tuple[Array, State]:
        old = state.get("a", start + 0 * g)
        a = gather(old, g, momentum, rate)
        return move(a, old, g, momentum, rate), {"a": a}

    return framed(step, **frame)  # type: ignore[arg-type]


TASK = Task(
    reference=_make(),
    make=_make,
    observe=trajectories(options=(0.5,)),
    uses=("optimizers/sgd",),
    misconceptions=(
        switch(
            "damped",
            "You multiply the new gradient by 1 − μ; in this form it is added in full.",
            gather=lambda a, g, mu, _rate: mu * a + (1 - mu) * g,
        ),
        switch(
            "velocity-form",
            "You accumulate steps (η g), not gradients, which differs when the rate changes.",
            gather=lambda a, g, mu, rate: mu * a + rate * g,
            move=lambda a, _old, _g, _mu, _rate: a,
        ),
        switch(
            "rate-twice",
            "You use the learning rate in the accumulator and again in the step; use it once.",
            gather=lambda a, g, mu, rate: mu * a + rate * g,
        ),
        switch(
            "weights-swapped",
            "You multiply the new gradient by μ and the accumulator by 1 − μ; it is the reverse.",
            gather=lambda a, g, mu, _rate: (1 - mu) * a + mu * g,
        ),
        switch(
            "never-forgets",
            "You add up all gradients without μ; multiply the old accumulator by μ.",
            gather=lambda a, g, _mu, _rate: a + g,
        ),
        switch(
            "momentum-on-the-gradient",
            "You multiply the new gradient by μ; multiply the old accumulator by it.",
            gather=lambda a, g, mu, _rate: a + mu * g,
        ),
        switch(
            "momentum-on-both",
            "You multiply the new gradient by μ, too; multiply the old accumulator only.",
            gather=lambda a, g, mu, _rate: mu * (a + g),
        ),
        switch(
            "alternating",
            "You subtract the old accumulator from the gradient; add it.",
            gather=lambda a, g, mu, _rate: g - mu * a,
        ),
        switch(
            "old-accumulator",
            "You move by the accumulator of the step before; update it first.",
            move=lambda _a, old, _g, _mu, rate: rate * old,
        ),
        switch(
            "nesterov",
            "You move by g + μ a, as Nesterov's rule does; momentum moves by a.",
            move=lambda a, _old, g, mu, rate: rate * (g + mu * a),
        ),
        switch(
            "gradient-twice",
            "The new gradient counts twice: in the accumulator and again in the step.",
            move=lambda a, _old, g, _mu, rate: rate * (a + g),
        ),
        switch(
            "slide-erratum",
            "Your velocity points uphill (μ v + η g) and you add μ v − η g; its sign is wrong.",
            gather=lambda a, g, mu, rate: mu * a + rate * g,
            move=lambda a, _old, g, mu, rate: rate * g - mu * a,
        ),
        switch(
            "begins-at-one",
            "Your accumulator starts at 1; it must start at 0.",
            start=1.0,
        ),
        switch("other-default", "Your default for momentum is 0.99; it must be 0.9.", default=0.99),
        switch("half-default", "Your default for momentum is 0.5; it must be 0.9.", default=0.5),
        *STATE,
        OPTIONS,
        *STEP,
    ),
    hints=(
        "Keep a sum of all gradients in which older gradients count less and less.",
        "a ← μ a + g, then w ← w − η a, with the new a. Before the first step a is 0.",
        'a = momentum * state.get("a", 0) + g; return w - learning_rate * a, {"a": …}',
    ),
)
