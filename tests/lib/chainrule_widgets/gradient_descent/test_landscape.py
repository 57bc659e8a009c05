"""A cut through a net's weights: directions are filter-normalised, the middle is the net."""

import numpy as np
import pytest
from chainrule_widgets.gradient_descent import Landscape
from chainrule_widgets.gradient_descent.slices import cut, direction, hollows, points, trained


def test_filters_of_a_direction_are_as_long_as_the_net_s():
    """Each column of each kernel, and no bias moves."""
    _, weights = trained(1)
    moved = direction(weights, np.random.default_rng(0))
    for w, d in zip(weights, moved, strict=True):
        expected = np.linalg.norm(w, axis=0) if w.ndim == 2 else np.zeros(w.shape)
        np.testing.assert_allclose(expected, np.linalg.norm(d, axis=0) if w.ndim == 2 else d)


def test_middle_of_the_map_is_the_trained_net():
    """Its loss is the cross-entropy of a forward pass written by hand."""
    plane, heights = cut(1, 0)
    X, y = points()
    W1, b1, W2, b2 = plane.weights
    p = 1 / (1 + np.exp(-(np.maximum(X @ W1 + b1, 0) @ W2 + b2)[:, 0]))
    by_hand = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    assert by_hand == pytest.approx(heights[16, 16], rel=1e-5)


def test_hollows():
    """Two dents in a plane are two hollows; a rim is none."""
    heights = np.ones((9, 9))
    heights[2, 3] = heights[6, 6] = heights[0, 0] = 0
    assert 2 == hollows(heights)


def test_dot_is_a_network():
    """Moving the dot from code gives the loss of that place on the map."""
    seen = Landscape(1)
    _, heights = cut(1, 0)
    seen.at = [1.0, -1.0]
    assert heights[0, -1] == pytest.approx(seen.seen["loss"])
    assert heights.astype("<f4").tobytes() == seen.arrays[1]


def test_map_goes_along_only_when_asked():
    """While the dot is dragged the page keeps its map."""
    seen = Landscape(1)
    assert 1 == len(seen.answer({"depth": 1, "seed": 0, "at": [0.1, 0.2]})[1])
    assert "41 weights of a network with 1 hidden layer:" in repr(seen)


def test_bad_depth_is_told():
    """Only some depths are trained."""
    with pytest.raises(ValueError, match="must be one of 1, 4, 10, and was 3"):
        Landscape(3)
