"""Luck has the size that the binomial distribution gives it."""

from math import comb

import numpy as np
from chainrule_widgets.evaluation import Peeking
from chainrule_widgets.evaluation.peeking import contest


def test_the_best_of_five_hundred_coins_is_lucky():
    """Its mean score is near the expected maximum of 500 binomials, and new data know nothing."""
    below = np.cumsum([comb(50, k) for k in range(51)]) / 2**50
    expected = 50 - (below**500)[:-1].sum()  # the mean of a maximum from its distribution
    runs = [contest(50, seed) for seed in range(20)]
    assert abs(np.mean([best[-1] for best, _ in runs]) - expected / 50) < 0.03
    assert abs(np.mean([fresh[-1] for _, fresh in runs]) - 0.5) < 0.02


def test_the_best_only_grows():
    """Another model never lowers the best score, and the kept one changes only where it rises."""
    best, fresh = contest(50, 3)
    rises = np.diff(best)
    assert (rises >= 0).all()
    assert (np.diff(fresh)[rises == 0] == 0).all()


def test_state_is_what_is_drawn():
    """Knobs turned from code compute again, and the sentence has the scores."""
    seen = Peeking(models=500)
    before = seen.scores
    seen.examples = 1000
    assert seen.scores[0] < before[0]
    assert f"{seen.scores[0]:.0%} on 1000 test examples" in repr(seen)
