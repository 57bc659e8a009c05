"""The usual way to look at a function: call it with inputs that tell right from wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from numpy.random import Generator

from chainrule_grader.subject import Subject
from chainrule_grader.task import Observation, Observe
from chainrule_grader.wording import written_call

Inputs: TypeAlias = Callable[[Generator], Iterator[tuple[Any, ...]]]


def calls(inputs: Inputs, *, elementwise: bool = False) -> Observe:
    """Observe a function by calling it: `inputs(rng)` yields a part's name, then the arguments.

    Simple inputs come first, because the first that fails is the one that a student sees. Where
    the function works on each number by itself, say so, and the student sees that number alone.
    """

    def observe(subject: Subject, rng: Generator) -> Iterator[Observation]:
        for part, *args in inputs(rng):
            what = written_call(subject.name, args)
            yield Observation(part, what, subject.look(*args), tuple(args) if elementwise else ())

    return observe
