"""J is the mean of what the examples pay, by every loss and reduction."""

import numpy as np
import pytest
import traitlets
from chainrule_widgets.losses import EmpiricalLoss

P, Y = np.array([0.9, 0.2, 0.6, 0.05]), np.array([1, 0, 1, 1])
EACH = {
    "binary cross-entropy": -np.log([0.9, 0.8, 0.6, 0.05]),
    "mse": (P - Y) ** 2,
    "mae": np.abs(P - Y),
}


@pytest.mark.parametrize("loss", EACH)
def test_each_and_mean(loss):
    """Each example's loss is the formula's, and J their mean."""
    seen = EmpiricalLoss(P, Y.tolist(), loss=loss).seen
    np.testing.assert_allclose(EACH[loss], seen["each"])
    assert EACH[loss].mean() == pytest.approx(seen["mean"])


@pytest.mark.parametrize(
    ("reduction", "whole"),
    [
        ("sum_over_batch_size", [EACH["binary cross-entropy"].mean()]),
        ("sum", [EACH["binary cross-entropy"].sum()]),
        ("none", EACH["mae"]),
    ],
)
def test_reduction(reduction, whole):
    """The mean, the sum, or one number an example."""
    loss = "mae" if reduction == "none" else "binary cross-entropy"
    seen = EmpiricalLoss(P, Y.tolist(), loss=loss, reduction=reduction).seen
    np.testing.assert_allclose(whole, seen["whole"], rtol=1e-5)


def test_knobs_are_traits():
    """A prediction moved from code is paid for at once, and cannot leave [0, 1]."""
    paid = EmpiricalLoss(P, Y.tolist())
    paid.predictions = [0.9, 0.2, 0.6, 0.5]
    assert np.log(2) == pytest.approx(paid.seen["each"][3])
    with pytest.raises(traitlets.TraitError):
        paid.predictions = [1.5, 0.2, 0.6, 0.5]


def test_words_and_bad_input():
    """The sentence has every part and J; lengths that differ are told."""
    assert "0.105, 0.223, 0.511, 3; J = 0.9588" in repr(EmpiricalLoss(P, Y.tolist()))
    with pytest.raises(ValueError, match="and was given 1, 2 and 2"):
        EmpiricalLoss([0.5], [1, 0])
