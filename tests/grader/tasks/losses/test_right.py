"""A right loss is right however it is written: loops, lists, einsum, single precision."""

import math

import numpy as np
import pytest
from chainrule_grader import check
from chainrule_grader.judging.verdict import Kind

EPS = 1e-7


def single(function):
    """Compute in float32 throughout."""
    return lambda y, p: np.float32(function(y.astype(np.float32), p.astype(np.float32)))


def in_loops(term):
    """Add up number by number, and divide."""

    def answer(y, p):
        total, count = 0, 0
        for true, predicted in zip(y.flatten(), p.flatten(), strict=True):
            total += term(true, predicted)
            count += 1
        return total / count

    return answer


def number_by_number(slope):
    """Fill an array with slopes, and divide."""

    def answer(y, p):
        out = np.zeros(p.shape)
        for index in np.ndindex(*p.shape):
            out[index] = slope(y[index], p[index]) / p.size
        return out

    return answer


def as_lists(slope):
    """Build lists of Python floats."""

    def answer(y, p):
        if p.ndim == 1:
            return [float(slope(a, b)) / p.size for a, b in zip(y, p, strict=True)]
        return [
            [float(slope(a, b)) / p.size for a, b in zip(*rows, strict=True)]
            for rows in zip(y, p, strict=True)
        ]

    return answer


def kept(p):
    """Keep a probability away from 0 and 1."""
    return min(max(p, EPS), 1 - EPS)


def surprise(y, p):
    """The binary cross-entropy of one answer."""
    return -math.log(kept(p)) if y == 1 else -math.log(1 - kept(p))


def pull(y, p):
    """The slope of that."""
    return -1 / kept(p) if y == 1 else 1 / (1 - kept(p))


def _bce(y, p):
    p = np.clip(p, EPS, 1 - EPS)
    return -(y * np.log(p) + (1 - y) * np.log(1 - p)).mean()


def _bce_by_masks(y, p):
    p = np.clip(p, EPS, 1 - EPS)
    return (-np.log(p[y == 1]).sum() - np.log(1 - p[y == 0]).sum()) / y.size


def _zero_where_cut(y, p):
    inside = (p > EPS) & (p < 1 - EPS)
    q = np.where(inside, p, 0.5)
    return np.where(inside, (q - y) / (q * (1 - q)), 0) / p.size


def _cce_in_loops(y, p):
    total = 0
    for i in range(y.shape[0]):
        for c in range(y.shape[1]):
            if y[i, c] == 1:
                total -= math.log(kept(p[i, c]))
    return total / y.shape[0]


def _cce_by_rows(y, p):
    costs = []
    for truth, row in zip(y, p, strict=True):
        costs.append(-np.dot(truth, np.log(np.clip(row, EPS, 1 - EPS))))
    return np.mean(costs)


def _cce_normalised(y, p):
    p = p / p.sum(axis=-1, keepdims=True)
    return np.mean(-np.sum(y * np.log(np.clip(p, EPS, 1 - EPS)), axis=-1))


def _softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def _subtract_at_the_right_class(y, z):
    g = _softmax(z)
    g[np.arange(len(y)), y.argmax(axis=1)] -= 1
    return g / len(y)


def _by_differences(y, z):
    def loss(scores):
        top = scores.max(axis=1, keepdims=True)
        logs = scores - top - np.log(np.exp(scores - top).sum(axis=1, keepdims=True))
        return -(y * logs).sum(axis=1)

    out = np.zeros(z.shape)
    for c in range(z.shape[1]):
        h = 1e-5 * np.eye(z.shape[1])[c]
        out[:, c] = (loss(z + h) - loss(z - h)) / 2e-5 / len(y)
    return out


def _row_by_row(y, z):
    out = []
    for truth, scores in zip(y.tolist(), z.tolist(), strict=True):
        top = max(scores)
        powers = [math.exp(s - top) for s in scores]
        total = sum(powers)
        out.append([(e / total - t) / len(y) for e, t in zip(powers, truth, strict=True)])
    return out


ANSWERS = {
    "mae": {
        "numpy": lambda y, y_hat: np.abs(y - y_hat).mean(),
        "loops": in_loops(lambda a, b: abs(a - b)),
        "python": lambda y, y_hat: (
            sum(abs(a - b) for a, b in zip(y.flat, y_hat.flat, strict=True)) / y.size
        ),
        "norm": lambda y, y_hat: np.linalg.norm((y - y_hat).ravel(), 1) / y.size,
        "single": single(lambda y, y_hat: np.abs(y - y_hat).mean()),
        "maximum": lambda y, y_hat: np.mean(np.maximum(y - y_hat, y_hat - y)),
        "root-of-squares": lambda y, y_hat: np.mean(np.sqrt((y - y_hat) ** 2)),
        "mean-of-means": lambda y, y_hat: np.mean(np.mean(np.abs(y - y_hat), axis=0)),
        "array": lambda y, y_hat: np.array(np.abs(y - y_hat).mean()),
        "float": lambda y, y_hat: float(np.average(np.abs(y - y_hat))),
    },
    "mse": {
        "numpy": lambda y, y_hat: np.square(y - y_hat).mean(),
        "loops": in_loops(lambda a, b: (a - b) ** 2),
        "einsum": lambda y, y_hat: (
            np.einsum("i,i", (y - y_hat).ravel(), (y - y_hat).ravel()) / y.size
        ),
        "dot": lambda y, y_hat: np.vdot(y - y_hat, y - y_hat) / y.size,
        "norm": lambda y, y_hat: np.linalg.norm(y - y_hat) ** 2 / y.size,
        "single": single(lambda y, y_hat: np.mean((y - y_hat) ** 2)),
        "expanded": lambda y, y_hat: np.mean(y**2 - 2 * y * y_hat + y_hat**2),
        "variance-and-bias": lambda y, y_hat: np.var(y - y_hat) + np.mean(y - y_hat) ** 2,
        "power": lambda y, y_hat: np.sum(np.power(y_hat - y, 2)) / np.prod(y.shape),
    },
    "bce": {
        "numpy": _bce,
        "loops": in_loops(surprise),
        "masks": _bce_by_masks,
        "added": lambda y, p: -np.mean(y * np.log(p + EPS) + (1 - y) * np.log(1 - p + EPS)),
        "where": lambda y, p: np.mean(-np.log(np.clip(np.where(y == 1, p, 1 - p), EPS, 1 - EPS))),
        "maximum": lambda y, p: (
            -np.mean(y * np.log(np.maximum(p, EPS)) + (1 - y) * np.log(np.maximum(1 - p, EPS)))
        ),
        "single": single(_bce),
        "single-added": single(
            lambda y, p: -np.mean(y * np.log(p + EPS) + (1 - y) * np.log(1 - p + EPS))
        ),
        "one-logarithm": lambda y, p: -np.mean(np.log(np.clip(y * p + (1 - y) * (1 - p), EPS, 1))),
        "log1p": lambda y, p: (
            -np.mean(
                y * np.log(np.clip(p, EPS, 1 - EPS)) + (1 - y) * np.log1p(-np.clip(p, EPS, 1 - EPS))
            )
        ),
        "einsum": lambda y, p: (
            -(
                np.vdot(y, np.log(np.clip(p, EPS, 1 - EPS)))
                + np.vdot(1 - y, np.log(1 - np.clip(p, EPS, 1 - EPS)))
            )
            / y.size
        ),
    },
    "cce": {
        "numpy": lambda y, p: -np.mean(np.sum(y * np.log(np.clip(p, EPS, 1 - EPS)), axis=1)),
        "loops": _cce_in_loops,
        "rows": _cce_by_rows,
        "normalised": _cce_normalised,
        "added": lambda y, p: -np.sum(y * np.log(p + EPS)) / y.shape[0],
        "right-class": lambda y, p: (
            -np.log(np.clip(p[np.arange(len(y)), y.argmax(axis=1)], EPS, 1)).mean()
        ),
        "mask": lambda y, p: -np.log(np.clip(p, EPS, 1 - EPS))[y == 1].mean(),
        "single": single(lambda y, p: -np.sum(y * np.log(np.clip(p, EPS, 1 - EPS))) / len(y)),
        "einsum": lambda y, p: -np.einsum("ij,ij->i", y, np.log(np.clip(p, EPS, 1 - EPS))).mean(),
        "list": lambda y, p: float(
            np.mean([-math.log(kept(max(a * b))) for a, b in zip(y, p, strict=True)])
        ),
    },
    "mae_grad": {
        "sign": lambda y, y_hat: np.sign(y_hat - y) / len(y.flatten()),
        "where": lambda y, y_hat: np.where(y_hat > y, 1, -1) / y.size,
        "where-at-least": lambda y, y_hat: np.where(y_hat >= y, 1, -1) / y.size,
        "comparisons": lambda y, y_hat: (1.0 * (y_hat > y) - 1.0 * (y_hat < y)) / y.size,
        "loops": number_by_number(lambda a, b: (b > a) - 1 * (b < a)),
        "lists": as_lists(lambda a, b: np.sign(b - a)),
        "single": single(lambda y, y_hat: np.sign(y_hat - y) / y.size),
        "guarded-division": lambda y, y_hat: (
            (y_hat - y) / np.maximum(np.abs(y_hat - y), 1e-12) / y.size
        ),
    },
    "mse_grad": {
        "formula": lambda y, y_hat: 2 / y.size * (y_hat - y),
        "truth-first": lambda y, y_hat: -2 * (y - y_hat) / y.size,
        "loops": number_by_number(lambda a, b: 2 * (b - a)),
        "lists": as_lists(lambda a, b: 2 * (b - a)),
        "single": single(lambda y, y_hat: 2 * (y_hat - y) / y.size),
        "multiply": lambda y, y_hat: np.multiply(np.subtract(y_hat, y), 2.0 / np.prod(y.shape)),
        "quotient": lambda y, y_hat: (
            ((y_hat - y + 1e-4) ** 2 - (y_hat - y - 1e-4) ** 2) / 2e-4 / y.size
        ),
    },
    "bce_grad": {
        "two-terms": lambda y, p: (
            (-y / np.clip(p, EPS, 1 - EPS) + (1 - y) / (1 - np.clip(p, EPS, 1 - EPS))) / p.size
        ),
        "added": lambda y, p: (-y / (p + EPS) + (1 - y) / (1 - p + EPS)) / p.size,
        "added-once": lambda y, p: (p - y) / (p * (1 - p) + EPS) / p.size,
        "zero-where-cut": _zero_where_cut,
        "loops": number_by_number(pull),
        "lists": as_lists(pull),
        "where": lambda y, p: (
            np.where(y == 1, -1 / np.clip(p, EPS, None), 1 / np.clip(1 - p, EPS, None)) / p.size
        ),
        "single": single(
            lambda y, p: (
                (np.clip(p, EPS, 1 - EPS) - y)
                / (np.clip(p, EPS, 1 - EPS) * (1 - np.clip(p, EPS, 1 - EPS)))
                / p.size
            )
        ),
    },
    "softmax_cce_grad": {
        "formula": lambda y, z: (_softmax(z) - y) / y.shape[0],
        "subtract": _subtract_at_the_right_class,
        "differences": _by_differences,
        "rows": _row_by_row,
        "single": single(lambda y, z: (_softmax(z) - y) / len(y)),
        "logaddexp": lambda y, z: (
            (np.exp(z - np.logaddexp.reduce(z, axis=1, keepdims=True)) - y) / len(y)
        ),
        "transposes": lambda y, z: (
            ((np.exp(z.T - z.max(axis=1)) / np.exp(z.T - z.max(axis=1)).sum(axis=0)).T - y) / len(z)
        ),
        "list": lambda y, z: ((_softmax(z) - y) / len(y)).tolist(),
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
    result = check(f"losses/{task}", answer)
    assert (Kind.CORRECT, 1.0) == (result.verdict.kind, float(result)), result.verdict.message
