"""A worker in its own process responds to the judge over a socket."""

import contextlib
import socket
import subprocess
import sys
import time

import numpy as np
import pytest
from chainrule_worker import wire
from chainrule_worker.handles import FunctionHandle, ObjectHandle, Seed

DEFINITIONS = """
import os, sys, time, warnings
import numpy as np
class Net:
    def __init__(self): self.steps = 0
class Text(str):
    def __getitem__(self, key): return object()
def double(z): return 2 * z
def spoil(z): z[0] = 7; return z
def talk(z): print('x'); print('y', file=sys.stderr); os.write(1, b''); return z
def warn(z): warnings.warn('careful'); return z
def crash(z): return z[99]
def leave(z): sys.exit(0)
def loop(z):
    while True: pass
def net(): return Net()
def step(net): net.steps += 1; return net.steps
def steps(state): state['net'].steps += 1; return state, state['net'].steps
def draw(rng): return rng.normal(size=3)
def apply(f, z): return f(f(z))
def apply_for_ever(f, z):
    while True: f(z)
def apply_odd(f, z): return f(Net())
def forgive(f, z):
    try: return f('no')
    except ValueError as error: return str(error)
def huge(z): return [np.zeros(10**6) for _ in range(3)]
def long(z): return np.zeros((10**7, 0))
def wide(z): return np.zeros((1,) * 9)
def odd_keys(z): return {(1, 2): z}
def text(z): return Text('abc')
def die(z): os._exit(0)
number = 5
"""


class Judge:
    """The judge's side, with a process at the other end."""

    def __init__(self):
        self.connection, inside = socket.socketpair()
        self.reader = wire.MessageReader(self.connection)
        with inside:
            command = [sys.executable, "-m", "chainrule_worker", str(inside.fileno())]
            self.process = subprocess.Popen(
                command,
                pass_fds=[inside.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )

    def hear(self):
        """Wait for a message."""
        return self.reader.receive(time.monotonic() + 30)

    def ask(self, **message):
        """Send a message and wait for the answer."""
        wire.send(self.connection, message)
        return self.hear()

    def cell(self, source, seconds=5.0):
        """Have a cell run."""
        return self.ask(op="cell", source=source, seconds=seconds)

    def call(self, function, *args, seconds=5.0):
        """Have a function called."""
        return self.ask(op="call", function=function, args=args, seconds=seconds)

    def reply(self, **message):
        """Answer a callback."""
        return self.ask(**message)

    def end(self):
        """Hang up and return what the process printed."""
        self.connection.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            return self.process.communicate(timeout=20)
        self.process.kill()
        return self.process.communicate()


@pytest.fixture(scope="module")
def judge():
    """A judge whose worker knows the functions above."""
    judge = Judge()
    assert {"op": "ready"} == judge.hear()
    assert judge.cell(DEFINITIONS)["failure"] is None
    yield judge
    assert ((b"", b""), 0) == (judge.end(), judge.process.returncode)


def kind(answer):
    """The name of the failure."""
    return answer["failure"]["kind"]


def test_a_cell(judge):
    """A cell's answer has what it printed, what it showed, and no failure."""
    answer = judge.cell("print('a')\n1 + 1")
    shown = [["execute_result", {"text/plain": "2"}]]
    assert {"printed": {"stdout": "a\n"}, "shown": shown, "failure": None} == answer


def test_a_cell_that_fails(judge):
    """A failure comes with its line."""
    expected = {"kind": "ZeroDivisionError", "message": "division by zero", "line": "1 / 0"}
    assert expected == judge.cell("x = 1\n1 / 0\n")["failure"]


def test_a_cell_that_loops(judge):
    """A cell's time is limited."""
    assert "TimeLimitError" == kind(judge.cell("while True: pass", 0.05))


def test_the_course_s_helpers_are_silent(judge):
    """The check cells of a notebook do nothing here."""
    answer = judge.cell("from chainrule_grader import check, hint\ncheck('a/b', double)")
    assert {"printed": {}, "shown": [], "failure": None} == answer


@pytest.mark.parametrize("module", ["chainrule", "torch", "sklearn.neural_network"])
def test_what_is_forbidden(judge, module):
    """A forbidden module is refused by name."""
    failure = judge.cell(f"import {module}")["failure"]
    assert "ForbiddenImportError" == failure["kind"]
    assert failure["message"].startswith(module.partition(".")[0])


def test_a_call(judge):
    """A call's answer has its value, and nothing was noticed."""
    answer = judge.call("double", np.array([1.0, 2.0]))
    np.testing.assert_array_equal([2.0, 4.0], answer.pop("value"), strict=True)
    assert {"failure": None, "warnings": [], "changed": []} == answer


def test_what_is_noticed(judge):
    """Changed arguments and warnings are noted; prints are not."""
    assert [0] == judge.call("spoil", np.zeros(2))["changed"]
    assert ["UserWarning: careful"] == judge.call("warn", 1)["warnings"]
    assert 1 == judge.call("talk", 1)["value"]


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        ("crash", "IndexError"),
        ("leave", "SystemExit"),
        ("number", "TypeError"),
        ("not_there", "Undefined"),
        ("huge", "TooLargeError"),
        ("long", "NotPlainError"),
    ],
)
def test_calls_that_fail(judge, function, expected):
    """Each failure has its name, and the worker goes on."""
    assert expected == kind(judge.call(function, np.zeros(2)))
    assert 6 == judge.call("double", 3)["value"]


def test_a_call_that_loops(judge):
    """A call's time is limited."""
    assert "TimeLimitError" == kind(judge.call("loop", 1, seconds=0.05))
    assert 6 == judge.call("double", 3)["value"]


@pytest.mark.parametrize(
    ("function", "expected"), [("wide", "ndarray"), ("odd_keys", "dict"), ("net", "Net")]
)
def test_objects_stay(judge, function, expected):
    """What cannot cross is answered by a ticket with the name of its type."""
    args = () if function == "net" else (1,)
    value = judge.call(function, *args)["value"]
    assert (ObjectHandle, expected) == (type(value), value.type_name)


def test_a_strings_subclass_is_a_string(judge):
    """A student's string that answers oddly crosses as what it is."""
    assert "abc" == judge.call("text", 1)["value"]


def test_tickets_can_be_handed_back(judge):
    """A ticket stands for the student's own object, alone or inside a container."""
    net = judge.call("net")["value"]
    assert [1, 2] == [judge.call("step", net)["value"] for _ in range(2)]
    state, steps = judge.call("steps", {"net": net})["value"]
    assert (3, "Net") == (steps, state["net"].type_name)
    assert 4 == judge.call("steps", state)["value"][1]


def test_a_function_that_was_handed_back_is_called(judge):
    """What a function returned can itself be a function to call."""
    judge.cell("def train(): return lambda z: z + 1")
    predict = judge.call("train")["value"]
    assert 4 == judge.call(predict, 3)["value"]


def test_a_ticket_that_was_never_given(judge):
    """A ticket without an object is a failure of the call."""
    assert "IndexError" == kind(judge.call("step", ObjectHandle(10**6, "Net")))


def test_a_seed_becomes_a_generator(judge):
    """A seed is given as the generator that it makes, a new one at each call."""
    expected = np.random.default_rng(7).normal(size=3)
    for _ in range(2):
        np.testing.assert_array_equal(expected, judge.call("draw", Seed(7))["value"])


def test_callbacks(judge):
    """A function of the judge's is called over the socket, as often as the student likes."""
    asked = judge.call("apply", FunctionHandle(2), 3)
    assert {"op": "callback", "function": 2, "args": (3,), "options": {}} == asked
    asked = judge.reply(value=30)
    assert (30,) == asked["args"]
    assert 300 == judge.reply(value=300)["value"]


def test_a_callback_that_fails(judge):
    """An error on the judge's side is a ValueError on the student's."""
    assert ("no",) == judge.call("forgive", FunctionHandle(0), 1)["args"]
    assert "bad shape" == judge.reply(error="bad shape")["value"]


def test_a_callback_with_an_object(judge):
    """What cannot cross to the judge is sent as a ticket."""
    asked = judge.call("apply_odd", FunctionHandle(0), 1)
    assert "Net" == asked["args"][0].type_name
    assert 5 == judge.reply(value=5)["value"]


def test_time_up_amid_callbacks(judge):
    """A limit that runs out amid an exchange leaves nothing behind for the next question."""
    answer = judge.call("apply_for_ever", FunctionHandle(0), 1, seconds=0.03)
    until = time.monotonic() + 20
    while answer.get("op") == "callback" and time.monotonic() < until:
        time.sleep(0.02)
        answer = judge.reply(value=1)
    assert "TimeLimitError" == kind(answer)
    assert 6 == judge.call("double", 3)["value"]


def test_a_worker_that_dies():
    """A process that ends itself is gone, and the judge learns it at once."""
    judge = Judge()
    judge.hear()
    judge.cell(DEFINITIONS)
    with pytest.raises(wire.ClosedError):
        judge.call("die", 1)
    assert (b"", b"") == judge.end()


@pytest.fixture
def fresh():
    """A judge whose worker no other test uses."""
    judge = Judge()
    judge.hear()
    judge.cell(DEFINITIONS)
    yield judge
    judge.end()


def test_overwritten_names_are_listed_and_restored(fresh):
    """Modules, built-in functions and the notebook's functions have their values during a call."""
    fresh.cell("def use(z): return np.sum(double(list((z, max(z, 1)))))")
    fresh.cell("np = 5; max = 7; double = 0; mine = 1; list = None\ndef sum(z): return 9")
    modules = {"np": "numpy", "gone": "no.such.module"}
    listed = fresh.ask(op="overwritten", modules=modules)
    assert ["double", "list", "max", "np", "sum"] == listed["names"]
    restored = fresh.ask(op="call", function="use", args=(3,), seconds=5.0, modules=modules)
    assert (None, 12) == (restored["failure"], restored["value"])
    assert "AttributeError" == fresh.call("use", 3)["failure"]["kind"]
    assert (
        "True"
        == fresh.cell("(np, max, double, list) == (5, 7, 0, None)")["shown"][0][1]["text/plain"]
    )


def test_nothing_is_overwritten_at_first(fresh):
    """IPython's own names, and functions of one's own, are no slip."""
    fresh.cell("def helper(z): return z")
    assert [] == fresh.ask(op="overwritten", modules={"np": "numpy"})["names"]
