"""What becomes of a descent is said truly: too small, stable, swinging, too large."""

import numpy as np
import pytest
from chainrule_widgets.gradient_descent import Descent

# On the parabola (w − 1)²/2 the distance to 1 is multiplied by 1 − η each step.
VERDICTS = [
    (0.02, "too small"),
    (0.5, "stable"),
    (1.0, "stable"),
    (1.5, "stable"),
    (1.95, "oscillates"),
    (2.0, "oscillates"),
    (2.05, "too large"),
    (3.0, "too large"),
]


@pytest.mark.parametrize(("rate", "verdict"), VERDICTS)
def test_verdict_of_a_rate(rate, verdict):
    """The bound is 2, as the closed form says, and the path is that form."""
    seen = Descent("parabola", -2.0, learning_rate=rate)
    assert verdict == seen.seen["verdict"]
    steps = np.arange(len(seen.path))  # a walk that has left is not followed to its end
    np.testing.assert_allclose(1 - 3 * (1 - rate) ** steps, seen.path, rtol=1e-9)
    assert (1 if rate > 2 else None) == seen.seen["climb"]


@pytest.mark.parametrize(
    ("start", "says"),
    [
        (-2.0, "negative, so the step goes right, to −1.1"),
        (4.0, "positive, so the step goes left, to 3.1"),
        (1.0, "The derivative is 0"),
    ],
)
def test_sign_of_the_slope(start, says):
    """One step is explained by the sign of the slope."""
    assert says in Descent("parabola", start, learning_rate=0.3, steps=1).seen["says"]


def test_valleys():
    """Which valley it ends in depends on the start alone, and the higher one is called local."""
    right = Descent("two valleys", 2.1, learning_rate=0.05, steps=60)
    left = Descent("two valleys", -0.5, learning_rate=0.05, steps=60)
    assert ("local minimum", "stable") == (right.seen["verdict"], left.seen["verdict"])
    assert 1.34700 == pytest.approx(right.path[-1], abs=1e-3)
    assert -1.47300 == pytest.approx(left.path[-1], abs=1e-3)


def test_plateau():
    """On level ground the walk is stuck, and it is not called a minimum."""
    assert "stuck" == Descent("plateau", -3.8, steps=60).seen["verdict"]


def test_knobs_and_words():
    """Turning a knob from code walks again, and the words follow."""
    seen = Descent()
    seen.learning_rate = 2.5
    assert "too large" == seen.seen["verdict"]
    assert "learning rate 2.5: too large. Step 1 is the first" in repr(seen)


def test_bad_curve_is_told():
    """A name that is none gets a sentence."""
    with pytest.raises(ValueError, match="there is no curve 'cliff'; there are parabola"):
        Descent("cliff")
