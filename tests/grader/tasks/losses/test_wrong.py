"""Slips of all kinds are not right, and most of them are told why."""

# ruff: noqa: ARG005  a slip often leaves an argument unused

import functools
import math

import numpy as np
import pytest
from chainrule_grader import check
from chainrule_grader.judging.verdict import Kind

EPS = 1e-7


def cut(p):
    """Keep probabilities away from 0 and 1."""
    return np.clip(p, EPS, 1 - EPS)


def sigmoid(z):
    """The right curve, without a warning."""
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1 + e)


def softmax(z, axis=1):
    """The right probabilities."""
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def mae(y, y_hat):
    """The right loss, as those below."""
    return np.abs(y - y_hat).mean()


def mse(y, y_hat):
    return ((y - y_hat) ** 2).mean()


def bce(y, p):
    return -(y * np.log(cut(p)) + (1 - y) * np.log(1 - cut(p))).mean()


def cce(y, p):
    return -(y * np.log(cut(p))).sum() / len(y)


def mae_grad(y, y_hat):
    return np.sign(y_hat - y) / y.size


def mse_grad(y, y_hat):
    return 2 * (y_hat - y) / y.size


def bce_grad(y, p):
    return (cut(p) - y) / (cut(p) * (1 - cut(p))) / p.size


def cce_grad(y, z):
    return (softmax(z) - y) / len(y)


def usual(function):
    """Slips that can happen in any of the functions."""
    return {
        "prints": lambda y, p: print(function(y, p)),
        "wrapped": lambda y, p: [function(y, p)],
        "with-its-input": lambda y, p: (y, function(y, p)),
        "as-a-string": lambda y, p: str(function(y, p)),
        "one-more": lambda y, p: function(y, p) + 1,
        "tripled": lambda y, p: 3 * function(y, p),
        "squared": lambda y, p: function(y, p) ** 2,
        "the-function-itself": lambda y, p: function,
        "unknown-name": lambda y, p: function(y, p) + nothing,  # noqa: F821
        "too-few-arguments": lambda y: 0,
        "arguments-exchanged": lambda y, p: function(p, y) * 1.5,
        "sizes-of-the-example": lambda y, p: function(y, p) * p.size / 2,
        "spoils-the-truth": lambda y, p: (function(y, p), y.fill(0))[0],
    }


def _overwrites(y, y_hat):
    total = 0
    for a, b in zip(y, y_hat, strict=True):
        total = np.sum(np.abs(a - b))
    return total / y.size


def _divides_in_the_loop(y, y_hat):
    total = 0
    for a, b in zip(y.flat, y_hat.flat, strict=True):
        total = (total + (a - b) ** 2) / y.size
    return total


def _if_on_arrays(y, p):
    return -np.log(p) if y == 1 else -np.log(1 - p)


def _replaced_zeros(y, p):
    p = p.copy()
    p[p == 0] = EPS
    return -(y * np.log(p) + (1 - y) * np.log(1 - p)).mean()


WRONG = {
    "mae": {
        "overwrites": _overwrites,
        "python-sum": lambda y, y_hat: sum(abs(y - y_hat)) / len(y),
        "python-max": lambda y, y_hat: max(np.abs(y - y_hat).flat),
        "xor": lambda y, y_hat: np.mean(np.abs(y_hat - y) ** 0.5),
        "both-sizes": lambda y, y_hat: np.mean(np.abs(y_hat) + np.abs(y)),
        "huber": lambda y, y_hat: np.mean(
            np.where(np.abs(y - y_hat) < 1, (y - y_hat) ** 2 / 2, np.abs(y - y_hat) - 0.5)
        ),
        "only-too-high": lambda y, y_hat: np.mean(np.maximum(y_hat - y, 0)),
        "only-too-low": lambda y, y_hat: np.mean(np.maximum(y - y_hat, 0)),
        "by-the-truths-sum": lambda y, y_hat: np.abs(y - y_hat).sum() / y.sum(),
        "percent": lambda y, y_hat: 100 * mae(y, y_hat),
        "keepdims": lambda y, y_hat: np.mean(np.abs(y - y_hat), keepdims=True),
        "rounded-differences": lambda y, y_hat: np.mean(np.abs(np.round(y_hat - y))),
        "variance": lambda y, y_hat: np.std(y - y_hat),
        "norm-divided": lambda y, y_hat: np.linalg.norm(y - y_hat) / y.size,
        "pairs": lambda y, y_hat: np.abs(y.ravel()[:, None] - y_hat.ravel()).mean(),
    },
    "mse": {
        "divides-in-the-loop": _divides_in_the_loop,
        "xor": lambda y, y_hat: np.mean((y_hat - y) ^ 2),
        "matrix-product": lambda y, y_hat: (y - y_hat) @ (y - y_hat) / y.size,
        "matrix-product-transposed": lambda y, y_hat: (y - y_hat).T @ (y - y_hat) / len(y),
        "log-errors": lambda y, y_hat: np.mean(np.log1p((y - y_hat) ** 2)),
        "correlation": lambda y, y_hat: 1 - np.mean(y * y_hat),
        "by-the-variance": lambda y, y_hat: mse(y, y_hat) / max(np.var(y), 1e-9),
        "absolute-then-mean-then-square": lambda y, y_hat: np.abs(y - y_hat).mean() ** 2,
        "only-too-high": lambda y, y_hat: np.mean(np.maximum(y_hat - y, 0) ** 2),
        "row-sums-squared": lambda y, y_hat: np.mean((y - y_hat).sum(axis=-1) ** 2),
        "last-column": lambda y, y_hat: mse(y[..., -1:], y_hat[..., -1:]),
        "pairs": lambda y, y_hat: ((y.ravel()[:, None] - y_hat.ravel()) ** 2).mean(),
        "keepdims": lambda y, y_hat: np.mean((y - y_hat) ** 2, keepdims=True),
        "power-of-two": lambda y, y_hat: np.mean(2 ** (y_hat - y)),
        "error-times-prediction": lambda y, y_hat: np.mean((y_hat - y) * y_hat),
    },
    "bce": {
        "if-on-arrays": _if_on_arrays,
        "replaced-zeros": _replaced_zeros,
        "math": lambda y, p: -np.mean(y * math.log(p) + (1 - y) * math.log(1 - p)),
        "decided-first": lambda y, p: bce(y, np.round(p)),
        "hinge": lambda y, p: np.mean(np.maximum(0, 1 - (2 * y - 1) * (2 * p - 1))),
        "weighted-by-p": lambda y, p: -np.mean(p * np.log(cut(p)) + (1 - p) * np.log(1 - cut(p))),
        "smoothed": lambda y, p: bce(0.9 * y + 0.05, p),
        "half-clipped": lambda y, p: bce(y, np.clip(p, 0.5, 1)),
        "two-means": lambda y, p: (
            -np.log(cut(p[y == 1])).mean() - np.log(1 - cut(p[y == 0])).mean()
        ),
        "skips-the-certain": lambda y, p: bce(y[(p > 0) & (p < 1)], p[(p > 0) & (p < 1)]),
        "nan-to-num": lambda y, p: (
            -np.mean(np.nan_to_num(y * np.log(p)) + np.nan_to_num((1 - y) * np.log(1 - p)))
        ),
        "nanmean": lambda y, p: -np.nanmean(y * np.log(p) + (1 - y) * np.log(1 - p)),
        "focal": lambda y, p: (
            -np.mean((1 - p) ** 2 * y * np.log(cut(p)) + p**2 * (1 - y) * np.log(1 - cut(p)))
        ),
        "second-log-of-minus": lambda y, p: (
            -np.mean(y * np.log(cut(p)) + (1 - y) * -np.log(cut(p)))
        ),
        "one-minus-log": lambda y, p: -np.mean(y * np.log(cut(p)) + (1 - y) * (1 - np.log(cut(p)))),
        "log-of-the-sum": lambda y, p: -np.log(np.sum(cut(y * p + (1 - y) * (1 - p)))),
        "clipped-afterwards": lambda y, p: np.clip(
            -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)), 0, 100
        ),
        "epsilon-after-the-log": lambda y, p: (
            -np.mean(y * (np.log(p) + EPS) + (1 - y) * (np.log(1 - p) + EPS))
        ),
    },
    "cce": {
        "zeros-skipped": lambda y, p: -np.sum(y * np.log(np.where(p > 0, p, 1))) / len(y),
        "for-flat-rows": lambda y, p: -(y * np.log(cut(p))).sum(axis=0).mean(),
        "mean-over-classes-then-sum": lambda y, p: -(y * np.log(cut(p))).mean(axis=1).sum(),
        "argmax-of-p": lambda y, p: cce(np.eye(p.shape[1])[p.argmax(axis=1)], p),
        "smoothed": lambda y, p: cce(0.9 * y + 0.1 / y.shape[1], p),
        "matrix-product": lambda y, p: -(y @ np.log(cut(p)).T).mean(),
        "trace": lambda y, p: -np.trace(y.T @ np.log(cut(p))),
        "hinge": lambda y, p: np.mean(np.maximum(0, 1 - (y * p).sum(axis=1))) * 2,
        "nan-to-num": lambda y, p: -np.nan_to_num(y * np.log(p)).sum() / len(y),
        "nansum": lambda y, p: -np.nansum(y * np.log(p)) / len(y),
        "sigmoid-first": lambda y, p: cce(y, sigmoid(p)),
        "by-the-maximum": lambda y, p: cce(y, p / p.max(axis=1, keepdims=True)),
        "perplexity": lambda y, p: np.exp(cce(y, p)),
        "kl-with-log-y": lambda y, p: np.sum(y * np.log(y / p)) / len(y),
        "first-class": lambda y, p: -np.log(cut(p[:, 0])).mean(),
        "index-as-class": lambda y, p: -np.log(cut(p[y.astype(int)])).mean(),
    },
    "mae_grad": {
        "if-on-arrays": lambda y, y_hat: 1 / y.size if y_hat > y else -1 / y.size,
        "sign-of-the-truth": lambda y, y_hat: np.sign(y) / y.size,
        "minus-one-only-below": lambda y, y_hat: np.where(y_hat < y, -1, 0) / y.size,
        "clipped": lambda y, y_hat: np.clip(y_hat - y, -1, 1) / y.size,
        "tanh": lambda y, y_hat: np.tanh(y_hat - y) / y.size,
        "square-root": lambda y, y_hat: np.sqrt(np.abs(y_hat - y)) / y.size,
        "percent": lambda y, y_hat: np.sign(y_hat - y) / y,
        "tables-only": lambda y, y_hat: np.sign(y_hat - y) / (y.shape[0] * y.shape[1]),
        "by-the-norm": lambda y, y_hat: (y_hat - y) / np.linalg.norm(y_hat - y),
        "coarse-quotient": lambda y, y_hat: (np.abs(y_hat + 1 - y) - np.abs(y_hat - y)) / y.size,
        "two-at-equal": lambda y, y_hat: np.where(y_hat == y, 2, np.sign(y_hat - y)) / y.size,
        "nan-at-equal": lambda y, y_hat: np.where(y_hat == y, np.nan, np.sign(y_hat - y) / y.size),
        "transposed": lambda y, y_hat: mae_grad(y, y_hat).T,
        "pair-of-gradients": lambda y, y_hat: (mae_grad(y, y_hat), -mae_grad(y, y_hat)),
        "words": lambda y, y_hat: np.where(y_hat > y, "down", "up"),
    },
    "mse_grad": {
        "matrix-product": lambda y, y_hat: 2 * (y_hat - y).T @ (y_hat - y) / y.size,
        "transposed": lambda y, y_hat: mse_grad(y, y_hat).T,
        "divided-by-two": lambda y, y_hat: (y_hat - y) / 2,
        "whole-division": lambda y, y_hat: 2 * (y_hat - y) // y.size,
        "clipped": lambda y, y_hat: np.clip(mse_grad(y, y_hat), -1, 1),
        "absolute": lambda y, y_hat: 2 * np.abs(y_hat - y) / y.size,
        "fudge": lambda y, y_hat: 0.1 * (y_hat - y),
        "sum-minus-each": lambda y, y_hat: 2 * (y_hat.sum() - y.sum()) / y.size + 0 * y,
        "of-each-row": lambda y, y_hat: 2 * (y_hat - y).mean(axis=-1),
        "factor-before": lambda y, y_hat: (y_hat - 2 * y) / y.size,
        "one-fewer": lambda y, y_hat: 2 * (y_hat - y) / np.float64(y.size - 1),
        "cube": lambda y, y_hat: 3 * (y_hat - y) ** 2 / y.size,
        "numpys-gradient": lambda y, y_hat: np.gradient((y_hat - y) ** 2),
        "coarse-quotient": lambda y, y_hat: ((y_hat + 0.1 - y) ** 2 - (y_hat - y) ** 2) / 0.1,
        "step": lambda y, y_hat: y_hat - 0.1 * mse_grad(y, y_hat),
    },
    "bce_grad": {
        "if-on-arrays": lambda y, p: -1 / p if y == 1 else 1 / (1 - p),
        "right-answers-only": lambda y, p: -y / (cut(p)) / np.sum(y == 1),
        "squared-terms": lambda y, p: (-y / cut(p) ** 2 + (1 - y) / (1 - cut(p)) ** 2) / p.size,
        "log-of-the-slope": lambda y, p: np.log(np.abs(bce_grad(y, p)) + EPS),
        "epsilon-huge": lambda y, p: (p - y) / (p * (1 - p) + 0.01) / p.size,
        "sum-of-denominators": lambda y, p: (p - y) / (cut(p) + (1 - cut(p))) / p.size * 1.1,
        "only-p-cut-above": lambda y, p: (p - y) / (p * (1 - np.minimum(p, 1 - EPS))) / p.size,
        "products": lambda y, p: (-y * cut(p) + (1 - y) * (1 - cut(p))) / p.size,
        "transposed": lambda y, p: bce_grad(y, p).T,
        "decided": lambda y, p: (np.round(p) - y) / p.size,
        "one-minus-y-lost": lambda y, p: (-y / cut(p) + 1 / (1 - cut(p))) / p.size,
        "y-lost": lambda y, p: (-1 / cut(p) + (1 - y) / (1 - cut(p))) / p.size,
        "whole": lambda y, p: bce_grad(y, p).astype(int),
        "nan-to-num": lambda y, p: np.nan_to_num((p - y) / (p * (1 - p)), posinf=np.inf) / p.size,
        "clipped-slopes": lambda y, p: np.clip(bce_grad(y, p), -0.5, 0.5),
    },
    "softmax_cce_grad": {
        "log-softmax": lambda y, z: (np.log(np.maximum(softmax(z), EPS)) - y) / len(y),
        "shift-by-the-mean": lambda y, z: (
            (
                np.exp(z - z.mean(axis=1, keepdims=True))
                / np.exp(z - z.mean(axis=1, keepdims=True)).sum(axis=1, keepdims=True)
                - y
            )
            / len(y)
        ),
        "no-keepdims": lambda y, z: (np.exp(z) / np.exp(z).sum(axis=1) - y) / len(y),
        "clipped-scores": lambda y, z: (softmax(np.clip(z, -1, 1)) - y) / len(y),
        "argmax": lambda y, z: (z.argmax(axis=1) - y.argmax(axis=1)) / len(y),
        "largest-truth": lambda y, z: (softmax(z) - y.argmax(axis=1)[:, None]) / len(y),
        "temperature": lambda y, z: (softmax(z / 2) - y) / len(y),
        "smoothed": lambda y, z: (softmax(z) - 0.9 * y - 0.1 / y.shape[1]) / len(y),
        "softmax-of-the-truth": lambda y, z: (softmax(z) - softmax(y)) / len(y),
        "softmax-of-the-difference": lambda y, z: softmax(z - y) / len(y),
        "log-of-the-difference": lambda y, z: np.log(np.abs(softmax(z) - y) + EPS) / len(y),
        "times-the-scores": lambda y, z: (softmax(z) - y) * z / len(y),
        "epsilon": lambda y, z: (
            (np.exp(z) / (np.exp(z).sum(axis=1, keepdims=True) + 1e-8) - y) / len(y)
        ),
        "sum-of-the-absolute": lambda y, z: np.abs(softmax(z) - y).sum() / len(y),
        "jacobian-product": lambda y, z: (softmax(z) - y) @ (softmax(z) - y).T / len(y),
        "last-class-lost": lambda y, z: (softmax(z) - y)[:, :-1] / len(y),
    },
}
FUNCTIONS = {
    "mae": mae,
    "mse": mse,
    "bce": bce,
    "cce": cce,
    "mae_grad": mae_grad,
    "mse_grad": mse_grad,
    "bce_grad": bce_grad,
    "softmax_cce_grad": cce_grad,
}
CASES = [
    pytest.param(task, answer, id=f"{task}-{name}")
    for task, answers in WRONG.items()
    for name, answer in (usual(FUNCTIONS[task]) | answers).items()
]


@functools.cache
def verdict_on(task, answer):
    """Check an answer once."""
    return check(f"losses/{task}", answer).verdict


@pytest.mark.parametrize(("task", "answer"), CASES)
def test_a_wrong_answer_is_not_right(task, answer):
    """No slip gets every point, and none is blamed on the grader."""
    verdict = verdict_on(task, answer)
    assert verdict.kind not in {Kind.CORRECT, Kind.GRADER_FAULT}, verdict.message
    assert verdict.score < 1


def test_most_wrong_answers_are_told_what_is_wrong():
    """At least 88 of 100 slips get a sentence that says more than that numbers are wrong."""
    sentences = {case.id: verdict_on(*case.values).sentence for case in CASES}
    bare = [name for name, words in sentences.items() if words.endswith("gives the wrong numbers.")]
    print(f"{1 - len(bare) / len(sentences):.1%} of {len(sentences)} are described; not:", *bare)
    assert len(bare) <= 0.12 * len(sentences)
