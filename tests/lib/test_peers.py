"""Keras itself, live: every golden case and early stopping. Needs `uv run --group peers`."""

import importlib.util
import os
import runpy
from pathlib import Path

import chainrule
import numpy as np
import pytest

if importlib.util.find_spec("keras") is None or importlib.util.find_spec("jax") is None:
    pytest.skip("Keras and JAX are in the group peers", allow_module_level=True)

os.environ.update(KERAS_BACKEND="jax", JAX_ENABLE_X64="1", JAX_PLATFORMS="cpu")
HERE = Path(__file__).parent
MAKE = runpy.run_path(str(HERE.parent / "golden" / "make.py"))
CASES = runpy.run_path(str(HERE.parent / "golden" / "cases.py"))
GOLDEN = runpy.run_path(str(HERE / "test_golden.py"))
CALLBACKS = runpy.run_path(str(HERE / "chainrule" / "callbacks" / "test_early_stopping.py"))

pytestmark = pytest.mark.filterwarnings("ignore")  # the peers' own


@pytest.fixture(scope="module")
def keras():
    """Keras on JAX, in float64."""
    import keras

    MAKE["compute_in_float64"]()
    return keras


@pytest.mark.parametrize("name", CASES["CASES"])
def test_case(name, keras):
    """First gradients, losses, weights and predictions after 100 steps agree to 1e-10."""
    case = CASES["CASES"][name]
    keras.utils.clear_session()
    theirs = CASES["run"](case, keras, MAKE["gradients"])
    chainrule.set_floatx("float64")
    try:
        ours = CASES["run"](case, chainrule, GOLDEN["gradients"])
    finally:
        chainrule.set_floatx("float32")
    for what, value in theirs.items():
        error = np.abs(ours[what] - value).max()
        assert error <= 1e-10 * np.abs(value).max() + 1e-15, f"{what}: {error}"


@pytest.mark.parametrize(("values", "options", "stopped", "best"), CALLBACKS["STOPPING"])
def test_early_stopping(values, options, stopped, best, keras):
    """Keras stops at the epoch, and restores the weights, that the table says."""

    class Script(keras.callbacks.Callback):
        def on_epoch_end(self, epoch, logs=None):
            logs["val_loss"] = values[epoch]
            self.model.layers[0].bias.assign([float(epoch)])

    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(keras.optimizers.SGD(0.0), "mse")
    stop = keras.callbacks.EarlyStopping(restore_best_weights=True, **options)
    zeros = np.zeros((4, 1))
    model.fit(zeros, zeros, epochs=len(values), verbose=0, callbacks=[Script(), stop])
    assert (stopped, best) == (model.history.epoch[-1], int(model.layers[0].bias.numpy()[0]))
