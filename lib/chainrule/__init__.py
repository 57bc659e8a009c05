"""Neural networks in NumPy alone, with the names, defaults and shapes of Keras.

Parts are loaded when they are first used, so that `import chainrule` takes little time.

Docstrings cite slides by D0 to D4 and concepts by their number in the syllabus: `course/SOURCES.md`
says what they are.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from chainrule import (
        activations,
        callbacks,
        config,
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
    "config",
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

_SHORTCUTS: Final = {
    "Input": "layers",
    "Model": "models",
    "Sequential": "models",
    "set_floatx": "config",
    "set_random_seed": "config",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"chainrule has no {name!r}; it has {', '.join(__all__)}")
    if name in _SHORTCUTS:
        return getattr(import_module(f"chainrule.{_SHORTCUTS[name]}"), name)
    return import_module(f"chainrule.{name}")


def __dir__() -> list[str]:
    return __all__
