"""What else the library costs: its import, the memory of a step, a cold start on digits."""

from __future__ import annotations

import itertools
import statistics
import subprocess
import sys
import time
import tracemalloc

COLD = {
    "chainrule": """
import numpy as np
from chainrule import datasets, layers, models
X, y = datasets.digits()
m = models.Sequential([layers.Dense(32, activation="relu", input_shape=(64,)),
                       layers.Dense(10, activation="softmax")])
m.compile("adam", "sparse_categorical_crossentropy")
m.fit(X / 16, y, batch_size=32, epochs=20, verbose=0)
""",
    "scikit-learn": """
import warnings; warnings.simplefilter("ignore")
from sklearn.datasets import load_digits
from sklearn.neural_network import MLPClassifier
X, y = load_digits(return_X_y=True)
MLPClassifier((32,), batch_size=32, max_iter=20, alpha=0.0).fit(X / 16, y)
""",
    "PyTorch": """
import torch
from chainrule import datasets
torch.set_num_threads(1)
X, y = datasets.digits()
X, y = torch.from_numpy(X / 16).float(), torch.from_numpy(y)
m = torch.nn.Sequential(torch.nn.Linear(64, 32), torch.nn.ReLU(), torch.nn.Linear(32, 10))
o, l = torch.optim.Adam(m.parameters()), torch.nn.CrossEntropyLoss()
for _ in range(20):
    for i in torch.randperm(len(X)).split(32):
        o.zero_grad(); l(m(X[i]), y[i]).backward(); o.step()
""",
    "JAX": """
import jax, jax.numpy as jnp, numpy as np
from chainrule import datasets
X, y = datasets.digits()
X, y, rng = (X / 16).astype("f"), np.eye(10, dtype="f")[y], np.random.default_rng(0)
W = [jnp.array(rng.normal(size=s).astype("f") / 8) for s in ((64, 32), (32,), (32, 10), (10,))]
def loss(W, x, y):
    z = jax.nn.relu(x @ W[0] + W[1]) @ W[2] + W[3]
    return -jnp.mean(jnp.sum(y * jax.nn.log_softmax(z), axis=-1))
@jax.jit
def step(W, m, v, t, x, y):
    g = jax.grad(loss)(W, x, y)
    m = [0.9 * m + 0.1 * g for m, g in zip(m, g)]
    v = [0.999 * v + 0.001 * g * g for v, g in zip(v, g)]
    a = 0.001 * jnp.sqrt(1 - 0.999**t) / (1 - 0.9**t)
    return [w - a * m / (jnp.sqrt(v) + 1e-7) for w, m, v in zip(W, m, v)], m, v
m = v = [jnp.zeros_like(w) for w in W]
t = 0.0
for _ in range(20):
    order = rng.permutation(len(X))
    for i in range(0, len(X), 32):
        t += 1
        W, m, v = step(W, m, v, t, X[order[i:i + 32]], y[order[i:i + 32]])
W[0].block_until_ready()
""",
    "Keras": """
import keras
from chainrule import datasets
X, y = datasets.digits()
m = keras.Sequential([keras.Input((64,)), keras.layers.Dense(32, activation="relu"),
                      keras.layers.Dense(10, activation="softmax")])
m.compile("adam", "sparse_categorical_crossentropy")
m.fit(X / 16, y, batch_size=32, epochs=20, verbose=0)
""",
}


def seconds_of(code, rounds):
    """Return the median time of each program, run in turns; None for one that fails."""
    times = {name: [] for name in code}
    for _ in range(rounds):
        for name, program in code.items():
            start = time.perf_counter()
            command = [sys.executable, "-c", program]
            done = subprocess.run(command, capture_output=True, check=False)
            times[name].append(time.perf_counter() - start if done.returncode == 0 else None)
    return {n: None if None in t else statistics.median(t) for n, t in times.items()}


def memory_ratio(sizes=(784, 512, 512, 10), batch=4096):
    """Return the peak of a full-batch step ÷ (activations and weights, each with gradients)."""
    from contestants import Chainrule, Race

    race = Race(sizes, batch, "SGD")
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    entrant = Chainrule(race)
    entrant.steps(2)
    data = batch * (sizes[0] + sizes[-1]) * 4
    tracemalloc.reset_peak()
    entrant.steps(1)
    peak = tracemalloc.get_traced_memory()[1] - before - data
    tracemalloc.stop()
    activations = batch * sum(sizes[1:]) * 4
    weights = sum((a + 1) * b for a, b in itertools.pairwise(sizes)) * 4
    return peak / (2 * activations + 2 * weights)


def report():
    """Print the costs beside their goals."""
    from imports import import_ratios

    bare, full = import_ratios()
    print(
        f"import chainrule ÷ import numpy: {bare:.2f} (goal ≤ 1.2); with every part: {full:.2f} "
        "(goal ≤ 1.2)"
    )
    print(f"peak ÷ activations, gradients and weights: {memory_ratio():.2f} (goal ≤ 1.5)")
    cold = seconds_of(COLD, rounds=3)
    own = cold.pop("chainrule")
    print(f"cold start and 20 epochs on digits: {own * 1e3:.0f} ms (goal: 10 × faster than peers)")
    for name, value in cold.items():
        print(f"  {name}: " + ("not here" if value is None else f"{value / own:.1f} × as long"))
