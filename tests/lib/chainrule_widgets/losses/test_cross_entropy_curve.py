"""The curves are the logarithms', cut where the library cuts, and yours is judged fairly."""

import numpy as np
import pytest
from chainrule_widgets.losses import CrossEntropyCurve


def rows(curve):
    return np.frombuffer(curve.arrays[0], "<f4").astype(float).reshape(-1, 201)


def test_curves_are_the_logarithms():
    """−log(1 − p) for a no and −log p for a yes, at all places inside."""
    p, no, yes = rows(CrossEntropyCurve())[:, 1:-1]
    np.testing.assert_allclose(-np.log1p(-p), no, rtol=1e-3)
    np.testing.assert_allclose(-np.log(p), yes, rtol=1e-5, atol=1e-4)


def test_logits_do_not_overflow():
    """Over z the curve of a yes is log(1 + e⁻ᶻ), and its slope σ(z) − 1."""
    curve = CrossEntropyCurve(z=-6.0, from_logits=True)
    z, _, yes = rows(curve)
    np.testing.assert_allclose(np.logaddexp(0, -z), yes, rtol=1e-5)
    assert 1 / (1 + np.exp(6.0)) - 1 == pytest.approx(curve.seen["slope"])


@pytest.mark.parametrize(
    ("p", "value", "slope"), [(0.0, -np.log(1e-7), 0.0), (0.2, -np.log(0.2), -5.0)]
)
def test_value_and_slope(p, value, slope):
    """At the border the probability is cut, and there is no slope."""
    seen = CrossEntropyCurve(p=p).seen
    assert (value, slope) == pytest.approx((seen["value"], seen["slope"]))


def test_smoothing_puts_the_least_loss_inside():
    """With s = 0.1 a yes is cheapest at 0.95."""
    p, _, yes = rows(CrossEntropyCurve(label_smoothing=0.1))
    assert 0.95 == pytest.approx(p[yes.argmin()], abs=0.02)
    target = CrossEntropyCurve(label_smoothing=0.1).seen["target"]
    assert 0.95 == pytest.approx(target)


def right(y, p):
    p = np.clip(p, 1e-7, 1 - 1e-7)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def without_bracket(y, p):
    return -np.mean(y * np.log(p)) + np.mean((1 - y) * np.log(1 - p))


def test_yours_is_drawn_beside():
    """A right function has the library's curves; the slide's has that of a no upside down."""
    _, no, yes, mine_no, mine_yes = rows(CrossEntropyCurve(right))
    np.testing.assert_allclose([no, yes], [mine_no, mine_yes], rtol=1e-5)
    seen = CrossEntropyCurve(without_bracket, y=0, p=0.8)
    assert np.log(0.2) == pytest.approx(seen.seen["yours"], abs=1e-3)
    assert "without_bracket gives -1.609" in repr(seen)


def test_no_number_is_no_number():
    """Where yours is infinite or NaN, the page is told that there is none."""
    assert CrossEntropyCurve(without_bracket, y=1, p=0.0).seen["yours"] is None


def test_a_function_that_raises_is_a_sentence(capsys):
    """The error is in the words, with nothing else of it."""

    def crash(y, p):
        print("noise")
        raise KeyError("nothing here")

    seen = CrossEntropyCurve(crash)
    assert "crash raised KeyError: 'nothing here'" in repr(seen)
    assert ("", "") == tuple(capsys.readouterr())


def test_bad_input_is_told():
    """A number is no function."""
    with pytest.raises(TypeError, match="needs a function of y and p, and was given float"):
        CrossEntropyCurve(0.5)
