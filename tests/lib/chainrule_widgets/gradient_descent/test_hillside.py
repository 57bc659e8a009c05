"""Descent on a map is the closed form where there is one."""

import numpy as np
import pytest
from chainrule_widgets.gradient_descent import Hillside


def test_ravine_is_the_closed_form():
    """Along the floor the factor is 1 − η, across it 1 − 20 η."""
    seen = Hillside("ravine", (-2.0, 0.5), learning_rate=0.09, steps=10)
    t = np.arange(11)
    np.testing.assert_allclose(np.column_stack([-2 * 0.91**t, 0.5 * (-0.8) ** t]), seen.path)
    assert [-2.0, 10.0] == pytest.approx(seen.seen["gradient"])
    assert "It oscillates: in w₁" in seen.seen["says"]


@pytest.mark.parametrize(("rate", "climbs"), [(0.099, False), (0.11, True)])
def test_steepest_direction_decides(rate, climbs):
    """The ravine's bound is 2/20."""
    seen = Hillside("ravine", (0.0, 1.0), learning_rate=rate, steps=60)
    assert climbs == (seen.seen["climb"] is not None)
    assert climbs == ("too large" in repr(seen))


def test_rest():
    """At the floor of the bowl it says that it rests."""
    assert "It has converged" in Hillside("bowl", (0.0, 0.0)).seen["says"]


@pytest.mark.parametrize("bad", [(1.0,), (1, 2, 3), (np.nan, 0)])
def test_bad_start_is_told(bad):
    """A start that is no place in the plane gets a sentence."""
    with pytest.raises(ValueError, match=r"a start has two numbers \(w0, w1\)"):
        Hillside("bowl", bad)
