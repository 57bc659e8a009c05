"""Activations agree with the slides, with closed forms, and with their own derivatives."""

import math

import numpy as np
import pytest
from chainrule import activations
from hypothesis import given
from hypothesis import strategies as st

ALL = [
    activations.step,
    activations.linear,
    activations.sigmoid,
    activations.tanh,
    activations.relu,
    activations.leaky_relu,
    activations.softmax,
]
SMOOTH_AWAY_FROM_ZERO = ALL[:-1]
finite = st.floats(-1000, 1000)


@pytest.mark.parametrize(
    ("activation", "z", "expected"),
    [
        (activations.sigmoid, -6.0, 0.0024726231566347743),  # B3's worked number
        (activations.sigmoid, 1000.0, 1.0),
        (activations.sigmoid, -1000.0, 0.0),
        (activations.tanh, 0.5, 0.46211715726000973),
        (activations.relu, -3.0, 0.0),
        (activations.leaky_relu, -3.0, -0.30000000000000004),
        (activations.step, 0.0, 0.0),
        (activations.step, 1e-300, 1.0),
        (activations.linear, -3.5, -3.5),
    ],
)
def test_value(activation, z, expected):
    """Worked numbers, from the slides or computed with mpmath to more digits than are compared."""
    assert expected == pytest.approx(float(activation(z)), rel=1e-15, abs=0)


@given(finite)
def test_sigmoid_is_the_closed_form(z):
    """σ(z) is e^z / (1 + e^z) where that is the form without overflow."""
    expected = 1 / (1 + math.exp(-z)) if z > -700 else 0.0
    assert expected == pytest.approx(float(activations.sigmoid(z)), rel=1e-14, abs=1e-300)


@pytest.mark.parametrize("activation", SMOOTH_AWAY_FROM_ZERO, ids=lambda f: f.name)
@given(z=st.floats(-8, 8).filter(lambda z: abs(z) > 1e-3))
def test_derivative_is_the_slope(activation, z):
    """The derivative is the limit of the difference quotient."""
    h = 1e-5
    slope = (float(activation(z + h)) - float(activation(z - h))) / (2 * h)
    assert slope == pytest.approx(float(activation.derivative(z)), rel=1e-6, abs=1e-9)


@pytest.mark.parametrize(
    ("activation", "expected"),
    [
        (activations.step, 0.0),
        (activations.sigmoid, 0.25),
        (activations.tanh, 1.0),
        (activations.relu, 0.0),
        (activations.leaky_relu, 0.1),
    ],
)
def test_derivative_at_zero(activation, expected):
    """At the kink the left slope is taken, as the contract says."""
    assert expected == activation.derivative(0.0)


@pytest.mark.parametrize(
    ("activation", "expected"),
    [(activations.sigmoid, math.exp(-40)), (activations.tanh, 4 * math.exp(-80))],
)
def test_derivative_keeps_its_digits_far_out(activation, expected):
    """Far out, 1 − σ and 1 − tanh² would be differences of equal numbers; here no digit is lost."""
    assert expected == pytest.approx(float(activation.derivative(40.0)), rel=1e-14)


@given(st.lists(finite, min_size=1, max_size=6), finite)
def test_softmax_is_a_distribution_and_ignores_a_shift(scores, shift):
    """Probabilities add to 1, and only differences of scores matter."""
    z = np.array(scores)
    s = activations.softmax(z)
    assert 1.0 == pytest.approx(s.sum(), rel=1e-12)
    np.testing.assert_allclose(s, activations.softmax(z + shift), rtol=1e-9, atol=1e-12)


def test_softmax_jacobian_is_the_slope():
    """Each column of the Jacobian is the slope along one score."""
    z = np.random.default_rng(0).normal(size=(2, 3, 4))
    jacobian = activations.softmax.derivative(z)
    assert (2, 3, 4, 4) == jacobian.shape
    for j, direction in enumerate(np.eye(4)):
        h = 1e-6
        slope = activations.softmax(z + h * direction) - activations.softmax(z - h * direction)
        np.testing.assert_allclose(slope / (2 * h), jacobian[..., :, j], atol=1e-9)


@pytest.mark.parametrize("activation", ALL, ids=lambda f: f.name)
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_dtype_and_shape_are_kept_and_the_input_untouched(activation, dtype):
    """float32 stays float32, the shape is that of z, and z is not written to."""
    z = np.linspace(-1000, 1000, 12, dtype=dtype).reshape(3, 4)
    before = z.copy()
    assert (dtype, (3, 4)) == (str(activation(z).dtype), activation(z).shape)
    assert dtype == str(activation.derivative(z).dtype)
    assert np.isfinite(activation(z)).all()
    assert np.isfinite(activation.derivative(z)).all()
    assert before.tolist() == z.tolist()


@pytest.mark.parametrize("activation", ALL, ids=lambda f: f.name)
def test_integers_become_float64(activation):
    """An integer input is not a reason to cut a result off."""
    assert "float64" == str(activation([1, 2]).dtype)
    assert "float64" == str(activation.derivative([1, 2]).dtype)


def test_get():
    """A name, an activation or None gives an activation."""
    assert activations.tanh is activations.get("tanh")
    assert activations.tanh is activations.get(activations.tanh)
    assert activations.linear is activations.get(None)
    assert "<activation tanh>" == repr(activations.tanh)


@pytest.mark.parametrize(
    ("bad", "error", "says"),
    [
        (lambda: activations.get("swish"), ValueError, "there is no activation 'swish'"),
        (lambda: activations.relu(["a"]), TypeError, "needs real numbers, and was given <U1"),
        (lambda: activations.softmax(1.0), ValueError, "given a single number"),
    ],
)
def test_bad_input_is_told(bad, error, says):
    """Bad input gets a sentence with what was given and what is needed."""
    with pytest.raises(error, match=says):
        bad()


@pytest.mark.parametrize("apart", [0.0, 40.0, 79.0, 81.0, 1000.0])
def test_softmax_of_rows_that_lie_far_apart(apart):
    """A row's probabilities do not depend on where the other rows lie, in float32 neither."""
    row = np.array([0.0, 0.5, -0.25], np.float32)
    alone = activations.softmax(row.astype(np.float64))
    together = activations.softmax(np.stack([row, row - np.float32(apart)]))
    assert together.dtype == np.float32
    shifted = activations.softmax((row - np.float32(apart)).astype(np.float64))
    np.testing.assert_allclose(together[0], alone, rtol=1e-6)
    np.testing.assert_allclose(together[1], shifted, rtol=1e-6)


def test_softmax_keeps_a_missing_number_in_its_row():
    """A NaN or an infinite score spoils its own row and no other."""
    rows = np.array([[0.0, 0.0], [np.nan, 0.0], [0.0, -np.inf]])
    expected = [[0.5, 0.5], [np.nan, np.nan], [1.0, 0.0]]
    np.testing.assert_array_equal(expected, activations.softmax(rows))
    assert (0, 3) == activations.softmax(np.empty((0, 3))).shape
