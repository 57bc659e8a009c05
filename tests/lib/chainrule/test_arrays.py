"""Arrays are prepared without a loss of digits."""

import numpy as np
import pytest
from chainrule.arrays import as_floats, constant, ones, row_sums


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_floats_are_kept(dtype):
    """An array of floats is returned unchanged, without a copy."""
    given = np.array([1.5], dtype)
    assert given is as_floats(given)


@pytest.mark.parametrize("given", [[1, 2], [True, False], np.array([3], np.uint8)])
def test_other_numbers_become_float64(given):
    """Integers and booleans become float64, with their values."""
    found = as_floats(given)
    assert ("float64", np.asarray(given).tolist()) == (str(found.dtype), found.tolist())


@pytest.mark.parametrize("given", [["a"], [1j], [None]])
def test_what_is_no_real_number_is_refused(given):
    """The message starts with the name that it is given."""
    with pytest.raises(TypeError, match="^my function needs real numbers"):
        as_floats(given, "my function")


@pytest.mark.parametrize("shared", [constant(2.0, "f"), ones(3, "d")])
def test_shared_arrays_cannot_be_changed(shared):
    """What is made once for all callers is read-only."""
    with pytest.raises(ValueError, match="read-only"):
        shared += 1


def test_row_sums_are_sums():
    """The product with ones is the sum over the last axis."""
    rows = np.random.default_rng(0).normal(size=(4, 5, 3))
    np.testing.assert_allclose(rows.sum(axis=-1, keepdims=True), row_sums(rows), rtol=1e-12)
