"""A variant of a task's right answer has some known mistakes in it, or none."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from typing import Any, Final

from chainrule_grader.judging.observation import observe
from chainrule_grader.judging.own_subject import OwnSubject
from chainrule_grader.judging.task import Implementation, Misconception, Observation, Task

WRAPPERS: Final = ("arguments", "result")
"""The pieces that work in every task and can be combined with one another."""

Mistakes = tuple[Misconception, ...]


def conventions(task: Task) -> range:
    """Return the numbers of the task's accepted conventions, the reference's first."""
    made = len(task.conventions) if task.make else 1
    return range(made + len(task.also_right))


@functools.cache
def right_answers(task: Task) -> tuple[Implementation, ...]:
    """Return an implementation of each convention; the first is the reference itself."""
    made = [task.make(**pieces) for pieces in task.conventions[1:]] if task.make else []
    return (task.reference, *made, *task.also_right)


def compatible(one: Misconception, other: Misconception) -> bool:
    """Return whether two mistakes can be made together: they exchange different pieces."""
    if one.wrong or other.wrong:
        return False
    return not (one.pieces.keys() & other.pieces.keys()).difference(WRAPPERS)


def variant(task: Task, convention: int, mistakes: Mistakes) -> Implementation | None:
    """Return a convention's right answer with mistakes in it, or None if they do not fit in.

    A mistake that replaces the whole function fits in everywhere, so it is made with the first
    convention alone.
    """
    if any(mistake.wrong for mistake in mistakes):
        return mistakes[0].wrong if len(mistakes) == 1 and convention == 0 else None
    exchanged = {
        name: piece
        for mistake in mistakes
        for name, piece in mistake.pieces.items()
        if name not in WRAPPERS
    }
    function = right_answers(task)[convention]
    if exchanged:
        if task.make is None or convention >= len(task.conventions):
            return None
        function = task.make(**{**task.conventions[convention], **exchanged})
    for mistake in mistakes:
        function = _wrapped(function, mistake)
    return function


def _wrapped(function: Implementation, mistake: Misconception) -> Implementation:
    arguments, result = (mistake.pieces.get(name) for name in WRAPPERS)
    if not arguments and not result:
        return function

    def wrapped(*args: Any) -> Any:
        value = function(*(arguments(*args) if arguments else args))
        return result(value) if result else value

    return wrapped


def single_variants(task: Task, misconception: Misconception) -> Iterator[Implementation]:
    """Yield a known mistake as an implementation, in each convention in which it can be made."""
    made = (variant(task, number, (misconception,)) for number in conventions(task))
    return (function for function in made if function is not None)


class LazyObservations:
    """Observations of one of our implementations, made on demand and kept."""

    def __init__(self, observations: Iterator[Observation]) -> None:
        self.rest = observations
        self.seen: list[Observation] = []

    def __iter__(self) -> Iterator[Observation]:
        for index in itertools.count():
            if index == len(self.seen):
                try:
                    self.seen.append(next(self.rest))
                except StopIteration:
                    return
            yield self.seen[index]


@functools.lru_cache(maxsize=16384)
def observations(
    task: Task, convention: int, mistakes: Mistakes, name: str, seed: int
) -> LazyObservations | None:
    """Observe a variant, or return None if the mistakes do not fit into the convention."""
    function = variant(task, convention, mistakes)
    if function is None:
        return None
    return LazyObservations(observe(task, OwnSubject(name, function, task.helpers), seed))


def observe_right_answer(
    task: Task, convention: int, name: str, seed: int
) -> tuple[Observation, ...]:
    """Make all observations of the right answer in a convention."""
    made = observations(task, convention, (), name, seed)
    assert made is not None
    return tuple(made)
