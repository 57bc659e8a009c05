"""Growing stops where it no longer pays."""

import pytest
from chainrule_widgets.evaluation import Growth
from chainrule_widgets.evaluation.growth import right_size

HISTORIES = {
    1: {"loss": [0.9, 0.8], "val_loss": [0.9, 0.8]},
    2: {"loss": [0.7, 0.5], "val_loss": [0.6, 0.7]},
    4: {"loss": [0.6, 0.1], "val_loss": [0.59, 0.9]},
}


@pytest.mark.parametrize(("gain", "expected"), [(0.0, 2), (0.05, 1), (0.3, 0)])
def test_right_size(gain, expected):
    """The lowest validation losses are 0.8, 0.6 and 0.59: gains of 0.2 and 0.01."""
    assert expected == right_size([0.8, 0.6, 0.59], gain)


def test_words():
    """Each size's lowest validation loss, and the size to take."""
    words = repr(Growth(HISTORIES, gain=0.05))
    assert (
        "lowest validation loss by number of units: 1: 0.800, 2: 0.600, 4: 0.590; "
        "stop at 2 units" == words
    )


def test_bad_input_is_told():
    """Too few sizes, one that is not there, and curves of different lengths are named."""
    with pytest.raises(ValueError, match="two sizes or more, smallest first"):
        Growth({1: HISTORIES[1]})
    with pytest.raises(ValueError, match="units=3: there are histories only for"):
        Growth(HISTORIES, units=3)
    with pytest.raises(ValueError, match="the same number of epochs"):
        Growth({1: HISTORIES[1], 2: {"loss": [1.0], "val_loss": [1.0]}})
