"""Right heads and right sums are right, however they are found."""

import math

import numpy as np
import pytest
from chainrule_grader import check
from chainrule_grader.judging.verdict import Kind


def _by_example(features, y, rng):
    """Step after every example, from small random weights."""
    m, k = features.shape[1], len(set(y.tolist()))
    W, b = rng.normal(0, 0.01, (m, k)), np.zeros(k)
    for _ in range(30):
        for i in rng.permutation(len(y)):
            z = features[i] @ W + b
            p = np.exp(z - z.max()) / np.exp(z - z.max()).sum()
            p[y[i]] -= 1
            W = W - 0.05 * np.outer(features[i], p)
            b = b - 0.05 * p
    return W, b


def _batches_momentum(features, y, rng):
    k = np.unique(y).size
    Y = (y[:, None] == np.arange(k)).astype(np.float32)
    W = np.zeros((features.shape[1], k), dtype=np.float32)
    b, vW, vb = np.zeros(k, dtype=np.float32), 0, 0
    F = features.astype(np.float32)
    for _ in range(60):
        order = rng.permutation(len(F))
        for start in range(0, len(F), 16):
            at = order[start : start + 16]
            z = F[at] @ W + b
            e = np.exp(z - z.max(1, keepdims=True))
            d = (e / e.sum(1, keepdims=True) - Y[at]) / len(at)
            vW, vb = 0.9 * vW - 0.05 * (F[at].T @ d), 0.9 * vb - 0.05 * d.sum(0)
            W, b = W + vW, b + vb
    return [W, b.tolist()]


def _with_a_column_of_ones(features, y, rng):
    F = np.column_stack([features, np.ones(len(features))])
    Y = np.eye(y.max() + 1)[y]
    V = rng.normal(0, 0.1, (F.shape[1], Y.shape[1]))
    for _ in range(500):
        e = np.exp(F @ V)
        V = V - 0.2 * np.einsum("ni,nk->ik", F, e / e.sum(1, keepdims=True) - Y) / len(F)
    return V[:-1].tolist(), V[-1]


def _nearest_mean(features, y, rng):
    means = np.array([features[y == k].mean(0) for k in range(max(y) + 1)])
    return means.T, -0.5 * (means**2).sum(1)


def _loop(losses, weights):
    total = 0
    for loss, weight in zip(losses, weights, strict=True):
        total += loss * weight
    return total


ANSWERS = {
    "transfer": {
        "by-example": _by_example,
        "batches-momentum": _batches_momentum,
        "a-column-of-ones": _with_a_column_of_ones,
        "nearest-mean": _nearest_mean,
    },
    "multitask_loss": {
        "loop": _loop,
        "matrix": lambda losses, weights: losses @ weights,
        "python": lambda losses, weights: math.fsum(
            float(a) * float(b) for a, b in zip(losses, weights, strict=True)
        ),
        "einsum": lambda losses, weights: np.einsum("i,i", losses, weights),
        "single": lambda losses, weights: np.float32(losses @ weights),
    },
}
CASES = [
    pytest.param(task, answer, id=f"{task}-{name}")
    for task, answers in ANSWERS.items()
    for name, answer in answers.items()
]


@pytest.mark.parametrize(("task", "answer"), CASES)
def test_a_right_answer_is_right(task, answer):
    """Whoever finds a good head, or the right sum, gets every point."""
    result = check(f"beyond/{task}", answer)
    assert (Kind.CORRECT, 1.0) == (result.verdict.kind, float(result)), result.verdict.message
