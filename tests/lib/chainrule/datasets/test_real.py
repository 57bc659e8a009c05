"""The real data are scikit-learn's."""

import numpy as np
import pytest
from chainrule import datasets


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
