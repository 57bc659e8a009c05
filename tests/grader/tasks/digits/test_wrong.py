"""What does not read digits does not earn the points, and its author is told why."""
# ruff: noqa: ARG005  an answer takes all that the task gives, whatever it makes of it

import functools

import numpy as np
import pytest
from chainrule import datasets
from chainrule_grader import check
from chainrule_grader.judging import registry
from chainrule_grader.judging.judge import judge
from chainrule_grader.judging.local_subject import LocalSubject
from chainrule_grader.judging.verdict import Kind
from chainrule_grader.tasks.digits.train_digits import _with_noise


def nearest(X, y, rng=None):
    """Read digits well."""
    squares = (X * X).sum(1)
    return lambda new: y[np.argmin(squares - 2 * new @ X.T, axis=1)]


def _spoils_its_input(X, y, rng):
    predict = nearest(X.copy(), y)
    X /= 16
    return predict


def _spoils_the_new(X, y, rng):
    predict = nearest(X, y)

    def spoils(new):
        labels = predict(new)
        new -= 1
        return labels

    return spoils


def _crashes(X, y, rng):
    return lambda new: nearest(X, y)(new[0])[0] + undefined  # noqa: F821  that is the mistake


def _scaled_in_training_only(X, y, rng):
    predict = nearest(X / 16, y)
    return lambda new: predict(new * 100 + 50)


WRONG = {
    "none": lambda X, y, rng: None,
    "weights": lambda X, y, rng: (np.zeros((64, 10)), np.zeros(10)),
    "labels": lambda X, y, rng: y,
    "shuffled": lambda X, y, rng: nearest(X, rng.permutation(y)),
    "permuted-labels": lambda X, y, rng: nearest(X, 9 - y),
    "two-arguments": lambda X, y, rng: lambda new, more: nearest(X, y)(new),
    "one-digit": lambda X, y, rng: lambda new: nearest(X, y)(new)[0],
    "strings": lambda X, y, rng: lambda new: [str(v) for v in nearest(X, y)(new)],
    "parity": lambda X, y, rng: lambda new: nearest(X, y)(new) % 2,
    "first-ten": lambda X, y, rng: nearest(X[:10], y[:10]),
    "few-classes": lambda X, y, rng: nearest(X[y < 5], y[y < 5]),
    "one-too-few": lambda X, y, rng: lambda new: nearest(X, y)(new)[1:],
    "nan": lambda X, y, rng: lambda new: nearest(X, y)(new) * np.nan,
    "spoils-its-input": _spoils_its_input,
    "spoils-the-new": _spoils_the_new,
    "crashes": _crashes,
    "scaled-in-training-only": _scaled_in_training_only,
}


@functools.cache
def verdict_on(answer):
    """Check an answer once."""
    return check("digits/train_digits", answer).verdict


@pytest.mark.parametrize("answer", WRONG.values(), ids=WRONG)
def test_a_wrong_answer_is_not_right(answer):
    """No slip gets every point, and none is blamed on the grader."""
    verdict = verdict_on(answer)
    assert verdict.kind not in {Kind.CORRECT, Kind.GRADER_FAULT}, verdict.message
    assert verdict.score < 1


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


def test_every_wrong_answer_is_told_what_is_wrong():
    """Each gets a sentence of its own kind, that says more than that something is wrong."""
    sentences = [verdict_on(answer).sentence for answer in WRONG.values()]
    print(f"{len(sentences)} of {len(sentences)} are told what is wrong", *sentences, sep="\n")
    assert not any(words.endswith("gives the wrong numbers.") for words in sentences)
