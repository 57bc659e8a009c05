"""What dropout drops, what it keeps, and what the mean becomes."""

import numpy as np
import pytest
from chainrule_widgets.regularization import DroppedUnits
from chainrule_widgets.regularization.dropped_units import OUTPUTS, dropped


@pytest.mark.parametrize("rate", [0.2, 0.5, 0.8])
def test_mean_is_kept(rate):
    """Each entry is 0 or 1/(1 − rate) times itself, as often as the binomial distribution says."""
    first, second = dropped(rate, 0, training=True)
    expected = np.where(first == 0, 0, np.array(OUTPUTS) / (1 - rate))
    np.testing.assert_allclose(expected, first)
    kept = (first > 0).mean()
    assert abs(kept - (1 - rate)) < 4 * np.sqrt(rate * (1 - rate) / first.size)
    assert second.shape == (6,)


def test_inference_lets_all_through():
    """Nothing dropped, nothing scaled."""
    seen = DroppedUnits(0.5, training=False).seen
    assert list(OUTPUTS) == seen["now"]
    assert all(seen["second"])
    np.testing.assert_allclose(OUTPUTS, seen["unscaled"])


def test_without_the_division_the_mean_would_shrink():
    """To the share that is kept."""
    seen = DroppedUnits(0.5).seen
    np.testing.assert_allclose(0.5 * np.array(seen["mean"]), seen["unscaled"])


def test_state_is_what_is_drawn():
    """Another draw is another network; the same draw the same one."""
    seen = DroppedUnits(0.5)
    first = seen.seen["now"]
    seen.seed = 1
    assert first != seen.seen["now"]
    seen.seed = 0
    assert first == seen.seen["now"]
    assert "3.70 without dropout" in repr(seen)
