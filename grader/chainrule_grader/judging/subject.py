"""The subject of a check is somebody's function, here or in another process: it is only called."""

from __future__ import annotations

import functools
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, Final, cast, final

import numpy as np
from chainrule_worker.calls import Failure, Outcome, call, replaced
from chainrule_worker.values import Function, Opaque, Seed, plain, redeemed, type_name

from chainrule_grader.judging.formatting import kind_of

FATAL: Final = frozenset({"TimeLimitError", "WorkerGone"})
"""Failures after which there is no point in calling again."""

UNDEFINED: Final[Any] = object()
"""Stands for a function that there is not."""


class StudentError(Exception):
    """A call gave no result, or one that the check cannot go on with."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.failure)
        self.outcome = outcome


class Subject(ABC):
    """A function to be looked at."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.patience = 1.0
        """How many times the usual time a call may take."""
        self._called: list[Outcome] = []
        self._looked_at: list[Outcome] = []

    @abstractmethod
    def look(self, *args: Any) -> Outcome:
        """Call the function with plain arguments and return what came of it, whatever it is."""

    @abstractmethod
    def _returned(self, ticket: Opaque, name: str) -> Subject:
        """Return the subject that a ticket for a function stands for."""

    @final
    def returned(self, result: Any, name: str) -> Subject:
        """Return a function that the function has returned, to be looked at in its turn.

        Raises:
            StudentError: where the result is none that could be a function.
        """
        if not isinstance(result, Opaque):
            what = f"gives {kind_of(result)} where a function is needed"
            raise StudentError(Outcome(failure=Failure("Malformed", what)))
        return self._returned(result, name)

    @abstractmethod
    def other(self, name: str) -> Subject:
        """Return another function of the same notebook, to be looked at beside this one."""

    @abstractmethod
    def with_right(self, functions: Mapping[str, Callable[..., Any]]) -> Subject:
        """Return the function as it is where others of the student's are replaced by right ones."""

    def expect(self, calls: list[tuple[Any, ...]]) -> None:
        """Hear which calls come next, with these very arguments and in this order."""
        del calls  # of use to one who is far away

    @final
    def __call__(self, *args: Any) -> Any:
        """Call the function and return its plain result.

        Raises:
            StudentError: where there is none.
        """
        outcome = self.look(*args)
        if outcome.failure is not None:
            raise StudentError(outcome)
        self._called.append(outcome)
        return outcome.value

    @final
    def since(self) -> list[Outcome]:
        """Return what came of the calls since this was last asked for.

        Where there were none, whatever is looked at was in the results of the ones before.
        """
        if self._called:
            self._looked_at, self._called = self._called, []
        return self._looked_at


@final
class LocalSubject(Subject):
    """A function in this process: the reference, a misconception, or a student's in the kernel."""

    def __init__(self, name: str, function: Callable[..., Any], seconds: float = 4.0) -> None:
        super().__init__(name)
        self.function = function
        self.seconds = seconds
        self.objects: list[object] = []
        self.right: Mapping[str, Callable[..., Any]] = {}

    def look(self, *args: Any) -> Outcome:
        if self.function is UNDEFINED:
            return Outcome(failure=Failure("Undefined", f"{self.name} is not defined"))
        if not callable(self.function):
            is_a = f"{self.name} is a {type_name(self.function)} and no function"
            return Outcome(failure=Failure("TypeError", is_a))
        redeem = functools.partial(redeemed, stands_for=self._stands_for)
        names = getattr(self.function, "__globals__", {})
        with replaced(names, self.right):
            seconds = self.seconds * self.patience
            return call(self.function, args, seconds, self._keep, redeem)

    def _returned(self, ticket: Opaque, name: str) -> LocalSubject:
        return self._beside(name, cast("Callable[..., Any]", self._stands_for(ticket)))

    def other(self, name: str) -> LocalSubject:
        names = getattr(self.function, "__globals__", {})
        return self._beside(name, self.right.get(name) or names.get(name, UNDEFINED))

    def _beside(self, name: str, function: Callable[..., Any]) -> LocalSubject:
        """Return a subject that redeems the same tickets."""
        subject = LocalSubject(name, function, self.seconds)
        subject.objects, subject.right = self.objects, self.right
        subject.patience = self.patience
        return subject

    def with_right(self, functions: Mapping[str, Callable[..., Any]]) -> LocalSubject:
        subject = LocalSubject(self.name, self.function, self.seconds)
        subject.right = functions
        return subject

    def _keep(self, value: object) -> Opaque:
        self.objects.append(value)
        return Opaque(len(self.objects) - 1, type_name(value))

    def _stands_for(self, ticket: Any) -> Any:
        match ticket:
            case Opaque(number, _):
                return self.objects[number]
            case Seed(seed):
                return np.random.default_rng(seed)
        raise TypeError("a ticket of another process")


__all__ = ["FATAL", "Function", "LocalSubject", "Seed", "StudentError", "Subject", "plain"]
