"""Right answers on normalisation are right, however they are written and whatever they keep."""

import math
import types

import numpy as np
import pytest
from chainrule_grader import check
from chainrule_grader.judging.verdict import Kind
from chainrule_grader.tasks.normalization import random_init, xavier_init


def _minmax_loops(X, low=0.0, high=1.0):
    out = np.zeros(X.shape)
    for j in range(X.shape[1]):
        a, b = min(X[:, j]), max(X[:, j])
        for i in range(X.shape[0]):
            out[i, j] = low + (high - low) * (X[i, j] - a) / (b - a)
    return out


def _minmax_lists(X, low=0.0, high=1.0):
    columns = [[(v - min(c)) / (max(c) - min(c)) for v in c] for c in X.T.tolist()]
    return [[low + (high - low) * v for v in row] for row in zip(*columns, strict=True)]


def _minmax_interp(X, low=0.0, high=1.0):
    return np.stack([np.interp(c, [c.min(), c.max()], [low, high]) for c in X.T], axis=1)


def _minmax_single(X, low=0.0, high=1.0):
    X = X.astype(np.float32)
    unit = (X - X.min(0, keepdims=True)) / (np.ptp(X, axis=0) + np.float32(1e-12))
    return unit * np.float32(high - low) + np.float32(low)


def _standardize_loops(X, mean=None, std=None):
    n, m = X.shape
    if mean is None:
        mean = [sum(X[:, j]) / n for j in range(m)]
        std = [math.sqrt(sum((v - mean[j]) ** 2 for v in X[:, j]) / n) for j in range(m)]
    Z = [[(X[i, j] - mean[j]) / std[j] for j in range(m)] for i in range(n)]
    return [Z, mean, std]


def _standardize_separate(X, mean=None, std=None):
    mean = np.mean(X, 0) if mean is None else mean
    std = np.sqrt(np.mean((X - mean) ** 2, 0)) if std is None else std
    return np.divide(np.subtract(X, mean), std + 1e-8), mean, std


def _standardize_einsum(X, mean=None, std=None):
    if mean is None:
        mean = np.einsum("ij->j", X) / len(X)
        std = np.einsum("ij,ij->j", X - mean, X - mean) ** 0.5 / len(X) ** 0.5
    return ((X - mean) / std).astype(np.float32), mean, std


def _clip_loops(g, limit):
    out = np.zeros(g.shape)
    for i in np.ndindex(g.shape):
        out[i] = min(max(g[i], -limit), limit)
    return out


def _clip_list(g, limit):
    if g.ndim > 1:
        return [_clip_list(row, limit) for row in g]
    return [max(-limit, min(limit, v)) for v in g]


def _norm_concatenated(grads, max_norm):
    norm = np.linalg.norm(np.concatenate([g.ravel() for g in grads]))
    return tuple(g * min(1.0, max_norm / (norm + 1e-6)) for g in grads)


def _norm_tensorflow(grads, max_norm):
    norm = math.sqrt(sum(float(np.sum(np.square(g))) for g in grads))
    return [g * max_norm / max(norm, max_norm) for g in grads]


def _norm_loops(grads, max_norm):
    total = 0
    for g in grads:
        for v in g.flatten():
            total += v * v
    copies = [np.array(g, dtype=float) for g in grads]
    if total**0.5 > max_norm:
        for copy in copies:
            np.multiply(copy, max_norm / total**0.5, out=copy)
    return [g.tolist() for g in copies]


def _norm_epsilon(grads, max_norm):
    norm = np.sqrt(sum((g * g).sum() for g in grads))
    scale = max_norm / (norm + 1e-8) if norm > max_norm else 1.0
    return [(g * scale).astype(np.float32) for g in grads]


def _batchnorm_loops(
    x, gamma, beta, moving_mean, moving_var, training, momentum=0.99, epsilon=1e-3
):
    n, m = x.shape
    out, new_mean, new_var = np.zeros((n, m)), np.array(moving_mean), np.array(moving_var)
    for j in range(m):
        mu, var = moving_mean[j], moving_var[j]
        if training:
            mu = sum(x[:, j]) / n
            var = sum((v - mu) ** 2 for v in x[:, j]) / n
            new_mean[j] = momentum * moving_mean[j] + (1 - momentum) * mu
            new_var[j] = momentum * moving_var[j] + (1 - momentum) * var
        for i in range(n):
            out[i, j] = gamma[j] * (x[i, j] - mu) / math.sqrt(var + epsilon) + beta[j]
    return out.tolist(), list(new_mean), list(new_var), None


def _batchnorm_keras(x, gamma, beta, mean, var, training, momentum=0.99, epsilon=1e-3):
    if not training:
        inv = gamma / np.sqrt(var + epsilon)
        return [x * inv + (beta - mean * inv), mean.copy(), var.copy(), {}]
    mu, v = np.mean(x, axis=0, keepdims=True), np.var(x, axis=0, keepdims=True)
    inv = gamma * (v + epsilon) ** -0.5
    mean = mean - (mean - mu[0]) * (1 - momentum)
    var = var - (var - v[0]) * (1 - momentum)
    return [x * inv + beta - mu * inv, mean, var, {"inv": inv}]


def _batchnorm_single(x, gamma, beta, mean, var, training, momentum=0.99, epsilon=1e-3):
    x, gamma, beta, mean, var = (a.astype(np.float32) for a in (x, gamma, beta, mean, var))
    if training:
        mu = x.mean(0)
        v = ((x - mu) ** 2).mean(0)
        mean_out = np.float32(momentum) * mean + np.float32(1 - momentum) * mu
        var_out = np.float32(momentum) * var + np.float32(1 - momentum) * v
    else:
        mu, v, mean_out, var_out = mean, var, mean, var
    out = gamma * (x - mu) / np.sqrt(v + np.float32(epsilon)) + beta
    return out, mean_out, var_out, (x, types.SimpleNamespace(mu=mu, v=v))


ANSWERS = {
    "minmax": {
        "loops": _minmax_loops,
        "lists": _minmax_lists,
        "interp": _minmax_interp,
        "single": _minmax_single,
    },
    "standardize": {
        "loops": _standardize_loops,
        "separate": _standardize_separate,
        "einsum": _standardize_einsum,
    },
    "clip_by_value": {
        "loops": _clip_loops,
        "list": _clip_list,
        "minimum": lambda g, limit: np.minimum(np.maximum(g, -limit), limit),
        "where": lambda g, limit: np.where(np.abs(g) > limit, limit * np.sign(g), g),
        "single": lambda g, limit: np.clip(g.astype(np.float32), -limit, limit),
    },
    "clip_by_norm": {
        "concatenated": _norm_concatenated,
        "tensorflow": _norm_tensorflow,
        "loops": _norm_loops,
        "epsilon": _norm_epsilon,
    },
    "random_init": {
        "standard": lambda n, k, rng, std=0.01: std * rng.standard_normal((n, k)),
        "columns": lambda n, k, rng, std=0.01: np.stack(
            [rng.normal(0, std, n) for _ in range(k)], axis=1
        ),
        "loops": lambda n, k, rng, std=0.01: [
            [rng.normal(0, std) for _ in range(k)] for _ in range(n)
        ],
        "transposed": lambda n, k, rng, std=0.01: rng.normal(size=(k, n)).T * std,
        "single": lambda n, k, rng, std=0.01: np.float32(rng.normal(scale=std, size=(n, k))),
        "truncated": lambda n, k, rng, std=0.01: (
            np.clip(rng.normal(size=(n, k)), -3, 3) * (std / 0.9933)
        ),
    },
    "xavier_init": {
        "even": lambda n, k, rng: rng.uniform(-((3 / n) ** 0.5), (3 / n) ** 0.5, (n, k)),
        "divided": lambda n, k, rng: rng.standard_normal((n, k)) / n**0.5,
        "rows": lambda n, k, rng: [rng.normal(0, n**-0.5, k).tolist() for _ in range(n)],
        "single": lambda n, k, rng: rng.normal(0, 1 / math.sqrt(n), (n, k)).astype("f4"),
        "two-values": lambda n, k, rng: (rng.random((n, k)) < 0.5) * 2 / n**0.5 - n**-0.5,
    },
    "batchnorm": {
        "loops": _batchnorm_loops,
        "keras": _batchnorm_keras,
        "single": _batchnorm_single,
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
    result = check(f"normalization/{task}", answer)
    assert (Kind.CORRECT, 1.0) == (result.verdict.kind, float(result)), result.verdict.message


HEAD = (
    "def batchnorm(x, gamma, beta, moving_mean, moving_var, training, momentum=0.99, epsilon=1e-3):"
)
FORWARD = """
    mu, var = x.mean(0), x.var(0)
    std = np.sqrt(var + epsilon)
    xhat = (x - mu) / std
    n, m = x.shape
    out = gamma * xhat + beta
    mm = momentum * moving_mean + (1 - momentum) * mu
    mv = momentum * moving_var + (1 - momentum) * var
    return out, mm, mv, {cache}
"""
BACKWARD = {
    "staged": (
        "{'x': x, 'mu': mu, 'var': var, 'eps': epsilon, 'gamma': gamma}",
        """
    n = d.shape[0]
    x, mu, var, eps, gamma = (cache[k] for k in ("x", "mu", "var", "eps", "gamma"))
    dxhat = d * gamma
    dvar = np.sum(dxhat * (x - mu) * -0.5 * (var + eps) ** -1.5, axis=0)
    dmu = np.sum(-dxhat / np.sqrt(var + eps), axis=0) + dvar * np.mean(-2 * (x - mu), axis=0)
    dx = dxhat / np.sqrt(var + eps) + dvar * 2 * (x - mu) / n + dmu / n
    return dx, np.sum(d * (x - mu) / np.sqrt(var + eps), axis=0), d.sum(axis=0)
""",
    ),
    "one-line": (
        "(xhat, gamma, 1 / std)",
        """
    xhat, gamma, inv = cache
    n = len(d)
    db, dg = d.sum(0), (d * xhat).sum(0)
    return [(gamma * inv / n) * (n * d - db - xhat * dg), dg, db]
""",
    ),
    "an-object": (
        "types.SimpleNamespace(xhat=xhat, std=std, gamma=gamma)",
        """
    c = cache
    g = d * c.gamma
    dx = (g - g.mean(0) - c.xhat * (g * c.xhat).mean(0)) / c.std
    return dx, np.einsum("ij,ij->j", d, c.xhat), np.einsum("ij->j", d)
""",
    ),
    "loops-by-jacobian": (
        "[xhat.tolist(), std.tolist(), gamma.tolist()]",
        """
    xhat, std, gamma = map(np.array, cache)
    n, m = d.shape
    dx = np.zeros((n, m))
    for j in range(m):
        jac = (np.eye(n) - 1 / n - np.outer(xhat[:, j], xhat[:, j]) / n) * gamma[j] / std[j]
        dx[:, j] = jac.T @ d[:, j]
    dg = [sum(d[i, j] * xhat[i, j] for i in range(n)) for j in range(m)]
    return dx.tolist(), dg, [sum(d[:, j]) for j in range(m)]
""",
    ),
    "single": (
        "{'xhat': xhat.astype('f4'), 'scale': (gamma / std).astype('f4')}",
        """
    d, xhat = d.astype(np.float32), cache["xhat"]
    dx = cache["scale"] * (d - d.mean(0) - xhat * (d * xhat).mean(0))
    return dx, (d * xhat).sum(0), d.sum(0)
""",
    ),
    "a-function": (
        "lambda d: (gamma / std * (d - d.mean(0) - xhat * (d * xhat).mean(0)), (d * xhat).sum(0))",
        """
    return *cache(d), d.sum(0)
""",
    ),
    "unwritten-inference": (
        "(xhat, std, gamma, training, None, 'batch')",
        """
    xhat, std, gamma, training, nothing, name = cache
    assert training and nothing is None and name == "batch"
    dx = gamma / std * (d - d.mean(0) - xhat * (d * xhat).mean(0))
    return dx, (d * xhat).sum(0), d.sum(0)
""",
    ),
}


@pytest.mark.parametrize(("cache", "body"), BACKWARD.values(), ids=BACKWARD)
def test_the_cache_is_the_students_own(cache, body):
    """Whatever the forward pass keeps, the backward pass gets it back."""
    names = {"np": np, "types": types}
    source = HEAD + FORWARD.replace("{cache}", cache) + "\ndef batchnorm_backward(d, cache):" + body
    exec(source, names)
    result = check("normalization/batchnorm_backward", names["batchnorm_backward"])
    assert (Kind.CORRECT, 1.0) == (result.verdict.kind, float(result)), result.verdict.message


def test_no_deviation_that_is_suspected_is_near_the_right_one():
    """No bound around a mistake's deviation is met by right weights."""
    for std, suspects in [
        (0.3, random_init._suspects(0.3)),
        (250**-0.5, xavier_init._suspects(250, 80)),
        (90**-0.5, xavier_init._suspects(90, 230)),
    ]:
        assert all(abs(suspect / std - 1) > 0.1 for suspect in suspects.values())
