"""A time limit interrupts the main thread, and only there."""

import contextlib
import signal
import sys
import threading
import time

import pytest
from chainrule_worker.calls.time_limit import TimeLimitError, defer_time_limit, time_limit

TIMERS = (signal.ITIMER_PROF, signal.ITIMER_REAL)
SIGNALS = (signal.SIGPROF, signal.SIGALRM)


def _work():
    while True:
        pass


def _suppress_exceptions():
    while True:
        with contextlib.suppress(Exception):
            _work()


@pytest.mark.parametrize(
    "function",
    [
        pytest.param(_work, id="works"),
        pytest.param(_suppress_exceptions, id="suppresses"),
        pytest.param(lambda: time.sleep(60), id="sleeps"),
    ],
)
def test_time_is_limited(function):
    """Work is interrupted at the limit, and waiting at three times the limit."""
    start = time.monotonic()
    with pytest.raises(TimeLimitError), time_limit(0.03):
        function()
    assert time.monotonic() - start < 30


class _SlowFinalizer:
    """Python discards every exception that is raised in a finalizer."""

    def __del__(self):
        end = time.process_time() + 0.1
        while time.process_time() < end:
            pass


def test_the_error_is_raised_again_after_a_finalizer_discarded_it(monkeypatch):
    """A discarded exception is followed by another."""
    discarded = []
    monkeypatch.setattr(sys, "unraisablehook", lambda what: discarded.append(what.exc_type))
    start = time.process_time()

    def finalize_and_work():
        _SlowFinalizer()
        _work()

    with pytest.raises(TimeLimitError), time_limit(0.03):
        finalize_and_work()
    assert [TimeLimitError] == discarded
    assert time.process_time() - start < 1


def test_timers_and_handlers_are_restored():
    """After the limit no timer runs, and the old signal handlers are back."""
    before = [signal.getsignal(number) for number in SIGNALS]
    with pytest.raises(TimeLimitError), time_limit(0.01):
        _work()
    assert before == [signal.getsignal(number) for number in SIGNALS]
    assert [0.0, 0.0] == [signal.getitimer(timer)[0] for timer in TIMERS]


def test_a_limit_is_deferred():
    """A limit that runs out inside the body interrupts after the body."""
    finished = []

    def exchange():
        with defer_time_limit():
            start = time.process_time()
            while time.process_time() - start < 0.05:
                pass
            finished.append("body")
        finished.append("after")

    with pytest.raises(TimeLimitError), time_limit(0.02):
        exchange()
    assert ["body"] == finished


def test_no_limit_outside_the_main_thread():
    """In another thread the code runs without a limit."""
    results = []

    def work():
        with time_limit(0.001):
            time.sleep(0.05)
            results.append(5)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert [5] == results


@pytest.mark.parametrize("seconds", [5.0, float("inf")])
def test_a_limit_that_is_not_reached(seconds):
    """Code that ends in time is not interrupted."""
    with time_limit(seconds):
        result = sum(range(10))
    assert 45 == result
