"""A number makes a straight line of towns, and a one-hot row gives each its own rent."""

import numpy as np
import pytest
from chainrule_widgets.beyond import Codes


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (3, 1, 4, 0, 2)])
def test_number_gives_the_best_line_and_row_gives_the_rents(order):
    """The line is that of least squares; the rows are exact in any order."""
    codes = Codes(order=order)
    y = np.array(codes.rents)[list(order)]
    line = np.polyval(np.polyfit(np.arange(5), y, 1), np.arange(5))
    np.testing.assert_allclose(line, codes.seen["by_number"], rtol=1e-5)
    np.testing.assert_allclose(y, codes.seen["by_row"])
    np.testing.assert_allclose([((line - y) ** 2).mean(), 0], codes.seen["errors"], atol=1e-4)


def test_code_turns_the_knobs():
    """Rents that rise evenly with the number leave no error."""
    codes = Codes()
    codes.rents = [2.0, 4.0, 6.0, 8.0, 10.0]
    assert 0 == pytest.approx(codes.seen["errors"][0], abs=1e-6)
    assert "in the order Aarhus, Bonn, Cork, Delft, Evora" in repr(codes)


def test_bad_input_is_told():
    """An order that names a town twice is refused."""
    with pytest.raises(ValueError, match="it must contain 0 to 4, each once"):
        Codes(order=(0, 0, 1, 2, 3))
