"""One call of a student's function, fenced in: whatever it does, an `Outcome` comes back.

Arguments are copies, prints are swallowed, warnings are noted, time is limited, every exception is
described, and arguments that were written to are found by comparing them with another copy.
"""

from __future__ import annotations

import contextlib
import copy
import io
import linecache
import math
import signal
import threading
import traceback
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import FrameType
from typing import Any, Final

import numpy as np

from .values import Keep, plain, text, type_name

AGAIN: Final = 0.2
"""Seconds after which whoever did not hear that the time is up is told once more."""
WALL_FACTOR: Final = 3.0
"""Seconds on the clock for one second of work, so that a busy machine harms nobody."""


@dataclass(frozen=True)
class Failure:
    """How a call ended without a result."""

    kind: str
    message: str
    line: str = ""


@dataclass(frozen=True)
class Outcome:
    """What came of a call: a plain value or a failure, with what was noticed on the way."""

    value: Any = None
    failure: Failure | None = None
    warnings: tuple[str, ...] = ()
    changed: tuple[int, ...] = ()


class TimeLimitError(BaseException):
    """The call took too long; no `except Exception` of a student's swallows it."""


def call(
    function: Callable[..., Any],
    args: tuple[Any, ...],
    seconds: float,
    keep: Keep,
    redeem: Callable[[Any], Any] = lambda value: value,
) -> Outcome:
    """Call a function with copies of plain arguments and describe what came of it.

    `redeem` turns the tickets among the arguments into what they stand for, after the copy.
    """
    # A copy of the tuple as a whole keeps two arguments that are one object one object.
    given = copy.deepcopy(args)
    value, failure = None, None
    with warnings.catch_warnings(record=True) as caught, _quiet():
        warnings.simplefilter("always")
        try:
            with time_limit(seconds):
                value = plain(function(*map(redeem, given)), keep)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001  sys.exit and the time limit are no Exceptions
            failure = describe(error)
    changed = tuple(i for i, old in enumerate(args) if not _same(old, given[i]))
    noted = tuple(dict.fromkeys(map(_noted, caught)))
    return Outcome(value, failure, noted[:5], changed)


def _noted(warning: warnings.WarningMessage) -> str:
    """Write a warning on a line."""
    return f"{type_name(warning.message)}: {text(warning.message, 200)}"[:200]


@contextlib.contextmanager
def replaced(names: dict[str, Any], others: Mapping[str, Any]) -> Iterator[None]:
    """Let other objects stand under some of a module's names for a while."""
    before = {name: names[name] for name in others if name in names}
    names.update(others)
    try:
        yield
    finally:
        for name in others:
            names.pop(name, None)
        names.update(before)


def describe(error: BaseException) -> Failure:
    """Say in plain strings what an exception was, and in which line of the student's it arose."""
    if isinstance(error, SyntaxError):
        line = text(error.text, 1000).strip() if isinstance(error.text, str) else ""
        return Failure(type_name(error), text(error.msg, 300), line[:120])
    return Failure(type_name(error), text(error, 300), _line(error))


def _line(error: BaseException) -> str:
    """Return the last line of a notebook's cell that the exception passed through."""
    line = ""
    for frame, number in traceback.walk_tb(error.__traceback__):
        name = frame.f_code.co_filename
        if name.startswith("<") or "ipykernel" in name:
            line = linecache.getline(name, number).strip() or line
    return line[:120]


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Swallow what is printed."""
    with contextlib.redirect_stdout(_Nowhere()), contextlib.redirect_stderr(_Nowhere()):
        yield


class _Nowhere(io.TextIOBase):
    """A stream that keeps nothing, so that printing without end fills no memory."""

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        return len(text)


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `TimeLimitError` after so many seconds of work, or three times as many on the clock.

    It is raised again until it is heard: Python drops an exception that comes while it clears up.
    Only the main thread of a Unix process can be interrupted; elsewhere there is no limit.
    """
    aside = threading.current_thread() is not threading.main_thread()
    if math.isinf(seconds) or aside or not hasattr(signal, "SIGPROF"):
        yield
        return
    clocks = (
        (signal.ITIMER_PROF, signal.SIGPROF, 1.0),
        (signal.ITIMER_REAL, signal.SIGALRM, WALL_FACTOR),
    )
    before = [signal.signal(number, _too_long) for _, number, _ in clocks]
    try:
        for timer, _, factor in clocks:
            signal.setitimer(timer, seconds * factor, AGAIN)
        yield
    finally:
        for (timer, number, _), handler in zip(clocks, before, strict=True):
            signal.setitimer(timer, 0)
            signal.signal(number, handler)


@dataclass
class _Clock:
    """Whether the end of a time limit is put off, and whether it came meanwhile."""

    held: bool = False
    late: bool = False


_clock = _Clock()


@contextlib.contextmanager
def uninterrupted() -> Iterator[None]:
    """Put the end of a time limit off, for what must not be left half done."""
    _clock.held, _clock.late = True, False
    try:
        yield
    finally:
        _clock.held = False
    if _clock.late:
        _too_long(0, None)


def _too_long(_number: int, _frame: FrameType | None) -> None:
    _clock.late = _clock.held
    if not _clock.held:
        raise TimeLimitError("took too long")


def _same(old: Any, new: Any) -> bool:
    """Compare an argument with the copy that was given away, without asking the student's types."""
    if type(new) is not type(old):
        return False
    match old:
        case np.ndarray():
            header = (old.dtype, old.shape) == (new.dtype, new.shape)
            return header and old.tobytes() == new.tobytes()
        case list() | tuple():
            return len(old) == len(new) and all(map(_same, old, new))
        case dict():
            return _same(list(old.items()), list(new.items()))
        case bool() | int() | float() | str():
            return bool(old == new) or old != old  # noqa: PLR0124  nan is as it was
    return True
