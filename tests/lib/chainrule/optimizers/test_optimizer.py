"""Defaults, clipping, state, and where PyTorch differs."""

import json
import math
from pathlib import Path

import numpy as np
import pytest
from chainrule import optimizers

TORCH = json.loads((Path(__file__).parents[3] / "golden" / "torch.json").read_text())


def pytorch_adam(t, g, m, v):
    """ε is added to the corrected √v̂."""
    m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
    return m / (1 - 0.9**t) / (math.sqrt(v / (1 - 0.999**t)) + 1e-2), m, v


def pytorch_rmsprop(_t, g, m, v):
    """ε is added outside of the root."""
    v = 0.9 * v + 0.1 * g * g
    return g / (math.sqrt(v) + 1e-2), m, v


def pytorch_adagrad(_t, g, m, v):
    """ε is added outside of the root, and nothing is there before the first step."""
    v += g * g
    return g / (math.sqrt(v) + 1e-2), m, v


@pytest.mark.parametrize(
    ("name", "rule", "optimizer"),
    [
        ("adam", pytorch_adam, optimizers.Adam(0.1, epsilon=1e-2)),
        ("rmsprop", pytorch_rmsprop, optimizers.RMSprop(0.1, epsilon=1e-2)),
        (
            "adagrad",
            pytorch_adagrad,
            optimizers.Adagrad(0.1, initial_accumulator_value=0.0, epsilon=1e-2),
        ),
    ],
)
def test_where_pytorch_differs(path, name, rule, optimizer):
    """The place of ε makes another path: PyTorch's is its formula's, and ours is not PyTorch's."""
    w, m, v, expected = 1.0, 0.0, 0.0, []
    for t, g in enumerate(TORCH["gradients"], start=1):
        step, m, v = rule(t, g, m, v)
        w -= 0.1 * step
        expected.append(w)
    assert pytest.approx(expected, rel=1e-10) == TORCH[name]
    ours = path(optimizer, TORCH["gradients"])[1:]
    assert max(abs(a - b) for a, b in zip(ours, expected, strict=True)) > 1e-5


def test_defaults_are_keras():
    """Every default number is Keras 3's."""
    found = [
        (o.learning_rate, *(getattr(o, name) for name in names))
        for o, names in (
            (optimizers.SGD(), ("momentum", "nesterov")),
            (optimizers.Adagrad(), ("initial_accumulator_value", "epsilon")),
            (optimizers.Adadelta(), ("rho", "epsilon")),
            (optimizers.RMSprop(), ("rho", "momentum", "epsilon", "centered")),
            (optimizers.Adam(), ("beta_1", "beta_2", "epsilon")),
        )
    ]
    assert [
        (0.01, 0.0, False),
        (0.001, 0.1, 1e-7),
        (0.001, 0.95, 1e-7),
        (0.001, 0.9, 0.0, 1e-7, False),
        (0.001, 0.9, 0.999, 1e-7),
    ] == found


@pytest.mark.parametrize(
    ("clip", "expected"),
    [
        ({"clipvalue": 1.0}, [[1.0, -1.0], [0.5]]),
        ({"clipnorm": 1.0}, [[0.6, -0.8], [0.5]]),
        ({"global_clipnorm": 1.0}, [[3 / 5.024938, -4 / 5.024938], [0.5 / 5.024938]]),
        ({"global_clipnorm": 100.0}, [[3.0, -4.0], [0.5]]),
    ],
)
def test_clipping(clip, expected):
    """By value, by each array's norm, or by the norm of all."""
    weights = [np.zeros(2), np.zeros(1)]
    gradients = [np.array([3.0, -4.0]), np.array([0.5])]
    optimizers.SGD(1.0, **clip).apply_gradients(zip(gradients, weights, strict=True))
    assert pytest.approx(-np.concatenate([*map(np.array, expected)])) == np.concatenate(weights)
    assert [3.0, -4.0] == gradients[0].tolist()


@pytest.mark.parametrize("kind", ["SGD", "Adagrad", "Adadelta", "RMSprop", "Adam"])
def test_long_vectors_are_walked_in_stretches(kind):
    """A vector longer than a stretch moves as its parts would."""
    rng = np.random.default_rng(0)
    long, gradient = rng.normal(size=100_001), rng.normal(size=100_001)
    short = long[-7:].copy()
    for w, g in ((long, gradient), (short, gradient[-7:])):
        optimizer = getattr(optimizers, kind)()
        for _ in range(3):
            optimizer.apply_gradients([(g, w)])
    assert short.tolist() == long[-7:].tolist()


def test_state_belongs_to_its_weights(path):
    """An optimizer that was begun with some weights refuses others."""
    optimizer = optimizers.Adam()
    path(optimizer, [1.0])
    with pytest.raises(ValueError, match="first used for other weights"):
        path(optimizer, [1.0])


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (lambda: optimizers.get("sgdm"), "there is no optimizer 'sgdm'"),
        (lambda: optimizers.SGD(clipnorm=1, clipvalue=1), "takes one of"),
        (lambda: optimizers.SGD(clipnorm=-1), "above 0"),
        (lambda: optimizers.SGD(momentum=2), "between 0 and 1"),
        (lambda: optimizers.schedules.PiecewiseConstantDecay([1], [1.0]), "need 2 values"),
    ],
)
def test_bad_input_is_told(bad, says):
    """Bad input gets a sentence with what was given and what is needed."""
    with pytest.raises(ValueError, match=says):
        bad()
