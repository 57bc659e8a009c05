"""Four walks at equal work or at equal steps, on the surface of the same loss."""

import numpy as np
import pytest
import traitlets
from chainrule_widgets.batches import BatchSizes
from chainrule_widgets.batches.batch_sizes import EXAMPLES, SIZES, STEPS, steps_of
from chainrule_widgets.batches.straight_line import X, Y, lowest


def loss(w):
    return np.mean((w[0] + w[1] * X[:, 0] - Y) ** 2)


def test_paths_are_as_long_as_either_budget_needs():
    """192 steps of one example; 24 steps of all."""
    assert [192, 24, 24, 24] == [steps_of(size) for size in SIZES]
    assert (192, 24) == (EXAMPLES, STEPS)
    assert [193, 25, 25, 25] == BatchSizes().seen["lengths"]


def test_each_place_has_its_loss():
    """The third number of a row is the loss at the two before it."""
    rows = np.frombuffer(BatchSizes().arrays[0], "<f4").reshape(-1, 3)
    np.testing.assert_allclose([loss(row) for row in rows[:2]], rows[:2, 2], rtol=1e-5)
    np.testing.assert_allclose(loss(rows[-1]), rows[-1, 2], rtol=1e-5)


def test_small_batches_win_at_equal_work():
    """After 192 examples, batches of 8 are lower than all at once."""
    seen = BatchSizes()
    assert loss(seen.path(8)[24]) < loss(seen.path(64)[3])


def test_one_at_a_time_cannot_bear_the_rate_of_all():
    """At 0.9 batch descent comes down; one at a time is thrown out."""
    seen = BatchSizes(learning_rate=0.9)
    assert loss(seen.path(64)[24]) < 1.01 * loss(lowest())
    assert loss(seen.path(1)[-1]) > 1e6


def test_surface_is_the_loss():
    """The field has the loss at its corners."""
    surface = BatchSizes().surface
    field = np.frombuffer(surface["field"], "<f4")
    np.testing.assert_allclose(
        [loss(surface["low"]), loss(surface["high"])], field[[0, -1]], rtol=1e-5
    )


def test_knobs_and_words():
    """Turning the rate computes new walks; the sentence has their ends."""
    seen = BatchSizes()
    before = seen.arrays[0]
    seen.learning_rate = 0.3
    assert before != seen.arrays[0]
    assert "batches of 64: 3 steps" in repr(seen)
    with pytest.raises(traitlets.TraitError, match="learning_rate"):
        seen.learning_rate = 2.0
