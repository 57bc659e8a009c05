"""The functional model: any directed acyclic graph of layers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from chainrule.arguments import reject_unknown
from chainrule.layers import Symbol
from chainrule.models.graph import Graph
from chainrule.models.network import Network

if TYPE_CHECKING:
    from chainrule.layers import Layer

__all__ = ["Model"]


@final
class Model(Network):
    """What lies between `inputs` and `outputs`, each a symbol or a list of symbols.

    Raises:
        TypeError: for the older spelling `input=`, `output=`.
        ValueError: if an input that is needed is not among `inputs`.

    Source: D4 (D7).

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
        for what, given in (("inputs", inputs), ("outputs", outputs)):
            if not all(isinstance(symbol, Symbol) for symbol in _listed(given)):
                raise TypeError(
                    f"Model needs symbols as {what}: Input(…), and what layers make of it"
                )
        self._graph = Graph(_listed(inputs), _listed(outputs))
        super().__init__(name or None)

    @property
    def graph(self) -> Graph:
        return self._graph

    @property
    def layers(self) -> list[Layer]:
        return self._graph.layers

    def prepare(self, x: Any) -> None:
        """Do nothing: a functional model knows its shapes from the start."""


def _listed(symbols: Any) -> list[Any]:
    return list(symbols) if isinstance(symbols, list | tuple) else [symbols]
