"""The slope at the scores is what was said minus what is so."""

import numpy as np
import pytest
from chainrule_widgets.losses import ScoreGradient


def loss(z, y):
    """Return the cross-entropy of scores, from its definition."""
    return -np.sum(y * np.log(np.exp(z) / np.exp(z).sum()))


@pytest.mark.parametrize("smoothing", [0.0, 0.3])
def test_gradient_by_differences(smoothing):
    """Central differences of the definition give the drawn gradient."""
    seen = ScoreGradient([1.0, 2.0, 0.0], target=2, label_smoothing=smoothing).seen
    y = np.array([0.0, 0.0, 1.0]) * (1 - smoothing) + smoothing / 3
    z, h = np.array([1.0, 2.0, 0.0]), 1e-5
    slopes = [(loss(z + h * e, y) - loss(z - h * e, y)) / (2 * h) for e in np.eye(3)]
    np.testing.assert_allclose(slopes, seen["gradient"], atol=1e-8)
    assert loss(z, y) == pytest.approx(seen["loss"])
    np.testing.assert_allclose(y, seen["wanted"])


def test_pulls_add_up_to_nothing():
    """What the truth gains the others lose."""
    seen = ScoreGradient([3.0, -2.0, 0.5, 1.0], target=1).seen
    assert 0 == pytest.approx(sum(seen["gradient"]), abs=1e-12)


def test_sure_and_wrong_is_pulled_with_full_force():
    """Even where the truth's chance is e⁻¹², the slope is nearly −1."""
    seen = ScoreGradient([-6.0, 6.0], target=0).seen
    assert -1 == pytest.approx(seen["gradient"][0], abs=1e-5)
    assert 12 == pytest.approx(seen["loss"], abs=1e-4)


def test_words_and_knobs():
    """The sentence has the slopes; another truth from code turns them."""
    pull = ScoreGradient([0.0, 0.0], ["cat", "dog"])
    assert "The target is cat: cross-entropy 0.6931; gradient of the scores: cat -0.500" in repr(
        pull
    )
    pull.target = 1
    assert [0.5, -0.5] == pytest.approx(pull.seen["gradient"])


def test_bad_input_is_told():
    """Labels that do not fit, and a truth that is no class."""
    with pytest.raises(ValueError, match="2 scores need as many labels, not 1"):
        ScoreGradient([0, 0], ["a"])
    with pytest.raises(ValueError, match="the classes are 0 … 1, and the target was 2"):
        ScoreGradient([0, 0], target=2)
