"""Every number of a layer is in its heap, and batch norm gives each heap the same width."""

import numpy as np
from chainrule_widgets.normalization import LayerHistograms
from chainrule_widgets.normalization.layer_histograms import outputs


def test_every_number_is_in_a_heap():
    """64 examples times 64 units, in both rows, in every layer that is drawn."""
    heaps = LayerHistograms("relu", scale=4.0).seen["heaps"]
    assert {64 * 64} == {sum(heap) for row in heaps for heap in row}


def test_linear_layers_multiply_the_deviation():
    """Without an activation, weights of twice √(1/n) double it, layer after layer."""
    (without, _) = LayerHistograms("linear", scale=2.0).seen["deviations"]
    np.testing.assert_allclose([2.0**k for k in (1, 2, 4, 6, 8, 10)], without, rtol=0.25)


def test_gamma_and_beta_are_the_deviation_and_the_mean():
    """With batch norm, each unit's z has mean β and deviation γ over the batch."""
    z = outputs("linear", (0.3, 2.0, -1.0), normalise=True)[5]
    np.testing.assert_allclose(-1, z.mean(axis=0), atol=1e-4)
    np.testing.assert_allclose(2, z.std(axis=0), rtol=0.02)


def test_words_follow_the_knobs():
    """Small weights kill the signal without batch norm, and not with it."""
    heaps = LayerHistograms("tanh", scale=0.5)
    without, normalised = (row[-1] for row in heaps.seen["deviations"])
    assert without < 0.01
    assert normalised > 0.5
    heaps.activation = "linear"
    assert "linear, weights of 0.5·√(1/n)" in repr(heaps)
