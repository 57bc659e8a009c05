"""A worker may call the judge's functions with any arguments."""

import time

import numpy as np
import pytest
from chainrule_grader.execution.messages.callbacks import answer_callback, reject_object
from chainrule_worker.encoding import WireError
from chainrule_worker.handles import ObjectHandle, Seed


def _message(*args, number=0, **options):
    return {"op": "callback", "function": number, "args": args, "options": options}


def test_a_value_is_returned():
    """The function gets the arguments, and its value is returned."""
    assert {"value": 7} == answer_callback(_message(3, b=4), [lambda a, b: a + b])


def test_a_seed_becomes_a_generator():
    """A seed among the arguments is resolved; a student's handle stays a handle."""
    expected = np.random.default_rng(5).random()
    assert {"value": expected} == answer_callback(_message(Seed(5)), [lambda rng: rng.random()])
    handle = ObjectHandle(1, "Net")
    assert {"value": handle} == answer_callback(_message(handle), [lambda value: value])


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        (lambda: 1, "TypeError: "),
        (lambda _z: 1 / 0, "ZeroDivisionError: division by zero"),
        (lambda _z: object(), "TypeError: a task passes a object, which cannot cross"),
    ],
)
def test_an_error_is_returned(function, expected):
    """An exception of the function is a short error of the student's call."""
    error = answer_callback(_message("x" * 199), [function])["error"]
    assert error.startswith(expected)
    assert len(error) <= 200


@pytest.mark.parametrize(
    "message",
    [
        _message(number=1),
        _message(number=-1),
        _message(number="f"),
        _message(number=None),
        {"op": "callback", "function": 0},
        {"op": "callback", "function": 0, "args": [1], "options": {}},
        {"op": "callback", "function": 0, "args": (), "options": []},
    ],
    ids=repr,
)
def test_a_message_without_a_function_of_ours(message):
    """Everything else ends the worker."""
    with pytest.raises(WireError):
        answer_callback(message, [lambda: 1])


def test_objects_are_rejected():
    """An object of the judge's never gets a handle."""
    with pytest.raises(TypeError, match="a task passes a set"):
        reject_object({1})


def _endless(step):
    number = 0
    while True:
        number += step


BIG = {
    "arrays": (np.ones(200_001, np.int8),),
    "rows": (np.ones((200_001, 0)),),
    "two arrays": (np.ones(150_000), np.ones(150_000)),
    "values": (list(range(200_001)),),
    "texts": (["x" * 200] * 3000,),
    "a text": ("x" * 10_000,),
}


@pytest.mark.parametrize("kind", BIG)
def test_large_arguments_are_refused(kind):
    """The function is not called with more than it ever needs."""
    called = []
    answer = answer_callback(_message(*BIG[kind]), [lambda *args: called.append(args)])
    assert ([], True) == (called, answer["error"].startswith("the arguments are larger"))


@pytest.mark.parametrize(
    ("function", "args", "error"),
    [
        (lambda w, s, n: w - s * n, (1.0, "x", 150_000_000_000), "MemoryError"),
        (lambda n: np.zeros((n, n)) + 1, (120_000,), "MemoryError"),
        (lambda a, b: a @ b, (np.ones((90_000, 1)), np.ones((1, 90_000))), "MemoryError"),
        (_endless, (1,), "with these arguments it does not finish"),
    ],
    ids=["text", "square", "product", "endless"],
)
def test_a_function_of_ours_runs_under_limits(function, args, error, monkeypatch):
    """With arguments that cost more memory or time than there is, it has failed."""
    monkeypatch.setattr("chainrule_grader.execution.messages.callbacks.SECONDS", 0.5)
    monkeypatch.setattr("threading.active_count", lambda: 1)
    answer = answer_callback(_message(*args), [function])
    assert error in answer["error"]


def test_a_product_of_integers_is_no_long_call():
    """NumPy cannot be interrupted in it, so the arguments are what limits it."""
    began = time.process_time()
    square = np.ones((310, 310), np.int8)
    assert "value" in answer_callback(_message(square, square), [lambda a, b: a @ b])
    assert time.process_time() - began < 2
