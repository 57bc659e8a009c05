"""Layers, losses and optimizers as plain data, and back: what a saved model says of itself.

One convention makes this short: whatever a constructor takes, the object keeps under the same name.
"""

from __future__ import annotations

import importlib
from typing import Any, Final

import numpy as np

__all__ = ["describe", "rebuild"]

_FAMILIES: Final = (
    "activations",
    "initializers",
    "layers",
    "losses",
    "metrics",
    "optimizers",
    "optimizers.schedules",
    "regularizers",
)


def describe(thing: Any) -> Any:
    """Return something that JSON can hold, from which `rebuild` makes an equal thing.

    Raises:
        TypeError: for what cannot be described, such as a function of one's own.
    """
    if thing is None or isinstance(thing, bool | int | float | str):
        return thing
    if isinstance(thing, np.generic):
        return thing.item()
    if isinstance(thing, list | tuple):
        return [describe(part) for part in thing]
    if isinstance(thing, np.ndarray):
        return {"array": thing.tolist(), "dtype": str(thing.dtype)}
    if isinstance(thing, dict):
        return {"dict": {key: describe(value) for key, value in thing.items()}}
    return _described(thing)


def _described(thing: Any) -> dict[str, Any]:
    kind = type(thing)
    for family in _FAMILIES:
        module = importlib.import_module(f"chainrule.{family}")
        if kind.__name__ in module.__all__ and getattr(module, kind.__name__) is kind:
            arguments = {name: describe(value) for name, value in _arguments(thing).items()}
            return {"is": f"{family}.{kind.__name__}", "with": arguments}
    name = getattr(thing, "name", None)
    if kind.__module__ == "chainrule.activations":
        return {"activation": name}
    raise TypeError(f"{thing!r} is not chainrule's own, so a file cannot hold it")


def _arguments(thing: Any) -> dict[str, Any]:
    import inspect  # noqa: PLC0415  # as slow to load as a third of the library, and rarely needed

    kept = vars(thing)
    named = [
        name
        for name, parameter in inspect.signature(type(thing)).parameters.items()
        if parameter.kind is not parameter.VAR_KEYWORD
    ]
    if "built_for" in kept:  # a layer, which has its options besides
        named += ["name", "trainable", "dtype"]
    return {name: kept[f"_{name}"] if f"_{name}" in kept else kept[name] for name in named}


def rebuild(description: Any) -> Any:
    """Make what was described.

    Raises:
        ValueError: for a description of something that chainrule does not have.
    """
    if isinstance(description, list):
        return [rebuild(part) for part in description]
    if not isinstance(description, dict):
        return description
    if "array" in description:
        return np.array(description["array"], description["dtype"])
    if "dict" in description:
        return {key: rebuild(value) for key, value in description["dict"].items()}
    if "activation" in description:
        return importlib.import_module("chainrule.activations").get(description["activation"])
    family, _, kind = str(description.get("is")).rpartition(".")
    module = importlib.import_module(f"chainrule.{family}") if family in _FAMILIES else None
    if module is None or kind not in module.__all__:
        raise ValueError(f"chainrule has no {description.get('is')!r}")
    return getattr(module, kind)(**rebuild({"dict": description["with"]}))
