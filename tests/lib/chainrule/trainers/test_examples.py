"""Examples are checked once, and divided into batches."""

import numpy as np
import pytest
from chainrule import layers, losses, models
from chainrule.trainers.examples import Examples

X, Y = np.arange(10.0).reshape(5, 2), np.arange(5.0)


def examples(x=X, y=Y, weight=None):
    """Examples for a neuron with two inputs."""
    network = models.Sequential([layers.Dense(1, input_shape=(2,), dtype="float64")])
    return Examples(network, [losses.MeanSquaredError()], x, y, weight)


@pytest.mark.parametrize(("size", "lengths"), [(2, [2, 2, 1]), (5, [5]), (9, [5]), (1, [1] * 5)])
def test_batches_are_all_examples(size, lengths):
    """Every example comes once, in the given order; the last batch may be smaller."""
    order = np.array([3, 1, 4, 0, 2])
    batches = [*examples().batches(size, order)]
    assert lengths == [len(batch.x[0]) for batch in batches]
    assert X[order].tolist() == np.concatenate([batch.x[0] for batch in batches]).tolist()
    assert Y[order].tolist() == np.concatenate([batch.y[0] for batch in batches])[:, 0].tolist()


def test_a_split_cuts_the_weights_too():
    """Both parts have their own inputs, targets and weights."""
    first, last = examples(weight=Y).split(0.4)
    assert ([0.0, 1.0, 2.0], [3.0, 4.0]) == (first.weights[0].tolist(), last.weights[0].tolist())
    assert (3, 2) == (first.count, last.count)


def test_class_weights_multiply_sample_weights():
    """An example has the product of both weights."""
    given = examples(y=np.array([0.0, 1.0, 1.0, 0.0, 1.0]), weight=np.arange(5.0))
    given.apply_class_weight({0: 10.0, 1: 0.5})
    assert [0.0, 0.5, 1.0, 30.0, 2.0] == given.weights[0].tolist()


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (lambda: examples(y=Y[:4]), r"\(5, 1\)"),
        (lambda: examples(weight=Y[:4]), "5 examples, and another array has 4"),
        (lambda: examples(x=X[:0], y=Y[:0]), "no examples"),
        (lambda: examples().apply_class_weight({0: 1.0}), r"classes \[1, 2, 3, 4\]"),
    ],
)
def test_bad_data_are_told(bad, says):
    """The sentence has the shapes or numbers that do not fit."""
    with pytest.raises(ValueError, match=says):
        bad()
