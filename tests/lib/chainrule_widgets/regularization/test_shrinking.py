"""The weights with a price are the best ones, by conditions that only the best ones meet."""

import numpy as np
import pytest
from chainrule_widgets.regularization.shrinking import best_weights, shrink

RNG = np.random.default_rng(0)
X = RNG.standard_normal((50, 6))
Y = X @ [2.0, -1.0, 0.5, 0, 0, 0] + RNG.standard_normal(50)


def test_shrink():
    """L1 moves all by the same and stops at 0; L2 divides all by the same."""
    np.testing.assert_allclose([2.5, -0.5, 0], shrink(np.array([3.0, -1.0, 0.2]), "l1", 0.5))
    np.testing.assert_allclose([1.5, -0.5, 0.1], shrink(np.array([3.0, -1.0, 0.2]), "l2", 0.5))


@pytest.mark.parametrize("strength", [0.0, 0.3, 2.0])
def test_l2_is_ridge_regression(strength):
    """The closed form of the ridge."""
    ridge = np.linalg.solve(X.T @ X / 50 + strength * np.eye(6), X.T @ Y / 50)
    np.testing.assert_allclose(ridge, best_weights(X, Y, "l2", strength), atol=1e-9)


@pytest.mark.parametrize("strength", [0.1, 0.5, 1.5])
def test_l1_meets_the_conditions_of_the_lasso(strength):
    """The slope of the loss is −λ sign(w) where w is in use, and within ±λ where it is 0."""
    w = best_weights(X, Y, "l1", strength)
    slope = 2 * X.T @ (X @ w - Y) / 50
    used = w != 0
    np.testing.assert_allclose(-strength * np.sign(w[used]), slope[used], atol=1e-8)
    assert (np.abs(slope[~used]) <= strength).all()
    assert used.all() == (strength < 0.2)


def test_l1_sets_all_to_zero_where_nothing_pays():
    """From λ = max |slope of the loss at 0| on, every weight is exactly 0."""
    most = np.abs(2 * X.T @ Y / 50).max()
    assert not best_weights(X, Y, "l1", 1.001 * most).any()
    assert best_weights(X, Y, "l1", 0.999 * most).any()
