"""Models and weights are saved and loaded."""

import pytest
from chainrule import models


def test_weights_alone(sequential, tmp_path):
    """Weights go into a model of the same layers."""
    model, twin = sequential(), sequential()
    model.save_weights(tmp_path / "weights.npz")
    twin.load_weights(tmp_path / "weights.npz")
    assert [w.tolist() for w in model.get_weights()] == [w.tolist() for w in twin.get_weights()]
    with pytest.raises(ValueError, match="weights and no layers"):
        models.load_model(tmp_path / "weights.npz")


def test_no_overwriting_where_it_is_not_wanted(sequential, tmp_path):
    """overwrite=False leaves an existing file alone."""
    path = tmp_path / "model.npz"
    sequential().save(path)
    with pytest.raises(FileExistsError, match="overwrite=False"):
        sequential().save(path, overwrite=False)
