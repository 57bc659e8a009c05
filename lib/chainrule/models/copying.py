"""The same network once more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chainrule.configuration import describe, rebuild
from chainrule.models.drawing import drawing, redrawn

if TYPE_CHECKING:
    from chainrule.models.network import Network

__all__ = ["in_float64"]


def in_float64(model: Network) -> Network:
    """Return a copy of a compiled model that computes in float64, with an optimizer of its own."""
    picture: dict[str, Any] = drawing(model)
    for layer in picture["layers"]:
        layer["with"]["dtype"] = "float64"
    twin = redrawn(picture)
    twin.set_weights(model.get_weights())
    twin.compile(**rebuild(describe(model.settings)))
    return twin
