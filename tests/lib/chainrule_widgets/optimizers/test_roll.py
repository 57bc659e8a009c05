"""Momentum gets over the hill when there is enough of it, and the slide's sign climbs."""

import numpy as np
import pytest
from chainrule_widgets.optimizers import Roll


@pytest.mark.parametrize(
    ("momentum", "verdict", "end"),
    [(0.0, "local", 1.347), (0.85, "local", 1.347), (0.9, "lowest", -1.473)],
)
def test_escape(momentum, verdict, end):
    """The ball ends in the valley that the slides' accumulator form leads to."""
    w, accumulator = 2.2, 0.0
    for _ in range(120):
        accumulator = accumulator * momentum + w**3 - 2 * w + 0.25
        w -= 0.03 * accumulator
    seen = Roll(momentum=momentum)
    assert verdict == seen.seen["verdict"]
    assert end == pytest.approx(w, abs=0.02)
    assert w == pytest.approx(seen.path[-1])


def test_slide_s_code_climbs():
    """As printed it goes down once, by (1 − μ) η g, and then up without end."""
    path = Roll("parabola", -2.0, momentum=0.9, learning_rate=0.1, form="as the slide has it").path
    heights = (path - 1) ** 2 / 2
    assert -2 + 0.1 * 0.1 * 3 == pytest.approx(path[1])
    assert (np.diff(heights[1:]) > 0).all()


def test_with_a_minus_it_descends():
    """The velocity form with the right sign reaches the floor from the same start."""
    seen = Roll("parabola", -2.0, momentum=0.9, learning_rate=0.1, form="velocity (Nesterov)")
    assert "lowest" == seen.seen["verdict"]
    assert 1.0 == pytest.approx(seen.path[-1], abs=1e-2)


def test_slide_s_code_with_little_momentum_descends():
    """Below one half the two terms of an even slope add up to a descent."""
    low, high = (
        Roll("parabola", -2.0, momentum=mu, learning_rate=0.05, form="as the slide has it").path
        for mu in (0.4, 0.6)
    )
    assert abs(low[-1] - 1) < 3 < abs(high[-1] - 1)


@pytest.mark.parametrize(
    ("knobs", "verdict"),
    [
        ({"momentum": 0.99}, "rolling"),
        ({"loss": "plateau", "start": -3.8}, "on its way"),
        ({"momentum": 0.9, "form": "as the slide has it"}, "gone"),
    ],
)
def test_verdicts(knobs, verdict):
    """What becomes of the ball is said."""
    seen = Roll(**knobs)
    assert verdict == seen.seen["verdict"]
    assert seen.seen["says"] in repr(seen)


def test_knobs_are_traits():
    """Turning the momentum from code rolls again."""
    seen = Roll()
    seen.momentum = 0.9
    assert "lowest" == seen.seen["verdict"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [({"form": "heavy"}, "there is no form 'heavy'"), ({"loss": "x"}, "there is no curve 'x'")],
)
def test_bad_input_is_told(arguments, says):
    """A name that is none gets a sentence."""
    with pytest.raises(ValueError, match=says):
        Roll(**arguments)
