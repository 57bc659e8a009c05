"""Noise in the unseen digits keeps a stored table of all digits from earning points."""

import numpy as np
import pytest
from chainrule import datasets
from chainrule_grader.judging import registry
from chainrule_grader.judging.judge import judge
from chainrule_grader.judging.local_subject import LocalSubject
from chainrule_grader.tasks.digits.train_digits import _with_noise

X, Y = datasets.digits()


def _table(key):
    """Look up every digit of the public data in a table; what is not in it is taken for a 0."""
    labels = {row.tobytes(): label for row, label in zip(key(X), Y, strict=True)}
    return lambda *_: lambda new: [labels.get(row.tobytes(), 0) for row in key(new)]


TABLES = {
    "exact": lambda pictures: pictures,
    "where-there-is-ink": lambda pictures: pictures > 0,
    "light-or-dark": lambda pictures: pictures > 8,
    "thirds": lambda pictures: (pictures + 2) // 6,
}


@pytest.mark.parametrize("key", TABLES.values(), ids=TABLES)
@pytest.mark.parametrize("seed", range(3))
def test_a_table_of_the_public_digits_earns_nothing(key, seed):
    """Noise keeps a table of all digits from being right, also one of rounded grey values."""
    task = registry.find("digits/train_digits")
    assert 0 == judge("digits/train_digits", task, LocalSubject("train", _table(key)), seed).score


def test_without_noise_a_table_would_be_right():
    """The tables hold every digit."""
    assert all((_table(key)()(X) == Y).mean() > 0.99 for key in TABLES.values())


def test_noise_changes_every_digit_and_adds_no_ink_where_there_is_hardly_any():
    """A column that is divided by its small deviation stays what it was."""
    noisy = _with_noise(X, np.random.default_rng(0))
    assert (noisy != X).any(axis=1).all()
    assert 1 == np.abs(noisy - X).max()
    assert (0, 16) == (noisy.min(), noisy.max())
    gained = ((X == 0) & (noisy > 0)).any(axis=0)
    assert 0.8 < X.std(axis=0)[gained].min()
