"""Each step of the loop has the numbers of gradient descent by hand."""

import numpy as np
import pytest
import traitlets
from chainrule_widgets.networks import TrainingLoop

X, Y = np.array([-1.0, 0.0, 1.0, 2.0]), np.array([-1.0, 1.0, 3.0, 5.0])


def test_sgd_by_hand():
    """Weights, loss and gradient of five steps are those of the formulas for mean squares."""
    w = b = 0.0
    for now in TrainingLoop("mse", "SGD", 0.1).seen["steps"][:5]:
        error = w * X + b - Y
        gradient = [2 * np.mean(error * X), 2 * np.mean(error)]
        assert [w, b] == pytest.approx([now["w"], now["b"]])
        assert np.mean(error**2) == pytest.approx(now["loss"])
        assert gradient == pytest.approx(now["gradient"])
        w, b = w - 0.1 * gradient[0], b - 0.1 * gradient[1]


@pytest.mark.parametrize(("rate", "grows"), [(0.54, False), (0.57, True)])
def test_where_it_diverges(rate, grows):
    """Steps above 2 / (5 + √5) · 2, that is 0.553, make the loss grow without end."""
    losses = [now["loss"] for now in TrainingLoop("mse", "SGD", rate).seen["steps"]]
    assert grows == (losses[-1] > losses[-11])


def test_absolute_errors_have_slopes_of_fixed_length():
    """The first slope of MAE is the mean of ∓x, however far off the line is."""
    first = TrainingLoop("mae", "SGD", 0.1).seen["steps"][0]
    assert np.mean(np.sign(-Y) * X) == pytest.approx(first["gradient"][0])
    assert np.abs(Y).mean() == pytest.approx(first["loss"])


def test_words_and_knobs():
    """The sentence says step and stage, and a knob from code computes anew."""
    loop = TrainingLoop(clicks=6)
    assert "step 1, stage 3 of 4" in repr(loop)
    before = loop.seen
    loop.optimizer = "Adam"
    assert before["steps"][3] != loop.seen["steps"][3]
    with pytest.raises(traitlets.TraitError):
        loop.learning_rate = 2.0
