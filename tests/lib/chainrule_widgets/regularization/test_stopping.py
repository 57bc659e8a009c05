"""The outcome is Keras's rule, as a second one, written for this test, gives it too."""

import numpy as np
import pytest
from chainrule_widgets.regularization import Stopping
from chainrule_widgets.regularization.replaying import replay

EXAMPLE = {
    "val_loss": [0.9, 0.6, 0.5, 0.55, 0.52, 0.51, 0.4],
    "val_accuracy": [1, 2, 3, 2, 2, 2, 9],
}


def by_records(losses, patience, min_delta):
    """The rule in other words: find the records first, then the first long gap behind one."""
    records, best = [], np.inf
    for epoch, loss in enumerate(losses):
        if loss + min_delta < best:
            best = loss
            records.append(epoch)
    for here, following in zip(records, [*records[1:], len(losses) + patience], strict=True):
        if following - here > patience and here + patience < len(losses):
            return here + patience, here
    return len(losses) - 1, records[-1]


@pytest.mark.parametrize("min_delta", [0.0, 0.05, 0.3])
@pytest.mark.parametrize("patience", [1, 3, 8])
def test_rule(patience, min_delta):
    """On random curves both rules stop at the same epoch and name the same best one."""
    rng = np.random.default_rng(patience)
    for _ in range(10):
        losses = np.exp(-np.arange(30) / 10) + 0.2 * rng.random(30)
        seen = replay({"val_loss": losses}, patience=patience, min_delta=min_delta)
        assert by_records(losses, patience, min_delta) == (seen.last, seen.best)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"patience": 3}, (5, True, 2, 5)),
        ({"patience": 3, "restore_best_weights": True}, (5, True, 2, 2)),
        ({"patience": 3, "min_delta": 0.2}, (4, True, 1, 4)),
        ({"patience": 9}, (6, False, 6, 6)),
        ({"patience": 1, "start_from_epoch": 4}, (6, False, 6, 6)),
        (
            {"patience": 4, "baseline": 0.45},
            (3, True, 2, 3),
        ),  # the records 0 to 2 counted as waiting
        ({"patience": 3, "monitor": "val_accuracy"}, (5, True, 2, 5)),
        ({"patience": 3, "monitor": "val_accuracy", "mode": "min"}, (3, True, 0, 3)),
    ],
)
def test_every_argument(arguments, expected):
    """Last epoch, whether it was stopped, best epoch, and whose weights are kept: by hand."""
    assert expected == tuple(replay(EXAMPLE, **arguments))


def test_students_rule_is_marked():
    """A right rule says the same; one that fails becomes a sentence."""
    seen = Stopping(EXAMPLE, function=by_records, patience=3)
    assert [5, 2] == seen.seen["mine"]
    assert repr(seen).endswith("your function stops after 5, best 2")
    seen = Stopping(EXAMPLE, function=lambda losses, *_: losses[99], patience=3)
    assert "<lambda> raised IndexError" in seen.seen["mine"]
    seen = Stopping(EXAMPLE, function=lambda *_: 5, patience=3)
    assert seen.seen["mine"].endswith("Return two epochs.")


def test_state_is_what_is_drawn():
    """Turning a knob from code runs the rule again."""
    seen = Stopping(EXAMPLE, patience=3)
    seen.restore_best_weights = True
    assert 2 == seen.seen["kept"]
    assert "keeps the weights of epoch 2, val_loss 0.5000" in repr(seen)


def test_bad_input_is_told():
    """A history without validation, and a function that was called already, are named."""
    with pytest.raises(ValueError, match="Stopping needs a history with 'val_loss'"):
        Stopping({"loss": [1.0]})
    with pytest.raises(TypeError, match="without brackets: function=early_stopping"):
        Stopping(EXAMPLE, function=(5, 2))
