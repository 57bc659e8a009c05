"""Frozen layers stay as they are, and help most where least is known."""

import numpy as np
import pytest
from chainrule import config, datasets
from chainrule_widgets.beyond import Transfer
from chainrule_widgets.beyond.transfer import PER_CLASS, accuracy, data, examples, wandering


def test_wandering_moves_and_changes_nothing():
    """Every sheet has all grey values of its digit, in one piece, and not always in one place."""
    X = datasets.digits()[0][:30]
    sheets = wandering(X, np.random.default_rng(0)).reshape(-1, 12, 12)
    np.testing.assert_allclose(X.sum(axis=1) / 16, sheets.sum(axis=(1, 2)))
    corners = {tuple(np.argwhere(sheet.any(axis=1)).min(axis=0)) for sheet in sheets}
    assert len(corners) > 1


def test_examples_are_so_many_of_each():
    """Each class is there as often as any other, and more examples include the fewer."""
    y = data()[3]
    for n in (1, 5):
        assert [n] * 5 == np.bincount(y[examples(n)]).tolist()
    assert set(examples(3)) <= set(examples(5))


def test_frozen_layers_help_where_little_is_known():
    """With three of each, frozen layers beat a net from scratch; with forty they do not."""
    found = Transfer().accuracies
    few, many = PER_CLASS.index(3), PER_CLASS.index(40)
    assert found["frozen"][few] > found["scratch"][few] + 0.03
    assert max(found["thawed"][many], found["scratch"][many]) > found["frozen"][many]


def test_a_lecture_s_own_seed_survives():
    """Training in here leaves the library's random numbers where they were."""
    config.set_random_seed(3)
    expected = config.generator().random()
    config.set_random_seed(3)
    accuracy("frozen", 1)
    assert expected == config.generator().random()


def test_words_and_bad_input():
    """The sentence has three numbers; a number that was not trained for is refused."""
    assert "digits 5 to 9 from 3 examples each: accuracy frozen" in repr(Transfer(3))
    with pytest.raises(ValueError, match="it must be one of 1, 2, 3, 5"):
        Transfer(4)
