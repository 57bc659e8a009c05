"""The history has one value an epoch."""

from chainrule.callbacks import History


def test_values_are_kept_by_name_and_epoch():
    """Each name has its values, also one that is not there in every epoch."""
    history = History()
    history.on_train_begin()
    history.on_epoch_end(3, {"loss": 2.0})
    history.on_epoch_end(4, {"loss": 1.0, "val_loss": 5.0})
    assert [3, 4] == history.epoch
    assert {"loss": [2.0, 1.0], "val_loss": [5.0]} == history.history


def test_a_second_training_counts_its_own_epochs():
    """As in Keras, the epochs start anew and the values go on."""
    history = History()
    for _ in range(2):
        history.on_train_begin()
        history.on_epoch_end(0, {"loss": 1.0})
    assert ([0], [1.0, 1.0]) == (history.epoch, history.history["loss"])
