"""A ball that keeps rolling: earlier gradients go on pushing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from chainrule_grader.judging.task import Implementation, Misconception, Task
from chainrule_grader.tasks.optimizers._mistakes import State, Step, fixed, remembering, usual
from chainrule_grader.tasks.optimizers._walks import Array, walks

Rule: TypeAlias = Callable[[Array, Array, float], Array]


def _momentum(
    w: Array, g: Array, state: State, learning_rate: float, momentum: float = 0.9
) -> Step:
    accumulator = momentum * state.get("a", 0.0) + g
    return w - learning_rate * accumulator, {"a": accumulator}


def _gathering(gather: Rule) -> Implementation:
    """Move by an accumulator of another kind: `gather(old, g, momentum)`."""

    def rule(w: Array, g: Array, state: State, learning_rate: float, momentum: float = 0.9) -> Step:
        a = gather(state.get("a", 0 * g), g, momentum)
        return w - learning_rate * a, {"a": a}

    return rule


def _velocity(sign: int, move: Rule) -> Implementation:
    """Keep steps instead of gradients: v ← μ v ± η g, w ← w + move(v, η g, μ)."""

    def rule(w: Array, g: Array, state: State, learning_rate: float, momentum: float = 0.9) -> Step:
        v = momentum * state.get("v", 0 * g) + sign * learning_rate * g
        return w + move(v, learning_rate * g, momentum), {"v": v}

    return rule


def _old(w: Array, g: Array, state: State, learning_rate: float, momentum: float = 0.9) -> Step:
    old = state.get("a", 0 * g)
    return w - learning_rate * old, {"a": momentum * old + g}


def _moved(extra: Rule) -> Implementation:
    """Gather rightly, and move by something else: `extra(accumulator, g, momentum)`."""

    def rule(w: Array, g: Array, state: State, learning_rate: float, momentum: float = 0.9) -> Step:
        _, after = _momentum(w, g, state, learning_rate, momentum)
        return w - learning_rate * extra(after["a"], g, momentum), after

    return rule


def _rate_twice(
    w: Array, g: Array, state: State, learning_rate: float, momentum: float = 0.9
) -> Step:
    v = momentum * state.get("v", 0 * g) + learning_rate * g
    return w - learning_rate * v, {"v": v}


_GATHERED: Final = (
    (
        "damped",
        lambda a, g, mu: mu * a + (1 - mu) * g,
        "Your accumulator is an average: the new gradient is made smaller before it is added.",
    ),
    (
        "weights-swapped",
        lambda a, g, mu: (1 - mu) * a + mu * g,
        "The momentum weighs the new gradient, where it should weigh what was gathered before.",
    ),
    (
        "never-forgets",
        lambda a, g, _mu: a + g,
        "Nothing is forgotten: the gradients add up, and the momentum is not used.",
    ),
    (
        "momentum-on-the-gradient",
        lambda a, g, mu: a + mu * g,
        "The momentum weighs the new gradient; what was gathered before is kept in full.",
    ),
    (
        "momentum-on-both",
        lambda a, g, mu: mu * (a + g),
        "The momentum weighs both: the new gradient should come in at its full size.",
    ),
    (
        "alternating",
        lambda a, g, mu: g - mu * a,
        "What was gathered before is taken off the new gradient instead of being added.",
    ),
)
_VELOCITIES: Final = (
    (
        "velocity-form",
        -1,
        lambda v, _g, _mu: v,
        "You gather steps, not gradients: once the learning rate changes that is another path.",
    ),
    (
        "climbing-velocity",
        -1,
        lambda v, _g, _mu: -v,
        "The velocity points downhill already; the minus in front of it makes the weights climb.",
    ),
    (
        "slide-erratum",
        1,
        lambda v, g, mu: mu * v - g,
        "That is the code of the slide with its error: the velocity points uphill.",
    ),
    (
        "nesterov-velocity",
        -1,
        lambda v, g, mu: mu * v - g,
        "That is Nesterov's step, the next task; here the accumulator itself is the step.",
    ),
    (
        "gradient-twice",
        -1,
        lambda v, g, _mu: v - g,
        "The new gradient moves the weights twice: in the velocity, and once more by itself.",
    ),
)

TASK = Task(
    reference=_momentum,
    observe=walks(options=(0.5,)),
    uses=("optimizers/sgd",),
    misconceptions=(
        *usual(_momentum),
        *remembering(_momentum),
        fixed(_momentum),
        *(Misconception(name, _gathering(gather), message) for name, gather, message in _GATHERED),
        *(
            Misconception(name, _velocity(sign, move), message)
            for name, sign, move, message in _VELOCITIES
        ),
        Misconception(
            "old-accumulator",
            _old,
            "The step uses the accumulator of the step before; the new gradient comes too late.",
        ),
        Misconception(
            "nesterov",
            _moved(lambda a, g, mu: g + mu * a),
            "You look a step ahead, as Nesterov does; here the accumulator itself is the step.",
        ),
        Misconception(
            "twice",
            _moved(lambda a, g, _mu: a + g),
            "The new gradient counts twice: in the accumulator, and once more by itself.",
        ),
        Misconception(
            "rate-twice",
            _rate_twice,
            "The learning rate is applied twice: in the accumulator, and again in the step.",
        ),
    ),
    hints=(
        "Keep a sum of all gradients in which the older ones count less and less.",
        "accumulator ← μ · accumulator + g, then w ← w − η · accumulator.",
        'state.get("accumulator", 0) is 0 before the first step; give back {"accumulator": …}.',
    ),
)
