"""Axes that do not exist, and arrays in the place of an axis."""

import numpy as np
import pytest

Z = np.array([1.0, -2.0, 3.0])
X = np.ones((2, 3))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (
            "np.sum(z, axis=1)",
            (
                "Axis 1 does not exist, because the array has one axis in this call; "
                "axis=-1 is always the last axis."
            ),
        ),
        (
            "z.max(1, keepdims=True)",
            (
                "Axis 1 does not exist, because the array has one axis in this call; "
                "axis=-1 is always the last axis."
            ),
        ),
        (
            "X.mean(axis=2)",
            "Axis 2 does not exist: the array has 2 axes, numbered from 0 to 1.",
        ),
        (
            "np.sum(1.0, axis=1)",
            "Axis 1 does not exist, because the value is a single number and has no axes.",
        ),
        (
            "np.max(0, z)",
            (
                "The second argument of `np.max` is an axis; "
                "use np.maximum to compare two arrays entry by entry."
            ),
        ),
        (
            "np.max(0, 1.5)",
            (
                "The second argument of `np.max` is an axis; "
                "use np.maximum to compare two arrays entry by entry."
            ),
        ),
        (
            "np.min(0, 1)",
            (
                "The second argument of `np.min` is an axis; "
                "use np.minimum to compare two arrays entry by entry."
            ),
        ),
        (
            "np.sum(z, z)",
            (
                "The second argument of `np.sum` is an axis, "
                "but your code passes something else there."
            ),
        ),
        (
            "np.concatenate(z, z)",
            (
                "`np.concatenate` takes all arrays in one list or tuple; "
                "your code passes them one by one."
            ),
        ),
        (
            "np.vstack(z, z)",
            "`np.vstack` takes all arrays in one list or tuple; your code passes them one by one.",
        ),
    ],
)
def test_axes(sentence, expression, expected):
    """The sentence says which axes there are, or what the second argument means."""
    assert expected == sentence(f"return {expression}", z=Z, X=X)


def test_a_correct_axis_is_not_blamed(sentence):
    """Where a reduction has an integer as its axis, something else is no integer."""
    expected = (
        "`range` needs integers, but gets a float; `/` always gives a float, so use `//` or `int`."
    )
    assert expected == sentence("return [np.sum(X, 1) for _ in range(3 / 1)]", X=X)
