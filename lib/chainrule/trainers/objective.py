"""Compute what training minimizes: the losses of the outputs and the regularization penalties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chainrule import losses
from chainrule.layers import ActivatedLayer
from chainrule.trainers.output_values import output_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chainrule.arrays import Array
    from chainrule.layers import Layer, SymbolicTensor, Weight

__all__ = ["Objective"]


class Objective:
    """Compute J = Σ_outputs loss_weight · loss + Σ_weights penalty.

    Raises:
        ValueError: if no output has a loss.
    """

    def __init__(
        self, outputs: Sequence[SymbolicTensor], names: list[str], loss: Any, loss_weights: Any
    ) -> None:
        self.names = names
        self.losses = [
            None if loss_like is None else losses.get(loss_like)
            for loss_like in output_values(loss, names, "loss")
        ]
        if not any(self.losses):
            raise ValueError("there is nothing to minimize: compile() was given no loss")
        weights = output_values(
            1.0 if loss_weights is None else loss_weights, names, "loss_weights"
        )
        self.loss_weights = [1.0 if weight is None else float(weight) for weight in weights]
        inner = [id(tensor) for output in outputs for tensor in output.node.inputs]
        self.fused = [
            one is not None and id(tensor) not in inner and _can_fuse(one, tensor.node.layer)
            for one, tensor in zip(self.losses, outputs, strict=True)
        ]
        is_single = len(names) == 1 and self.loss_weights == [1.0]
        self._single_loss = self.losses[0] if is_single else None
        self.regularized: list[Weight] = []

    def value_and_gradients(
        self, targets: Sequence[Array], outputs: Sequence[Array], sample_weights: Sequence[Any]
    ) -> tuple[Any, list[Any], list[Array | None]]:
        """Return the weighted sum of the losses, each loss, and the gradient at each output."""
        if self._single_loss is None:
            return self._several_losses(targets, outputs, sample_weights)
        value, grad = self._single_loss.value_and_gradient(
            targets[0], outputs[0], sample_weights[0], is_fused=self.fused[0]
        )
        return value, [value], [grad]

    def _several_losses(
        self, targets: Sequence[Array], outputs: Sequence[Array], sample_weights: Sequence[Any]
    ) -> tuple[Any, list[Any], list[Array | None]]:
        total, values, grads = 0.0, [], []
        for i, loss in enumerate(self.losses):
            value, grad = 0.0, None
            if loss is not None:
                value, grad = loss.value_and_gradient(
                    targets[i], outputs[i], sample_weights[i], is_fused=self.fused[i]
                )
                grad *= self.loss_weights[i]
            total += self.loss_weights[i] * value
            values.append(value)
            grads.append(grad)
        return total, values, grads

    def values(
        self, targets: Sequence[Array], outputs: Sequence[Array], sample_weights: Sequence[Any]
    ) -> tuple[Any, list[Any]]:
        """Return the weighted sum of the losses and each loss, without gradients."""
        values = [
            0.0 if loss is None else loss(y, out, weight)
            for loss, y, out, weight in zip(
                self.losses, targets, outputs, sample_weights, strict=True
            )
        ]
        total = sum(weight * value for weight, value in zip(self.loss_weights, values, strict=True))
        return total, values

    def output_gradients(
        self, targets: Sequence[Array], outputs: Sequence[Array], sample_weights: Sequence[Any]
    ) -> list[Array | None]:
        """Return the gradient at each output itself, never at the input of its activation."""
        return [
            None if loss is None else factor * loss.value_and_gradient(y, out, weight)[1]
            for loss, factor, y, out, weight in zip(
                self.losses, self.loss_weights, targets, outputs, sample_weights, strict=True
            )
        ]

    def penalty(self) -> Any:
        """Return the sum of the regularization penalties of the weights."""
        return sum(w.regularizer(w.value) for w in self.regularized if w.regularizer is not None)

    def add_penalty_gradients(self) -> None:
        """Add the gradients of the penalties to the gradients of the weights."""
        for weight in self.regularized:
            if weight.regularizer is not None and weight.gradient is not None:
                weight.gradient += weight.regularizer.gradient(weight.value)


def _can_fuse(loss: losses.Loss, layer: Layer) -> bool:
    """Return whether the loss can be fused with the activation at the end of the layer."""
    if not isinstance(layer, ActivatedLayer) or getattr(loss, "from_logits", False):
        return False
    return layer.activation.name == loss.paired_activation
