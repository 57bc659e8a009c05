"""Serialize layers, losses and optimizers to plain data that JSON can hold, and back.

A constructor's arguments are attributes of the same names, so an object's class and arguments
describe it.
"""

from __future__ import annotations

import importlib
from typing import Any, Final

import numpy as np

__all__ = ["deserialize", "serialize"]

_MODULES: Final = (
    "activations",
    "initializers",
    "layers",
    "losses",
    "metrics",
    "optimizers",
    "optimizers.schedules",
    "regularizers",
)


def serialize(value: Any) -> Any:
    """Return data that JSON can hold, from which `deserialize` makes an equal object.

    Raises:
        TypeError: for an object that is not chainrule's, such as a function.
    """
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, list | tuple):
        return [serialize(part) for part in value]
    if isinstance(value, np.ndarray):
        return {"array": value.tolist(), "dtype": str(value.dtype)}
    if isinstance(value, dict):
        return {"dict": {key: serialize(part) for key, part in value.items()}}
    return _serialize_object(value)


def _serialize_object(value: Any) -> dict[str, Any]:
    cls = type(value)
    for name in _MODULES:
        module = importlib.import_module(f"chainrule.{name}")
        if cls.__name__ in module.__all__ and getattr(module, cls.__name__) is cls:
            arguments = {key: serialize(part) for key, part in _arguments(value).items()}
            return {"is": f"{name}.{cls.__name__}", "with": arguments}
    if cls.__module__ == "chainrule.activations":
        return {"activation": value.name}
    raise TypeError(f"{value!r} is not chainrule's own, so a file cannot hold it")


def _arguments(value: Any) -> dict[str, Any]:
    import inspect  # noqa: PLC0415  # as slow to load as a third of the library, and rarely needed

    attributes = vars(value)
    names = [
        name
        for name, parameter in inspect.signature(type(value)).parameters.items()
        if parameter.kind is not parameter.VAR_KEYWORD
    ]
    if "built_for" in attributes:  # a layer, which has options besides its arguments
        names += ["name", "trainable", "dtype"]
    return {
        name: attributes[f"_{name}"] if f"_{name}" in attributes else attributes[name]
        for name in names
    }


def deserialize(data: Any) -> Any:
    """Return the object that `serialize` has described.

    Raises:
        ValueError: for the description of a class that chainrule does not have.
    """
    if isinstance(data, list):
        return [deserialize(part) for part in data]
    if not isinstance(data, dict):
        return data
    if "array" in data:
        return np.array(data["array"], data["dtype"])
    if "dict" in data:
        return {key: deserialize(part) for key, part in data["dict"].items()}
    if "activation" in data:
        return importlib.import_module("chainrule.activations").get(data["activation"])
    name, _, class_name = str(data.get("is")).rpartition(".")
    module = importlib.import_module(f"chainrule.{name}") if name in _MODULES else None
    public = module is not None and class_name in module.__all__
    cls = getattr(module, class_name) if public else None
    if not isinstance(cls, type):
        raise ValueError(f"chainrule has no {data.get('is')!r}")  # noqa: TRY004
    return cls(**deserialize({"dict": data["with"]}))
