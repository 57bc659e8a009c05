"""The subject of a check is a function that the judge can only call, here or in another process."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, Final, final

from chainrule_worker.calls.call import Outcome
from chainrule_worker.calls.failure import Failure
from chainrule_worker.handles import ObjectHandle

from chainrule_grader.judging.formatting import type_in_words

FATAL: Final = frozenset({"TimeLimitError", "WorkerGone"})
"""Kinds of failure after which the function is not called again."""


class StudentError(Exception):
    """A call gave no result, or a result with which the check cannot continue."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.failure)
        self.outcome = outcome


class Subject(ABC):
    """A function to be observed."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.time_factor = 1.0
        """The factor by which the time limit of a call is multiplied."""
        self._new_outcomes: list[Outcome] = []
        self._recent_outcomes: list[Outcome] = []

    @abstractmethod
    def call(self, *args: Any) -> Outcome:
        """Call the function with plain arguments and return the outcome, which may be a failure."""

    @abstractmethod
    def prefetch(self, calls: list[tuple[Any, ...]]) -> None:
        """Announce the arguments of the next calls, which must follow in this order.

        A subject in another process can then make all of them before the first result is read.
        """

    @abstractmethod
    def _returned_function(self, handle: ObjectHandle, name: str) -> Subject:
        """Return the function of a handle as a subject."""

    @final
    def returned_function(self, result: Any, name: str) -> Subject:
        """Return a function that was the result of a call, as a subject.

        Raises:
            StudentError: if the result cannot be a function.
        """
        if not isinstance(result, ObjectHandle):
            what = f"gives {type_in_words(result)} where a function is needed"
            raise StudentError(Outcome(failure=Failure("Malformed", what)))
        return self._returned_function(result, name)

    @abstractmethod
    def other_function(self, name: str) -> Subject:
        """Return another function of the same notebook as a subject."""

    @abstractmethod
    def with_replacements(self, functions: Mapping[str, Callable[..., Any]]) -> Subject:
        """Return this function with right ones in place of other functions of the student's."""

    @final
    def __call__(self, *args: Any) -> Any:
        """Call the function and return its plain result.

        Raises:
            StudentError: if the call failed.
        """
        outcome = self.call(*args)
        if outcome.failure is not None:
            raise StudentError(outcome)
        self._new_outcomes.append(outcome)
        return outcome.value

    @final
    def recent_outcomes(self) -> list[Outcome]:
        """Return the outcomes of the calls since the last time; if there were none, the same again.

        In that case the observation is about the results of the earlier calls.
        """
        if self._new_outcomes:
            self._recent_outcomes, self._new_outcomes = self._new_outcomes, []
        return self._recent_outcomes
