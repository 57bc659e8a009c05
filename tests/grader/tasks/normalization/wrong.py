"""Wrong answers on normalisation that no catalogue has are not right, and most are told why."""
# ruff: noqa: ARG005  an answer takes all that the task gives, whatever it makes of it

import functools

import numpy as np
import pytest
from chainrule_grader import check
from chainrule_grader.judging.verdict import Kind


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
}
CASES = [
    pytest.param(task, answer, id=f"{task}-{name}")
    for task, answers in WRONG.items()
    for name, answer in answers.items()
]


@functools.cache
def verdict_on(task, answer):
    """Check an answer once."""
    return check(f"normalization/{task}", answer).verdict


@pytest.mark.parametrize(("task", "answer"), CASES)
def test_a_wrong_answer_is_not_right(task, answer):
    """No slip gets every point, and none is blamed on the grader."""
    verdict = verdict_on(task, answer)
    assert verdict.kind not in {Kind.CORRECT, Kind.GRADER_FAULT}, verdict.message
    assert verdict.score < 1


def batchnorm(x, gamma, beta, mean, var, training, momentum=0.99, epsilon=1e-3):
    """The forward pass that the backward passes below belong to."""
    std = np.sqrt(x.var(0) + epsilon)
    hat = (x - x.mean(0)) / std
    return gamma * hat + beta, mean, var, (hat, std, gamma)


def _backward(d, cache):
    hat, std, gamma = cache
    dx = gamma / std * (d - d.mean(0) - hat * (d * hat).mean(0))
    return dx, (d * hat).sum(0), d.sum(0)


BACKWARD = {
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
}


@pytest.mark.parametrize("answer", BACKWARD.values(), ids=BACKWARD)
def test_a_wrong_way_back_is_not_right(answer):
    """No slip on the way back gets every point either."""
    verdict = verdict_on("batchnorm_backward", answer)
    assert verdict.kind not in {Kind.CORRECT, Kind.GRADER_FAULT}, verdict.message
    assert verdict.score < 1


def test_most_wrong_answers_are_told_what_is_wrong():
    """At least 88 of 100 slips get a sentence that says more than that numbers are wrong."""
    cases = [case.values for case in CASES] + [("batchnorm_backward", a) for a in BACKWARD.values()]
    sentences = [verdict_on(*case).sentence for case in cases]
    bare = [words for words in sentences if words.endswith("gives the wrong numbers.")]
    print(f"{len(sentences) - len(bare)} of {len(sentences)} are told what is wrong")
    assert len(bare) <= 0.12 * len(sentences), bare
