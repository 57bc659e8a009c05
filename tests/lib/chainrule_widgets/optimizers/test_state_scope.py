"""What is drawn of an optimizer's state is the sum, or the average, that its formula says."""

import numpy as np
import pytest
from chainrule_widgets.optimizers import StateScope
from chainrule_widgets.optimizers.tracing import SIGNALS, traced

G = SIGNALS["noise: mean 0.3, mean 0"]


def averaged(values, decay):
    """Return the moving averages in closed form: (1 − ρ) Σ ρᵗ⁻ⁱ xᵢ."""
    t = np.arange(len(values))
    weights = np.where(t[:, None] >= t, decay ** np.maximum(t[:, None] - t, 0), 0)
    return (1 - decay) * weights @ values


def test_adagrad_sums():
    """The root of the sum of all squares, and steps of η g over it."""
    seen = traced("adagrad", G, 0.9)
    root = np.sqrt(np.cumsum(G**2, axis=0))
    np.testing.assert_allclose(root, seen["root"])
    np.testing.assert_allclose(-0.1 * G / root, seen["step"], rtol=1e-4, atol=1e-12)


def test_rmsprop_averages():
    """The root of the moving average."""
    seen = traced("rmsprop", G, 0.8)
    np.testing.assert_allclose(np.sqrt(averaged(G**2, 0.8)), seen["root"])


def test_adadelta_averages_its_steps():
    """Its second memory is the average of the squares of its own steps, for η = 1."""
    seen = traced("adadelta", G, 0.95)
    np.testing.assert_allclose(np.sqrt(averaged(seen["step"] ** 2, 0.95)), seen["mean"])


@pytest.mark.parametrize("corrected", [True, False])
def test_adam_averages_both(corrected):
    """Both averages in closed form, with and without the division, and the step they make."""
    seen = traced("adam", G, 0.99, corrected=corrected)
    t = np.arange(1, 61)[:, None]
    m = averaged(G, 0.9) / (1 - 0.9**t if corrected else 1)
    v = averaged(G**2, 0.99) / (1 - 0.99**t if corrected else 1)
    np.testing.assert_allclose(m, seen["mean"], atol=1e-12)
    np.testing.assert_allclose(np.sqrt(v), seen["root"])
    np.testing.assert_allclose(-0.1 * m / np.sqrt(v), seen["step"], rtol=1e-4, atol=1e-9)


def test_first_step_without_correction():
    """Adam's first step is η; without the correction it is 0.1 / √0.001 times that."""
    steady = "constant: 1 and 0.1"
    for corrected, length in ((True, 0.1), (False, 0.1 * 0.1 / 0.001**0.5)):
        seen = StateScope("adam", steady, decay=0.999, corrected=corrected)
        assert [length, length] == pytest.approx(seen.seen["first"], rel=1e-4)


def test_adam_takes_shorter_steps_for_noise_of_mean_0():
    """The lecture says so of the average length of the steps."""
    clear, noisy = np.abs(traced("adam", G, 0.99)["step"]).mean(axis=0)
    assert clear > 1.3 * noisy


def test_adadelta_s_steps_stay_short():
    """All 60 steps are shorter than 0.002, and a larger ρ makes the first one longer."""
    g = SIGNALS["constant: 1 and 0.1"]
    assert np.abs(traced("adadelta", g, 0.95)["step"]).max() < 0.002
    assert 0.01 == pytest.approx(np.abs(traced("adadelta", g, 0.999)["step"][0, 0]), rel=1e-2)


def test_knobs_and_words():
    """Another rule from code is traced at once, and the words are its own."""
    seen = StateScope()
    seen.rule = "rmsprop"
    assert "rmsprop with the gradients 'constant" in repr(seen)
    assert "covers about 10 steps" in repr(seen)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("sgd",), "rule='sgd': StateScope shows adagrad, rmsprop, adadelta, adam"),
        (("adam", "silence"), "there is no signal 'silence'"),
    ],
)
def test_bad_input_is_told(arguments, says):
    """A name that is none gets a sentence with those that are."""
    with pytest.raises(ValueError, match=says):
        StateScope(*arguments)
