"""Wrong answers to the set on losses."""

# ruff: noqa: ARG005, RET503  wrong answers leave arguments unused and may return nothing

import math

import numpy as np

NAMED = 0.58

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
    """Return mistakes that can be made in any of the functions."""
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


OWN = {
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


def _mae_loop_return_inside(y, y_hat):
    total = 0
    for a, b in zip(y.ravel(), y_hat.ravel(), strict=True):
        total += abs(a - b)
        return total / y.size


def _mae_loop_squares_no_mean(y, y_hat):
    total = 0
    for a, b in zip(y.ravel(), y_hat.ravel(), strict=True):
        total += (a - b) ** 2
    return total


def _mae_loop_misses_last(y, y_hat):
    a, b = y.ravel(), y_hat.ravel()
    s = 0.0
    for i in range(len(a) - 1):
        s = s + abs(a[i] - b[i])
    return s / len(a)


def _mse_rows_loop(y, y_hat):
    s = 0
    for i in range(len(y)):
        s += (y[i] - y_hat[i]) ** 2
    return s / len(y)


def _mse_loop_overwrites(y, y_hat):
    s = 0
    for a, b in zip(y.ravel(), y_hat.ravel(), strict=True):
        s = (a - b) ** 2
    return s / y.size


def _bce_loop(y, p):
    total = 0
    for t, q in zip(y.ravel(), p.ravel(), strict=True):
        kept = min(max(q, 1e-15), 1 - 1e-15)
        total += t * np.log(kept) + (1 - t) * np.log(1 - kept)
    return -total


def _bce_loop_cases(y, p):
    total = 0
    for t, q in zip(y.ravel(), p.ravel(), strict=True):
        total += -np.log(q) if t == 1 else -np.log(1 - q)
    return total / len(y)


def _cce_loop_argmax(y, p):
    total = 0
    for i in range(len(y)):
        total += np.log(p[i, np.argmax(y[i])])
    return -total / len(y)


def _cce_loop_no_divide(y, p):
    total = 0
    for i in range(len(y)):
        for j in range(y.shape[1]):
            total -= y[i, j] * np.log(p[i, j] + 1e-9)
    return total


def _cce_return_in_loop(y, p):
    p = cut(p)
    total = 0
    for i in range(len(y)):
        total += -np.sum(y[i] * np.log(p[i]))
        return total / len(y)


def _mae_grad_loop(y, y_hat):
    g = np.zeros_like(y_hat, dtype=float)
    for i in np.ndindex(*y.shape):
        if y_hat[i] > y[i]:
            g[i] = 1
        elif y_hat[i] < y[i]:
            g[i] = -1
    return g / len(y)


def _mae_grad_swapped_if(y, y_hat):
    return np.where(y > y_hat, 1, -1)


def _bce_grad_loop(y, p):
    g = np.zeros(p.shape)
    for i in np.ndindex(*p.shape):
        q = min(max(p[i], EPS), 1 - EPS)
        g[i] = -1 / q if y[i] == 1 else -1 / (1 - q)
    return g


def _bce_grad_cases(y, p):
    return np.where(y == 1, -1 / p, 1 / (1 - p))


def _scg_fancy(y, z):
    s = softmax(z)
    for _ in range(s.shape[1]):
        s -= y
    return s / len(y)


def _scg_buffer(y, z):
    s = softmax(z)
    g = np.zeros_like(z)
    for i in range(len(z)):
        g[i] = s[i] - y[i]
    return g


def _scg_jacobian(y, z):
    s = softmax(z)
    out = np.zeros(z.shape)
    for i in range(len(z)):
        jacobian = np.diag(s[i]) - np.outer(s[i], s[i])
        out[i] = jacobian @ (-y[i] / s[i])
    return out / len(z)


def _scg_jacobian_sum(y, z):
    e = np.exp(z)
    s = e / e.sum(axis=1, keepdims=True)
    out = np.zeros(z.shape)
    for i in range(len(z)):
        out[i] = (np.diag(s[i]) - np.outer(s[i], s[i])) @ (-y[i] / s[i])
    return out


def _scg_rows(y, z):
    out = []
    for t, row in zip(y, z, strict=True):
        e = np.exp(row - row.max())
        out.append(t - e / e.sum())
    return np.array(out)


def _checks_one(softmax):
    out = softmax(np.array([1.0, 2.0, 3.0]))
    return abs(out.sum() - 1) < 1e-9


def _checks_large_row(softmax):
    return np.allclose(softmax(np.array([1000.0, 0.0])), [1.0, 0.0])


def _checks_two(softmax):
    small = np.allclose(softmax(np.array([1.0, 2.0, 3.0])), [0.09003, 0.24473, 0.66524], atol=1e-4)
    large = np.allclose(softmax(np.array([1000.0, 0.0])), [1.0, 0.0])
    return small and large


def _checks_prints(softmax):
    print(softmax(np.array([1.0, 2.0, 3.0])))


def _checks_reversed(softmax):
    out = softmax(np.array([[1.0, 2.0, 3.0], [1000.0, 0.0, 0.0]]))
    return not np.allclose(out, [[0.09003057, 0.24472847, 0.66524096], [1.0, 0.0, 0.0]])


def _checks_rounded(softmax):
    out = softmax(np.array([1.0, 2.0, 3.0]))
    return list(out) == [0.09003, 0.24473, 0.66524]


def _checks_sum_all(softmax):
    return np.isclose(np.sum(softmax(np.array([[1.0, 2.0], [3.0, 4.0]]))), 2)


def _checks_positive(softmax):
    return bool((softmax(np.array([-1.0, 0.0, 2.0])) > 0).all())


WRITTEN = {
    "mae": {
        "loop-return-inside": _mae_loop_return_inside,
        "loop-squares-no-mean": _mae_loop_squares_no_mean,
        "loop-misses-last": _mae_loop_misses_last,
        "abs-outside-and-rows": lambda y, y_hat: abs(np.sum(y - y_hat)) / len(y),
        "signed-sum": lambda y, y_hat: np.sum(y - y_hat),
        "half-mean": lambda y, y_hat: np.abs(y - y_hat).mean() / 2,
        "sum-half": lambda y, y_hat: 0.5 * np.sum(np.abs(y - y_hat)),
        "rows-of-squares": lambda y, y_hat: np.mean((y - y_hat) ** 2, axis=1),
        "root-sum-squares": lambda y, y_hat: np.sqrt(np.sum((y - y_hat) ** 2)),
        "minus-sum": lambda y, y_hat: -np.abs(y - y_hat).sum(),
        "shape-one": lambda y, y_hat: np.abs(y - y_hat).sum() / y.shape[-1],
        "signed-rounded": lambda y, y_hat: round(float(np.mean(y_hat - y)), 2),
        "in-place-and-sum": lambda y, y_hat: np.abs(np.subtract(y_hat, y, out=y_hat * 1.0)).sum(),
        "axis-zero-signed": lambda y, y_hat: np.mean(y_hat - y, axis=0),
    },
    "mse": {
        "rows-loop": _mse_rows_loop,
        "loop-overwrites": _mse_loop_overwrites,
        "half-sum": lambda y, y_hat: 0.5 * np.sum((y - y_hat) ** 2),
        "half-rows": lambda y, y_hat: np.sum((y - y_hat) ** 2) / (2 * len(y)),
        "rmse-rows": lambda y, y_hat: np.sqrt(np.sum((y - y_hat) ** 2) / len(y)),
        "norm": lambda y, y_hat: np.linalg.norm(y - y_hat),
        "squares-apart-sum": lambda y, y_hat: np.sum(y**2 - y_hat**2),
        "abs-sum": lambda y, y_hat: np.sum(np.abs(y - y_hat)),
        "no-bracket-sum": lambda y, y_hat: np.sum(y - y_hat**2) / len(y),
        "axis-one": lambda y, y_hat: np.mean((y - y_hat) ** 2, axis=1),
        "doubled-sum": lambda y, y_hat: 2 * np.sum((y - y_hat) ** 2),
        "sum-rounded": lambda y, y_hat: np.round(np.sum((y - y_hat) ** 2), 2),
        "variance-root": lambda y, y_hat: np.std(y_hat - y),
        "negative-mean-axis": lambda y, y_hat: -np.mean((y - y_hat) ** 2, axis=0),
        "square-late-rows": lambda y, y_hat: (np.sum(y - y_hat) / len(y)) ** 2,
    },
    "bce": {
        "loop": _bce_loop,
        "loop-cases": _bce_loop_cases,
        "plus-sign-uncut": lambda y, p: np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)),
        "sum-by-rows-eps": lambda y, p: (
            -np.sum(y * np.log(p + 1e-8) + (1 - y) * np.log(1 - p + 1e-8)) / len(y)
        ),
        "bracket-and-sum": lambda y, p: np.sum(-y * np.log(cut(p)) + (1 - y) * np.log(1 - cut(p))),
        "log2-uncut": lambda y, p: -np.mean(y * np.log2(p) + (1 - y) * np.log2(1 - p)),
        "first-term-sum": lambda y, p: -np.sum(y * np.log(cut(p))),
        "clip-one-percent-axis": lambda y, p: (
            -np.mean(
                y * np.log(np.clip(p, 0.01, 0.99)) + (1 - y) * np.log(1 - np.clip(p, 0.01, 0.99)),
                axis=0,
            )
        ),
        "where-uncut-sum": lambda y, p: -np.where(y == 1, np.log(p), np.log(1 - p)).sum(),
        "eps-inside-one": lambda y, p: (
            -np.mean(y * np.log(p + EPS) + (1 - y) * np.log(1 - (p + EPS)))
        ),
        "no-mean-uncut": lambda y, p: -(y * np.log(p) + (1 - y) * np.log(1 - p)),
        "exchanged-sign": lambda y, p: np.mean((1 - y) * np.log(cut(p)) + y * np.log(1 - cut(p))),
        "both-without-factor": lambda y, p: -np.mean(np.log(cut(p)) + np.log(1 - cut(p))),
        "eps-half": lambda y, p: (
            -0.5 * np.mean(y * np.log(p + 1e-10) + (1 - y) * np.log(1 - p + 1e-10))
        ),
        "eps-only-first": lambda y, p: -np.mean(y * np.log(p + EPS) + (1 - y) * np.log(1 - p)),
        "sigmoid-first-sum": lambda y, p: (
            -np.sum(y * np.log(sigmoid(p)) + (1 - y) * np.log(1 - sigmoid(p)))
        ),
        "in-place-clip-sum": lambda y, p: (
            np.clip(p, EPS, 1 - EPS, out=p),
            -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p)),
        )[1],
    },
    "cce": {
        "loop-argmax": _cce_loop_argmax,
        "loop-no-divide": _cce_loop_no_divide,
        "return-in-loop": _cce_return_in_loop,
        "mean-uncut": lambda y, p: -np.mean(y * np.log(p)),
        "sum-eps": lambda y, p: -np.sum(y * np.log(p + 1e-15)),
        "rows-uncut": lambda y, p: -np.sum(y * np.log(p), axis=1),
        "axis-zero": lambda y, p: -np.sum(y * np.log(cut(p)), axis=0),
        "positive-mean": lambda y, p: np.mean(y * np.log(cut(p))),
        "log10": lambda y, p: -np.sum(y * np.log10(cut(p))) / len(y),
        "log2-sum": lambda y, p: -np.sum(y * np.log2(cut(p))),
        "softmax-first-mean": lambda y, p: -np.mean(y * np.log(softmax(p))),
        "binary-sum": lambda y, p: -np.sum(y * np.log(cut(p)) + (1 - y) * np.log(1 - cut(p))),
        "dot": lambda y, p: -np.sum(np.dot(y, np.log(cut(p)).T)) / len(y),
        "no-log-sum": lambda y, p: -np.sum(y * p),
        "by-classes-uncut": lambda y, p: -np.sum(y * np.log(p)) / y.shape[1],
        "eps-one-percent": lambda y, p: -np.sum(y * np.log(p + 0.01)) / len(y),
        "in-place-mean": lambda y, p: (
            np.clip(p, EPS, 1 - EPS, out=p),
            -np.mean(y * np.log(p)),
        )[1],
    },
    "mae_grad": {
        "loop": _mae_grad_loop,
        "swapped-if": _mae_grad_swapped_if,
        "sign-undivided": lambda y, y_hat: np.sign(y - y_hat),
        "division-undivided": lambda y, y_hat: (y_hat - y) / np.abs(y_hat - y),
        "difference-undivided": lambda y, y_hat: y_hat - y,
        "one-number-sum": lambda y, y_hat: np.sum(np.sign(y_hat - y)),
        "rows-reversed": lambda y, y_hat: np.sign(y - y_hat) / y.shape[0],
        "mean-axis": lambda y, y_hat: np.mean(np.sign(y_hat - y), axis=0),
        "boolean": lambda y, y_hat: (y_hat > y).astype(float),
        "squared-gradient": lambda y, y_hat: 2 * (y_hat - y),
        "halves": lambda y, y_hat: 0.5 * np.sign(y_hat - y),
        "abs-reversed": lambda y, y_hat: -np.abs(y_hat - y) / y.size,
        "integer-division": lambda y, y_hat: np.sign(y_hat - y) // y.size,
    },
    "mse_grad": {
        "loop-rows": lambda y, y_hat: np.array(
            [2 * (b - a) / len(y) for a, b in zip(y, y_hat, strict=True)]
        ),
        "reversed-undivided": lambda y, y_hat: 2 * (y - y_hat),
        "reversed-rows": lambda y, y_hat: -2 * (y_hat - y) / len(y),
        "half-loss": lambda y, y_hat: (y_hat - y) / len(y),
        "mean": lambda y, y_hat: np.mean(2 * (y_hat - y)),
        "mean-axis": lambda y, y_hat: 2 * np.mean(y_hat - y, axis=0),
        "no-brackets": lambda y, y_hat: 2 * y_hat - y / y.size,
        "no-brackets-factor": lambda y, y_hat: 2 * y_hat - y,
        "squares-undivided": lambda y, y_hat: (y_hat - y) ** 2,
        "square-kept-undivided": lambda y, y_hat: 2 * (y_hat - y) ** 2,
        "absolute-undivided": lambda y, y_hat: 2 * np.abs(y_hat - y),
        "times-input": lambda y, y_hat: 2 * (y_hat - y) * y_hat,
        "error-only-reversed": lambda y, y_hat: y - y_hat,
        "in-place": lambda y, y_hat: np.multiply(np.subtract(y_hat, y, out=y_hat), 2, out=y_hat),
    },
    "bce_grad": {
        "loop": _bce_grad_loop,
        "cases": _bce_grad_cases,
        "score-sum": lambda y, p: p - y,
        "score-reversed": lambda y, p: (y - p) / len(y),
        "uncut-undivided": lambda y, p: (p - y) / (p * (1 - p)),
        "first-only-uncut": lambda y, p: -y / p / p.size,
        "plus-second": lambda y, p: (-y / cut(p) - (1 - y) / (1 - cut(p))) / len(y),
        "both-signs": lambda y, p: (y / cut(p) + (1 - y) / (1 - cut(p))) / p.size,
        "reversed": lambda y, p: (y / cut(p) - (1 - y) / (1 - cut(p))) / p.size,
        "precedence-sum": lambda y, p: (cut(p) - y) / cut(p) * (1 - cut(p)),
        "one-number": lambda y, p: np.mean((cut(p) - y) / (cut(p) * (1 - cut(p)))),
        "loss-terms": lambda y, p: -(y * np.log(cut(p)) + (1 - y) * np.log(1 - cut(p))),
        "same-denominator-sum": lambda y, p: -y / cut(p) + (1 - y) / cut(p),
        "eps-tiny-rows": lambda y, p: (-y / (p + 1e-15) + (1 - y) / (1 - p + 1e-15)) / y.shape[0],
    },
    "softmax_cce_grad": {
        "subtracts-k-times": _scg_fancy,
        "integer-buffer-sum": _scg_buffer,
        "jacobian": _scg_jacobian,
        "jacobian-sum": _scg_jacobian_sum,
        "rows-reversed": _scg_rows,
        "precedence": lambda y, z: softmax(z) - y / len(y),
        "no-shift-sum": lambda y, z: np.exp(z) / np.exp(z).sum(axis=1, keepdims=True) - y,
        "whole-table-uncut": lambda y, z: (np.exp(z) / np.sum(np.exp(z)) - y) / len(y),
        "global-shift-sum": lambda y, z: (
            np.exp(z - np.max(z)) / np.exp(z - np.max(z)).sum(axis=1, keepdims=True) - y
        ),
        "diagonal": lambda y, z: -y * (1 - softmax(z)) / len(y),
        "diagonal-by-division": lambda y, z: -y / softmax(z) * softmax(z) * (1 - softmax(z)),
        "quotient-sum": lambda y, z: -y / softmax(z),
        "columns-sum": lambda y, z: softmax(z, axis=0) - y,
        "logits-sum": lambda y, z: z - y,
        "entries-reversed": lambda y, z: (y - softmax(z)) / y.size,
        "mean-axis": lambda y, z: np.mean(softmax(z) - y, axis=0),
        "no-keepdims-shift": lambda y, z: (
            np.exp(z - z.max(axis=1)) / np.exp(z - z.max(axis=1)).sum(axis=1) - y
        ),
    },
    "checks_softmax": {
        "one": _checks_one,
        "large-row": _checks_large_row,
        "two": _checks_two,
        "prints": _checks_prints,
        "reversed": _checks_reversed,
        "rounded": _checks_rounded,
        "sum-all": _checks_sum_all,
        "positive": _checks_positive,
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
WRONG = {
    task: usual(FUNCTIONS[task]) | answers | WRITTEN.get(task, {}) for task, answers in OWN.items()
} | {"checks_softmax": WRITTEN["checks_softmax"]}
