"""Under L1 the paths end at exactly 0, under L2 they never do."""

import numpy as np
import pytest
from chainrule_widgets.regularization import WeightPaths
from chainrule_widgets.regularization.weight_paths import STRENGTHS

RNG = np.random.default_rng(1)
X = RNG.standard_normal((40, 4))
Y = X @ [2.0, -1.0, 0.0, 0.0] + RNG.standard_normal(40)


def test_paths():
    """The number of zeros of L1 grows to all, L2 has none, and its ridge is the closed form."""
    seen = WeightPaths(X, Y)
    zeros = (seen.weights == 0).sum(axis=2)
    assert (0, 4, 0) == (zeros[0, 0], zeros[0, -1], zeros[1].max())
    ridge = np.linalg.solve(X.T @ X / 40 + STRENGTHS[30] * np.eye(4), X.T @ Y / 40)
    np.testing.assert_allclose(ridge, seen.weights[1, 30], atol=1e-9)
    sent = np.frombuffer(seen.paths, "<f4").reshape(seen.weights.shape)
    np.testing.assert_allclose(seen.weights, sent, rtol=1e-6)


def test_words():
    """The zeros at the line are counted."""
    assert "λ = 10: L1 makes 4 of 4 weights exactly 0, L2 0" == repr(WeightPaths(X, Y, place=60))


def test_bad_input_is_told():
    """Shapes and names that do not fit are named."""
    with pytest.raises(ValueError, match="WeightPaths needs X .n, m. and y .n,., not"):
        WeightPaths(X, Y[:-1])
    with pytest.raises(ValueError, match="4 features need as many names, not 2"):
        WeightPaths(X, Y, ["a", "b"])
