"""How a check looks at a function: by calling it, or by asking what holds for all that it does.

`calls` is the usual way. A task that looks at more than single calls writes its own `observe`, a
generator of observations, out of the pieces below: it calls the subject, takes the result apart
with `several` and `numbers`, and yields `value` for what must be equal and `holds` for what must be
true of any right answer, such as one that draws at random.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Never, TypeAlias

import numpy as np
from chainrule_worker.calls.call import Outcome
from chainrule_worker.calls.failure import Failure
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.comparison import as_array
from chainrule_grader.judging.formatting import kind_of, written_call
from chainrule_grader.judging.subject import StudentError, Subject
from chainrule_grader.judging.task import Observation, Observe

Array: TypeAlias = NDArray[Any]
Inputs: TypeAlias = Callable[[Generator], Iterator[tuple[Any, ...]]]


def calls(inputs: Inputs, *, elementwise: bool = False) -> Observe:
    """Observe a function by calling it: `inputs(rng)` yields a part's name, then the arguments.

    Simple inputs come first, because the first that fails is the one that a student sees. Where
    the function works on each number by itself, say so, and the student sees that number alone.
    """

    def observe(subject: Subject, rng: Generator) -> Iterator[Observation]:
        planned = [(part, tuple(args)) for part, *args in inputs(rng)]
        subject.prefetch([args for _, args in planned])
        for part, args in planned:
            what = written_call(subject.name, list(args))
            yield Observation(part, what, subject.call(*args), args if elementwise else ())

    return observe


def value(part: str, what: str, seen: Any, says: str = "") -> Observation:
    """Observe a value that must equal the one that the reference gives.

    `says` is the sentence for other numbers, if they are the first thing to go wrong.
    """
    return Observation(part, what, Outcome(seen), says=says)


def holds(part: str, what: str, condition: Any, says: str) -> Observation:
    """Observe a property that must be true; `says` is the sentence for where it is not."""
    return Observation(part, what, Outcome(bool(condition)), says=says)


def several(result: Any, count: int, what: str) -> list[Any]:
    """Take a result apart that must be so many things, `what` in words: "a pair (w, state)".

    Raises:
        StudentError: where it is something else.
    """
    if not isinstance(result, (list, tuple)) or len(result) != count:
        malformed(f"gives {kind_of(result)} where {what} is needed")
    return list(result)


def numbers(result: Any, what: str = "the result", shape: tuple[int, ...] | None = None) -> Array:
    """Read a result as an array of finite or other numbers, of that shape if one is given.

    Raises:
        StudentError: where it cannot be read so.
    """
    array = as_array(result)
    if array is None:
        malformed(f"gives {kind_of(result)} for {what}, where an array of numbers is needed")
    if shape is not None and array.shape != shape:
        malformed(f"gives {what} of shape {array.shape}, where {shape} is needed")
    return np.asarray(array)


def malformed(predicate: str) -> Never:
    """Stop looking: the function "gives a list where a pair is needed".

    Raises:
        StudentError: always.
    """
    raise StudentError(Outcome(failure=Failure("Malformed", predicate)))
