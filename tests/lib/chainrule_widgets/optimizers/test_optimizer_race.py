"""A race shows each rule at its place, and yours among them."""

import numpy as np
import pytest
from chainrule_widgets.optimizers import race_optimizers
from chainrule_widgets.optimizers.rules import RULES


def test_paths_are_the_rules_own(right):
    """Every path drawn is that of the problem set's rule at the rate shown."""
    race = race_optimizers(surface_name="ravine")
    for name, rule in right.all.items():
        w, state, path = np.array([-2.6, 1.0]), {}, [[-2.6, 1.0]]
        for _ in range(60):
            w, state = rule(w, w * [1, 20], state, race.seen["rates"][name])
            path.append(w)
        np.testing.assert_allclose(path, race.path(name), atol=1e-5)


def test_knobs_are_traits():
    """A factor from code multiplies every rate, and too much of it is said to have left."""
    race = race_optimizers(rules=("sgd", "adam"))
    before = race.seen["rates"]["sgd"]
    race.factor = 10.0
    assert 10 * before == pytest.approx(race.seen["rates"]["sgd"])
    assert "sgd diverges, adam" in repr(race)


def test_own_rule_runs_beside_its_reference(right):
    """The reference is drawn alone beside it; both names stay apart."""
    race = race_optimizers(right.adam)
    assert (["adam"], "your adam") == (race.rules, race.name)
    assert ("same", None) == (race.seen["verdict"], race.seen["parts_at"])
    np.testing.assert_allclose(race.path("adam"), race.path("your adam"), atol=1e-5)
    assert 8 * 61 * 3 * 4 == len(race.arrays[0])


def test_unusable_rule_has_no_path():
    """Its sentence is shown, and the library's seven paths."""
    race = race_optimizers(lambda *_: None, against="sgd")
    assert 7 * 61 * 3 * 4 == len(race.arrays[0])
    assert "returned None at step 1" in repr(race)


def test_nesterov_oscillates_less():
    """The lecture names both losses after 60 steps in the ravine."""
    race = race_optimizers(rules=("momentum", "nesterov"))
    losses = dict(zip(RULES, race.seen["last"], strict=True))
    assert 0.0105 == pytest.approx(losses["momentum"], rel=0.01)
    assert 0.0013 == pytest.approx(losses["nesterov"], rel=0.03)
    assert race.path("momentum")[:, 0].max() > race.path("nesterov")[:, 0].max() > 0


@pytest.mark.parametrize("name", ["bowl", "saddle", "several minima", "two-weight net"])
def test_usual_rates_run_nowhere_away(name):
    """With its usual rate no rule leaves a surface or ends higher than it began."""
    race = race_optimizers(surface_name=name)
    for rule in RULES:
        assert np.abs(race.path(rule)).max() < 10


@pytest.mark.parametrize(
    ("arguments", "error", "says"),
    [
        ({"own": 3}, TypeError, "race_optimizers needs your function, not int"),
        (
            {"against": "adadelata"},
            ValueError,
            "there is no optimizer 'adadelata'; the optimizers are sgd",
        ),
        ({"surface_name": "cliff"}, ValueError, "there is no surface 'cliff'; there are bowl"),
        ({"start": (1,)}, ValueError, r"a start has two numbers \(w0, w1\)"),
    ],
)
def test_bad_input_is_told(arguments, error, says):
    """What was given and what is needed, in one sentence."""
    with pytest.raises(error, match=says):
        race_optimizers(**arguments)
