"""Copy a model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chainrule.models.graph_config import graph_config
from chainrule.models.model_from_config import model_from_config
from chainrule.serialization import deserialize, serialize

if TYPE_CHECKING:
    from chainrule.models.base_model import BaseModel

__all__ = ["float64_clone"]


def float64_clone(model: BaseModel) -> BaseModel:
    """Return a copy of a compiled model that computes in float64, with its own optimizer."""
    config: dict[str, Any] = graph_config(model)
    for layer in config["layers"]:
        layer["with"]["dtype"] = "float64"
    clone = model_from_config(config)
    clone.set_weights(model.get_weights())
    clone.compile(**deserialize(serialize(model.settings)))
    return clone
