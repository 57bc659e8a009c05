"""The curves are those that were measured, and what does not fit is told."""

import pytest
from chainrule_widgets.regularization import LearningCurve

LOSSES = {"small": [(0.2, 0.5), (0.3, 0.4)], "large": [(0.0, 0.9), (0.2, 0.3)]}


def test_words():
    """At the place of the line, training before validation."""
    words = (
        "20 examples, training and validation loss: small 0.300 and 0.400, large 0.200 and 0.300"
    )
    assert words == repr(LearningCurve([10, 20], LOSSES, place=1))


def test_bad_input_is_told():
    """Sizes that shrink, curves of another length, and a place that is not there."""
    with pytest.raises(ValueError, match="increasing numbers of examples"):
        LearningCurve([20, 10], LOSSES)
    with pytest.raises(ValueError, match="for one to three networks, 3 pairs of losses"):
        LearningCurve([1, 2, 3], LOSSES)
    with pytest.raises(ValueError, match="place=2: there are only 2 sizes"):
        LearningCurve([10, 20], LOSSES, place=2)
