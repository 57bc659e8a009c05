"""The sizes drawn are those of a deep net, forwards and backwards, recomputed here by hand."""

import numpy as np
import pytest
from chainrule_widgets.normalization import Depth
from chainrule_widgets.normalization.depth import WIDTH, _draws, net


@pytest.mark.parametrize(
    ("activation", "g", "slope"),
    [
        ("linear", np.asarray, np.ones_like),
        ("tanh", np.tanh, lambda a: 1 - a**2),
        ("sigmoid", lambda z: 1 / (1 + np.exp(-z)), lambda a: a * (1 - a)),
    ],
)
def test_sizes_are_those_of_the_chain_rule(activation, g, slope):
    """A plain loop of matrix products gives the same deviations and gradients."""
    X, y, kernels = _draws()
    kernels, out = 1.5 * kernels[:4], np.full((WIDTH, 1), WIDTH**-0.5)
    signals = [X]
    for W in kernels:
        signals.append(g(signals[-1] @ W))
    delta, found = 2 * (signals[-1] @ out - y) / len(X) @ out.T, []
    for W, before, after in zip(kernels[::-1], signals[-2::-1], signals[:0:-1], strict=True):
        delta = delta * slope(after)
        found.append(np.sqrt(np.mean((before.T @ delta) ** 2)))
        delta = delta @ W.T
    seen = Depth(activation, depth=4, scale=1.5).seen
    np.testing.assert_allclose([a.std() for a in signals[1:]], seen["signals"])
    np.testing.assert_allclose(found[::-1], seen["gradients"])


def test_weights_have_the_deviation_that_the_slider_says():
    """The unit of the slider is √(1/n)."""
    model = net("relu", 8, 2.0)
    kernels = [w for w in model.get_weights() if w.shape == (WIDTH, WIDTH)]
    assert 2 / np.sqrt(WIDTH) == pytest.approx(np.std(kernels), rel=0.02)


def test_ten_sigmoids_vanish_and_he_keeps_relu_alive():
    """At most 0.25 passes a sigmoid; √(2/n) makes up for the half that ReLU drops."""
    gradients = Depth("sigmoid", depth=10).seen["gradients"]
    assert gradients[0] < gradients[-1] * 0.25**9 * 2
    assert Depth("relu", depth=20, scale=2**0.5).seen["signals"][-1] > 0.1
    assert Depth("relu", depth=20, scale=1.0).seen["signals"][-1] < 1e-3


def test_batch_norm_makes_the_scale_irrelevant_forward():
    """Each z is divided by its own deviation, so weights a hundredth as large change nothing."""
    large, small = (Depth("relu", depth=6, scale=s, batch_norm=True) for s in (4.0, 0.5))
    np.testing.assert_allclose(large.seen["signals"], small.seen["signals"], rtol=0.02)
    assert "batch normalization" in repr(small)


def test_gradient_of_the_first_layer():
    """The question of the lecture gives 0.1 for the last layer and 7·10⁻⁸ for the first."""
    gradients = Depth("sigmoid", depth=10).seen["gradients"]
    assert [7e-8, 0.1] == pytest.approx([gradients[0], gradients[-1]], rel=0.2)
