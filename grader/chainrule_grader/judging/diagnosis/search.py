"""Search the known mistakes that explain everything that was observed: first one, then two.

A mistake explains an answer if a right answer with this mistake in it gives the same results in
every observation. Pairs are many, so they are ranked before they are tried (see `ranking`).
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Final, TypeAlias

from chainrule_grader.judging.comparison import same_results
from chainrule_grader.judging.diagnosis.ranking import ranked_pairs
from chainrule_grader.judging.task import Misconception, Observation, Task
from chainrule_grader.judging.variants import conventions, observations, observe_right_answer

Mistakes: TypeAlias = tuple[Misconception, ...]

MOST_PAIRS: Final = 120
"""The largest number of pairs that are tried."""


def find_mistakes(
    task: Task, name: str, seed: int, seen: Sequence[Observation], nearest: int
) -> Mistakes:
    """Return the mistake that explains all observations, or else two mistakes, or nothing.

    `nearest` is the number of the accepted convention that agrees best with the answer.
    """
    order = sorted(conventions(task), key=lambda convention: convention != nearest)
    for mistake in task.misconceptions:
        for convention in order:
            if _agreeing(task, convention, (mistake,), name, seed, seen) == len(seen):
                return (mistake,)
    pairs = ranked_pairs(task, nearest, name, seed, seen)
    for pair in itertools.islice(pairs, MOST_PAIRS):
        for convention in order:
            agreeing = _agreeing(task, convention, pair, name, seed, seen)
            if agreeing == len(seen):
                return pair
            if agreeing == 0:
                break  # the conventions differ in few results, and hardly ever in the first one
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


def _agreeing(
    task: Task,
    convention: int,
    mistakes: Mistakes,
    name: str,
    seed: int,
    seen: Sequence[Observation],
) -> int:
    """Return how many results these mistakes give, before the first that differs.

    Nothing is made after the first difference. Most mistakes differ in the first observation.
    """
    made = observations(task, convention, mistakes, name, seed)
    if made is None:
        return -1
    count = 0
    for one, other in itertools.zip_longest(made, seen):
        if one is None or other is None or not same_results(one, other, task.tolerance):
            return count if one is not None and other is not None else -1
        count += 1
    return count
