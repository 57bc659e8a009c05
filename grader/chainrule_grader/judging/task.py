"""A task is one function that students write, with what right means and the known ways to be wrong.

Right and wrong are both implementations. A check observes the student's function at work, observes
the reference at the same work, and compares; where they differ, it looks for a misconception that
does exactly what the student's function does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from chainrule_worker.calls.call import Outcome
from numpy.random import Generator

from chainrule_grader.judging.subject import Subject

Implementation: TypeAlias = Callable[..., Any]


@dataclass(frozen=True)
class Observation:
    """One thing that was looked at, and what was seen."""

    part: str
    """The part of the points that it counts for."""
    what: str
    """What was looked at, as a student would write it: `relu([-2.])`."""
    outcome: Outcome
    args: tuple[Any, ...] = ()
    """The arguments, where each entry of the result belongs to one of the first argument's."""
    says: str = ""
    """What it means if this is the first thing that is not so, where that is known."""


Observe: TypeAlias = Callable[[Subject, Generator], Iterator[Observation]]


@dataclass(frozen=True)
class Misconception:
    """A way to be wrong that has a name, and a sentence that names the mistake, not the answer."""

    name: str
    wrong: Implementation
    says: str


@dataclass(frozen=True, eq=False)
class Task:
    """What a student is asked for, as the judge knows it."""

    reference: Implementation
    observe: Observe
    misconceptions: tuple[Misconception, ...]
    hints: tuple[str, str, str]
    """The concept, the formula, nearly the code."""
    also_right: tuple[Implementation, ...] = ()
    """Other conventions that are accepted."""
    uses: tuple[str, ...] = ()
    """The student's earlier tasks `<set>/<task>` that an answer may call."""
    tolerance: float = 1e-6
    """How far a number may be off, relative to the larger of 1 and its own size."""
    helpers: Mapping[str, Implementation] = field(default_factory=dict)
    """Right ones of the student's other functions that `observe` calls as well, by their names."""
    time_factor: float = 1.0
    """How many times the usual time a call may take."""
    why_few: str = ""
    """Why there are fewer than three misconceptions, where there are."""
