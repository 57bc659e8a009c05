"""Momentum that looks one step ahead."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Final

from chainrule.optimizers import SGD

from chainrule_grader.judging.task import Implementation, Misconception, Task
from chainrule_grader.tasks.optimizers._mistakes import State, Step, fixed, remembering, usual
from chainrule_grader.tasks.optimizers._walks import Array, keras, walks


def _sgd(learning_rate: float, momentum: float = 0.9) -> SGD:
    return SGD(learning_rate, momentum=momentum, nesterov=True)


_right = keras(_sgd)


def _variant(
    gather: Callable[[Array, Array, float], Array],
    move: Callable[[Array, Array, Array, float], Array],
) -> Implementation:
    """Gather v = `gather(v, η g, μ)` and move by `move(v, old v, η g, μ)`."""

    def rule(w: Array, g: Array, state: State, learning_rate: float, momentum: float = 0.9) -> Step:
        old, step = state.get("v", 0 * g), learning_rate * g
        v = gather(old, step, momentum)
        return w + move(v, old, step, momentum), {"v": v}

    return rule


def _gathers(v: Array, step: Array, mu: float) -> Array:
    return mu * v - step


def _accumulator(
    w: Array, g: Array, state: State, learning_rate: float, momentum: float = 0.9
) -> Step:
    a = momentum * state.get("a", 0 * g) + g
    return w - learning_rate * (g + momentum * a), {"a": a}


def _heavy(w: Array, g: Array, state: State, learning_rate: float, momentum: float = 0.9) -> Step:
    a = momentum * state.get("a", 0 * g) + g
    return w - learning_rate * a, {"a": a}


_moves = functools.partial(_variant, _gathers)

_VARIANTS: Final = (
    (
        "plain-velocity",
        _moves(lambda v, _old, _step, _mu: v),
        "That is plain momentum: the step does not yet look ahead.",
    ),
    (
        "velocity-twice",
        _moves(lambda v, _old, step, _mu: v - step),
        "The velocity that looks ahead has not been made smaller by the momentum.",
    ),
    (
        "no-gradient-of-its-own",
        _moves(lambda v, _old, _step, mu: mu * v),
        "The weights move by the momentum's part alone; the gradient's own step is missing.",
    ),
    (
        "momentum-of-everything",
        _moves(lambda v, _old, step, mu: mu * (v - step)),
        "The momentum weighs the gradient's own step too, which should count in full.",
    ),
    (
        "momentum-twice",
        _moves(lambda v, _old, step, mu: mu * mu * v - step),
        "The momentum is applied once too often to the velocity.",
    ),
    (
        "gradient-climbs",
        _moves(lambda v, _old, step, mu: mu * v + step),
        "The gradient's own step goes uphill, against the velocity.",
    ),
    (
        "old-velocity-added",
        _moves(lambda v, old, _step, mu: v + mu * old),
        "The look ahead adds the old velocity; it should be the one just made.",
    ),
    (
        "old-velocity-only",
        _moves(lambda _v, old, _step, mu: mu * old),
        "Only the old velocity moves the weights; the new gradient comes a step too late.",
    ),
    (
        "one-plus-momentum",
        _moves(lambda v, _old, _step, mu: (1 + mu) * v),
        "Velocity and look ahead are added in full, without taking off what was there before.",
    ),
    (
        "slide-erratum",
        _variant(lambda v, step, mu: mu * v + step, lambda v, _old, step, mu: mu * v - step),
        "That is the slide's code with its error: the velocity points uphill, and w climbs.",
    ),
    (
        "damped",
        _variant(
            lambda v, step, mu: mu * v - (1 - mu) * step, lambda v, _old, step, mu: mu * v - step
        ),
        "Your velocity is an average: the new step is made smaller before it is added.",
    ),
    (
        "weights-swapped",
        _variant(
            lambda v, step, mu: (1 - mu) * v - mu * step, lambda v, _old, step, mu: mu * v - step
        ),
        "The momentum weighs the new step, where it should weigh the old velocity.",
    ),
    (
        "never-slows-down",
        _variant(lambda v, step, _mu: v - step, lambda v, _old, step, mu: mu * v - step),
        "The velocity never slows down: it is kept in full from step to step.",
    ),
    (
        "looked-ahead-kept",
        _variant(lambda v, step, mu: mu * (mu * v - step) - step, lambda v, _old, _step, _mu: v),
        "What is kept is the whole step with its look ahead; only the velocity should be.",
    ),
)

TASK = Task(
    reference=_right,
    observe=walks(options=(0.5,)),
    uses=("optimizers/sgd", "optimizers/momentum"),
    misconceptions=(
        *usual(_right),
        *remembering(_right),
        fixed(_right),
        *(Misconception(*variant) for variant in _VARIANTS),
        Misconception(
            "gathers-gradients",
            _accumulator,
            "You gather gradients, not steps: once the learning rate changes the path is another.",
        ),
        Misconception(
            "plain-momentum",
            _heavy,
            "That is the momentum of the task before: the step does not yet look ahead.",
        ),
        Misconception(
            "sgd",
            lambda w, g, state, learning_rate, _momentum=0.9: (w - learning_rate * g, state),
            "That is plain descent: no step remembers the one before.",
        ),
    ),
    hints=(
        "Let the velocity roll on and add the new step to it; then move as if one step later.",
        "v ← μ v − η g, then w ← w + μ v − η g, with the new v.",
        'The old velocity is state.get("v", 0); the new one stands in both places: state and step.',
    ),
)
