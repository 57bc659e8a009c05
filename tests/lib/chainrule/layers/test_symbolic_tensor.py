"""A symbolic tensor has a shape and no values."""

import numpy as np
import pytest
from chainrule import layers


def test_a_symbol_has_no_numbers():
    """NumPy is not let loose on a symbol."""
    with pytest.raises(TypeError, match="has no values yet"):
        np.exp(layers.Input((2,)))
