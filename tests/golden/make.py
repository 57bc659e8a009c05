"""Write keras.npz: what Keras 3 on JAX makes of every case, in float64.

    uv run --group peers python tests/golden/make.py

The default suite compares chainrule with this file, so that it needs no Keras.
"""

from __future__ import annotations

import os
import runpy
from pathlib import Path

import numpy as np

os.environ.update(KERAS_BACKEND="jax", JAX_ENABLE_X64="1", JAX_PLATFORMS="cpu")

HERE = Path(__file__).parent


def compute_in_float64():
    """Let Keras compute in float64 throughout.

    Some of its functions (tanh, batch normalisation) compute in the common type of float64 and
    float32, or of float64 and Python's float, and Keras says that this is float32.
    """
    import keras
    from keras.src import backend
    from keras.src.backend.common import dtypes

    keras.config.set_floatx("float64")
    told = dtypes.result_type

    def common(*kinds):
        return "float64" if "float64" in map(str, kinds) else told(*kinds)

    dtypes.result_type = backend.result_type = common


def gradients(model, x, y, weights):
    """The gradients of Keras's own loss, by JAX, for each weight that learns."""
    import jax

    learning, fixed = model.trainable_variables, model.non_trainable_variables

    def loss(values):
        predicted, _, penalties = model.stateless_call(
            values, [v.value for v in fixed], x, training=True, return_losses=True
        )
        total = model.compute_loss(x=x, y=y, y_pred=predicted, sample_weight=weights)
        own = sum(model.losses) if model.losses else 0.0
        return total - own + sum(penalties)

    found = jax.grad(loss)([v.value for v in learning])
    by_path = {v.path: g for v, g in zip(learning, found, strict=True)}
    layers = runpy.run_path(str(HERE / "cases.py"))["layers_of"](model)
    return [by_path[v.path] for layer in layers for v in layer.trainable_variables]


def main():
    """Run all cases and write the file."""
    import keras

    compute_in_float64()
    golden = runpy.run_path(str(HERE / "cases.py"))
    names, lengths, values = [], [], []
    for name, case in golden["CASES"].items():
        keras.utils.clear_session()
        for what, array in golden["run"](case, keras, gradients).items():
            names.append(f"{name}/{what}")
            lengths.append(len(array))
            values.append(np.asarray(array, float))
        print(name, flush=True)
    packed = {"names": names, "lengths": lengths, "values": np.concatenate(values)}
    np.savez_compressed(HERE / "keras.npz", **packed)


if __name__ == "__main__":
    main()
