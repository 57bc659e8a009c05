"""Operators and functions of NumPy that get operands of the wrong type."""

import numpy as np
import pytest

Z = np.array([1.0, -2.0, 3.0])
EACH = "compute with each entry, or convert it with np.array"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return a - a", f"`-` does not compute with a list; {EACH}."),
        ("return a ** 2", f"`**` does not compute with a list; {EACH}."),
        ("return 1 / a", f"`/` does not compute with a list; {EACH}."),
        ("return a > 0", f"`>` does not compute with a list; {EACH}."),
        ("return -a", f"`-` does not compute with a list; {EACH}."),
        ("return abs(a)", f"`abs` does not compute with a list; {EACH}."),
        ("a -= 1", f"`-=` does not compute with a list; {EACH}."),
        ("return a @ a", "`@` does not compute with a list; convert it with np.array."),
        (
            "return 0.5 * a",
            (
                "`*` repeats a list, tuple or string and needs an integer; "
                "multiply each entry, or convert it with np.array."
            ),
        ),
        (
            "return a + 1",
            (
                "`+` joins a list with another list, but one operand is a single number; "
                "convert it with np.array to add numbers."
            ),
        ),
        (
            "return 'loss ' + 0.5",
            (
                "`+` joins strings, but one operand is a single number; "
                "an f-string puts values into text."
            ),
        ),
        (
            "return 2 * np.exp",
            "An operand of `*` is a function, not its result; call it with round brackets.",
        ),
        (
            "return z.max - 1",
            "An operand of `-` is a function, not its result; call it with round brackets.",
        ),
        ("return {} + 1", "An operand of `+` is a dictionary; use numbers or arrays."),
        (
            "return 2.0 @ 3.0",
            "`@` multiplies arrays, but both operands are single numbers; use `*`.",
        ),
    ],
)
def test_operands(sentence, body, expected):
    """The operator and the kind of operand are named."""
    assert expected == sentence(body, a=[1, 2], z=Z)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "n += 0.5",
            (
                "`n += 0.5` stores floats in an array of integers, which cannot hold them; "
                "make a new array, or one of floats."
            ),
        ),
        (
            "np.add(n, z, out=n)",
            (
                "Your code stores floats in an array of integers, which cannot hold them; "
                "make a new array, or one of floats."
            ),
        ),
        (
            "return z > 0 & z < 1",
            (
                "`&` binds tighter than a comparison, so here it combines floats; "
                "put brackets around each comparison."
            ),
        ),
        (
            "return (z > 0) & z",
            "`&` combines integers or booleans, but here it gets floats or other values.",
        ),
        ("return ~z", "`~` needs integers or booleans, but here it gets floats or other values."),
        (
            "return (z > 0) - (z < 0)",
            (
                "`-` does not subtract arrays of True and False; "
                "convert them to numbers with `astype(float)`."
            ),
        ),
        (
            "return -(z > 0)",
            "`-` does not negate an array of True and False; use `~`, or convert it to numbers.",
        ),
        (
            "return np.exp(np.sum)",
            "`np.exp` gets a function, not its result; call the function with round brackets.",
        ),
        (
            "return np.exp({})",
            "`np.exp` gets a dictionary, or an array of such objects, instead of numbers.",
        ),
        (
            "return np.sqrt(np.array([1, None]))",
            (
                "`np.sqrt` gets Python objects (dtype object) instead of NumPy's numbers; "
                "make an array of floats."
            ),
        ),
        (
            "return np.log('2')",
            "`log` of NumPy gets values that it cannot compute with, such as strings or None.",
        ),
        (
            "return z + 'a'",
            "Your code computes with a string and a number or an array; use numbers only.",
        ),
        (
            "return {z: 1}",
            (
                "Your code uses an array as a dictionary key or set item; "
                "use a number, string or tuple."
            ),
        ),
        (
            "return {[1]}",
            "Your code uses a list as a dictionary key or set item; use a number, string or tuple.",
        ),
    ],
)
def test_numpy(sentence, body, expected):
    """Types of arrays that NumPy refuses, and what may stand in their place."""
    assert expected == sentence(body, z=Z, n=np.arange(3))
