"""Gradient descent on the slides' examples."""

import json
from pathlib import Path

import numpy as np
import pytest
from chainrule import optimizers


def test_one_weight_of_the_slides():
    """D4: E = (xw − y)², w = 0.5, α = 0.1 and the pairs (2, 4), (1, 2), (3, 6)."""
    optimizer, w, seen = optimizers.SGD(0.1), np.array([0.5]), []
    for x, y in ((2, 4), (1, 2), (3, 6)):
        optimizer.apply_gradients([(2 * x * (x * w - y), w)])
        seen.append(float(w[0]))
    assert pytest.approx([1.7, 1.76, 2.192], rel=1e-12) == seen


def test_momentum_is_the_slides_accumulator(path):
    """D4: accumulator ← accumulator · μ + gradient; w ← w − η · accumulator."""
    accumulator, w, expected = 0.0, 1.0, [1.0]
    for gradient in (3.0, -1.0, 2.0):
        accumulator = accumulator * 0.9 + gradient
        w -= 0.1 * accumulator
        expected.append(w)
    found = path(optimizers.SGD(0.1, momentum=0.9), (3.0, -1.0, 2.0))
    assert pytest.approx(expected, rel=1e-12) == found


def test_nesterov_is_the_slides_velocity_form(path):
    """D4 as corrected: v ← μ v − η g; w ← w + μ v − η g."""
    v, w, expected = 0.0, 1.0, [1.0]
    for gradient in (3.0, -1.0, 2.0):
        v = 0.9 * v - 0.1 * gradient
        w += 0.9 * v - 0.1 * gradient
        expected.append(w)
    found = path(optimizers.SGD(0.1, momentum=0.9, nesterov=True), (3.0, -1.0, 2.0))
    assert pytest.approx(expected, rel=1e-12) == found


TORCH = json.loads((Path(__file__).parents[3] / "golden" / "torch.json").read_text())


@pytest.mark.parametrize(
    ("name", "optimizer"),
    [
        ("sgd", optimizers.SGD(0.1)),
        ("momentum", optimizers.SGD(0.1, momentum=0.9)),
        ("nesterov", optimizers.SGD(0.1, momentum=0.9, nesterov=True)),
        ("adadelta", optimizers.Adadelta(0.1, rho=0.9, epsilon=1e-2)),
    ],
)
def test_where_pytorch_is_the_same(path, name, optimizer):
    """PyTorch gathers gradients, Keras steps: at a constant rate the path is one."""
    found = path(optimizer, TORCH["gradients"])[1:]
    assert pytest.approx(TORCH[name], rel=1e-10) == found
