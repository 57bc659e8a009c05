"""The pictures beside the neurons are the outputs of a trained net, and off means off."""

import numpy as np
import pytest
from chainrule_widgets.networks import Responses
from chainrule_widgets.networks.responses import learned, points


def by_hand(weights, X, off=None):
    """Return p of a tanh net with one hidden layer, neuron `off` silenced."""
    W1, b1, W2, b2 = weights
    h = np.tanh(X @ W1 + b1)
    if off is not None:
        h[:, off] = 0
    return 1 / (1 + np.exp(-(h @ W2 + b2)[:, 0]))


def cross_entropy(y, p):
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


@pytest.mark.parametrize("off", [None, 0, 2])
def test_loss_is_that_of_the_net_by_hand(off):
    """Loss and score are those of NumPy's own forward pass, also with a neuron switched off."""
    seen = Responses([3], "circles", seed=10, step=150)
    if off is not None:
        seen.off = [[0, off]]
    X, y = points("circles")
    p = by_hand(learned((3,), "circles", "tanh", 10)[150], X, off)
    assert cross_entropy(y, p) == pytest.approx(seen.seen["loss"], rel=1e-4)
    assert ((p > 0.5) == y).sum() == seen.seen["right"]


def test_pictures_are_of_each_neuron():
    """One picture for each neuron but the inputs; the boundary of the first one is straight."""
    seen = Responses([3], "circles", seed=10)
    fields = np.frombuffer(seen.arrays[0], "<f4").reshape(4, 32, 32)
    z = np.arctanh(np.clip(fields[0], -0.999, 0.999).astype(float))
    inner = np.abs(fields[0]) < 0.99
    axis = np.linspace(-1.5, 1.5, 32)
    A = np.column_stack([np.ones(1024), np.tile(axis, 32), np.repeat(axis, 32)])[inner.ravel()]
    fit, *_ = np.linalg.lstsq(A, z[inner])
    np.testing.assert_allclose(A @ fit, z[inner], atol=1e-3)


def test_training_makes_it_better_and_two_are_too_few():
    """Three tanh neurons enclose the small ring; two cannot, nor six linear neurons."""
    assert Responses([3], "circles", seed=10, step=0).seen["right"] < 90
    assert Responses([3], "circles", seed=10).seen["right"] >= 118
    assert Responses([2], "circles", seed=10).seen["right"] < 110
    assert Responses([6], "circles", "linear").seen["right"] < 80


def test_numbers_of_the_lecture():
    """Lecture 04 states these numbers of right predictions."""
    net = Responses([3], "circles", seed=10)
    right = []
    for off in ([], [[0, 0]], [[0, 1]], [[0, 2]]):
        net.off = off
        right.append(net.seen["right"])
    assert [119, 90, 90, 91] == right
    others = [Responses([2], "circles", seed=seed).seen["right"] for seed in range(10, 60, 10)]
    assert 101 == others[0]
    assert (99, 102) == (min(others), max(others))


def test_two_layers():
    """A picture for each neuron of both hidden layers, and for the output."""
    seen = Responses([4, 3], "moons")
    assert 4 * 32 * 32 * (4 + 3 + 1) == len(seen.arrays[0])
    assert "4 and 3 hidden tanh neurons on 'moons'" in repr(seen)


@pytest.mark.parametrize("name", ["xor", "circles", "moons", "blobs"])
def test_points_are_in_the_picture(name):
    """120 points, about half of each class, within the frame, and the same when asked again."""
    X, y = points(name)
    assert (120, 2) == X.shape
    assert 50 <= y.sum() <= 70
    assert np.abs(X).max() <= 1.5
    np.testing.assert_array_equal(X, points(name)[0])


@pytest.mark.parametrize("hidden", [[], [7], [2, 2, 2], [0]])
def test_bad_sizes_are_told(hidden):
    """What can be drawn, and what was given."""
    with pytest.raises(ValueError, match="one or two hidden layers of 1 to 6 neurons"):
        Responses(hidden)
