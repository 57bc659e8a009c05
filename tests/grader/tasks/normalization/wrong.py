"""Wrong answers to the set on normalization."""

# ruff: noqa: ARG005  wrong answers leave arguments unused

import numpy as np

NAMED = 0.7


def right(X, low=0.0, high=1.0):
    """The right table."""
    return low + (high - low) * (X - X.min(0)) / np.ptp(X, axis=0)


def clip(grads, max_norm):
    """The right gradients."""
    norm = np.sqrt(sum((g**2).sum() for g in grads))
    return [g * min(1, max_norm / max(norm, 1e-12)) for g in grads]


def standard(X, mean=None, std=None):
    """The right three."""
    mean, std = (X.mean(0), X.std(0)) if mean is None else (mean, std)
    return (X - mean) / std, mean, std


def norm(x, gamma, beta, mean, var, training, momentum=0.99, epsilon=1e-3):
    """The right four."""
    mu, v = (x.mean(0), x.var(0)) if training else (mean, var)
    out = gamma * (x - mu) / np.sqrt(v + epsilon) + beta
    if training:
        mean, var = momentum * mean + (1 - momentum) * mu, momentum * var + (1 - momentum) * v
    return out, mean, var, None


def _norm_but(change):
    return lambda *args: change(*norm(*args), *args)


def _first_column(X, low=0.0, high=1.0):
    out = X.astype(float)
    out[:, 0] = right(X, low, high)[:, 0]
    return out


def batchnorm(x, gamma, beta, mean, var, training, momentum=0.99, epsilon=1e-3):
    """The forward pass that the backward passes below belong to."""
    std = np.sqrt(x.var(0) + epsilon)
    hat = (x - x.mean(0)) / std
    return gamma * hat + beta, mean, var, (hat, std, gamma)


def _backward(d, cache):
    hat, std, gamma = cache
    dx = gamma / std * (d - d.mean(0) - hat * (d * hat).mean(0))
    return dx, (d * hat).sum(0), d.sum(0)


WRONG = {
    "minmax": {
        "rounded": lambda X, low=0.0, high=1.0: np.round(right(X, low, high), 2),
        "negative": lambda X, low=0.0, high=1.0: -right(X, low, high),
        "transposed": lambda X, low=0.0, high=1.0: right(X, low, high).T,
        "first-column": _first_column,
        "flat": lambda X, low=0.0, high=1.0: right(X, low, high).ravel(),
        "twice": lambda X, low=0.0, high=1.0: right(X, low, high) * 2,
        "no-return": lambda X, low=0.0, high=1.0: None,
        "pair": lambda X, low=0.0, high=1.0: (right(X, low, high), X.min(0)),
        "size-of-largest": lambda X, low=0.0, high=1.0: X / np.abs(X).max(0),
        "norm": lambda X, low=0.0, high=1.0: X / np.linalg.norm(X, axis=0),
        "keyword-only": lambda X, *, low=0.0, high=1.0: right(X, low, high),
        "plus-one": lambda X, low=0.0, high=1.0: (X - X.min(0)) / (np.ptp(X, axis=0) + 1),
        "low-twice": lambda X, low=0.0, high=1.0: right(X, low, high) + low,
    },
    "standardize": {
        "only-z": lambda X, mean=None, std=None: standard(X, mean, std)[0],
        "order": lambda X, mean=None, std=None: standard(X, mean, std)[::-1],
        "rounded": lambda X, mean=None, std=None: (
            np.round(standard(X, mean, std)[0], 2),
            *standard(X, mean, std)[1:],
        ),
        "negative": lambda X, mean=None, std=None: (
            -standard(X, mean, std)[0],
            *standard(X, mean, std)[1:],
        ),
        "large-epsilon": lambda X, mean=None, std=None: (
            (X - standard(X, mean, std)[1]) / (standard(X, mean, std)[2] + 0.01),
            *standard(X, mean, std)[1:],
        ),
        "returns-variance": lambda X, mean=None, std=None: (
            *standard(X, mean, std)[:2],
            standard(X, mean, std)[2] ** 2,
        ),
        "none-back": lambda X, mean=None, std=None: (standard(X, mean, std)[0], mean, std),
        "dictionary": lambda X, mean=None, std=None: dict(
            zip("Zms", standard(X, mean, std), strict=True)
        ),
        "mean-of-rows": lambda X, mean=None, std=None: standard(X, X.mean(1)[: X.shape[1]], std),
        "mad": lambda X, mean=None, std=None: standard(X, X.mean(0), np.abs(X - X.mean(0)).mean(0)),
        "transposed": lambda X, mean=None, std=None: (
            standard(X, mean, std)[0].T,
            *standard(X, mean, std)[1:],
        ),
    },
    "clip_by_value": {
        "none": lambda g, limit: None,
        "max-of-all": lambda g, limit: np.full(g.shape, min(g.max(), limit)),
        "divided": lambda g, limit: g / limit,
        "one-plus": lambda g, limit: np.clip(g, -limit - 1, limit + 1),
        "half": lambda g, limit: np.clip(g, -limit / 2, limit / 2),
        "swapped": lambda g, limit: np.clip(g, limit, -limit),
        "rounded": lambda g, limit: np.round(np.clip(g, -limit, limit), 1),
        "list-of-max": lambda g, limit: max(-limit, min(limit, g.ravel()[0])),
        "flat": lambda g, limit: np.clip(g, -limit, limit).ravel()[:-1],
        "nan": lambda g, limit: np.where(np.abs(g) > limit, np.nan, g),
        "negative": lambda g, limit: -np.clip(g, -limit, limit),
        "square": lambda g, limit: np.where(g**2 > limit, limit * np.sign(g), g),
    },
    "clip_by_norm": {
        "first-only": lambda grads, limit: clip(grads, limit)[0],
        "concatenated": lambda grads, limit: np.concatenate([g.ravel() for g in grads]),
        "half": lambda grads, limit: [g / 2 for g in clip(grads, limit)],
        "spectral": lambda grads, limit: [
            g * min(1, limit / max(1e-9, *(np.linalg.norm(np.atleast_2d(h), 2) for h in grads)))
            for g in grads
        ],
        "no-min-above": lambda grads, limit: [g * limit for g in grads],
        "negative": lambda grads, limit: [-g for g in clip(grads, limit)],
        "nan": lambda grads, limit: [
            g * min(1, limit / np.sqrt(sum((h**2).sum() for h in grads))) / np.abs(g).max()
            for g in grads
        ],
        "with-norm": lambda grads, limit: (clip(grads, limit), 1.0),
        "mean-norm": lambda grads, limit: clip(grads, limit * len(grads)),
        "signs": lambda grads, limit: [np.sign(g) * limit for g in grads],
        "without-last": lambda grads, limit: [*clip(grads[:-1], limit), grads[-1]],
        "reversed": lambda grads, limit: clip(grads, limit)[::-1],
    },
    "random_init": {
        "variance": lambda n, k, rng, std=0.01: rng.normal(0, std**2, (n, k)),
        "variance-transposed": lambda n, k, rng, std=0.01: rng.normal(0, std**2, (k, n)),
        "root-transposed": lambda n, k, rng, std=0.01: rng.normal(0, std**0.5, (k, n)),
        "standard-transposed": lambda n, k, rng, std=0.01: rng.normal(size=(k, n)),
        "fixed-std-transposed": lambda n, k, rng, std=0.01: 0.01 * rng.normal(size=(k, n)),
        "uniform": lambda n, k, rng, std=0.01: rng.random((n, k)),
        "uniform-scaled": lambda n, k, rng, std=0.01: rng.random((n, k)) * std,
        "uniform-transposed": lambda n, k, rng, std=0.01: rng.uniform(-std, std, (k, n)),
        "seeded-variance": lambda n, k, rng, std=0.01: np.random.default_rng(1).normal(
            0, std**2, (n, k)
        ),
        "seeded-transposed": lambda n, k, rng, std=0.01: np.random.default_rng(1).normal(
            0, std, (k, n)
        ),
        "std-as-mean": lambda n, k, rng, std=0.01: rng.normal(std, size=(n, k)),
        "double-std": lambda n, k, rng, std=0.01: std * rng.normal(0, std, (n, k)),
        "added": lambda n, k, rng, std=0.01: rng.normal(size=(n, k)) + std,
        "positive-variance": lambda n, k, rng, std=0.01: np.abs(rng.normal(0, std**2, (n, k))),
        "over-root-n": lambda n, k, rng, std=0.01: rng.normal(0, std, (n, k)) / np.sqrt(n),
        "zeros-transposed": lambda n, k, rng, std=0.01: np.zeros((k, n)),
        "one-number": lambda n, k, rng, std=0.01: np.ones((n, k)) * rng.normal(0, std),
        "column": lambda n, k, rng, std=0.01: rng.normal(0, std, (n, 1)) * np.ones(k),
        "no-return": lambda n, k, rng, std=0.01: None,
        "triple": lambda n, k, rng, std=0.01: rng.normal(0, 3 * std, (n, k)),
        "row": lambda n, k, rng, std=0.01: rng.normal(0, std, n * k),
        "integers": lambda n, k, rng, std=0.01: rng.integers(-1, 2, (n, k)),
        "nan": lambda n, k, rng, std=0.01: rng.normal(0, std, (n, k)) / 0.0,
        "minus": lambda n, k, rng, std=0.01: -np.abs(rng.normal(0, std, (n, k))),
        "pair": lambda n, k, rng, std=0.01: (rng.normal(0, std, (n, k)), np.zeros(k)),
        "ones": lambda n, k, rng, std=0.01: np.ones((n, k)) * std,
        "square": lambda n, k, rng, std=0.01: rng.normal(0, std, (n, n)),
        "half": lambda n, k, rng, std=0.01: std * (rng.random((n, k)) - 0.5),
        "eye": lambda n, k, rng, std=0.01: np.eye(n, k) * std,
        "bias": lambda n, k, rng, std=0.01: rng.normal(0, std, (n + 1, k)),
    },
    "xavier_init": {
        "no-root": lambda n, k, rng: rng.normal(0, 1 / n, (n, k)),
        "no-root-transposed": lambda n, k, rng: rng.normal(0, 1 / n, (k, n)),
        "he-transposed": lambda n, k, rng: rng.normal(0, np.sqrt(2 / n), (k, n)),
        "outputs-no-root": lambda n, k, rng: rng.normal(0, 1 / k, (n, k)),
        "he-outputs": lambda n, k, rng: rng.normal(0, np.sqrt(2 / k), (n, k)),
        "root-of-sum": lambda n, k, rng: rng.normal(0, 1 / np.sqrt(n + k), (n, k)),
        "times-n": lambda n, k, rng: rng.normal(size=(n, k)) * n,
        "uniform": lambda n, k, rng: rng.random((n, k)),
        "uniform-no-root": lambda n, k, rng: rng.random((n, k)) / n,
        "uniform-scaled": lambda n, k, rng: rng.random((n, k)) * np.sqrt(1 / n),
        "uniform-limit": lambda n, k, rng: rng.uniform(-1, 1, (n, k)) / np.sqrt(n),
        "seeded-no-root": lambda n, k, rng: np.random.default_rng(1).normal(0, 1 / n, (n, k)),
        "seeded-transposed": lambda n, k, rng: np.random.default_rng(1).normal(0, n**-0.5, (k, n)),
        "small-transposed": lambda n, k, rng: 0.01 * rng.normal(size=(k, n)),
        "small-divided": lambda n, k, rng: 0.01 * rng.normal(size=(n, k)) / np.sqrt(n),
        "mean": lambda n, k, rng: rng.normal(np.sqrt(1 / n), 1, (n, k)),
        "row-for-all": lambda n, k, rng: np.ones((n, 1)) * rng.normal(0, n**-0.5, k),
        "constant": lambda n, k, rng: np.ones((n, k)) / np.sqrt(n),
        "outputs-transposed": lambda n, k, rng: rng.normal(0, k**-0.5, (k, n)),
        "two": lambda n, k, rng: rng.normal(0, 2 / np.sqrt(n), (n, k)),
        "row": lambda n, k, rng: rng.normal(0, n**-0.5, n),
        "sum-even": lambda n, k, rng: rng.uniform(-1, 1, (n, k)) * (6 / (n + k)) ** 0.5,
        "six": lambda n, k, rng: rng.uniform(-1, 1, (n, k)) * (6 / n) ** 0.5,
        "positive": lambda n, k, rng: np.abs(rng.normal(0, n**-0.5, (n, k))),
        "none": lambda n, k, rng: None,
        "half": lambda n, k, rng: rng.normal(0, 0.5 / n**0.5, (n, k)),
        "log": lambda n, k, rng: rng.normal(0, 1 / np.log(n), (n, k)),
        "eye": lambda n, k, rng: np.eye(n, k),
        "bias": lambda n, k, rng: rng.normal(0, n**-0.5, (n, k + 1)),
        "crash": lambda n, k, rng: rng.normal(0, n**-0.5, n, k, k),
    },
    "batchnorm": {
        "two": lambda *args: norm(*args)[::3],
        "none": lambda *args: None,
        "negative": _norm_but(lambda out, m, v, c, *_: (-out, m, v, c)),
        "transposed": _norm_but(lambda out, m, v, c, *_: (out.T, m, v, c)),
        "swapped": _norm_but(lambda out, m, v, c, *_: (out, v, m, c)),
        "root-moving": _norm_but(lambda out, m, v, c, *_: (out, m, np.sqrt(v), c)),
        "order": _norm_but(lambda out, m, v, c, *_: (out, c, m, v)),
        "double": _norm_but(lambda out, m, v, c, *_: (2 * out, m, v, c)),
        "always-training": lambda *args: norm(*args[:5], True, *args[6:]),
        "never-training": lambda *args: norm(*args[:5], False, *args[6:]),
        "rounded": _norm_but(lambda out, m, v, c, *_: (np.round(out, 2), m, v, c)),
        "single-stat": _norm_but(lambda out, m, v, c, *_: (out, m.mean(), v.mean(), c)),
        "gamma-squared": _norm_but(lambda out, m, v, c, x, g, b, *_: ((out - b) * g + b, m, v, c)),
        "beta-twice": _norm_but(lambda out, m, v, c, x, g, b, *_: (out + b, m, v, c)),
        "beta-minus": _norm_but(lambda out, m, v, c, x, g, b, *_: (out - 2 * b, m, v, c)),
    },
    "batchnorm_backward": {
        "two": lambda d, cache: _backward(d, cache)[:2],
        "none": lambda d, cache: None,
        "negative": lambda d, cache: tuple(-g for g in _backward(d, cache)),
        "minus-x": lambda d, cache: (-_backward(d, cache)[0], *_backward(d, cache)[1:]),
        "transposed": lambda d, cache: (_backward(d, cache)[0].T, *_backward(d, cache)[1:]),
        "doubled": lambda d, cache: (2 * _backward(d, cache)[0], *_backward(d, cache)[1:]),
        "half-variance": lambda d, cache: (
            cache[2] / cache[1] * (d - d.mean(0) - 0.5 * cache[0] * (d * cache[0]).mean(0)),
            *_backward(d, cache)[1:],
        ),
        "gamma-in-beta": lambda d, cache: (*_backward(d, cache)[:2], (d * cache[2]).sum(0)),
        "gamma-in-gamma": lambda d, cache: (
            _backward(d, cache)[0],
            (d * cache[0] * cache[2]).sum(0),
            d.sum(0),
        ),
        "upstream": lambda d, cache: (d, *_backward(d, cache)[1:]),
        "wrong-key": lambda d, cache: cache["gamma"],
        "order": lambda d, cache: _backward(d, cache)[::-1],
        "forwards": lambda d, cache: ((d - d.mean(0)) / d.std(0), *_backward(d, cache)[1:]),
    },
}
