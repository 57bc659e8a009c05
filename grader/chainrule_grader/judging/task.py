"""A task is one function that students write, with its reference and its known mistakes.

Both the reference and the mistakes are implementations. A check makes the same observations of the
student's function and of the reference, and compares them. If they differ, it searches for a
misconception whose observations agree with the student's.
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
    """One observation of a function: usually the outcome of one call."""

    criterion: str
    """The criterion that it belongs to; each criterion earns the same share of the points."""
    what: str
    """What was observed, as a student would write it: `relu([-2.])`."""
    outcome: Outcome
    args: tuple[Any, ...] = ()
    """The arguments, if each entry of the result depends on one entry of the first argument."""
    message: str = ""
    """The sentence to show if this is the first observation that differs."""


Observe: TypeAlias = Callable[[Subject, Generator], Iterator[Observation]]


@dataclass(frozen=True)
class Misconception:
    """A known mistake: its name, an implementation that makes it, and a sentence about it."""

    name: str
    wrong: Implementation
    message: str


@dataclass(frozen=True, eq=False)
class Task:
    """What the judge knows about a task."""

    reference: Implementation
    observe: Observe
    misconceptions: tuple[Misconception, ...]
    hints: tuple[str, str, str]
    """The concept, the formula, and almost the code."""
    also_right: tuple[Implementation, ...] = ()
    """Implementations of other accepted conventions."""
    uses: tuple[str, ...] = ()
    """Earlier tasks `<set>/<task>` whose functions an answer may call."""
    tolerance: float = 1e-6
    """The largest accepted error of a number, relative to max(1, |number|)."""
    helpers: Mapping[str, Implementation] = field(default_factory=dict)
    """References for other functions of the student's that `observe` calls, by name."""
    time_factor: float = 1.0
    """The factor by which the time limit of a call is multiplied."""
    why_few: str = ""
    """Why there are fewer than three misconceptions, if there are."""
