"""The error of a trial is a V: the curve's bend on one side, rounding on the other."""

import pytest
import traitlets
from chainrule_widgets.backpropagation import StepSize


def ratio(first, second, which):
    return StepSize(power=first).errors()[which] / StepSize(power=second).errors()[which]


def test_one_sided_falls_as_h_and_central_as_h_squared():
    """From h = 0.01 to h = 0.001 the one falls ten times, the other a hundred times."""
    assert (pytest.approx(10, rel=0.05), pytest.approx(100, rel=0.05)) == (
        ratio(-2, -3, 0),
        ratio(-2, -3, 1),
    )


def test_bend_has_the_size_that_taylor_says():
    """One-sided: h |J″| / 2 with J″(0.5) = 8 σ′(0)² = 1/2, because σ″(0) = 0."""
    assert 1e-3 * 0.5 / 2 == pytest.approx(StepSize(power=-3).errors()[0], rel=1e-2)


def test_rounding_takes_over():
    """At 10⁻¹³ the central error is worse than at 10⁻⁵."""
    assert ratio(-13, -5, 1) > 1000


def test_float32_sees_nothing_at_all():
    """At h = 10⁻⁸ both heights are one number, so the slope −1/2 is missed by all of it."""
    assert (0.5, 0.5) == StepSize(power=-8, precision="float32").errors()


def test_corner_is_missed_by_long_steps_only():
    """A central step across relu's corner averages 0 and 1; a short one does not."""
    assert 0.45 == pytest.approx(StepSize(function="relu near its corner", power=0).errors()[1])
    assert 1e-9 > StepSize(function="relu near its corner", power=-2).errors()[1]


def test_knobs_and_words():
    """The knobs are traits with ends, and the sentence has both errors."""
    assert "float64, h = 10^-3: the error of the one-sided difference is 0.0002" in repr(
        StepSize(power=-3)
    )
    with pytest.raises(traitlets.TraitError, match="power"):
        StepSize(power=1.0)
