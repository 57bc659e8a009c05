"""Knobs have the values that they have, and say so."""

import pytest
from chainrule_widgets.playground import Playground
from chainrule_widgets.playground.state import State


@pytest.mark.parametrize(
    ("knobs", "says"),
    [
        ({"noise": -1}, "noise is a whole number from 0 to 50, and not -1"),
        ({"points": 12.5}, "points is a whole number from 12 to 500, and not 12.5"),
        ({"learning_rate": float("inf")}, "learning_rate is a number from 1e-05 to 10"),
        ({"loss": "hinge"}, "loss is one of cross_entropy, mse, mae, and not 'hinge'"),
        ({"layers": [("tanh", 0)]}, "1 to 16 neurons each, and not"),
        ({"layers": [("tanh", 1)] * 11}, "at most 10 hidden layers"),
        ({"layers": "tanh"}, "layers are pairs of an activation and a number of neurons"),
        ({"layers": [("not a name", 3)]}, "a name of letters and digits, and not 'not a name'"),
        ({"features": []}, "features are some of"),
        ({"data": 3}, "data has a name of letters and digits, and not 3"),
    ],
)
def test_bad_values_are_told(knobs, says):
    """A sentence names the knob and what it takes."""
    with pytest.raises(ValueError, match=says):
        State(**knobs)


def test_equal_states_are_equal():
    """However a value was written, the state is the same one."""
    loose = State(noise=15.0, layers=[["tanh", 8.0], ["tanh", 8]], features=["x2", "x1"], l1=0.0)
    assert State() == loose


def test_unknown_names_are_told():
    """Presets, knobs, data and activations that do not exist get a sentence."""
    with pytest.raises(ValueError, match="there is no preset 'moon'; they are two moons"):
        Playground("moon")
    with pytest.raises(ValueError, match="the playground has no knob 'speed'; it has data"):
        Playground(speed=3)
    with pytest.raises(ValueError, match="there are no data 'mine'. If they are your own"):
        Playground(data="mine")
    with pytest.raises(ValueError, match="there is no activation 'swish'. If it is your own"):
        Playground(layers=[("swish", 3)])


def test_a_knob_is_a_trait():
    """Code turns what a hand turns: the run begins anew, and a bad value is refused."""
    playground = Playground()
    playground.train(5)
    playground.learning_rate = 0.1
    assert (0, "cr1~learning_rate-0.1") == (playground.steps, playground.as_text()[:21])
    with pytest.raises(ValueError, match="learning_rate is a number from"):
        playground.learning_rate = 99
    playground.layers = [("relu", 3)]
    assert [[2, 3], [3], [3, 1], [1]] == [list(w.shape) for w in playground.get_weights()]
