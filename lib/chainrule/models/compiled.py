"""A network made ready to train, and the one step that all training is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from chainrule.models.graph import Plan
from chainrule.models.objective import Objective
from chainrule.models.parameters import Parameters
from chainrule.models.tally import Tally

if TYPE_CHECKING:
    from chainrule import optimizers
    from chainrule.arrays import Array
    from chainrule.models.examples import Batch, Examples
    from chainrule.models.network import Network

__all__ = ["Compiled"]


class Compiled:
    """A network made ready to train: one vector of weights, one list of steps, one objective."""

    def __init__(
        self,
        model: Network,
        optimizer: optimizers.Optimizer,
        loss: Any,
        loss_weights: Any,
        metrics: Any,
        weighted_metrics: Any,
    ) -> None:
        self.optimizer = optimizer
        self.objective = Objective(model.outputs, model.output_names, loss, loss_weights)
        self._partly = None in self.objective.losses
        widths = [symbol.shape[-1] for symbol in model.outputs]
        self.tally = Tally(self.objective, widths, metrics, weighted_metrics)
        self.gather(model)

    def gather(self, model: Network) -> None:
        """Take the weights over, from their layers or from another model with the same layers."""
        self.parameters = Parameters(model.graph.layers)
        inside = [i for i, undone in enumerate(self.objective.inside) if undone]
        self.plan = Plan(model.graph, inside)
        learning = self.parameters.learning
        self.objective.penalised = [w for w in learning if w.regularizer is not None]
        parts = [w.gradient for w in learning if w.gradient is not None]
        self.optimizer.bind([self.parameters.moving], [self.parameters.gradient], parts)

    def differentiate(self, batch: Batch) -> tuple[Any, list[Any], list[Array]]:
        """Write the gradients for one batch; return the loss, each output's, and the outputs."""
        if self._partly:  # what leads only to outputs without a loss is not written to
            self.parameters.gradient.fill(0)
        outputs, memories = self.plan.forward(batch.x, True)
        total, parts, grads = self.objective.value_and_gradients(batch.y, outputs, batch.weights)
        self.plan.backward(grads, memories)
        if self.objective.penalised:
            total += self.objective.penalty()
            self.objective.add_penalty_gradients()
        return total, parts, outputs

    def train(self, batch: Batch) -> tuple[Any, list[Any], list[Array]]:
        """Take one step; return the loss before it, each output's, and the outputs.

        Callers ignore overflow, the sigmoid's way of getting to 0: here it would cost at each step.
        """
        result = self.differentiate(batch)
        self.optimizer.step()
        return result

    @np.errstate(over="ignore")
    def evaluate(self, examples: Examples, batch_size: int) -> dict[str, Any]:
        """Return loss and metrics over all examples, as at inference."""
        self.tally.reset()
        penalty = self.objective.penalty()
        for batch in examples.batches(batch_size):
            outputs, _ = self.plan.forward(batch.x, False)
            total, parts = self.objective.values(batch.y, outputs, batch.weights)
            self.tally.add(batch, outputs, total + penalty, parts)
        return self.tally.logs()
