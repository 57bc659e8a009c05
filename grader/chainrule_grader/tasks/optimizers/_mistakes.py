"""Mistakes that can be made with every rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import numpy as np

from chainrule_grader.judging.task import Implementation, Misconception
from chainrule_grader.tasks.optimizers._walks import OPENING, Array

State: TypeAlias = dict[str, Any]
Step: TypeAlias = tuple[Array, State]


def inside(mean: Array, epsilon: float) -> Array:
    """Return √(mean + ε)."""
    return np.asarray(np.sqrt(mean + epsilon))


def outside(mean: Array, epsilon: float) -> Array:
    """Return √mean + ε."""
    return np.asarray(np.sqrt(mean) + epsilon)


ROOTS = {"": inside, "-outside": outside}
"""Both conventions for ε, by what they add to the name of a mistake that is made with either."""


def usual(right: Implementation) -> Iterator[Misconception]:
    """Slips of the step itself."""

    def uphill(w: Array, *rest: Any) -> Step:
        new, state = right(w, *rest)
        return 2 * w - new, state

    def step_itself(w: Array, *rest: Any) -> Step:
        new, state = right(w, *rest)
        return w - new, state

    def difference(w: Array, *rest: Any) -> Step:
        new, state = right(w, *rest)
        return new - w, state

    def first_row(w: Array, *rest: Any) -> Step:
        new, state = right(w, *rest)
        moved = w.copy()
        moved[0] = new[0]
        return moved, state

    def in_place(w: Array, *rest: Any) -> Step:
        w[...], state = right(w.copy(), *rest)
        return w, state

    def spoils_gradient(w: Array, g: Array, state: State, learning_rate: float, *rest: Any) -> Step:
        new, state = right(w, g.copy(), state, learning_rate, *rest)
        g *= learning_rate + 0.5
        return new, state

    yield from (
        Misconception(
            "uphill", uphill, "The weights climb: they move along the gradient, not against it."
        ),
        Misconception(
            "step-itself", step_itself, "That is the step to be taken off, not the new weights."
        ),
        Misconception(
            "change-itself", difference, "That is the change of the weights, not the new weights."
        ),
        Misconception(
            "first-row-only", first_row, "Only the first row of the weights moves; all should."
        ),
        Misconception(
            "in-place",
            in_place,
            "The weights are right, but it writes into its input: the old weights are lost.",
        ),
        Misconception(
            "spoils-the-gradient",
            spoils_gradient,
            "The weights are right, but it writes into its input: the gradient is spoiled.",
        ),
        Misconception(
            "no-learning-rate",
            lambda w, g, state, _rate, *rest: right(w, g, state, 1.0, *rest),
            "The learning rate is not used: every step is as if it were 1.",
        ),
        Misconception(
            "mean-gradient",
            lambda w, g, *rest: right(w, np.full_like(g, g.mean()), *rest),
            "All weights move by the mean gradient; each has a slope of its own.",
        ),
    )


def remembering(right: Implementation) -> Iterator[Misconception]:
    """Slips of what goes from one step to the next."""
    memory: State = {}

    def shared(w: Array, g: Array, _state: State, *rest: Any) -> Step:
        if np.array_equal(w, OPENING):
            memory.clear()
        new, after = right(w, g, dict(memory), *rest)
        memory.update(after)
        return new, {}

    yield Misconception(
        "remembers-outside-of-state",
        shared,
        "What is remembered lies outside of state: all parameters share it, and it never ends.",
    )
    yield Misconception(
        "nothing-remembered",
        lambda w, g, _state, *rest: right(w, g, {}, *rest),
        "Every step is like the first: what was remembered is lost, or never read.",
    )


def fixed(right: Implementation) -> Misconception:
    """Make the mistake of constants that are written into the code."""
    return Misconception(
        "options-ignored",
        lambda w, g, state, learning_rate, *_options: right(w, g, state, learning_rate),
        "It is right for the usual constants only: the arguments after the rate are not used.",
    )
