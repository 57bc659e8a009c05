"""Steps as large as the steps before: a rule that hardly needs a learning rate."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

import numpy as np
from chainrule.optimizers import Adadelta

from chainrule_grader.judging.task import Implementation, Misconception, Task
from chainrule_grader.tasks.optimizers._mistakes import (
    State,
    Step,
    fixed,
    inside,
    outside,
    remembering,
    usual,
)
from chainrule_grader.tasks.optimizers._walks import Array, keras, walks

Root: TypeAlias = Callable[[Array, float], Array]
Average: TypeAlias = Callable[[Array, Array, float], Array]


def _keras(learning_rate: float, rho: float = 0.95, epsilon: float = 1e-7) -> Adadelta:
    return Adadelta(learning_rate, rho=rho, epsilon=epsilon)


def _average(mean: Array, x: Array, rho: float) -> Array:
    return rho * mean + (1 - rho) * x**2


def _adadelta(
    top: Root = inside,
    bottom: Root = inside,
    *,
    seen: Average = _average,
    moved: Average = _average,
    over: Callable[[Array, Array, Array], Array] = lambda g, u, a: g * u / a,
    keeps: Callable[[Array, Array, float], Array] = lambda d, _g, _rate: d,
    late: bool = False,
) -> Implementation:
    """Adadelta: averages `seen` and `moved`, a step `over(g, root of u, root of a)`."""

    def rule(
        w: Array, g: Array, state: State, learning_rate: float, rho: float = 0.95, eps: float = 1e-7
    ) -> Step:
        old, u = state.get("a", 0 * g), state.get("u", 0 * g)
        a = seen(old, g, rho)
        d = over(g, top(u, eps), bottom(old if late else a, eps))
        u = moved(u, keeps(d, g, learning_rate), rho)
        return w - learning_rate * d, {"a": a, "u": u}

    return rule


def _early(
    w: Array, g: Array, state: State, learning_rate: float, rho: float = 0.95, eps: float = 1e-7
) -> Step:
    a, u = _average(state.get("a", 0 * g), g, rho), state.get("u", 0 * g)
    d = g * inside(u, eps) / inside(a, eps)
    u = _average(u, d, rho)
    return w - learning_rate * g * inside(u, eps) / inside(a, eps), {"a": a, "u": u}


def _no_root(mean: Array, epsilon: float) -> Array:
    return mean + epsilon


_MADE: Final = (
    (
        "rmsprop",
        _adadelta(over=lambda g, _u, a: g / a),
        "The steps before are not in it: without the upper root this is RMSprop.",
    ),
    (
        "updates-from-gradients",
        _adadelta(keeps=lambda _d, g, _rate: g),
        "The second average takes in the gradients too; it should take in the steps.",
    ),
    (
        "rate-in-the-average",
        _adadelta(keeps=lambda d, _g, rate: rate * d),
        "The second average takes in the step after the learning rate; the rate comes last.",
    ),
    (
        "steps-not-squared",
        _adadelta(moved=lambda u, d, rho: rho * u + (1 - rho) * d),
        "The steps are averaged as they are; without the square their signs cancel.",
    ),
    (
        "step-sizes",
        _adadelta(moved=lambda u, d, rho: rho * u + (1 - rho) * np.abs(d)),
        "The sizes of the steps are averaged; it should be their squares.",
    ),
    (
        "steps-added-up",
        _adadelta(moved=lambda u, d, _rho: u + d**2),
        "The squared steps add up for ever; they should fade like the gradients.",
    ),
    (
        "steps-swapped",
        _adadelta(moved=lambda u, d, rho: (1 - rho) * u + rho * d**2),
        "In the average of the steps the two weights have changed places.",
    ),
    (
        "gradients-not-squared",
        _adadelta(seen=lambda a, g, rho: rho * a + (1 - rho) * g),
        "The gradients are averaged as they are; a negative average has no root.",
    ),
    (
        "gradients-added-up",
        _adadelta(seen=lambda a, g, _rho: a + g**2),
        "The squared gradients add up for ever, as in Adagrad; they should fade.",
    ),
    (
        "gradients-swapped",
        _adadelta(seen=lambda a, g, rho: (1 - rho) * a + rho * g**2),
        "In the average of the gradients the two weights have changed places.",
    ),
    (
        "both-swapped",
        _adadelta(
            seen=lambda a, g, rho: (1 - rho) * a + rho * g**2,
            moved=lambda u, d, rho: (1 - rho) * u + rho * d**2,
        ),
        "In both averages ρ weighs the new square, where it should weigh the old average.",
    ),
    (
        "sums",
        _adadelta(seen=lambda a, g, rho: rho * a + g**2, moved=lambda u, d, rho: rho * u + d**2),
        "The new squares come in at their full size: those are sums, not averages.",
    ),
    (
        "steps-forgotten",
        _adadelta(moved=lambda u, _d, _rho: u),
        "The average of the steps is never brought up to date: it stays 0.",
    ),
    (
        "gradients-forgotten",
        _adadelta(seen=lambda _a, g, rho: (1 - rho) * g**2),
        "The average of the gradients begins anew at each step.",
    ),
    (
        "old-average",
        _adadelta(late=True),
        "The lower root is of the average before this gradient, which at first is 0.",
    ),
    (
        "upside-down",
        _adadelta(over=lambda g, u, a: g * a / u),
        "The fraction stands on its head: the steps belong above, the gradients below.",
    ),
    (
        "multiplied",
        _adadelta(over=lambda g, u, a: g * u * a),
        "Both roots multiply the gradient; one of them should divide it.",
    ),
    (
        "no-gradient",
        _adadelta(over=lambda _g, u, a: u / a),
        "The gradient itself is missing in the step: only the two roots are there.",
    ),
    (
        "gradient-squared",
        _adadelta(over=lambda g, u, a: g**2 * u / a),
        "The step itself uses the squared gradient: its sign is lost.",
    ),
    (
        "no-roots",
        _adadelta(_no_root, _no_root),
        "Both roots are missing: mean squares are divided instead of sizes.",
    ),
    (
        "no-upper-root",
        _adadelta(_no_root),
        "The root of the average of the steps is missing.",
    ),
    (
        "no-lower-root",
        _adadelta(inside, _no_root),
        "The root of the average of the gradients is missing.",
    ),
    (
        "no-upper-epsilon",
        _adadelta(lambda u, _eps: np.sqrt(u)),
        "Without ε in the upper root the first step is 0, and so are all that follow.",
    ),
    (
        "no-lower-epsilon",
        _adadelta(inside, lambda a, _eps: np.sqrt(a)),
        "Without ε below, a gradient of 0 is divided by a root of 0: not a number.",
    ),
    (
        "one-size-for-all",
        _adadelta(seen=lambda a, g, rho: rho * a + (1 - rho) * np.sum(g**2)),
        "One sum of squares serves all weights; each should have averages of its own.",
    ),
    (
        "updated-too-early",
        _early,
        "The upper root knows this step already; it should know only those before it.",
    ),
)


def _default(right: Implementation) -> Implementation:
    def rule(w: Array, g: Array, state: State, learning_rate: float, *options: float) -> Step:
        return right(w, g, state, learning_rate, *(options or (0.9,)))  # type: ignore[no-any-return]

    return rule


_right = keras(_keras)

TASK = Task(
    reference=_right,
    also_right=(
        _adadelta(outside, outside),
        _adadelta(inside, outside),
        _adadelta(outside, inside),
    ),
    # With the usual ε its first steps are so small that it takes a large rate to see them.
    observe=walks(options=(0.5,), epsilon=(0.8, 0.25), rate=1000.0),
    uses=("optimizers/sgd", "optimizers/rmsprop"),
    misconceptions=(
        *usual(_right),
        *remembering(_right),
        fixed(_right),
        Misconception(
            "epsilon-ignored",
            lambda w, g, state, rate, rho=0.95, _eps=1e-7: _right(w, g, state, rate, rho),
            "Your ε is written into the code; the one in the call is not used.",
        ),
        Misconception(
            "other-default",
            _default(_right),
            "Where no ρ is given yours is 0.9: that is not the one in the task.",
        ),
        *(Misconception(*made) for made in _MADE),
    ),
    hints=(
        "Two averages: of squared gradients, to divide by, and of squared steps, to multiply by.",
        "a ← ρ a + (1 − ρ) g²; d = g √(u + ε) / √(a + ε); u ← ρ u + (1 − ρ) d²; w ← w − η d.",
        "Keep a and u. Use the old u for the step d, and only then bring u up to date with d.",
    ),
)
