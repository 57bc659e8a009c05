"""One training step of the same network in each library: the same layers, loss, optimizer, data.

The learning rate is tiny, so that after many thousands of steps on one batch the numbers are still
those of a training that has just begun, and not of one that is long over.

Each class takes a `Race` and has a method `steps(n)`. All compute in the race's dtype, and all have
their data in their own kind of array before the clock starts.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np

RATE = 1e-6


@dataclass(frozen=True)
class Race:
    """What is to be trained."""

    sizes: tuple[int, ...]
    batch: int
    optimizer: str
    dtype: str = "float32"

    @property
    def name(self):
        return f"{'-'.join(map(str, self.sizes))}, batch {self.batch}, {self.optimizer}"

    @property
    def binary(self):
        return self.sizes[-1] == 1

    def data(self):
        """Return x and one-hot (or 0/1) y."""
        rng = np.random.default_rng(0)
        x = rng.normal(size=(self.batch, self.sizes[0])).astype(self.dtype)
        labels = rng.integers(0, 2 if self.binary else self.sizes[-1], self.batch)
        rows = labels[:, None] if self.binary else np.eye(self.sizes[-1])[labels]
        return x, rows.astype(self.dtype), labels


class Chainrule:
    """This library."""

    def __init__(self, race):
        from chainrule import layers, models, optimizers
        from chainrule.trainers.examples import Batch

        chosen = {
            "SGD": lambda: optimizers.SGD(RATE),
            "momentum": lambda: optimizers.SGD(RATE, momentum=0.9),
            "Adam": lambda: optimizers.Adam(RATE),
        }[race.optimizer]()
        last = "sigmoid" if race.binary else "softmax"
        model = models.Sequential([layers.Input(race.sizes[:1], dtype=race.dtype)])
        for width in race.sizes[1:-1]:
            model.add(layers.Dense(width, activation="relu", dtype=race.dtype))
        model.add(layers.Dense(race.sizes[-1], activation=last, dtype=race.dtype))
        loss = "binary_crossentropy" if race.binary else "categorical_crossentropy"
        model.compile(chosen, loss)
        x, y, _ = race.data()
        self.train, self.batch = model.compiled.train, Batch([x], [y], [None])

    def steps(self, n):
        for _ in range(n):
            self.train(self.batch)


class PyTorch:
    """PyTorch, eager, with the fastest of its forms of the optimizer (tried once)."""

    def __init__(self, race):
        import torch
        from torch import nn

        torch.set_num_threads(1)
        kind = getattr(torch, race.dtype)
        parts = []
        for n_in, n_out in zip(race.sizes[:-2], race.sizes[1:-1], strict=True):
            parts += [nn.Linear(n_in, n_out, dtype=kind), nn.ReLU()]
        parts.append(nn.Linear(race.sizes[-2], race.sizes[-1], dtype=kind))
        self.model = nn.Sequential(*parts)
        self.loss = nn.BCEWithLogitsLoss() if race.binary else nn.CrossEntropyLoss()
        x, y, labels = race.data()
        self.x = torch.from_numpy(x)
        self.y = torch.from_numpy(y) if race.binary else torch.from_numpy(labels)
        self.optimizer = self._fastest(race)

    def _fastest(self, race):
        import time

        import torch

        make = {
            "SGD": lambda **how: torch.optim.SGD(self.model.parameters(), RATE, **how),
            "momentum": lambda **how: torch.optim.SGD(
                self.model.parameters(), RATE, momentum=0.9, **how
            ),
            "Adam": lambda **how: torch.optim.Adam(self.model.parameters(), RATE, **how),
        }[race.optimizer]
        tried = []
        for how in ({"foreach": False}, {"foreach": True}, {"fused": True}):
            self.optimizer = make(**how)
            self.steps(5)
            start = time.perf_counter()
            self.steps(20)
            tried.append((time.perf_counter() - start, len(tried), self.optimizer))
        return min(tried)[2]

    def steps(self, n):
        for _ in range(n):
            self.optimizer.zero_grad()
            self.loss(self.model(self.x), self.y).backward()
            self.optimizer.step()


class Jax:
    """The whole step compiled by JAX, weights donated."""

    def __init__(self, race):
        import jax
        import jax.numpy as jnp

        jax.config.update("jax_enable_x64", race.dtype == "float64")
        x, y, _ = race.data()
        rng = np.random.default_rng(1)
        pairs = zip(race.sizes[:-1], race.sizes[1:], strict=True)
        weights = [
            (jnp.array(rng.normal(size=p).astype(race.dtype) / 10), jnp.zeros(p[1], race.dtype))
            for p in pairs
        ]

        def loss(weights, x, y):
            for w, b in weights[:-1]:
                x = jax.nn.relu(x @ w + b)
            z = x @ weights[-1][0] + weights[-1][1]
            if race.binary:
                return jnp.mean(jax.nn.softplus(z) - z * y)
            return -jnp.mean(jnp.sum(y * jax.nn.log_softmax(z), axis=-1))

        update = {"SGD": _jax_sgd, "momentum": _jax_momentum, "Adam": _jax_adam}[race.optimizer]

        def step(weights, state, x, y):
            value, grads = jax.value_and_grad(loss)(weights, x, y)
            weights, state = update(jax, jnp, weights, grads, state)
            return weights, state, value

        zeros = jax.tree.map(jnp.zeros_like, weights)
        ones = jax.tree.map(jnp.zeros_like, weights)
        self.step = jax.jit(step, donate_argnums=(0, 1))
        self.weights, self.state = weights, (zeros, ones, jnp.zeros((), race.dtype))
        self.x, self.y = jnp.array(x), jnp.array(y)

    def steps(self, n):
        for _ in range(n):
            self.weights, self.state, value = self.step(self.weights, self.state, self.x, self.y)
        value.block_until_ready()


def _jax_sgd(jax, _jnp, weights, grads, state):
    return jax.tree.map(lambda w, g: w - RATE * g, weights, grads), state


def _jax_momentum(jax, _jnp, weights, grads, state):
    v = jax.tree.map(lambda v, g: 0.9 * v - RATE * g, state[0], grads)
    return jax.tree.map(lambda w, v: w + v, weights, v), (v, *state[1:])


def _jax_adam(jax, jnp, weights, grads, state):
    m, v, t = state
    t = t + 1
    m = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, m, grads)
    v = jax.tree.map(lambda v, g: 0.999 * v + 0.001 * g * g, v, grads)
    alpha = RATE * jnp.sqrt(1 - 0.999**t) / (1 - 0.9**t)
    new = jax.tree.map(lambda w, m, v: w - alpha * m / (jnp.sqrt(v) + 1e-7), weights, m, v)
    return new, (m, v, t)


class Keras:
    """Keras 3 on JAX, by train_on_batch."""

    def __init__(self, race):
        import keras

        keras.config.set_floatx(race.dtype)
        last = "sigmoid" if race.binary else "softmax"
        model = keras.Sequential([keras.Input(race.sizes[:1])])
        for width in race.sizes[1:-1]:
            model.add(keras.layers.Dense(width, activation="relu"))
        model.add(keras.layers.Dense(race.sizes[-1], activation=last))
        optimizer = {
            "SGD": lambda: keras.optimizers.SGD(RATE),
            "momentum": lambda: keras.optimizers.SGD(RATE, momentum=0.9),
            "Adam": lambda: keras.optimizers.Adam(RATE),
        }[race.optimizer]()
        model.compile(
            optimizer, "binary_crossentropy" if race.binary else "categorical_crossentropy"
        )
        self.model = model
        self.x, self.y, _ = race.data()

    def steps(self, n):
        for _ in range(n):
            self.model.train_on_batch(self.x, self.y)


class ScikitLearn:
    """scikit-learn's MLPClassifier, by partial_fit on one batch."""

    def __init__(self, race):
        from sklearn.neural_network import MLPClassifier

        solver = {"SGD": ("sgd", 0.0), "momentum": ("sgd", 0.9), "Adam": ("adam", 0.9)}
        name, momentum = solver[race.optimizer]
        self.model = MLPClassifier(
            race.sizes[1:-1],
            solver=name,
            momentum=momentum,
            nesterovs_momentum=False,
            alpha=0.0,
            learning_rate_init=RATE,
            batch_size=race.batch,
        )
        self.x, _, self.y = race.data()
        self.classes = np.arange(2 if race.binary else race.sizes[-1])

    def steps(self, n):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for _ in range(n):
                self.model.partial_fit(self.x, self.y, classes=self.classes)


class Products:
    """The matrix products of one step and nothing else, by NumPy or by PyTorch."""

    def __init__(self, race, library):
        rng = np.random.default_rng(0)
        arrays = []
        for i, (n_in, n_out) in enumerate(zip(race.sizes[:-1], race.sizes[1:], strict=True)):
            shapes = [
                ((race.batch, n_in), (n_in, n_out)),
                ((n_in, race.batch), (race.batch, n_out)),
            ]
            if i:
                shapes.append(((race.batch, n_out), (n_out, n_in)))
            arrays += [[rng.normal(size=s).astype(race.dtype) for s in pair] for pair in shapes]
        # As in the step: the second product has the first factor transposed, the third the second.
        turned = [
            (a if i % 3 != 1 else np.ascontiguousarray(a.T).T, b) for i, (a, b) in enumerate(arrays)
        ]
        self.pairs = turned
        self.multiply = np.dot
        if library == "torch":
            import torch

            self.pairs = [(torch.from_numpy(a), torch.from_numpy(b)) for a, b in turned]
            self.multiply = torch.mm

    def steps(self, n):
        multiply = self.multiply
        for _ in range(n):
            for a, b in self.pairs:
                multiply(a, b)
