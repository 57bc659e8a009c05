"""Wrong numbers often have a simple relation to the right ones, and the relation is a hint.

A relation is stated only if it is true of every number that was observed, the right ones included,
or if the sentence says where it is true. Where several are true, the most specific one is stated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from chainrule_grader.judging.comparison import Comparison
from chainrule_grader.judging.diagnosis.conditions import Condition, conditions
from chainrule_grader.judging.diagnosis.evidence import (
    Pair,
    Wording,
    as_pair,
    capitalized,
    is_evidence,
    part_of,
    wording,
)
from chainrule_grader.judging.diagnosis.formulas import collect, predicates
from chainrule_grader.judging.diagnosis.positions import (
    common_errors,
    equal_items,
    exchanged_positions,
    wrong_positions,
)
from chainrule_grader.judging.task import Task

MOST_WORDS: Final = 25
"""The largest number of words of a sentence."""


def relation(task: Task, name: str, comparisons: Sequence[Comparison], shown: Comparison) -> str:
    """Return a sentence about all wrong numbers, or about those of the part that is shown, or "".

    Args:
        task: The task.
        name: The name of the student's function.
        comparisons: All comparisons with the right answer, those that agree included.
        shown: The comparison whose values the student sees, in which numbers are wrong.
    """
    evidence = [one for one in comparisons if is_evidence(name, one)]
    groups = list(_groups(task, name, evidence, part_of(task, shown)))
    with np.errstate(all="ignore"):
        for sentences in (_specific, _general):
            for pairs, words in groups:
                for sentence in sentences(pairs, words):
                    if len(sentence.split()) < MOST_WORDS:
                        return f"{capitalized(sentence)}."
    return ""


def _groups(
    task: Task, name: str, evidence: list[Comparison], shown: str
) -> Iterator[tuple[list[Pair], Wording]]:
    """Yield the results that are described together: those of all wrong parts, then of one part.

    Results are left out if some of them have no numbers that can be compared.
    """
    found = [(part_of(task, one), one, as_pair(task, one)) for one in evidence]
    parts = list(dict.fromkeys(part for part, _, _ in found))
    wrong = [p for p in parts if any(part == p and not one.agrees for part, one, _ in found)]
    all_wrong = () if wrong == parts else tuple(wrong)
    described = [(wrong, all_wrong)] + ([([shown], (shown,))] if len(wrong) > 1 else [])
    for chosen, named in described:
        members = [(one, pair) for part, one, pair in found if part in chosen]
        pairs = [pair for _, pair in members if pair is not None and pair.correct.size]
        complete = all(one.agrees or pair is not None for one, pair in members)
        if complete and pairs and "" not in named:
            yield pairs, wording(task, name, evidence, *named)


def _specific(pairs: list[Pair], words: Wording) -> Iterator[str]:
    """Yield what explains the wrong numbers, or says where they are."""
    everywhere = [np.full(pair.correct.shape, True) for pair in pairs]
    for predicate in predicates(collect(pairs, everywhere, words), words):
        yield f"{words.every} {predicate}"
    yield from exchanged_positions(pairs, words)
    found = list(conditions(pairs, words))
    for condition in found:
        yield from _conditional(pairs, words, condition)
    yield from equal_items(pairs, words)
    yield from common_errors(pairs, words)
    yield from wrong_positions(pairs, words)
    wrong = [pair.wrong for pair in pairs]
    if any(mask.sum() < mask.size for mask in wrong):
        for predicate in predicates(collect(pairs, wrong, words), words):
            if "instead of" not in predicate:  # All wrong numbers are, if all are 0 and 1.
                yield f"{words.number('every wrong')} {predicate}"
    for condition in found:
        subject = words.whole if words.parts else words.name
        yield f"{subject} {words.be} wrong only {condition.words}"


def _conditional(pairs: list[Pair], words: Wording, condition: Condition) -> Iterator[str]:
    """Yield what is true of every number that fulfils a condition, if all others are right."""
    for predicate in predicates(collect(pairs, condition.masks, words), words):
        yield f"{condition.words}, {words.every} {predicate}; {words.others} are right"


def _general(pairs: list[Pair], words: Wording) -> Iterator[str]:
    """Yield what explains wrong numbers only in part."""
    wrong = collect(pairs, [pair.wrong for pair in pairs], words)
    got = np.concatenate([pair.got.ravel() for pair in pairs])
    fractions = wrong.correct != np.round(wrong.correct)
    if (got == np.round(got)).all() and fractions.all() and fractions.sum() > 1:
        yield f"{words.every} is an integer, but fractions are expected"
    if wrong.got.size > 1:
        sides = (("small", wrong.got < wrong.correct), ("large", wrong.got > wrong.correct))
        for side, beyond in sides:
            if beyond.all():
                yield f"{words.number('every wrong')} is too {side}"
