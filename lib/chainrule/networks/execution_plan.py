"""Run a graph forward and backward."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from chainrule.layers import ActivatedLayer

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from chainrule.arrays import Array
    from chainrule.layers import Layer
    from chainrule.networks.graph import Graph

__all__ = ["ExecutionPlan"]


class ExecutionPlan:
    """List the steps of the forward and the backward pass, for the layers that are trainable now.

    The backward pass leaves out the steps from which no trainable weight can be reached. `fused`
    has the numbers of the outputs whose gradient is given at the input of their last activation.
    """

    def __init__(self, graph: Graph, fused: Collection[int] = ()) -> None:
        tensors = [*graph.inputs, *(node.output for node in graph.nodes)]
        slots = {id(tensor): i for i, tensor in enumerate(tensors)}
        self.outputs = [slots[id(tensor)] for tensor in graph.outputs]
        self._no_values: list[Any] = [None] * len(graph.nodes)
        self._no_grads: list[Any] = [None] * len(tensors)
        fused_slots = {self.outputs[i] for i in fused}
        uses = [id(node.layer) for node in graph.nodes]
        needs_grad = dict.fromkeys(slots.values(), False)
        # Plain tuples, because the loops below run once for every step of the training.
        self._forward_steps: list[tuple[Callable[..., Any], int | None, list[int], int]] = []
        self._backward_steps: list[tuple[int, Callable[..., Any], int, bool, bool, list[int]]] = []
        for i, node in enumerate(graph.nodes):
            layer, target = node.layer, slots[id(node.output)]
            sources = [slots[id(tensor)] for tensor in node.inputs]
            source = None if layer.takes_many else sources[0]
            self._forward_steps.append((layer.forward, source, sources, target))
            needs_input_grad = any(needs_grad[source] for source in sources)
            needs_grad[target] = needs_input_grad or bool(layer.trainable_weights)
            if needs_grad[target]:
                backward = _backward_of(layer, target in fused_slots, uses.count(id(layer)) > 1)
                self._backward_steps.insert(
                    0, (i, backward, target, needs_input_grad, layer.takes_many, sources)
                )
        self._shared = [n.layer for n in graph.nodes if uses.count(id(n.layer)) > 1]

    def forward(self, inputs: Sequence[Array], training: bool) -> tuple[list[Array], list[Any]]:
        """Return the outputs, and the cache of each step."""
        values: list[Any] = [*inputs, *self._no_values]
        caches = []
        for step, source, sources, target in self._forward_steps:
            x = values[source] if source is not None else [values[i] for i in sources]
            values[target], cache = step(x, training)
            caches.append(cache)
        return [values[i] for i in self.outputs], caches

    def backward(self, output_grads: Sequence[Array | None], caches: list[Any]) -> None:
        """Write the gradient of every weight; `caches` is emptied, to free memory early."""
        grads = self._no_grads.copy()
        for slot, grad in zip(self.outputs, output_grads):  # noqa: B905  # strict costs time, at each step
            _accumulate(grads, slot, grad)
        for layer in self._shared:
            for weight in layer.trainable_weights:
                weight.gradient.fill(0)
        for i, step, target, needs_input_grad, takes_many, sources in self._backward_steps:
            grad, grads[target] = grads[target], None
            if grad is None:
                continue
            input_grad = step(grad, caches[i], needs_input_grad)
            caches[i] = None
            if needs_input_grad and not takes_many and grads[sources[0]] is None:
                grads[sources[0]] = input_grad  # by far the most frequent case
            elif needs_input_grad:
                parts = input_grad if takes_many else (input_grad,)
                for slot, part in zip(sources, parts, strict=True):
                    _accumulate(grads, slot, part)


def _backward_of(layer: Layer, is_fused: bool, is_shared: bool) -> Callable[..., Any]:
    """Return the method for the backward pass: fused or not, adding to gradients or not."""
    backward = layer.backward
    if is_fused and isinstance(layer, ActivatedLayer):
        backward = layer.backward_fused
    return partial(_backward_shared, layer, backward) if is_shared else backward


def _backward_shared(
    layer: Layer, backward: Callable[..., Any], grad: Array, cache: Any, needs_input_grad: bool
) -> Any:
    """Add to the gradients of a layer that is used several times, instead of overwriting them."""
    weights = layer.trainable_weights
    earlier = [weight.gradient.copy() for weight in weights]  # type: ignore[union-attr]
    input_grad = backward(grad, cache, needs_input_grad)
    for weight, gradient in zip(weights, earlier, strict=True):
        weight.gradient += gradient
    return input_grad


def _accumulate(grads: list[Any], slot: int, grad: Array | None) -> None:
    """Add a gradient: a value that is used several times has the sum of its gradients."""
    if grads[slot] is None:
        grads[slot] = grad
    elif grad is not None:
        grads[slot] = grads[slot] + grad
