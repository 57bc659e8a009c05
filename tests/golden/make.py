"""Write keras.npz: what Keras 3 on JAX makes of every case, in float64.

    uv run --group peers python tests/golden/make.py               # all cases, which takes minutes
    uv run --group peers python tests/golden/make.py "dense: relu" # only these; the others are kept

The default suite compares chainrule with this file, so that it needs no Keras.
"""

from __future__ import annotations

import os
import runpy
import sys
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


def main(chosen):
    """Run the chosen cases, or all, and write the file."""
    import keras

    compute_in_float64()
    golden = runpy.run_path(str(HERE / "cases.py"))
    cases, file = golden["CASES"], HERE / "keras.npz"
    unknown = sorted(set(chosen) - set(cases))
    if unknown:
        sys.exit(f"tests/golden/cases.py has no case {', '.join(map(repr, unknown))}")
    found = stored(file) if chosen else {}
    for name in chosen or cases:
        keras.utils.clear_session()
        for what, array in golden["run"](cases[name], keras, gradients).items():
            found[f"{name}/{what}"] = np.asarray(array, float)
        print(name, flush=True)
    names = [name for case in cases for name in found if name.rpartition("/")[0] == case]
    packed = {
        "names": names,
        "lengths": [len(found[name]) for name in names],
        "values": np.concatenate([found[name] for name in names]),
    }
    np.savez_compressed(file, **packed)


def stored(file):
    """Return the arrays of an earlier run by name."""
    with np.load(file) as packed:
        ends = np.cumsum(packed["lengths"])[:-1]
        pieces = np.split(packed["values"], ends)
        return dict(zip(packed["names"].tolist(), pieces, strict=True))


if __name__ == "__main__":
    main(sys.argv[1:])
