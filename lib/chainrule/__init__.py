"""Neural networks in NumPy alone, with the names, defaults and shapes of Keras."""

from chainrule import (
    activations,
    callbacks,
    datasets,
    gradients,
    initializers,
    layers,
    losses,
    metrics,
    models,
    optimizers,
    regularizers,
)
from chainrule.config import set_floatx, set_random_seed
from chainrule.layers import Input
from chainrule.models import Model, Sequential

__all__ = [
    "Input",
    "Model",
    "Sequential",
    "activations",
    "callbacks",
    "datasets",
    "gradients",
    "initializers",
    "layers",
    "losses",
    "metrics",
    "models",
    "optimizers",
    "regularizers",
    "set_floatx",
    "set_random_seed",
]
