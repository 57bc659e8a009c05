"""With enough momentum the ball crosses the hill, and with the wrong sign it diverges."""

import numpy as np
import pytest
from chainrule_widgets.optimizers import Roll


@pytest.mark.parametrize(
    ("momentum", "verdict", "end"),
    [
        (0.0, "local", 1.347),
        (0.85, "local", 1.347),
        (0.88, "local", 1.347),
        (0.89, "lowest", -1.473),
        (0.9, "lowest", -1.473),
    ],
)
def test_escape(momentum, verdict, end):
    """The ball ends at the minimum that the accumulator form of the decks reaches."""
    w, accumulator = 2.2, 0.0
    for _ in range(120):
        accumulator = accumulator * momentum + w**3 - 2 * w + 0.25
        w -= 0.03 * accumulator
    seen = Roll(momentum=momentum)
    assert verdict == seen.seen["verdict"]
    assert end == pytest.approx(w, abs=0.02)
    assert w == pytest.approx(seen.path[-1])


def test_too_much_momentum_comes_back():
    """The ball reaches the lower minimum, and ends near the local one."""
    path = Roll("two valleys", 2.2, momentum=0.95, learning_rate=0.1).path
    assert path.min() < -1.473
    assert 1.347 == pytest.approx(path[-1], abs=0.1)


def test_wrong_sign_climbs():
    """The loss falls once, after a step of (1 − μ) η g, and then grows without end."""
    path = Roll("parabola", -2.0, momentum=0.9, learning_rate=0.1, form="wrong sign").path
    heights = (path - 1) ** 2 / 2
    assert -2 + 0.1 * 0.1 * 3 == pytest.approx(path[1])
    assert (np.diff(heights[1:]) > 0).all()


def test_with_a_minus_it_descends():
    """The velocity form with the right sign reaches the minimum from the same start."""
    seen = Roll("parabola", -2.0, momentum=0.9, learning_rate=0.1, form="velocity (Nesterov)")
    assert "lowest" == seen.seen["verdict"]
    assert 1.0 == pytest.approx(seen.path[-1], abs=1e-2)


def test_wrong_sign_with_little_momentum_descends():
    """With a constant gradient and μ < 0.5, the two terms add up to a descent."""
    low, high = (
        Roll("parabola", -2.0, momentum=mu, learning_rate=0.05, form="wrong sign").path
        for mu in (0.4, 0.6)
    )
    assert abs(low[-1] - 1) < 3 < abs(high[-1] - 1)


@pytest.mark.parametrize(
    ("knobs", "verdict"),
    [
        ({"momentum": 0.99}, "rolling"),
        ({"loss": "plateau", "start": -3.8}, "on its way"),
        ({"momentum": 0.9, "form": "wrong sign"}, "gone"),
    ],
)
def test_verdicts(knobs, verdict):
    """The sentence says where the path ends."""
    seen = Roll(**knobs)
    assert verdict == seen.seen["verdict"]
    assert seen.seen["says"] in repr(seen)


def test_knobs_are_traits():
    """A momentum that is set from code gives a new path."""
    seen = Roll()
    seen.momentum = 0.9
    assert "lowest" == seen.seen["verdict"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [({"form": "heavy"}, "there is no form 'heavy'"), ({"loss": "x"}, "there is no curve 'x'")],
)
def test_bad_input_is_told(arguments, says):
    """An unknown name is an error with a sentence."""
    with pytest.raises(ValueError, match=says):
        Roll(**arguments)
