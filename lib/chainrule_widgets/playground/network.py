"""From knobs to a network: the course's own layers, loss and optimizer, one after the other."""

from typing import Any, Final, NamedTuple

from chainrule import initializers, losses, optimizers
from chainrule.layers import Activation, BatchNormalization, Dense, Dropout, Layer
from chainrule.models import Sequential
from chainrule.optimizers import schedules
from chainrule.regularizers import L1L2

from chainrule_widgets.playground.data import Data
from chainrule_widgets.playground.state import ACTIVATIONS, State
from chainrule_widgets.playground.user_content import Own, OwnActivation

SMALL: Final = 0.05
LARGE: Final = 1.5
_DECAY_STEPS: Final = 1000
_CYCLE_STEPS: Final = 5000


class Net(NamedTuple):
    """A compiled model, and of each stage the dense layer and its activation layer."""

    model: Sequential
    dense: list[Dense]
    activations: list[Layer]


def build(state: State, data: Data, own: Own, inputs: int) -> Net:
    """Return the network of a state; the same state gives the same weights.

    Raises:
        ValueError: for an activation that nobody has brought along.
    """
    dense, activations, layers = [], [], list[Layer]()
    for i, (activation, units) in enumerate(state.layers):
        dense.append(_dense(state, i, units))
        activations.append(_activation(activation, own, f"activation_{i}"))
        layers.append(dense[-1])
        if state.batch_norm:
            # Runs are short here: moving averages that remember ten batches keep up with them.
            layers.append(BatchNormalization(momentum=0.9, name=f"norm_{i}"))
        layers.append(activations[-1])
        if state.dropout:
            layers.append(Dropout(state.dropout, seed=_seed(state, i) + 500, name=f"drop_{i}"))
    last = len(state.layers)
    dense.append(_dense(state, last, data.classes if data.classes > 2 else 1))
    activations.append(Activation(_output(data), name="output"))
    model = Sequential([*layers, dense[-1], activations[-1]], name="playground")
    model.build((1, inputs))
    model.compile(optimizer(state), loss(state, data))
    return Net(model, dense, activations)


def _seed(state: State, layer: int) -> int:
    return 1000 * state.seed + layer


def _dense(state: State, layer: int, units: int) -> Dense:
    penalty = L1L2(state.l1, state.l2) if state.l1 or state.l2 else None
    start = _initializer(state.initializer, _seed(state, layer))
    return Dense(units, kernel_initializer=start, kernel_regularizer=penalty, name=f"dense_{layer}")


def _initializer(name: str, seed: int) -> initializers.Initializer:
    match name:
        case "zeros":
            return initializers.Zeros()
        case "small_normal":
            return initializers.RandomNormal(stddev=SMALL, seed=seed)
        case "large_normal":
            return initializers.RandomNormal(stddev=LARGE, seed=seed)
        case "xavier":
            return initializers.Xavier(seed=seed)
        case "he_normal":
            return initializers.HeNormal(seed=seed)
    return initializers.GlorotUniform(seed=seed)


def _activation(activation: str, own: Own, name: str) -> Layer:
    if activation in own.activations:
        return OwnActivation(own.activations[activation], name=name)
    if activation not in ACTIVATIONS:
        raise ValueError(
            f"there is no activation {activation!r}. If it is your own, bring it along: "
            f'Playground(own={{"{activation}": your_function}})'
        )
    return Activation(activation, name=name)


def _output(data: Data) -> str:
    if not data.classes:
        return "linear"
    return "softmax" if data.classes > 2 else "sigmoid"


def loss(state: State, data: Data) -> losses.Loss:
    """Return the loss; a regression has no cross-entropy and takes the squared error."""
    if state.loss == "mae":
        return losses.MeanAbsoluteError()
    if state.loss == "mse" or not data.classes:
        return losses.MeanSquaredError()
    return losses.CategoricalCrossentropy() if data.classes > 2 else losses.BinaryCrossentropy()


def schedule(state: State) -> float | schedules.LearningRateSchedule:
    """Return the learning rate, or how it changes with the steps."""
    rate = state.learning_rate
    match state.schedule:
        case "exponential":
            return schedules.ExponentialDecay(rate, _DECAY_STEPS, 0.5)
        case "inverse_time":
            return schedules.InverseTimeDecay(rate, _DECAY_STEPS, 1.0)
        case "polynomial":
            return schedules.PolynomialDecay(rate, _CYCLE_STEPS, rate / 100)
        case "cosine":
            return schedules.CosineDecay(rate, _CYCLE_STEPS)
    return rate


def optimizer(state: State) -> optimizers.Optimizer:
    """Return a new optimizer."""
    rate: Any = schedule(state)
    match state.optimizer:
        case "momentum":
            return optimizers.SGD(rate, momentum=0.9)
        case "nesterov":
            return optimizers.SGD(rate, momentum=0.9, nesterov=True)
        case "adagrad":
            return optimizers.Adagrad(rate)
        case "adadelta":
            return optimizers.Adadelta(rate)
        case "rmsprop":
            return optimizers.RMSprop(rate)
        case "adam":
            return optimizers.Adam(rate)
    return optimizers.SGD(rate)
