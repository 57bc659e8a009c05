"""The refits are the least-squares polynomials, and the errors add up as the formula says."""

import numpy as np
import pytest
from chainrule_widgets.evaluation import BiasVariance
from chainrule_widgets.evaluation.bias_variance import GRID, fits, true_function


def test_one_step_of_the_library_is_the_least_squares_fit():
    """NumPy's own polynomial fit draws the same curves, at every degree."""
    found = fits(14, 0.3, seed=0)
    for degree in range(12):
        for k in (0, 39):
            fitted = np.polynomial.Polynomial.fit(found.x, found.y[:, k], degree)
            np.testing.assert_allclose(fitted(GRID), found.fits[degree, k], atol=1e-8)


def test_bias_and_variance_make_the_error():
    """Their sum is the mean squared distance of the refits from the true_function."""
    found = fits(20, 0.5, seed=1)
    distance = np.mean((found.fits - true_function(GRID)) ** 2, axis=(1, 2))
    np.testing.assert_allclose(distance, found.bias + found.variance)


def test_training_error_only_falls():
    """What a polynomial can do, one of a higher degree can do as well; at n − 1 it hits all."""
    training = fits(12, 0.3, seed=2).training
    assert (np.diff(training) < 1e-12).all()
    assert training[11] < 1e-20


def test_variance_is_that_of_least_squares():
    """σ² φ(x)ᵀ (ΦᵀΦ)⁻¹ φ(x) on average, which falls as the points become more."""
    for points in (20, 40):
        Phi, phi = (np.vander(x, 3) for x in (np.linspace(-1, 1, points), GRID))
        expected = 0.3**2 * np.mean(np.sum(phi @ np.linalg.inv(Phi.T @ Phi) * phi, axis=1))
        seen = np.mean([fits(points, 0.3, seed).variance[2] for seed in range(20)])
        assert expected * 39 / 40 == pytest.approx(seen, rel=0.1)


def test_state_is_what_is_drawn():
    """Without noise the refits are one, and the sentence says so."""
    seen = BiasVariance(3)
    seen.noise = 0.0
    assert 0 == round(seen.seen["variance"][3], 12)
    assert "variance 0.000, noise 0.000" in repr(seen)


def test_more_points_reduce_overfitting():
    """The lecture names the best degree, and the error of degree 11, for 14 and for 60 points."""
    for points, best, error in ((14, 3, 0.388), (60, 5, 0.106)):
        seen = BiasVariance(points=points).seen
        errors = np.array(seen["bias"]) + seen["variance"] + 0.3**2
        assert (best, error) == (int(errors.argmin()), pytest.approx(errors[11], abs=5e-4))
