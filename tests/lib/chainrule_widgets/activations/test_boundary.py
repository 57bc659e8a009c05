"""With linear hidden units the decision boundary is a straight line; with others it need not be."""

import numpy as np
import pytest
from chainrule import activations
from chainrule_widgets.activations import Boundary
from chainrule_widgets.activations.boundary import fit, random_layer
from chainrule_widgets.activations.points import points


def test_linear_score_is_a_plane():
    """With a linear activation the score has no curvature, even with forty hidden units."""
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


@pytest.mark.parametrize(("activation", "enough"), [("tanh", 14), ("relu", 5)])
def test_enough_units_separate_the_ring(activation, enough):
    """Lecture 03: from 14 tanh units or 5 relu units on, all points are on the right side."""
    all_right = [
        Boundary("ring", activation, hidden=hidden).seen["right"] == 120 for hidden in range(1, 41)
    ]
    assert [hidden >= enough for hidden in range(1, 41)] == all_right


def test_a_line_misses_the_ring():
    """Lecture 03: at least 53 points are on the wrong side of a straight line."""
    right = [Boundary("ring", "linear", hidden=hidden).seen["right"] for hidden in range(1, 41)]
    assert 120 - 53 == max(right)


@pytest.mark.parametrize("activation", [activations.tanh, activations.relu, activations.step])
def test_one_unit_has_a_straight_boundary(activation):
    """The score of one hidden unit is constant along straight lines."""
    W, _ = random_layer(1, seed=0)
    score = fit(*points("ring"), activation, 1, seed=0)
    along = np.array([[-W[1, 0], W[0, 0]]]) * np.linspace(-1, 1, 20)[:, np.newaxis]
    np.testing.assert_allclose(score(along + 0.3), np.full(20, score(along[:1] + 0.3)), atol=1e-9)


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
    """For unknown points, the error names the known ones."""
    with pytest.raises(ValueError, match="unknown points 'rings'; choose one of: two clusters"):
        Boundary("rings")
