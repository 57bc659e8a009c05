"""Compute one training step, and the evaluation, of a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from chainrule.networks.execution_plan import ExecutionPlan
from chainrule.trainers.metrics_tracker import MetricsTracker
from chainrule.trainers.objective import Objective
from chainrule.trainers.parameters import Parameters

if TYPE_CHECKING:
    from chainrule import optimizers
    from chainrule.arrays import Array
    from chainrule.networks.network import Network
    from chainrule.trainers.examples import Batch, Examples

__all__ = ["Compiled"]


class Compiled:
    """Hold what training needs: parameters, execution plan, objective, optimizer and metrics."""

    def __init__(
        self,
        network: Network,
        optimizer: optimizers.Optimizer,
        loss: Any,
        loss_weights: Any,
        metrics: Any,
        weighted_metrics: Any,
    ) -> None:
        self.optimizer = optimizer
        self.objective = Objective(network.outputs, network.output_names, loss, loss_weights)
        self._has_unused_outputs = None in self.objective.losses
        widths = [tensor.shape[-1] for tensor in network.outputs]
        self.tracker = MetricsTracker(self.objective, widths, metrics, weighted_metrics)
        self.gather(network)

    def gather(self, network: Network) -> None:
        """Copy the weights into one vector, also from the vector of another model."""
        self.parameters = Parameters(network.graph.layers)
        fused = [i for i, is_fused in enumerate(self.objective.fused) if is_fused]
        self.plan = ExecutionPlan(network.graph, fused)
        trainable = self.parameters.trainable
        self.objective.regularized = [w for w in trainable if w.regularizer is not None]
        parts = [w.gradient for w in trainable if w.gradient is not None]
        self.optimizer.bind([self.parameters.trainable_vector], [self.parameters.gradient], parts)

    def differentiate(self, batch: Batch) -> tuple[Any, list[Any], list[Array]]:
        """Write the gradients for one batch; return the loss, each output's, and the outputs."""
        if self._has_unused_outputs:  # no gradient is written to what leads to such outputs only
            self.parameters.gradient.fill(0)
        outputs, caches = self.plan.forward(batch.x, True)
        total, parts, grads = self.objective.value_and_gradients(batch.y, outputs, batch.weights)
        self.plan.backward(grads, caches)
        if self.objective.regularized:
            total += self.objective.penalty()
            self.objective.add_penalty_gradients()
        return total, parts, outputs

    def train(self, batch: Batch) -> tuple[Any, list[Any], list[Array]]:
        """Take one step; return the loss before it, each output's, and the outputs.

        The caller ignores overflow, which is harmless in the sigmoid: doing it here would cost
        time at each step.
        """
        result = self.differentiate(batch)
        self.optimizer.step()
        return result

    @np.errstate(over="ignore")
    def evaluate(self, examples: Examples, batch_size: int) -> dict[str, Any]:
        """Return loss and metrics over all examples, as at inference."""
        self.tracker.reset()
        penalty = self.objective.penalty()
        for batch in examples.batches(batch_size):
            outputs, _ = self.plan.forward(batch.x, False)
            total, parts = self.objective.values(batch.y, outputs, batch.weights)
            self.tracker.update(batch, outputs, total + penalty, parts)
        return self.tracker.logs()
