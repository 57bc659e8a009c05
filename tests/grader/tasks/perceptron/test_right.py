"""A right perceptron is right however it is written: loops, lists, einsum, single precision."""

import math

import numpy as np
import pytest
from chainrule_grader import check
from chainrule_grader.judging.verdict import Kind


def _sum_in_loops(X, w, b):
    sums = []
    for row in X:
        z = b
        for j in range(len(w)):
            z = z + row[j] * w[j]
        sums.append(z)
    return sums


def _sum_into_zeros(X, w, b):
    z = np.zeros(X.shape[0])
    for i in range(X.shape[0]):
        z[i] = np.dot(X[i], w) + b
    return z


def _sigmoid(z):
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    return math.exp(z) / (1 + math.exp(z))


def _perceptron_in_loops(X, w, b):
    return [_sigmoid(z) for z in _sum_in_loops(X, w, b)]


def _decide_in_a_loop(p, threshold=0.5):
    answers = []
    for value in p:
        if value > threshold:
            answers.append(1)
        else:
            answers.append(0)
    return answers


def _decide_by_mask(p, threshold=0.5):
    answers = np.zeros_like(p)
    answers[p > threshold] = 1
    return answers


def _dense_in_loops(X, W, b):
    Z = np.zeros((X.shape[0], W.shape[1]))
    for i in range(X.shape[0]):
        for k in range(W.shape[1]):
            for j in range(W.shape[0]):
                Z[i, k] += X[i, j] * W[j, k]
            Z[i, k] += b[k]
    return Z


def _dense_with_ones(X, W, b):
    return np.hstack([np.ones((len(X), 1)), X]) @ np.vstack([b, W])


ANSWERS = {
    "weighted_sum": {
        "loops": _sum_in_loops,
        "into-zeros": _sum_into_zeros,
        "einsum": lambda X, w, b: np.einsum("ij,j->i", X, w) + b,
        "dot": lambda X, w, b: b + np.dot(X, w),
        "products": lambda X, w, b: np.sum(X * w, axis=1) + b,
        "weights-first": lambda X, w, b: w @ X.T + b,
        "column": lambda X, w, b: (X @ w.reshape(-1, 1) + b).flatten(),
        "with-ones": lambda X, w, b: np.c_[np.ones(len(X)), X] @ np.r_[b, w],
        "single": lambda X, w, b: X.astype(np.float32) @ w.astype(np.float32) + np.float32(b),
        "list": lambda X, w, b: (X @ w + b).tolist(),
        "tuple": lambda X, w, b: tuple(X @ w + b),
        "comprehension": lambda X, w, b: [
            sum(x * v for x, v in zip(row, w, strict=True)) + b for row in X
        ],
        "generator": lambda X, w, b: (row @ w + b for row in X),
    },
    "perceptron": {
        "loops": _perceptron_in_loops,
        "formula": lambda X, w, b: 1 / (1 + np.exp(-(X @ w + b))),
        "clipped": lambda X, w, b: 1 / (1 + np.exp(-np.clip(X @ w + b, -500, 500))),
        "tanh": lambda X, w, b: 0.5 + 0.5 * np.tanh((X @ w + b) / 2),
        "single": lambda X, w, b: 1 / (1 + np.exp(-(X @ w + b).astype(np.float32))),
        "vectorize": lambda X, w, b: np.vectorize(_sigmoid, otypes=[float])(X @ w + b),
        "einsum": lambda X, w, b: 1 / (1 + np.exp(-np.einsum("ij,j", X, w) - b)),
        "logaddexp": lambda X, w, b: np.exp(-np.logaddexp(0, -(X @ w) - b)),
    },
    "decide": {
        "comparison": lambda p, threshold=0.5: p > threshold,
        "integers": lambda p, threshold=0.5: (p > threshold).astype(int),
        "loop": _decide_in_a_loop,
        "mask": _decide_by_mask,
        "where-reversed": lambda p, threshold=0.5: np.where(p <= threshold, 0, 1),
        "heaviside": lambda p, threshold=0.5: np.heaviside(p - threshold, 0),
        "single": lambda p, threshold=0.5: (p > threshold).astype(np.float32),
        "ceiling": lambda p, threshold=0.5: np.ceil(np.clip(p - threshold, 0, 1)),
        "list": lambda p, threshold=0.5: [int(v > threshold) for v in p],
        "other-name": lambda probabilities, t=0.5: 1 * (probabilities > t),
    },
    "decision_line": {
        "slope-and-height": lambda w, b, x1: -w[0] / w[1] * x1 - b / w[1],
        "minus-each": lambda w, b, x1: (-b - w[0] * x1) / w[1],
        "minus-below": lambda w, b, x1: (b + w[0] * x1) / -w[1],
        "unpacked": lambda w, b, x1: [-(b + w[0] * float(v)) / w[1] for v in x1],
        "single": lambda w, b, x1: (-(b + w[0] * x1) / w[1]).astype(np.float32),
        "two-points": lambda w, b, x1: np.interp(
            x1, [-99, 99], [-(b - 99 * w[0]) / w[1], -(b + 99 * w[0]) / w[1]]
        ),
        "polynomial": lambda w, b, x1: np.polyval([-w[0] / w[1], -b / w[1]], x1),
        "negative-power": lambda w, b, x1: -(b + w[0] * x1) * float(w[1]) ** -1,
    },
    "dense": {
        "loops": _dense_in_loops,
        "with-ones": _dense_with_ones,
        "einsum": lambda X, W, b: np.einsum("ij,jk->ik", X, W) + b,
        "einsum-with-bias": lambda X, W, b: b + np.einsum("ij,jk", X, W),
        "dot": lambda X, W, b: np.dot(X, W) + b[np.newaxis, :],
        "transposes": lambda X, W, b: (W.T @ X.T + b.reshape(-1, 1)).T,
        "neuron-by-neuron": lambda X, W, b: np.stack(
            [X @ W[:, i] + b[i] for i in range(len(b))], axis=1
        ),
        "columns": lambda X, W, b: np.column_stack(
            [X @ weights + bias for weights, bias in zip(W.T, b, strict=True)]
        ),
        "rows": lambda X, W, b: [list(row @ W + b) for row in X],
        "single": lambda X, W, b: X.astype(np.float32) @ W.astype(np.float32) + b,
        "tensordot": lambda X, W, b: np.tensordot(X, W, axes=1) + b,
        "broadcast": lambda X, W, b: (X[:, :, None] * W[None]).sum(axis=1) + b,
    },
}
CASES = [
    pytest.param(task, answer, id=f"{task}-{name}")
    for task, answers in ANSWERS.items()
    for name, answer in answers.items()
]


@pytest.mark.parametrize(("task", "answer"), CASES)
def test_a_right_answer_is_right(task, answer):
    """Whoever computes the right numbers gets every point, in whatever style."""
    result = check(f"perceptron/{task}", answer)
    assert (Kind.CORRECT, 1.0) == (result.verdict.kind, float(result)), result.verdict.message
