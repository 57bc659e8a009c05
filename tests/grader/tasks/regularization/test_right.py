"""Right answers against overfitting are right in any style, and with draws in any order."""

import math

import numpy as np
import pytest
from chainrule_grader import check
from chainrule_grader.judging.verdict import Kind


def _l1_loop(w, strength):
    total = 0
    for v in w.flatten().tolist():
        total += abs(v)
    return strength * total


def _l1_grad_loop(w, strength):
    out = np.zeros(w.shape)
    for index in np.ndindex(w.shape):
        out[index] = strength if w[index] > 0 else -strength
    return out


def _dropout_loops(a, rate, rng, training=True):
    if not training:
        return a, None
    out, mask = [], []
    for row in a:
        draws = [rng.uniform() for _ in row]
        mask.append([1 if u > rate else 0 for u in draws])
        out.append([v / (1 - rate) if u > rate else 0 for v, u in zip(row, draws, strict=True)])
    return out, mask


def _dropout_columns(a, rate, rng, training=True):
    keep = 1 - rate if training else 1.0
    mask = np.stack([rng.random(len(a)) < keep for _ in range(a.shape[1])], axis=1)
    return [np.where(mask, a / keep, 0), mask]


def _dropout_binomial(a, rate, rng, training=True):
    mask = rng.binomial(1, 1 - rate, size=a.shape) if training else np.ones_like(a)
    return a * mask / (1 - rate if training else 1), mask


def _dropout_choice(a, rate, rng, training=True):
    if training:
        mask = rng.choice([0, 1], size=a.shape, p=[rate, 1 - rate]).astype(bool)
        out = a.copy()
        out[~mask] = 0
        out[mask] /= 1 - rate
        return out, mask
    return a, np.ones(a.shape, dtype=bool)


def _dropout_single(a, rate, rng, training=True):
    a = a.astype(np.float32)
    if not training:
        return a, 1
    mask = (rng.random(a.shape, dtype=np.float32) >= rate).astype(np.float32)
    return a * mask * np.float32(1 / (1 - rate)), mask


def _dropout_spawned(a, rate, rng, training=True):
    seed = rng.integers(2**32)
    mask = np.random.RandomState(seed).rand(*a.shape) >= rate if training else np.True_
    return (a / (1 - rate) * mask, mask) if training else (a.tolist(), mask)


def _backward_loop(grad_out, mask, rate):
    return [
        [g / (1 - rate) if m else 0 for g, m in zip(*rows, strict=True)]
        for rows in zip(grad_out, mask, strict=True)
    ]


def _stop_lists(val_losses, patience, min_delta=0.0):
    best, seen = [0], val_losses.tolist()
    for epoch in range(1, len(seen)):
        if seen[best[-1]] - seen[epoch] > min_delta:
            best.append(epoch)
        if epoch - best[-1] == patience:
            return [epoch, best[-1]]
    return [len(seen) - 1, best[-1]]


def _stop_while(val_losses, patience, min_delta=0):
    epoch, best_epoch = 0, 0
    while epoch < len(val_losses) - 1 and epoch - best_epoch < patience:
        epoch += 1
        if val_losses[epoch] < val_losses[best_epoch] - min_delta:
            best_epoch = epoch
    return np.array([epoch, best_epoch])


def _stop_countdown(losses, patience, delta=0.0):
    best, left, where, stop = None, patience, None, None
    for i, loss in enumerate(losses.astype(np.float32)):
        if stop is not None:
            continue
        if best is None or best - loss > delta:
            best, left, where = loss, patience, np.int64(i)
        else:
            left -= 1
            stop = i if left == 0 else None
    return (len(losses) - 1.0 if stop is None else stop), where


def _flip_loop(images):
    out = np.empty_like(images)
    for i, image in enumerate(images):
        for j, row in enumerate(image):
            out[i, j] = list(reversed(row))
    return out


def _shift_pad(images, dx, dy):
    _, h, w = images.shape
    wide = np.pad(images, ((0, 0), (h, h), (w, w)))
    return wide[:, h - dy : 2 * h - dy, w - dx : 2 * w - dx]


def _shift_roll(images, dx, dy):
    out = np.roll(images, (dy, dx), axis=(1, 2))
    out[:, : max(dy, 0)] = 0
    out[:, :, : max(dx, 0)] = 0
    if dy < 0:
        out[:, dy:] = 0
    if dx < 0:
        out[:, :, dx:] = 0
    return out


def _shift_matrices(images, dx, dy):
    _, h, w = images.shape
    return np.eye(h, k=-dy) @ images @ np.eye(w, k=dx)


def _shift_lists(images, dx, dy):
    _, h, w = images.shape

    def pixel(image, y, x):
        return float(image[y][x]) if 0 <= y < h and 0 <= x < w else 0

    return [
        [[pixel(image, y - dy, x - dx) for x in range(w)] for y in range(h)] for image in images
    ]


def _noise_loops(X, std, rng):
    return [[float(v) + std * rng.standard_normal() for v in row] for row in X]


ANSWERS = {
    "l1_penalty": {
        "loop": _l1_loop,
        "sum-of-product": lambda w, strength: np.sum(strength * np.abs(w)),
        "by-sign": lambda w, strength: float(strength * (w * np.sign(w)).sum()),
        "norm": lambda w, strength: strength * np.linalg.norm(w.ravel(), 1),
        "single": lambda w, strength: np.float32(strength) * np.abs(w.astype(np.float32)).sum(),
        "roots": lambda w, lam: lam * sum(math.sqrt(v * v) for v in w.flat),
        "array": lambda w, strength: np.array(strength * np.abs(w).sum()),
    },
    "l1_grad": {
        "loop": _l1_grad_loop,
        "where": lambda w, strength: np.where(w > 0, strength, -strength),
        "where-not-negative": lambda w, strength: np.where(w >= 0, strength, -strength),
        "comparison": lambda w, strength: strength * (1.0 * (w > 0) - (w < 0)),
        "list": lambda w, strength: (strength * np.sign(w)).tolist(),
        "single": lambda w, strength: np.sign(w.astype(np.float32)) * np.float32(strength),
        "smoothed": lambda w, strength: strength * w / (np.abs(w) + 1e-12),
    },
    "l2_penalty": {
        "loop": lambda w, strength: strength * sum(float(v) ** 2 for v in w.flat),
        "square": lambda w, strength: np.sum(strength * np.square(w)),
        "dot": lambda w, strength: strength * np.dot(w.ravel(), w.ravel()),
        "norm": lambda w, strength: strength * np.linalg.norm(w) ** 2,
        "einsum": lambda w, lam: lam * np.einsum("i,i->", w.ravel(), w.ravel()),
        "trace": lambda w, lam: lam * np.trace(np.atleast_2d(w) @ np.atleast_2d(w).T),
        "single": lambda w, strength: np.float32(strength) * (w.astype(np.float32) ** 2).sum(),
    },
    "l2_grad": {
        "sum": lambda w, strength: strength * w + strength * w,
        "list": lambda w, strength: (2 * strength * w).tolist(),
        "multiply": lambda w, strength: np.multiply(w, 2.0) * strength,
        "single": lambda w, strength: np.float32(2 * strength) * w.astype(np.float32),
        "quotient": lambda w, s: (s * (w + 1e-3) ** 2 - s * (w - 1e-3) ** 2) / 2e-3,
    },
    "dropout": {
        "loops": _dropout_loops,
        "columns": _dropout_columns,
        "binomial": _dropout_binomial,
        "choice": _dropout_choice,
        "single": _dropout_single,
        "spawned": _dropout_spawned,
    },
    "dropout_backward": {
        "loop": _backward_loop,
        "where": lambda grad_out, mask, rate: np.where(mask > 0, grad_out / (1 - rate), 0),
        "scaled-mask": lambda grad_out, mask, p: grad_out * (mask / (1 - p)),
        "einsum": lambda grad_out, mask, rate: np.einsum("ij,ij->ij", grad_out, mask) / (1 - rate),
        "single": lambda g, mask, rate: (g * mask / (1 - rate)).astype(np.float32),
    },
    "early_stopping": {"lists": _stop_lists, "while": _stop_while, "countdown": _stop_countdown},
    "flip": {
        "loop": _flip_loop,
        "numpy": lambda images: np.flip(images, axis=-1),
        "ellipsis": lambda images: images[..., ::-1],
        "fliplr": lambda images: [np.fliplr(image) for image in images],
        "take": lambda images: images.take(range(images.shape[2] - 1, -1, -1), axis=2),
        "matrix": lambda images: images @ np.eye(images.shape[2])[::-1],
        "single": lambda images: images[:, :, ::-1].astype(np.float32),
        "lists": lambda images: [[row[::-1] for row in image] for image in images.tolist()],
    },
    "shift": {
        "pad": _shift_pad,
        "roll": _shift_roll,
        "matrices": _shift_matrices,
        "lists": _shift_lists,
        "single": lambda images, dx, dy: _shift_pad(images, dx, dy).astype(np.float32),
    },
    "add_noise": {
        "loops": _noise_loops,
        "standard": lambda X, std, rng: X + std * rng.standard_normal(X.shape),
        "around": lambda X, std, rng: rng.normal(X, std),
        "minus": lambda X, std, rng: X - rng.normal(scale=std, size=X.shape),
        "by-columns": lambda X, std, rng: (X.T + rng.normal(0, std, X.T.shape)).T,
        "single": lambda X, std, rng: (X + rng.normal(0, std, X.shape)).astype(np.float32),
    },
}
CASES = [
    pytest.param(task, answer, id=f"{task}-{name}")
    for task, answers in ANSWERS.items()
    for name, answer in answers.items()
]


@pytest.mark.parametrize(("task", "answer"), CASES)
def test_a_right_answer_is_right(task, answer):
    """Whoever computes the right numbers, or draws from the right lots, gets every point."""
    result = check(f"regularization/{task}", answer)
    assert (Kind.CORRECT, 1.0) == (result.verdict.kind, float(result)), result.verdict.message
