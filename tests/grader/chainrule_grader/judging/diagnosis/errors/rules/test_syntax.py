"""Code that Python cannot read: the line is quoted, and what is wrong with it is named."""

import pytest
from chainrule_grader.judging.diagnosis.errors import explain_error
from chainrule_worker.calls.failure import describe_error


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "if x > 0\n    y = 1",
            "`if x > 0`: a colon is missing after `if`, `for`, `def` or a similar word.",
        ),
        (
            "def f(x):\nreturn x",
            (
                "`return x`: the lines after the function definition must be indented, "
                "and at least one is needed."
            ),
        ),
        (
            "x = 1\n  y = 2",
            "`y = 2`: it is indented more than the lines around it, without a reason.",
        ),
        (
            "if x:\n    y = 1\n  z = 2",
            "`z = 2`: its indentation equals that of no line above it.",
        ),
        (
            "if x:\n        y = 1\n\tz = 2",
            "`z = 2`: lines are indented by tabs and by spaces; use spaces only.",
        ),
        ("x = (1 + 2\ny = 3", "`x = (1 + 2`: the bracket `(` is never closed."),
        ("x = 1 + 2)", "`x = 1 + 2)`: the bracket `)` is closed but never opened."),
        ("x = (1 + 2]", "`x = (1 + 2]`: the bracket `(` is closed by `]`."),
        (
            "if x = 1:\n    y = 2",
            "`if x = 1`: `=` assigns a value; a comparison needs `==`.",
        ),
        (
            "1 = x",
            "`1 = x`: the left side of `=` is no variable; to compare values, write `==`.",
        ),
        ("x = 'abc", "`x = 'abc`: a string has no closing quotation mark."),
        (
            "x = [1 2]",
            "`x = [1 2]`: a comma or an operator is missing between two values in brackets.",
        ),
        (
            "x = y \u2013 1",
            (
                "`x = y \u2013 1`: it contains the character U+2013, often from copied text; "
                "type it anew."
            ),
        ),
        (
            "def f(a=1, b):\n    pass",
            (
                "`def f(a=1, b)`: a parameter without a default follows one with a default; "
                "change their order."
            ),
        ),
        (
            "f(a=1, 2)",
            "`f(a=1, 2)`: in a call, arguments with a name must follow those without a name.",
        ),
        ("print 'a'", "`print 'a'`: `print` is a function and needs round brackets."),
        (
            "x = 1 +",
            "`x = 1 +`: look for a missing bracket, comma or operator, there or above.",
        ),
    ],
)
def test_syntax(source, expected):
    """What Python cannot read is quoted, and the sentence names the character or the word."""
    assert f"Python cannot read {expected}" == explained(source)


def test_a_long_line():
    """A line that is too long is not quoted."""
    expected = "Python cannot read your code: the bracket `(` is never closed."
    assert expected == explained("x = (1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11")


def test_an_error_without_its_line():
    """Python does not tell the line of every error."""
    expected = (
        "Python cannot read your code: `return` stands outside of a function; "
        "indent the lines of the function."
    )
    assert expected == explained("return 1")


def test_an_unknown_message():
    """Nothing is said about messages that are rare."""
    assert "" == explained("x + 1 += 2")


def explained(source):
    """Return the sentence about a cell that Python cannot read."""
    with pytest.raises(SyntaxError) as caught:
        compile(source, "<cell>", "exec")
    found = explain_error("relu", describe_error(caught.value))
    return found.sentence if found else ""
