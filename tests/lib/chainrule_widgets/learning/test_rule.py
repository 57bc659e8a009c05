"""The rule by hand and the learned line are counted on the same flowers and tumours."""

import numpy as np
import pytest
import traitlets
from chainrule import datasets
from chainrule_widgets.learning import Rule
from chainrule_widgets.learning.rule import DATA, cases, learned


def test_rule_counts_by_its_two_cuts():
    """On the irises, petal length > 4.85 or width > 1.65 is right about so many flowers."""
    seen = Rule("irises")
    X, _ = datasets.iris()
    low, high = X[50:, 2:].min(axis=0), X[50:, 2:].max(axis=0)
    room = 0.06 * (high - low)
    a, b = (np.array([4.85, 1.65]) - (low - room)) / (high - low + 2 * room)
    seen.a, seen.b = float(a), float(b)
    assert (4.85, 1.65) == pytest.approx(seen.cuts)
    versicolor, virginica = X[50:100], X[100:]
    wrong = ((versicolor[:, 2] > 4.85) | (versicolor[:, 3] > 1.65)).sum()
    missed = ((virginica[:, 2] <= 4.85) & (virginica[:, 3] <= 1.65)).sum()
    assert 100 - wrong - missed == seen.right(new=False) + seen.right(new=True)


def test_joined_by_and_says_yes_less_often():
    """At the lowest cuts both say yes to all; with one cut at the top only "or" still does."""
    _, y, _, _ = cases("tumours")
    sick = int(y[1::2].sum())
    for joined in ("or", "and"):
        assert sick == Rule("tumours", a=0, b=0, joined=joined).right(new=True)
    assert sick == Rule("tumours", a=0, b=1, joined="or").right(new=True)
    assert len(y) // 2 - sick == Rule("tumours", a=0, b=1, joined="and").right(new=True)


@pytest.mark.parametrize("name", DATA)
def test_learned_line_has_a_small_gradient(name):
    """On the cases shown, its errors are balanced: they sum to nearly nothing."""
    X, y, _, _ = cases(name)
    w0, w1, w2 = learned(name)
    p = 1 / (1 + np.exp(-(w0 + X[::2] @ [w1, w2])))
    assert 0 == pytest.approx((p - y[::2]).mean(), abs=2e-3)


def test_words_and_bad_input():
    """The sentence has both counts; what does not exist is told."""
    assert "of 50 new examples right; the learned line: 46" in repr(Rule("irises"))
    with pytest.raises(traitlets.TraitError, match="cats"):
        Rule("cats")
    with pytest.raises(ValueError, match="unknown data 'cats'; choose one of: irises, tumours"):
        cases("cats")


@pytest.mark.parametrize(("joined", "found"), [("or", 75), ("and", 17)])
def test_malignant_tumours_found(joined, found):
    """Lecture 01 states how many of 110 malignant tumours the rules find in the new data."""
    X, y, _, _ = cases("tumours")
    above = np.array(Rule("tumours", a=0.4, b=0.7).cuts) < X[1::2]
    predicted = above.any(axis=1) if joined == "or" else above.all(axis=1)
    assert (found, 110) == (predicted[y[1::2] > 0].sum(), y[1::2].sum())
