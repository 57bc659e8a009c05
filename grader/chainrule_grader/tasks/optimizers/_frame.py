"""What all rules have in common, in pieces: the arguments, the state, and what is returned."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import numpy as np

from chainrule_grader.judging.task import Implementation, switch
from chainrule_grader.tasks.optimizers._trajectories import Array

State: TypeAlias = dict[str, Any]
Step: TypeAlias = Callable[..., tuple[Array, State]]
"""Returns what is subtracted from the weights, and the new state, from g, state, rate, options."""
Root: TypeAlias = Callable[[Array, float], Array]


def epsilon_in_root(mean: Array, epsilon: float) -> Array:
    """Return √(mean + ε)."""
    return np.sqrt(mean + epsilon)


def outside(mean: Array, epsilon: float) -> Array:
    """Return √mean + ε."""
    return np.sqrt(mean) + epsilon


def framed(
    step: Step,
    *,
    gradient: Callable[[Array, Array], Array] = lambda g, _w: g,
    rate: Callable[[float], float] = lambda rate: rate,
    options: Callable[..., tuple[float, ...]] = lambda *options: options,
    read: Callable[[State], State] = lambda state: state,
    keep: Callable[[State], State] = lambda state: state,
    new: Callable[[Array, Array], Array] = np.subtract,
    keeps_state: bool = False,
) -> Implementation:
    """Make a rule from its step.

    `gradient` and `rate` are applied to the arguments, `read` and `keep` to the state, `new` makes
    the new weights from the old ones and the change. A rule that `remembers` has its state outside.
    """
    memory: State = {}

    def rule(w: Array, g: Array, state: State, learning_rate: float, *more: float) -> Any:
        if keeps_state:
            state = memory
        change, after = step(gradient(g, w), read(state), rate(learning_rate), *options(*more))
        if keeps_state:
            memory.update(after)
            return new(w, change), {}
        return new(w, change), keep(after)

    return rule


def _first_row(w: Array, change: Array) -> Array:
    moved = w.copy()
    moved[0] -= change[0]
    return moved


def _unit(g: Array, _w: Array) -> Array:
    return g / np.linalg.norm(g)  # type: ignore[no-any-return]


STEP: Final = (
    switch(
        "uphill",
        "You add the step to the weights; subtract it, because the gradient points uphill.",
        new=np.add,
    ),
    switch(
        "no-learning-rate",
        "You do not use the learning rate; multiply the step by it.",
        rate=lambda _rate: 1.0,
    ),
    switch(
        "rate-squared",
        "You multiply by the learning rate twice; multiply by it once.",
        rate=lambda rate: rate**2,
    ),
    switch(
        "divided-by-the-rate",
        "You divide by the learning rate; multiply by it.",
        rate=lambda rate: 1 / rate,
    ),
    switch(
        "state-first",
        "You return (state, w); return (w, state).",
        result=lambda pair: (pair[1], pair[0]),
    ),
    switch(
        "weights-only",
        "You return the weights alone; return the pair (w, state).",
        result=lambda pair: pair[0],
    ),
    switch(
        "step-itself",
        "You return the step, not the new weights; subtract it from w.",
        new=lambda _w, change: change,
    ),
    switch(
        "change-itself",
        "You return the change of the weights, not the new weights; add it to w.",
        new=lambda _w, change: -change,
    ),
    switch(
        "does-not-move",
        "You return the weights without a change.",
        new=lambda w, _change: w,
    ),
    switch(
        "first-row-only",
        "Only the first row of the weights changes; every weight must change.",
        new=_first_row,
    ),
    switch(
        "mean-gradient",
        "You use the mean of the gradient for all weights; each weight has its own derivative.",
        gradient=lambda g, _w: np.full_like(g, g.mean()),
    ),
    switch(
        "sum-of-gradients",
        "You add up the gradient over all weights; each weight has its own derivative.",
        gradient=lambda g, _w: np.full_like(g, g.sum()),
    ),
    switch(
        "unit-gradient",
        "You divide the gradient by its norm; use the gradient itself.",
        gradient=_unit,
    ),
    switch(
        "absolute-gradient",
        "You use the absolute value of the gradient, so its sign is lost.",
        gradient=lambda g, _w: np.abs(g),
    ),
    switch(
        "weight-times-gradient",
        "You multiply the gradient by the weight; use the gradient itself.",
        gradient=lambda g, w: g * w,
    ),
    switch(
        "divided-by-the-number-of-weights",
        "You divide the gradient by the number of rows of w; use the gradient itself.",
        gradient=lambda g, _w: g / len(g),
    ),
)
"""Mistakes of the step itself, which can be made with every rule."""

STATE: Final = (
    switch(
        "nothing-remembered",
        "Every step is computed with an empty state; read what the step before has stored.",
        read=lambda _state: {},
    ),
    switch(
        "remembers-outside-of-state",
        "You store values outside of state, so all parameters share them; store them in state.",
        keeps_state=True,
    ),
)
"""Mistakes of a rule that has a state."""

OPTIONS: Final = switch(
    "options-ignored",
    "You do not use the arguments after learning_rate; your code has constants instead.",
    options=lambda *_options: (),
)

EPSILON: Final = switch(
    "epsilon-ignored",
    "You do not use the argument epsilon; your code has a constant instead.",
    options=lambda *options: options[:-1] if len(options) > 1 else options,
)


def epsilon_mistakes(what: str, root: str = "root") -> tuple[Any, ...]:
    """Return mistakes of √(mean + ε) or √mean + ε, by the name of the mean: "mean square"."""
    return (
        switch(
            f"no-{root}",
            f"You divide by the {what} itself; divide by its square root.",
            **{root: lambda mean, epsilon: mean + epsilon},
        ),
        switch(
            "no-epsilon",
            f"You do not add ε to the {what}, so a gradient of 0 gives 0 / 0.",
            **{root: lambda mean, _epsilon: np.sqrt(mean)},
        ),
        switch(
            "epsilon-twice",
            "You add ε twice, inside and outside of the square root; add it once.",
            **{root: lambda mean, epsilon: np.sqrt(mean + epsilon) + epsilon},
        ),
        switch(
            "epsilon-multiplied",
            "You multiply the square root by ε; add ε.",
            **{root: lambda mean, epsilon: np.sqrt(mean) * epsilon},
        ),
        switch(
            "squared-again",
            f"You square the {what}; divide by its square root.",
            **{root: lambda mean, epsilon: mean**2 + epsilon},
        ),
    )
