"""Wrong answers to the set on activations, as students write them."""

# ruff: noqa: ARG005  a student often forgets an argument

import functools
import math

import numpy as np


def sigmoid(z):
    """The right curve, without a warning."""
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1 + e)


def softmax(z, axis=-1):
    """The right probabilities."""
    e = np.exp(z - np.max(z, axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def leaky(z, slope=0.1):
    """The right curve."""
    return np.where(z > 0, z, slope * z)


def leaky_slope(z, slope=0.1):
    """The right slope."""
    return np.where(z > 0, 1.0, slope)


def _assign(z, where, then):
    z[where] = then
    return z


def _only_first_row(function):
    def answer(z, *options):
        out = np.array(z, dtype=float)
        out[0] = function(out[0], *options)
        return out

    return answer


def _returns_in_the_loop(function):
    def answer(z, *options):
        out = np.zeros(z.shape)
        for i in range(len(z)):
            out[i] = function(z[i], *options)
            return out
        return None

    return answer


def _misses_the_last(function):
    def answer(z, *options):
        out = np.zeros(z.shape)
        for i in range(len(z) - 1):
            out[i] = function(z[i], *options)
        return out

    return answer


def _for_one_row(function):
    return lambda z, *options: np.array([function(float(v), *options) for v in z])


def usual(function):
    """Slips that can happen in any of the functions that work number by number."""
    return {
        "prints": lambda z, *o: print(function(z, *o)),
        "flattened": lambda z, *o: function(z, *o).flatten(),
        "transposed": lambda z, *o: function(z, *o).T,
        "as-a-column": lambda z, *o: function(z, *o).reshape(-1, 1),
        "wrapped": lambda z, *o: [function(z, *o)],
        "with-its-input": lambda z, *o: (z, function(z, *o)),
        "as-a-string": lambda z, *o: str(function(z, *o)),
        "summed": lambda z, *o: np.sum(function(z, *o)),
        "sorted": lambda z, *o: function(np.sort(z), *o),
        "negated": lambda z, *o: -function(z, *o),
        "one-more": lambda z, *o: function(z, *o) + 1,
        "doubled": lambda z, *o: 2 * function(z, *o),
        "first-row-only": _only_first_row(function),
        "returns-in-the-loop": _returns_in_the_loop(function),
        "misses-the-last": _misses_the_last(function),
        "for-one-row": _for_one_row(function),
        "of-a-rounded-z": lambda z, *o: function(np.round(z), *o),
        "the-function-itself": lambda *_: function,
        "unknown-name": lambda z: np.relux(z) + 0,
        "too-few-arguments": lambda: 0,
    }


SINGLE = {
    "step": {
        "minus-one-and-one": lambda z: np.where(z > 0, 1, -1),
        "nearly": lambda z: np.where(z > 0, 0.9, 0.1),
        "clipped": lambda z: np.clip(z, 0, 1),
        "in-place": lambda z: _assign(_assign(z, z > 0, 1), z <= 0, 0),
        "not-zero": lambda z: z != 0,
        "not-above": lambda z: z <= 0,
        "above-the-mean": lambda z: z > z.mean(),
        "half-at-zero": lambda z: np.heaviside(z, 0.5),
        "from-one-on": lambda z: np.where(z >= 1, 1, 0),
        "ceiling": lambda z: np.ceil(sigmoid(z)),
        "relu-of-sign-and-z": lambda z: np.maximum(np.sign(z), z),
        "first-number": lambda z: 1 if z.flat[0] > 0 else 0,
        "if-on-an-array": lambda z: 1 if z > 0 else 0,
        "words": lambda z: np.where(z > 0, "1", "0"),
        "none-below": lambda z: [1 if v > 0 else None for v in z.flat],
    },
    "sigmoid": {
        "base-two": lambda z: 1 / (1 + 2.0**-z),
        "twice-as-steep": lambda z: sigmoid(2 * z),
        "half-as-steep": lambda z: sigmoid(z / 2),
        "two-decimals": lambda z: np.round(sigmoid(z), 2),
        "rough-e": lambda z: 1 / (1 + 2.7**-z),
        "softplus": lambda z: np.logaddexp(0, z),
        "hard": lambda z: np.clip(0.2 * z + 0.5, 0, 1),
        "rational": lambda z: z / (1 + np.abs(z)),
        "shifted-tanh": lambda z: 0.5 * (1 + np.tanh(z)),
        "denominator": lambda z: 1 + np.exp(-z),
        "two-plus": lambda z: 1 / (2 + np.exp(-z)),
        "percent": lambda z: 100 * sigmoid(z),
        "math": lambda z: 1 / (1 + math.exp(-z)),
        "clipped-too-early": lambda z: sigmoid(np.clip(z, -3, 3)),
        "square": lambda z: 1 / (1 + np.exp(-(z**2))),
        "logit": lambda z: np.log(z / (1 - z)),
        "floor": lambda z: 1 // (1 + np.exp(-z)),
    },
    "tanh": {
        "by-exp-of-two-z": lambda z: (np.exp(2 * z) - 1) / (np.exp(2 * z) + 1),
        "plus-for-minus": lambda z: 1.0 + 0 * z,
        "arctangent": np.arctan,
        "cosh": np.cosh,
        "clip": lambda z: np.clip(z, -1, 1),
        "rational": lambda z: z / (1 + np.abs(z)),
        "two-sigmoid": lambda z: 2 * sigmoid(2 * z),
        "clipped-too-early": lambda z: np.tanh(np.clip(z, -1, 1)),
        "inverse": np.arctanh,
        "wrong-denominator": lambda z: (np.exp(z) - np.exp(-z)) / 2,
        "sine": np.sin,
        "twice-as-steep": lambda z: np.tanh(2 * z),
        "sign": np.sign,
        "square": lambda z: np.tanh(z) ** 2,
        "math": math.tanh,
    },
    "relu": {
        "one-below": lambda z: np.where(z > 0, z, 1),
        "max-of-python": lambda z: max(0, z),
        "if-on-an-array": lambda z: z if z > 0 else 0 * z,
        "zeroes-all": lambda z: z * 0,
        "square": lambda z: np.maximum(z, 0) ** 2,
        "above-one": lambda z: np.where(z > 1, z, 0),
        "softplus": lambda z: np.logaddexp(0, z),
        "six": lambda z: np.clip(z, 0, 6),
        "positive-part-of-the-rest": lambda z: np.maximum(z - z.mean(), 0),
        "all-or-nothing": lambda z: z if z.sum() > 0 else 0 * z,
        "floor": lambda z: np.floor(np.maximum(z, 0)),
        "minus-below": lambda z: np.where(z > 0, z, -1),
        "elu": lambda z: np.where(z > 0, z, np.expm1(np.minimum(z, 0))),
        "nan-below": lambda z: np.where(z > 0, z, np.nan),
        "sigmoid": sigmoid,
        "maximum-of-one": lambda z: np.maximum(1, z),
    },
    "leaky_relu": {
        "hundredth": lambda z, slope=0.01: leaky(z, slope),
        "one-minus-slope": lambda z, slope=0.1: np.where(z > 0, z, (1 - slope) * z),
        "plus-slope": lambda z, slope=0.1: np.where(z > 0, z, z + slope),
        "everywhere": lambda z, slope=0.1: slope * z,
        "swapped": lambda z, slope=0.1: np.where(z > 0, slope * z, z),
        "maximum-of-slope": lambda z, slope=0.1: np.maximum(slope, z),
        "both": lambda z, slope=0.1: np.maximum(0, z) + slope * z,
        "both-minus": lambda z, slope=0.1: np.maximum(0, z) - slope * np.minimum(0, z),
        "slope-of-it": leaky_slope,
        "one-argument": lambda z: leaky(z, 0.1),
        "elu": lambda z, slope=0.1: np.where(z > 0, z, slope * np.expm1(z)),
        "power": lambda z, slope=0.1: np.where(z > 0, z, -(np.abs(z) ** slope)),
        "half-the-slope": lambda z, slope=0.1: np.where(z > 0, z, slope * z / 2),
        "multiplied-twice": lambda z, slope=0.1: np.where(z > 0, z, slope * slope * z),
        "minus-slope-everywhere": lambda z, slope=0.1: np.where(z > 0, z, -slope),
    },
    "softmax": {
        "base-two": lambda z: 2.0**z / (2.0**z).sum(axis=-1, keepdims=True),
        "no-keepdims": lambda z: np.exp(z) / np.exp(z).sum(axis=-1),
        "mean": lambda z: softmax(z) * z.shape[-1],
        "temperature": lambda z: softmax(z / 2),
        "only-tables": lambda z: softmax(z, axis=1),
        "first-axis": lambda z: softmax(z, axis=0),
        "absolute-values": lambda z: np.abs(z) / np.abs(z).sum(axis=-1, keepdims=True),
        "largest": lambda z: z.argmax(axis=-1),
        "rounded": lambda z: np.round(softmax(z), 3),
        "minimum": lambda z: np.exp(z - z.min()) / np.exp(z - z.min()).sum(-1, keepdims=True),
        "shift-above-only": lambda z: np.exp(z - z.max()) / np.exp(z).sum(axis=-1, keepdims=True),
        "divided-by-the-largest": lambda z: softmax(z / z.max(axis=-1, keepdims=True)),
        "without-itself": lambda z: np.exp(z) / (np.exp(z).sum(axis=-1, keepdims=True) - np.exp(z)),
        "squares": lambda z: z**2 / (z**2).sum(axis=-1, keepdims=True),
        "twice": lambda z: softmax(softmax(z)),
        "clipped": lambda z: softmax(np.clip(z, -500, 500)),
        "epsilon": lambda z: np.exp(z) / (np.exp(z).sum(axis=-1, keepdims=True) + 1e-8),
        "relu": lambda z: np.maximum(z, 0) / np.maximum(z, 0).sum(axis=-1, keepdims=True),
        "of-a-row-alone": lambda z: softmax(z.flatten()),
        "sum-of-the-powers": lambda z: np.exp(z).sum(axis=-1),
        "transposed": lambda z: softmax(z).T,
        "prints": lambda z: print(softmax(z)),
        "first-row-only": _only_first_row(softmax),
        "misses-the-last": _misses_the_last(softmax),
        "jacobian": lambda z: softmax(z) * (1 - softmax(z)),
    },
    "sigmoid_grad": {
        "sum": lambda z: sigmoid(z) + (1 - sigmoid(z)),
        "s-times-s": lambda z: sigmoid(z) ** 2,
        "one-minus-squared": lambda z: (1 - sigmoid(z)) ** 2,
        "precedence": lambda z: sigmoid(z) * 1 - sigmoid(z),
        "z-times": lambda z: z * sigmoid(z) * (1 - sigmoid(z)),
        "s-minus-one": lambda z: sigmoid(z) - 1,
        "power": lambda z: np.exp(-z),
        "denominator-not-squared": lambda z: np.exp(-z) / (1 + np.exp(-z)),
        "quarter": lambda z: 0.25 + 0 * z,
        "rough-quotient": lambda z: sigmoid(z + 0.1) - sigmoid(z),
        "coarse-quotient": lambda z: (sigmoid(z + 0.1) - sigmoid(z)) / 0.1,
        "logarithm": lambda z: np.log(sigmoid(z)),
        "numpys-gradient": lambda z: np.gradient(sigmoid(z)) if z.ndim == 1 else sigmoid(z),
        "half": lambda z: sigmoid(z) * (1 - sigmoid(z)) / 2,
        "two-factors-of-minus": lambda z: sigmoid(z) * (1 - sigmoid(z / 2)),
    },
    "tanh_grad": {
        "square-of-difference": lambda z: (1 - np.tanh(z)) ** 2,
        "twice-tanh": lambda z: 1 - 2 * np.tanh(z),
        "only-square": lambda z: np.tanh(z) ** 2,
        "root": lambda z: np.sqrt(1 - np.tanh(z) ** 2),
        "cosh": np.cosh,
        "one-by-cosh": lambda z: 1 / np.cosh(np.clip(z, -300, 300)),
        "tangent": lambda z: 1 + np.tan(z) ** 2,
        "factor": lambda z: 0.5 * (1 - np.tanh(z) ** 2),
        "cube": lambda z: 1 - np.tanh(z) ** 3,
        "xor": lambda z: 1 - np.tanh(z) * 2,
        "of-the-absolute": lambda z: 1 - np.abs(np.tanh(z)),
        "z-times": lambda z: z * (1 - np.tanh(z) ** 2),
        "clipped-formula": lambda z: 1 - np.clip(z, -1, 1) ** 2,
        "coarse-quotient": lambda z: (np.tanh(z + 0.1) - np.tanh(z)) / 0.1,
        "two-minus": lambda z: 2 - np.tanh(z) ** 2,
    },
    "relu_grad": {
        "zero": lambda z: 0 * z,
        "absolute-slope": lambda z: np.abs(np.sign(z)),
        "z-below": lambda z: np.where(z > 0, 1, z),
        "nan-at-zero": lambda z: np.where(z > 0, 1, np.where(z < 0, 0, np.nan)),
        "minus-below": lambda z: np.where(z > 0, 1, -1),
        "clip": lambda z: np.clip(z, 0, 1),
        "sigmoid": sigmoid,
        "half": lambda z: np.where(z > 0, 0.5, 0),
        "division": lambda z: np.maximum(z, 0) / z,
        "rough-quotient": lambda z: np.maximum(z + 1, 0) - np.maximum(z, 0),
        "if-on-an-array": lambda z: 1 if z > 0 else 0,
        "epsilon": lambda z: np.where(z > 0, 1, 1e-3),
        "above-the-mean": lambda z: np.where(z > z.mean(), 1, 0),
        "numpys-gradient": lambda z: np.gradient(np.maximum(z, 0), axis=-1),
        "one-number": lambda z: float(z.flat[0] > 0),
    },
    "leaky_relu_grad": {
        "hundredth": lambda z, slope=0.01: leaky_slope(z, slope),
        "zero-at-zero": lambda z, slope=0.1: np.where(z > 0, 1, np.where(z < 0, slope, 0)),
        "mean-at-zero": lambda z, slope=0.1: np.where(
            z == 0, (1 + slope) / 2, leaky_slope(z, slope)
        ),
        "slope-everywhere": lambda z, slope=0.1: np.full(z.shape, slope),
        "one-everywhere": lambda z, _slope=0.1: np.ones(z.shape),
        "one-minus-slope": lambda z, slope=0.1: np.where(z > 0, 1, 1 - slope),
        "one-plus-slope": lambda z, slope=0.1: (z > 0) + slope,
        "z-above": lambda z, slope=0.1: np.where(z > 0, z, slope),
        "boolean": lambda z, _slope=0.1: np.where(z > 0, True, False),
        "integers": lambda z, slope=0.1: leaky_slope(z, slope).astype(int),
        "division": lambda z, slope=0.1: np.where(z > 0, 1, 1 / slope),
        "one-argument": lambda z: leaky_slope(z, 0.1),
        "slope-squared": lambda z, slope=0.1: np.where(z > 0, 1, slope**2),
        "reversed-condition": lambda z, slope=0.1: np.where(z < 0, 1, slope),
        "minus-one": lambda z, _slope=0.1: np.where(z > 0, 1, -1),
    },
    "collapse": {
        "list-itself": lambda weights: weights,
        "as-array": lambda weights: np.array(weights[:2]),
        "first": lambda weights: weights[0],
        "last": lambda weights: weights[-1],
        "last-two": lambda weights: functools.reduce(np.matmul, weights[-2:]),
        "first-twice": lambda weights: functools.reduce(np.matmul, weights, weights[0]),
        "last-twice": lambda weights: functools.reduce(np.matmul, [*weights, weights[-1]]),
        "squared-only": lambda weights: weights[0] @ weights[0],
        "powers": lambda weights: np.linalg.matrix_power(weights[0], len(weights)),
        "vdot": lambda weights: functools.reduce(np.vdot, weights),
        "inner": lambda weights: functools.reduce(np.inner, weights),
        "outer": lambda weights: functools.reduce(np.outer, weights),
        "kronecker": lambda weights: functools.reduce(np.kron, weights),
        "mean": lambda weights: sum(weights) / len(weights),
        "rounded": lambda weights: np.round(functools.reduce(np.matmul, weights), 1),
        "negative": lambda weights: -functools.reduce(np.matmul, weights),
        "diagonal": lambda weights: np.diag(functools.reduce(np.matmul, weights)),
        "partial-products": lambda weights: [weights[0], functools.reduce(np.matmul, weights)],
        "with-activation": lambda weights: functools.reduce(lambda a, b: np.tanh(a @ b), weights),
        "no-return": lambda weights: functools.reduce(np.matmul, weights) is None or None,
        "multi-dot": np.linalg.multi_dot,
        "concatenated": np.concatenate,
        "flattened": lambda weights: functools.reduce(np.matmul, weights).flatten(),
        "in-place": lambda weights: (
            [weights.__setitem__(0, weights[0] @ w) for w in weights[1:]] and weights[0]
        ),
        "factor": lambda weights: 2 * functools.reduce(np.matmul, weights),
    },
}
FUNCTIONS = {
    "step": lambda z: np.where(z > 0, 1.0, 0.0),
    "sigmoid": sigmoid,
    "tanh": np.tanh,
    "relu": lambda z: np.maximum(z, 0),
    "leaky_relu": leaky,
    "sigmoid_grad": lambda z: sigmoid(z) * (1 - sigmoid(z)),
    "tanh_grad": lambda z: 1 - np.tanh(z) ** 2,
    "relu_grad": lambda z: np.where(z > 0, 1.0, 0.0),
    "leaky_relu_grad": leaky_slope,
}


def _step_loop(z):
    out = np.zeros(z.shape)
    for i, v in np.ndenumerate(z):
        if v >= 0:
            out[i] = 1
        else:
            out[i] = -1
    return out


def _step_list(z):
    return [1 for v in z if v > 0]


def _step_in_place_at_zero(z):
    z[z >= 0] = 1
    z[z < 0] = 0
    return z


def _step_swapped_in_place(z):
    z[z > 0] = 0
    z[z < 0] = 1
    return z


def _sigmoid_branches(z):
    out = np.zeros(z.shape)
    out[z >= 0] = 1 / (1 + np.exp(-z[z >= 0]))
    out[z < 0] = np.exp(z[z < 0]) / (1 - np.exp(z[z < 0]))
    return out


def _sigmoid_like(z):
    out = np.zeros_like(z)
    out[...] = 1 / (1 + np.exp(-z))
    return out


def _sigmoid_negative_branch(z):
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), 0)


def _tanh_by_halves(z):
    positive, negative = np.exp(z), np.exp(-z)
    return (positive - negative) / positive + negative


def _relu_loop(z):
    out = np.copy(z)
    for i in range(len(out)):
        if np.all(out[i] < 0):
            out[i] = 0
    return out


def _relu_in_place_leaky(z):
    z[z < 0] *= 0.01
    return z


def _relu_in_place_absolute(z):
    z[z < 0] = -z[z < 0]
    return z


def _leaky_in_place_squared(z, slope=0.1):
    z[z <= 0] *= slope
    z[z <= 0] *= slope
    return z


def _softmax_rows(z):
    out = np.zeros(z.shape)
    for i in range(z.shape[0]):
        e = np.exp(z[i])
        out[i] = e / e.sum()
    return out


def _softmax_in_place(z):
    z -= np.max(z)
    e = np.exp(z)
    return e / np.sum(e, axis=-1, keepdims=True)


def _softmax_comprehension(z):
    m = np.max(z)
    return [np.exp(row - m) / np.sum(np.exp(z - m)) for row in z]


def _relu_grad_backward(z):
    dz = z
    dz[z < 0] = 0
    dz[z >= 0] = 1
    return dz


def _relu_grad_masked(z):
    grad = np.array(z, copy=True)
    grad[z <= 0] = 0
    return grad


def _relu_grad_loop(z):
    return np.array([1 if v >= 0 else 0 for v in z.flatten()])


def _leaky_grad_order(z, slope=0.1):
    out = np.array(z, dtype=float)
    out[out <= 0] = slope
    out[out > 0] = 1
    return out


def _leaky_grad_in_place(z, slope=0.1):
    z[z >= 0] = 1
    z[z < 0] = slope
    return z


def _leaky_grad_copy(z, slope=0.1):
    out = z.copy()
    out[z > 0] = 1
    out[z < 0] = slope
    return out


def _collapse_from_identity(weights):
    out = np.eye(len(weights[0]))
    for w in weights:
        out = w @ out
    return out


def _collapse_misses(weights):
    out = weights[0]
    for i in range(len(weights) - 1):
        out = out @ weights[i]
    return out


def _collapse_dots(weights):
    out = weights[-1]
    for w in weights[:-1]:
        out = out @ w
    return out


def _collapse_relu(weights):
    out = weights[0]
    for w in weights[1:-1]:
        out = np.maximum(out @ w, 0)
    return out


STUDENTS = {
    "step": {
        "heaviside-one": lambda z: np.heaviside(z, 1),
        "sign-loop": _step_loop,
        "appends-only-ones": _step_list,
        "in-place-one-at-zero": _step_in_place_at_zero,
        "in-place-swapped": _step_swapped_in_place,
        "half-of-sign": lambda z: (np.sign(z) + 1) / 2,
        "negative-where": lambda z: np.where(z < 0, 1, 0),
        "rounded-sigmoid-of-one": lambda z: np.where(sigmoid(z) >= 0.5, 1, 0),
        "threshold-and-value": lambda z: np.where(z > 1, z, 0),
        "sign-flattened": lambda z: np.array([np.sign(v) for v in z.ravel()]),
        "at-least-half": lambda z: (z >= 0.5).astype(int),
        "any": lambda z: int((z > 0).any()),
    },
    "sigmoid": {
        "branch-with-minus": _sigmoid_branches,
        "zeros-like": _sigmoid_like,
        "negative-branch-zero": _sigmoid_negative_branch,
        "ratio-minus": lambda z: np.exp(z) / (1 - np.exp(z)),
        "positive-and-minus": lambda z: 1 / (1 - np.exp(z)),
        "rounded-ratio": lambda z: np.round(np.exp(z) / (np.exp(z) + 1), 4),
        "positive-precedence": lambda z: 1 / 1 + np.exp(z),
        "steep-and-rounded": lambda z: np.round(1 / (1 + np.exp(-2 * z)), 3),
        "half-tanh": lambda z: (np.tanh(z) + 1) / 2,
        "tanh-doubled": lambda z: 2 * np.tanh(z),
        "twice-derivative": lambda z: 2 * sigmoid(z) * (1 - sigmoid(z)),
        "negative-percent": lambda z: 100 / (1 + np.exp(z)),
        "integers": lambda z: (1 / (1 + np.exp(-z))).astype(int),
        "mean": lambda z: np.mean(1 / (1 + np.exp(-z))),
        "epsilon": lambda z: 1 / (1 + np.exp(-z) + 1e-3),
    },
    "tanh": {
        "brackets": _tanh_by_halves,
        "plus-raw": lambda z: (np.exp(z) + np.exp(-z)) / (np.exp(z) - np.exp(-z)),
        "same-signs": lambda z: (np.exp(z) - np.exp(z)) / (np.exp(z) + np.exp(-z)),
        "two-z": lambda z: (1 - np.exp(2 * z)) / (1 + np.exp(2 * z)),
        "sigmoid-scaled": lambda z: 2 * sigmoid(z),
        "sigmoid-minus": lambda z: sigmoid(2 * z) - 1,
        "sinh-over-cosh": lambda z: np.sinh(z) / np.cosh(z),
        "sinh-over-cosh-rounded": lambda z: np.round(np.sinh(z) / np.cosh(z), 3),
        "formula-rounded": lambda z: np.round(
            (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z)), 4
        ),
        "negative-half": lambda z: -np.tanh(z / 2),
        "absolute-squared": lambda z: np.abs(np.tanh(z)) ** 2,
        "tan-over": lambda z: np.sin(z) / np.cos(z),
        "into-integers": lambda z: np.tanh(z).astype(z.dtype) * 1.0,
        "one-minus-square": lambda z: 1 - np.tanh(z) ** 2,
        "loop-over-numbers": lambda z: [math.tanh(v) for v in z],
    },
    "relu": {
        "loop-over-rows": _relu_loop,
        "in-place-leaky": _relu_in_place_leaky,
        "in-place-absolute": _relu_in_place_absolute,
        "mask-times-absolute": lambda z: (z < 0) * np.abs(z),
        "minimum": lambda z: np.minimum(0, z),
        "minus-relu": lambda z: -np.maximum(0, -z),
        "list": lambda z: [v for v in z.ravel() if v > 0],
        "flat-list": lambda z: [max(0, v) for v in z.flatten()],
        "sum": lambda z: np.sum(np.maximum(0, z)),
        "clip-both": lambda z: np.clip(z, -1, 1),
        "clip-one-integer": lambda z: np.clip(z, 0, 1).astype(int),
        "where-one-flat": lambda z: np.where(z > 0, 1, 0).ravel(),
        "absolute-half": lambda z: np.abs(z) + z,
        "where-negative": lambda z: np.where(z < 0, z, 0),
        "max-axis": lambda z: np.max([z, 0 * z]),
        "round": lambda z: np.round(np.maximum(0, z), 1),
    },
    "leaky_relu": {
        "in-place-twice": _leaky_in_place_squared,
        "fixed-and-reversed": lambda z, slope=0.1: np.where(z < 0, z, 0.1 * z),
        "minus-fixed": lambda z, slope=0.1: np.where(z > 0, z, -0.1 * z),
        "own-default-positive": lambda z, slope=0.01: np.where(z > 0, z, -slope * z),
        "slope-of-positive": lambda z, slope=0.1: np.where(z > 0, 1, slope * z),
        "maximum-zero": lambda z, slope=0.1: np.maximum(0, z) + slope * np.maximum(0, z),
        "maximum-plus": lambda z, slope=0.1: np.maximum(z, 0) + slope * np.abs(z),
        "maximum-minus": lambda z, slope=0.1: np.maximum(z, 0) - slope,
        "minimum": lambda z, slope=0.1: np.minimum(z, slope * z),
        "rounded-fixed": lambda z, slope=0.1: np.round(np.where(z > 0, z, 0.1 * z), 2),
        "list": lambda z, slope=0.1: [v if v > 0 else slope * v for v in z.ravel()],
        "integers": lambda z, slope=0.1: np.where(z > 0, z, slope * z).astype(z.dtype) + 0,
        "relu-then-slope": lambda z, slope=0.1: np.maximum(slope * np.maximum(z, 0), z),
        "derivative-fixed": lambda z, slope=0.1: np.where(z > 0, 1, 0.1),
    },
    "softmax": {
        "rows-in-a-loop": _softmax_rows,
        "in-place-global": _softmax_in_place,
        "comprehension-whole": _softmax_comprehension,
        "whole-no-shift": lambda z: np.exp(z) / np.sum(np.exp(z)),
        "axis-zero": lambda z: np.exp(z) / np.sum(np.exp(z), axis=0),
        "axis-zero-keepdims": lambda z: (
            np.exp(z - z.max(axis=0, keepdims=True))
            / np.exp(z - z.max(axis=0, keepdims=True)).sum(axis=0, keepdims=True)
        ),
        "axis-one": lambda z: np.exp(z) / np.sum(np.exp(z), axis=1, keepdims=True),
        "no-keepdims-shift": lambda z: np.exp(z - z.max()) / np.exp(z - z.max()).sum(axis=-1),
        "not-divided-whole-shift": lambda z: np.exp(z - np.max(z)),
        "global-rounded": lambda z: np.round(np.exp(z - z.max()) / np.exp(z - z.max()).sum(), 4),
        "minus-z": lambda z: np.exp(-z) / np.exp(-z).sum(axis=-1, keepdims=True),
        "log": lambda z: z - z.max(-1, keepdims=True) - np.log(np.exp(z).sum(-1, keepdims=True)),
        "sigmoid-normalised": lambda z: sigmoid(z) / sigmoid(z).sum(axis=-1, keepdims=True),
        "argmax-one-hot": lambda z: (z == z.max(axis=-1, keepdims=True)).astype(float),
        "shift-added": lambda z: (
            np.exp(z + z.max(-1, keepdims=True))
            / np.exp(z + z.max(-1, keepdims=True)).sum(-1, keepdims=True)
        ),
        "norm": lambda z: (
            np.exp(z - z.max(-1, keepdims=True))
            / np.linalg.norm(np.exp(z - z.max(-1, keepdims=True)), axis=-1, keepdims=True)
        ),
        "mean-global": lambda z: np.exp(z - z.max()) / np.mean(np.exp(z - z.max())),
    },
    "sigmoid_grad": {
        "of-z-negative": lambda z: -z * (1 - z),
        "of-z-plus": lambda z: z * (1 + z),
        "raw-power": lambda z: np.exp(z) / (1 + np.exp(z)) ** 2,
        "minus-power": lambda z: -np.exp(-z) / (1 + np.exp(-z)) ** 2,
        "power-not-squared": lambda z: np.exp(-z) / (1 + np.exp(-z)),
        "minus-reversed": lambda z: sigmoid(z) * (sigmoid(z) - 1),
        "square-minus": lambda z: sigmoid(z) ** 2 - sigmoid(z),
        "square": lambda z: sigmoid(z) - sigmoid(z) ** 3,
        "z-mixed-twice": lambda z: z * (1 - sigmoid(z)),
        "doubled-rounded": lambda z: np.round(2 * sigmoid(z) * (1 - sigmoid(z)), 4),
        "twice-applied-plus": lambda z: sigmoid(sigmoid(z)) * (1 + sigmoid(sigmoid(z))),
        "wrong-sigmoid": lambda z: (1 / (1 + np.exp(z))) * (1 + 1 / (1 + np.exp(z))),
        "tanh-like": lambda z: (1 - sigmoid(z) ** 2) / 2,
        "overflowing-sigmoid": lambda z: (
            (np.exp(z) / (1 + np.exp(z))) * (1 - np.exp(z) / (1 + np.exp(z)))
        ),
        "integers": lambda z: (sigmoid(z) * (1 - sigmoid(z))).astype(z.dtype),
        "mean": lambda z: np.mean(sigmoid(z) * (1 - sigmoid(z))),
    },
    "tanh_grad": {
        "of-z-plus": lambda z: 1 + z**2,
        "of-z-no-square": lambda z: 1 - z,
        "minus-one": lambda z: np.tanh(z) ** 2 - 1,
        "plus-no-square": lambda z: 1 + np.tanh(z),
        "raw-formula-no-square": lambda z: 1 - (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z)),
        "twice-rounded": lambda z: np.round(1 - np.tanh(np.tanh(z)) ** 2, 3),
        "sigmoid-square": lambda z: 1 - sigmoid(z) ** 2,
        "of-the-sigmoid-tanh": lambda z: np.tanh(z) * (1 - np.tanh(z)),
        "times-z": lambda z: 1 - np.tanh(z) * z,
        "half": lambda z: (1 - np.tanh(z) ** 2) / 2,
        "sech": lambda z: 1 / np.cosh(z),
        "square-inside": lambda z: 1 - np.tanh(z**2),
        "four": lambda z: 4 * sigmoid(z) * (1 - sigmoid(z)),
        "negative-double": lambda z: -2 * np.tanh(z) * (1 - np.tanh(z) ** 2),
        "given-negative": lambda z: z**2 - 1,
        "integers": lambda z: (1 - np.tanh(z) ** 2).astype(z.dtype),
        "sum": lambda z: (1 - np.tanh(z) ** 2).sum(),
    },
    "relu_grad": {
        "in-place-one-at-zero": _relu_grad_backward,
        "masked-z": _relu_grad_masked,
        "loop-flat-one-at-zero": _relu_grad_loop,
        "greater-equal-minus": lambda z: np.where(z >= 0, 1, -1),
        "leaky-one-at-zero": lambda z: np.where(z >= 0, 1, 0.1),
        "leaky-hundredth": lambda z: np.where(z > 0, 1, 0.01),
        "relu-times": lambda z: np.maximum(z, 0) * z,
        "negative": lambda z: np.where(z > 0, -1, 0),
        "sum": lambda z: np.sum(z > 0),
        "mask-of-below": lambda z: (z <= 0).astype(float),
        "division": lambda z: np.maximum(0, z) / np.abs(z),
        "selected": lambda z: z[z > 0],
        "zero-at-zero-z": lambda z: np.where(z >= 0, z, 0),
        "abs": np.abs,
        "all-ones-in-place": lambda z: _assign(z, z > -1e9, 1),
    },
    "leaky_relu_grad": {
        "assigned-in-order": _leaky_grad_order,
        "in-place-one-at-zero": _leaky_grad_in_place,
        "copy-without-zero": _leaky_grad_copy,
        "fixed-one-at-zero": lambda z, slope=0.1: np.where(z >= 0, 1, 0.1),
        "own-default-one-at-zero": lambda z, slope=0.01: np.where(z >= 0, 1, slope),
        "negative-fixed": lambda z, slope=0.1: np.where(z > 0, 1, -0.1),
        "value-and-slope": lambda z, slope=0.1: np.where(z > 0, z, slope),
        "times-z-fixed": lambda z, slope=0.1: np.where(z > 0, 1, 0.1 * z),
        "zeros": lambda z, slope=0.1: np.where(z < 0, slope, 0),
        "swapped-with-zero": lambda z, slope=0.1: np.where(z >= 0, slope, 1),
        "relu-fixed": lambda z, slope=0.1: (z > 0) * 1.0 + (z < 0) * 0.1,
        "flat": lambda z, slope=0.1: np.array([1 if v >= 0 else slope for v in z.ravel()]),
        "list-of-rows": lambda z, slope=0.1: [1 if v > 0 else slope for v in z],
    },
    "collapse": {
        "left-product": _collapse_from_identity,
        "index-from-zero": _collapse_misses,
        "rotated": _collapse_dots,
        "relu-without-the-last": _collapse_relu,
        "reversed-transposed": lambda weights: functools.reduce(np.matmul, weights[::-1]).T,
        "all-transposed": lambda weights: functools.reduce(np.matmul, [w.T for w in weights[::-1]]),
        "two-transposed": lambda weights: (weights[0] @ weights[1]).T,
        "two-rounded": lambda weights: np.round(weights[0] @ weights[1], 2),
        "three-fixed": lambda weights: weights[0] @ weights[1] @ weights[2],
        "star": lambda weights: functools.reduce(lambda a, b: a * b, weights),
        "sigmoid-last": lambda weights: sigmoid(functools.reduce(np.matmul, weights)),
        "negative-transposed": lambda weights: -functools.reduce(np.matmul, weights).T,
        "first-twice-reversed": lambda weights: functools.reduce(
            np.matmul, [*weights[::-1], weights[0]]
        ),
        "list-of-one": lambda weights: [functools.reduce(np.matmul, weights)],
    },
}

WRONG = {
    task: SINGLE[task]
    | (usual(FUNCTIONS[task]) if task in FUNCTIONS else {})
    | {f"student-{name}": answer for name, answer in STUDENTS[task].items()}
    for task in SINGLE
}
NAMED = 0.87
"""The share of the wrong answers that is named, at least."""
