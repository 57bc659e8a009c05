"""The computation graph answers with every step at once, and checks itself by trial."""

import pytest
from chainrule import layers, models
from chainrule_widgets.backpropagation import ComputationGraph


def test_two_layers_are_the_library_s_model():
    """The same chain of sigmoids as a model has the same gradients."""
    graph = ComputationGraph("two layers", x=0.7, w1=1.3, w2=-0.8, y=0.2)
    model = models.Sequential([layers.Input(shape=(1,), dtype="float64")])
    for _ in range(2):
        model.add(layers.Dense(1, "sigmoid", use_bias=False, dtype="float64"))
    model.set_weights([[[1.3]], [[-0.8]]])
    model.compile(loss="mean_squared_error")
    _, grads = model.gradients([[0.7]], [[0.2]])
    assert [float(g.item()) for g in grads] == pytest.approx(
        [graph.gradients["w₁"], graph.gradients["w₂"]]
    )


def test_answer_has_states_and_trials():
    """What is asked is computed, not what the traits say."""
    said, buffers = ComputationGraph("a fork").answer(
        {"inputs": {"x": 1.0, "w": 2.0, "y": 0.0}, "activation": "linear"}
    )
    assert {"w": 32.0, "x": 32.0} == pytest.approx(said["trial"])
    assert (32.0, []) == (said["states"][-1]["gradients"]["w"], buffers)


def test_knobs_are_traits():
    """Another input or activation is seen at once."""
    graph = ComputationGraph(x=1.0, w=1.0, b=0.0, y=0.0)
    graph.activation, graph.inputs = "linear", {"x": 3.0, "w": 1.0, "b": 0.0, "y": 0.0}
    assert 9.0 == graph.seen["states"][-1]["values"]["J"]


def test_words_tell_the_step():
    """Without widgets, the sentence of the present step is read."""
    assert repr(ComputationGraph(step=1)).endswith("Forward: p = w · x = 0.5 · 2 = 1.")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"graph": "ring"}, "no graph 'ring'; the graphs are one neuron, two layers, a fork"),
        ({"v": 1.0}, "'one neuron' has no input .'v'.; it has x, w, b, y"),
    ],
)
def test_bad_input_is_told(arguments, says):
    """What was given and what exists, in one sentence."""
    with pytest.raises(ValueError, match=says):
        ComputationGraph(**arguments)
