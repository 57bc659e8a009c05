"""Losses: worked numbers, closed forms, slopes, weights and reductions."""

import math

import numpy as np
import pytest
from chainrule import losses
from chainrule.gradients import check_gradients
from hypothesis import given
from hypothesis import strategies as st

RNG = np.random.default_rng(0)
VALUES = (RNG.normal(size=(5, 3)), RNG.normal(size=(5, 3)))
BITS = (RNG.integers(0, 2, (5, 3)).astype(float), RNG.uniform(0.05, 0.95, (5, 3)))
ROWS = (np.eye(3)[[0, 2, 1, 1, 0]], RNG.uniform(0.05, 0.95, (5, 3)))
CLASSES = (np.array([0, 2, 1, 1, 0]), ROWS[1])

EXAMPLES = [
    (losses.MeanAbsoluteError, VALUES, {}),
    (losses.MeanSquaredError, VALUES, {}),
    (losses.BinaryCrossentropy, BITS, {}),
    (losses.BinaryCrossentropy, BITS, {"label_smoothing": 0.2}),
    (losses.BinaryCrossentropy, (BITS[0], VALUES[0]), {"from_logits": True}),
    (losses.CategoricalCrossentropy, ROWS, {}),
    (losses.CategoricalCrossentropy, ROWS, {"label_smoothing": 0.2}),
    (losses.CategoricalCrossentropy, (ROWS[0], VALUES[0]), {"from_logits": True}),
    (losses.SparseCategoricalCrossentropy, CLASSES, {}),
    (losses.SparseCategoricalCrossentropy, (CLASSES[0], VALUES[0]), {"from_logits": True}),
]
REDUCTIONS = ["sum_over_batch_size", "mean", "sum", "mean_with_sample_weight"]


@pytest.mark.parametrize("reduction", REDUCTIONS)
@pytest.mark.parametrize("weights", [None, np.array([0.5, 2.0, 0.0, 1.0, 3.0])])
@pytest.mark.parametrize(("kind", "data", "options"), EXAMPLES)
def test_gradient_is_the_slope(kind, data, options, weights, reduction):
    """The gradient is the slope of the loss at each prediction, for all weights and reductions."""
    loss = kind(**options, reduction=reduction)
    y, p = data
    gradient = loss.gradient(y, p, weights)
    assert check_gradients(lambda p: loss(y, p, weights), gradient, p, tolerance=1e-6) < 1e-6


@pytest.mark.parametrize(("kind", "data", "options"), EXAMPLES)
def test_none_keeps_the_examples_apart(kind, data, options):
    """Without a reduction there is a loss for each example, and their mean is the plain loss."""
    apart = kind(**options, reduction="none")(*data)
    assert (5,) == apart.shape
    assert float(kind(**options)(*data)) == pytest.approx(apart.mean(), rel=1e-14)


@pytest.mark.parametrize(
    ("loss", "y", "p", "expected"),
    [
        (losses.MeanAbsoluteError(), [[0.0, 1.0]], [[1.0, 3.0]], 1.5),
        (losses.MeanSquaredError(), [[0.0, 1.0]], [[1.0, 3.0]], 2.5),
        (losses.BinaryCrossentropy(), [[1.0]], [[0.25]], math.log(4)),
        (losses.BinaryCrossentropy(), [[1.0]], [[0.0]], -math.log(1e-7)),
        (losses.BinaryCrossentropy(from_logits=True), [[1.0]], [[-1000.0]], 1000.0),
        (losses.CategoricalCrossentropy(), [[0.0, 1.0]], [[1.0, 3.0]], math.log(4 / 3)),
        (losses.CategoricalCrossentropy(from_logits=True), [[0.0, 1.0]], [[0.0, -900.0]], 900.0),
        (losses.SparseCategoricalCrossentropy(), [[1]], [[0.5, 0.5]], math.log(2)),
    ],
)
def test_value(loss, y, p, expected):
    """Numbers that can be worked out by hand, extremes included."""
    assert expected == pytest.approx(float(loss(y, p)), rel=1e-12)


@given(st.lists(st.floats(0.01, 0.99), min_size=1, max_size=5))
def test_binary_crossentropy_of_certainty_is_the_log(ps):
    """Where every target is 1, the loss is the mean of −log p."""
    expected = -sum(map(math.log, ps)) / len(ps)
    p = np.array(ps)[:, None]
    assert expected == pytest.approx(float(losses.BinaryCrossentropy()(np.ones_like(p), p)))


@pytest.mark.parametrize(
    ("function", "loss", "data"),
    [
        (losses.mean_absolute_error, losses.MeanAbsoluteError, VALUES),
        (losses.mean_squared_error, losses.MeanSquaredError, VALUES),
        (losses.binary_crossentropy, losses.BinaryCrossentropy, BITS),
        (losses.categorical_crossentropy, losses.CategoricalCrossentropy, ROWS),
        (losses.sparse_categorical_crossentropy, losses.SparseCategoricalCrossentropy, CLASSES),
    ],
)
def test_function_is_the_loss_of_each_example(function, loss, data):
    """The functions give what the classes give without a reduction."""
    assert loss(reduction="none")(*data).tolist() == function(*data).tolist()


def test_a_row_is_a_column_where_it_must_be():
    """Targets (n,) fit predictions (n, 1), and the other way round."""
    loss = losses.MeanSquaredError()
    assert 1.0 == loss([1.0, 2.0], [[2.0], [3.0]]) == loss([[1.0], [2.0]], [2.0, 3.0])


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize(("kind", "data", "options"), EXAMPLES)
def test_dtype_is_kept(kind, data, options, dtype):
    """Float32 predictions have float32 gradients, whatever the targets are."""
    assert dtype == str(kind(**options).gradient(data[0], data[1].astype(dtype)).dtype)


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (lambda: losses.get("hinge"), "there is no loss 'hinge'"),
        (lambda: losses.MeanSquaredError(reduction="product"), "no reduction 'product'"),
        (lambda: losses.MeanSquaredError()([1.0, 2.0], [1.0, 2.0, 3.0]), r"\(3,\).*\(2,\)"),
        (lambda: losses.MeanSquaredError()([[1.0]], [[2.0]], [1, 2]), r"\(2,\).*\(1,\)"),
        (lambda: losses.SparseCategoricalCrossentropy()([3], [[0.1, 0.9]]), "classes 0 … 1"),
        (lambda: losses.BinaryCrossentropy(label_smoothing=2), "label_smoothing"),
        (lambda: losses.CategoricalCrossentropy(axis=0), "axis=-1"),
    ],
)
def test_bad_input_is_told(bad, says):
    """Bad input gets a sentence with what was given and what is needed."""
    with pytest.raises(ValueError, match=says):
        bad()
