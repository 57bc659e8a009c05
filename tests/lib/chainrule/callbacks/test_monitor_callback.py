"""A monitored value must exist, and have a direction."""

import pytest
from chainrule import callbacks


def test_what_is_watched_must_be_there(trained):
    """A name that is not in the logs gets a warning with those that are."""
    with pytest.warns(UserWarning, match="monitors 'val_accuracy', and there is only loss"):
        trained([1], callbacks.EarlyStopping("val_accuracy"), name="loss")


def test_direction_of_an_unknown_name_must_be_told(trained):
    """For a number that nobody knows, more or less cannot be guessed."""
    with pytest.raises(ValueError, match="mode='min' or mode='max'"):
        trained([1, 2], callbacks.EarlyStopping("mystery"), name="mystery")


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (lambda: callbacks.EarlyStopping(mode="up"), "'auto', 'min' or 'max'"),
        (lambda: callbacks.ReduceLROnPlateau(factor=1.0), "below 1"),
        (lambda: callbacks.ModelCheckpoint("x", save_freq="week"), "an integer ≥ 1"),
    ],
)
def test_bad_input_is_told(bad, says):
    """Bad input gets a sentence with what was given and what is needed."""
    with pytest.raises(ValueError, match=says):
        bad()
