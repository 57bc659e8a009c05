"""Errors of a program as a whole."""

import numpy as np
import pytest
from chainrule_grader.judging.diagnosis.errors import explain_error
from chainrule_worker.calls.failure import describe_error

Z = np.array([1.0, 2.0])
UNREADABLE = "Python cannot read your code: "


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


@pytest.mark.parametrize("body", ["raise NotImplementedError", "raise NotImplementedError('x')"])
def test_an_unwritten_function(explain, body):
    """A function that is not written yet makes no mistake."""
    assert explain(body, z=Z) is None


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("if x > 0\n    y = 1", "a colon is missing after `if`, `for`, `def` or a similar word."),
        (
            "def f(x):\nreturn x",
            "the lines after function definition must be indented, and at least one is needed.",
        ),
        (
            "x = 1\n  y = 2",
            "a line is indented more than the lines around it, without a reason.",
        ),
        (
            "if x:\n    y = 1\n  z = 2",
            "the indentation of a line equals that of no line above it.",
        ),
        (
            "if x:\n        y = 1\n\tz = 2",
            "lines are indented by tabs and by spaces; use spaces only.",
        ),
        ("x = (1 + 2\ny = 3", "the bracket `(` is never closed."),
        ("x = 1 + 2)", "the bracket `)` is closed but never opened."),
        ("x = (1 + 2]", "the bracket `(` is closed by `]`."),
        ("if x = 1:\n    y = 2", "`=` assigns a value; a comparison needs `==`."),
        (
            "1 = x",
            "the left side of `=` is no variable; to compare values, write `==`.",
        ),
        (
            "x + 1 += 2",
            "",
        ),
        ("x = 'abc", "a string has no closing quotation mark."),
        ("x = [1 2]", "a comma or an operator is missing between two values in brackets."),
        (
            "x = y \u2013 1",
            "it contains the character U+2013, often from copied text; type it anew.",
        ),
        ("return 1", "`return` stands outside of a function; indent the lines of the function."),
        (
            "def f(a=1, b):\n    pass",
            "a parameter without a default follows one with a default; change their order.",
        ),
        (
            "f(a=1, 2)",
            "in a call, arguments with a name must follow those without a name.",
        ),
        ("print 'a'", "`print` is a function and needs round brackets."),
        (
            "x = 1 +",
            "this line is no valid Python; look for a missing bracket, comma or operator.",
        ),
    ],
)
def test_syntax(source, expected):
    """What Python cannot read is said in words that name the character or the word."""
    with pytest.raises(SyntaxError) as caught:
        compile(source, "<cell>", "exec")
    found = explain_error("relu", describe_error(caught.value))
    assert (UNREADABLE + expected if expected else "") == (found.sentence if found else "")
