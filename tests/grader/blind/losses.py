"""Answers to the set on losses, written from its statements alone."""

import math

import numpy as np


def mae_by_norm(y, y_hat):
    return float(np.linalg.norm(np.ravel(y - y_hat), 1) / np.size(y))


def mae_statistics(y, y_hat):
    errors = [abs(float(a) - float(b)) for a, b in zip(y.flat, y_hat.flat, strict=True)]
    return math.fsum(errors) / len(errors)


def mae_rows(y, y_hat):
    return np.sum(np.abs(y - y_hat)) / len(y)


def mae_median(y, y_hat):
    return np.median(np.abs(y - y_hat))


def mae_abs_of_mean(y, y_hat):
    return np.abs(np.mean(y - y_hat))


def mae_axis(y, y_hat):
    return np.mean(np.abs(y - y_hat), axis=0)


def mae_relative(y, y_hat):
    return np.mean(np.abs(y - y_hat) / np.abs(y_hat))


def mae_of_sizes(y, y_hat):
    return np.mean(np.abs(np.abs(y) - np.abs(y_hat)))


def mse_dot(y, y_hat):
    d = np.ravel(y_hat).astype(np.float32) - np.ravel(y).astype(np.float32)
    return np.dot(d, d) / d.size


def mse_trace(y, y_hat):
    d = np.atleast_2d(y - y_hat)
    return np.trace(d.T @ d) / d.size


def mse_root(y, y_hat):
    return np.sqrt(np.mean((y - y_hat) ** 2))


def mse_squares_apart(y, y_hat):
    return np.mean(y**2 - y_hat**2)


def mse_of_the_mean(y, y_hat):
    return np.mean(y - y_hat) ** 2


def mse_unbiased(y, y_hat):
    return np.sum((y - y_hat) ** 2) / (y.size - 1)


def mse_variance(y, y_hat):
    return np.var(y - y_hat)


def mse_half(y, y_hat):
    return 0.5 * np.mean((y - y_hat) ** 2)


def clipped(p):
    return np.clip(p, 1e-7, 1 - 1e-7)


def bce_added(y, p):
    return -np.mean(np.where(np.asarray(y) == 1, np.log(p + 1e-7), np.log(1 - p + 1e-7)))


def bce_looped(y, p):
    total = 0.0
    for t, q in zip(np.ravel(y), np.ravel(p), strict=True):
        q = min(max(float(q), 1e-7), 1 - 1e-7)
        total -= math.log(q) if t else math.log1p(-q)
    return total / np.size(p)


def bce_bracket(y, p):
    p = clipped(p)
    return np.mean(-y * np.log(p) + (1 - y) * np.log(1 - p))


def bce_log2(y, p):
    p = clipped(p)
    return -np.mean(y * np.log2(p) + (1 - y) * np.log2(1 - p))


def bce_only_ones(y, p):
    return -np.mean(y * np.log(clipped(p)))


def bce_swapped(y, p):
    p = clipped(p)
    return -np.mean((1 - y) * np.log(p) + y * np.log(1 - p))


def bce_big_epsilon(y, p):
    p = np.clip(p, 0.01, 0.99)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def bce_per_row(y, p):
    p = clipped(p)
    return -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p)) / y.shape[0]


def cce_picked(y, p):
    rows = np.arange(len(y))
    return -np.log(clipped(p[rows, np.argmax(y, axis=1)])).mean()


def cce_looped(y, p):
    surprises = [-math.log(max(float(q[t.argmax()]), 1e-7)) for t, q in zip(y, p, strict=True)]
    return np.float32(sum(surprises) / len(surprises))


def cce_all(y, p):
    return -np.mean(y * np.log(clipped(p)))


def cce_first_column(y, p):
    total = 0
    for i in range(len(y)):
        total -= np.log(clipped(p[i, int(np.max(y[i]))]))
    return total / len(y)


def cce_argmax_of_p(y, p):
    rows = np.arange(len(y))
    return -np.mean(np.log(clipped(p[rows, p.argmax(axis=1)])))


def cce_binary(y, p):
    p = clipped(p)
    return -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p)) / len(y)


def cce_log_outside(y, p):
    return -np.log(np.mean(np.sum(y * clipped(p), axis=1)))


def cce_plus(y, p):
    return np.sum(y * np.log(clipped(p))) / len(y)


def maeg_if(y, y_hat):
    flat = [int(a > b) - int(a < b) for a, b in zip(y_hat.flat, y.flat, strict=True)]
    return (np.reshape(flat, y.shape) / y.size).tolist()


def maeg_where(y, y_hat):
    return np.where(y_hat > y, 1 / y.size, -1 / y.size).astype(np.float32)


def maeg_nan(y, y_hat):
    d = y_hat - y
    return d / np.abs(d) / y.size


def maeg_no_mean(y, y_hat):
    return np.where(y_hat > y, 1.0, -1.0)


def maeg_rows(y, y_hat):
    return np.sign(y_hat - y) / len(y)


def maeg_reversed(y, y_hat):
    return np.sign(y - y_hat) / y.size


def maeg_sized(y, y_hat):
    return (y_hat - y) / y.size


def maeg_only_positive(y, y_hat):
    return np.where(y_hat > y, 1, 0) / y.size


def maeg_one_number(y, y_hat):
    return np.mean(np.sign(y_hat - y))


def mseg_list(y, y_hat):
    return ((y_hat - y) / (0.5 * y.size)).tolist()


def mseg_jacobian(y, y_hat):
    d = np.ravel(y_hat - y).astype(np.float32)
    return np.reshape(2 * np.eye(d.size) / d.size @ d, y.shape)


def mseg_half(y, y_hat):
    return (y_hat - y) / y.size


def mseg_sum(y, y_hat):
    return 2 * (y_hat - y)


def mseg_squared(y, y_hat):
    return 2 * (y_hat - y) ** 2 / y.size


def mseg_rows(y, y_hat):
    return 2 / len(y) * (y_hat - y)


def mseg_times_prediction(y, y_hat):
    return 2 * (y_hat - y) * y_hat / y.size


def mseg_sign(y, y_hat):
    return 2 * (y - y_hat) / y.size


def bceg_zero_where_cut(y, p):
    q = clipped(p)
    return np.where(q == p, (q - y) / (q * (1 - q)), 0) / np.size(p)


def bceg_terms(y, p):
    p = clipped(np.asarray(p, float))
    return ((1 - y) / (1 - p) - y / p) / len(p.ravel())


def bceg_inner(y, p):
    p = clipped(p)
    return (-y / p - (1 - y) / (1 - p)) / p.size


def bceg_brackets(y, p):
    p = clipped(p)
    return (p - y) / p * (1 - p) / p.size


def bceg_through_sigmoid(y, p):
    return (p - y) / p.size


def bceg_sum(y, p):
    p = clipped(p)
    return -y / p + (1 - y) / (1 - p)


def bceg_unclipped(y, p):
    return (p - y) / (p * (1 - p)) / p.size


def bceg_first_term(y, p):
    return -y / clipped(p) / p.size


def shares(z, axis=1):
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def scg_looped(y, logits):
    rows = []
    for t, z in zip(y, logits, strict=True):
        s = [1 / sum(np.exp(np.clip(b - a, -700, 700)) for b in z.astype(float)) for a in z]
        rows.append([(u - v) / len(y) for u, v in zip(s, t, strict=True)])
    return rows


def scg_log_space(y, logits):
    z = logits.astype(np.longdouble)
    z = z - z.max(axis=1)[:, None]
    return (np.exp(z - np.log(np.exp(z).sum(axis=1))[:, None]) - y) / float(len(z))


def scg_entries(y, logits):
    return (shares(logits) - y) / y.size


def scg_columns(y, logits):
    return (shares(logits, axis=0) - y) / len(y)


def scg_no_softmax(y, logits):
    return (logits - y) / len(y)


def scg_quotient(y, logits):
    return -y / clipped(shares(logits)) / len(y)


def scg_by_k(y, logits):
    return (shares(logits) - y) / y.shape[1]


def scg_overflow(y, logits):
    e = np.exp(logits)
    return (e / e.sum(axis=1, keepdims=True) - y) / len(y)


def checks_lists(softmax):
    rng = np.random.default_rng(0)
    tests = [np.array([[1000.0, 0, -1000], [1, 2, 3]]), rng.normal(size=(4, 3)), np.arange(4.0)]
    tests += [np.array([-1000.0, -1001.0]), np.array([[3, 1], [0, 2], [5, 5]]), np.eye(3) * 800]
    for z in tests:
        e = np.exp(z - z.max(axis=-1, keepdims=True))
        before = z.copy()
        got = np.asarray(softmax(z))
        if got.shape != z.shape or not np.array_equal(z, before):
            return False
        if not np.allclose(got, e / e.sum(axis=-1, keepdims=True), atol=1e-9):
            return False
    return True


def checks_asserting(softmax):
    assert checks_lists(softmax)
    return True


def checks_sums(softmax):
    return np.allclose(softmax(np.array([[1.0, 2, 3], [4, 5, 7]])).sum(axis=1), 1)


def checks_example(softmax):
    return np.allclose(softmax(np.array([1.0, 2.0, 3.0])), [0.09003, 0.24473, 0.66524], atol=1e-4)


def checks_exactly(softmax):
    z = np.array([[1.0, 2.0, 3.0], [0.3, -1.0, 2.0]])
    e = np.exp(z)
    return bool((softmax(z) == e / e.sum(axis=1, keepdims=True)).all())


def checks_range(softmax):
    p = softmax(np.array([[1.0, -2.0], [3.0, 0.5]]))
    return bool(np.all(p >= 0) and np.all(p <= 1))


def checks_large(softmax):
    return np.allclose(softmax(np.array([1000.0, 0.0])), [1, 0])


RIGHT = {
    "mae": [mae_by_norm, mae_statistics],
    "mse": [mse_dot, mse_trace],
    "bce": [bce_added, bce_looped],
    "cce": [cce_picked, cce_looped],
    "mae_grad": [maeg_if, maeg_where],
    "mse_grad": [mseg_list, mseg_jacobian],
    "bce_grad": [bceg_zero_where_cut, bceg_terms],
    "softmax_cce_grad": [scg_looped, scg_log_space],
    "checks_softmax": [checks_lists, checks_asserting],
}
WRONG = {
    "mae": [mae_rows, mae_median, mae_abs_of_mean, mae_axis, mae_relative, mae_of_sizes],
    "mse": [
        mse_root,
        mse_squares_apart,
        mse_of_the_mean,
        mse_unbiased,
        mse_variance,
        mse_half,
    ],
    "bce": [bce_bracket, bce_log2, bce_only_ones, bce_swapped, bce_big_epsilon, bce_per_row],
    "cce": [
        cce_all,
        cce_first_column,
        cce_argmax_of_p,
        cce_binary,
        cce_log_outside,
        cce_plus,
    ],
    "mae_grad": [
        maeg_nan,
        maeg_no_mean,
        maeg_rows,
        maeg_reversed,
        maeg_sized,
        maeg_only_positive,
        maeg_one_number,
    ],
    "mse_grad": [
        mseg_half,
        mseg_sum,
        mseg_squared,
        mseg_rows,
        mseg_times_prediction,
        mseg_sign,
    ],
    "bce_grad": [
        bceg_inner,
        bceg_brackets,
        bceg_through_sigmoid,
        bceg_sum,
        bceg_unclipped,
        bceg_first_term,
    ],
    "softmax_cce_grad": [
        scg_entries,
        scg_columns,
        scg_no_softmax,
        scg_quotient,
        scg_by_k,
        scg_overflow,
    ],
    "checks_softmax": [
        checks_sums,
        checks_example,
        checks_exactly,
        checks_range,
        checks_large,
    ],
}
