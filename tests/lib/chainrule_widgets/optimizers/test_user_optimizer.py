"""A student's rule is told right where it is right, and where it parts where it is not."""

import sys
import warnings

import numpy as np
import pytest
from chainrule_widgets.gradient_descent.surfaces import SURFACES
from chainrule_widgets.optimizers.rules import OTHER_FORMS, RULES, usual_rate
from chainrule_widgets.optimizers.user_optimizer import compared, reference_of
from chainrule_widgets.optimizers.user_steps import Ground


def ground(name, surface="ravine"):
    place = SURFACES[surface]
    return Ground(place.slope, place.start, 60, usual_rate(name, surface))


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("name", RULES)
def test_right_rules_are_the_same(name, surface, right):
    """The worked answers agree with the library on every surface, and so do other forms of ε."""
    for rule in (right.all[name], *OTHER_FORMS.get(name, ())):
        assert "same" == compared(rule, name, ground(name, surface)).verdict


def adam_without_correction(w, g, state, learning_rate):
    m = 0.9 * state.get("m", 0) + 0.1 * g
    v = 0.999 * state.get("v", 0) + 0.001 * g**2
    return w - learning_rate * m / (np.sqrt(v) + 1e-7), {"m": m, "v": v}


def adam_that_counts_from_two(w, g, state, learning_rate):
    t = state.get("t", 1) + 1
    m = 0.9 * state.get("m", 0) + 0.1 * g
    v = 0.999 * state.get("v", 0) + 0.001 * g**2
    step = m / (1 - 0.9**t) / (np.sqrt(v / (1 - 0.999**t)) + 1e-7)
    return w - learning_rate * step, {"m": m, "v": v, "t": t}


def momentum_without_memory(w, g, state, learning_rate):
    return w - learning_rate * (0.9 * state.get("a", 0) + g), {}


def momentum_of_the_slide(w, g, state, learning_rate):
    velocity = state.get("v", 0) * 0.9 + learning_rate * g
    return w + 0.9 * velocity - learning_rate * g, {"v": velocity}


@pytest.mark.parametrize(
    ("wrong", "name", "step"),
    [
        (adam_without_correction, "adam", 1),
        (adam_that_counts_from_two, "adam", 1),
        (momentum_without_memory, "momentum", 2),
        (momentum_of_the_slide, "nesterov", 1),
        (lambda w, _g, s, _rate: (w * np.nan, s), "sgd", 1),
    ],
)
def test_wrong_rules_part(wrong, name, step):
    """The first step that differs is found."""
    found = compared(wrong, name, ground(name))
    assert ("parts", step) == (found.verdict, found.step)
    assert f"The first difference is at step {step}: with " in found.sentence


def test_twin_is_named():
    """A rule that is another one is told which."""
    found = compared(momentum_without_memory, "momentum", ground("momentum"))
    assert found.sentence.endswith("Your function takes the same steps as sgd.")


def test_without_a_reference_it_walks_alone(right):
    """A rule of one's own invention is followed, and compared with nothing."""
    assert "alone" == compared(right.sgd, None, ground("sgd")).verdict


def _changes_w(w, g, state, learning_rate):
    w -= learning_rate * g
    return w, state


def _changes_g(w, g, state, learning_rate):
    g *= learning_rate
    return w - g, state


def _shouts(w, g, state, learning_rate):
    sys.stderr.write("noise")
    warnings.warn("noise", stacklevel=1)
    raise ValueError("no such\nthing")


@pytest.mark.parametrize(
    ("own", "says"),
    [
        (_changes_w, "_changes_w changed the array w in place at step 1"),
        (_changes_g, "_changes_g changed the array g in place at step 1"),
        (_shouts, "_shouts raised ValueError at step 1: no such."),
        (lambda *_: None, "returned None at step 1. Add a return"),
        (lambda w, *_: w[0], "returned float64 at step 1; return (w, state)"),
        (lambda w, *_: (w[0], {}), "returned a w of shape () at step 1; return the shape (2,)"),
        (lambda *_: ("text", {}), "returned str as w at step 1"),
        (lambda *_: sys.exit(), "raised SystemExit at step 1."),
        (lambda w, _g: (w, {}), "takes 2 positional arguments"),
        (lambda w, _g, s, _rate: (w, s["t"]), "raised KeyError at step 1: 't'"),
    ],
)
def test_unusable_rules_are_told_why(own, says, capsys):
    """Whatever the rule does, one sentence is left of it, and no noise."""
    found = compared(own, "sgd", ground("sgd"))
    assert "unusable" == found.verdict
    assert says in found.sentence
    assert ("", "") == tuple(capsys.readouterr())


@pytest.mark.parametrize(
    ("name", "rule"), [("my_adam", "adam"), ("Momentum2", "momentum"), ("mine", None)]
)
def test_reference_is_in_the_name(name, rule):
    """The function's name says which rule it is meant to be."""

    def own():
        pass

    own.__name__ = name
    assert rule == reference_of(own)
