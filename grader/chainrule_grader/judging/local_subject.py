"""A function in this process: the reference, a misconception, or a student's in the kernel."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any, Final, cast, final

import numpy as np
from chainrule_worker.calls.call import Outcome, call
from chainrule_worker.calls.failure import Failure
from chainrule_worker.calls.replaced_names import replaced_names
from chainrule_worker.handles import ObjectHandle, Seed, resolve_handles
from chainrule_worker.values import type_name

from chainrule_grader.judging.subject import Subject

UNDEFINED: Final[Any] = object()
"""Marks a function that does not exist."""


@final
class LocalSubject(Subject):
    """A function in this process."""

    def __init__(self, name: str, function: Callable[..., Any], seconds: float = 4.0) -> None:
        super().__init__(name)
        self.function = function
        self.seconds = seconds
        self.objects: list[object] = []
        self.replacements: Mapping[str, Callable[..., Any]] = {}

    def prefetch(self, calls: list[tuple[Any, ...]]) -> None:
        """Do nothing: a call in this process waits for nobody."""

    def call(self, *args: Any) -> Outcome:
        if self.function is UNDEFINED:
            return Outcome(failure=Failure("Undefined", f"{self.name} is not defined"))
        if not callable(self.function):
            is_a = f"{self.name} is a {type_name(self.function)} and no function"
            return Outcome(failure=Failure("TypeError", is_a))
        resolve = functools.partial(resolve_handles, resolve=self._resolve_handle)
        namespace = getattr(self.function, "__globals__", {})
        with replaced_names(namespace, self.replacements):
            seconds = self.seconds * self.time_factor
            return call(self.function, args, seconds, self._store, resolve)

    def _returned_function(self, handle: ObjectHandle, name: str) -> LocalSubject:
        return self._related(name, cast("Callable[..., Any]", self._resolve_handle(handle)))

    def other_function(self, name: str) -> LocalSubject:
        namespace = getattr(self.function, "__globals__", {})
        return self._related(name, self.replacements.get(name) or namespace.get(name, UNDEFINED))

    def _related(self, name: str, function: Callable[..., Any]) -> LocalSubject:
        """Return a subject with the same stored objects."""
        subject = LocalSubject(name, function, self.seconds)
        subject.objects, subject.replacements = self.objects, self.replacements
        subject.time_factor = self.time_factor
        return subject

    def with_replacements(self, functions: Mapping[str, Callable[..., Any]]) -> LocalSubject:
        subject = LocalSubject(self.name, self.function, self.seconds)
        subject.replacements = functions
        return subject

    def _store(self, value: object) -> ObjectHandle:
        self.objects.append(value)
        return ObjectHandle(len(self.objects) - 1, type_name(value))

    def _resolve_handle(self, handle: Any) -> Any:
        match handle:
            case ObjectHandle(number, _):
                return self.objects[number]
            case Seed(seed):
                return np.random.default_rng(seed)
        raise TypeError("a handle of another process")
