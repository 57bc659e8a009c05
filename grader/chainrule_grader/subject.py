"""The subject of a check is somebody's function, here or in another process: it is only called."""

from __future__ import annotations

import functools
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, Final, final

import numpy as np
from chainrule_worker.calls import Failure, Outcome, call
from chainrule_worker.values import Function, Opaque, Seed, plain, redeemed, type_name

FATAL: Final = frozenset({"TimeLimitError", "WorkerGone"})
"""Failures after which there is no point in calling again."""


class StudentError(Exception):
    """A call gave no result, or one that the check cannot go on with."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.failure)
        self.outcome = outcome


class Subject(ABC):
    """A function to be looked at."""

    name: str

    @abstractmethod
    def look(self, *args: Any) -> Outcome:
        """Call the function with plain arguments and return what came of it, whatever it is."""

    def __call__(self, *args: Any) -> Any:
        """Call the function and return its plain result.

        Raises:
            StudentError: where there is none.
        """
        outcome = self.look(*args)
        if outcome.failure is not None:
            raise StudentError(outcome)
        return outcome.value


@final
class LocalSubject(Subject):
    """A function in this process: the reference, a misconception, or a student's in the kernel."""

    def __init__(self, name: str, function: Callable[..., Any], seconds: float = 4.0) -> None:
        self.name = name
        self.function = function
        self.seconds = seconds
        self.objects: list[object] = []

    def look(self, *args: Any) -> Outcome:
        if not callable(self.function):
            is_a = f"{self.name} is a {type_name(self.function)} and no function"
            return Outcome(failure=Failure("TypeError", is_a))
        redeem = functools.partial(redeemed, stands_for=self._stands_for)
        return call(self.function, args, self.seconds, self._keep, redeem)

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
