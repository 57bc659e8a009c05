"""None as an operand, an index's base, a loop's items, and a function's result."""

import numpy as np
import pytest

NO_RETURN = "def g(z):\n    np.exp(z)"
WHY = "a function without `return` gives None"
Z = np.array([1.0, 2.0])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return 1 - g(z)", "`g` returns None in this call; does it lack a `return`?"),
        ("return -g(z)", "`g` returns None in this call; does it lack a `return`?"),
        ("a, b = g(z)", "`g` returns None in this call; does it lack a `return`?"),
        ("return g(z)[0]", "`g` returns None in this call; does it lack a `return`?"),
        ("return len(g(z))", "`g` returns None in this call; does it lack a `return`?"),
        ("for v in g(z):\n    pass", "`g` returns None in this call; does it lack a `return`?"),
        ("return g(z).sum()", "`g` returns None in this call; does it lack a `return`?"),
        ("a = g(z)\nreturn a * 2", f"`a` is None in this call; {WHY}."),
        ("a = g(z)\na += 1", f"`a` is None in this call; {WHY}."),
        ("a = g(z)\nreturn a > 0", f"`a` is None in this call; {WHY}."),
        ("a = g(z)\nreturn a.T", f"`a` is None in this call; {WHY}."),
        ("a = g(z)\na[0] = 1", f"`a` is None in this call; {WHY}."),
        (
            "a = g(z)\nreturn a(z)",
            "Your code calls `a`, which is None and no function in this call.",
        ),
        ("a = g(z)\nreturn a * np.sum(z)", f"An operand of `*` is None in this call; {WHY}."),
        ("a = g(z)\nreturn np.dot(a, z)", f"Your code computes with None in this call; {WHY}."),
        ("return np.exp(g(z))", f"`np.exp` gets None instead of numbers; {WHY}."),
        ("return float(g(z))", f"`float` gets None instead of a number; {WHY}."),
        ("return abs(g(z))", f"`abs` gets None instead of a number; {WHY}."),
        (
            "losses = []\nlosses = losses.append(1)\nlosses = losses.append(2)",
            (
                "`losses` is None; a method such as `append` returns None, "
                "so do not assign its result."
            ),
        ),
        (
            "for v in [1, 2].sort():\n    pass",
            "`[1, 2].sort()` returns None, because `sort` changes the object itself.",
        ),
    ],
)
def test_none(sentence, body, expected):
    """The value that is None is quoted, or the function that returned it."""
    assert expected == sentence(body, helper=NO_RETURN, z=Z)


def test_another_function_is_not_blamed(sentence):
    """A call on the line that returned a number is not said to return None."""
    helper = f"{NO_RETURN}\n\ndef h(z):\n    return z"
    body = "a = g(z)\nreturn h(z) * a"
    assert f"An operand of `*` is None in this call; {WHY}." == sentence(body, helper=helper, z=Z)


def test_an_argument_whose_default_is_none(sentence):
    """An argument that the task leaves out is named as such."""
    expected = (
        "`mean` is None if the caller does not give it; your code must treat this case first."
    )
    body = "return (X - mean) / std"
    assert expected == sentence(body, name="standardize", X=Z, mean=None, std=None)
