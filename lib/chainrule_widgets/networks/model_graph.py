"""Draw a model as a graph, and compute one example in it node by node."""

from collections.abc import Sequence
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import models
from numpy.typing import ArrayLike, NDArray

from chainrule_widgets.explorable import StateExplorable, script

Array = NDArray[Any]
_SHOWN: Final = 6
_KNOBS: Final = 4
_MOST: Final = 16


def _depths(graph: Any) -> dict[int, int]:
    """Return the length of the longest path from the inputs to each tensor."""
    depth = {id(tensor): 0 for tensor in graph.inputs}
    for node in graph.nodes:
        depth[id(node.output)] = 1 + max(depth[id(tensor)] for tensor in node.inputs)
    return depth


def drawn_nodes(model: Any) -> list[dict[str, Any]]:
    """Return every input and every call of a layer: its name, shape, depth and inputs."""
    graph = model.graph
    tensors = [*graph.inputs, *(node.output for node in graph.nodes)]
    number, depth = {id(tensor): i for i, tensor in enumerate(tensors)}, _depths(graph)
    inputs, outputs = set(map(id, graph.inputs)), set(map(id, graph.outputs))
    return [
        {
            "name": tensor.node.layer.name,
            "kind": "Input" if id(tensor) in inputs else type(tensor.node.layer).__name__,
            "shape": [None, *tensor.shape],
            "params": 0 if id(tensor) in inputs else tensor.node.layer.count_params(),
            "depth": depth[id(tensor)],
            "takes": []
            if id(tensor) in inputs
            else [number[id(source)] for source in tensor.node.inputs],
            "output": id(tensor) in outputs,
        }
        for tensor in tensors
    ]


def flow(model: Any, x: Sequence[Array]) -> list[Array]:
    """Compute the value of each node for the example x."""
    values = dict(zip(map(id, model.graph.inputs), x, strict=True))
    for node in model.graph.nodes:
        given = [values[id(tensor)] for tensor in node.inputs]
        values[id(node.output)] = node.layer(given if node.layer.takes_many else given[0])
    return list(values.values())


def _example(model: Any, x: Sequence[ArrayLike] | None) -> list[list[float]]:
    """Return one row of numbers for each input.

    Raises:
        ValueError: if x does not fit the inputs.
    """
    sizes = [int(np.prod(tensor.shape)) for tensor in model.inputs]
    rows = [[1.0] * size for size in sizes] if x is None else [np.ravel(row).tolist() for row in x]
    if sizes != [len(row) for row in rows]:
        raise ValueError(
            f"the model needs {len(sizes)} inputs with {sizes} numbers, "
            f"but x has {[len(row) for row in rows]}"
        )
    return rows


@final
class ModelGraph(StateExplorable):
    """A model drawn as a graph, with the values of its nodes for one example.

    `at` is the number of nodes that are computed already, inputs included.
    """

    _esm = script(__file__)
    depends_on = ("x",)

    nodes = traitlets.List().tag(sync=True)
    x = traitlets.List().tag(sync=True)
    at = traitlets.Int(0, min=0).tag(sync=True)
    knobs = traitlets.Int(_KNOBS).tag(sync=True)

    def __init__(
        self, model: Any, x: Sequence[ArrayLike] | None = None, *, at: int | None = None
    ) -> None:
        if not isinstance(model, models.Model | models.Sequential):
            raise TypeError(
                f"ModelGraph needs a model, but got {type(model).__name__}; "
                "make one with models.Model(inputs=…, outputs=…)"
            )
        nodes = drawn_nodes(model)
        if len(nodes) > _MOST:
            raise ValueError(f"ModelGraph draws at most {_MOST} nodes, but got {len(nodes)}")
        self.model = model
        first = len(model.inputs)
        super().__init__(nodes=nodes, x=_example(model, x), at=first if at is None else at)

    def values(self, x: Sequence[Sequence[float]]) -> list[Array]:
        """Return the value of each node as a flat array."""
        shaped = [
            np.asarray(row, dtype=self.model.dtype).reshape(1, *tensor.shape)
            for row, tensor in zip(x, self.model.inputs, strict=True)
        ]
        return [value[0].ravel() for value in flow(self.model, shaped)]

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        values = self.values(asked["x"])
        shown = [[float(number) for number in value[:_SHOWN]] for value in values]
        return {**asked, "values": shown, "sizes": [value.size for value in values]}, []

    def describe(self) -> str:
        arrows = "; ".join(
            f"{node['name']} from {', '.join(self.nodes[i]['name'] for i in node['takes'])}"
            for node in self.nodes
            if node["takes"]
        )
        return f"A graph of {len(self.nodes)} nodes: {arrows}"
