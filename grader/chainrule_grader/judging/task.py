"""A task is one function that students write, with its reference and its known mistakes.

Both the reference and the mistakes are implementations. A check makes the same observations of the
student's function and of the reference, and compares them. If they differ, it searches for a known
mistake, or for two of them, whose observations agree with the student's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from chainrule_worker.calls.call import Outcome
from numpy.random import Generator

from chainrule_grader.judging.subject import Subject

Implementation: TypeAlias = Callable[..., Any]
Pieces: TypeAlias = Mapping[str, Any]
"""Pieces of an implementation, by the names of the parameters of `Task.make`."""


@dataclass(frozen=True)
class Observation:
    """One observation of a function: usually the outcome of one call."""

    criterion: str
    """The criterion that it belongs to; each criterion earns the same share of the points."""
    what: str
    """What was observed, as a student would write it: `relu([-2.])`."""
    outcome: Outcome
    args: tuple[Any, ...] = ()
    """The arguments of the call, if it is one call."""
    message: str = ""
    """The sentence to show if this is the first observation that differs."""
    elementwise: bool = False
    """Whether each entry of the result depends on one entry of the first argument."""


Observe: TypeAlias = Callable[[Subject, Generator], Iterator[Observation]]


@dataclass(frozen=True, eq=False)
class Misconception:
    """A known mistake: its name and one sentence about it.

    It is either a whole wrong function, or a switch: pieces to put into a right answer. Two
    switches that exchange different pieces can be combined, so a student who makes both mistakes
    is told both.
    """

    name: str
    wrong: Implementation | None
    message: str
    pieces: Pieces = field(default_factory=dict)


def switch(name: str, message: str, **pieces: Any) -> Misconception:
    """Return a known mistake that puts wrong pieces into a right answer.

    Two names of pieces work in every task: `result` is applied to what the right function returns,
    and `arguments` takes the arguments and returns those that the right function gets. Several
    mistakes may have them.
    """
    return Misconception(name, None, message, pieces)


@dataclass(frozen=True, eq=False)
class Task:
    """What the judge knows about a task."""

    reference: Implementation
    observe: Observe
    misconceptions: tuple[Misconception, ...]
    """The known mistakes, the more important first."""
    hints: tuple[str, str, str]
    """The concept, the formula, and almost the code."""
    make: Callable[..., Implementation] | None = None
    """Makes the right answer from pieces, all of which have a default; mistakes exchange some."""
    conventions: tuple[Pieces, ...] = ({},)
    """The pieces of every accepted convention; the first is the reference's."""
    also_right: tuple[Implementation, ...] = ()
    """Other right implementations, which are not made of these pieces."""
    uses: tuple[str, ...] = ()
    """Earlier tasks `<set>/<task>` whose functions an answer may call."""
    tolerance: float = 1e-6
    """The largest accepted error of a number, relative to max(1, |number|)."""
    helpers: Mapping[str, Implementation] = field(default_factory=dict)
    """References for other functions of the student's that `observe` calls, by name."""
    time_factor: float = 1.0
    """The factor by which the time limit of a call is multiplied."""
    parts: tuple[str, ...] = ()
    """The names of what the function returns, if it returns several things: `grad_W`."""
    why_few: str = ""
    """Why there are fewer than three misconceptions, if there are."""
