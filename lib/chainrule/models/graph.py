"""A network is a directed acyclic graph of layers: forwards in order, backwards in reverse."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from chainrule.layers import Bent, InputLayer, Layer, Symbol

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from chainrule.arrays import Array
    from chainrule.layers import Node

__all__ = ["Graph", "Plan"]


class Graph:
    """What lies between some symbols and others.

    Raises:
        ValueError: if an output needs an input that is not given, or two layers share a name.
    """

    def __init__(self, inputs: Sequence[Symbol], outputs: Sequence[Symbol]) -> None:
        self.inputs, self.outputs = list(inputs), list(outputs)
        self.nodes: list[Node] = []
        self._visit()
        self.layers = self._by_depth()
        names = [layer.name for layer in self.layers]
        if twice := {name for name in names if names.count(name) > 1}:
            raise ValueError(
                f"each layer needs a name of its own, but these are used twice: {twice}"
            )

    def _visit(self) -> None:
        """List the nodes so that each stands behind all that it needs."""
        given, done = set(map(id, self.inputs)), set()
        stack = [(output.node, False) for output in reversed(self.outputs)]
        while stack:
            node, ready = stack.pop()
            if id(node) in done or id(node.output) in given:
                continue
            if isinstance(node.layer, InputLayer):
                raise ValueError(f"{node.layer.name} is needed and not among `inputs`")  # noqa: TRY004
            if ready:
                done.add(id(node))
                self.nodes.append(node)
                continue
            stack.append((node, True))
            stack.extend((symbol.node, False) for symbol in reversed(node.inputs))

    def _by_depth(self) -> list[Layer]:
        """List each layer once, the farthest from the outputs first, as Keras does."""
        depth: dict[int, int] = {}
        for node in reversed(self.nodes):
            own = depth.setdefault(id(node), 0)
            for symbol in node.inputs:
                below = id(symbol.node)
                depth[below] = max(depth.get(below, 0), own + 1)
        nodes = [*(symbol.node for symbol in self.inputs), *self.nodes]
        deepest: dict[int, tuple[int, Layer]] = {}
        for node in nodes:
            key, far = id(node.layer), depth.get(id(node), 0)
            deepest[key] = (max(far, deepest.get(key, (0, None))[0]), node.layer)
        return [layer for _, layer in sorted(deepest.values(), key=lambda pair: -pair[0])]


class _Step(NamedTuple):
    """One node, with numbers in place of symbols: where its inputs lie and its output goes."""

    layer: Layer
    forward: Callable[..., tuple[Array, Any]]
    backward: Callable[..., Any]
    sources: list[int]
    target: int
    wanted: bool


class Plan:
    """The graph as a list of steps, for weights that are frozen or not as they are now.

    Steps to which no weight leads back are left out on the way back. `inside` are the outputs whose
    gradient is given at the input of their last activation.
    """

    def __init__(self, graph: Graph, inside: Collection[int] = ()) -> None:
        symbols = [*graph.inputs, *(node.output for node in graph.nodes)]
        slots = {id(symbol): i for i, symbol in enumerate(symbols)}
        self.outputs = [slots[id(symbol)] for symbol in graph.outputs]
        self._blank: list[Any] = [None] * len(graph.nodes)
        self._none: list[Any] = [None] * len(symbols)
        bare = {self.outputs[i] for i in inside}
        uses = [id(node.layer) for node in graph.nodes]
        learns = dict.fromkeys(slots.values(), False)
        self.steps: list[_Step] = []
        for node in graph.nodes:
            layer, target = node.layer, slots[id(node.output)]
            sources = [slots[id(symbol)] for symbol in node.inputs]
            wanted = any(learns[source] for source in sources)
            learns[target] = wanted or bool(layer.trainable_weights)
            backward = _way_back(layer, target in bare, uses.count(id(layer)) > 1)
            self.steps.append(_Step(layer, layer.forward, backward, sources, target, wanted))
        # Tuples, because the loops below run once for every step of the training.
        self._forth = [
            (s.forward, None if s.layer.merges else s.sources[0], s.sources, s.target)
            for s in self.steps
        ]
        self._back = [
            (i, s.backward, s.target, s.wanted, s.layer.merges, s.sources)
            for i, s in enumerate(self.steps)
            if learns[s.target]
        ][::-1]
        self._shared = [s.layer for s in self.steps if uses.count(id(s.layer)) > 1]

    def forward(self, inputs: Sequence[Array], training: bool) -> tuple[list[Array], list[Any]]:
        """Return the outputs, and what each step remembers."""
        values: list[Any] = [*inputs, *self._blank]
        memories = []
        for step, source, sources, target in self._forth:
            x = values[source] if source is not None else [values[i] for i in sources]
            values[target], memory = step(x, training)
            memories.append(memory)
        return [values[i] for i in self.outputs], memories

    def backward(self, grads: Sequence[Array | None], memories: list[Any]) -> None:
        """Write every weight's gradient; arrays are let go as soon as they have been used."""
        slopes = self._none.copy()
        for slot, grad in zip(self.outputs, grads):  # noqa: B905  # strict costs time, at each step
            _add(slopes, slot, grad)
        for layer in self._shared:
            for weight in layer.trainable_weights:
                weight.gradient.fill(0)  # type: ignore[union-attr]  # a weight that learns has one
        for i, step, target, wanted, merges, sources in self._back:
            grad, slopes[target] = slopes[target], None
            if grad is None:
                continue
            back = step(grad, memories[i], wanted)
            memories[i] = None
            if wanted and not merges and slopes[sources[0]] is None:
                slopes[sources[0]] = back  # by far the most frequent case
            elif wanted:
                for slot, part in zip(sources, back if merges else (back,), strict=True):
                    _add(slopes, slot, part)


def _way_back(layer: Layer, bare: bool, shared: bool) -> Callable[..., Any]:
    """Choose how the slope passes: past the activation or not, adding to gradients or not."""
    backward = layer.backward_inside if bare and isinstance(layer, Bent) else layer.backward
    return partial(_summing, layer, backward) if shared else backward


def _summing(
    layer: Layer, backward: Callable[..., Any], grad: Array, memory: Any, wanted: bool
) -> Any:
    """Add to the gradients of a layer that is used in several places, and not overwrite them."""
    weights = layer.trainable_weights
    before = [weight.gradient.copy() for weight in weights]  # type: ignore[union-attr]
    back = backward(grad, memory, wanted)
    for weight, earlier in zip(weights, before, strict=True):
        weight.gradient += earlier
    return back


def _add(slopes: list[Any], slot: int, grad: Array | None) -> None:
    """A value that is used in several places has the sum of their slopes."""
    if slopes[slot] is None:
        slopes[slot] = grad
    elif grad is not None:
        slopes[slot] = slopes[slot] + grad
