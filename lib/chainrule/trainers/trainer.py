"""Define how a network is compiled, trained and evaluated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

import numpy as np

from chainrule import config, optimizers
from chainrule.arguments import check_integer, reject_unknown
from chainrule.networks.execution_plan import ExecutionPlan
from chainrule.networks.input_arrays import input_arrays
from chainrule.networks.layer_values import LayerValues
from chainrule.networks.network import Network
from chainrule.trainers import fitting
from chainrule.trainers.compiled import Compiled
from chainrule.trainers.examples import Examples
from chainrule.trainers.training_step import TrainingStep

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from chainrule.arrays import Array
    from chainrule.callbacks import Callback, History

__all__ = ["Trainer"]

_FIT_BATCH_SIZE = 32
_INFERENCE_BATCH_SIZE = 1024


class Trainer(Network):
    """Train a network: `compile`, then `fit`, `evaluate` and `predict`."""

    def __init__(self, name: str | None) -> None:
        super().__init__(name)
        self.stop_training = False
        self.history: History | None = None
        self.settings: dict[str, Any] | None = None
        self._compiled: Compiled | None = None

    @final
    def compile(
        self,
        optimizer: optimizers.OptimizerLike = "rmsprop",
        loss: Any = None,
        loss_weights: Any = None,
        metrics: Any = None,
        weighted_metrics: Any = None,
        **unknown: Any,
    ) -> None:
        """Set the optimizer, the loss of each output, and the metrics.

        With several outputs, `loss`, `loss_weights` and `metrics` are lists, or dicts by the name
        of the output's layer. Call `compile` again after a layer was frozen or unfrozen.
        """
        reject_unknown("compile", unknown)
        self.settings = {
            "optimizer": optimizers.get(optimizer),
            "loss": loss,
            "loss_weights": loss_weights,
            "metrics": metrics,
            "weighted_metrics": weighted_metrics,
        }
        self._compiled = None

    @final
    @property
    def compiled(self) -> Compiled:
        """What training needs, made when it is first used."""
        if self.settings is None:
            raise RuntimeError(
                f"{self.name} has no optimizer and no loss yet: call compile() first"
            )
        if self._compiled is None:
            self._compiled = Compiled(self, **self.settings)
        if not self._compiled.parameters.intact:
            self._compiled.gather(self)
        return self._compiled

    @property
    def optimizer(self) -> optimizers.Optimizer:
        """The optimizer that `compile` was given."""
        if self.settings is None:
            raise RuntimeError(f"{self.name} has no optimizer yet: call compile() first")
        return self.settings["optimizer"]  # type: ignore[no-any-return]

    @final
    def metric_direction(self, name: str) -> str | None:
        """Return "max" or "min", which is better for the loss or metric of that name, or None."""
        return self.compiled.tracker.direction(name)

    @final
    def fit(
        self,
        x: Any = None,
        y: Any = None,
        batch_size: int | None = None,
        epochs: int = 1,
        verbose: int | str = "auto",
        callbacks: Sequence[Callback] | None = None,
        validation_split: float = 0.0,
        validation_data: Any = None,
        shuffle: bool = True,
        class_weight: dict[int, float] | None = None,
        sample_weight: Any = None,
        initial_epoch: int = 0,
        validation_batch_size: int | None = None,
        validation_freq: int | Sequence[int] = 1,
        **unknown: Any,
    ) -> History:
        """Train for some epochs; each epoch uses every example once, in mini-batches.

        `validation_split` takes the last fraction of the examples for validation, before
        shuffling; `validation_data` is (x, y) or (x, y, sample_weight). `validation_freq` is a
        number of epochs, or the epochs after which to validate, counted from 1. `class_weight`
        applies to the training examples only. `verbose` is 0 for no output, 1 for a progress bar,
        2 for a line an epoch.

        Returns:
            The History: its `history` is a dict with a list of one value an epoch for each name.

        Raises:
            ValueError: if the data do not fit the network; the message has shapes and layer.
                Also for a number of examples or epochs that is not an integer in its range.

        Source: slides D2 (concept H2), slides D4 (concept D5).
        """
        reject_unknown("fit", unknown)
        size = _batch_size("fit", batch_size, _FIT_BATCH_SIZE)
        settings = fitting.FitConfig(
            batch_size=size,
            epochs=check_integer("fit", "epochs", epochs, 0),
            initial_epoch=check_integer("fit", "initial_epoch", initial_epoch, 0),
            shuffle=shuffle,
            validation_batch_size=_batch_size(
                "fit", validation_batch_size, size, "validation_batch_size"
            ),
            validation_freq=fitting.validation_epochs(validation_freq),
            verbose=fitting.verbosity(verbose),
        )
        train = self._examples(x, y, sample_weight)
        validation: Examples | None = None
        if validation_data is not None:
            validation = self._examples(*validation_data)
        elif validation_split:
            train, validation = train.split(validation_split)
        if class_weight is not None:
            train.apply_class_weight(class_weight)
        self.history = fitting.fit(self, train, validation, settings, callbacks or ())
        return self.history

    @final
    def fit_steps(
        self,
        x: Any,
        y: Any,
        batch_size: int | None = None,
        epochs: int = 1,
        shuffle: bool = True,
        class_weight: dict[int, float] | None = None,
        sample_weight: Any = None,
    ) -> Iterator[TrainingStep]:
        """Train as `fit` does, and yield a `TrainingStep` after each step.

        The training pauses while the caller uses the step: weights can be read, predictions made,
        and the loop can be left at any step. There are no callbacks and no validation.

        Raises:
            ValueError: as in `fit`, at the call.

        >>> from chainrule import layers, models
        >>> model = models.Sequential([layers.Dense(1, use_bias=False, input_shape=(1,))])
        >>> model.set_weights([[[0.0]]])
        >>> model.compile("sgd", "mse")
        >>> for step in model.fit_steps([[1.0], [2.0]], [1.0, 2.0], batch_size=1, shuffle=False):
        ...     print(step.batch, round(step.loss, 3), step.gradients[0].round(3))
        0 1.0 [[-2.]]
        1 3.842 [[-7.84]]
        """
        size = _batch_size("fit_steps", batch_size, _FIT_BATCH_SIZE)
        count = check_integer("fit_steps", "epochs", epochs, 0)
        examples = self._examples(x, y, sample_weight)
        if class_weight is not None:
            examples.apply_class_weight(class_weight)
        return self._steps(examples, size, count, shuffle)

    def _steps(
        self, examples: Examples, batch_size: int, epochs: int, shuffle: bool
    ) -> Iterator[TrainingStep]:
        for epoch in range(epochs):
            order = config.generator().permutation(examples.count) if shuffle else None
            for number, batch in enumerate(examples.batches(batch_size, order)):
                compiled = self.compiled
                with np.errstate(over="ignore"):
                    loss, _, _ = compiled.differentiate(batch)
                    gradients = compiled.parameters.gradients()
                    compiled.optimizer.step()
                yield TrainingStep(epoch, number, float(loss), gradients)

    @final
    def train_on_batch(
        self, x: Any, y: Any, sample_weight: Any = None, class_weight: Any = None
    ) -> float:
        """Take one step on all of x and y at once, and return the loss before the step."""
        examples = self._examples(x, y, sample_weight)
        if class_weight is not None:
            examples.apply_class_weight(class_weight)
        with np.errstate(over="ignore"):
            loss, _, _ = self.compiled.train(examples.all())
        return float(loss)

    @final
    def gradients(self, x: Any, y: Any, sample_weight: Any = None) -> tuple[float, list[Array]]:
        """Return loss and gradients for these examples, without a step.

        There is one gradient for each of `trainable_weights`; penalties are part of both.
        """
        examples = self._examples(x, y, sample_weight)
        compiled = self.compiled
        before = compiled.parameters.vector.copy()  # batch normalization updates its averages
        with np.errstate(over="ignore"):
            loss, _, _ = compiled.differentiate(examples.all())
        compiled.parameters.vector[:] = before
        return float(loss), compiled.parameters.gradients()

    @final
    def layer_gradients(
        self, x: Any, y: Any, sample_weight: Any = None, training: bool = False
    ) -> dict[str, Any]:
        """Return the gradient of the loss with respect to the output of each layer.

        The result has the gradients by the name of the layer, each in the shape of that output; a
        layer that is used several times has a list. Layers that no loss depends on are left out.
        Without `training`, nothing is dropped and batch normalization uses its moving averages.

        >>> from chainrule import layers, models
        >>> double = layers.Dense(1, use_bias=False, name="double")
        >>> model = models.Sequential([layers.Input((1,)), double])
        >>> model.set_weights([[[2.0]]])
        >>> model.compile("sgd", "mse")  # J = (2x − y)², ∂J/∂(2x) = 2 (2x − y)
        >>> model.layer_gradients([[3.0]], [1.0])["double"]
        array([[10.]], dtype=float32)
        """
        examples = self._examples(x, y, sample_weight)
        compiled = self.compiled
        before = compiled.parameters.vector.copy()
        with np.errstate(over="ignore"):
            values = LayerValues(self.graph, examples.x, training)
            grads = compiled.objective.output_gradients(
                examples.y, values.predictions(), examples.weights
            )
            found = values.gradients(grads)
        compiled.parameters.vector[:] = before
        return found

    @final
    def evaluate(
        self,
        x: Any = None,
        y: Any = None,
        batch_size: int | None = None,
        verbose: int | str = 0,  # noqa: ARG002  # Keras has it at this position
        sample_weight: Any = None,
        return_dict: bool = False,
    ) -> Any:
        """Return the loss on these examples; with metrics, a list or a dict of all of them."""
        size = _batch_size("evaluate", batch_size, _INFERENCE_BATCH_SIZE)
        logs = self.compiled.evaluate(self._examples(x, y, sample_weight), size)
        if return_dict:
            return logs
        return logs["loss"] if len(logs) == 1 else list(logs.values())

    @final
    def predict(self, x: Any, batch_size: int | None = None, verbose: int | str = 0) -> Any:  # noqa: ARG002
        """Return the predictions, an array or one for each output, as at inference."""
        size = _batch_size("predict", batch_size, _INFERENCE_BATCH_SIZE)
        self.prepare(x)
        arrays = input_arrays(self.inputs, x, self.dtype)
        plan = ExecutionPlan(self.graph)
        with np.errstate(over="ignore"):  # eᶻ may overflow to ∞, and 1 / ∞ is the right 0
            parts = [
                plan.forward([array[start : start + size] for array in arrays], False)[0]
                for start in range(0, max(len(arrays[0]), 1), size)
            ]
        outputs = [np.concatenate(part) for part in zip(*parts, strict=True)]
        return outputs[0] if len(outputs) == 1 else outputs

    def _examples(self, x: Any, y: Any, sample_weight: Any = None) -> Examples:
        self.prepare(x)
        return Examples(self, self.compiled.objective.losses, x, y, sample_weight)


def _batch_size(method: str, given: Any, default: int, name: str = "batch_size") -> int:
    return default if given is None else check_integer(method, name, given, 1)
