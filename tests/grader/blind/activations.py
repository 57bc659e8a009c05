"""Answers to the set on activations, written from its statements alone."""

import functools
import math

import numpy as np


def stable(z):
    return math.exp(z) / (1 + math.exp(z)) if z < 0 else 1 / (1 + math.exp(-z))


def sigmoid(z):
    return 0.5 * (1 + np.tanh(np.asarray(z) / 2))


def step_by_sign(z):
    return (np.sign(z) + 1) // 2


def step_if(z):
    out = np.ones_like(z)
    out[z < 0] = 0
    return out


def step_two_sided(z):
    return np.where(z > 0, 1, -1)


def step_above_one(z):
    return np.where(z > 1, 1, 0)


def step_reversed(z):
    return np.where(z > 0, 0, 1)


def sigmoid_two(z):
    return 1 / (1 + np.exp(-2 * z))


def sigmoid_missing_minus(z):
    return np.where(z >= 0, 1 / (1 + np.exp(-np.abs(z))), 1 / (1 + np.exp(-z * -1.0)))


def sigmoid_clipped(z):
    return 1 / (1 + np.exp(-np.clip(z, -5, 5)))


def sigmoid_ones(z):
    return 1 / np.exp(-z) + 1


def sigmoid_one_branch(z):
    e = np.exp(-np.abs(z))
    return 1 / (1 + e)


def tanh_formula(z):
    return (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))


def tanh_tan(z):
    return np.tan(z)


def tanh_swapped(z):
    e = np.exp(-2.0 * np.abs(z))
    return (1 - e) / (1 + e)


def tanh_one_over(z):
    z = np.clip(z, -300, 300)
    return (np.exp(z) + np.exp(-z)) / (np.exp(z) - np.exp(-z))


def relu_abs(z):
    return np.abs(z)


def relu_max(z):
    return np.max(z)


def relu_minimum(z):
    return np.minimum(0, z)


def relu_capped(z):
    return np.clip(z, 0, 6)


def relu_one(z):
    return (z > 0).astype(float)


def relu_strict_row(z):
    return [max(0, v) for v in np.ravel(z)]


def leaky_max(z, slope=0.1):
    return np.maximum(slope, z)


def leaky_fixed(z, slope=0.1):
    return np.where(z > 0, z, 0.01 * z)


def leaky_just_slope(z, slope=0.1):
    return np.where(z > 0, z, slope)


def leaky_minus(z, slope=0.1):
    return np.where(z > 0, z, -slope * z)


def leaky_divided(z, slope=0.1):
    return np.where(z > 0, z, z / slope)


def leaky_exponential(z, slope=0.1):
    return np.where(z > 0, z, slope * (np.exp(np.minimum(z, 0)) - 1))


def softmax_rows(z):
    z = np.asarray(z, dtype=np.longdouble)
    rows = z.reshape(-1, z.shape[-1])
    out = [[1 / sum(np.exp(b - a) for b in row) for a in row] for row in rows]
    return np.array(out, dtype=float).reshape(z.shape)


def softmax_by_logs(z):
    z = z - np.amax(z, axis=-1)[..., None]
    return np.exp(z - np.log(np.exp(z).sum(-1))[..., None])


def softmax_all(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def softmax_axis0(z):
    e = np.exp(z - z.max(axis=0))
    return e / e.sum(axis=0)


def softmax_global_max(z):
    e = np.exp(z - np.max(z))
    return e / e.sum(axis=-1, keepdims=True)


def softmax_divided_by_max(z):
    e = np.exp(z / np.abs(z).max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def softmax_no_exp(z):
    return z / np.sum(z, axis=-1, keepdims=True)


def softmax_max_only_above(z):
    m = z.max(axis=-1, keepdims=True)
    return np.exp(z - m) / np.sum(np.exp(z), axis=-1, keepdims=True)


def sg_no_sigmoid(z):
    return z * (1 - z)


def sg_twice(z):
    s = sigmoid(sigmoid(z))
    return s * (1 - s)


def sg_plus(z):
    s = sigmoid(z)
    return s * (1 + s)


def sg_squared(z):
    s = sigmoid(z)
    return 1 - s**2


def sg_partial(z):
    return sigmoid(z) * (1 - z)


def tg_of_output(z):
    return 1 - z**2


def tg_no_square(z):
    return 1 - np.tanh(z)


def tg_product(z):
    t = np.tanh(z)
    return t * (1 - t)


def tg_cosh(z):
    return 1 / np.cosh(np.clip(z, -500, 500))


def tg_plus(z):
    return 1 + np.tanh(z) ** 2


def rg_ge(z):
    return np.where(z >= 0, 1, 0)


def rg_half(z):
    return np.heaviside(z, 0.5)


def rg_sign(z):
    return np.sign(z)


def rg_z(z):
    return np.where(z > 0, z, 0)


def rg_quotient(z):
    return (np.maximum(z + 1e-3, 0) - np.maximum(z - 1e-3, 0)) / 2e-3


def lrg_ge(z, slope=0.1):
    return np.where(z >= 0, 1.0, slope)


def lrg_into_ints(z, slope=0.1):
    out = np.ones_like(z)
    out[z <= 0] = slope
    return out


def lrg_times(z, slope=0.1):
    return np.where(z > 0, 1, slope * z)


def lrg_zero(z, slope=0.1):
    return np.where(z > 0, 1, np.where(z < 0, slope, 0))


def lrg_minus(z, slope=0.1):
    return np.where(z > 0, 1, -slope)


def collapse_reduce(weights):
    return functools.reduce(np.matmul, weights).tolist()


def collapse_from_the_right(weights):
    out = np.eye(len(weights[-1][0]), dtype=np.float64)
    for matrix in reversed(weights):
        out = np.einsum("ij,jk->ik", matrix, out)
    return out


def collapse_two(weights):
    return weights[0] @ weights[1]


def collapse_skips_last(weights):
    out = weights[0]
    for i in range(1, len(weights) - 1):
        out = out @ weights[i]
    return out


def collapse_reversed(weights):
    out = weights[0]
    for w in weights[1:]:
        out = w @ out
    return out


def collapse_elementwise(weights):
    out = weights[0]
    for w in weights[1:]:
        out = out * w
    return out


def collapse_ends(weights):
    return weights[0] @ weights[-1]


def collapse_first_twice(weights):
    out = weights[0]
    for w in weights:
        out = out @ w
    return out


RIGHT = {
    "step": [step_by_sign, lambda z: np.vectorize(lambda v: int(v > 0))(z).tolist()],
    "sigmoid": [np.vectorize(stable), lambda z: np.exp(-np.logaddexp(0, -np.asarray(z, float)))],
    "tanh": [
        np.vectorize(math.tanh, otypes=[float]),
        lambda z: 2 * sigmoid(2 * np.asarray(z, float)) - 1,
    ],
    "relu": [lambda z: ((z + np.abs(z)) / 2).tolist(), lambda z: z * (z > 0)],
    "leaky_relu": [
        lambda z, slope=0.1: np.maximum(z, slope * z),
        lambda z, slope=0.1: (slope * np.minimum(z, 0) + np.maximum(z, 0)).astype(np.float32),
    ],
    "softmax": [softmax_rows, softmax_by_logs],
    "sigmoid_grad": [
        lambda z: (1 - np.tanh(np.asarray(z) / 2) ** 2) / 4,
        np.vectorize(lambda v: stable(v) * stable(-v)),
    ],
    "tanh_grad": [
        lambda z: np.cosh(np.clip(z, -350.0, 350.0)) ** -2.0,
        lambda z: ((1 - np.tanh(z)) * (1 + np.tanh(z))).astype(np.float32),
    ],
    "relu_grad": [lambda z: np.asarray(z > 0).tolist(), lambda z: np.heaviside(z, 0)],
    "leaky_relu_grad": [
        lambda z, slope=0.1: slope + (1 - slope) * (z > 0),
        lambda z, slope=0.1: np.select([z > 0], [1.0], default=slope),
    ],
    "collapse": [collapse_reduce, collapse_from_the_right],
}
WRONG = {
    "step": [step_if, step_two_sided, step_above_one, step_reversed],
    "sigmoid": [
        sigmoid_two,
        sigmoid_missing_minus,
        sigmoid_clipped,
        sigmoid_ones,
        sigmoid_one_branch,
    ],
    "tanh": [tanh_formula, tanh_tan, tanh_swapped, tanh_one_over, sigmoid],
    "relu": [relu_abs, relu_max, relu_minimum, relu_capped, relu_one, relu_strict_row],
    "leaky_relu": [
        leaky_max,
        leaky_fixed,
        leaky_just_slope,
        leaky_minus,
        leaky_divided,
        leaky_exponential,
    ],
    "softmax": [
        softmax_all,
        softmax_axis0,
        softmax_global_max,
        softmax_divided_by_max,
        softmax_no_exp,
        softmax_max_only_above,
    ],
    "sigmoid_grad": [sg_no_sigmoid, sg_twice, sg_plus, sg_squared, sg_partial],
    "tanh_grad": [tg_of_output, tg_no_square, tg_product, tg_cosh, tg_plus],
    "relu_grad": [rg_ge, rg_half, rg_sign, rg_z, rg_quotient],
    "leaky_relu_grad": [lrg_ge, lrg_into_ints, lrg_times, lrg_zero, lrg_minus],
    "collapse": [
        collapse_two,
        collapse_skips_last,
        collapse_reversed,
        collapse_elementwise,
        collapse_ends,
        collapse_first_twice,
    ],
}
