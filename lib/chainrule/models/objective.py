"""What a network is to make small: the losses of its outputs and the price of its weights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chainrule import losses
from chainrule.layers import Bent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chainrule.arrays import Array
    from chainrule.layers import Layer, Symbol, Weight

__all__ = ["Objective", "by_output"]


def by_output(given: Any, names: Sequence[str], what: str) -> list[Any]:
    """Spread one value, a list or a dict over the outputs.

    Raises:
        ValueError: for a name that no output has, or another number of values.
    """
    if isinstance(given, dict):
        if unknown := set(given) - set(names):
            raise ValueError(f"{what} names {sorted(unknown)}, but the outputs are {list(names)}")
        return [given.get(name) for name in names]
    values = list(given) if isinstance(given, list | tuple) else [given] * len(names)
    if len(values) != len(names):
        raise ValueError(f"{what} has {len(values)} entries for the outputs {list(names)}")
    return values


class Objective:
    """J = Σ_outputs weight · loss + Σ_weights penalty."""

    def __init__(
        self, outputs: Sequence[Symbol], names: list[str], loss: Any, loss_weights: Any
    ) -> None:
        self.names = names
        self.losses = [
            None if spelling is None else losses.get(spelling)
            for spelling in by_output(loss, names, "loss")
        ]
        if not any(self.losses):
            raise ValueError("there is nothing to make small: compile() was given no loss")
        shares = by_output(1.0 if loss_weights is None else loss_weights, names, "loss_weights")
        self.shares = [1.0 if share is None else float(share) for share in shares]
        feeds = [id(symbol) for output in outputs for symbol in output.node.inputs]
        self.inside = [
            one is not None and id(symbol) not in feeds and _undone(one, symbol.node.layer)
            for one, symbol in zip(self.losses, outputs, strict=True)
        ]
        plain = len(names) == 1 and self.shares == [1.0]
        self._only = self.losses[0] if plain else None
        self.penalised: list[Weight] = []

    def value_and_gradients(
        self, targets: Sequence[Array], outputs: Sequence[Array], weights: Sequence[Any]
    ) -> tuple[Any, list[Any], list[Array | None]]:
        """Return the sum of the losses, each loss, and the gradient at each output."""
        if self._only is None:
            return self._several(targets, outputs, weights)
        value, grad = self._only.value_and_gradient(
            targets[0], outputs[0], weights[0], inside=self.inside[0]
        )
        return value, [value], [grad]

    def _several(
        self, targets: Sequence[Array], outputs: Sequence[Array], weights: Sequence[Any]
    ) -> tuple[Any, list[Any], list[Array | None]]:
        total, values, grads = 0.0, [], []
        for i, loss in enumerate(self.losses):
            value, grad = 0.0, None
            if loss is not None:
                value, grad = loss.value_and_gradient(
                    targets[i], outputs[i], weights[i], inside=self.inside[i]
                )
                grad *= self.shares[i]
            total += self.shares[i] * value
            values.append(value)
            grads.append(grad)
        return total, values, grads

    def values(
        self, targets: Sequence[Array], outputs: Sequence[Array], weights: Sequence[Any]
    ) -> tuple[Any, list[Any]]:
        """Return the sum of the losses and each loss, without gradients."""
        values = [
            0.0 if loss is None else loss(y, out, w)
            for loss, y, out, w in zip(self.losses, targets, outputs, weights, strict=True)
        ]
        return sum(s * v for s, v in zip(self.shares, values, strict=True)), values

    def penalty(self) -> Any:
        """Return what the regularised weights cost now."""
        return sum(w.regularizer(w.value) for w in self.penalised if w.regularizer is not None)

    def add_penalty_gradients(self) -> None:
        """Add the slopes of the penalties to the weights' gradients."""
        for weight in self.penalised:
            if weight.regularizer is not None and weight.gradient is not None:
                weight.gradient += weight.regularizer.gradient(weight.value)


def _undone(loss: losses.Loss, layer: Layer) -> bool:
    """Tell whether the loss is written for the activation that the layer ends in."""
    logits = getattr(loss, "from_logits", False)
    return isinstance(layer, Bent) and not logits and layer.activation.name == loss.undoes
