"""A weight is an array with a gradient."""

import numpy as np
import pytest
from chainrule.layers import Weight


def test_assign_writes_in_place():
    """Views into the value stay valid."""
    weight = Weight("kernel", np.zeros((2, 2)))
    view = weight.value
    weight.assign([[1, 2], [3, 4]])
    assert [[1.0, 2.0], [3.0, 4.0]] == view.tolist() == np.asarray(weight).tolist()
    with pytest.raises(ValueError, match=r"kernel has the shape \(2, 2\), and was given \(2,\)"):
        weight.assign([1, 2])


def test_numpy_is_a_copy():
    """Changing the copy does not change the weight."""
    weight = Weight("bias", np.zeros(2))
    weight.numpy()[:] = 1
    assert [0.0, 0.0] == weight.value.tolist()


@pytest.mark.parametrize("trainable", [True, False])
def test_only_what_is_trained_has_a_gradient(trainable):
    """The gradient of a trainable weight has its shape."""
    weight = Weight("w", np.ones(3), trainable=trainable)
    assert trainable is (weight.gradient is not None)
