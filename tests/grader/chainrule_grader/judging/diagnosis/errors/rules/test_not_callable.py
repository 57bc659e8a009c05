"""Values that are called like functions."""

import numpy as np
import pytest

Z = np.array([1.0, 2.0])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "return n(z + 1)",
            (
                "`n` is a single number, not a function; "
                "is an operator such as `*` missing after it, or did you reuse a function's name?"
            ),
        ),
        (
            "return (z + 1)(z - 1)",
            (
                "Your code calls `z + 1`, which is an array, like a function; "
                "is an operator such as `*` missing before the bracket?"
            ),
        ),
        (
            "return z.shape()",
            "`z.shape` is a value and no function; remove the round brackets after it.",
        ),
        (
            "sum = np.sum(z)\nreturn sum(z)",
            (
                "`sum` is a single number in this call, "
                "because your code assigns to this function's name; rename the variable."
            ),
        ),
        (
            "sigmoid = z\nreturn sigmoid(z)",
            (
                "`sigmoid` is an array in this call, "
                "because your code assigns to this function's name; rename the variable."
            ),
        ),
        (
            "return g(z)",
            "`g` is a string, not a function; choose the function that has this name.",
        ),
        (
            "return state('m')",
            "`state` is a dictionary, not a function; an index needs square brackets.",
        ),
        (
            "return np(z)",
            "`np` is a module, not a function; is the name of one of its functions missing?",
        ),
        (
            "return np.random(3)",
            "Your code calls a module like a function; is the name of its function missing?",
        ),
        (
            "return rng(3)",
            "`rng` is a random generator, not a function; call a method such as `normal`.",
        ),
        (
            "return z[0](z) + n(z)",
            (
                "Your code calls a single number like a function; "
                "an operator may be missing before a bracket, or a variable has a function's name."
            ),
        ),
    ],
)
def test_called(sentence, body, expected):
    """The sentence says what the value is, and what is missing or in the way."""
    arguments = {"z": Z, "n": 2, "state": {}, "g": "relu", "rng": np.random.default_rng(0)}
    assert expected == sentence(body, **arguments)


@pytest.mark.parametrize(
    "expression", ["max(z, key=1)", "list(map(n, z))", "np.apply_along_axis(n, 0, z)"]
)
def test_a_function_that_is_passed(sentence, expression):
    """A built-in function that calls what it was given is not said to be a number."""
    expected = (
        "Your code calls a single number like a function; "
        "an operator may be missing before a bracket, or a variable has a function's name."
    )
    assert expected == sentence(f"return {expression}", z=Z, n=2)
