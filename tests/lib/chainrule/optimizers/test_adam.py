"""Adam's steps."""

import json
import math
from pathlib import Path

import pytest
from chainrule import optimizers

TORCH = json.loads((Path(__file__).parents[3] / "golden" / "torch.json").read_text())


def test_adam_agrees_with_pytorch_for_its_epsilon(path):
    """PyTorch's ε is Keras's divided by √(1 − β₂ᵗ); at the first step that can be undone."""
    epsilon = 1e-2 * math.sqrt(1 - 0.999)
    found = path(optimizers.Adam(0.1, epsilon=epsilon), TORCH["gradients"][:1])[1]
    assert TORCH["adam"][0] == pytest.approx(found, rel=1e-12)


def test_adam_is_the_papers_algorithm(path):
    """With plain moments and bias corrections; ε̂ = ε / √(1 − β₂ᵗ), as Keras has it."""
    w, m, v, expected, epsilon = 1.0, 0.0, 0.0, [1.0], 1e-3
    gradients = (3.0, -1.0, 2.0, 0.5)
    for t, g in enumerate(gradients, start=1):
        m = 0.9 * m + 0.1 * g
        v = 0.99 * v + 0.01 * g * g
        m_hat, v_hat = m / (1 - 0.9**t), v / (1 - 0.99**t)
        w -= 0.1 * m_hat / (math.sqrt(v_hat) + epsilon / math.sqrt(1 - 0.99**t))
        expected.append(w)
    optimizer = optimizers.Adam(0.1, 0.9, 0.99, epsilon)
    assert pytest.approx(expected, rel=1e-12) == path(optimizer, gradients)
    scaled = [m / (1 - 0.9), v / (1 - 0.99)]  # what the slots keep
    assert pytest.approx(scaled, rel=1e-12) == [float(slot[0]) for slot in optimizer.state[0]]
