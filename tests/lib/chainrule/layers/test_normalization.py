"""Normalization and its inverse."""

import numpy as np
from chainrule import layers

RNG = np.random.default_rng(0)


X = RNG.normal(size=(6, 4))


def test_normalization_inverts():
    """Normalising and its inverse give the data back."""
    there = layers.Normalization(dtype="float64")
    there.adapt(X)
    back = layers.Normalization(mean=X.mean(0), variance=X.var(0), invert=True, dtype="float64")
    np.testing.assert_allclose(there(X).std(axis=0), 1)
    np.testing.assert_allclose(back(there(X)), X, rtol=1e-12)
