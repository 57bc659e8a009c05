"""Slips of all kinds are not right, and most of them are told why."""

# ruff: noqa: ARG005  a slip often leaves an argument unused

import functools

import numpy as np
import pytest
from chainrule_grader import check
from chainrule_grader.judging.verdict import Kind


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


WRONG = {
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
CASES = [
    pytest.param(task, answer, id=f"{task}-{name}")
    for task, answers in WRONG.items()
    for name, answer in (answers | usual(FUNCTIONS[task])).items()
]


@functools.cache
def verdict_on(task, answer):
    """Check an answer once."""
    return check(f"perceptron/{task}", answer).verdict


@pytest.mark.parametrize(("task", "answer"), CASES)
def test_a_wrong_answer_is_not_right(task, answer):
    """No slip gets every point, and none is blamed on the grader."""
    verdict = verdict_on(task, answer)
    assert verdict.kind not in {Kind.CORRECT, Kind.GRADER_FAULT}, verdict.message
    assert verdict.score < 1


def test_most_wrong_answers_are_told_what_is_wrong():
    """At least 90 of 100 slips get a sentence that says more than that numbers are wrong."""
    sentences = {case.id: verdict_on(*case.values).sentence for case in CASES}
    bare = [name for name, words in sentences.items() if words.endswith("gives the wrong numbers.")]
    print(f"{1 - len(bare) / len(sentences):.1%} of {len(sentences)} are described; not:", *bare)
    assert len(bare) <= 0.1 * len(sentences)
