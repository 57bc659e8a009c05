"""What is drawn of a dense layer is X W + b, number by number."""

import re

import numpy as np
import pytest
import traitlets
from chainrule import layers
from chainrule_widgets.networks import DenseLayer

X, W, b = [[1.0, 2.0], [3.0, -1.0]], [[1.0, 0.0, 2.0], [0.5, -1.0, 1.0]], [0.0, 1.0, -2.0]


def test_numbers_are_the_sums():
    """Each z is the bias and each input times its weight, added up one by one."""
    seen = DenseLayer(X, W, b).seen["Z"]
    sums = [[b[i] + sum(x[j] * W[j][i] for j in range(2)) for i in range(3)] for x in X]
    assert sums == seen


def test_activation_bends_each_number():
    """With relu, what is negative is cut off, and Z itself stays as it was."""
    layer = DenseLayer(X, W, b, activation="relu")
    assert np.maximum(layer.seen["Z"], 0).tolist() == layer.seen["out"]


def test_knobs_are_traits():
    """A weight changed from code changes its own column and no other."""
    layer = DenseLayer(X, W, b)
    before = np.array(layer.seen["Z"])
    layer.W = [[5.0, 0.0, 2.0], [0.5, -1.0, 1.0]]
    changed = np.array(layer.seen["Z"]) != before
    assert [[True, False, False]] * 2 == changed.tolist()
    with pytest.raises(traitlets.TraitError, match="swish"):
        layer.activation = "swish"


def test_words_have_shapes_and_numbers():
    """Without widgets, shapes and results are in the sentence."""
    assert "X (1, 2) times W (2, 1) plus b (1,) gives [3.5]" in repr(
        DenseLayer([[1, 2]], [[0.5], [1]], [1])
    )


def test_names_of_the_readers_layers_are_left_alone():
    """However often the picture is drawn, the next layer of a reader is numbered as before."""
    before = layers.Dense(1).name
    DenseLayer()
    number = int(before.rpartition("_")[2]) if "_" in before else 0
    assert f"dense_{number + 1}" == layers.Dense(1).name


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (([1, 2], W, b), "X and W must be matrices and b a vector"),
        ((X, np.transpose(W), b), "has 2 inputs, but W of shape (3, 2) has 3 rows"),
        ((X, W, [1, 2]), "has 3 neurons, but b of shape (2,) has 2 biases"),
        ((np.ones((5, 2)), W, b), "at most 4 examples"),
    ],
)
def test_bad_shapes_are_told(arguments, says):
    """What was given and what does not fit, in one sentence."""
    with pytest.raises(ValueError, match=re.escape(says)):
        DenseLayer(*arguments)
