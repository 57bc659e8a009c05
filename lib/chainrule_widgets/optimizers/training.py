"""Train one network on digits with any optimizer, the library's or a student's."""

from functools import cache
from typing import Final

import numpy as np
from chainrule.datasets import digits
from chainrule.initializers import GlorotUniform
from chainrule.layers import Dense, Input
from chainrule.models import Sequential
from chainrule.optimizers import Optimizer

from chainrule_widgets.optimizers.rules import RULES, Array, Rule
from chainrule_widgets.optimizers.user_steps import step_own
from chainrule_widgets.user_function import silenced

RATES: Final = tuple(float(f"{10**power:.1e}") for power in np.arange(-4, 1.6, 0.5))
EPOCHS: Final = 10
_BATCH: Final = 50
_TRAIN: Final = 600
_TEST: Final = 400


@cache
def images() -> tuple[Array, Array, Array, Array]:
    """Return training and test digits with their labels, grey values from 0 to 1."""
    X, y = digits()
    order = np.random.default_rng(0).permutation(len(X))[: _TRAIN + _TEST]
    X, y = X[order] / 16, y[order]
    return X[:_TRAIN], y[:_TRAIN], X[_TRAIN:], y[_TRAIN:]


def new_net(optimizer: Optimizer) -> Sequential:
    """Return the network with the same initial weights for every optimizer."""
    net = Sequential(
        [
            Input((64,)),
            Dense(24, activation="relu", kernel_initializer=GlorotUniform(seed=1)),
            Dense(10, activation="softmax", kernel_initializer=GlorotUniform(seed=2)),
        ]
    )
    net.compile(optimizer, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


def train(rule: str, rate: float) -> tuple[Array, float]:
    """Train with an optimizer of the library; return the losses and the test accuracy."""
    X, y, X_test, y_test = images()
    net = new_net(RULES[rule](rate))
    losses = [net.evaluate(X, y)[0]]
    with np.errstate(all="ignore"):  # some learning rates are too large on purpose
        for _ in range(EPOCHS):
            net.fit(X, y, batch_size=_BATCH, shuffle=False, verbose=0)
            losses.append(net.evaluate(X, y)[0])
        return np.array(losses), float(net.evaluate(X_test, y_test)[1])


def train_own(own: Rule, rate: float) -> tuple[Array, float]:
    """Train with a student's optimizer, one state for each weight array; return the same.

    Raises:
        UnusableError: if the optimizer fails; the message says in which step.
    """
    X, y, X_test, y_test = images()
    net = new_net(RULES["sgd"](rate))
    weights = net.get_weights()
    states: list[object] = [{} for _ in weights]
    losses, step = [net.evaluate(X, y)[0]], 0
    with silenced():
        for _ in range(EPOCHS):
            for start in range(0, _TRAIN, _BATCH):
                step += 1
                batch = slice(start, start + _BATCH)
                _, gradients = net.gradients(X[batch], y[batch])
                for i, g in enumerate(gradients):
                    weights[i], states[i] = step_own(own, weights[i], g, states[i], rate, step)
                net.set_weights(weights)
            losses.append(net.evaluate(X, y)[0])
        return np.array(losses), float(net.evaluate(X_test, y_test)[1])


@cache
def table() -> tuple[Array, Array]:
    """Return losses (rules, rates, epochs + 1) and accuracies (rules, rates) of 84 networks."""
    runs = [[train(rule, rate) for rate in RATES] for rule in RULES]
    losses = np.array([[losses for losses, _ in row] for row in runs])
    return losses, np.array([[accuracy for _, accuracy in row] for row in runs])
