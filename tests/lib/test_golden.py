"""chainrule trains as Keras 3 does, to the last digit: every case of tests/golden/cases.py.

The expected numbers were written by tests/golden/make.py, with Keras on JAX in float64.
"""

import runpy
from pathlib import Path

import chainrule
import numpy as np
import pytest

GOLDEN = Path(__file__).parents[1] / "golden"
CASES = runpy.run_path(str(GOLDEN / "cases.py"))


@pytest.fixture(scope="module")
def expected():
    """All that Keras found."""
    with np.load(GOLDEN / "keras.npz") as archive:
        ends = np.cumsum(archive["lengths"])[:-1]
        parts = np.split(archive["values"], ends)
        return dict(zip(archive["names"].tolist(), parts, strict=True))


@pytest.fixture(autouse=True)
def float64():
    """All layers compute in float64."""
    chainrule.set_floatx("float64")
    yield
    chainrule.set_floatx("float32")


def gradients(model, x, y, weights):
    """The gradient of each weight that learns, layer by layer, in the cases' order of layers."""
    found = dict(
        zip(map(id, model.trainable_weights), model.gradients(x, y, weights)[1], strict=True)
    )
    layers = CASES["layers_of"](model)
    return [found[id(w)] for layer in layers for w in layer.trainable_weights]


@pytest.mark.parametrize("name", CASES["CASES"])
def test_case(name, expected):
    """First gradients, all losses, and the weights and predictions after 100 steps agree."""
    found = CASES["run"](CASES["CASES"][name], chainrule, gradients)
    for what, value in found.items():
        if f"{name}/{what}" not in expected:
            pytest.fail(f"keras.npz has no {name}/{what}: run tests/golden/make.py for this case")
        keras = expected[f"{name}/{what}"]
        error = np.abs(value - keras).max()
        assert error <= 1e-10 * np.abs(keras).max() + 1e-15, f"{what}: {error}"
