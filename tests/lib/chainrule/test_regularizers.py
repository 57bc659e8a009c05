"""Penalties and their slopes."""

import numpy as np
import pytest
from chainrule import regularizers
from chainrule.gradients import check_gradients

W = np.random.default_rng(0).normal(size=(3, 4))


@pytest.mark.parametrize(
    ("regularizer", "expected"),
    [
        (regularizers.L1(0.1), 0.1 * np.abs(W).sum()),
        (regularizers.L2(0.1), 0.1 * np.square(W).sum()),
        (regularizers.L1L2(0.1, 0.2), 0.1 * np.abs(W).sum() + 0.2 * np.square(W).sum()),
        (regularizers.l1(0.3), 0.3 * np.abs(W).sum()),
        (regularizers.l2(0.3), 0.3 * np.square(W).sum()),
        (regularizers.l1_l2(0.1, 0.2), 0.1 * np.abs(W).sum() + 0.2 * np.square(W).sum()),
    ],
)
def test_penalty_and_slope(regularizer, expected):
    """The penalty is the formula, and the gradient its slope."""
    assert expected == pytest.approx(float(regularizer(W)), rel=1e-14)
    assert check_gradients(regularizer, regularizer.gradient, W) < 1e-6


def test_the_slope_of_l1_at_zero_is_zero():
    """Of all the sub-gradients, the one in the middle."""
    assert [0.0] == regularizers.L1(1.0).gradient([0.0]).tolist()


def test_defaults_are_keras():
    """0.01 for one of them, nothing for the two together."""
    both = regularizers.L1L2()
    assert (0.01, 0.01, 0.0, 0.0) == (
        regularizers.L1().l1,
        regularizers.L2().l2,
        both.l1,
        both.l2,
    )


@pytest.mark.parametrize("bad", [lambda: regularizers.L2(-1), lambda: regularizers.get("l3")])
def test_bad_input_is_told(bad):
    """A negative strength or an unknown name gets a sentence."""
    with pytest.raises(ValueError, match=r"finite number ≥ 0|there is no regularizer 'l3'"):
        bad()
