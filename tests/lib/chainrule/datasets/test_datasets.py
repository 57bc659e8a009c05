"""Data: the real ones are what they say, the made ones have their shape."""

import numpy as np
import pytest
from chainrule import datasets

MADE = [datasets.moons, datasets.circles, datasets.spirals, datasets.blobs, datasets.xor]


@pytest.mark.parametrize(
    ("load", "shape", "counts", "mean"),
    [
        (datasets.digits, (1797, 64), [178, 182, 177, 183, 181, 182, 181, 179, 174, 180], 4.884164),
        (datasets.iris, (150, 4), [50, 50, 50], 3.4645),
        (datasets.breast_cancer, (569, 30), [212, 357], 61.890712),
    ],
)
def test_real_data(load, shape, counts, mean):
    """Shape, number of examples of each class, and the mean are those of scikit-learn's copy."""
    x, y = load()
    assert (shape, "float64", "int64") == (x.shape, str(x.dtype), str(y.dtype))
    assert counts == np.bincount(y).tolist()
    assert mean == pytest.approx(x.mean(), rel=1e-6)


@pytest.mark.parametrize("load", ["digits", "iris", "breast_cancer"])
def test_real_data_are_scikit_learns(load):
    """Every number is scikit-learn's, where it is installed."""
    peers = pytest.importorskip("sklearn.datasets", reason="needs `uv run --group peers`")
    x, y = getattr(datasets, load)()
    theirs = getattr(peers, f"load_{load}")(return_X_y=True)
    assert [x.tolist(), y.tolist()] == [part.tolist() for part in theirs]


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
