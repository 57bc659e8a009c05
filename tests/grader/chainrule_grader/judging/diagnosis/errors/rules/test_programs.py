"""Errors of a program as a whole."""

import numpy as np
import pytest

Z = np.array([1.0, 2.0])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "raise ValueError('no')",
            (
                "Your code ends this call itself with `raise ValueError('no')`; "
                "it must return a result for this input."
            ),
        ),
        (
            "raise TypeError(f'unsupported operand type(s) for -: {chr(39)}list{chr(39)} and 1')",
            (
                "Your code ends this call itself with a `raise` statement; "
                "it must return a result for this input."
            ),
        ),
        (
            "assert z.shape == (3,), 'three'",
            "The `assert` in your code fails, because `z.shape == (3,)` is false in this call.",
        ),
        (
            "return relu(z)",
            (
                "`relu` calls itself without end; "
                "a function that calls itself needs a case that stops."
            ),
        ),
        (
            "import sys\nsys.exit()",
            (
                "Your code ends the program with `exit`, `quit` or `sys.exit`; "
                "return a result instead."
            ),
        ),
        (
            "open('/no/such/file')",
            (
                "Your code opens a file that does not exist where the check runs; "
                "use only the arguments."
            ),
        ),
        (
            "d = {1: 1}\nfor k in d:\n    d[k + 1] = 1",
            "Your code adds or removes keys of a dictionary while it loops over this dictionary.",
        ),
        (
            "return next(iter([]))",
            "Your code calls `next` on an iterator that has no further items.",
        ),
        (
            "return next(z)",
            "`next` needs an iterator, such as the result of `iter` or a generator.",
        ),
        (
            "return np.random.default_rng(0).choice(2, 3, replace=False)",
            "Your code draws more items without replacement than there are.",
        ),
        (
            "return np.random.default_rng(0).choice(2, p=[0.1, 0.2])",
            "The probabilities that your code passes to `choice` do not sum to 1.",
        ),
        (
            "return np.random.default_rng(0).normal(0, -1)",
            "The standard deviation that your code passes to a random draw is negative.",
        ),
        (
            "return range(10**6).__iter__()",
            "Your function returns a list, dictionary or generator with more than 20000 items.",
        ),
    ],
)
def test_a_call(sentence, body, expected):
    """Errors that end a call, whatever the values are."""
    assert expected == sentence(body, name="relu", z=Z)


def test_an_error_in_the_raise_statement(sentence):
    """An exception that does not exist is not said to be raised."""
    expected = (
        "`ShapeError` is not defined; run the cell that defines this function, or correct its name."
    )
    assert expected == sentence("raise ShapeError('no')", z=Z)


@pytest.mark.parametrize("body", ["raise NotImplementedError", "raise NotImplementedError('x')"])
def test_an_unwritten_function(explain, body):
    """A function that is not written yet makes no mistake."""
    assert explain(body, z=Z) is None
