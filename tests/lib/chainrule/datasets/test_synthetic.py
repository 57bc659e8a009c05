"""Synthetic data have their shape."""

import numpy as np
import pytest
from chainrule import datasets

MADE = [datasets.moons, datasets.circles, datasets.spirals, datasets.blobs, datasets.xor]


@pytest.mark.parametrize("make", MADE, ids=lambda make: make.__name__)
def test_made_data(make):
    """As many examples as asked for, in the plane, with two classes or more, repeatable."""
    x, y = make(101, seed=4)
    assert ((101, 2), (101,)) == (x.shape, y.shape)
    assert len(np.unique(y)) >= 2
    assert x.tolist() == make(101, seed=4)[0].tolist()
    assert x.tolist() != make(101, seed=5)[0].tolist()


def test_circles_have_their_radii():
    """Without noise the classes are at radius 1 and `factor`."""
    x, y = datasets.circles(60, noise=0.0, factor=0.3)
    np.testing.assert_allclose(np.linalg.norm(x, axis=1), np.where(y, 0.3, 1.0))


def test_moons_reach_into_each_other():
    """The upper half circle is about (0, 0), the lower about (1, 1/2)."""
    x, y = datasets.moons(60, noise=0.0)
    np.testing.assert_allclose(np.linalg.norm(x - np.c_[y, y / 2], axis=1), 1.0)


def test_line_has_its_noise():
    """What is left of y after the line is the noise."""
    x, y = datasets.line(5000, noise=0.5, slope=3.0, intercept=-1.0, seed=0)
    assert 0.5 == pytest.approx((y - 3 * x[:, 0] + 1).std(), rel=0.05)
