"""The learning rate follows a function of the epoch."""

import pytest
from chainrule import callbacks


def test_learning_rate_scheduler(trained, capsys):
    """The rate of each epoch is the schedule's."""
    schedule = callbacks.LearningRateScheduler(lambda epoch, rate: rate / (epoch + 1), verbose=1)
    model = trained([1, 1, 1], schedule, learning_rate=0.6)
    assert pytest.approx([0.6, 0.3, 0.1]) == model.history.history["learning_rate"]
    assert "Epoch 2: learning rate 0.3." in capsys.readouterr().out
    with pytest.raises(TypeError, match="must return a number"):
        trained([1], callbacks.LearningRateScheduler(lambda *_: None))
