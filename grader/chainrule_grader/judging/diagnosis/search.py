"""Search the known mistakes that explain everything that was observed: first one, then two.

A mistake explains an answer if a right answer with this mistake in it gives the same results in
every observation. Pairs are many. A mistake that spoils a result which the student has right is in
no pair, and the most promising pairs are tried first: two mistakes that touch all wrong results,
each of which gives what the student has where it is the only one of the two that does anything.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from chainrule_grader.judging.comparison import compare_one, leaves, same_results
from chainrule_grader.judging.task import Misconception, Observation, Task
from chainrule_grader.judging.variants import (
    LazyObservations,
    compatible,
    conventions,
    observations,
    observe_right_answer,
)

Mistakes: TypeAlias = tuple[Misconception, ...]
Position: TypeAlias = tuple[int, str]
"""An observation's number, and a position in its result."""

MOST_PAIRS: Final = 250
"""The largest number of pairs that are tried."""
PREFIX: Final = 12
"""The number of observations by which pairs are ranked."""


@dataclass(frozen=True, eq=False)
class _Effect:
    """What a mistake alone does to a right answer."""

    touched: frozenset[Position]
    """The results that it spoils."""
    explained: frozenset[Position]
    """Those of them that it makes what the student has."""


@dataclass(frozen=True, eq=False)
class _Answer:
    """A student's answer, beside a right answer in one convention."""

    seen: Sequence[Observation]
    right: Sequence[Observation]
    tolerance: float
    wrong: frozenset[Position]


@dataclass(frozen=True, eq=False)
class _Candidate:
    """A pair of mistakes that may be the explanation."""

    convention: int
    mistakes: Mistakes
    doubts: int
    """How many results the two mistakes, each for itself, do not explain."""


def find_mistakes(task: Task, name: str, seed: int, seen: Sequence[Observation]) -> Mistakes:
    """Return the mistake that explains all observations, or else two mistakes, or nothing."""
    for mistake in task.misconceptions:
        for convention in conventions(task):
            if _explains(task, convention, (mistake,), name, seed, seen):
                return (mistake,)
    candidates = [
        candidate
        for convention in conventions(task)
        for candidate in _pairs(task, convention, name, seed, seen)
    ]
    candidates.sort(key=lambda candidate: candidate.doubts)
    for candidate in candidates[:MOST_PAIRS]:
        if _explains(task, candidate.convention, candidate.mistakes, name, seed, seen):
            return candidate.mistakes
    return ()


def touched(
    task: Task, mistake: Misconception, name: str, seed: int, seen: Sequence[Observation]
) -> set[int]:
    """Return the numbers of the observations that a mistake alone spoils."""
    for convention in conventions(task):
        made = observations(task, convention, (mistake,), name, seed)
        if made is not None:
            right = observe_right_answer(task, convention, name, seed)
            pairs = itertools.zip_longest(right, itertools.islice(made, len(seen)))
            return {
                index
                for index, (one, other) in enumerate(pairs)
                if one is None or other is None or not same_results(one, other, task.tolerance)
            }
    return set()


def _explains(
    task: Task,
    convention: int,
    mistakes: Mistakes,
    name: str,
    seed: int,
    seen: Sequence[Observation],
) -> bool:
    """Return whether these mistakes give all results; nothing is made after the first difference.

    Most mistakes differ in the first observation.
    """
    made = observations(task, convention, mistakes, name, seed)
    return made is not None and all(
        one and other and same_results(one, other, task.tolerance)
        for one, other in itertools.zip_longest(made, seen)
    )


def _pairs(
    task: Task, convention: int, name: str, seed: int, seen: Sequence[Observation]
) -> Iterator[_Candidate]:
    """Yield the pairs of mistakes that can be the explanation, in one convention."""
    right = observe_right_answer(task, convention, name, seed)[:PREFIX]
    wrong = frozenset(
        (index, path)
        for index, pair in enumerate(itertools.zip_longest(right, seen[:PREFIX]))
        for path in _wrong_paths(*pair, task.tolerance)
    )
    answer = _Answer(seen[:PREFIX], right, task.tolerance, wrong)
    effects = []
    for mistake in task.misconceptions:
        if mistake.wrong is None:
            made = observations(task, convention, (mistake,), name, seed)
            effect = _effect(made, answer) if made is not None else None
            if effect is not None:
                effects.append((mistake, effect))
    for (one, first), (other, second) in itertools.combinations(effects, 2):
        if compatible(one, other):
            yield _Candidate(convention, (one, other), _doubts(first, second, wrong))


def _wrong_paths(right: Observation | None, seen: Observation | None, tolerance: float) -> set[str]:
    """Return the positions at which the student's result differs from the right one."""
    if right is None or seen is None:
        return {""}
    found = compare_one(right, seen, tolerance)
    return {one.path for one in found if not one.agrees and one.aspect != "changed"}


def _doubts(first: _Effect, second: _Effect, wrong: frozenset[Position]) -> int:
    """Count the results that two effects together leave unexplained.

    A few may be explained all the same, by what the two mistakes do to each other.
    """
    single = first.touched ^ second.touched
    explained = (first.explained - second.touched) | (second.explained - first.touched)
    return len(wrong - (first.touched | second.touched)) + len(single - explained)


def _effect(made: LazyObservations, answer: _Answer) -> _Effect | None:
    """Compare a mistake's observations with the right ones and with the student's.

    Return None if it spoils a result that the student has right.
    """
    touched: set[Position] = set()
    explained: set[Position] = set()
    triples = itertools.zip_longest(itertools.islice(made, PREFIX), answer.right, answer.seen)
    for index, (own, right, seen) in enumerate(triples):
        if own is None or right is None or seen is None:
            touched.add((index, ""))
            continue
        whole = (index, "") in answer.wrong
        spoiled = _differing(right, own, answer.tolerance, whole=whole)
        if any((index, path) not in answer.wrong for path in spoiled):
            return None
        unlike = _differing(own, seen, answer.tolerance, whole=whole)
        touched |= {(index, path) for path in spoiled}
        explained |= {(index, path) for path in spoiled - unlike}
    return _Effect(frozenset(touched), frozenset(explained))


def _differing(one: Observation, other: Observation, tolerance: float, *, whole: bool) -> set[str]:
    """Return the positions at which two results differ, or just that they differ as a whole."""
    if one.outcome.failure or other.outcome.failure:
        return set() if same_results(one, other, tolerance) else {""}
    found = leaves(one.outcome.value, other.outcome.value, tolerance)
    return {"" if whole else path for path, _, _, aspect in found if aspect}
