"""Loss and price settle where no other weights are cheaper."""

import numpy as np
import pytest
from chainrule_widgets.regularization import Constraint
from chainrule_widgets.regularization.constraint import inputs


@pytest.mark.parametrize("kind", ["l1", "l2"])
def test_no_point_of_the_plane_is_cheaper(kind):
    """On a fine grid, loss + λ · penalty is nowhere below that of the dot."""
    seen = Constraint(kind, strength=0.8).seen
    X, star = inputs(), np.array([0.5, 1.4])
    grid = np.stack(np.meshgrid(*[np.linspace(-2, 2, 201)] * 2), axis=-1).reshape(-1, 2)
    size = np.abs(grid) if kind == "l1" else grid**2
    cost = np.mean(((grid - star) @ X.T) ** 2, axis=1) + 0.8 * size.sum(axis=1)
    here = seen["loss"] + 0.8 * seen["penalty"]
    assert here <= cost.min() + 1e-9
    assert here == pytest.approx(cost.min(), abs=1e-3)


def test_field_is_the_loss():
    """The lines of equal loss are drawn from the mean squared error on the grid."""
    seen = Constraint(w1=0.0, w2=0.0)
    field = np.frombuffer(seen.arrays[0], "<f4").reshape(48, 48)
    corner = np.mean((inputs() @ [-2.0, -2.0]) ** 2)
    assert corner == pytest.approx(field[0, 0], rel=1e-5)


def test_corner():
    """A high price under L1 leaves one weight at exactly 0; under L2 none, whatever the price."""
    assert repr(Constraint("l1", strength=2.0)).endswith("1 of them exactly 0")
    assert repr(Constraint("l2", strength=3.0)).endswith("0 of them exactly 0")


def test_state_is_what_is_drawn():
    """Without a price the dot is the star."""
    seen = Constraint()
    seen.strength = 0.0
    np.testing.assert_allclose([0.5, 1.4], seen.seen["solution"], atol=1e-6)
