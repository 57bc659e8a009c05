"""The learning rate falls when nothing improves."""

import pytest
from chainrule import callbacks


@pytest.mark.parametrize(
    ("options", "rates"),
    [
        ({"patience": 1}, [1.0, 1.0, 0.1, 0.01, 0.001]),
        ({"patience": 2, "factor": 0.5}, [1.0, 1.0, 1.0, 0.5, 0.5]),
        ({"patience": 1, "factor": 0.5, "cooldown": 1}, [1.0, 1.0, 0.5, 0.25, 0.125]),
        ({"patience": 1, "factor": 0.5, "min_lr": 0.3}, [1.0, 1.0, 0.5, 0.3, 0.3]),
    ],
)
def test_reduce_on_plateau(trained, options, rates):
    """The rate falls when the value stays, as patience, cooldown and min_lr say."""
    calm = callbacks.ReduceLROnPlateau(**options)
    model = trained([3, 3, 3, 3, 3], calm, learning_rate=1.0)
    assert pytest.approx(rates) == model.history.history["learning_rate"]
