"""A frame shows what the network answers, place by place and neuron by neuron."""

import numpy as np
import pytest
from chainrule_widgets.playground import Playground
from chainrule_widgets.playground.data import data, features
from chainrule_widgets.playground.frame import frame
from chainrule_widgets.playground.run import Run
from chainrule_widgets.playground.state import State
from chainrule_widgets.playground.user_content import brought

NOTHING = brought(None)
AXIS = np.linspace(-3, 3, 48)
GRID = np.array([[x, y] for y in AXIS for x in AXIS])


def trained(steps=60, **knobs):
    run = Run(State(**knobs), NOTHING)
    run.advance(steps)
    return run


def test_plane_is_the_prediction():
    """Each place has the colour of the side that wins there, as strong as it is sure."""
    run = trained()
    surface = np.frombuffer(frame(run)[1][0], np.uint8)
    p = run.net.model.predict(GRID)[:, 0]
    np.testing.assert_array_equal(p > 0.5, surface[: 48 * 48])
    np.testing.assert_allclose(255 * np.abs(2 * p - 1), surface[48 * 48 :], atol=1.01)


def test_the_likeliest_of_several_classes_wins():
    """With four classes the colour is the largest probability's."""
    run = trained(data="blobs", classes=4)
    surface = np.frombuffer(frame(run)[1][0], np.uint8)
    np.testing.assert_array_equal(run.net.model.predict(GRID).argmax(axis=1), surface[: 48 * 48])


def test_neurons_are_their_responses():
    """A neuron's picture is its answer at every second place, in parts of its largest."""
    run = trained(layers=(("tanh", 5), ("relu", 3)), dropout=0.5)
    said, (_, neurons, *_) = frame(run)
    assert ([2, 5, 3, 1], 24) == (said["widths"], said["cells"])
    z = GRID @ run.net.dense[0].kernel.value + run.net.dense[0].bias.value
    answers = np.tanh(z)[:, 2].reshape(48, 48)[::2, ::2]
    expected = np.trunc(127 * answers / np.abs(answers).max())
    pictures = np.frombuffer(neurons, np.int8).reshape(9, 24, 24)
    np.testing.assert_allclose(expected, pictures[2], atol=1)


def test_marks_count_what_is_wrong():
    """Training examples come first; each has its class and the network's."""
    run = trained(3)
    said, buffers = frame(run)
    marks = np.frombuffer(buffers[4], np.uint8).reshape(-1, 2)
    truth = run.net.model.predict(run.inputs)[:, 0] > 0.5
    np.testing.assert_array_equal(truth, marks[:, 1])
    np.testing.assert_array_equal(run.data.y, marks[:, 0])
    assert [(truth != run.data.y)[:140].sum(), (truth != run.data.y)[140:].sum()] == said["missed"]


def test_digits_have_weights_and_means():
    """The first sixty test digits are sent, and what each neuron answers to each digit."""
    run = trained(data="digits", points=300, layers=(("relu", 4),))
    _, buffers = frame(run)
    tests = np.frombuffer(buffers[0], np.uint8).reshape(60, 64)
    np.testing.assert_allclose(255 * run.data.X[210:270], tests, atol=1)
    out = run.net.model.predict(run.inputs)
    means = np.stack([out[run.data.y == digit].mean(axis=0) for digit in range(10)], axis=1)
    sent = np.frombuffer(buffers[1], np.int8).reshape(14, 10)[4:]
    expected = 127 * means / np.abs(means).max(axis=1, keepdims=True)
    np.testing.assert_allclose(expected, sent, atol=1.01)


def test_features_are_what_they_say():
    """Seven columns, of the formulas on their labels."""
    x = np.array([[0.5, -2.0]])
    names = ("x1", "x2", "x1x1", "x2x2", "x1x2", "sin1", "sin2")
    expected = [0.5, -2, 0.25, 4, -1, np.sin(0.5), np.sin(-2)]
    np.testing.assert_allclose(expected, features(x, names)[0], rtol=1e-6)


@pytest.mark.parametrize(
    ("name", "classes"), [("moons", 2), ("spirals", 3), ("hills", 0), ("digits", 10)]
)
def test_data_fit_the_picture(name, classes):
    """Almost every point is inside, and the share of test points is the one asked for."""
    found = data(State(data=name, points=100, test=25), NOTHING)
    assert (classes, 75, 100) == (found.classes, found.train, len(found.y))
    assert 0.97 < (np.abs(found.X) <= 3).mean()


def test_a_diverged_run_can_be_drawn():
    """NaN and infinity become None and pictures of nothing, without a warning."""
    run = trained(300, data="hills", loss="mse", optimizer="sgd", learning_rate=0.5)
    said, buffers = frame(run)
    assert ([None, None], True, True) == (said["losses"], said["diverged"], said["ended"])
    assert all(buffers)


def test_walk_is_the_chain_rule():
    """z, a and both slopes of a layer agree with the library's gradients of that one example."""
    playground = Playground(layers=[("tanh", 4), ("sigmoid", 3)])
    playground.train(50)
    state = {"layers": [["tanh", 4], ["sigmoid", 3]]}
    said, _ = playground.answer({"state": state, "example": 7, "until": 0})
    walk = said["walk"]
    x, y = playground.inputs[7:8], playground.targets[7:8]
    loss, gradients = playground.model.gradients(x, y)
    assert loss == pytest.approx(walk["loss"], rel=1e-5)
    a = x
    for stage, to_kernel, to_bias, f in zip(
        walk["stages"],
        gradients[::2],
        gradients[1::2],
        [np.tanh] + 2 * [lambda z: 1 / (1 + np.exp(-z))],
        strict=True,
    ):
        np.testing.assert_allclose(to_bias, stage["dz"], rtol=1e-4, atol=1e-7)
        np.testing.assert_allclose(to_kernel, a.T * stage["dz"], rtol=1e-4, atol=1e-7)
        np.testing.assert_allclose(f(np.array(stage["z"])), stage["a"], rtol=1e-5)
        a = np.array([stage["a"]])


def test_requests_are_steps():
    """A request trains up to a number of steps; a new round, or another state, begins anew."""
    playground = Playground()
    asked = {"state": {}, "version": 4, "until": 12, "ms": 1000}
    said, _ = playground.answer(asked)
    assert (12, 4, "") == (said["steps"], said["version"], said["trouble"])
    assert 12 == playground.answer({**asked, "round": None})[0]["steps"]
    assert 3 == playground.answer({**asked, "until": 3, "round": 0.5})[0]["steps"]
    assert 0 == playground.answer({**asked, "until": 0, "state": {"seed": 1}})[0]["steps"]


def test_bad_requests_are_answered():
    """Whatever the page asks, it gets a sentence and no traceback."""
    playground = Playground()
    for asked in ({"state": {"noise": "much"}}, {"state": {"colour": 1}}, {"load": "nonsense"}):
        said, buffers = playground.answer(asked)
        assert said["trouble"]
        assert [] == buffers
    assert "Playground: moons, 2-8-8-1 with tanh, adam at 0.01, after 0 steps" == repr(playground)
