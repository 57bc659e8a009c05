"""Answers to the set on normalization, written from its statements alone."""

import math

import numpy as np


def minmax_columns(X, low=0.0, high=1.0):
    columns = [np.interp(c, [min(c), max(c)], [low, high]) for c in np.transpose(X)]
    return [list(row) for row in zip(*columns, strict=True)]


def minmax_ptp(X, low=0.0, high=1.0):
    t = (X - np.amin(X, 0)) / np.ptp(X, axis=0)
    return ((1 - t) * low + t * high).astype(np.float32)


def minmax_all(X, low=0.0, high=1.0):
    return low + (high - low) * (X - X.min()) / (X.max() - X.min())


def minmax_rows(X, low=0.0, high=1.0):
    least, most = X.min(axis=1, keepdims=True), X.max(axis=1, keepdims=True)
    return low + (high - low) * (X - least) / (most - least)


def minmax_no_low(X, low=0.0, high=1.0):
    return (high - low) * (X - X.min(axis=0)) / (X.max(axis=0) - X.min(axis=0))


def minmax_times_high(X, low=0.0, high=1.0):
    return low + high * (X - X.min(axis=0)) / (X.max(axis=0) - X.min(axis=0))


def minmax_by_max(X, low=0.0, high=1.0):
    return low + (high - low) * (X - X.min(axis=0)) / X.max(axis=0)


def minmax_brackets(X, low=0.0, high=1.0):
    least, most = X.min(axis=0), X.max(axis=0)
    return low + (high - low) * X - least / (most - least)


def standard_float32(X, mean=None, std=None):
    if mean is None or std is None:
        mean = np.einsum("ij->j", X) / len(X)
        std = np.sqrt(np.einsum("ij,ij->j", X - mean, X - mean) / len(X))
    return [((X - mean) / std).astype(np.float32).tolist(), list(mean), list(std)]


def standard_moments(X, mean=None, std=None):
    if mean is None:
        mean = np.array([math.fsum(c) / len(c) for c in X.T])
        std = np.array([math.sqrt(np.mean((c - m) ** 2)) for c, m in zip(X.T, mean, strict=True)])
    return np.subtract(X, mean) * (1 / np.asarray(std)), mean, std


def standard_sample(X, mean=None, std=None):
    if mean is None:
        mean, std = X.mean(axis=0), X.std(axis=0, ddof=1)
    return (X - mean) / std, mean, std


def standard_ignores(X, mean=None, std=None):
    mean, std = X.mean(axis=0), X.std(axis=0)
    return (X - mean) / (std + (std == 0)), mean, std


def standard_variance(X, mean=None, std=None):
    if mean is None:
        mean, std = X.mean(axis=0), X.var(axis=0)
    return (X - mean) / std, mean, std


def standard_all(X, mean=None, std=None):
    if mean is None:
        mean, std = X.mean(), X.std()
    return (X - mean) / std, mean, std


def standard_only_Z(X, mean=None, std=None):
    if mean is None:
        mean, std = X.mean(axis=0), X.std(axis=0)
    return (X - mean) / std


def standard_brackets(X, mean=None, std=None):
    if mean is None:
        mean, std = X.mean(axis=0), X.std(axis=0)
    return X - mean / std, mean, std


def standard_absolute(X, mean=None, std=None):
    if mean is None:
        mean = X.mean(axis=0)
        std = np.mean(np.abs(X - mean), axis=0)
    return (X - mean) / std, mean, std


def clip_one_side(g, limit):
    return np.minimum(g, limit)


def clip_shrinks(g, limit):
    return g / max(np.abs(g).max() / limit, 1)


def clip_zeroes(g, limit):
    return np.where(np.abs(g) > limit, 0, g)


def clip_unsigned(g, limit):
    return np.where(np.abs(g) > limit, limit, g)


def clip_elif(g, limit):
    out = []
    for v in g.ravel():
        if v > limit:
            out.append(limit)
        elif v < limit:
            out.append(-limit)
        else:
            out.append(v)
    return np.reshape(out, g.shape)


def norm_vdot(grads, max_norm):
    norm = math.sqrt(sum(float(np.vdot(g, g)) for g in grads))
    return tuple(np.asarray(g) * min(1.0, max_norm / (norm + 1e-12)) for g in grads)


def norm_concatenated(grads, max_norm):
    norm = np.linalg.norm(np.concatenate([np.ravel(g) for g in grads]))
    return [(g * (max_norm / norm)).tolist() if norm > max_norm else g for g in grads]


def norm_each(grads, max_norm):
    return [g * min(1, max_norm / (np.linalg.norm(g) + 1e-7)) for g in grads]


def norm_always(grads, max_norm):
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    return [g * max_norm / (norm + 1e-7) for g in grads]


def norm_sum_of_norms(grads, max_norm):
    norm = sum(np.linalg.norm(g) for g in grads)
    return [g * max_norm / norm if norm > max_norm else g for g in grads]


def norm_no_root(grads, max_norm):
    norm = sum(np.sum(g**2) for g in grads)
    return [g * max_norm / norm if norm > max_norm else g for g in grads]


def norm_max(grads, max_norm):
    norm = max(np.linalg.norm(g) for g in grads)
    return [g * max_norm / norm if norm > max_norm else g for g in grads]


def norm_to_one(grads, max_norm):
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    return [g / norm if norm > max_norm else g for g in grads]


def random_listed(n_in, n_out, rng, std=0.01):
    return [[rng.normal(0.0, std) for _ in range(n_out)] for _ in range(n_in)]


def random_columns(n_in, n_out, rng, std=0.01):
    return (rng.standard_normal((n_out, n_in)).astype(np.float32) * std).T


def random_uniform(n_in, n_out, rng, std=0.01):
    return rng.uniform(-std, std, (n_in, n_out))


def random_variance(n_in, n_out, rng, std=0.01):
    return rng.normal(0, np.sqrt(std), (n_in, n_out))


def random_transposed(n_in, n_out, rng, std=0.01):
    return rng.normal(0, std, (n_out, n_in))


def random_half(n_in, n_out, rng, std=0.01):
    return rng.random((n_in, n_out)) * std


def random_same_row(n_in, n_out, rng, std=0.01):
    return np.tile(rng.normal(0, std, n_out), (n_in, 1))


def random_global(n_in, n_out, rng, std=0.01):
    return np.random.randn(n_in, n_out) * std


def random_fixed(n_in, n_out, rng, std=0.01):
    return 0.01 * rng.standard_normal((n_in, n_out))


def xavier_even(n_in, n_out, rng):
    edge = math.sqrt(3 / n_in)
    return rng.uniform(-edge, edge, size=(n_in, n_out)).tolist()


def xavier_rows(n_in, n_out, rng):
    return np.vstack([rng.standard_normal(n_out) * n_in**-0.5 for _ in range(n_in)])


def xavier_variance(n_in, n_out, rng):
    return rng.normal(0, 1 / n_in, (n_in, n_out))


def xavier_glorot(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / (n_in + n_out)), (n_in, n_out))


def xavier_he(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out))


def xavier_out(n_in, n_out, rng):
    return rng.normal(0, np.sqrt(1 / n_out), (n_in, n_out))


def xavier_uniform(n_in, n_out, rng):
    edge = np.sqrt(1 / n_in)
    return rng.uniform(-edge, edge, (n_in, n_out))


def xavier_shifted(n_in, n_out, rng):
    return rng.random((n_in, n_out)) * np.sqrt(12 / n_in)


def normed(
    x,
    gamma,
    beta,
    moving_mean,
    moving_var,
    training,
    momentum=0.99,
    epsilon=1e-3,
    *,
    scale=lambda var, epsilon: np.sqrt(var + epsilon),
    var_of=lambda x: x.var(axis=0),
    moving_of=lambda x: x.var(axis=0),
    follows=True,
):
    if not training:
        hat = (x - moving_mean) / scale(moving_var, epsilon)
        return gamma * hat + beta, moving_mean, moving_var, None
    mean, var = x.mean(axis=0), var_of(x)
    hat = (x - mean) / scale(var, epsilon)
    if follows:
        moving_mean = momentum * moving_mean + (1 - momentum) * mean
        moving_var = momentum * moving_var + (1 - momentum) * moving_of(x)
    return gamma * hat + beta, moving_mean, moving_var, (hat, gamma, scale(var, epsilon))


def bn_listed(x, gamma, beta, moving_mean, moving_var, training, momentum=0.99, epsilon=1e-3):
    out, mean, var, cache = normed(
        x, gamma, beta, moving_mean, moving_var, training, momentum, epsilon
    )
    return [out.tolist(), list(mean), list(var), cache]


def bn_columns(x, gamma, beta, moving_mean, moving_var, training, momentum=0.99, epsilon=1e-3):
    out = np.zeros(x.shape)
    mm, mv = np.array(moving_mean, float), np.array(moving_var, float)
    for j in range(x.shape[1]):
        m, v = (np.mean(x[:, j]), np.var(x[:, j])) if training else (mm[j], mv[j])
        out[:, j] = gamma[j] * (x[:, j] - m) / math.sqrt(v + epsilon) + beta[j]
        if training:
            mm[j] += (1 - momentum) * (m - mm[j])
            mv[j] += (1 - momentum) * (v - mv[j])
    return out, mm, mv, {"x": x.copy()}


def bn_outside(x, gamma, beta, moving_mean, moving_var, training, momentum=0.99, epsilon=1e-3):
    return normed(
        x, gamma, beta, moving_mean, moving_var, training, momentum, epsilon,
        scale=lambda var, epsilon: np.sqrt(var) + epsilon,
    )  # fmt: skip


def bn_no_root(x, gamma, beta, moving_mean, moving_var, training, momentum=0.99, epsilon=1e-3):
    return normed(
        x, gamma, beta, moving_mean, moving_var, training, momentum, epsilon,
        scale=lambda var, epsilon: var + epsilon,
    )  # fmt: skip


def bn_swapped(x, gamma, beta, moving_mean, moving_var, training, momentum=0.99, epsilon=1e-3):
    return normed(x, gamma, beta, moving_mean, moving_var, training, 1 - momentum, epsilon)


def bn_sample(x, gamma, beta, moving_mean, moving_var, training, momentum=0.99, epsilon=1e-3):
    return normed(
        x, gamma, beta, moving_mean, moving_var, training, momentum, epsilon,
        var_of=lambda x: x.var(axis=0, ddof=1),
    )  # fmt: skip


def bn_moves_std(x, gamma, beta, moving_mean, moving_var, training, momentum=0.99, epsilon=1e-3):
    return normed(
        x, gamma, beta, moving_mean, moving_var, training, momentum, epsilon,
        moving_of=lambda x: x.std(axis=0),
    )  # fmt: skip


def bn_never_moves(x, gamma, beta, moving_mean, moving_var, training, momentum=0.99, epsilon=1e-3):
    return normed(
        x, gamma, beta, moving_mean, moving_var, training, momentum, epsilon, follows=False
    )


def bn_always_batch(x, gamma, beta, moving_mean, moving_var, training, momentum=0.99, epsilon=1e-3):
    out, mean, var, cache = normed(x, gamma, beta, moving_mean, moving_var, True, momentum, epsilon)
    return (out, mean, var, cache) if training else (out, moving_mean, moving_var, None)


def bn_uses_moving(x, gamma, beta, moving_mean, moving_var, training, momentum=0.99, epsilon=1e-3):
    if training:
        moving_mean = momentum * moving_mean + (1 - momentum) * x.mean(axis=0)
        moving_var = momentum * moving_var + (1 - momentum) * x.var(axis=0)
    hat = (x - moving_mean) / np.sqrt(moving_var + epsilon)
    return gamma * hat + beta, moving_mean, moving_var, (hat, gamma, moving_var)


def batchnorm(x, gamma, beta, moving_mean, moving_var, training, momentum=0.99, epsilon=1e-3):
    """Stands in the notebook above the way back, which gets the cache of this one."""
    return normed(x, gamma, beta, moving_mean, moving_var, training, momentum, epsilon)


def back_jacobian(grad_out, cache):
    hat, gamma, scale = cache
    n = len(hat)
    grad_x = np.empty(hat.shape)
    for j in range(hat.shape[1]):
        h = hat[:, j]
        J = (np.eye(n) - 1 / n - np.outer(h, h) / n) / scale[j]
        grad_x[:, j] = J.T @ grad_out[:, j] * gamma[j]
    return [grad_x.tolist(), np.einsum("nm,nm->m", grad_out, hat), np.ones(n) @ grad_out]


def back_one_line(grad_out, cache):
    hat, gamma, scale = cache
    grad_gamma, grad_beta = (grad_out * hat).sum(0), grad_out.sum(0)
    grad_x = gamma / scale * (grad_out - (grad_beta + hat * grad_gamma) / len(hat))
    return grad_x, grad_gamma.astype(np.float32), grad_beta.tolist()


def back_constants(grad_out, cache):
    hat, gamma, scale = cache
    return grad_out * gamma / scale, (grad_out * hat).sum(axis=0), grad_out.sum(axis=0)


def back_mean_only(grad_out, cache):
    hat, gamma, scale = cache
    g = grad_out * gamma
    return (g - g.mean(axis=0)) / scale, (grad_out * hat).sum(axis=0), grad_out.sum(axis=0)


def back_no_gamma(grad_out, cache):
    hat, _, scale = cache
    g = grad_out
    grad_x = (g - g.mean(axis=0) - hat * (g * hat).mean(axis=0)) / scale
    return grad_x, (g * hat).sum(axis=0), g.sum(axis=0)


def back_averages(grad_out, cache):
    grad_x, grad_gamma, grad_beta = back_one_line(grad_out, cache)
    return grad_x, grad_gamma / len(grad_x), np.divide(grad_beta, len(grad_x))


def back_gamma_of_out(grad_out, cache):
    grad_x, _, grad_beta = back_one_line(grad_out, cache)
    hat, gamma, _ = cache
    return grad_x, (grad_out * hat * gamma).sum(axis=0), grad_beta


def back_sums_not_means(grad_out, cache):
    hat, gamma, scale = cache
    g = grad_out * gamma
    grad_x = (g - g.sum(axis=0) - hat * (g * hat).sum(axis=0)) / scale
    return grad_x, (grad_out * hat).sum(axis=0), grad_out.sum(axis=0)


RIGHT = {
    "minmax": [minmax_columns, minmax_ptp],
    "standardize": [standard_float32, standard_moments],
    "clip_by_value": [
        lambda g, limit: np.sort([g, np.full(g.shape, limit), np.full(g.shape, -limit)], axis=0)[1],
        lambda g, limit: np.vectorize(lambda v: max(-limit, min(v, limit)), otypes=[float])(g),
    ],
    "clip_by_norm": [norm_vdot, norm_concatenated],
    "random_init": [random_listed, random_columns],
    "xavier_init": [xavier_even, xavier_rows],
    "batchnorm": [bn_listed, bn_columns],
    "batchnorm_backward": [back_jacobian, back_one_line],
}
WRONG = {
    "minmax": [
        minmax_all,
        minmax_rows,
        minmax_no_low,
        minmax_times_high,
        minmax_by_max,
        minmax_brackets,
    ],
    "standardize": [
        standard_sample,
        standard_ignores,
        standard_variance,
        standard_all,
        standard_only_Z,
        standard_brackets,
        standard_absolute,
    ],
    "clip_by_value": [clip_one_side, clip_shrinks, clip_zeroes, clip_unsigned, clip_elif],
    "clip_by_norm": [
        norm_each,
        norm_always,
        norm_sum_of_norms,
        norm_no_root,
        norm_max,
        norm_to_one,
    ],
    "random_init": [
        random_uniform,
        random_variance,
        random_transposed,
        random_half,
        random_same_row,
        random_global,
        random_fixed,
    ],
    "xavier_init": [
        xavier_variance,
        xavier_glorot,
        xavier_he,
        xavier_out,
        xavier_uniform,
        xavier_shifted,
    ],
    "batchnorm": [
        bn_outside,
        bn_no_root,
        bn_swapped,
        bn_sample,
        bn_moves_std,
        bn_never_moves,
        bn_always_batch,
        bn_uses_moving,
    ],
    "batchnorm_backward": [
        back_constants,
        back_mean_only,
        back_no_gamma,
        back_averages,
        back_gamma_of_out,
        back_sums_not_means,
    ],
}
