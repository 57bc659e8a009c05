"""Answers to the set on the perceptron, written from its statements alone."""

import math

import numpy as np


def sum_by_einsum(X, w, b):
    return np.einsum("ij,j->i", X, w) + b


def sum_in_float32(X, w, b):
    return np.append(X, np.ones((len(X), 1)), axis=1).astype(np.float32) @ np.append(w, b)


def sum_bias_inside_loop(X, w, b):
    out = []
    for row in X:
        s = 0
        for x, weight in zip(row, w, strict=True):
            s += x * weight + b
        out.append(s)
    return np.array(out)


def sum_never_reset(X, w, b):
    s, out = 0, []
    for row in X:
        for j in range(len(row)):
            s += row[j] * w[j]
        out.append(s + b)
    return out


def sum_skips_last(X, w, b):
    out = np.zeros(len(X))
    for i in range(len(X)):
        out[i] = b
        for j in range(len(w) - 1):
            out[i] += X[i, j] * w[j]
    return out


def sum_overwrites(X, w, b):
    out = np.zeros(len(X))
    for i in range(len(X)):
        for j in range(len(w)):
            out[i] = X[i, j] * w[j]
    return out + b


def probability(z):
    return math.exp(z) / (1 + math.exp(z)) if z < 0 else 1 / (1 + math.exp(-z))


def perceptron_by_list(X, w, b):
    return [probability(sum(x * v for x, v in zip(row, w, strict=True)) + b) for row in X]


def perceptron_by_tanh(X, w, b):
    return np.vectorize(lambda z: 0.5 + 0.5 * math.tanh(z / 2))(np.dot(X, w) + b)


def perceptron_brackets(X, w, b):
    z = X @ w + b
    return 1 / 1 + np.exp(-z)


def perceptron_bias_outside(X, w, b):
    return 1 / (1 + np.exp(-(X @ w))) + b


def perceptron_exp_over(X, w, b):
    z = X @ w + b
    return np.exp(z) / (1 + np.exp(z))


def perceptron_base_two(X, w, b):
    return 1 / (1 + 2.0 ** -(X @ w + b))


def perceptron_minus_bias(X, w, b):
    return 1 / (1 + np.exp(-X @ w + b))


def perceptron_softmaxed(X, w, b):
    z = X @ w + b
    e = np.exp(z - z.max())
    return e / e.sum()


def decide_list(p, threshold=0.5):
    return [int(one > threshold) for one in p]


def decide_heaviside(p, threshold=0.5):
    return np.heaviside(np.asarray(p) - threshold, 0).astype(np.float32)


def decide_by_count(p, threshold=0.5):
    return np.sum(p > threshold)


def decide_keeps_p(p, threshold=0.5):
    return np.where(p > threshold, p, 0)


def decide_signs(p, threshold=0.5):
    return np.sign(p - threshold)


def decide_rounded(p, threshold=0.5):
    return np.round(p + 0.5 - threshold)


def decide_early_return(p, threshold=0.5):
    out = []
    for x in p:
        if x > threshold:
            out.append(1)
    return out


def line_by_solve(w, b, x1):
    return [np.linalg.solve([[1.0, 0.0], [w[0], w[1]]], [x, -b])[1] for x in x1]


def line_in_float32(w, b, x1):
    w = np.asarray(w, np.float32)
    return np.vectorize(lambda x: (-b - w[0] * x) / w[1], otypes=[np.float32])(x1)


def line_brackets(w, b, x1):
    return -b + w[0] * x1 / w[1]


def line_without_division(w, b, x1):
    return -(b + w[0] * x1)


def line_half(w, b, x1):
    return (0.5 - b - w[0] * x1) / w[1]


def line_other_weight(w, b, x1):
    return -(b + w[1] * x1) / w[0]


def line_only_slope(w, b, x1):
    return -w[0] / w[1] * x1 + b


def dense_by_columns(X, W, b):
    return np.stack([X @ W[:, i] + b[i] for i in range(W.shape[1])], axis=1).tolist()


def dense_augmented(X, W, b):
    return np.c_[X, np.ones(len(X))] @ np.r_[W, [b]]


def dense_transposed_result(X, W, b):
    return np.array([X @ W[:, i] + b[i] for i in range(W.shape[1])])


def dense_one_bias(X, W, b):
    out = np.zeros((len(X), W.shape[1]))
    for i in range(len(X)):
        for k in range(W.shape[1]):
            out[i, k] = X[i] @ W[:, k] + b[0]
    return out


def dense_bias_per_term(X, W, b):
    return np.einsum("nm,mk->nk", X, W) + X.shape[1] * b


def dense_flattened(X, W, b):
    return (X @ W + b).ravel()


def dense_activated(X, W, b):
    return np.maximum(0, X @ W + b)


def dense_last_row(X, W, b):
    for row in X:
        out = row @ W + b
    return out


RIGHT = {
    "weighted_sum": [sum_by_einsum, sum_in_float32],
    "perceptron": [perceptron_by_list, perceptron_by_tanh],
    "decide": [decide_list, decide_heaviside],
    "decision_line": [line_by_solve, line_in_float32],
    "dense": [dense_by_columns, dense_augmented],
}
WRONG = {
    "weighted_sum": [sum_bias_inside_loop, sum_never_reset, sum_skips_last, sum_overwrites],
    "perceptron": [
        perceptron_brackets,
        perceptron_bias_outside,
        perceptron_exp_over,
        perceptron_base_two,
        perceptron_minus_bias,
        perceptron_softmaxed,
    ],
    "decide": [decide_by_count, decide_keeps_p, decide_signs, decide_rounded, decide_early_return],
    "decision_line": [
        line_brackets,
        line_without_division,
        line_half,
        line_other_weight,
        line_only_slope,
    ],
    "dense": [
        dense_transposed_result,
        dense_one_bias,
        dense_bias_per_term,
        dense_flattened,
        dense_activated,
        dense_last_row,
    ],
}
