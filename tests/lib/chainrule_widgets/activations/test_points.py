"""The points are the same each time, and inside the picture."""

import numpy as np
import pytest
from chainrule_widgets.activations.points import POINTS, points


@pytest.mark.parametrize("name", POINTS)
def test_points(name):
    """120 points, half of each class, within the frame, and the same when asked again."""
    X, y = points(name)
    assert ((120, 2), 60) == (X.shape, y.sum())
    assert np.abs(X).max() <= 1.45
    np.testing.assert_array_equal(X, points(name)[0])
