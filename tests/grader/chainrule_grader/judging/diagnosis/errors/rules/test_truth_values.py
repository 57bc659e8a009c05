"""An array where Python needs one True or False: the sentence names what asks for it."""

import numpy as np
import pytest

Z = np.array([1.0, -2.0, 3.0])
TABLE = np.array([[1.0, 2.0], [3.0, 4.0]])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "if z > 0:\n    return z\nreturn 0",
            "`if` needs one True or False, but `z > 0` is an array of them; use np.where.",
        ),
        (
            "return z if z > 0 else 0  # relu",
            "`if` needs one True or False, but `z > 0` is an array of them; use np.where.",
        ),
        (
            "if len(z) == 0:\n    return 0\nelif z > 0:\n    return z",
            "`if` needs one True or False, but `z > 0` is an array of them; use np.where.",
        ),
        (
            "while z > 0:\n    z = z - 1\nreturn z",
            (
                "`while` needs one True or False, but `z > 0` is an array of them; "
                "use np.all or np.any."
            ),
        ),
        (
            "assert z > 0",
            (
                "`assert` needs one True or False, but `z > 0` is an array of them; "
                "use np.all or np.any."
            ),
        ),
        (
            "if z == z:\n    return 1",
            (
                "`z == z` compares arrays, which gives no single True or False; "
                "compare single entries, or use np.array_equal."
            ),
        ),
        (
            "if [z, z] == [-z, z]:\n    return 1",
            (
                "`[z, z] == [-z, z]` compares arrays, which gives no single True or False; "
                "compare single entries, or use np.array_equal."
            ),
        ),
        (
            "if z == 1:\n    return 1",
            "`if` needs one True or False, but `z == 1` is an array of them; use np.where.",
        ),
    ],
)
def test_a_condition(sentence, body, expected):
    """A comparison of an array is no condition, and the sentence quotes it."""
    assert expected == sentence(body, z=Z)


def test_a_loop_over_rows(sentence):
    """A row of a matrix that is taken for a number is named as the condition."""
    body = "return [[v if v > 0 else 0 for v in z] for _ in z]"
    expected = "`if` needs one True or False, but `v > 0` is an array of them; use np.where."
    assert expected == sentence(body, z=TABLE)


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (
            "max(0, z)",
            (
                "`max(0, z)` compares whole values, but one of them is an array; "
                "use np.maximum, which compares entry by entry."
            ),
        ),
        (
            "min(z, 1)",
            (
                "`min(z, 1)` compares whole values, but one of them is an array; "
                "use np.minimum, which compares entry by entry."
            ),
        ),
        (
            "max(table)",
            "`max(table)` compares items that are arrays themselves; use np.max for arrays.",
        ),
        (
            "sorted(table)",
            "`sorted(table)` compares items that are arrays themselves; use np.sort for arrays.",
        ),
        ("any(table)", "`any` tests items that are arrays themselves; use np.any for arrays."),
        ("bool(z)", "`bool` needs one value, but its argument is an array; use np.any or np.all."),
    ],
)
def test_a_built_in_function(sentence, call, expected):
    """Built-in functions that compare or test are named, with those of NumPy."""
    assert expected == sentence(f"return {call}", z=Z, table=TABLE)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (
            "z > 0 and z < 2",
            (
                "`and` needs single values, but here it gets an array; "
                "combine arrays with `&`, and put brackets around each comparison."
            ),
        ),
        (
            "z < 0 or z > 2",
            (
                "`or` needs single values, but here it gets an array; "
                "combine arrays with `|`, and put brackets around each comparison."
            ),
        ),
        (
            "not z",
            "`not` needs one True or False, but its operand is an array; use np.logical_not.",
        ),
        (
            "0 < z < 1",
            (
                "`0 < z < 1` contains a hidden `and`, which needs single values; "
                "for arrays write two comparisons in brackets, joined by `&`."
            ),
        ),
        (
            "z in [z + 1]",
            (
                "`in` compares arrays with `==`, "
                "which gives an array instead of one True or False; use np.array_equal or np.isin."
            ),
        ),
        (
            "[z + 1, z].index(z)",
            (
                "The method `index` compares arrays with `==`, "
                "which gives an array instead of one True or False; use np.array_equal."
            ),
        ),
    ],
)
def test_an_operator(sentence, expression, expected):
    """Operators that need truth values are named, with those that take arrays."""
    assert expected == sentence(f"return {expression}", z=Z)


@pytest.mark.parametrize(
    "line",
    [
        "return max(0, z) if z > 0 else 1",
        "if max([z, z]) == z: return 1",
        "if z.tolist() and [z, z] == [z + 0, z]: return 1",
        "return np.arange(z)",
        "return (max(0, z), min(0, z))[0]",
    ],
)
def test_several_explanations(sentence, line):
    """Where several parts of the line may have raised the error, none of them is blamed."""
    expected = (
        "Your code uses an array where Python needs one True or False; "
        "an array has one for each entry."
    )
    assert expected == sentence(line, z=Z)


def test_several_lines(sentence):
    """A line that is only a part of a statement is not guessed at."""
    found = sentence("return max(\n    0,\n    z,\n)", z=Z)
    assert found.startswith("Your code uses an array where Python needs one True or False")


@pytest.mark.skipif(
    np.lib.NumpyVersion(np.__version__) < "2.2.0", reason="was False with a warning"
)
def test_an_empty_array(sentence):
    """An empty array has no truth value either, for another reason."""
    expected = "Your code uses `z` as a condition, but this array is empty; test its size instead."
    assert expected == sentence("if z:\n    return 1", z=np.zeros(0))
