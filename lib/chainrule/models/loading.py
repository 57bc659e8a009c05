"""A model from a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chainrule.configuration import rebuild
from chainrule.layers import InputLayer, Node
from chainrule.models import saving
from chainrule.models.model import Model
from chainrule.models.sequential import Sequential

if TYPE_CHECKING:
    import os

    from chainrule.arrays import Array
    from chainrule.layers import Layer, Symbol
    from chainrule.models.network import Network

__all__ = ["load_model"]


def load_model(filepath: str | os.PathLike[str], compile: bool = True) -> Any:  # noqa: A002
    """Return the model that `save` has written, ready to go on with its training.

    Raises:
        FileNotFoundError: if there is no such file.
        ValueError: for a file that is cut off or damaged, or that chainrule has not written.

    >>> import tempfile
    >>> from chainrule import layers
    >>> model = Sequential([layers.Dense(2, input_shape=(3,))])
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     model.save(f"{folder}/model.npz")
    ...     twin = load_model(f"{folder}/model.npz")
    >>> bool((twin.predict([[1, 2, 3]]) == model.predict([[1, 2, 3]])).all())
    True
    """
    about, arrays = saving.read(filepath)
    if about["graph"] is None:
        raise ValueError(f"{filepath} has weights and no layers: use model.load_weights")
    try:
        model = _drawn(about["graph"])
        count = sum(name.startswith("weight/") for name in arrays)
        model.set_weights([arrays[f"weight/{i}"] for i in range(count)])
        if compile and about["compile"] is not None:
            _compile(model, about, arrays)
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise ValueError(f"{filepath} describes no model that can be built: {error}") from error
    return model


def _drawn(graph: dict[str, Any]) -> Network:
    layers: list[Layer] = [rebuild(layer) for layer in graph["layers"]]
    if graph["kind"] == "Sequential":
        return _stacked(graph, layers)
    symbols: list[Symbol] = []
    for number, sources in graph["nodes"]:
        layer = layers[number]
        given = [symbols[i] for i in sources]
        if isinstance(layer, InputLayer):
            symbols.append(Node(layer, [], layer.shape).output)
        else:
            symbols.append(layer(given if layer.merges else given[0]))
    inputs = [symbols[i] for i in graph["inputs"]]
    return Model(inputs, [symbols[i] for i in graph["outputs"]], name=graph["name"])


def _stacked(graph: dict[str, Any], layers: list[Layer]) -> Sequential:
    return Sequential([layers[number] for number, _ in graph["nodes"]], name=graph["name"])


def _compile(model: Network, about: dict[str, Any], arrays: dict[str, Array]) -> None:
    model.compile(**rebuild(about["compile"]))
    model.optimizer.iterations = about["iterations"]
    for i, slots in enumerate(model.compiled.optimizer.state):
        for j, slot in enumerate(slots):
            if f"state/{i}/{j}" in arrays:
                slot[...] = arrays[f"state/{i}/{j}"]
