"""Losses of several outputs."""

import numpy as np
import pytest
from chainrule import layers, models

RNG = np.random.default_rng(0)


X, Y = RNG.normal(size=(20, 3)), RNG.normal(size=(20, 1))


def test_several_outputs_by_name():
    """Losses, weights, targets and metrics may be given by the output's name."""
    x = layers.Input((3,), name="x")
    model = models.Model(x, [layers.Dense(1, name="a")(x), layers.Dense(2, name="b")(x)])
    model.compile("sgd", {"a": "mse", "b": "mae"}, loss_weights={"a": 2.0}, metrics={"b": ["mse"]})
    y = {"a": Y, "b": np.hstack([Y, Y])}
    found = model.evaluate({"x": X}, y, return_dict=True)
    assert ["loss", "a_loss", "b_loss", "b_mse"] == list(found)
    assert 2 * found["a_loss"] + found["b_loss"] == pytest.approx(found["loss"])
    assert [(20, 1), (20, 2)] == [part.shape for part in model.predict(X)]
