"""Data for inputs: one array, a list or a dict."""

import numpy as np
import pytest
from chainrule import layers
from chainrule.networks.input_arrays import input_arrays

A, B = layers.Input((2,), name="a"), layers.Input((1,), name="b")
X, Z = np.ones((3, 2)), np.zeros(3)


@pytest.mark.parametrize("given", [[X, Z], (X, Z), {"b": Z, "a": X}])
def test_several_inputs(given):
    """Lists follow the order of the inputs, dicts their names; a vector becomes a column."""
    found = input_arrays([A, B], given, "float32")
    assert [(3, 2), (3, 1)] == [part.shape for part in found]
    assert {"float32"} == {str(part.dtype) for part in found}


@pytest.mark.parametrize("given", [X, X.tolist(), [X]])
def test_one_input(given):
    """A list of rows is one array, and a list of one array is that array."""
    assert (3, 2) == input_arrays([A], given, "float64")[0].shape


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ([X], "and was given"),
        ({"a": X}, r"the inputs are \['a', 'b'\]"),
        ([X[:, :1], Z], r"a needs data of shape \(n, 2\), and was given \(3, 1\)"),
    ],
)
def test_bad_data_are_told(given, says):
    """The sentence has names and shapes."""
    with pytest.raises(ValueError, match=says):
        input_arrays([A, B], given, "float64")
