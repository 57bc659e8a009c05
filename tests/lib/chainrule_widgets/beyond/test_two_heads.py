"""The share decides which head the small trunk serves."""

import numpy as np
import pytest
from chainrule_widgets.beyond import TwoHeads
from chainrule_widgets.beyond.two_heads import data, two_headed


def test_the_loss_is_the_weighted_sum():
    """J = share · digit + (1 − share) · odd, each computed here from the predictions."""
    X, y, odd = data()
    model = two_headed(0.3)
    digit, chance = model.predict(X)
    of_digit = -np.log(digit[np.arange(len(y)), y]).mean()
    of_odd = -np.log(np.where(odd == 1, chance[:, 0], 1 - chance[:, 0])).mean()
    total = model.evaluate(X, [y, odd])[0]
    assert 0.3 * of_digit + 0.7 * of_odd == pytest.approx(total, rel=1e-4)


def test_what_is_not_paid_for_is_not_learned():
    """At each end of the slider one head guesses, and in the middle both are learned."""
    heads = TwoHeads()
    assert heads.digit[0] < 0.3
    assert heads.odd[-1] < 0.75
    assert min(heads.digit[5], heads.odd[5]) > 0.75
    assert heads.digit[1] < heads.digit[-1]
    assert heads.odd[-2] < heads.odd[1]


def test_words_and_bad_input():
    """The sentence has the loss; a share that was not trained for is refused."""
    assert "J = 0.5 · digit + 0.5 · odd: accuracy " in repr(TwoHeads())
    with pytest.raises(ValueError, match="it must be one of"):
        TwoHeads(0.123)
