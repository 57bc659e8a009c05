"""The categorical cross-entropy of class numbers."""

import numpy as np
import pytest
from chainrule import losses
from chainrule.activations import softmax

Z = np.random.default_rng(0).normal(size=(5, 3))
CLASSES = np.array([0, 2, 1, 1, 0])


@pytest.mark.parametrize("from_logits", [False, True])
@pytest.mark.parametrize("fused", [False, True])
def test_class_numbers_are_one_hot_rows(from_logits, fused):
    """Value and gradient are those of the categorical cross-entropy of one-hot targets."""
    if from_logits and fused:
        pytest.skip("logits are not fused")
    p = Z if from_logits else softmax(Z)
    found = losses.SparseCategoricalCrossentropy(from_logits).value_and_gradient(
        CLASSES, p, is_fused=fused
    )
    expected = losses.CategoricalCrossentropy(from_logits).value_and_gradient(
        np.eye(3)[CLASSES], p, is_fused=fused
    )
    assert expected[0] == pytest.approx(found[0], rel=1e-12)
    np.testing.assert_allclose(expected[1], found[1], rtol=1e-9, atol=1e-15)


def test_a_column_of_classes():
    """Targets (n, 1) are targets (n,)."""
    loss = losses.SparseCategoricalCrossentropy()
    assert loss(CLASSES, softmax(Z)) == loss(CLASSES[:, np.newaxis], softmax(Z))


def test_a_clipped_class_has_no_gradient():
    """Where the probability of the class is 0, the row's gradient is 0."""
    found = losses.SparseCategoricalCrossentropy().gradient([0], [[0.0, 1.0]])
    assert [[0.0, 0.0]] == found.tolist()
