"""Dropout drops the right fraction, and keeps the mean."""

import numpy as np
import pytest
from chainrule import layers


@pytest.mark.parametrize("rate", [0.2, 0.5, 0.8])
def test_dropout_keeps_the_mean(rate):
    """Each entry is 0 or 1/(1 − rate), the share of zeros is the rate, and inference is bare."""
    layer = layers.Dropout(rate, seed=0, dtype="float64")
    x = np.ones((200, 200))
    out = layer(x, training=True)
    assert [0.0, pytest.approx(1 / (1 - rate))] == sorted(set(out.ravel().tolist()))
    assert rate == pytest.approx((out == 0).mean(), abs=0.01)
    assert x.tolist() == layer(x).tolist()


def test_dropout_follows_the_noise_shape():
    """Entries share their fate along an axis of length 1 in the noise shape."""
    out = layers.Dropout(0.5, noise_shape=(None, 1, 3), seed=0)(np.ones((9, 4, 3)), training=True)
    assert (out == out[:, :1]).all()
    assert not (out == out[:1]).all()


def test_dropout_draws_anew_each_time():
    """Two steps drop different entries; a layer with the same seed drops the same ones."""
    x = np.ones((5, 5))
    one, two = layers.Dropout(0.5, seed=1), layers.Dropout(0.5, seed=1)
    first = one(x, training=True)
    assert first.tolist() == two(x, training=True).tolist()
    assert first.tolist() != one(x, training=True).tolist()


def test_everything_dropped_is_zero():
    """A rate of 1 leaves nothing, and no division by zero."""
    assert not layers.Dropout(1.0)(np.ones((3, 3)), training=True).any()


def test_dropout_needs_a_rate():
    """Without a rate the error shows how to give one."""
    with pytest.raises(TypeError, match=r"Dropout\(0\.5\)"):
        layers.Dropout()
