"""A call ends in an outcome, whatever the function does."""

import contextlib
import sys
import time
import warnings

import numpy as np
import pytest
from chainrule_worker import calls
from chainrule_worker.calls import Failure, call, describe, time_limit
from chainrule_worker.values import Opaque, Seed, type_name


def keep(value):
    """Give every object the same ticket."""
    return Opaque(0, type_name(value))


def outcome(function, *args, seconds=5.0):
    """Call a function and return what came of it."""
    return call(function, args, seconds, keep)


def test_a_result():
    """What the function returns is made plain, and nothing else is noted."""
    assert calls.Outcome(value=[3, 4]) == outcome(lambda a, b: (v for v in (a, b)), 3, 4)


class UnsayableError(Exception):
    """An exception that cannot be put into words."""

    def __str__(self):
        raise ValueError


class ExitsError(Exception):
    """An exception that wants to end the process when it is looked at."""

    def __str__(self):
        raise SystemExit


def _raise(error):
    raise error


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        pytest.param(ValueError("no"), Failure("ValueError", "no"), id="usual"),
        pytest.param(ValueError(), Failure("ValueError", ""), id="silent"),
        pytest.param(ValueError("x" * 999), Failure("ValueError", "x" * 300), id="long"),
        pytest.param(UnsayableError(), Failure("UnsayableError", ""), id="unsayable"),
        pytest.param(ExitsError(), Failure("ExitsError", ""), id="exits-when-read"),
        pytest.param(SystemExit(3), Failure("SystemExit", "3"), id="exit"),
        pytest.param(GeneratorExit(), Failure("GeneratorExit", ""), id="generator-exit"),
        pytest.param(NotImplementedError(), Failure("NotImplementedError", ""), id="stub"),
        pytest.param(StopIteration(1), Failure("StopIteration", "1"), id="stop-iteration"),
        pytest.param(
            ExceptionGroup("two", [ValueError()]),
            Failure("ExceptionGroup", "two (1 sub-exception)"),
            id="group",
        ),
        pytest.param(
            SyntaxError("bad", ("cell", 1, 2, "  x = = 1\n")),
            Failure("SyntaxError", "bad", "x = = 1"),
            id="syntax",
        ),
        pytest.param(SyntaxError(), Failure("SyntaxError", "None"), id="empty-syntax"),
        pytest.param(
            SyntaxError("bad", ("cell", 1, 2, 5)), Failure("SyntaxError", "bad"), id="odd-syntax"
        ),
    ],
)
def test_every_exception_is_described(error, expected):
    """An exception becomes its name, its words and, where there is one, its line."""
    result = outcome(lambda: _raise(error))
    assert (expected, None) == (result.failure, result.value)


def test_a_keyboard_interrupt_is_the_students():
    """Whoever interrupts a check means it."""
    with pytest.raises(KeyboardInterrupt):
        outcome(lambda: _raise(KeyboardInterrupt()))


def test_endless_recursion():
    """A function that calls itself for ever is an error like others."""

    def again():
        return again()

    assert "RecursionError" == outcome(again).failure.kind


def test_a_result_that_cannot_be_read():
    """An error in reading the result is the function's error."""

    def numbers():
        yield 1
        raise ZeroDivisionError

    assert "ZeroDivisionError" == outcome(numbers).failure.kind


def test_an_endless_result():
    """A generator without end is too long a result."""

    def numbers():
        while True:
            yield 0

    assert "NotPlainError" == outcome(numbers).failure.kind


def test_the_line_is_the_last_of_the_cells(monkeypatch):
    """Of all frames, the last one in a cell gives the line; libraries' lines help nobody."""
    source = "def outer(z):\n    return inner(z)\ndef inner(z):\n    return np.linalg.inv(z)\n"
    lines = source.splitlines(keepends=True)
    monkeypatch.setitem(calls.linecache.cache, "<cell 1>", (len(source), None, lines, "<cell 1>"))
    names = {"np": np}
    exec(compile(source, "<cell 1>", "exec"), names)
    failure = outcome(names["outer"], np.zeros((2, 2))).failure
    assert Failure("LinAlgError", "Singular matrix", "return np.linalg.inv(z)") == failure


def test_a_line_of_no_cell():
    """Without a cell there is no line."""
    assert "" == describe(ValueError()).line


def test_prints_are_swallowed(capfd):
    """Nothing that a function prints is seen, on either stream, and printing raises nothing."""

    def talks():
        print("a", flush=True)
        print("b", file=sys.stderr)
        sys.stdout.writelines(["c", "d"])
        return sys.stdout.isatty()

    assert False is outcome(talks).value
    assert ("", "") == tuple(capfd.readouterr())


class Odd(UserWarning):
    """A warning that can be put into words only once."""

    said = False

    def __str__(self):
        if self.said:
            raise ValueError
        self.said = True
        return "odd"


def test_warnings_are_data(recwarn):
    """Warnings are noted once each, five of them, in short, and are no errors."""

    def warns():
        warnings.warn("first", stacklevel=1)
        for number in (1, 1, 2, 3, 4, 5, 6):
            warnings.warn(f"{number}{'x' * 300}", DeprecationWarning, stacklevel=1)
        return 1

    result = outcome(warns)
    assert (1, 5) == (result.value, len(result.warnings))
    assert "UserWarning: first" == result.warnings[0]
    assert ["1", "2", "3", "4"] == [w.partition(": ")[2][0] for w in result.warnings[1:]]
    assert {200} == {*map(len, result.warnings[1:])}
    assert [] == recwarn.list


def test_numpys_warnings_are_noted():
    """An overflow is remarked on."""
    result = outcome(np.exp, np.array([1000.0]))
    assert ("RuntimeWarning: overflow encountered in exp",) == result.warnings


def test_an_odd_warning():
    """A warning without words is noted by its name, and the result stands."""
    result = outcome(lambda: warnings.warn(Odd(), stacklevel=1) or 1)
    assert (1, ("Odd: ",)) == (result.value, result.warnings)


def test_a_warning_that_students_turn_into_an_error_stays_theirs():
    """A filter set in a call does not outlive it."""
    before = list(warnings.filters)
    outcome(lambda: warnings.simplefilter("error"))
    assert before == warnings.filters


class Same(list):
    """A list that claims to be as it was."""

    def __len__(self):
        return 2

    def __iter__(self):
        return iter([1.0, 2.0])

    def __eq__(self, other):
        return True

    __hash__ = None


class Key(str):
    """A key that claims to be another one."""

    __slots__ = ()

    def __eq__(self, other):
        return True

    __hash__ = str.__hash__


class SameArray(np.ndarray):
    """An array that claims to be as it was."""

    def tobytes(self):
        return np.array([1.0, 2.0]).tobytes()


def _set(key, item):
    def function(value):
        value[key] = item

    return function


def _rekey(value):
    value[Key("a")] = value.pop("a")


def _nested_liar(value):
    value[0] = np.array([7.0, 7.0]).view(SameArray)


ARRAY = np.array([1.0, 2.0])


@pytest.mark.parametrize(
    ("argument", "function"),
    [
        pytest.param(ARRAY, _set(0, 5), id="array"),
        pytest.param(ARRAY, lambda z: z.sort(), id="sort-changes-nothing", marks=[]),
        pytest.param(ARRAY, lambda z: z.resize(3, refcheck=False), id="resized"),
        pytest.param(ARRAY, lambda z: setattr(z, "shape", (2, 1)), id="reshaped"),
        pytest.param(ARRAY, lambda z: z.__isub__(z), id="subtracted"),
        pytest.param(np.array(1.0), _set((), 5), id="no-axes"),
        pytest.param([1.0, 2.0], _set(0, 5.0), id="number-in-list"),
        pytest.param([1.0, 2.0], lambda z: z.append(1), id="append"),
        pytest.param([1.0, 2.0], lambda z: z.clear(), id="clear"),
        pytest.param([1.0, 2.0], lambda z: z.reverse(), id="reverse"),
        pytest.param([1, 2], _set(0, 1.0), id="type-of-a-number"),
        pytest.param([1, 2], _set(0, True), id="bool-for-a-number"),
        pytest.param([[1.0, 2.0]], _set(0, 1.0), id="number-for-a-list"),
        pytest.param([[1.0, 2.0]], _set(0, Same([7.0])), id="lying-list"),
        pytest.param([[1.0, 2.0]], _set(0, (1.0, 2.0)), id="tuple-for-list"),
        pytest.param([ARRAY], _set(0, [1.0, 2.0]), id="list-for-array"),
        pytest.param([ARRAY], lambda w: _set(0, 5)(w[0]), id="array-in-list"),
        pytest.param([ARRAY], _nested_liar, id="lying-array"),
        pytest.param(([1],), lambda w: w[0].append(2), id="list-in-tuple"),
        pytest.param({"a": 1}, _set("a", 2), id="dict"),
        pytest.param({"a": 1}, _set("b", 2), id="new-key"),
        pytest.param({"a": 1}, lambda d: d.clear(), id="emptied-dict"),
        pytest.param({"a": 1}, _rekey, id="lying-key"),
        pytest.param({"a": [1]}, lambda d: d["a"].append(2), id="list-in-dict"),
    ],
)
def test_an_argument_written_to_is_found(argument, function, request):
    """A change is seen by comparing with a copy, and nobody else's comparison is asked."""
    expected = () if request.node.callspec.id == "sort-changes-nothing" else (0,)
    assert expected == outcome(function, argument).changed


@pytest.mark.parametrize(
    "argument",
    [
        np.array([np.nan, -0.0]),
        np.zeros((0, 2)),
        [float("nan"), 1, "a", None, True],
        {"a": (1, [2.0]), 3: np.ones(2)},
        "text",
        None,
        Seed(1),
        [Opaque(1, "x")],
    ],
    ids=repr,
)
def test_what_is_read_is_not_changed(argument):
    """Reading an argument, and giving it back, changes nothing."""
    assert () == outcome(lambda value: value, argument).changed


def test_each_changed_argument_is_named():
    """The place of every argument that was written to is noted, even if the call fails."""

    def spoils(first, second, third):
        first[0] = third[0] = 5
        raise ValueError

    result = outcome(spoils, np.ones(2), np.ones(2), [1])
    assert ((0, 2), "ValueError") == (result.changed, result.failure.kind)


def test_arguments_are_copies():
    """The caller's arguments are never written to, and one object given twice stays one."""
    array = np.ones(2)

    def spoils(one, other):
        one[0] = 7
        return other

    result = outcome(spoils, array, array)
    assert ([1.0, 1.0], [7.0, 1.0]) == (array.tolist(), result.value.tolist())
    assert (0, 1) == result.changed


def test_tickets_are_redeemed_after_the_copy():
    """A ticket is given as what it stands for."""
    result = call(lambda x, y: (x, y), (Seed(3), 1), 5.0, keep, lambda v: 9 if v == Seed(3) else v)
    assert (9, 1) == result.value


def _works():
    while True:
        pass


def _swallows_exceptions():
    while True:
        with contextlib.suppress(Exception):
            _works()


@pytest.mark.parametrize(
    "function",
    [
        pytest.param(_works, id="works"),
        pytest.param(_swallows_exceptions, id="swallows"),
        pytest.param(lambda: time.sleep(5), id="sleeps"),
        pytest.param(lambda: (0 for _ in iter(int, 1)), id="endless"),
    ],
)
def test_time_is_limited(function):
    """Work ends at its limit, and waiting at three times as much."""
    began = time.monotonic()
    result = outcome(function, seconds=0.03)
    assert result.failure.kind in {"TimeLimitError", "NotPlainError"}
    assert time.monotonic() - began < 2


class _Deaf:
    """Python drops whatever is raised while an object is taken apart."""

    def __del__(self):
        end = time.process_time() + 0.1
        while time.process_time() < end:
            pass


def test_a_limit_that_was_not_heard_is_said_again(monkeypatch):
    """An exception that Python has dropped is not the last."""
    dropped = []
    monkeypatch.setattr(sys, "unraisablehook", lambda what: dropped.append(what.exc_type))

    def works_on():
        _Deaf()
        _works()

    began = time.process_time()
    assert "TimeLimitError" == outcome(works_on, seconds=0.03).failure.kind
    assert [calls.TimeLimitError] == dropped
    assert time.process_time() - began < 1


def test_a_result_that_takes_for_ever_to_read():
    """Reading the result counts as work."""
    twenty_thousand = [0] * 20_000
    result = outcome(lambda: [twenty_thousand] * 20_000, seconds=0.03)
    assert "TimeLimitError" == result.failure.kind


def test_time_limits_end_with_the_call():
    """After a call no clock is left running, and the old handlers are back."""
    before = [calls.signal.getsignal(s) for s in (calls.signal.SIGPROF, calls.signal.SIGALRM)]
    outcome(_works, seconds=0.01)
    after = [calls.signal.getsignal(s) for s in (calls.signal.SIGPROF, calls.signal.SIGALRM)]
    assert before == after
    timers = (calls.signal.ITIMER_PROF, calls.signal.ITIMER_REAL)
    assert [0.0, 0.0] == [calls.signal.getitimer(timer)[0] for timer in timers]


def test_what_must_not_be_interrupted_is_not():
    """A limit that runs out amid an exchange ends the call when the exchange is over."""
    finished = []

    def exchange():
        with calls.uninterrupted():
            began = time.process_time()
            while time.process_time() - began < 0.05:
                pass
            finished.append(True)
        _works()

    result = outcome(exchange, seconds=0.02)
    assert ([True], "TimeLimitError") == (finished, result.failure.kind)


def test_no_limit_beside_the_main_thread():
    """In another thread nothing can be interrupted, and the call goes on."""
    results = []
    thread = calls.threading.Thread(target=lambda: results.append(outcome(lambda: 5).value))
    thread.start()
    thread.join()
    assert [5] == results


def test_a_limit_that_is_not_reached():
    """Whoever is in time notices nothing."""
    with time_limit(5.0):
        result = sum(range(10))
    assert 45 == result
