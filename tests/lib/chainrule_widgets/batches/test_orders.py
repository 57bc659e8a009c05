"""Three orders of the same examples, and what each does to the training."""

import numpy as np
import pytest
from chainrule_widgets.batches import Orders
from chainrule_widgets.batches.orders import COUNT, EPOCHS, descent, points


def test_points_are_sorted():
    """First all of class 0, then all of class 1, as many of each."""
    assert [0] * 48 + [1] * 48 == points()[1].tolist()


def test_first_loss_is_that_of_a_coin():
    """Weights of zero say 1/2 to everything: ln 2."""
    assert [pytest.approx(np.log(2))] * 3 == [x[0] for x in Orders().seen["losses"].values()]


def test_shuffled_is_lower_than_sorted():
    """And what has lost its targets learns nothing."""
    ends = {order: line[-1] for order, line in Orders().seen["losses"].items()}
    assert ends["shuffled"] < 0.55 < ends["sorted"] < np.log(2) + 0.05 < ends["x without y"]


def test_order_does_not_matter_to_all_at_once():
    """With one batch an epoch, sorted and shuffled walk the same way."""
    sorted_, shuffled = (descent(order, COUNT, 1.0, 0)[0] for order in ("sorted", "shuffled"))
    assert EPOCHS + 1 == len(sorted_)
    np.testing.assert_allclose(sorted_, shuffled)


def test_batch_descent_by_hand():
    """The first step from zero is η times the mean of (y − 1/2) x."""
    X, y = points()
    w = 1.0 * np.mean((y - 0.5)[:, np.newaxis] * X, axis=0)
    p = 1 / (1 + np.exp(-(X @ w)))
    expected = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    assert expected == pytest.approx(descent("sorted", COUNT, 1.0, 0)[0][1])


def test_epoch_shows_the_targets_in_their_order():
    """Sorted, they are those of the data; shuffled, the same ones mixed."""
    classes = Orders().seen["classes"]
    assert points()[1].tolist() == classes["sorted"] != classes["shuffled"]
    assert 48 == sum(classes["shuffled"])


def test_knobs_and_words():
    """The page gets what it asks for, within limits; the sentence has the ends."""
    seen = Orders()
    said, _ = seen.answer({"batch_size": 1, "learning_rate": 1.0, "seed": 0})
    assert 4 == said["batch_size"]
    seen.batch_size = 96
    assert "in batches of 96, 5 epochs" in repr(seen)
