"""Each weight's slope, measured against its usual size of late."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

import numpy as np
from chainrule.optimizers import RMSprop

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


def _keras(learning_rate: float, rho: float = 0.9, epsilon: float = 1e-7) -> RMSprop:
    return RMSprop(learning_rate, rho=rho, epsilon=epsilon)


def _average(a: Array, g: Array, rho: float) -> Array:
    return rho * a + (1 - rho) * g**2


def _rmsprop(
    root: Root,
    gather: Callable[[Array, Array, float], Array] = _average,
    over: Callable[[Array, Array], Array] = np.divide,
    *,
    start: Callable[[Array], Array] = np.zeros_like,
    late: bool = False,
) -> Implementation:
    """RMSprop: `gather(a, g, ρ)` what was seen, `over(g, root)` the step; late, by the old a."""

    def rule(
        w: Array, g: Array, state: State, learning_rate: float, rho: float = 0.9, eps: float = 1e-7
    ) -> Step:
        old = state["a"] if "a" in state else start(g)
        new = gather(old, g, rho)
        return w - learning_rate * over(g, root(old if late else new, eps)), {"a": new}

    return rule


def _with_default(right: Implementation, default: float) -> Implementation:
    def rule(w: Array, g: Array, state: State, learning_rate: float, *options: float) -> Step:
        return right(w, g, state, learning_rate, *(options or (default,)))  # type: ignore[no-any-return]

    return rule


def _corrected(root: Root) -> Implementation:
    def rule(
        w: Array, g: Array, state: State, learning_rate: float, rho: float = 0.9, eps: float = 1e-7
    ) -> Step:
        t, a = state.get("t", 0) + 1, _average(state.get("a", 0 * g), g, rho)
        return w - learning_rate * g / root(a / (1 - rho**t), eps), {"a": a, "t": t}

    return rule


def _root_stored(root: Root) -> Implementation:
    def rule(
        w: Array, g: Array, state: State, learning_rate: float, rho: float = 0.9, eps: float = 1e-7
    ) -> Step:
        a = root(_average(state.get("a", 0 * g), g, rho), eps)
        return w - learning_rate * g / a, {"a": a}

    return rule


def _centred(root: Root) -> Implementation:
    def rule(
        w: Array, g: Array, state: State, learning_rate: float, rho: float = 0.9, eps: float = 1e-7
    ) -> Step:
        m = rho * state.get("m", 0 * g) + (1 - rho) * g
        a = _average(state.get("a", 0 * g), g, rho)
        return w - learning_rate * g / root(a - m**2, eps), {"a": a, "m": m}

    return rule


_MADE: Final[tuple[tuple[str, Callable[[Root], Implementation], str], ...]] = (
    (
        "weights-swapped",
        lambda root: _rmsprop(root, lambda a, g, rho: (1 - rho) * a + rho * g**2),
        "ρ weighs the new square, where it should weigh the average of the old ones.",
    ),
    (
        "sum",
        lambda root: _rmsprop(root, lambda a, g, rho: rho * a + g**2),
        "The new square comes in at its full size: that is a sum, not an average.",
    ),
    (
        "adagrad",
        lambda root: _rmsprop(root, lambda a, g, _rho: a + g**2),
        "The squares add up and none is forgotten: that is Adagrad.",
    ),
    (
        "not-squared",
        lambda root: _rmsprop(root, lambda a, g, rho: rho * a + (1 - rho) * g),
        "The average is of the gradients, not of their squares: a negative one has no root.",
    ),
    (
        "sizes-not-squares",
        lambda root: _rmsprop(root, lambda a, g, rho: rho * a + (1 - rho) * np.abs(g)),
        "The average is of the sizes of the gradients; it should be of their squares.",
    ),
    (
        "square-of-the-average",
        lambda root: _rmsprop(root, lambda a, g, rho: (rho * a + (1 - rho) * g) ** 2),
        "The average is squared as a whole; the gradient should be squared before.",
    ),
    (
        "rho-squared-too",
        lambda root: _rmsprop(root, lambda a, g, rho: rho * a + ((1 - rho) * g) ** 2),
        "The weight of the new square is squared with it: mind the brackets.",
    ),
    (
        "precedence",
        lambda root: _rmsprop(root, lambda a, g, rho: rho * a + 1 - rho * g**2),
        "Brackets are missing: ρ alone weighs the square, and a 1 is added.",
    ),
    (
        "old-average",
        lambda root: _rmsprop(root, late=True),
        "The step divides by the average before this gradient: the first divides by nearly 0.",
    ),
    (
        "begins-at-the-first-square",
        lambda root: _rmsprop(root, start=lambda g: g**2),
        "Your average begins at the first square; in this task it begins at 0.",
    ),
    (
        "begins-at-one",
        lambda root: _rmsprop(root, start=np.ones_like),
        "Your average begins at 1; before the first step nothing has been seen.",
    ),
    (
        "one-size-for-all",
        lambda root: _rmsprop(root, lambda a, g, rho: rho * a + (1 - rho) * np.sum(g**2) + 0 * g),
        "One sum of squares serves all weights; each should have an average of its own.",
    ),
    (
        "mean-for-all",
        lambda root: _rmsprop(root, lambda a, g, rho: rho * a + (1 - rho) * np.mean(g**2)),
        "One mean square serves all weights; each should have an average of its own.",
    ),
    (
        "gradient-squared",
        lambda root: _rmsprop(root, over=lambda g, r: g**2 / r),
        "The step itself uses the squared gradient: its sign is lost.",
    ),
    (
        "multiplied",
        lambda root: _rmsprop(root, over=lambda g, r: g * r),
        "The gradient is multiplied by the root: steep weights run even faster.",
    ),
    (
        "no-gradient",
        lambda root: _rmsprop(root, over=lambda g, r: 1 / r + 0 * g),
        "The gradient itself is missing in the step: only the rate is left.",
    ),
    (
        "default-of-another-library",
        lambda root: _with_default(_rmsprop(root), 0.99),
        "Where no ρ is given yours is 0.99, as in another library; the task names another.",
    ),
    (
        "slow-default",
        lambda root: _with_default(_rmsprop(root), 0.999),
        "Where no ρ is given yours is 0.999: that is not the one in the task.",
    ),
    (
        "bias-corrected",
        _corrected,
        "The average is corrected for its start from 0, as in Adam; RMSprop does not do that.",
    ),
    (
        "root-stored",
        _root_stored,
        "What you keep is the root; the next step averages it as if it were a square.",
    ),
    (
        "centred",
        _centred,
        "The squared mean is taken off: that is the variance, as in the centred RMSprop.",
    ),
)


def _both() -> Iterator[Misconception]:
    for suffix, root in ROOTS.items():
        yield from (
            Misconception(name + suffix, make(root), message) for name, make, message in _MADE
        )
        right = _rmsprop(root)
        anew, fix = [*remembering(right)][1], fixed(right)
        yield Misconception(f"{anew.name}{suffix}", anew.wrong, anew.message)
        yield Misconception(f"{fix.name}{suffix}", fix.wrong, fix.message)
        yield Misconception(
            f"epsilon-ignored{suffix}",
            lambda w, g, state, rate, rho=0.9, _eps=1e-7, right=right: right(
                w, g, state, rate, rho
            ),
            "Your ε is written into the code; the one in the call is not used.",
        )


_right = keras(_keras)


def _misplaced(
    w: Array, g: Array, state: State, learning_rate: float, rho: float = 0.9, eps: float = 1e-7
) -> Step:
    a: Any = _average(state.get("a", 0 * g), g, rho)
    return w - learning_rate * (g / np.sqrt(a) + eps), {"a": a}


TASK = Task(
    reference=_right,
    also_right=(_rmsprop(outside),),
    observe=walks(options=(0.5,), epsilon=(0.8, 0.25)),
    uses=("optimizers/sgd",),
    misconceptions=(
        *usual(_right),
        *_both(),
        next(remembering(_rmsprop(inside))),
        Misconception(
            "no-root",
            _rmsprop(lambda a, epsilon: a + epsilon),
            "The root is missing: the gradient is divided by the mean square itself.",
        ),
        Misconception(
            "no-epsilon",
            _rmsprop(lambda a, _epsilon: np.sqrt(a)),
            "Without ε a gradient of 0 is divided by a root of 0, which is not a number.",
        ),
        Misconception(
            "epsilon-twice",
            _rmsprop(lambda a, epsilon: np.sqrt(a + epsilon) + epsilon),
            "The ε is added twice, inside the root and outside.",
        ),
        Misconception(
            "epsilon-in-the-step",
            _misplaced,
            "The ε is added to the quotient instead of to what the gradient is divided by.",
        ),
    ),
    hints=(
        "Divide each gradient by its usual size of late: the root of an average of its squares.",
        "a ← ρ a + (1 − ρ) g², then w ← w − η g / √(a + ε); √a + ε will do as well.",
        'a = rho * state.get("a", 0) + (1 - rho) * g**2 is what you keep from step to step.',
    ),
)
