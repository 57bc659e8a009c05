"""An optimizer is watched on its walk: the weights after each step; the state is its own affair."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final, TypeAlias

import numpy as np
from chainrule.optimizers import Optimizer
from chainrule_worker.calls.call import Outcome
from chainrule_worker.handles import ObjectHandle
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.comparison import as_array, close
from chainrule_grader.judging.formatting import format_call, type_in_words
from chainrule_grader.judging.observation import check_property, numbers, reject, several
from chainrule_grader.judging.subject import StudentError, Subject
from chainrule_grader.judging.task import Implementation, Observation, Observe

Array: TypeAlias = NDArray[Any]

START: Final = np.array([1.0, -2.0])
GRADIENTS: Final = np.array([[0.5, -4.0], [0.5, 1.0], [-0.25, 3.0], [2.0, -1.0], [1.0, 0.5]])

DOWNHILL: Final = "A weight does not move against its gradient in the first step."
TWICE: Final = "Twice the learning rate does not double the first step."
ALONE: Final = "The first step of a weight depends on the gradients of other weights."
EQUAL: Final = "In the first step, all weights must move equally far; yours do not."
IN_PROPORTION: Final = "The first step is not proportional to the gradient."
SIZE: Final = "The first step has the right direction, but its size is wrong."
LATER: Final = "The first step is right, but a later step is wrong; check what you store in state."
FRESH: Final = "With an empty state, the result still depends on earlier calls."
SHARED: Final = "Two parameters, each with its own state, influence each other."
RATE: Final = "The steps are right for a constant learning rate, but wrong when it changes."
OPTIONS: Final = "The steps are right for the default arguments, but wrong for other values."
EPSILON: Final = "The steps are right until epsilon has another value."
NOTHING: Final = "The steps are wrong for a weight whose gradient is 0 at first."
TABLE: Final = "The steps are right for a vector of weights, but wrong for a matrix."


def trajectories(
    options: tuple[float, ...] = (), epsilon: tuple[float, ...] = (), rate: float = 0.1
) -> Observe:
    """Observe walks with a usual learning rate, then with other options, then another epsilon.

    A rule with an epsilon is one that gives each weight a rate of its own.
    """

    def observe(subject: Subject, rng: Generator) -> Iterator[Observation]:
        trajectory = _trajectory(subject, "several steps", START, GRADIENTS, [rate], message=LATER)
        yield replace(next(trajectory), message="")
        # Where the first step is wrong, one of these says in which way.
        yield from _first_step(subject, rate, EQUAL if epsilon else IN_PROPORTION)
        yield from trajectory
        yield _repeated(subject, rate)
        gradients = rng.normal(scale=2, size=(5, 2))
        tables = rng.normal(size=(4, 3, 2))
        tables[:2, 1] = 0
        drawn = _without_zeros(rng, (2, 3, 2))
        yield from _trajectory(subject, "several steps", 2 * START, drawn[0], [rate], message=LATER)
        rates = rate * np.array([1, 0.5, 2, 0.25, 4])
        yield from _trajectory(
            subject, "learning rate", START, gradients, [rate] * 2 + [*rates], message=RATE
        )
        if options:
            yield from _trajectory(subject, "options", START, gradients, [rate], options, OPTIONS)
        if epsilon:
            yield from _trajectory(subject, "epsilon", START, gradients, [rate], epsilon, EPSILON)
        yield from _trajectory(subject, "fresh state", -START, -GRADIENTS, [rate], message=FRESH)
        yield from _trajectory(subject, "fresh state", START / 2, drawn[1], [rate], message=FRESH)
        yield from _side_by_side(subject, gradients, rate)
        yield from _trajectory(
            subject, "any shape", START / 4, tables[:, 1], [rate], message=NOTHING
        )
        yield from _trajectory(subject, "any shape", tables[3], tables, [rate], message=TABLE)

    return observe


def _without_zeros(rng: Generator, shape: tuple[int, ...]) -> Array:
    """Draw gradients of both signs."""
    return np.asarray(rng.choice([-1, 1], shape) * rng.uniform(0.5, 4, shape).round(2))


def _repeated(subject: Subject, rate: float) -> Observation:
    """Ask for the same first step twice: whoever remembers on the quiet gives two answers."""
    seen = [np.ravel(_step(subject, -START, GRADIENTS[1], {}, rate)[0]) for _ in range(2)]
    alike = seen[0].shape == seen[1].shape and bool(close(seen[0], seen[1], 1e-9).all())
    return check_property(
        "fresh state", f"{subject.name}(w, g, {{}}, {rate:g}), twice", alike, FRESH
    )


def _first_step(subject: Subject, rate: float, among_weights: str) -> Iterator[Observation]:
    """Observe what can be said of the first step, if its numbers are wrong."""
    call = format_call(subject.name, [START, GRADIENTS[0], {}, rate]) + "[0]"
    step, outcome = _change(subject, START, GRADIENTS[0], rate)
    twice, _ = _change(subject, START, GRADIENTS[0], 2 * rate)
    alone, _ = _change(subject, START[:1], GRADIENTS[0, :1], rate)
    relative = np.abs(step) if among_weights == EQUAL else step / GRADIENTS[0]
    with np.errstate(all="ignore"):
        looks = (
            ("signs of the step", np.sign(step), DOWNHILL),
            ("step at twice the rate, divided by the step", twice / step, TWICE),
            (
                "step of the first weight alone, divided by that with others",
                alone / step[:1],
                ALONE,
            ),
            ("steps, in relation to one another", relative / relative[1], among_weights),
        )
    for what, seen, message in looks:
        # Three digits: rounding in single precision is nothing to speak of here.
        rounded = replace(outcome, value=np.round(seen, 3))
        yield Observation("several steps", f"{what}, for {call}", rounded, message=message)
    yield Observation("several steps", call, replace(outcome, value=START + step), message=SIZE)


def _change(subject: Subject, w: Array, g: Array, rate: float) -> tuple[Array, Outcome]:
    new, _, outcome = _step(subject, w, g, {}, rate)
    return numbers(new, "the weights", w.shape).astype(float) - w, outcome


def _trajectory(
    subject: Subject,
    criterion: str,
    w: Array,
    gradients: Array,
    rates: list[float],
    options: tuple[float, ...] = (),
    message: str = "",
) -> Iterator[Observation]:
    """Observe the weights after each step; the last of the rates is used to the end."""
    state: Any = {}
    for i, g in enumerate(gradients):
        rate = float(rates[min(i, len(rates) - 1)])
        new, state, outcome = _step(subject, w, g, state, rate, *options)
        what = _step_in_words(subject.name, i, [w, g, {}, rate, *options])
        yield Observation(criterion, what, replace(outcome, value=new), (w, g), message=message)
        w = numbers(new, "the weights", w.shape)


def _step_in_words(name: str, number: int, args: list[Any]) -> str:
    """Describe a step; the first call can be tried as it stands, later ones need a state."""
    if number == 0:
        return format_call(name, args) + "[0]"
    options = ", ".join(f"{option:g}" for option in args[3:])
    return f"w after step {number + 1} of {name}(w, g, state, {options})"


def _side_by_side(subject: Subject, gradients: Array, rate: float) -> Iterator[Observation]:
    """Observe two parameters that take turns, each with its own state."""
    trajectories = [
        _trajectory(subject, "two parameters", w, g, [rate], message=SHARED)
        for w, g in ((START, gradients[:3]), (3 * START, 0.5 - GRADIENTS[:3]))
    ]
    for pair in zip(*trajectories, strict=True):
        yield from pair


def _step(
    subject: Subject, w: Array, g: Array, state: Any, *options: float
) -> tuple[Any, Any, Outcome]:
    """Take one step; whether it writes into the state, which is the student's own, is all one."""
    outcome = subject.call(w, g, state, *options)
    if outcome.failure is not None:
        raise StudentError(outcome)
    array = as_array(outcome.value)
    if array is not None and array.shape == w.shape:
        reject("returns one array of the shape of w, but the pair (w, state) is needed")
    new, after = several(outcome.value, 2, "a pair (w, state)")
    if not isinstance(after, dict) and not _stays_a_dict(after):
        reject(f"gives {type_in_words(after)} for the state, where a dict is needed")
    changed = tuple(i for i in outcome.changed if i != 2)
    return new, after, replace(outcome, changed=changed)


def _stays_a_dict(state: Any) -> bool:
    """Tell whether this stands for a dict that could not cross, because of its keys."""
    return isinstance(state, ObjectHandle) and state.type_name.lower().endswith("dict")


def keras(make: Callable[..., Optimizer]) -> Implementation:
    """Make one of the library's optimizers a function whose memory is in its state."""

    def rule(
        w: Array, g: Array, state: dict[str, Any], learning_rate: float, *options: float
    ) -> tuple[Array, dict[str, Any]]:
        optimizer, moved = make(learning_rate, *options), w.copy()
        optimizer.bind([moved], [g.copy()])
        slots = optimizer.state[0]
        for slot, kept in zip(slots, state.get("slots", slots), strict=True):
            slot[...] = kept
        optimizer.iterations = int(state.get("t", 0))
        optimizer.step()
        return moved, {"slots": slots, "t": optimizer.iterations}

    return rule
