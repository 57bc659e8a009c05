"""With all three needs it learns; take one away, and it is no better than a coin."""

import numpy as np
import pytest
from chainrule_widgets.learning import ThreeNeeds
from chainrule_widgets.learning.three_needs import STEPS, examples, lesson


def test_all_three():
    """The loss falls at every step, and nearly all points are right in the end."""
    losses = lesson(True, True, True)[:, 3]
    assert (np.diff(losses) < 0).all()
    assert ThreeNeeds(step=STEPS).right > 75


def test_first_step_is_gradient_descent():
    """From zero weights, w ← w − η · mean (½ − y) x, with η = 0.12."""
    X, y = examples()
    wanted = -0.12 * ((0.5 - y)[:, np.newaxis] * np.column_stack([np.ones(len(X)), X])).mean(axis=0)
    np.testing.assert_allclose(wanted, lesson(True, True, True)[1, :3], rtol=1e-6, atol=1e-12)


@pytest.mark.parametrize("taken", ["inputs", "targets", "feedback"])
def test_one_taken_away(taken):
    """The average over all steps is close to that of a coin, and far from what is learned."""
    needs = [name != taken for name in ("inputs", "targets", "feedback")]
    right = lesson(*needs)[:, 4].mean() / 80
    assert 0.5 == pytest.approx(right, abs=0.15)
    assert right < lesson(True, True, True)[:, 4].mean() / 80


def test_words():
    """What is missing is said."""
    assert "with all three needs, after 0 steps: 40 of 80 right" == repr(ThreeNeeds())
    assert repr(ThreeNeeds(inputs=False, step=9)).startswith("without inputs, after 9 steps")


def test_sentences_below_the_picture():
    """With all three needs each step decreases the loss; blind steps once find all 80 by chance."""
    assert (np.diff(lesson(True, True, True)[:, 3]) < 0).all()
    blind = lesson(True, True, False)[:, 4]
    assert (80, 40) == (blind.max(), blind[-1])


def test_numbers_of_the_lecture():
    """Lecture 01: 78 of 80 are right with all needs."""
    assert 78 == ThreeNeeds(step=60).right
