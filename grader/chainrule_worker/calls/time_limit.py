"""A time limit interrupts code of the main thread by signals."""

from __future__ import annotations

import contextlib
import math
import signal
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from types import FrameType
from typing import Final

REPEAT_SECONDS: Final = 0.2
"""Seconds after which the signal is sent again, until the limited code has ended."""
WALL_CLOCK_FACTOR: Final = 3.0
"""Seconds on the clock for each second of processor time, so that a busy machine costs nobody."""


class TimeLimitError(BaseException):
    """The time limit was exceeded; no `except Exception` in a student's code catches this."""


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `TimeLimitError` after that much processor time, or three times as much on the clock.

    It is raised repeatedly, because Python discards an exception that is raised in a finalizer.
    Only the main thread of a Unix process can be interrupted; elsewhere there is no limit.
    """
    in_main_thread = threading.current_thread() is threading.main_thread()
    if math.isinf(seconds) or not in_main_thread or not hasattr(signal, "SIGPROF"):
        yield
        return
    timers = (
        (signal.ITIMER_PROF, signal.SIGPROF, 1.0),
        (signal.ITIMER_REAL, signal.SIGALRM, WALL_CLOCK_FACTOR),
    )
    handlers = [signal.signal(number, _interrupt) for _, number, _ in timers]
    try:
        for timer, _, factor in timers:
            signal.setitimer(timer, seconds * factor, REPEAT_SECONDS)
        yield
    finally:
        for (timer, number, _), handler in zip(timers, handlers, strict=True):
            signal.setitimer(timer, 0)
            signal.signal(number, handler)


@dataclass
class _Deferral:
    """Whether interruptions are deferred, and whether the time ran out while they were."""

    active: bool = False
    expired: bool = False


_deferral = _Deferral()


@contextlib.contextmanager
def defer_time_limit() -> Iterator[None]:
    """Finish the body before a time limit interrupts, such as an exchange of two messages."""
    _deferral.active, _deferral.expired = True, False
    try:
        yield
    finally:
        _deferral.active = False
    if _deferral.expired:
        _interrupt(0, None)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    _deferral.expired = _deferral.active
    if not _deferral.active:
        raise TimeLimitError("took too long")
