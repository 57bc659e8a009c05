"""Answers to the set on regularization, written from its statements alone."""

import math

import numpy as np


def l1_rows(w, strength):
    return strength * np.sum(np.abs(w), axis=0)


def l1_no_abs(w, strength):
    return strength * np.sum(w)


def l1_abs_outside(w, strength):
    return strength * abs(np.sum(w))


def l1_mean(w, strength):
    return strength * np.mean(np.abs(w))


def l1_matrix_norm(w, strength):
    return strength * np.linalg.norm(w, 1)


def l1_norm(w, strength):
    return strength * np.linalg.norm(w)


def l1g_abs(w, strength):
    return strength * np.abs(w)


def l1g_plain(w, strength):
    return strength * np.ones_like(w, dtype=float)


def l1g_nan(w, strength):
    return strength * w / np.abs(w)


def l1g_sign_only(w, strength):
    return np.sign(w)


def l1g_mean(w, strength):
    return strength * np.sign(w) / w.size


def l1g_added(w, strength):
    return w + strength * np.sign(w)


def l2_half(w, strength):
    return strength / 2 * np.sum(w**2)


def l2_root(w, strength):
    return strength * np.sqrt(np.sum(w**2))


def l2_square_of_sum(w, strength):
    return strength * np.sum(w) ** 2


def l2_strength_too(w, strength):
    return np.sum((strength * w) ** 2)


def l2_rows(w, strength):
    return strength * np.sum(w**2) / len(w)


def l2_gram(w, strength):
    return strength * np.sum(w.T @ w)


def l2g_half(w, strength):
    return strength * w


def l2g_square(w, strength):
    return 2 * strength * w**2


def l2g_abs(w, strength):
    return 2 * strength * np.abs(w)


def l2g_total(w, strength):
    return 2 * strength * np.sum(w)


def l2g_mean(w, strength):
    return 2 * strength * w / w.size


def l2g_decay(w, strength):
    return w - 2 * strength * w


def dropout_listed(a, rate, rng, training=True):
    if not training:
        return np.array(a), np.ones(np.shape(a))
    mask = [[0 if rng.random() < rate else 1 for _ in row] for row in a]
    out = [
        [v * m / (1 - rate) for v, m in zip(r, s, strict=True)]
        for r, s in zip(a, mask, strict=True)
    ]
    return out, mask


def dropout_binomial(a, rate, rng, training=True):
    if not training:
        return a, None
    mask = rng.binomial(1, 1 - rate, a.shape).astype(bool)
    return np.where(mask, a / np.float32(1 - rate), 0), mask


def dropout_unscaled(a, rate, rng, training=True):
    if not training:
        return a, None
    mask = rng.random(a.shape) >= rate
    return a * mask, mask


def dropout_keeps_rate(a, rate, rng, training=True):
    if not training:
        return a, None
    mask = (rng.random(a.shape) < rate).astype(int)
    return a * mask / (1 - rate), mask


def dropout_divides_by_rate(a, rate, rng, training=True):
    if not training:
        return a, None
    mask = (rng.random(a.shape) > rate).astype(int)
    return a * mask / rate, mask


def dropout_classic(a, rate, rng, training=True):
    if not training:
        return a * (1 - rate), None
    mask = (rng.random(a.shape) > rate).astype(int)
    return a * mask, mask


def dropout_columns(a, rate, rng, training=True):
    if not training:
        return a, None
    mask = np.ones(a.shape) * (rng.random(a.shape[1]) > rate)
    return a * mask / (1 - rate), mask


def dropout_scaled_mask(a, rate, rng, training=True):
    if not training:
        return a, None
    mask = (rng.random(a.shape) > rate) / (1 - rate)
    return a * mask, mask


def dropout_fixed_number(a, rate, rng, training=True):
    if not training:
        return a, None
    mask = np.ones(a.size)
    mask[rng.permutation(a.size)[: int(rate * a.size)]] = 0
    mask = mask.reshape(a.shape)
    return a * mask / (1 - rate), mask


def dropout_half(a, rate, rng, training=True):
    if not training:
        return a, None
    mask = rng.integers(0, 2, a.shape)
    return a * mask / (1 - rate), mask


def dropout_always(a, rate, rng, training=True):
    mask = (rng.random(a.shape) > rate).astype(int)
    return a * mask / (1 - rate), mask


def dropout_own_seed(a, rate, rng, training=True):
    if not training:
        return a, None
    mask = (np.random.default_rng(0).random(a.shape) > rate).astype(int)
    return a * mask / (1 - rate), mask


def back_unscaled(grad_out, mask, rate):
    return grad_out * mask


def back_scale_only(grad_out, mask, rate):
    return grad_out / (1 - rate)


def back_by_rate(grad_out, mask, rate):
    return grad_out * mask / rate


def back_multiplied(grad_out, mask, rate):
    return grad_out * mask * (1 - rate)


def back_other_ones(grad_out, mask, rate):
    return grad_out * (1 - mask) / (1 - rate)


def back_mean(grad_out, mask, rate):
    return grad_out * mask / np.mean(mask)


def stopping_walk(val_losses, patience, min_delta=0.0):
    best, waited = 0, 0
    for epoch, loss in enumerate(val_losses):
        if epoch and loss + min_delta < val_losses[best]:
            best, waited = epoch, 0
        elif epoch:
            waited += 1
            if waited == patience:
                break
    return np.array([epoch, best], dtype=np.int8)


def stopping_while(val_losses, patience, min_delta=0.0):
    losses, best, epoch = [float(v) for v in val_losses], 0, 0
    while epoch + 1 < len(losses) and epoch - best < patience:
        epoch += 1
        best = epoch if losses[epoch] + min_delta < losses[best] else best
    return [float(epoch), float(best)]


def stopped(
    val_losses,
    patience,
    min_delta=0.0,
    *,
    better=lambda loss, best, min_delta: loss + min_delta < best,
    late=0,
    reset=True,
    against_previous=False,
    report=lambda epoch, best, losses: (epoch, best),
):
    best, best_loss, waited = 0, val_losses[0], 0
    for epoch in range(1, len(val_losses)):
        if better(val_losses[epoch], best_loss, min_delta):
            best, best_loss = epoch, val_losses[epoch]
            waited = 0 if reset else waited
        else:
            waited += 1
            if waited >= patience + late:
                return report(epoch, best, val_losses)
        if against_previous:
            best_loss = val_losses[epoch]
    return report(len(val_losses) - 1, best, val_losses)


def stopping_equal(val_losses, patience, min_delta=0.0):
    return stopped(val_losses, patience, min_delta, better=lambda a, b, delta: a <= b - delta)


def stopping_late(val_losses, patience, min_delta=0.0):
    return stopped(val_losses, patience, min_delta, late=1)


def stopping_never_resets(val_losses, patience, min_delta=0.0):
    return stopped(val_losses, patience, min_delta, reset=False)


def stopping_previous(val_losses, patience, min_delta=0.0):
    return stopped(val_losses, patience, min_delta, against_previous=True)


def stopping_argmin(val_losses, patience, min_delta=0.0):
    return stopped(
        val_losses, patience, min_delta, report=lambda e, b, losses: (e, int(np.argmin(losses)))
    )


def stopping_delta_sign(val_losses, patience, min_delta=0.0):
    return stopped(val_losses, patience, min_delta, better=lambda a, b, delta: a - delta < b)


def stopping_no_delta(val_losses, patience, min_delta=0.0):
    return stopped(val_losses, patience, min_delta, better=lambda a, b, delta: a < b)


def stopping_from_one(val_losses, patience, min_delta=0.0):
    return stopped(val_losses, patience, min_delta, report=lambda e, b, losses: (e + 1, b + 1))


def stopping_swapped(val_losses, patience, min_delta=0.0):
    return stopped(val_losses, patience, min_delta, report=lambda e, b, losses: (b, e))


def flip_up_down(images):
    return images[:, ::-1]


def flip_order(images):
    return images[::-1]


def flip_turned(images):
    return np.rot90(images, 2, axes=(1, 2))


def flip_transposed(images):
    return images.transpose(0, 2, 1)


def flip_swaps_ends(images):
    out = images.copy()
    out[:, :, 0] = images[:, :, -1]
    out[:, :, -1] = images[:, :, 0]
    return out


def flip_in_loop(images):
    out = images.copy()
    width = images.shape[2]
    for i in range(width):
        out[:, :, i] = out[:, :, width - 1 - i]
    return out


def shift_pixels(images, dx, dy):
    n, height, width = images.shape
    out = [[[0.0] * width for _ in range(height)] for _ in range(n)]
    for i, r, c in np.ndindex(n, height, width):
        if 0 <= r - dy < height and 0 <= c - dx < width:
            out[i][r][c] = float(images[i, r - dy, c - dx])
    return out


def shift_matrices(images, dx, dy):
    _, height, width = images.shape
    return np.eye(height, k=-dy) @ images @ np.eye(width, k=dx)


def shift_rolled(images, dx, dy):
    return np.roll(images, (dy, dx), axis=(1, 2))


def shift_swapped(images, dx, dy):
    return shift_matrices(images, dy, dx)


def shift_backwards(images, dx, dy):
    return shift_matrices(images, -dx, -dy)


def shift_dy_up(images, dx, dy):
    return shift_matrices(images, dx, -dy)


def shift_only_positive(images, dx, dy):
    out = np.zeros_like(images)
    _, height, width = images.shape
    if dx >= 0 and dy >= 0:
        out[:, dy:, dx:] = images[:, : height - dy, : width - dx]
    return out


def shift_edges(images, dx, dy):
    pad = np.pad(images, ((0, 0), (abs(dy), abs(dy)), (abs(dx), abs(dx))), mode="edge")
    _, height, width = images.shape
    y, x = abs(dy) - dy, abs(dx) - dx
    return pad[:, y : y + height, x : x + width]


def shift_grows(images, dx, dy):
    return np.pad(images, ((0, 0), (max(dy, 0), max(-dy, 0)), (max(dx, 0), max(-dx, 0))))


def noise_listed(X, std, rng):
    return [[float(v) + std * rng.standard_normal() for v in row] for row in X]


def noise_centred(X, std, rng):
    return rng.normal(loc=np.asarray(X), scale=std)


def noise_uniform(X, std, rng):
    return X + rng.uniform(-std, std, X.shape)


def noise_variance(X, std, rng):
    return X + rng.normal(0, std**2, X.shape)


def noise_root(X, std, rng):
    return X + rng.normal(0, np.sqrt(std), X.shape)


def noise_one_row(X, std, rng):
    return X + rng.normal(0, std, X.shape[1])


def noise_times(X, std, rng):
    return X * (1 + rng.normal(0, std, X.shape))


def noise_shifted(X, std, rng):
    return X + rng.normal(std, std, X.shape)


def noise_alone(X, std, rng):
    return rng.normal(0, std, X.shape)


RIGHT = {
    "l1_penalty": [
        lambda w, strength: math.fsum(abs(v) * strength for v in np.ravel(w)),
        lambda w, strength: np.full(w.size, strength) @ np.abs(w).ravel(),
    ],
    "l1_grad": [
        lambda w, strength: np.where(w > 0, strength, -strength).tolist(),
        lambda w, strength: np.vectorize(lambda v: math.copysign(strength, v))(w),
    ],
    "l2_penalty": [
        lambda w, strength: strength * np.vdot(w, w).astype(np.float32),
        lambda w, strength: strength * np.linalg.norm(w) ** 2,
    ],
    "l2_grad": [
        lambda w, strength: (strength * w + strength * w).tolist(),
        lambda w, strength: np.einsum("...,->...", w, 2.0 * strength),
    ],
    "dropout": [dropout_listed, dropout_binomial],
    "dropout_backward": [
        lambda grad_out, mask, rate: np.where(mask, grad_out / (1 - rate), 0).tolist(),
        lambda grad_out, mask, rate: np.einsum("nk,nk->nk", grad_out, mask) * (1 / (1 - rate)),
    ],
    "early_stopping": [stopping_walk, stopping_while],
    "flip": [
        lambda images: [[row[::-1].tolist() for row in image] for image in images],
        lambda images: images @ np.eye(images.shape[2], dtype=images.dtype)[::-1],
    ],
    "shift": [shift_pixels, shift_matrices],
    "add_noise": [noise_listed, noise_centred],
}
WRONG = {
    "l1_penalty": [l1_rows, l1_no_abs, l1_abs_outside, l1_mean, l1_matrix_norm, l1_norm],
    "l1_grad": [l1g_abs, l1g_plain, l1g_nan, l1g_sign_only, l1g_mean, l1g_added],
    "l2_penalty": [l2_half, l2_root, l2_square_of_sum, l2_strength_too, l2_rows, l2_gram],
    "l2_grad": [l2g_half, l2g_square, l2g_abs, l2g_total, l2g_mean, l2g_decay],
    "dropout": [
        dropout_unscaled,
        dropout_keeps_rate,
        dropout_divides_by_rate,
        dropout_classic,
        dropout_columns,
        dropout_scaled_mask,
        dropout_fixed_number,
        dropout_half,
        dropout_always,
        dropout_own_seed,
    ],
    "dropout_backward": [
        back_unscaled,
        back_scale_only,
        back_by_rate,
        back_multiplied,
        back_other_ones,
        back_mean,
    ],
    "early_stopping": [
        stopping_equal,
        stopping_late,
        stopping_never_resets,
        stopping_previous,
        stopping_argmin,
        stopping_delta_sign,
        stopping_no_delta,
        stopping_from_one,
        stopping_swapped,
    ],
    "flip": [
        flip_up_down,
        flip_order,
        flip_turned,
        flip_transposed,
        flip_swaps_ends,
        flip_in_loop,
    ],
    "shift": [
        shift_rolled,
        shift_swapped,
        shift_backwards,
        shift_dy_up,
        shift_only_positive,
        shift_edges,
        shift_grows,
    ],
    "add_noise": [
        noise_uniform,
        noise_variance,
        noise_root,
        noise_one_row,
        noise_times,
        noise_shifted,
        noise_alone,
    ],
}
