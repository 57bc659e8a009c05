"""The cloud is as wide as the theory of samples says."""

import numpy as np
import pytest
import traitlets
from chainrule_widgets.batches import GradientCloud
from chainrule_widgets.batches.gradient_cloud import PLACES
from chainrule_widgets.batches.straight_line import X, Y


@pytest.mark.parametrize("place", PLACES)
def test_spread_falls_as_one_over_root_b(place):
    """Drawn without repeats: σ/√B · √((n − B)/(n − 1)), within what 300 draws allow."""
    seen = GradientCloud(place=place).seen
    sizes = np.array([1, 2, 4, 8, 16, 32])
    theory = seen["one"] / np.sqrt(sizes) * np.sqrt((64 - sizes) / 63)
    np.testing.assert_allclose(theory, np.array(seen["measured"])[sizes - 1], rtol=0.1)


def test_all_examples_have_no_noise():
    """A batch of all is the full gradient, each time."""
    seen = GradientCloud(batch_size=64)
    dots = np.frombuffer(seen.arrays[0], "<f4").reshape(-1, 2)
    np.testing.assert_allclose(np.tile(seen.seen["full"], (300, 1)), dots, rtol=1e-5)
    assert 0 == pytest.approx(seen.seen["measured"][-1], abs=1e-9)


def test_full_gradient_is_the_slope_of_the_loss():
    """2/n Σ (ŷ − y) and 2/n Σ (ŷ − y) x."""
    w0, w1 = PLACES["far from the minimum"]
    error = w0 + w1 * X[:, 0] - Y
    expected = [2 * np.mean(error), 2 * np.mean(error * X[:, 0])]
    assert expected == pytest.approx(GradientCloud().seen["full"])


def test_noise_hides_the_way_near_the_minimum():
    """Far away nearly every single example leads downhill, near the minimum many do not."""
    far, near = (GradientCloud(batch_size=1, place=place).seen for place in [*PLACES][:2])
    assert far["downhill"] > 270
    assert near["downhill"] < 240


def test_knobs_and_words():
    """The size has ends, and the sentence has the spread."""
    seen = GradientCloud()
    seen.batch_size = 64
    assert "300 batches of 64: the typical distance of their gradients" in repr(seen)
    with pytest.raises(traitlets.TraitError, match="batch_size"):
        seen.batch_size = 65
    assert 64 == seen.answer({"batch_size": 900, "place": seen.place, "seed": 0})[0]["batch_size"]
