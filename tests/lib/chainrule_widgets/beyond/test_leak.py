"""What a thief reads off is the example itself, and noise takes it away from him."""

import numpy as np
import pytest
from chainrule import datasets
from chainrule_widgets.beyond import Leak
from chainrule_widgets.beyond.leak import clipped, gradient, protected, stolen

DIGITS = datasets.digits()[0] / 16


@pytest.mark.parametrize("example", [0, 3, 77])
def test_one_gradient_is_one_digit(example):
    """Column over bias gives back every pixel, to rounding."""
    np.testing.assert_allclose(DIGITS[example], stolen(gradient(example))[0], atol=1e-12)
    seen = Leak(example).seen
    np.testing.assert_allclose(DIGITS[example], seen["guess"], atol=1e-4)
    assert seen["error"] < 1e-12


def test_a_batch_gives_a_mixture():
    """What is read off is a weighted sum of the batch's digits, whose weights add up to 1."""
    guess, _ = stolen(gradient(5, 4))
    weights = np.linalg.lstsq(DIGITS[5:9].T, guess, rcond=None)[0]
    np.testing.assert_allclose(guess, weights @ DIGITS[5:9], atol=1e-9)
    assert 1 == pytest.approx(weights.sum())


def length(gradients):
    return np.sqrt(sum((g**2).sum() for g in gradients))


def test_each_example_is_clipped_by_itself():
    """A long gradient is shortened to 1 in all its arrays alike, a short one is left alone."""
    long = [100 * g for g in gradient(3)]
    assert 1 == pytest.approx(length(clipped(long)))
    np.testing.assert_allclose(long[0] / length(long), clipped(long)[0])
    short = [g / length(long) for g in long]
    np.testing.assert_allclose(short[1], clipped(short)[1])


def test_noise_has_the_deviation_asked_for():
    """It is added to the sum over the batch, and so a batch of four has a quarter of it."""
    quiet, loud = protected(5, 4, 0.0), protected(5, 4, 0.1)
    noise = np.concatenate([(a - b).ravel() for a, b in zip(loud, quiet, strict=True)])
    assert 0.1 / 4 == pytest.approx(noise.std(), rel=0.05)
    mean = sum(clipped(gradient(place))[0] for place in range(5, 9)) / 4
    np.testing.assert_allclose(mean, quiet[0])


def test_more_noise_hides_more():
    """A little noise leaves the digit, much takes it away; the words have the likeness."""
    likeness = [Leak(3, noise=noise).seen["likeness"] for noise in (0.0, 0.01, 0.2)]
    assert 1 == pytest.approx(likeness[0])
    assert likeness[1] > 0.9
    assert abs(likeness[2]) < 0.3
    assert "digit 3 in a batch of 1, its gradient not protected" in repr(Leak(3))
