"""The border is that of weighted logistic regression, and it moves towards the many."""

import numpy as np
import pytest
from chainrule_widgets.beyond import RareClass
from chainrule_widgets.beyond.rare_class import fit, patients


def weighted_loss(line, weight):
    X, y = patients()
    z = X @ line[:2] + line[2]
    each = np.logaddexp(0, z) - y * z
    return (np.where(y == 1, weight, 1.0) * each).mean()


@pytest.mark.parametrize("weight", [1.0, 19.0])
def test_border_is_nearly_the_best(weight):
    """Newton's method, run to the end, finds a weighted loss that is less than a tenth smaller."""
    X, y = patients()
    X1, s, w = np.column_stack([X, np.ones(len(X))]), np.where(y == 1, weight, 1.0), np.zeros(3)
    for _ in range(30):
        p = 1 / (1 + np.exp(-X1 @ w))
        w -= np.linalg.solve((X1.T * (s * p * (1 - p))) @ X1, X1.T @ (s * (p - y)))
    assert weighted_loss(w, weight) == pytest.approx(weighted_loss(fit(weight), weight), rel=0.1)


def test_heavier_means_found_more_often():
    """More sick are found, with more false alarms; all 2000 are in the table."""
    tables = [RareClass(weight).seen["table"] for weight in (1.0, 19.0, 60.0)]
    assert {(1900, 100)} == {tuple(map(sum, table)) for table in tables}
    found = [table[1][1] for table in tables]
    alarms = [table[0][1] for table in tables]
    assert found == sorted(found)
    assert alarms == sorted(alarms)
    assert found[0] < 60
    assert found[2] > 75


def test_words():
    """The sentence counts who was found."""
    assert "weight of ill patients 1: 55 of 100 new ill patients found" in repr(RareClass())
