"""The problem set's rules, as a student would write them."""

from types import SimpleNamespace

import numpy as np
import pytest


def sgd(w, g, state, learning_rate):
    return w - learning_rate * g, state


def momentum(w, g, state, learning_rate, momentum=0.9):
    accumulator = momentum * state.get("accumulator", 0) + g
    return w - learning_rate * accumulator, {"accumulator": accumulator}


def nesterov(w, g, state, learning_rate, momentum=0.9):
    velocity = momentum * state.get("velocity", 0) - learning_rate * g
    return w + momentum * velocity - learning_rate * g, {"velocity": velocity}


def adagrad(w, g, state, learning_rate, epsilon=1e-7):
    squares = state.get("squares", 0) + g**2
    return w - learning_rate * g / np.sqrt(squares + epsilon), {"squares": squares}


def rmsprop(w, g, state, learning_rate, rho=0.9, epsilon=1e-7):
    squares = rho * state.get("squares", 0) + (1 - rho) * g**2
    return w - learning_rate * g / np.sqrt(squares + epsilon), {"squares": squares}


def adadelta(w, g, state, learning_rate, rho=0.95, epsilon=1e-7):
    squares = rho * state.get("squares", 0) + (1 - rho) * g**2
    steps = state.get("steps", 0)
    step = g * np.sqrt(steps + epsilon) / np.sqrt(squares + epsilon)
    steps = rho * steps + (1 - rho) * step**2
    return w - learning_rate * step, {"squares": squares, "steps": steps}


def adam(w, g, state, learning_rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    t = state.get("t", 0) + 1
    m = beta_1 * state.get("m", 0) + (1 - beta_1) * g
    v = beta_2 * state.get("v", 0) + (1 - beta_2) * g**2
    m_hat, v_hat = m / (1 - beta_1**t), v / (1 - beta_2**t)
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon), {"m": m, "v": v, "t": t}


@pytest.fixture(scope="session")
def right():
    """Every rule, right, in the signature of the tasks."""
    rules = (sgd, momentum, nesterov, adagrad, rmsprop, adadelta, adam)
    return SimpleNamespace(all={rule.__name__: rule for rule in rules}, adam=adam, sgd=sgd)
