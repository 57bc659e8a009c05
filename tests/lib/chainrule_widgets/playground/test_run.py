"""A run is the library's own training, and presets do what they promise."""

import numpy as np
import pytest
from chainrule import layers, models, optimizers
from chainrule.initializers import GlorotUniform
from chainrule.models import TrainingStep
from chainrule_widgets.playground import Playground
from chainrule_widgets.playground.presets import PRESETS
from chainrule_widgets.playground.run import Run
from chainrule_widgets.playground.state import State
from chainrule_widgets.playground.user_content import brought

NOTHING = brought(None)


def after(name, steps):
    run = Run(PRESETS[name].state, NOTHING)
    run.advance(steps)
    return run


def wrong(run):
    """Return how many training and how many test examples are wrong."""
    out = run.net.model.predict(run.inputs)
    said = out.argmax(axis=1) if run.data.classes > 2 else out[:, 0] > 0.5
    missed = said != run.data.y
    return missed[: run.data.train].sum(), missed[run.data.train :].sum()


def test_one_full_batch_is_one_step_of_the_library():
    """With all training points in the batch, the weights are those of `train_on_batch`."""
    run = Run(State(batch_size=500, layers=(("tanh", 3),), optimizer="momentum"), NOTHING)
    twin = models.Sequential(
        [
            layers.Dense(3, "tanh", kernel_initializer=GlorotUniform(seed=0), input_shape=(2,)),
            layers.Dense(1, "sigmoid", kernel_initializer=GlorotUniform(seed=1)),
        ]
    )
    twin.compile(optimizers.SGD(0.01, momentum=0.9), "binary_crossentropy")
    cut = run.data.train
    for _ in range(5):
        twin.train_on_batch(run.inputs[:cut], run.targets[:cut])
    run.advance(5)
    for mine, theirs in zip(run.net.model.get_weights(), twin.get_weights(), strict=True):
        np.testing.assert_allclose(theirs, mine, rtol=1e-5, atol=1e-7)


def test_every_epoch_has_every_example_once():
    """Nine batches of at most 16 are the 140 training examples, in a new order each time."""
    orders, batches = [], []

    class Model:
        """Record what the run trains on."""

        def fit_steps(self, x, _y, batch_size, *, shuffle):
            assert not shuffle
            for number, start in enumerate(range(0, len(x), batch_size)):
                batches.append(x[start : start + batch_size])
                yield TrainingStep(0, number, 0.0, [])

    run = Run(State(), NOTHING)
    run._kernels, run._record = [], lambda: None
    run.net = run.net._replace(model=Model())
    for _ in range(2):
        run.advance(run.steps + 9)
        assert [16] * 8 + [12] == [len(batch) for batch in batches]
        orders.append(np.concatenate(batches))
        np.testing.assert_array_equal(
            np.sort(run.inputs[:140], axis=0), np.sort(orders[-1], axis=0)
        )
        batches.clear()
    assert 2 == run.epochs
    assert not np.array_equal(*orders)


def test_gradients_are_measured():
    """The size of a layer's gradient is the root of the mean of its squares."""
    run = Run(State(batch_size=500), NOTHING)
    cut = run.data.train
    _, gradients = run.net.model.gradients(run.inputs[:cut], run.targets[:cut])
    expected = [np.sqrt(np.mean(g**2)) for g in gradients[::2]]
    run.advance(1)
    np.testing.assert_allclose(expected, run.sizes, rtol=1e-4)


def test_curves_stay_short():
    """However long the run, its curves have at most 161 points, evenly spread, the first kept."""
    run = Run(State(points=12, batch_size=500, layers=()), NOTHING)
    run.advance(1000)
    epochs = np.array([row[0] for row in run.history])
    assert 0 == epochs[0]
    assert 80 <= len(epochs) <= 161
    assert 1 == len(set(np.diff(epochs)))


def test_time_is_kept():
    """A portion of no time is one step; a finished run takes none."""
    run = Run(State(), NOTHING)
    run.advance(100, milliseconds=0)
    assert 1 == run.steps
    run.advance(1)
    assert 1 == run.steps


@pytest.mark.parametrize("schedule", ["exponential", "inverse_time", "polynomial", "cosine"])
def test_schedules_lower_the_rate(schedule):
    """After a thousand steps the rate is below the first one, and above zero."""
    run = Run(State(schedule=schedule), NOTHING)
    run.net.model.optimizer.iterations = 1000
    assert 0 < run.net.model.optimizer.learning_rate < 0.01


@pytest.mark.parametrize(
    ("name", "steps", "share"),
    [
        ("two moons", 600, 0.05),
        ("four neurons for xor", 1000, 0.1),
        ("two spirals", 1500, 0.05),
        ("four classes", 300, 0.05),
        ("handwritten digits", 400, 0.12),
    ],
)
def test_what_learns_learns(name, steps, share):
    """At most that share of the test examples is wrong in the end."""
    run = after(name, steps)
    assert wrong(run)[1] <= share * len(run.data.y[run.data.train :])


def test_a_landscape_is_learned():
    """The squared error on new points is near the noise, which has a variance of 0.0025."""
    assert after("a landscape", 1500).losses()[1] < 0.01


def test_a_line_is_not_enough_and_squares_are():
    """No line parts a circle from its middle; with x₁² and x₂² one does."""
    assert wrong(after("one straight line", 500))[1] > 15
    squares = Run(State(data="circles", layers=(), features=("x1", "x2", "x1x1", "x2x2")), NOTHING)
    squares.advance(2000)
    assert (0, 0) == wrong(squares)


def test_too_large_a_rate_diverges_and_a_smaller_one_does_not():
    """The loss ends as no number; the advice given helps."""
    assert after("learning rate too large", 200).diverged
    advised = Playground("learning rate too large", learning_rate=0.02)
    advised.train(1500)
    assert advised._run.losses()[1] < 0.02


def test_zeros_stay_zeros():
    """Every weight but the last bias is 0 for ever; the advice given helps."""
    advised = Playground("all weights zero", initializer="glorot_uniform")
    advised.train(1500)
    assert (0, 0) == wrong(advised._run)
    *kernels, bias = after("all weights zero", 300).net.model.get_weights()
    assert not any(weight.any() for weight in kernels)
    assert bias.any()


def test_ten_sigmoids_hear_nothing_and_ten_tanh_learn():
    """The first layer gets less than a millionth; the advice given helps."""
    sizes = after("ten sigmoids deep", 50).sizes
    assert sizes[0] < 1e-6 * sizes[-1]
    advised = Playground(
        "ten sigmoids deep", layers=[("tanh", 4)] * 10, optimizer="adam", learning_rate=0.01
    )
    advised.train(1500)
    assert wrong(advised._run)[1] <= 3


def test_gradients_explode():
    """The first gradients are near a million, and after the second step no number is left."""
    run = after("exploding gradients", 1)
    assert 1e5 < max(run.sizes)
    run.advance(2)
    assert run.diverged
    advised = Playground("exploding gradients", initializer="he_normal")
    advised.train(1000)
    assert advised._run.losses()[1] < 0.1


def test_twelve_points_are_learned_by_heart_and_a_price_on_weights_helps():
    """All twelve right and the test loss above its start; with L2 it is below half of that."""
    run = after("overfitting twelve points", 300)
    start, end = run.history[0][2], run.losses()[1]
    assert (12, 0) == (run.data.train, wrong(run)[0])
    assert end > 1.5 * start
    assert after("the same with weight decay", 300).losses()[1] < end / 2


def test_units_die():
    """Most units of the second layer answer 0 to every example; the advice given helps."""
    advised = Playground("dead units", learning_rate=0.1)
    advised.train(1000)
    assert wrong(advised._run)[1] <= 1
    run = after("dead units", 500)
    x = run.inputs
    for layer in run.net.model.layers[:4]:
        x = layer.forward(x, False)[0]
    assert (x.max(axis=0) <= 0).sum() >= 5
