"""A student's check is judged by what it accepts and what it refuses.

Each known bug is a part of the points. A check earns it by refusing the bug, if it also accepts
every right implementation.

The seed draws the order of the suspects, and each is asked about more than once, so that nobody
earns points by counting calls. The best fixed list of answers earns on average 1.3 % of the points
of `checks_adam`, 0.7 % of those of `checks_softmax`, and 0.3 % of those of `checks_gradient`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.comparison import as_array
from chainrule_grader.judging.formatting import type_in_words
from chainrule_grader.judging.observation import reject, value
from chainrule_grader.judging.subject import FATAL, StudentError, Subject
from chainrule_grader.judging.task import Misconception, Observation, Observe

Suspect: TypeAlias = tuple[Any, ...]
"""What the student's check is called with: an implementation, or several that belong together."""
Mistakes: TypeAlias = tuple[Misconception, ...]
Answers: TypeAlias = dict[str, list[bool] | StudentError]
"""What the student's check said of each suspect, each time, or how it failed."""

TIMES_RIGHT: Final = 3
TIMES_WRONG: Final = 2
"""How often the check is asked about each suspect."""
UNSETTLED: Final = 0.5
"""What is observed in place of True or False if the answers about a suspect differ."""


def catching(right: Mapping[str, Suspect], wrong: Mapping[str, Suspect]) -> Observe:
    """Observe a check at work; the keys are the suspects in words."""

    def observe(subject: Subject, rng: Generator) -> Iterator[Observation]:
        order = rng.permutation([*[*right] * TIMES_RIGHT, *[*wrong] * TIMES_WRONG]).tolist()
        answers = _ask(subject, {**right, **wrong}, order)
        accepted = {words: _settled(answers[words]) for words in right}
        for number, words in enumerate(wrong, 1):
            criterion = f"bug {number}"
            for good, passed in accepted.items():
                yield _looked_at(subject, criterion, good, passed, accepts=True)
            passed = _settled(answers[words])
            yield _looked_at(subject, criterion, words, passed, accepts=False)

    return observe


def _ask(subject: Subject, suspects: Mapping[str, Suspect], order: list[str]) -> Answers:
    """Ask the student's check about the suspects in this order; after a failure, not again.

    The second call that does not end is the last one. A suspect that was not asked about as often
    as planned counts as one with which the check failed.
    """
    answers: dict[str, list[bool]] = {words: [] for words in suspects}
    failed: dict[str, StudentError] = {}
    fatal: list[StudentError] = []
    for words in order:
        if words in failed or len(fatal) == 2:
            continue
        try:
            answers[words].append(_accepts(subject, suspects[words]))
        except StudentError as error:
            failed[words] = error
            if error.outcome.failure and error.outcome.failure.kind in FATAL:
                fatal.append(error)
    missed = [words for words in suspects if len(answers[words]) < order.count(words)]
    return {**answers, **{words: failed.get(words) or fatal[-1] for words in missed}}


def _settled(answers: list[bool] | StudentError) -> bool | None:
    """Return the answer about one suspect, or None if there are two different answers.

    Raises:
        StudentError: if a call failed.
    """
    if isinstance(answers, StudentError):
        raise answers
    return answers[0] if len({*answers}) == 1 else None


def _looked_at(
    subject: Subject, criterion: str, words: str, answer: bool | None, *, accepts: bool
) -> Observation:
    """Observe that the answer about a suspect is always the right one."""
    message = f"Your check accepts {words}; return False there."
    if accepts:
        message = f"Your check refuses {words}; return True there."
    if answer is None:
        message = f"Your check gives different answers about {words}; an answer must not change."
    seen = UNSETTLED if answer is None else answer
    return value(criterion, f"{subject.name} of {words}", seen, message)


def _accepts(subject: Subject, suspect: Suspect) -> bool:
    """Return the verdict of the student's check; a failed assert in it is a refusal too."""
    try:
        verdict = subject(*suspect)
    except StudentError as error:
        if (failure := error.outcome.failure) and failure.kind == "AssertionError":
            return False
        raise
    array = as_array(verdict)
    if array is None or array.size != 1 or array.item() not in (0, 1):
        reject(f"gives {type_in_words(verdict)} where True or False is needed")
    return bool(array.item())


def careless(check: Callable[..., bool], right: str = "right implementations") -> Mistakes:
    """Return the mistakes of any check: its answer is always the same, or inverted.

    `right` is what the check should accept, in words.
    """
    return (
        Misconception(
            "accepts-everything",
            lambda *_: True,
            "Your check accepts everything; return False for what is wrong.",
        ),
        Misconception(
            "refuses-everything",
            lambda *_: False,
            f"Your check refuses everything, {right} too; return True for what is right.",
        ),
        Misconception(
            "the-wrong-way-round",
            lambda *suspect: not check(*suspect),
            "Your check returns True for what is wrong; return True for what is right.",
        ),
    )


def quiet(implementation: Any) -> Any:
    """Keep the warnings of a planted bug out of a student's verdict."""

    def silent(*args: Any) -> Any:
        with np.errstate(all="ignore"):
            return implementation(*args)

    return silent
