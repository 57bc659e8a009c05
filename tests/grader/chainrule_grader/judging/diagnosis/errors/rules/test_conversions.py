"""A value where one number is needed, and arithmetic without a result."""

import numpy as np
import pytest

Z = np.array([1.0, -2.0, 3.0])


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (
            "math.exp(-z)",
            "`math.exp` takes one number, but your code passes an array; use np.exp.",
        ),
        (
            "1 / (1 + math.exp(z))",
            "`math.exp` takes one number, but your code passes an array; use np.exp.",
        ),
        (
            "math.fabs(z)",
            "`math.fabs` takes one number, but your code passes an array; use np.abs.",
        ),
        (
            "math.erf(z)",
            (
                "`math.erf` takes one number, but your code passes an array; "
                "compute with NumPy's functions."
            ),
        ),
        (
            "math.log([1.0, 2.0])",
            "`math.log` takes one number, but your code passes a list; use np.log.",
        ),
        ("math.sqrt('4')", "`math.sqrt` takes one number, but your code passes a string."),
        ("float(z)", "`float` converts one number, but its argument is an array."),
        ("int([1])", "`int` converts one number, but its argument is a list."),
        (
            "round(z)",
            "The built-in `round` takes one number, but its argument is an array; use np.round.",
        ),
        ("z.item()", "`item` needs an array with one entry, but the array has more or none."),
        ("math.exp(float(z))", "Your code uses an array where Python needs one number."),
        (
            "float('a')",
            "Your code converts a string to a number, but the string contains no such number.",
        ),
        ("int(np.nan)", "Your code stores or converts NaN as an integer; only floats can be NaN."),
        (
            "int(np.inf)",
            (
                "Your code stores or converts an infinite number as an integer; "
                "only floats can be infinite."
            ),
        ),
        (
            "np.arange(3) ** -1",
            (
                "NumPy raises no integers to a negative power; "
                "convert the base or the exponent to float."
            ),
        ),
    ],
)
def test_one_number(sentence, expression, expected):
    """What converts or computes one number is named, with NumPy's function where there is one."""
    assert expected == sentence(f"return {expression}", z=Z)


def test_a_function_imported_alone(sentence):
    """`exp` from the module `math` is the same function without its prefix."""
    expected = "`exp` takes one number, but your code passes an array; use np.exp."
    assert expected == sentence("return exp(z)", helper="from math import exp", z=Z)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (
            "math.exp(800)",
            (
                "`math.exp` overflows, because its argument is above 709; "
                "rewrite the formula for large arguments."
            ),
        ),
        (
            "10.0 ** 400",
            (
                "A power in your code is too large for a floating-point number; "
                "rewrite the formula for large arguments."
            ),
        ),
        (
            "10 ** 400 / 3",
            (
                "Your code computes an integer that is too large for NumPy or for a floating-point "
                "number."
            ),
        ),
        (
            "math.log(0)",
            "`math.log` needs a number above 0, but in this call its argument is not.",
        ),
        (
            "math.sqrt(-1)",
            "`math.sqrt` needs a number of at least 0, but in this call its argument is not.",
        ),
        (
            "1 / n",
            "Your code divides by `n`, which is 0 in this call; handle this case separately.",
        ),
        (
            "1 / n + 2 // n",
            "Your code divides by a number, which is 0 in this call; handle this case separately.",
        ),
        (
            "n ** -1",
            (
                "Your code raises 0 to a negative power, which divides by zero; "
                "handle this case separately."
            ),
        ),
    ],
)
def test_no_result(sentence, expression, expected):
    """Overflow, division by zero and arguments outside of a domain are explained."""
    assert expected == sentence(f"return {expression}", n=0)


def test_an_integer_too_large_for_a_float(sentence):
    """A division of a huge integer says that the integer is too large."""
    found = sentence("return 10 ** 400 * 1.0", n=0)
    assert found.startswith("Your code computes an integer that is too large")


def test_warnings_as_errors(sentence):
    """NumPy's warnings, which a student may turn into errors, name the function."""
    body = "with np.errstate(all='raise'):\n    return np.exp(z)"
    expected = "An overflow occurred in `exp`; rewrite the formula for large arguments."
    assert expected == sentence(body, z=np.array([1000.0]))
