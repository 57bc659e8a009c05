"""The same net on the same digits: only the rule and its rate differ."""

import numpy as np
import pytest
from chainrule_widgets.optimizers import DigitsRace
from chainrule_widgets.optimizers import digits_race as module
from chainrule_widgets.optimizers.rules import RULES
from chainrule_widgets.optimizers.training import RATES, images, train, train_own


@pytest.fixture(autouse=True)
def _short_table(monkeypatch):
    """Stand in for the table of 84 nets, which the lecture's own test trains."""
    losses = np.ones((len(RULES), len(RATES), 11)) * np.arange(len(RATES))[:, None]
    monkeypatch.setattr(module, "table", lambda: (losses, losses[..., 0] / 20))


@pytest.mark.parametrize("name", ["sgd", "momentum", "adam"])
def test_own_training_is_the_library_s(name, right):
    """A right rule of the problem set trains the same net to the same losses as `fit` does."""
    rate = 0.05 if name == "sgd" else 0.01
    losses, accuracy = train(name, rate)
    own_losses, own_accuracy = train_own(right.all[name], rate)
    np.testing.assert_allclose(losses, own_losses, rtol=2e-3)
    assert accuracy == pytest.approx(own_accuracy, abs=0.01)


def test_train_and_test_are_other_digits():
    """No digit that is learned from is tested on."""
    X, _, X_test, _ = images()
    assert (600, 400) == (len(X), len(X_test))
    assert not {row.tobytes() for row in X} & {row.tobytes() for row in X_test}


def test_slider_is_an_index_of_the_rates():
    """The nearest rate is chosen, on the scale of powers of ten."""
    seen = DigitsRace(0.02)
    assert 0.032 == RATES[seen.chosen]
    assert (5.0, 0.25) == seen.results()["adam"]
    assert "at learning rate 0.032:" in repr(seen)


def test_failing_rule_is_a_sentence():
    """Its error is told, and the seven are shown."""
    seen = DigitsRace(own=lambda *_: None)
    assert list(RULES) == seen.rules
    assert "returned None at step 1. Add a return" in seen.fault


def test_bad_rate_is_told():
    """A rate of nothing has no place on the axis."""
    with pytest.raises(ValueError, match="learning_rate=0: it must be above 0"):
        DigitsRace(0)
