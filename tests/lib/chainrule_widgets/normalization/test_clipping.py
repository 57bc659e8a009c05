"""Clipping by value bends an arrow, clipping by norm only shortens it."""

import numpy as np
import pytest
from chainrule_widgets.normalization import Clipping


def test_both_rules():
    """(3, −4) has length 5: by value 2 it is (2, −2), by norm 2.5 one half of itself."""
    np.testing.assert_allclose([2, -2], Clipping((3, -4), limit=2).seen["by_value"])
    arrows = Clipping((3, -4), limit=2.5).seen
    np.testing.assert_allclose([1.5, -2], arrows["by_norm"])
    assert 0 == pytest.approx(arrows["turned"][1], abs=1e-6)
    expected = 45 - np.degrees(np.arctan(3 / 4))
    assert expected == pytest.approx(Clipping((3, -4), limit=2).seen["turned"][0])


def test_short_arrows_are_left_alone():
    """Inside the circle neither rule does anything; no arrow at all is no error."""
    for gradient in [(0.5, -0.5), (0.0, 0.0)]:
        seen = Clipping(gradient).seen
        assert [*gradient] == seen["by_value"] == seen["by_norm"]
        assert [0, 0] == seen["turned"]


def test_code_turns_the_knobs():
    """A new gradient or limit is answered at once, and said."""
    arrow = Clipping()
    arrow.gradient, arrow.limit = [0.0, 4.0], 2.0
    assert [0, 2] == arrow.seen["by_norm"]
    assert "by value (0, 2), turned by 0°" in repr(arrow)


def test_bad_input_is_told():
    """An arrow of three numbers is refused."""
    with pytest.raises(ValueError, match="gradient has 3 numbers, and must have two"):
        Clipping((1, 2, 3))
