"""The map's heights are the losses of the neurons on it, and training walks on it."""

import numpy as np
import pytest
from chainrule_widgets.gradient_descent import LossSurface
from chainrule_widgets.gradient_descent.regressions import regressions


def test_height_is_the_mean_squared_error():
    """At any place, worked out by hand from the points."""
    line = regressions()["a line through points"]
    w = np.array([0.3, -1.2])
    wrong = 0.3 - 1.2 * line.X[:, 0] - line.y
    assert np.mean(wrong**2) == pytest.approx(float(line.height(w)))


def test_height_is_the_cross_entropy():
    """At any place, worked out by hand from the tumours."""
    tumours = regressions()["benign or malignant"]
    p = 1 / (1 + np.exp(-(0.3 - 1.2 * tumours.X[:, 0])))
    by_hand = -np.mean(tumours.y * np.log(p) + (1 - tumours.y) * np.log(1 - p))
    assert by_hand == pytest.approx(float(tumours.height(np.array([0.3, -1.2]))))


def test_descent_finds_the_least_squares_line():
    """Sixty steps end where the normal equations say."""
    line = regressions()["a line through points"]
    columns = np.column_stack([np.ones(len(line.X)), line.X])
    path = line.descend((-2.0, -1.0), 0.5, 60)
    np.testing.assert_allclose(np.linalg.lstsq(columns, line.y)[0], path[-1, :2], atol=1e-4)


def test_field_covers_the_map():
    """Its middle is the height at the map's centre, or near it."""
    line = regressions()["a line through points"]
    field = np.frombuffer(line.field(), "<f4").reshape(48, 48)
    corner = np.array(line.centre) - line.reach
    assert float(line.height(corner)) == pytest.approx(float(field[0, 0]), rel=1e-6)


def test_knobs_and_words():
    """More steps from code lower the loss, and the words say so."""
    seen = LossSurface()
    before = seen.seen["losses"]
    seen.steps = 40
    assert before[0] == before[1] == seen.seen["losses"][0] > seen.seen["losses"][1]
    assert "after 40 steps J = 0.124" in repr(seen)


def test_bad_data_are_told():
    """A name that is none gets a sentence."""
    with pytest.raises(ValueError, match="there are no data 'cats'; there are a line through"):
        LossSurface("cats")
