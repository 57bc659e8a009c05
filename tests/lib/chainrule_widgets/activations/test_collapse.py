"""Linear layers are one layer, and the widget says which."""

import numpy as np
import pytest
from chainrule_widgets.activations import Collapse


def test_collapsed_is_the_product():
    """x₀W₀W₁W₂ = x₀W_c, at every depth."""
    stack = Collapse()
    x0 = np.array([[0.8, 0.5]])
    for depth in (1, 2, 3):
        stack.depth = depth
        through = x0
        for W in stack.weights[:depth]:
            through = through @ np.array(W)
        np.testing.assert_allclose(through, x0 @ stack.collapsed)


def test_words():
    """The sentence says whether the stack is that one layer."""
    assert "is the same as the grid of the single layer" in repr(Collapse())
    assert "differs from the grid of the single layer" in repr(Collapse(activation="relu"))
    assert "is the same" in repr(Collapse(activation="relu", depth=1))


@pytest.mark.parametrize("bad", [np.eye(2), np.ones((4, 2, 2)), np.ones((1, 3, 3))])
def test_bad_weights_are_told(bad):
    """Matrices that cannot be drawn in the plane get a sentence with both shapes."""
    with pytest.raises(ValueError, match=r"needs one to three weight matrices of shape \(2, 2\)"):
        Collapse(bad)
