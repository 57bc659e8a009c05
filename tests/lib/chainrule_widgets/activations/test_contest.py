"""A wrong function is shown as wrong, at the right place, whatever it does."""

import sys
import warnings

import numpy as np
import pytest
from chainrule_widgets.activations import contest

WRONG = {
    "relu": (np.abs, -0.025),
    "relu_grad": (lambda z: (z >= 0) * 1.0, 0.0),
    "tanh": (lambda z: (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z)), -1000.0),
    "leaky_relu": (lambda z: np.where(z > 0, z, 0.01 * z), -0.025),
    "softmax": (lambda z: np.exp(z) / np.exp(z).sum(-1, keepdims=True), 1000.0),
}


@pytest.mark.parametrize("name", contest.REFERENCES)
def test_reference_wins_against_itself(name):
    """The library's own function is never told that it is wrong, at any reach."""
    for reach in (1.0, 1000.0):
        assert "same" == contest.contest(contest.REFERENCES[name], name, reach).verdict


def test_float32_is_right():
    """An answer in 32-bit floats is right."""
    found = contest.contest(lambda z: np.tanh(z.astype("float32")), "tanh", 5.0)
    assert "same" == found.verdict


@pytest.mark.parametrize("name", WRONG)
def test_first_place_where_they_part(name):
    """The place nearest to 0 is named, with both numbers."""
    mine, place = WRONG[name]
    found = contest.contest(mine, name, 5.0)
    assert ("parts", place) == (found.verdict, pytest.approx(found.parts_at))
    assert f"z = {contest.written(place)}" in found.sentence


def test_not_a_number_far_out_is_shown():
    """NaN at ±1000 is seen even when the slider looks near 0."""
    found = contest.contest(WRONG["tanh"][0], "tanh", 5.0)
    assert [-1000.0, "NaN", "−1", False] == found.far[0]
    assert [0.0, "0", "0", True] == found.far[1]


def _changes_its_input(z):
    z[z < 0] = 0
    return z


def _shouts(_):
    sys.stderr.write("noise")
    warnings.warn("noise", stacklevel=1)
    raise ValueError("no such\nthing")


@pytest.mark.parametrize(
    ("mine", "says"),
    [
        (_changes_its_input, "_changes_its_input changed the array z"),
        (_shouts, "_shouts raised ValueError: no such. It was called with an array of shape"),
        (lambda _: None, "returned None. Add a return"),
        (lambda _: 1.0, "returned an array of shape ()"),
        (lambda _: "text", "returned str. Return an array"),
        (lambda _: sys.exit(), "raised SystemExit."),
        (lambda: 1, "takes 0 positional arguments"),
    ],
)
def test_unusable_functions_are_told_why(mine, says, capsys):
    """Whatever the function does, one sentence is left of it, and no noise."""
    found = contest.contest(mine, "relu", 5.0)
    assert "unusable" == found.verdict
    assert says in found.sentence
    assert ("", "") == tuple(capsys.readouterr())


@pytest.mark.parametrize(
    ("value", "text"), [(np.nan, "NaN"), (-np.inf, "−∞"), (-0.025, "−0.025"), (1000.0, "1000")]
)
def test_written(value, text):
    """Numbers are written as people do."""
    assert text == contest.written(value)
