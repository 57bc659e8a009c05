"""Training step by step."""

import chainrule
import numpy as np
import pytest
from chainrule import layers, models, optimizers

RNG = np.random.default_rng(0)
X, Y = RNG.normal(size=(10, 3)), RNG.normal(size=(10, 1))


def model(optimizer="adam"):
    """A small network that always starts from the same weights."""
    network = models.Sequential([layers.Dense(4, "tanh", input_shape=(3,), dtype="float64")])
    network.add(layers.Dropout(0.3, seed=1))
    network.add(layers.Dense(1, dtype="float64", kernel_regularizer="l2"))
    rng = np.random.default_rng(1)
    network.set_weights([rng.normal(size=w.shape) for w in network.weights])
    network.compile(optimizer, "mse")
    return network


def test_all_steps_are_one_fit():
    """The same seed gives the weights and the mean loss of `fit`."""
    stepped, fitted = model(), model()
    chainrule.set_random_seed(5)
    steps = list(stepped.fit_steps(X, Y, batch_size=4, epochs=3))
    chainrule.set_random_seed(5)
    history = fitted.fit(X, Y, batch_size=4, epochs=3, verbose=0).history
    assert [w.tolist() for w in fitted.get_weights()] == [w.tolist() for w in stepped.get_weights()]
    assert [(e, b) for e in range(3) for b in range(3)] == [(s.epoch, s.batch) for s in steps]
    sizes = [4, 4, 2]
    means = [
        sum(n * s.loss for n, s in zip(sizes, steps[3 * e : 3 * e + 3], strict=True)) / 10
        for e in range(3)
    ]
    assert history["loss"] == pytest.approx(means, rel=1e-12)


def test_gradients_are_those_before_the_step():
    """The step is w ← w − η g with the gradients that it reports."""
    network = model(optimizers.SGD(0.1))
    before = network.get_weights()
    step = next(network.fit_steps(X, Y, batch_size=10, shuffle=False))
    for w, g, after in zip(before, step.gradients, network.get_weights(), strict=True):
        np.testing.assert_allclose(w - 0.1 * g, after, rtol=1e-12)


def test_the_caller_may_look_and_leave():
    """Between steps the model predicts with the present weights; leaving ends the training."""
    network = model(optimizers.SGD(0.1))
    seen = []
    for step in network.fit_steps(X, Y, batch_size=1, epochs=99):
        seen.append(float(network.predict(X[:1])[0, 0]))
        if step.batch == 2:
            break
    assert 3 == len(set(seen)) == network.optimizer.iterations


def test_class_and_sample_weights():
    """Both kinds of weights have the effect that they have in `fit`."""
    y = np.array([0.0, 1.0] * 5)
    for options in ({"class_weight": {0: 1.0, 1: 9.0}}, {"sample_weight": np.arange(10.0)}):
        stepped, fitted = model(), model()
        list(stepped.fit_steps(X, y, batch_size=5, shuffle=False, **options))
        fitted.fit(X, y, batch_size=5, shuffle=False, verbose=0, **options)
        assert fitted.get_weights()[0].tolist() == stepped.get_weights()[0].tolist()


@pytest.mark.parametrize(
    ("options", "says"),
    [({"batch_size": 0}, "integer ≥ 1"), ({"epochs": -1}, "integer ≥ 0")],
)
def test_errors_come_at_the_call(options, says):
    """What is wrong is told before the first step is asked for."""
    with pytest.raises(ValueError, match=says):
        model().fit_steps(X, Y, **options)
