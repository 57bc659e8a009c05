"""What Sequential and Model share: compile, fit, evaluate, predict, and the weights."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, final

import numpy as np

from chainrule import config, optimizers
from chainrule.arguments import check_integer, reject_unknown
from chainrule.layers import Node, Symbol
from chainrule.models import fitting, summary
from chainrule.models.compiled import Compiled
from chainrule.models.examples import Batch, Examples, inputs
from chainrule.models.graph import Graph, Plan

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Sequence

    from chainrule.arrays import Array
    from chainrule.callbacks import Callback, History
    from chainrule.layers import Layer, Weight
    from chainrule.models.objective import Objective

__all__ = ["Network"]

_ALL_AT_ONCE = 1024


class Network(ABC):
    """Layers that train together."""

    def __init__(self, name: str | None) -> None:
        self.name = name or config.unique_name(type(self))
        self.stop_training = False
        self.history: History | None = None
        self._compiled: Compiled | None = None
        self.settings: dict[str, Any] | None = None

    @property
    @abstractmethod
    def graph(self) -> Graph:
        """The layers between inputs and outputs."""

    @property
    @abstractmethod
    def layers(self) -> list[Layer]:
        """The layers, the first one first."""

    @abstractmethod
    def prepare(self, x: Any) -> None:
        """Find out the shape of the inputs from data, if nothing has told it so far."""

    @property
    def inputs(self) -> list[Symbol]:
        """The symbols where data enter."""
        return self.graph.inputs

    @property
    def outputs(self) -> list[Symbol]:
        """The symbols of the predictions."""
        return self.graph.outputs

    @property
    def output_names(self) -> list[str]:
        """The names of the layers that give the predictions."""
        return [symbol.node.layer.name for symbol in self.outputs]

    @property
    def dtype(self) -> str:
        """The kind of float that the network computes in."""
        layers = self.graph.layers
        return next((layer.dtype for layer in layers if layer.weights), layers[-1].dtype)

    @final
    def compile(
        self,
        optimizer: optimizers.Spelling = "rmsprop",
        loss: Any = None,
        loss_weights: Any = None,
        metrics: Any = None,
        weighted_metrics: Any = None,
        **unknown: Any,
    ) -> None:
        """Say how to train: which optimizer, which loss for each output, what to watch.

        With several outputs, `loss`, `loss_weights` and `metrics` are lists, or dicts by the name
        of the output's layer. A layer that is frozen or thawed later needs another `compile`.
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
        """Everything that training needs, made when it is first needed."""
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

    @property
    def objective(self) -> Objective:
        """The losses that `compile` was given."""
        return self.compiled.objective

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
        """Train for some epochs, each of them once through all examples in mini-batches.

        `validation_split` sets the last part of the examples aside, before shuffling;
        `validation_data` is (x, y) or (x, y, sample_weight). `validation_freq` is a number of
        epochs, or the epochs after which to validate, counted from 1. `class_weight` applies to
        the training examples only. `verbose` is 0 for silence, 1 for a bar, 2 for a line an epoch.

        Returns:
            The History: its `history` is a dict with a list of one value an epoch for each name.

        Raises:
            ValueError: where data do not fit the network; the sentence names shapes and layer.
                Also for a number of examples or epochs that is not an integer in its range.

        Source: D2 (H2), D4 (D5).
        """
        reject_unknown("fit", unknown)
        size = _batch_size("fit", batch_size, 32)
        plan = fitting.Plan(
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
        self.prepare(x)
        train = Examples(self, x, y, sample_weight)
        held_out: Examples | None = None
        if validation_data is not None:
            held_out = Examples(self, *validation_data)
        elif validation_split:
            train, held_out = train.split(validation_split)
        if class_weight is not None:
            train.apply_class_weight(class_weight)
        self.history = fitting.fit(self, train, held_out, plan, callbacks or ())
        return self.history

    @final
    def train_on_batch(
        self, x: Any, y: Any, sample_weight: Any = None, class_weight: Any = None
    ) -> float:
        """Take one step on all of x and y at once, and return the loss before it."""
        self.prepare(x)
        examples = Examples(self, x, y, sample_weight)
        if class_weight is not None:
            examples.apply_class_weight(class_weight)
        with np.errstate(over="ignore"):
            total, _, _ = self.compiled.train(Batch(examples.x, examples.y, examples.weights))
        return float(total)

    @final
    def gradients(self, x: Any, y: Any, sample_weight: Any = None) -> tuple[float, list[Array]]:
        """Return loss and gradients for these examples, without a step.

        There is one gradient for each of `trainable_weights`; penalties are part of both.
        """
        self.prepare(x)
        examples = Examples(self, x, y, sample_weight)
        compiled = self.compiled
        before = compiled.parameters.vector.copy()  # batch normalisation moves its averages
        batch = Batch(examples.x, examples.y, examples.weights)
        with np.errstate(over="ignore"):
            total, _, _ = compiled.differentiate(batch)
        compiled.parameters.vector[:] = before
        return float(total), [np.array(w.gradient) for w in compiled.parameters.learning]

    @final
    def evaluate(
        self,
        x: Any = None,
        y: Any = None,
        batch_size: int | None = None,
        verbose: int | str = 0,  # noqa: ARG002  # Keras's place for it
        sample_weight: Any = None,
        return_dict: bool = False,
    ) -> Any:
        """Return the loss on these examples; with metrics, a list or a dict of all of them."""
        size = _batch_size("evaluate", batch_size, _ALL_AT_ONCE)
        self.prepare(x)
        logs = self.compiled.evaluate(Examples(self, x, y, sample_weight), size)
        if return_dict:
            return logs
        return logs["loss"] if len(logs) == 1 else list(logs.values())

    @final
    def predict(self, x: Any, batch_size: int | None = None, verbose: int | str = 0) -> Any:  # noqa: ARG002
        """Return the predictions, an array or one for each output, as at inference."""
        size = _batch_size("predict", batch_size, _ALL_AT_ONCE)
        self.prepare(x)
        arrays = inputs(self.inputs, x, self.dtype)
        starts = range(0, max(len(arrays[0]), 1), size)
        plan = Plan(self.graph)
        parts = [self._forward(plan, [a[s : s + size] for a in arrays], False) for s in starts]
        whole = [np.concatenate(part) for part in zip(*parts, strict=True)]
        return whole[0] if len(whole) == 1 else whole

    @final
    def __call__(self, x: Any, training: bool = False) -> Any:
        """Apply the network to arrays; or, given symbols, use its layers inside a larger one."""
        given = list(x) if isinstance(x, list | tuple) else [x]
        if isinstance(given[0], Symbol):
            return self._inlined(given)
        self.prepare(x)
        outputs = self._forward(Plan(self.graph), inputs(self.inputs, x, self.dtype), training)
        return outputs[0] if len(outputs) == 1 else outputs

    @staticmethod
    def _forward(plan: Plan, arrays: list[Array], training: bool) -> list[Array]:
        with np.errstate(over="ignore"):  # the sigmoid's way of getting to 0
            return plan.forward(arrays, training)[0]

    def _inlined(self, given: list[Symbol]) -> Any:
        here = dict(zip(map(id, self.inputs), given, strict=True))
        for node in self.graph.nodes:
            symbols = [here[id(symbol)] for symbol in node.inputs]
            shapes = [symbol.shape for symbol in symbols]
            shape = node.layer.connect(shapes if node.layer.merges else shapes[0])
            here[id(node.output)] = Node(node.layer, symbols, shape).output
        outputs = [here[id(symbol)] for symbol in self.outputs]
        return outputs[0] if len(outputs) == 1 else outputs

    @property
    def weights(self) -> list[Weight]:
        """All weights, layer by layer."""
        return [weight for layer in self.layers for weight in layer.weights]

    @property
    def trainable_weights(self) -> list[Weight]:
        """The weights that learn, layer by layer."""
        return [weight for layer in self.layers for weight in layer.trainable_weights]

    @final
    def get_weights(self) -> list[Array]:
        """Return copies of all weights, layer by layer, each layer's in the order it made them."""
        return [weight.numpy() for weight in self.weights]

    @final
    def set_weights(self, values: Sequence[Any]) -> None:
        """Overwrite all weights.

        Raises:
            ValueError: for another number of arrays, or other shapes.
        """
        if len(values) != len(self.weights):
            raise ValueError(
                f"{self.name} has {len(self.weights)} weights, and was given {len(values)}"
            )
        rest = list(values)
        for layer in self.layers:
            n = len(layer.weights)
            layer.set_weights(rest[:n])
            rest = rest[n:]

    @final
    def count_params(self) -> int:
        """Return how many numbers the network holds."""
        return sum(layer.count_params() for layer in self.layers)

    @final
    def get_layer(self, name: str | None = None, index: int | None = None) -> Layer:
        """Return the layer of that name, or at that place.

        Raises:
            ValueError: if there is none.
        """
        if index is not None:
            return self.layers[index]
        for layer in self.layers:
            if layer.name == name:
                return layer
        raise ValueError(f"no layer is called {name!r}; they are {[x.name for x in self.layers]}")

    @property
    def trainable(self) -> bool:
        """Whether any layer learns; setting it freezes or thaws all of them."""
        return any(layer.trainable for layer in self.layers)

    @trainable.setter
    def trainable(self, value: bool) -> None:
        for layer in self.layers:
            layer.trainable = value

    @final
    def summary(self, print_fn: Callable[[str], Any] = print) -> None:
        """Print a table of the layers, their output shapes and their numbers of parameters."""
        print_fn(summary.table(self))

    @final
    def save(self, filepath: str | os.PathLike[str], overwrite: bool = True) -> None:
        """Write layers, weights, optimizer and its state into one file, which `load_model` reads.

        The file is put in place in one stroke: whatever happens, the old one or the new one is
        there, and whole.
        """
        from chainrule.models import saving  # noqa: PLC0415  # it draws networks, so it needs them

        saving.save(self, filepath, overwrite=overwrite)

    @final
    def save_weights(self, filepath: str | os.PathLike[str], overwrite: bool = True) -> None:
        """Write the weights alone."""
        from chainrule.models import saving  # noqa: PLC0415

        saving.save_weights(self, filepath, overwrite=overwrite)

    @final
    def load_weights(self, filepath: str | os.PathLike[str]) -> None:
        """Read weights that `save_weights` or `save` has written."""
        from chainrule.models import saving  # noqa: PLC0415

        saving.load_weights(self, filepath)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} name={self.name}, layers={len(self.layers)}>"


def _batch_size(method: str, given: Any, default: int, name: str = "batch_size") -> int:
    return default if given is None else check_integer(method, name, given, 1)
