"""Units that begin alike stay alike to the last digit, and random ones part."""

import numpy as np
import pytest
from chainrule_widgets.normalization import EqualUnits


@pytest.mark.parametrize("initial", ["zero", "constant"])
def test_alike_for_ever(initial):
    """At each of 300 steps both units have the same weights."""
    units = np.array(EqualUnits(initial).runs[initial]["units"])
    assert (301, 2, 2) == units.shape
    np.testing.assert_array_equal(units[:, 0], units[:, 1])


def test_zero_does_not_even_move():
    """The hidden weights get no gradient at all, and the best guess is the share of class 1."""
    run = EqualUnits("zero").runs["zero"]
    assert not np.any(run["units"])
    share = 1 - run["right"] / run["of"]
    entropy = -share * np.log(share) - (1 - share) * np.log(1 - share)
    assert entropy == pytest.approx(run["losses"][-1], abs=1e-3)


def test_random_ones_part_and_learn_the_corner():
    """They end far apart, and more points are right than a pair of units ever gets."""
    units = EqualUnits("random", step=300)
    assert units.apart > 1
    assert units.runs["constant"]["right"] < units.runs["random"]["right"]
    assert "random initialization, step 300" in repr(units)
