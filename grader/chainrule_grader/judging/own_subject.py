"""One of our own implementations, which needs no protection and is called many times."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from typing import Any, Final, cast, final

import numpy as np
from chainrule_worker.calls.call import Outcome
from chainrule_worker.calls.failure import Failure, describe_error
from chainrule_worker.handles import ObjectHandle, Seed
from chainrule_worker.values import to_plain, type_name

from chainrule_grader.judging.subject import Subject

PLAIN: Final = frozenset({float, int, bool, str, type(None)})
COMMON: Final = frozenset(map(np.dtype, ("f8", "f4", "i8", "?")))


@final
class OwnSubject(Subject):
    """The reference or a known mistake.

    Unlike a student's function it has no time limit, its output and its warnings are ignored, and
    nobody asks whether it changes its arguments.
    """

    def __init__(
        self,
        name: str,
        function: Callable[..., Any] | None,
        helpers: Mapping[str, Callable[..., Any]] | None = None,
    ) -> None:
        super().__init__(name)
        self.function = function
        self.helpers = helpers or {}
        self.objects: list[object] = []

    def prefetch(self, calls: list[tuple[Any, ...]]) -> None:
        """Do nothing: a call in this process waits for nobody."""

    def call(self, *args: Any) -> Outcome:
        if self.function is None:
            return Outcome(failure=Failure("Undefined", f"{self.name} is not defined"))
        with np.errstate(all="ignore"), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                return Outcome(self._plain(self.function(*map(self._copy, args))))
            except Exception as error:  # noqa: BLE001  some mistakes are to raise one
                return Outcome(failure=describe_error(error))

    def _copy(self, value: Any) -> Any:
        """Copy an argument, because some mistakes write into it, and replace handles."""
        match value:
            case np.ndarray():
                return value.copy()
            case ObjectHandle(number, _):
                return self.objects[number]
            case Seed(seed):
                return np.random.default_rng(seed)
            case list():
                return [*map(self._copy, value)]
            case tuple():
                return tuple(map(self._copy, value))
            case dict():
                return {key: self._copy(item) for key, item in value.items()}
        return value

    def _plain(self, value: Any) -> Any:
        """Make a result plain; nearly all results are, and need not be copied."""
        kind = type(value)
        if kind is np.ndarray and value.dtype in COMMON:
            return value
        if kind is tuple or kind is list:
            return kind(map(self._plain, value))
        if kind is dict:
            return {key: self._plain(item) for key, item in value.items()}
        return value if kind in PLAIN else to_plain(value, self._store)

    def _store(self, value: object) -> ObjectHandle:
        self.objects.append(value)
        return ObjectHandle(len(self.objects) - 1, type_name(value))

    def _returned_function(self, handle: ObjectHandle, name: str) -> OwnSubject:
        return self._related(name, cast("Callable[..., Any]", self.objects[handle.number]))

    def other_function(self, name: str) -> OwnSubject:
        return self._related(name, self.helpers.get(name))

    def _related(self, name: str, function: Callable[..., Any] | None) -> OwnSubject:
        """Return a subject with the same stored objects."""
        subject = OwnSubject(name, function, self.helpers)
        subject.objects = self.objects
        return subject

    def with_replacements(self, functions: Mapping[str, Callable[..., Any]]) -> OwnSubject:
        return OwnSubject(self.name, self.function, {**self.helpers, **functions})
