"""Make a model of any directed acyclic graph of layers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from chainrule.arguments import reject_unknown
from chainrule.layers import SymbolicTensor
from chainrule.models.base_model import BaseModel
from chainrule.networks.graph import Graph

if TYPE_CHECKING:
    from chainrule.layers import Layer

__all__ = ["Model"]


@final
class Model(BaseModel):
    """Connect `inputs` to `outputs`, each a symbolic tensor or a list of them.

    Raises:
        TypeError: for the older names `input=`, `output=`.
        ValueError: if an input that is needed is not among `inputs`.

    Source: slides D4 (concept D7).

    >>> from chainrule import layers
    >>> x = layers.Input(shape=(784,))
    >>> h = layers.Dense(32, activation="relu")(x)
    >>> model = Model(inputs=x, outputs=layers.Dense(10, activation="softmax")(h))
    >>> model.count_params()
    25450
    """

    def __init__(
        self, inputs: Any = None, outputs: Any = None, name: str | None = None, **unknown: Any
    ) -> None:
        reject_unknown("Model", unknown)
        for argument, given in (("inputs", inputs), ("outputs", outputs)):
            if not all(isinstance(tensor, SymbolicTensor) for tensor in _as_list(given)):
                raise TypeError(
                    f"Model needs symbolic tensors as {argument}: Input(…), and layers called on it"
                )
        self._graph = Graph(_as_list(inputs), _as_list(outputs))
        super().__init__(name or None)

    @property
    def graph(self) -> Graph:
        return self._graph

    @property
    def layers(self) -> list[Layer]:
        return self._graph.layers

    def prepare(self, x: Any) -> None:
        """Do nothing: a functional model has its shapes from its inputs."""


def _as_list(tensors: Any) -> list[Any]:
    return list(tensors) if isinstance(tensors, list | tuple) else [tensors]
