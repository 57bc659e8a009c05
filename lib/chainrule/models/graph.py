"""A network is a directed acyclic graph of layers: forwards in order, backwards in reverse."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from chainrule.layers import Bent, InputLayer, Layer, Symbol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

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


class _Step:
    """One node, with numbers in place of symbols: where its inputs lie and its output goes."""

    __slots__ = ("backward", "forward", "layer", "shared", "source", "sources", "target", "wanted")

    def __init__(self, node: Node, slots: dict[int, int], *, wanted: bool) -> None:
        self.layer = node.layer
        self.forward, self.backward = node.layer.forward, node.layer.backward
        self.sources = [slots[id(symbol)] for symbol in node.inputs]
        self.source = None if node.layer.merges else self.sources[0]
        self.target = slots[id(node.output)]
        self.wanted = wanted
        self.shared = False


class Plan:
    """The graph as a list of steps, for weights that are frozen or not as they are now.

    Steps to which no weight leads back are left out on the way back. `inside` are the outputs whose
    gradient is given at the input of their last activation.
    """

    def __init__(self, graph: Graph, inside: Collection[int] = ()) -> None:
        symbols = [*graph.inputs, *(node.output for node in graph.nodes)]
        slots = {id(symbol): i for i, symbol in enumerate(symbols)}
        learns = dict.fromkeys(slots.values(), False)
        self.steps: list[_Step] = []
        for node in graph.nodes:
            wanted = any(learns[slots[id(symbol)]] for symbol in node.inputs)
            step = _Step(node, slots, wanted=wanted)
            learns[step.target] = wanted or bool(node.layer.trainable_weights)
            self.steps.append(step)
        self.outputs = [slots[id(symbol)] for symbol in graph.outputs]
        self._size = len(symbols)
        self._back = [(i, s) for i, s in enumerate(self.steps) if learns[s.target]][::-1]
        self._mark(inside)

    def _mark(self, inside: Collection[int]) -> None:
        uses = [id(step.layer) for step in self.steps]
        for step in self.steps:
            step.shared = uses.count(id(step.layer)) > 1 and bool(step.layer.trainable_weights)
            own = [i for i, target in enumerate(self.outputs) if target == step.target]
            if own and own[0] in inside and isinstance(step.layer, Bent):
                step.backward = step.layer.backward_inside
        self._shared = [s.layer for s in self.steps if s.shared]

    def forward(self, inputs: Sequence[Array], training: bool) -> tuple[list[Array], list[Any]]:
        """Return the outputs, and what each step remembers."""
        values: list[Any] = [*inputs, *([None] * (self._size - len(inputs)))]
        memories = []
        for step in self.steps:
            source = step.source
            x = values[source] if source is not None else [values[i] for i in step.sources]
            values[step.target], memory = step.forward(x, training)
            memories.append(memory)
        return [values[i] for i in self.outputs], memories

    def backward(self, grads: Sequence[Array | None], memories: list[Any]) -> None:
        """Write every weight's gradient; arrays are let go as soon as they have been used."""
        slopes: list[Any] = [None] * self._size
        for slot, grad in zip(self.outputs, grads, strict=True):
            _add(slopes, slot, grad)
        for layer in self._shared:
            for weight in layer.trainable_weights:
                weight.gradient.fill(0)  # type: ignore[union-attr]  # a weight that learns has one
        for i, step in self._back:
            grad, slopes[step.target] = slopes[step.target], None
            if grad is None:
                continue
            call = step.backward if not step.shared else partial(_summing, step)
            back = call(grad, memories[i], step.wanted)
            memories[i] = None
            if step.wanted:
                parts = [back] if step.source is not None else back
                for slot, part in zip(step.sources, parts, strict=True):
                    _add(slopes, slot, part)


def _summing(step: _Step, grad: Array, memory: Any, wanted: bool) -> Any:
    """Add to the gradients of a layer that is used in several places, and not overwrite them."""
    weights = step.layer.trainable_weights
    before = [weight.gradient.copy() for weight in weights]  # type: ignore[union-attr]
    back = step.backward(grad, memory, wanted)
    for weight, earlier in zip(weights, before, strict=True):
        weight.gradient += earlier
    return back


def _add(slopes: list[Any], slot: int, grad: Array | None) -> None:
    """A value that is used in several places has the sum of their slopes."""
    if slopes[slot] is None:
        slopes[slot] = grad
    elif grad is not None:
        slopes[slot] = slopes[slot] + grad
