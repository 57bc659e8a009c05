"""The tables are turned: a student's check is checked by what it lets through and what it refuses.

Each known bug is a part of the points, and so is earned by refusing it; but only by a check that
accepts every right implementation, for refusing everything is no art.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.comparison import as_array
from chainrule_grader.judging.formatting import kind_of
from chainrule_grader.judging.observation import check_property, reject
from chainrule_grader.judging.subject import StudentError, Subject
from chainrule_grader.judging.task import Misconception, Observation, Observe

Suspect: TypeAlias = tuple[Any, ...]
"""What the student's check is called with: an implementation, or several that belong together."""
Mistakes: TypeAlias = tuple[Misconception, ...]


def catching(right: Mapping[str, Suspect], wrong: Mapping[str, Suspect]) -> Observe:
    """Observe a check at work; the keys are the suspects in words, "one that …"."""

    def observe(subject: Subject, _rng: Generator) -> Iterator[Observation]:
        accepted = {words: _accepts(subject, suspect) for words, suspect in right.items()}
        for number, (words, suspect) in enumerate(wrong.items(), 1):
            criterion = f"bug {number}"
            for good, passed in accepted.items():
                yield check_property(
                    criterion, f"{subject.name} of {good}", passed, f"It refuses {good}."
                )
            refused = not _accepts(subject, suspect)
            yield check_property(
                criterion, f"{subject.name} of {words}", refused, f"It accepts {words}."
            )

    return observe


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
        reject(f"gives {kind_of(verdict)} where True or False is needed")
    return bool(array.item())


def careless(check: Callable[..., bool], right: str = "right implementations") -> Mistakes:
    """Return what can be wrong with any check: it does not look, or says its verdict upside down.

    `right` is what the check should accept, in words.
    """
    return (
        Misconception(
            "accepts-everything",
            lambda *_: True,
            "Your check has accepted everything that it was shown.",
        ),
        Misconception(
            "refuses-everything",
            lambda *_: False,
            f"Your check refuses everything, {right} too.",
        ),
        Misconception(
            "the-wrong-way-round",
            lambda *suspect: not check(*suspect),
            "Your check says True for what is wrong: True is for what it accepts.",
        ),
    )


def quiet(implementation: Any) -> Any:
    """Keep the warnings of a planted bug out of a student's verdict."""

    def silent(*args: Any) -> Any:
        with np.errstate(all="ignore"):
            return implementation(*args)

    return silent
