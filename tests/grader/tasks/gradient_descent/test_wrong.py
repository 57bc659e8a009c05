"""Slips that are in no catalogue are not right, and most are told what is wrong."""

import functools

import numpy as np
import pytest
from chainrule_grader import check
from chainrule_grader.judging.verdict import Kind


def _descend(grad, w0, learning_rate, steps):
    path = [w0 * 1.0]
    for _ in range(steps):
        path.append(path[-1] - learning_rate * grad(path[-1]))
    return np.array(path)


def _momentum(grad, w0, learning_rate, steps):
    path, v = [w0 * 1.0], 0
    for _ in range(steps):
        v = 0.9 * v + grad(path[-1])
        path.append(path[-1] - learning_rate * v)
    return np.array(path)


def _stops_early(grad, w0, learning_rate, steps):
    path = [w0 * 1.0]
    for _ in range(steps):
        if np.abs(grad(path[-1])).max() < 2:
            break
        path.append(path[-1] - learning_rate * grad(path[-1]))
    return np.array(path)


def _every_second(grad, w0, learning_rate, steps):
    return _descend(grad, w0, learning_rate, 2 * steps)[::2]


def _walk(pairs, w, learning_rate):
    path = [w]
    for x, y in pairs:
        path.append(path[-1] - learning_rate * 2 * x * (x * path[-1] - y))
    return path


def _gradient(f, w, h=1e-5):
    out = np.zeros(w.shape)
    for i in np.ndindex(w.shape):
        up, down = w * 1.0, w * 1.0
        up[i] += h
        down[i] -= h
        out[i] = (f(up) - f(down)) / (2 * h)
    return out


def _rows_only(f, w, h=1e-5):
    out = np.zeros(w.shape)
    for i in range(len(w)):
        up, down = w * 1.0, w * 1.0
        up[i] += h
        down[i] -= h
        out[i] = (f(up) - f(down)) / (2 * h)
    return out


def _stays_up(f, w, h=1e-5):
    w = w * 1.0
    out = np.zeros(w.shape)
    for i in np.ndindex(w.shape):
        before = f(w)
        w[i] += h
        out[i] = (f(w) - before) / h
    return out


WRONG = {
    "update": {
        "none": lambda _w, _g, _lr: None,
        "both": lambda w, g, lr: (w - lr * g, g),
        "scalar-product": lambda w, g, lr: w - lr * np.dot(w.ravel(), g.ravel()),
        "squared-gradient": lambda w, g, lr: w - lr * g**2,
        "squared-rate": lambda w, g, lr: w - lr**2 * g,
        "ten-times": lambda w, g, lr: w - 10 * lr * g,
        "decay": lambda w, g, lr: w * 0.99 - lr * g,
        "clipped": lambda w, g, lr: w - lr * np.clip(g, -1, 1),
        "negative": lambda w, g, lr: -(w - lr * g),
        "flattened": lambda w, g, lr: (w - lr * g).ravel(),
        "rounded": lambda w, g, lr: np.round(w - lr * g, 2),
        "first-only": lambda w, g, lr: np.concatenate([w[:1] - lr * g[:1], w[1:]]),
        "last-missed": lambda w, g, lr: np.concatenate([w[:-1] - lr * g[:-1], w[-1:]]),
        "outer": lambda w, g, lr: w - lr * np.outer(g, g),
        "added-rate": lambda w, g, lr: w - (lr + g),
        "times-w": lambda w, g, lr: w - lr * g * w,
        "string": lambda w, g, lr: str(w - lr * g),
    },
    "descend": {
        "none": lambda *_a: None,
        "momentum": _momentum,
        "stops-early": _stops_early,
        "every-second": _every_second,
        "pair": lambda *a: (_descend(*a)[-1], _descend(*a)),
        "grad-not-called": lambda grad, w0, lr, _steps: w0 - lr * grad,
        "constant": lambda _grad, w0, _lr, steps: np.array([w0] * (steps + 1)),
        "half-rate": lambda grad, w0, lr, steps: _descend(grad, w0, lr / 2, steps),
        "double-rate": lambda grad, w0, lr, steps: _descend(grad, w0, 2 * lr, steps),
        "extra-axis": lambda *a: _descend(*a)[:, np.newaxis],
        "start-zero": lambda grad, w0, lr, steps: _descend(grad, 0 * w0, lr, steps),
        "start-twice": lambda *a: np.concatenate([_descend(*a)[:1], _descend(*a)[:-1]]),
        "squared-gradient": lambda grad, w0, lr, s: _descend(lambda w: grad(w) ** 2, w0, lr, s),
        "sign": lambda grad, w0, lr, s: _descend(lambda w: np.sign(grad(w)), w0, lr, s),
        "rounded": lambda *a: np.round(_descend(*a), 2),
        "of-negative": lambda grad, w0, lr, s: -_descend(grad, w0, lr, s),
    },
    "one_weight": {
        "none": lambda *_a: None,
        "mean": lambda *a: float(np.mean(_walk(*a))),
        "absolute-error": lambda p, w, lr: [
            *np.cumsum([w, *(-lr * x * np.sign(x * w - y) for x, y in p)])
        ],
        "start-twice": lambda p, w, lr: [w, *_walk(p, w, lr)],
        "zero-first": lambda p, w, lr: [0, *_walk(p, w, lr)[1:]],
        "times-four": lambda p, w, lr: _walk(p, w, 4 * lr),
        "cubed": lambda p, w, lr: _walk([(x**3, y) for x, y in p], w, lr),
        "positive-only": lambda p, w, lr: np.abs(_walk(p, w, lr)),
        "ints": lambda p, w, lr: [int(v) for v in _walk(p, w, lr)],
        "column": lambda p, w, lr: np.reshape(_walk(p, w, lr), (-1, 1)),
        "pairs-and-weights": lambda p, w, lr: list(zip(p, _walk(p, w, lr), strict=False)),
        "negated": lambda p, w, lr: [-v for v in _walk(p, w, lr)],
        "dictionary": lambda p, w, lr: dict(enumerate(_walk(p, w, lr))),
        "exact-answer": lambda p, w, _lr: [w, *(y / x for x, y in p)],
    },
    "numerical_gradient": {
        "none": lambda *_a: None,
        "rows-only": _rows_only,
        "stays-up": _stays_up,
        "wide": lambda f, w, h=1e-5: _gradient(f, w, 2 * h),
        "own-coarse-h": lambda f, w, _h=1e-5: _gradient(f, w, 1e-2),
        "tiny-h": lambda f, w, _h=1e-5: _gradient(f, w, 1e-13),
        "half": lambda f, w, h=1e-5: _gradient(f, w, h) / 2,
        "sum": lambda f, w, h=1e-5: _gradient(f, w, h).sum(),
        "norm": lambda f, w, h=1e-5: np.linalg.norm(_gradient(f, w, h)),
        "column": lambda f, w, h=1e-5: _gradient(f, w, h).reshape(-1, 1),
        "zeros": lambda _f, w, _h=1e-5: np.zeros(w.shape),
        "absolute": lambda f, w, h=1e-5: np.abs(_gradient(f, w, h)),
        "squared": lambda f, w, h=1e-5: _gradient(f, w, h) ** 2,
        "value": lambda f, w, _h=1e-5: f(w),
        "function": lambda f, _w, h=1e-5: lambda w: _gradient(f, w, h),
        "plus-h": lambda f, w, h=1e-5: _gradient(f, w + 0.01, h),
        "normalised": lambda f, w, h=1e-5: _gradient(f, w, h) / np.linalg.norm(_gradient(f, w, h)),
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
    return check(f"gradient_descent/{task}", answer).verdict


@pytest.mark.parametrize(("task", "answer"), CASES)
def test_a_wrong_answer_is_not_right(task, answer):
    """No slip gets every point, and none is blamed on the grader."""
    verdict = verdict_on(task, answer)
    assert verdict.kind not in {Kind.CORRECT, Kind.GRADER_FAULT}, verdict.message
    assert verdict.score < 1


def test_most_wrong_answers_are_told_what_is_wrong():
    """At least 75 of 100 slips get a sentence that says more than that numbers are wrong."""
    sentences = [verdict_on(*case.values).sentence for case in CASES]
    bare = [words for words in sentences if words.endswith("gives the wrong numbers.")]
    print(f"{len(sentences) - len(bare)} of {len(sentences)} are told")
    assert len(bare) <= 0.25 * len(sentences)
