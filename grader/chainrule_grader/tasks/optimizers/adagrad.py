"""Every weight gets a learning rate of its own, which only ever falls."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

import numpy as np
from chainrule.optimizers import Adagrad

from chainrule_grader.judging.task import Implementation, Misconception, Task
from chainrule_grader.tasks.optimizers._mistakes import (
    ROOTS,
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


def _keras(learning_rate: float, epsilon: float = 1e-7) -> Adagrad:
    return Adagrad(learning_rate, initial_accumulator_value=0.0, epsilon=epsilon)


def _adagrad(
    root: Root,
    gather: Callable[[Array, Array], Array] = lambda a, g: a + g**2,
    over: Callable[[Array, Array], Array] = np.divide,
    *,
    start: float = 0.0,
    late: bool = False,
) -> Implementation:
    """Adagrad: `gather(a, g)` what was seen, `over(g, root)` for the step; late, by the old a."""

    def rule(w: Array, g: Array, state: State, learning_rate: float, epsilon: float = 1e-7) -> Step:
        old = state.get("a", start + 0 * g)
        new = gather(old, g)
        return w - learning_rate * over(g, root(old if late else new, epsilon)), {"a": new}

    return rule


def _counted(root: Root) -> Implementation:
    def rule(w: Array, g: Array, state: State, learning_rate: float, epsilon: float = 1e-7) -> Step:
        a, t = state.get("a", 0.0) + g**2, state.get("t", 0) + 1
        return w - learning_rate * g / root(a / t, epsilon), {"a": a, "t": t}

    return rule


def _stored_root(root: Root) -> Implementation:
    def rule(w: Array, g: Array, state: State, learning_rate: float, epsilon: float = 1e-7) -> Step:
        a = root(state.get("a", 0.0) + g**2, epsilon)
        return w - learning_rate * g / a, {"a": a}

    return rule


def _scaled_gather(root: Root) -> Implementation:
    def rule(w: Array, g: Array, state: State, learning_rate: float, epsilon: float = 1e-7) -> Step:
        a = state.get("a", 0.0) + (learning_rate * g) ** 2
        return w - learning_rate * g / root(a, epsilon), {"a": a}

    return rule


def _misplaced(w: Array, g: Array, state: State, learning_rate: float, epsilon: float) -> Step:
    a = state.get("a", 0.0) + g**2
    return w - learning_rate * (g / np.sqrt(a) + epsilon), {"a": a}


_MADE: Final = (
    (
        "average",
        lambda root: _adagrad(root, lambda a, g: 0.9 * a + 0.1 * g**2),
        "The squares fade as in RMSprop; Adagrad adds them all up and forgets none.",
    ),
    (
        "fading-sum",
        lambda root: _adagrad(root, lambda a, g: 0.9 * a + g**2),
        "Older squares fade from step to step; Adagrad adds them up and forgets none.",
    ),
    (
        "old-sum",
        lambda root: _adagrad(root, late=True),
        "The step divides by the sum before this gradient: the first one divides by nearly 0.",
    ),
    (
        "sizes-not-squares",
        lambda root: _adagrad(root, lambda a, g: a + np.abs(g)),
        "The sizes of the gradients are added up; it should be their squares.",
    ),
    (
        "not-squared",
        lambda root: _adagrad(root, lambda a, g: a + g),
        "The gradients are added up, not their squares: a negative sum has no root.",
    ),
    (
        "one-size-for-all",
        lambda root: _adagrad(root, lambda a, g: a + np.sum(g**2)),
        "One sum serves all weights; each weight should add up its own squares.",
    ),
    (
        "mean-for-all",
        lambda root: _adagrad(root, lambda a, g: a + np.mean(g**2)),
        "One mean over all weights is gathered; each weight should gather its own squares.",
    ),
    (
        "begins-at-a-tenth",
        lambda root: _adagrad(root, start=0.1),
        "Your sum begins at 0.1, as Keras's does; in this task it begins elsewhere.",
    ),
    (
        "begins-at-one",
        lambda root: _adagrad(root, start=1.0),
        "Your sum begins at 1; before the first step nothing has been gathered.",
    ),
    (
        "gradient-squared",
        lambda root: _adagrad(root, over=lambda g, r: g**2 / r),
        "The step itself uses the squared gradient: its sign is lost.",
    ),
    (
        "multiplied",
        lambda root: _adagrad(root, over=lambda g, r: g * r),
        "The gradient is multiplied by the root: what moved much moves even more.",
    ),
    (
        "no-gradient",
        lambda root: _adagrad(root, over=lambda g, r: 1 / r + 0 * g),
        "The gradient itself is missing in the step: only the rate is left.",
    ),
    (
        "mean-of-squares",
        _counted,
        "The sum is divided by the number of steps: so the rate no longer falls.",
    ),
    (
        "root-stored",
        _stored_root,
        "What you keep is the root; at the next step a square is added to that.",
    ),
    (
        "rate-in-the-sum",
        _scaled_gather,
        "The learning rate is in the sum of squares: there it divides itself out.",
    ),
)


def _both() -> Iterator[Misconception]:
    for suffix, root in ROOTS.items():
        yield from (
            Misconception(name + suffix, make(root), message) for name, make, message in _MADE
        )
        right = _adagrad(root)
        anew, fix = [*remembering(right)][1], fixed(right)
        yield Misconception(f"{anew.name}{suffix}", anew.wrong, anew.message)
        yield Misconception(f"{fix.name}{suffix}", fix.wrong, fix.message)


_right = keras(_keras)

TASK = Task(
    reference=_right,
    also_right=(_adagrad(outside),),
    observe=walks(epsilon=(0.25,)),
    uses=("optimizers/sgd",),
    misconceptions=(
        *usual(_right),
        *_both(),
        next(remembering(_adagrad(inside))),
        Misconception(
            "no-root",
            _adagrad(lambda a, epsilon: a + epsilon),
            "The root is missing: the gradient is divided by the squares themselves.",
        ),
        Misconception(
            "no-epsilon",
            _adagrad(lambda a, _epsilon: np.sqrt(a)),
            "Without ε a gradient of 0 is divided by a root of 0, which is not a number.",
        ),
        Misconception(
            "epsilon-twice",
            _adagrad(lambda a, epsilon: np.sqrt(a + epsilon) + epsilon),
            "The ε is added twice, inside the root and outside.",
        ),
        Misconception(
            "epsilon-in-the-step",
            lambda w, g, state, rate, epsilon=1e-7: _misplaced(w, g, state, rate, epsilon),
            "The ε is added to the quotient instead of to what the gradient is divided by.",
        ),
    ),
    hints=(
        "A weight that has seen large gradients should take smaller steps, each weight for itself.",
        "a ← a + g², then w ← w − η g / √(a + ε); √a + ε will do as well.",
        'a = state.get("a", 0) + g**2 is what you keep, and np.sqrt what you divide by.',
    ),
)
