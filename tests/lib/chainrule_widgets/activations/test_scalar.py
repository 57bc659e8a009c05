"""What the page draws is the library's own curve."""

import numpy as np
import pytest
from chainrule import activations
from chainrule_widgets.activations import scalar


@pytest.mark.parametrize("name", scalar.SCALAR_ACTIVATIONS)
def test_table_is_the_library(name):
    """Heights, then slopes, on the page's grid from −10 to 10."""
    heights, slopes = np.frombuffer(scalar.tables()[name], "<f4").reshape(2, 2001)
    z = np.linspace(-10, 10, 2001)
    np.testing.assert_allclose(activations.get(name)(z), heights, rtol=1e-6, atol=1e-7)
    z[1000] = 0
    np.testing.assert_allclose(activations.get(name).derivative(z), slopes, rtol=1e-6, atol=1e-7)


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        ("swish", "there is no activation 'swish'"),
        ("softmax", "softmax is no function of one"),
    ],
)
def test_no_curve(bad, says):
    """A name without a curve gets a sentence with the names that have one."""
    with pytest.raises(ValueError, match=says):
        scalar.scalar_activation(bad)
