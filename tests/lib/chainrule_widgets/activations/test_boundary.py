"""A linear net draws a straight line, whatever its size, and a bent one need not."""

import numpy as np
import pytest
from chainrule import activations
from chainrule_widgets.activations import Boundary
from chainrule_widgets.activations.boundary import fit, random_layer
from chainrule_widgets.activations.points import points


def test_linear_score_is_a_plane():
    """Without a bend the score has no curvature, even with forty hidden units."""
    score = fit(*points("ring"), activations.linear, 40, seed=0)
    a, b = np.random.default_rng(0).normal(size=(2, 50, 2))
    np.testing.assert_allclose(score((a + b) / 2), (score(a) + score(b)) / 2, atol=1e-8)


def test_output_layer_is_the_least_squares_one():
    """No other output weights have a smaller ridged squared error."""
    X, y = points("moons")
    W, b = random_layer(5, seed=3)
    H = np.column_stack([activations.tanh(X @ W + b), np.ones(len(X))])
    stacked = np.vstack([H, np.sqrt(1e-3) * np.eye(6)])
    weights = np.linalg.lstsq(stacked, np.concatenate([2 * y - 1, np.zeros(6)]))[0]
    np.testing.assert_allclose(H @ weights, fit(X, y, activations.tanh, 5, 3)(X), atol=1e-9)


def test_one_more_unit_keeps_the_others():
    """The slider adds a unit and leaves the earlier ones as they were."""
    np.testing.assert_array_equal(random_layer(4, 0)[0], random_layer(5, 0)[0][:, :4])


def test_state_is_what_is_drawn():
    """Turning a knob from code computes the field and the points again."""
    seen = Boundary()
    before = seen.arrays[0]
    seen.activation, seen.hidden = "tanh", 30
    assert before != seen.arrays[0]
    assert (120, 120) == (seen.seen["right"], seen.seen["of"])
    _, _, kind, taken = np.frombuffer(seen.arrays[1], "<f4").reshape(-1, 4).T
    assert seen.seen["right"] == (kind == taken).sum()
    assert 4 * 64 * 64 == len(seen.arrays[0])


def test_bad_input_is_told():
    """Unknown points get a sentence with those that exist."""
    with pytest.raises(ValueError, match="there are no points 'rings'; there are two heaps, ring"):
        Boundary("rings")
