"""Early stopping ends where Keras ends."""

import numpy as np
import pytest
from chainrule import callbacks

STOPPING = [
    ([5, 4, 3, 3, 3, 3, 3], {"patience": 2}, 4, 2),
    ([5, 4, 4, 3, 4, 4, 4], {"patience": 2}, 5, 3),
    ([5, 4, 3, 2, 1], {"patience": 0}, 4, 4),
    ([5, 6, 4, 3], {"patience": 0}, 1, 0),
    ([5, 4.95, 4.9, 4.0, 4.0], {"patience": 2, "min_delta": 0.5}, 2, 0),
    ([1, 2, 3, 3, 3], {"patience": 1, "mode": "max"}, 3, 2),
    ([5, 9, 9, 4, 3, 9, 9, 9], {"patience": 2, "start_from_epoch": 3}, 6, 4),
    ([5, 4, 3, 3, 3], {"patience": 2, "baseline": 1}, 3, 2),
    ([5, np.nan, 4, np.nan, np.nan, 3], {"patience": 2}, 4, 2),
]


@pytest.mark.parametrize(("values", "options", "stopped", "best"), STOPPING)
def test_early_stopping(trained, values, options, stopped, best):
    """Training ends at the epoch where Keras ends it, with the weights that Keras restores."""
    stop = callbacks.EarlyStopping(restore_best_weights=True, **options)
    model = trained(values, stop)
    assert stopped == model.history.epoch[-1]
    assert best == stop.best_epoch
    assert float(best) == model.layers[0].bias.value[0]


def test_early_stopping_says_so(trained, capsys):
    """Verbose stopping has a sentence for the stop and one for the weights."""
    trained([1, 2, 2], callbacks.EarlyStopping(verbose=1, restore_best_weights=True))
    assert (
        "Epoch 2: early stopping\nRestoring the weights of the best epoch: 1.\n"
        == capsys.readouterr().out
    )
