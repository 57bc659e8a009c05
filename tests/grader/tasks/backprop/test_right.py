"""Right answers in many styles get every point, and one slip costs one task."""

import numpy as np
import pytest
from chainrule_grader import check
from chainrule_grader.judging import registry
from chainrule_grader.judging.judge import judge
from chainrule_grader.judging.local_subject import LocalSubject
from chainrule_grader.judging.verdict import Kind


def _sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1 + e)


BEND = {"sigmoid": _sigmoid, "tanh": np.tanh, "relu": lambda z: np.maximum(z, 0)}
SLOPE = {
    "sigmoid": lambda a: a * (1 - a),
    "tanh": lambda a: 1 - a**2,
    "relu": lambda a: a > 0,
}


def _error_by_sums(a, n):
    below = (a**2).sum() ** 0.5 + (n**2).sum() ** 0.5
    return ((a - n) ** 2).sum() ** 0.5 / max(below, 1e-300)


def _error_loops(a, n):
    numbers = list(zip(a.ravel().tolist(), n.ravel().tolist(), strict=True))
    roots = [
        sum(f(x, y) ** 2 for x, y in numbers) ** 0.5
        for f in (lambda x, y: x - y, lambda x, _y: x, lambda _x, y: y)
    ]
    return roots[0] / (roots[1] + roots[2]) if any(roots[1:]) else 0


def _bend_back_by_output(grad_out, z, name):
    return grad_out * SLOPE[name](BEND[name](z))


def _bend_back_loops(grad_out, z, name):
    out = []
    for grads, row in zip(grad_out, z, strict=True):
        out.append([g * float(SLOPE[name](BEND[name](v))) for g, v in zip(grads, row, strict=True)])
    return out


def _bend_back_masks(grad_out, z, name):
    if name == "relu":
        out = grad_out.copy()
        out[z <= 0] = 0
        return out
    if name == "tanh":
        return np.multiply(grad_out, (1 - np.tanh(z)) * (1 + np.tanh(z)))
    return grad_out * (1 / (1 + np.exp(-np.clip(z, -500, 500)))) * (1 - _sigmoid(z))


def _bend_back_single(grad_out, z, name):
    return _bend_back_by_output(grad_out.astype(np.float32), z.astype(np.float32), name)


def _dense_einsum(grad_out, X, W):
    return (
        np.einsum("nk,mk->nm", grad_out, W),
        np.einsum("nm,nk->mk", X, grad_out),
        np.einsum("nk->k", grad_out),
    )


def _dense_loops(grad_out, X, W):
    (n, k), m = grad_out.shape, X.shape[1]
    grad_X, grad_W, grad_b = np.zeros((n, m)), np.zeros((m, k)), np.zeros(k)
    for i in range(n):
        for j in range(k):
            grad_b[j] += grad_out[i, j]
            for f in range(m):
                grad_X[i, f] += grad_out[i, j] * W[f, j]
                grad_W[f, j] += grad_out[i, j] * X[i, f]
    return [grad_X, grad_W, grad_b]


def _dense_lists(grad_out, X, W):
    return (
        np.dot(grad_out, W.T).tolist(),
        np.dot(grad_out.T, X).T.tolist(),
        [float(column.sum()) for column in grad_out.T],
    )


def _dense_outer(grad_out, X, W):
    grad_W = sum(np.outer(x, g) for x, g in zip(X, grad_out, strict=True))
    return np.stack([W @ g for g in grad_out]), grad_W, np.ones(len(X)) @ grad_out


def _dense_single(grad_out, X, W):
    return tuple(a.astype(np.float32) for a in _dense_einsum(grad_out, X, W))


def _forward_examples(X, W1, b1, W2, b2):
    hidden = [_sigmoid(x @ W1 + b1) for x in X]
    return hidden, [_sigmoid(h @ W2 + b2) for h in hidden]


def _forward_bias_column(X, W1, b1, W2, b2):
    ones = np.ones((len(X), 1))
    hidden = _sigmoid(np.hstack([X, ones]) @ np.vstack([W1, b1]))
    return [hidden, _sigmoid(np.hstack([hidden, ones]) @ np.vstack([W2, b2]))]


def _forward_plain(X, W1, b1, W2, b2):
    hidden = 1 / (1 + np.exp(-(X @ W1 + b1)))
    return hidden, 1 / (1 + np.exp(-(hidden @ W2 + b2)))


def _gradients_plain(X, y, W1, b1, W2, b2):
    hidden, p = _forward_plain(X, W1, b1, W2, b2)
    d2 = (p - y) / len(X)
    d1 = d2 @ W2.T * hidden * (1 - hidden)
    return {"W2": hidden.T @ d2, "b2": d2.sum(0), "W1": X.T @ d1, "b1": d1.sum(0)}


def _gradients_clipped(X, y, W1, b1, W2, b2):
    hidden, p = _forward_plain(X, W1, b1, W2, b2)
    c = np.clip(p, 1e-7, 1 - 1e-7)
    d2 = (c - y) / (c * (1 - c)) / len(X) * p * (1 - p)
    d1 = np.outer(d2, W2) * hidden * (1 - hidden)
    return {"W1": X.T @ d1, "b1": d1.sum(0), "W2": hidden.T @ d2, "b2": d2.sum(0)}


def _gradients_examples(X, y, W1, b1, W2, b2):
    total = {"W1": 0 * W1, "b1": 0 * b1, "W2": 0 * W2, "b2": 0 * b2}
    for i in range(len(X)):
        one = _gradients_plain(X[i : i + 1], y[i : i + 1], W1, b1, W2, b2)
        total = {key: total[key] + one[key] / len(X) for key in total}
    return total | {"loss": 0.5}


def _gradients_single(*args):
    return {key: g.astype(np.float32) for key, g in _gradients_plain(*args).items()}


def _layers_recursive(X, weights, biases, activations):
    if not weights:
        return [X]
    out = BEND[activations[0]](X @ weights[0] + biases[0])
    return [X, *_layers_recursive(out, weights[1:], biases[1:], activations[1:])]


def _layers_index(X, weights, biases, activations):
    outs = {0: X}
    for i in range(len(weights)):
        z = np.einsum("nm,mk->nk", outs[i], weights[i]) + biases[i]
        match activations[i]:
            case "sigmoid":
                outs[i + 1] = 1 / (1 + np.exp(-z))
            case "tanh":
                outs[i + 1] = np.tanh(z)
            case _:
                outs[i + 1] = z * (z > 0)
    return tuple(outs.values())


def _layers_yield(X, weights, biases, activations):
    yield X.tolist()
    for W, b, name in zip(weights, biases, activations, strict=True):
        X = BEND[name](X @ W + b)
        yield X


def _backprop_lists(X, y, weights, biases, activations):
    outs = _layers_recursive(X, weights, biases, activations)
    delta = 2 * (outs[-1] - y) / y.size * SLOPE[activations[-1]](outs[-1])
    grads = []
    for i in range(len(weights) - 1, -1, -1):
        grads.append((outs[i].T @ delta, delta.sum(axis=0)))
        if i > 0:
            delta = (delta @ weights[i].T) * SLOPE[activations[i - 1]](outs[i])
    grads.reverse()
    return tuple(zip(*grads, strict=True))


def _backprop_recursive(X, y, weights, biases, activations):
    def sweep(a, i):
        if i == len(weights):
            return 2 * (a - y) / np.prod(y.shape), [], []
        out = BEND[activations[i]](a @ weights[i] + biases[i])
        grad, grads_W, grads_b = sweep(out, i + 1)
        grad_X, grad_W, grad_b = _dense_einsum(grad * SLOPE[activations[i]](out), a, weights[i])
        return grad_X, [grad_W, *grads_W], [grad_b, *grads_b]

    return sweep(X, 0)[1:]


def _by_trial(loss, w):
    slopes = np.zeros(w.shape)
    for index in np.ndindex(w.shape):
        step = np.zeros(w.shape)
        step[index] = 1e-5
        slopes[index] = (loss(w + step) - loss(w - step)) / 2e-5
    return slopes


def _backprop_by_trial(X, y, weights, biases, activations):
    def slope(those, i):
        def loss(w):
            layers = list(those)
            layers[i] = w
            both = (layers, biases) if those is weights else (weights, layers)
            return np.mean((_layers_recursive(X, *both, activations)[-1] - y) ** 2)

        return _by_trial(loss, those[i])

    return [slope(weights, i) for i in range(len(weights))], [
        slope(biases, i) for i in range(len(biases))
    ]


def _backprop_single(*args):
    return [[g.astype(np.float32) for g in grads] for grads in _backprop_lists(*args)]


ANSWERS = {
    "gradient_error": {
        "sums": _error_by_sums,
        "loops": _error_loops,
        "small-epsilon": lambda a, n: (
            np.linalg.norm(a - n) / (np.linalg.norm(a) + np.linalg.norm(n) + 1e-12)
        ),
        "where": lambda a, n: 0.0 if not (a.any() or n.any()) else _error_by_sums(a, n),
        "single": lambda a, n: np.float32(_error_by_sums(a, n)),
    },
    "activation_backward": {
        "by-output": _bend_back_by_output,
        "loops": _bend_back_loops,
        "masks": _bend_back_masks,
        "single": _bend_back_single,
    },
    "dense_backward": {
        "einsum": _dense_einsum,
        "loops": _dense_loops,
        "lists": _dense_lists,
        "outer": _dense_outer,
        "single": _dense_single,
    },
    "two_layer_forward": {
        "examples": _forward_examples,
        "bias-column": _forward_bias_column,
        "plain": _forward_plain,
        "single": lambda *a: tuple(x.astype(np.float32) for x in _forward_plain(*a)),
    },
    "two_layer_gradients": {
        "plain": _gradients_plain,
        "clipped": _gradients_clipped,
        "examples": _gradients_examples,
        "single": _gradients_single,
    },
    "forward": {
        "recursive": _layers_recursive,
        "index": _layers_index,
        "yield": _layers_yield,
        "single": lambda *a: [x.astype(np.float32) for x in _layers_recursive(*a)],
    },
    "backprop": {
        "lists": _backprop_lists,
        "recursive": _backprop_recursive,
        "by-trial": _backprop_by_trial,
        "single": _backprop_single,
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
    result = check(f"backprop/{task}", answer)
    assert (Kind.CORRECT, 1.0) == (result.verdict.kind, float(result)), result.verdict.message


CHAIN = """
def two_layer_forward(X, W1, b1, W2, b2):
    H = 1 / (1 + np.exp(-(X @ W1 + b1)))
    return H, 1 / (1 + np.exp(-(H @ W2 + b2)))
def dense_backward(grad_out, X, W):
    return grad_out @ W.T, X.T @ grad_out, grad_out.mean(axis=0)
def two_layer_gradients(X, y, W1, b1, W2, b2):
    H, p = two_layer_forward(X, W1, b1, W2, b2)
    grad, gW2, gb2 = dense_backward((p - y) / FACTOR, H, W2)
    _, gW1, gb1 = dense_backward(grad * H * (1 - H), X, W1)
    return dict(W1=gW1, b1=gb1, W2=gW2, b2=gb2)
"""


@pytest.mark.parametrize(("factor", "kind"), [("len(X)", Kind.CORRECT), ("3", Kind.WRONG)])
def test_one_slip_costs_one_task(factor, kind):
    """A slip in the dense layer does not cost what is built on it, and one of its own does."""
    names = {"np": np}
    exec(CHAIN.replace("FACTOR", factor), names)
    name = "two_layer_gradients"
    task = registry.find(f"backprop/{name}")
    verdict = judge(f"backprop/{name}", task, LocalSubject(name, names[name]), 5)
    assert (kind, kind is Kind.CORRECT) == (verdict.kind, verdict.score == 1), verdict.message
    assert ("dense_backward" in verdict.sentence) == (kind is Kind.CORRECT)
