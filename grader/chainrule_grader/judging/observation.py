"""A check observes a function by calling it, or by checking properties of its results.

Most tasks use `calls`. A task that observes more than single calls has its own `observe`, a
generator of observations. It calls the subject, unpacks results with `several` and `numbers`, and
yields `value` for a result that must equal the reference's and `check_property` for a property that
every right answer has, such as the mean of random draws.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final, Never, TypeAlias

import numpy as np
from chainrule_worker.calls.call import Outcome
from chainrule_worker.calls.failure import Failure
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.comparison import as_array
from chainrule_grader.judging.formatting import format_call, type_in_words
from chainrule_grader.judging.subject import FATAL, StudentError, Subject
from chainrule_grader.judging.task import Observation, Observe, Task

Array: TypeAlias = NDArray[Any]
PlannedCall: TypeAlias = tuple[str, tuple[Any, ...], str]
"""The criterion of a call, its arguments, and the call as a student would write it."""
Inputs: TypeAlias = Callable[[Generator], Iterator[tuple[Any, ...]]]


MOST_PLANS: Final = 200
_plans: Final[dict[Any, tuple[list[PlannedCall], Any]]] = {}
"""The calls that were drawn, and the state of the generator after them."""


def calls(inputs: Inputs, *, elementwise: bool = False) -> Observe:
    """Observe a function by calling it: `inputs(rng)` yields a criterion, then the arguments.

    Simple inputs come first, because a student sees the first that fails. If the function is
    `elementwise`, the student sees only the first number that is wrong.
    """

    def observe(subject: Subject, rng: Generator) -> Iterator[Observation]:
        planned = _planned_calls(inputs, subject.name, rng)
        subject.prefetch([args for _, args, _ in planned])
        for criterion, args, what in planned:
            outcome = subject.call(*args)
            yield Observation(criterion, what, outcome, args, elementwise=elementwise)

    return observe


def _planned_calls(inputs: Inputs, name: str, rng: Generator) -> list[PlannedCall]:
    """Draw the calls of a function, or return those that were drawn from the same state before.

    The search for mistakes makes the same calls of many functions.
    """
    key = inputs, name, rng.bit_generator.state["state"]["state"]
    if key not in _plans:
        if len(_plans) >= MOST_PLANS:
            _plans.clear()
        drawn = [(criterion, tuple(args)) for criterion, *args in inputs(rng)]
        calls_in_words = [format_call(name, list(args)) for _, args in drawn]
        planned = [(*one, what) for one, what in zip(drawn, calls_in_words, strict=True)]
        _plans[key] = planned, rng.bit_generator.state
    planned, rng.bit_generator.state = _plans[key]
    return planned


def observe(task: Task, subject: Subject, seed: int) -> Iterator[Observation]:
    """Make all observations of a task, until the subject cannot be called any more."""
    subject.time_factor = task.time_factor
    try:
        for observation in task.observe(subject, np.random.default_rng(seed)):
            yield _with_call_effects(observation, subject)
            failure = observation.outcome.failure
            if failure is not None and failure.kind in FATAL:
                return
    except StudentError as error:
        yield Observation("all", subject.name, error.outcome)


def _with_call_effects(observation: Observation, subject: Subject) -> Observation:
    """Add the warnings and changed arguments of the calls that an observation was made from."""
    called, outcome = subject.recent_outcomes(), observation.outcome
    if not any(one.changed or one.warnings for one in called):
        return observation
    changes = {
        position: (before, after)
        for one in (*called, outcome)
        for position, before, after in itertools.zip_longest(one.changed, one.before, one.after)
    }
    before, after = ([values[i] for values in changes.values()] for i in range(2))
    warnings = (*outcome.warnings, *(w for one in called for w in one.warnings))
    effects = replace(
        outcome,
        changed=tuple(changes),
        before=tuple(before),
        after=tuple(after),
        warnings=warnings,
    )
    return replace(observation, outcome=effects)


def value(criterion: str, what: str, seen: Any, message: str = "") -> Observation:
    """Observe a value that must equal the reference's; `message` is the sentence if it does not."""
    return Observation(criterion, what, Outcome(seen), message=message)


def check_property(criterion: str, what: str, condition: Any, message: str) -> Observation:
    """Observe a property that must be true; `message` is the sentence if it is not."""
    return Observation(criterion, what, Outcome(bool(condition)), message=message)


def several(result: Any, count: int, what: str) -> list[Any]:
    """Unpack a result of `count` items; `what` describes it: "a pair (w, state)".

    Raises:
        StudentError: if it is something else.
    """
    if not isinstance(result, (list, tuple)) or len(result) != count:
        reject(f"returns {type_in_words(result)}, but {what} is needed")
    return list(result)


def numbers(result: Any, what: str = "the result", shape: tuple[int, ...] | None = None) -> Array:
    """Convert a result to an array of numbers, and check its shape if one is given.

    Raises:
        StudentError: if that is impossible.
    """
    array = as_array(result)
    if array is None:
        reject(f"returns {type_in_words(result)} for {what}, but an array of numbers is needed")
    if shape is not None and array.shape != shape:
        reject(f"returns {what} of shape {array.shape}, but the shape must be {shape}")
    return np.asarray(array)


def reject(predicate: str) -> Never:
    """Stop the observation: the function "returns a list of 3, but a pair is needed".

    Raises:
        StudentError: always.
    """
    raise StudentError(Outcome(failure=Failure("Malformed", predicate)))
