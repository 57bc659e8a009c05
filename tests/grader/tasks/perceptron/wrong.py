"""Wrong answers to the set on the perceptron, as students write them."""

# ruff: noqa: ARG005  a student often forgets an argument

import numpy as np


def sigmoid(z):
    """The right curve, without a warning."""
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1 + e)


def line(w, b, x1):
    """The right line."""
    return -(b + w[0] * x1) / w[1]


def usual(function):
    """Slips that can happen in any of the functions."""
    return {
        "prints": lambda *args: print(function(*args)),
        "wrapped": lambda *args: [function(*args)],
        "with-its-input": lambda *args: (args[0], function(*args)),
        "as-a-string": lambda *args: str(function(*args)),
        "one-more": lambda *args: function(*args) + 1,
        "tripled": lambda *args: 3 * function(*args),
        "reversed": lambda *args: function(*args)[::-1],
        "sorted": lambda *args: np.sort(function(*args), axis=0),
        "the-function-itself": lambda *_args: function,
        "unknown-name": lambda *args: function(*args) + nothing,  # noqa: F821
        "too-few-arguments": lambda: 0,
    }


def _appends_once(X, w, b):
    sums = []
    for row in X:
        z = row @ w + b
    sums.append(z)
    return sums


def _running(X, w, b):
    z, sums = b, []
    for row in X:
        z = z + row @ w
        sums.append(z)
    return sums


def _overwrites(X, w, b):
    z = np.zeros(len(X))
    for i in range(len(X)):
        for j in range(len(w)):
            z[i] = X[i, j] * w[j]
    return z + b


def _dense_overwrites(X, W, b):
    Z = np.zeros((len(X), len(b)))
    for j in range(len(W)):
        Z = np.outer(X[:, j], W[j]) + b
    return Z


def _integers(X, w, b):
    z = np.zeros_like(X[:, 0])
    z[:] = X @ w + b
    return z


SINGLE = {
    "weighted_sum": {
        "appends-once": _appends_once,
        "running-total": _running,
        "overwrites": _overwrites,
        "into-integers": _integers,
        "outer": lambda X, w, b: np.outer(X, w) + b,
        "transposed-table": lambda X, w, b: X.T @ w + b,
        "bias-squared": lambda X, w, b: X @ w + b**2,
        "absolute": lambda X, w, b: np.abs(X @ w + b),
        "tanh": lambda X, w, b: np.tanh(X @ w + b),
        "norm": lambda X, w, b: np.linalg.norm(X * w, axis=1) + b,
        "product": lambda X, w, b: np.prod(X * w, axis=1) + b,
        "largest": lambda X, w, b: np.max(X * w, axis=1) + b,
        "only-the-bias": lambda X, w, b: np.full(len(X), b),
        "one-for-a-bias": lambda X, w, b: X @ w + 1,
        "step": lambda X, w, b: X @ w + b > 0,
        "dot-with-a-column": lambda X, w, b: X.dot(w[:, None]) + b,
    },
    "perceptron": {
        "base-two": lambda X, w, b: 1 / (1 + 2.0 ** -(X @ w + b)),
        "scaled-to-one": lambda X, w, b: (X @ w + b) / np.max(np.abs(X @ w + b)),
        "clipped": lambda X, w, b: np.clip(X @ w + b, 0, 1),
        "hard": lambda X, w, b: np.clip(0.2 * (X @ w + b) + 0.5, 0, 1),
        "mean": lambda X, w, b: sigmoid((X * w).mean(axis=1) + b),
        "clipped-too-early": lambda X, w, b: sigmoid(np.clip(X @ w + b, -1, 1)),
        "whole-power": lambda X, w, b: 1 / (1 + np.exp(-X @ w)) + b,
        "denominator": lambda X, w, b: 1 + np.exp(-(X @ w + b)),
        "minus-on-one-term": lambda X, w, b: 1 / (1 + np.exp(-X @ w + b)),
        "unweighted": lambda X, w, b: sigmoid(X.sum(axis=1) + b),
        "softplus": lambda X, w, b: np.logaddexp(0, X @ w + b),
        "square": lambda X, w, b: sigmoid(X @ w + b) ** 2,
        "percent": lambda X, w, b: 100 * sigmoid(X @ w + b),
        "bias-twice": lambda X, w, b: sigmoid(X @ w + 2 * b),
        "row": lambda X, w, b: sigmoid(X @ w + b)[None],
        "math": lambda X, w, b: [1 / (1 + np.e ** (-float(X[0] @ w + b)))] * len(X),
    },
    "decide": {
        "words": lambda p, threshold=0.5: np.where(p > threshold, "yes", "no"),
        "none-below": lambda p, threshold=0.5: [1 if v > threshold else None for v in p],
        "if-on-an-array": lambda p, threshold=0.5: 1 if p > threshold else 0,
        "rounds": lambda p, threshold=0.5: np.round(p),
        "rounds-the-difference": lambda p, threshold=0.5: np.round(p - threshold),
        "two-and-one": lambda p, threshold=0.5: np.where(p > threshold, 2, 1),
        "above-the-mean": lambda p, threshold=0.5: p > p.mean(),
        "one-argument": lambda p: p > 0.5,
        "no-default": lambda p, threshold: p > threshold,
        "sigmoid-first": lambda p, threshold=0.5: sigmoid(p) > threshold,
        "argmax": lambda p, threshold=0.5: np.argmax(p),
        "tuple-of-positions": lambda p, threshold=0.5: np.where(p > threshold),
        "nan-below": lambda p, threshold=0.5: np.where(p > threshold, 1, np.nan),
        "always-yes": lambda p, threshold=0.5: np.ones(len(p)),
        "own-default": lambda p, threshold=0.6: p > threshold,
        "not-equal": lambda p, threshold=0.5: p != threshold,
    },
    "decision_line": {
        "mixed-bias": lambda w, b, x1: -(w[0] * x1 + b / w[1]),
        "weights-added": lambda w, b, x1: -(b + w[0] * x1) / (w[0] + w[1]),
        "weight-not-used": lambda w, b, x1: -(b + x1) / w[1],
        "absolute": lambda w, b, x1: np.abs(line(w, b, x1)),
        "positive-weight": lambda w, b, x1: -(b + w[0] * x1) / np.abs(w[1]),
        "bias-doubled": lambda w, b, x1: -(2 * b + w[0] * x1) / w[1],
        "squared": lambda w, b, x1: -(b + w[0] * x1**2) / w[1],
        "last-point": lambda w, b, x1: line(w, b, x1[-1]),
        "column": lambda w, b, x1: line(w, b, x1)[:, None],
        "rows-of-points": lambda w, b, x1: np.array([x1, line(w, b, x1)]),
        "whole": lambda w, b, x1: np.floor(line(w, b, x1)),
        "relative-to-x": lambda w, b, x1: line(w, b, x1) - x1,
        "perpendicular": lambda w, b, x1: w[1] / w[0] * x1 + b,
        "third-weight": lambda w, b, x1: -(w[0] + w[1] * x1) / w[2],
        "constant": lambda w, b, x1: np.full(len(x1), -b / w[1]),
        "step": lambda w, b, x1: line(w, b, x1) > 0,
    },
    "dense": {
        "overwrites": _dense_overwrites,
        "outer": lambda X, W, b: np.outer(X, W) + b,
        "inner": lambda X, W, b: np.inner(X, W) + b,
        "bias-reversed": lambda X, W, b: X @ W + b[::-1],
        "columns-reversed": lambda X, W, b: X @ W[:, ::-1] + b,
        "inputs-reversed": lambda X, W, b: X @ W[::-1] + b,
        "last-bias": lambda X, W, b: X @ W + b[-1],
        "absolute": lambda X, W, b: np.abs(X @ W + b),
        "one-for-a-bias": lambda X, W, b: X @ W + 1,
        "normalised": lambda X, W, b: (X @ W + b) / np.linalg.norm(X @ W + b),
        "appends-the-bias": lambda X, W, b: np.vstack([X @ W, b]),
        "list-of-neurons": lambda X, W, b: [X @ W[:, i] + b[i] for i in range(len(b))],
        "bias-on-the-inputs": lambda X, W, b: (X + b) @ W,
        "first-row-of-weights": lambda X, W, b: X[:, :1] @ W[:1] + b,
        "pair": lambda X, W, b: (X @ W, b),
        "step": lambda X, W, b: X @ W + b > 0,
    },
}
FUNCTIONS = {
    "weighted_sum": lambda X, w, b: X @ w + b,
    "perceptron": lambda X, w, b: sigmoid(X @ w + b),
    "decide": lambda p, threshold=0.5: np.where(p > threshold, 1, 0),
    "decision_line": line,
    "dense": lambda X, W, b: X @ W + b,
}


def _resets_late(X, w, b):
    out, z = [], 0
    for row in X:
        for j in range(len(w)):
            z += row[j] * w[j]
        out.append(z + b)
    return out


def _bias_in_the_loop(X, w, b):
    out = np.zeros(len(X))
    for i in range(len(X)):
        for j in range(len(w) - 1):
            out[i] += X[i, j] * w[j] + b
    return out


def _assigns(X, w, b):
    out = np.zeros(len(X))
    for i in range(len(X)):
        for j in range(len(w)):
            out[i] = X[i, j] * w[j] + b
    return out


def _first_row(X, w, b):
    for row in X:
        total = 0
        for x, v in zip(row, w, strict=True):
            total += x * v
        return total - b
    return None


def _range_of_columns(X, w, b):
    out = np.zeros(len(X))
    for i in range(len(X) - 1):
        out[i] = sum(X[i] * w)
    return out


def _in_place_no_bias(X, w, b):
    X *= w
    return X.sum(axis=1)


def _neuron_no_bias_raw(X, w, b):
    z = X @ w
    return np.exp(z) / (1 + np.exp(z))


def _neuron_rows(X, w, b):
    out = []
    for row in X:
        z = 0
        for j in range(len(w)):
            z = row[j] * w[j]
        out.append(1 / (1 + np.exp(-(z + b))))
    return out


def _neuron_one(X, w, b):
    z = X @ w + b
    for v in z:
        return 1 / (1 + np.exp(v))
    return z


def _decide_order(p, threshold=0.5):
    p[p > threshold] = 1
    p[p <= threshold] = 0
    p[p == 1] = 0
    return p


def _decide_loop(p, threshold=0.5):
    out = []
    for v in p:
        if v >= 0.5:
            out.append(1)
        else:
            out.append(0)
    return out


def _decide_elif(p, threshold=0.5):
    out = np.zeros(len(p))
    for i in range(len(p)):
        if p[i] < threshold:
            out[i] = 1
        elif p[i] > threshold:
            out[i] = 0
    return out


def _decide_returns(p, threshold=0.5):
    for v in p:
        if v >= threshold:
            return 1
        return 0
    return None


def _dense_loops(X, W, b):
    out = np.zeros((len(X), W.shape[1]))
    for i in range(len(X)):
        for k in range(W.shape[1]):
            for j in range(W.shape[0] - 1):
                out[i, k] += X[i, j] * W[j, k]
            out[i, k] -= b[k]
    return out


def _dense_bias_inside(X, W, b):
    out = np.zeros((len(X), W.shape[1]))
    for i in range(len(X)):
        for k in range(W.shape[1]):
            for j in range(W.shape[0]):
                out[i, k] += X[i, j] * W[j, k] + b[k]
    return out


def _dense_returns(X, W, b):
    out = []
    for row in X:
        out.append(row @ W + b)
        return out
    return None


def _dense_in_place(X, W, b):
    Z = X @ W
    b *= 2
    return Z + b


def _dense_neurons(X, W, b):
    return [X @ W[:, k] + b[0] for k in range(W.shape[1])]


STUDENTS = {
    "weighted_sum": {
        "never-reset": _resets_late,
        "bias-inside-and-last-missing": _bias_in_the_loop,
        "overwrites-with-bias": _assigns,
        "returns-first-minus-bias": _first_row,
        "last-row-missing-no-bias": _range_of_columns,
        "in-place-no-bias": _in_place_no_bias,
        "sum-of-all-no-bias": lambda X, w, b: np.sum(X * w),
        "axis-zero-no-bias": lambda X, w, b: np.sum(X * w, axis=0),
        "minus-bias-sigmoid": lambda X, w, b: sigmoid(X @ w - b),
        "no-bias-rounded": lambda X, w, b: np.round(X @ w, 2),
        "mean-minus-bias": lambda X, w, b: np.mean(X * w, axis=1) - b,
        "column-no-bias": lambda X, w, b: X @ w.reshape(-1, 1),
        "sum-without-weights": lambda X, w, b: X.sum(axis=1),
        "products-minus": lambda X, w, b: X * w - b,
        "keepdims": lambda X, w, b: np.sum(X * w, axis=1, keepdims=True) + b,
        "bias-times-row": lambda X, w, b: b * (X @ w) + b,
        "first-example": lambda X, w, b: X[0] @ w + b,
        "two-inputs": lambda X, w, b: X[:, 0] * w[0] + X[:, 1] * w[1] - b,
        "integers": lambda X, w, b: (X @ w + b).astype(int),
        "step-at-zero": lambda X, w, b: (X @ w + b >= 0) * 1,
        "normalised": lambda X, w, b: (X @ w + b) / np.linalg.norm(w),
    },
    "perceptron": {
        "no-bias-overflow": _neuron_no_bias_raw,
        "overwrites": _neuron_rows,
        "first-with-positive-exponent": _neuron_one,
        "no-bias-positive": lambda X, w, b: 1 / (1 + np.exp(X @ w)),
        "minus-bias": lambda X, w, b: 1 / (1 + np.exp(-(X @ w - b))),
        "exponent-of-one-term": lambda X, w, b: 1 / (1 + np.exp(-X @ w) + b),
        "precedence-no-bias": lambda X, w, b: 1 / 1 + np.exp(-(X @ w)),
        "bias-outside-overflow": lambda X, w, b: np.exp(X @ w) / (1 + np.exp(X @ w)) + b,
        "decided": lambda X, w, b: np.where(sigmoid(X @ w + b) > 0.5, 1, 0),
        "decided-at-half": lambda X, w, b: np.where(sigmoid(X @ w + b) >= 0.5, 1, 0),
        "tanh-no-bias": lambda X, w, b: np.tanh(X @ w),
        "sum-of-all": lambda X, w, b: sigmoid(np.sum(X * w) + b),
        "entry-by-entry": lambda X, w, b: sigmoid(X * w + b),
        "axis-zero": lambda X, w, b: sigmoid((X * w).sum(axis=0) + b),
        "rounded-positive": lambda X, w, b: np.round(1 / (1 + np.exp(X @ w + b)), 3),
        "column": lambda X, w, b: sigmoid(X @ w[:, None] + b),
        "derivative-no-bias": lambda X, w, b: sigmoid(X @ w) * (1 - sigmoid(X @ w)),
        "mean": lambda X, w, b: np.mean(sigmoid(X @ w + b)),
        "first-weight": lambda X, w, b: sigmoid(X[:, 0] * w[0] + b),
        "complement": lambda X, w, b: 1 - sigmoid(X @ w + b),
    },
    "decide": {
        "zeroed-after": _decide_order,
        "fixed-and-at-the-threshold": _decide_loop,
        "elif-reversed": _decide_elif,
        "returns-in-the-loop": _decide_returns,
        "fixed-at-least": lambda p, threshold=0.5: (p >= 0.5).astype(int),
        "signs-at-the-threshold": lambda p, threshold=0.5: np.where(p >= threshold, 1, -1),
        "complement-at-the-threshold": lambda p, threshold=0.5: p >= 1 - threshold,
        "reversed-fixed": lambda p, threshold=0.5: p < 0.5,
        "sum-at-the-threshold": lambda p, threshold=0.5: np.sum(p >= threshold),
        "own-default": lambda p, threshold=0.7: p > threshold,
        "p-above-minus-below": lambda p, threshold=0.5: np.where(p > threshold, p, -1),
        "argmax": lambda p, threshold=0.5: np.argmax(p > threshold),
        "any-at": lambda p, threshold=0.5: bool((p >= threshold).any()),
        "floor": lambda p, threshold=0.5: np.floor(p + threshold),
        "column": lambda p, threshold=0.5: (p > threshold).reshape(-1, 1) * 1,
        "list-of-lists": lambda p, threshold=0.5: [[int(v >= threshold)] for v in p],
    },
    "decision_line": {
        "no-bias-no-sign": lambda w, b, x1: w[0] * x1 / w[1],
        "no-sign-not-divided": lambda w, b, x1: b + w[0] * x1,
        "swapped-no-sign": lambda w, b, x1: (b + w[1] * x1) / w[0],
        "swapped-sign-of-bias": lambda w, b, x1: (b - w[1] * x1) / w[0],
        "precedence-minus": lambda w, b, x1: -b - w[0] * x1 / w[1],
        "precedence-first": lambda w, b, x1: -b / w[1] - w[0] * x1,
        "slope-and-bias": lambda w, b, x1: -w[0] / w[1] * x1 - b,
        "upside-down-no-sign": lambda w, b, x1: w[1] / (b + w[0] * x1),
        "half-no-sign": lambda w, b, x1: (0.5 - b + w[0] * x1) / w[1],
        "rounded-no-sign": lambda w, b, x1: np.round((b + w[0] * x1) / w[1], 2),
        "no-bias-rounded": lambda w, b, x1: np.round(-w[0] * x1 / w[1], 1),
        "both-coordinates-no-sign": lambda w, b, x1: np.column_stack([x1, (b + w[0] * x1) / w[1]]),
        "perpendicular": lambda w, b, x1: w[1] / w[0] * x1,
        "weights-sum": lambda w, b, x1: -(b + w[0] * x1 + w[1] * x1),
        "multiplied-no-sign": lambda w, b, x1: (b + w[0] * x1) * w[1],
        "first-point": lambda w, b, x1: -(b + w[0] * x1[0]) / w[1],
        "bias-only": lambda w, b, x1: -b / w[1],
        "slope-alone": lambda w, b, x1: -w[0] / w[1],
        "sigmoid-half": lambda w, b, x1: -(b + w[0] * x1) / w[1] + 0.5,
    },
    "dense": {
        "last-missing-minus": _dense_loops,
        "bias-inside": _dense_bias_inside,
        "returns-in-the-loop": _dense_returns,
        "in-place-twice": _dense_in_place,
        "first-bias-transposed": _dense_neurons,
        "no-bias-transposed": lambda X, W, b: (X @ W).T,
        "no-bias-sigmoid": lambda X, W, b: sigmoid(X @ W),
        "minus-relu": lambda X, W, b: np.maximum(X @ W - b, 0),
        "no-bias-rounded": lambda X, W, b: np.round(X @ W, 2),
        "sum-of-everything": lambda X, W, b: np.sum(X @ W + b),
        "sum-of-bias-no": lambda X, W, b: X @ W - np.sum(b),
        "left": lambda X, W, b: W.T @ X.T + b,
        "left-column": lambda X, W, b: W.T @ X.T + b[:, None],
        "elementwise": lambda X, W, b: X * W,
        "transposed-weights": lambda X, W, b: X @ W.T,
        "flat-no-bias": lambda X, W, b: (X @ W).flatten(),
        "first-neuron": lambda X, W, b: X @ W[:, 0] + b,
        "first-example": lambda X, W, b: X[0] @ W + b,
        "mean": lambda X, W, b: np.mean(X @ W + b, axis=0),
        "softmax-no-bias": lambda X, W, b: np.exp(X @ W) / np.exp(X @ W).sum(axis=1, keepdims=True),
    },
}

WRONG = {
    task: SINGLE[task]
    | usual(FUNCTIONS[task])
    | {f"student-{name}": answer for name, answer in STUDENTS[task].items()}
    for task in SINGLE
}
NAMED = 0.77
"""The share of the wrong answers that is named, at least."""
