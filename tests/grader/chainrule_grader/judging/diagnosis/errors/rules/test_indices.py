"""Indices, lengths, loops and unpacking that do not fit the value."""

import numpy as np
import pytest

Z = np.array([1.0, -2.0, 3.0])
X = np.ones((2, 3))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return z[3]", "Index 3 does not exist: axis 0 has size 3, so its indices are 0 to 2."),
        ("return z[-4]", "Index -4 does not exist, because axis 0 of the array has size 3."),
        ("return X[0, 5]", "Index 5 does not exist: axis 1 has size 3, so its indices are 0 to 2."),
        (
            "return np.zeros(0)[0]",
            "Index 0 does not exist, because axis 0 of the array is empty.",
        ),
        (
            "return z[:, 0]",
            "`z[:, 0]` uses 2 indices, but the array has one axis in this call.",
        ),
        (
            "return X[0][0, 0]",
            "Your code uses 2 indices, but the array has one axis in this call.",
        ),
        (
            "return np.array(3.0)[0]",
            "Your code uses an index on an array without axes, which is a single number.",
        ),
        (
            "losses = [1, 2]\nreturn losses[2]",
            (
                "Your code reads `losses[2]`, but the list is shorter; "
                "its last index is its length minus 1."
            ),
        ),
        (
            "losses = []\nlosses[0] = 1",
            "Your code changes a list entry that does not exist; use append to make a list longer.",
        ),
        (
            "n, m = z.shape[0], z.shape[1]",
            (
                "Your code reads an item of a tuple, but the tuple is shorter; "
                "its last index is its length minus 1."
            ),
        ),
        (
            "m = z.shape[1]",
            "`z.shape[1]` does not exist in this call, because the array has fewer axes.",
        ),
        (
            "n, m = z.shape",
            "Your code unpacks a shape into 2 variables, but the array has one axis in this call.",
        ),
        ("[].pop()", "Your code calls `pop` on an empty list."),
        (
            "return [1].index(2)",
            "Your code looks for a value in a list that does not contain this value.",
        ),
    ],
)
def test_outside(sentence, body, expected):
    """An index or an axis that does not exist."""
    assert expected == sentence(body, z=Z, X=X)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "total = z.sum()\nreturn total[0]",
            "Your code uses an index on `total`, which is a single number in this call.",
        ),
        (
            "return n[0]",
            "Your code uses an index on `n`, which is a single number in this call.",
        ),
        (
            "return np.sum[z]",
            "Your code puts square brackets after `np.sum`; a call needs round brackets.",
        ),
        (
            "return zip(z, z)[0]",
            "`zip(z, z)` is a zip object, which has no indices; convert it with `list`.",
        ),
        (
            "return np[0]",
            "`np` is a module and has no indices; is the name of a function missing?",
        ),
        (
            "n[0] = 1",
            "Your code assigns to an entry of `n`, which is a single number in this call.",
        ),
        (
            "pair = (1, 2)\npair[0] = 3",
            "`pair` is a tuple, whose entries cannot be assigned; make a list or array first.",
        ),
        (
            "return len(n)",
            "`len` needs an array or a list, but `n` is a single number in this call.",
        ),
        (
            "return len(map(abs, z))",
            (
                "`len` needs a length, but `map(abs, z)` is a map object; convert it with `list` "
                "first."
            ),
        ),
        (
            "return len(np.array(1.0))",
            "`len` needs an array with axes, but its argument is a single number in this call.",
        ),
        (
            "for i in len(z):\n    pass",
            "Your code loops over `len(z)`, which is a single number; loop over `range` of it.",
        ),
        (
            "return [i for i in z.shape[0]]",
            "Your code loops over `z.shape[0]`, which is a single number; loop over `range` of it.",
        ),
        (
            "for value in n:\n    pass",
            "Your code loops over `n`, which is a single number in this call.",
        ),
        (
            "return [v for v in np.array(1.0)]",
            "Your code loops over an array without axes, which is a single number.",
        ),
        (
            "return sum(n)",
            "`sum` needs an array or a list, but an argument is a single number in this call.",
        ),
        (
            "losses = []\nlosses += n",
            "`losses` is a list here, and `+=` extends a list; use append, or an array for a sum.",
        ),
        (
            "return dict(n)",
            "Your code uses a single number where an array or a list is needed.",
        ),
        (
            "a, b = n",
            "Your code unpacks a single number into several variables; each of them needs a value.",
        ),
        (
            "a, b = z",
            "Your code unpacks more than 2 values into 2 variables; both numbers must be equal.",
        ),
        (
            "a, b, c, d = z",
            "Your code unpacks 3 values into 4 variables; both numbers must be equal.",
        ),
    ],
)
def test_a_single_number(sentence, body, expected):
    """What has no entries, no length or too few values."""
    assert expected == sentence(body, z=Z, n=5)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "return X[z > 0]",
            "The mask has size 3 along axis 0, but the array has size 2; both must be equal.",
        ),
        (
            "z[z > 0] = z",
            (
                "The mask selects 2 entries, but your code assigns 3 values to them; "
                "select the values with the same mask."
            ),
        ),
        (
            "z[z > 0] = X",
            (
                "Your code assigns an array with 2 axes to the entries that a mask selects; "
                "select the values with the same mask."
            ),
        ),
        (
            "return X[np.array([0.0, 1.0])]",
            (
                "Your code uses an array as index that holds neither integers nor booleans; "
                "convert it with `astype(int)`."
            ),
        ),
        (
            "return z[3 / 3]",
            ("The index `3 / 3` is neither an integer, a slice nor a mask; it may be a float."),
        ),
        (
            "return z[: 3 / 2]",
            "Your code slices with a float or another value that is no integer; use `//` or `int`.",
        ),
        (
            "rows = [1, 2]\nreturn rows[:, 0]",
            "`rows` is a list, which takes one index; convert it with np.array for several.",
        ),
        (
            "rows = [1, 2]\nreturn rows[2 / 2]",
            (
                "`rows` is a list, whose indices are integers, but the index is a float; "
                "use `//` or `int`."
            ),
        ),
        (
            "rows = [1, 2]\nreturn rows['a']",
            "`rows` is a list, which takes integers as indices and no strings.",
        ),
        (
            "rows = [1, 2]\nreturn rows[z]",
            "`rows` is not an array and takes no array as index; convert it with np.array first.",
        ),
        (
            "return range(z)",
            "`range` needs integers, but an argument is an array; use its length or size.",
        ),
        (
            "return range(len(z) / 2)",
            (
                "`range` needs integers, but gets a float; "
                "`/` always gives a float, so use `//` or `int`."
            ),
        ),
        ("return range(z.shape)", "`range` needs integers, but gets a tuple."),
        (
            "return np.random.randn((2, 3))",
            "Your code needs an integer, but gets a tuple.",
        ),
        (
            "return np.zeros(2, 3)",
            "`np.zeros(2, 3)` passes the second size as data type; the shape must be one tuple.",
        ),
        (
            "return np.array(1, 2)",
            "np.array takes one list of values; your code passes a value as the data type.",
        ),
    ],
)
def test_kinds_of_indices(sentence, body, expected):
    """Masks, floats, tuples and arrays where integers are needed."""
    assert expected == sentence(body, z=Z.copy(), X=X)


def test_a_float_as_size(sentence):
    """NumPy's versions say in two ways that a size is a float; both are explained."""
    assert sentence("return np.zeros(4 / 2)", z=Z) in {
        "Your code uses the float 2.0 as a size; sizes are integers, so use `//` or `int`.",
        (
            "`np.zeros` needs integers, but gets a float; "
            "`/` always gives a float, so use `//` or `int`."
        ),
    }
