"""The walk on the cliff is gradient descent on (w¹² − 1)², clipped where that is asked for."""

import numpy as np
import pytest
from chainrule_widgets.normalization import Cliff


def by_hand(w, rate, limit, steps):
    path = [w]
    for _ in range(steps):
        slope = 24 * (w**12 - 1) * w**11
        w -= rate * (np.clip(slope, -limit, limit) if limit else slope)
        path.append(w)
    return path


@pytest.mark.parametrize(("start", "limit"), [(1.2, 10.0), (0.7, 0.0), (1.05, 0.0)])
def test_path_is_that_of_the_formula(start, limit):
    """The slope of (w¹² − 1)² is 24 (w¹² − 1) w¹¹."""
    path = Cliff(start, limit=limit).seen["path"]
    np.testing.assert_allclose(by_hand(start, 0.005, limit, 40), path, rtol=1e-9)


def test_three_fates():
    """From the wall it flies off; clipped it arrives; on the plain it hardly moves."""
    assert Cliff(1.2).seen["away"]
    assert 1 == pytest.approx(Cliff(1.2, limit=10.0).seen["path"][-1], abs=1e-3)
    assert abs(Cliff(0.6, limit=10.0).seen["path"][-1] - 0.6) < 0.03


def test_words():
    """The sentence tells where it went."""
    assert "from w = 1.2, without clipping: diverges to w = -5.86" == repr(Cliff(1.2))
    assert "from w = 1.2, clipped to 10: at w = 1 after 40 steps" in repr(Cliff(1.2, limit=10.0))
