"""Performance grows with experience, and is measured on digits that were never trained on."""

import numpy as np
import pytest
from chainrule import datasets
from chainrule_widgets.learning import Experience
from chainrule_widgets.learning.experience import SIZES, measured


def test_more_is_better_on_average():
    """The mean over draws rises from each size to the next, from under 1/2 to over 9/10."""
    accuracy, _, _ = measured()
    means = accuracy.mean(axis=1)
    assert (np.diff(means) > 0).all()
    assert (means[0] < 0.5, means[-1] > 0.9) == (True, True)


def test_it_agrees_with_what_was_said():
    """With 1000 examples, most of the digits shown are read as what they are."""
    _, said, truth = measured()
    assert (said[-1, 0] == truth).sum() >= 20
    np.testing.assert_array_equal(datasets.digits()[1][:24], truth)


def test_words_and_bad_input():
    """The sentence has E and P; a size that was not trained is told."""
    accuracy, _, _ = measured()
    share = accuracy[SIZES.index(100), 0]
    assert f"E = 100 examples: P = {share:.1%} accuracy on 500 new digits" == repr(Experience(100))
    with pytest.raises(ValueError, match=r"examples=7\): choose one of 10, 20, 50"):
        Experience(7)
