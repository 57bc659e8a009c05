"""A computation graph's slopes are those of calculus, whatever the graph."""

import math

import pytest
from chainrule_widgets.backpropagation.graph import GRAPHS, forward
from chainrule_widgets.backpropagation.passes import passes


def sigma(z):
    return 1 / (1 + math.exp(-z))


def last(graph, given, activation="sigmoid"):
    *_, state = passes(graph, given, activation)
    return state


def test_one_neuron():
    """J = (σ(wx + b) − y)² has the slopes 2 (ŷ − y) ŷ (1 − ŷ) times x, w and 1."""
    state = last("one neuron", {"x": 2.0, "w": 0.5, "b": -1.5, "y": 1.0})
    p = sigma(-0.5)
    delta = 2 * (p - 1) * p * (1 - p)
    expected = {"w": 2 * delta, "x": 0.5 * delta, "b": delta}
    assert expected == pytest.approx({name: state.gradients[name] for name in expected})


def test_fork_adds():
    """J = (w²x − y)²: the two ways of w together make 2 (w²x − y) · 2wx."""
    assert 2 * (1.5**2 * 2 - 3) * 2 * 1.5 * 2 == pytest.approx(
        last("a fork", {"x": 2.0, "w": 1.5, "y": 3.0}).gradients["w"]
    )


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu", "linear"])
@pytest.mark.parametrize("graph", GRAPHS)
def test_every_slope_is_the_one_by_trial(graph, activation):
    """Move any input a little, and J changes as its slope says."""
    given = {n.name: 0.4 + 0.3 * i for i, n in enumerate(GRAPHS[graph]) if not n.inputs}
    slopes, h = last(graph, given, activation).gradients, 1e-6
    for name in set(given) - {"y"}:
        up, down = (
            forward(GRAPHS[graph], {**given, name: given[name] + d}, activation)["J"]
            for d in (h, -h)
        )
        assert (up - down) / (2 * h) == pytest.approx(slopes[name], abs=1e-8)


def test_each_step_adds_one_thing():
    """Every step forward gives one value more; slopes come only after J has its value."""
    states = list(passes("two layers", {"x": 1.0, "w₁": 1.0, "w₂": 1.0, "y": 0.0}, "tanh"))
    assert [4, 5, 6, 7, 8, 9] == [len(s.values) for s in states if not s.gradients]
    assert [1, 2, 3, 5, 6, 8] == [len(s.gradients) for s in states if s.gradients]


def test_step_says_its_numbers():
    """The sentence of a step has the formula with numbers in it."""
    says = [
        s.sentence for s in passes("one neuron", {"x": 2.0, "w": 0.5, "b": -1.5, "y": 1.0}, "relu")
    ]
    assert "Forward: p = w · x = 0.5 · 2 = 1." == says[1]
    assert "Forward: z = p + b = 1 − 1.5 = −0.5." == says[2]
    assert "Backward through J: the derivative from the right is 1. ∂J/∂ŷ = 1 · −2 = −2." == says[6]
