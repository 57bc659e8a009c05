"""Wrong answers to the set on regularization."""

# ruff: noqa: ARG005, PLW0108, RET503  wrong answers leave arguments unused and may return nothing

import numpy as np

NAMED = 0.8


def drop(a, rate, rng, training=True):
    """The right pair."""
    mask = (rng.random(a.shape) >= rate) * 1.0 if training else np.ones(a.shape)
    return a * mask / (1 - rate if training else 1), mask


def stop(losses, patience, min_delta=0.0):
    """The right epochs."""
    best_epoch = 0
    for epoch in range(1, len(losses)):
        if losses[epoch] + min_delta < losses[best_epoch]:
            best_epoch = epoch
        elif epoch - best_epoch >= patience:
            return epoch, best_epoch
    return len(losses) - 1, best_epoch


def moved(images, dx, dy):
    """The right pictures."""
    _, h, w = images.shape
    wide = np.pad(images, ((0, 0), (h, h), (w, w)))
    return wide[:, h - dy : 2 * h - dy, w - dx : 2 * w - dx]


def _returns_in_the_loop(w, strength):
    total = 0
    for row in np.atleast_2d(w):
        total += strength * np.abs(row).sum()
        return total
    return None


def _drop_one(a, _rate, rng, training=True):
    mask = np.ones(a.shape)
    if training:
        mask[rng.integers(len(a)), rng.integers(a.shape[1])] = 0
    return a * mask, mask


def _drop_rounded(a, rate, rng, training=True):
    mask = np.round(rng.random(a.shape)) if training else np.ones(a.shape)
    return a * mask / (1 - rate if training else 1), mask


def _drop_spoils(a, rate, rng, training=True):
    out, mask = drop(a, rate, rng, training)
    a *= mask
    return out, mask


def _drop_twice(a, rate, rng, training=True):
    out, _ = drop(a, rate, rng, training)
    return out, drop(a, rate, rng, training)[1]


def _drop_at_inference_mean(a, rate, rng, training=True):
    return drop(a, rate, rng) if training else (a * rate, None)


def _drop_swapped_pair(a, rate, rng, training=True):
    return drop(a, rate, rng, training)[::-1]


def _drop_only_out(a, rate, rng, training=True):
    return drop(a, rate, rng, training)[0]


def _drop_constant(a, rate, rng, training=True):
    out, mask = drop(a, rate, rng, training)
    return np.where(mask == 1, out, 1.0), mask


def _drop_list_multiplied(a, rate, rng, training=True):
    if training:
        out = a * (rng.random(a.shape) >= rate) / (1 - rate)
        return out, out != a
    return a, None


def _drop_plus(a, rate, rng, training=True):
    out, mask = drop(a, rate, rng, training)
    return out + rate * training, mask


def _drop_small_ones(a, rate, _rng, training=True):
    mask = (np.abs(a) >= np.quantile(np.abs(a), rate)) * 1.0 if training else np.ones(a.shape)
    return a * mask / (1 - rate if training else 1), mask


def _drop_first_columns(a, rate, rng, training=True):
    out, mask = drop(a, rate, rng, training)
    out[0], mask[0] = a[0], 1
    return out, mask


def _stop_reference_frozen(losses, patience, min_delta=0.0):
    wait = 0
    for epoch, loss in enumerate(losses):
        wait = 0 if loss + min_delta < losses[0] else wait + 1
        if wait > patience:
            return epoch, int(np.argmin(losses[: epoch + 1]))
    return len(losses) - 1, int(np.argmin(losses))


def _stop_window(losses, patience, _min_delta=0.0):
    for epoch in range(patience, len(losses)):
        if losses[epoch] > losses[epoch - patience]:
            return epoch, int(np.argmin(losses[: epoch + 1]))
    return len(losses) - 1, int(np.argmin(losses))


def _stop_twice_delta(losses, patience, min_delta=0.0):
    return stop(losses, patience, 2 * min_delta)


def _stop_spoils(losses, patience, min_delta=0.0):
    result = stop(losses, patience, min_delta)
    losses.sort()
    return result


def _one_axis(images, dx, dy):
    out = np.zeros_like(images)
    if dx > 0:
        out[:, :, dx:] = images[:, :, :-dx]
    elif dy > 0:
        out[:, dy:] = images[:, :-dy]
    return out


def _own_pixels(images, dx, dy):
    out = images.copy()
    for y in range(images.shape[1]):
        for x in range(images.shape[2]):
            if 0 <= y - dy < images.shape[1] and 0 <= x - dx < images.shape[2]:
                out[:, y, x] = out[:, y - dy, x - dx]
            else:
                out[:, y, x] = 0
    return out


def _drop_without_training(a, rate, rng):
    return drop(a, rate, rng)


def _stop_without_delta(losses, patience):
    return stop(losses, patience)


def _first_entry_in_loop(w, strength):
    for value in w.ravel():
        return strength * abs(value)


def _squares_in_loop(w, strength):
    total = 0
    for row in w:
        total += np.sum(row**2)
        return strength * total


def _flip_in_place(images):
    images[:] = images[:, :, ::-1].copy()
    return images


def _flip_overwrites(images):
    out = images.copy()
    for j in range(out.shape[2]):
        out[:, :, j] = out[:, :, -1 - j]
    return out


def _flip_first_row(images):
    out = images.copy()
    out[:, 0] = images[:, 0, ::-1]
    return out


def _flip_swaps_all(images):
    out = images.copy()
    for j in range(out.shape[2]):
        out[:, :, [j, -1 - j]] = out[:, :, [-1 - j, j]]
    return out


def _filled(images, dx, dy, value):
    inside = moved(np.ones_like(images), dx, dy) == 1
    return np.where(inside, moved(images, dx, dy), value)


def _roll_cleared_exchanged(images, dx, dy):
    out = np.roll(images, (dy, dx), axis=(1, 2))
    out[:, :dx], out[:, :, :dy] = 0, 0
    return out


def _shift_in_place(images, dx, dy):
    images[:] = moved(images, dx, dy)
    return images


def _shift_by_index(images, dx, dy):
    out = np.zeros_like(images)
    for y in range(images.shape[1]):
        for x in range(images.shape[2]):
            if y - dy < images.shape[1] and x - dx < images.shape[2]:
                out[:, y, x] = images[:, y - dy, x - dx]
    return out


def _shift_clipped(images, dx, dy):
    rows = np.clip(np.arange(images.shape[1]) - dy, 0, images.shape[1] - 1)
    columns = np.clip(np.arange(images.shape[2]) - dx, 0, images.shape[2] - 1)
    return images[:, rows][:, :, columns]


def _cleared_only(images, dx, dy):
    return images * moved(np.ones_like(images), dx, dy)


def _shift_loop_short(images, dx, dy):
    out = moved(images, dx, dy)
    out[:, -1], out[:, :, -1] = 0, 0
    return out


def _noise_in_place(X, std, rng):
    X += rng.normal(0, std, X.shape)
    return X


def _noise_first_row(X, std, rng):
    out = X.copy()
    out[0] += rng.normal(0, std, X.shape[1])
    return out


def _given(a, mask, rate, training):
    return (a * mask / (1 - rate), mask * 1.0) if training else (a, None)


def _dropout(keep, scale):
    def dropout(a, rate, rng, training=True):
        if not training:
            return a, None
        mask = keep(rng.random(a.shape), rate)
        return a * mask * scale(rate), mask.astype(float)

    return dropout


WRONG = {
    "l1_penalty": {
        "returns-first-entry": _first_entry_in_loop,
        "mean-and-no-strength": lambda w, strength: np.abs(w).mean(),
        "no-abs": lambda w, strength: strength * w.sum(),
        "abs-of-sum": lambda w, strength: strength * abs(w.sum()),
        "squares-mean": lambda w, strength: strength * (w**2).mean(),
        "half": lambda w, strength: strength * np.abs(w).sum() / 2,
        "rows": lambda w, strength: strength * np.abs(w).sum(axis=0),
        "norm-of-table": lambda w, strength: strength * np.linalg.norm(w, 1),
        "returns-in-the-loop": _returns_in_the_loop,
        "plus-two": lambda w, strength: strength * np.abs(w).sum() + 2,
        "smallest": lambda w, strength: strength * np.abs(w).min(),
        "median": lambda w, strength: strength * np.median(np.abs(w)),
        "without-last": lambda w, strength: strength * np.abs(w[:-1]).sum(),
        "without-first": lambda w, strength: strength * np.abs(w.ravel()[1:]).sum(),
        "rounded": lambda w, strength: round(strength * np.abs(w).sum(), 1),
        "root": lambda w, strength: strength * np.sqrt(np.abs(w)).sum(),
        "none": lambda w, strength: print(strength * np.abs(w).sum()),
        "list": lambda w, strength: [strength * np.abs(w).sum()],
        "python-abs-of-list": lambda w, strength: strength * sum(abs(v) for v in w),
        "negative-only": lambda w, strength: strength * np.abs(np.minimum(w, 0)).sum(),
        "cubed": lambda w, strength: strength * np.abs(w**3).sum(),
        "fixed-strength": lambda w, _strength: 0.01 * np.abs(w).sum(),
    },
    "l1_grad": {
        "reciprocal": lambda w, strength: strength / w,
        "one-less": lambda w, strength: strength - np.sign(w),
        "sign-of-strength": lambda w, strength: np.sign(strength * w),
        "first-only": lambda w, strength: strength * np.sign(w[:1]),
        "transposed": lambda w, strength: strength * np.sign(w).T,
        "flat": lambda w, strength: strength * np.sign(w).ravel(),
        "boolean": lambda w, strength: strength * (w > 0),
        "tanh": lambda w, strength: strength * np.tanh(w),
        "none": lambda w, strength: print(strength * w),
        "squared-strength": lambda w, strength: strength**2 * np.sign(w),
        "divided": lambda w, strength: np.sign(w) / strength,
        "zero-at-negatives": lambda w, strength: np.maximum(0, strength * w),
        "far-at-zero": lambda w, strength: np.where(w == 0, 9, strength * np.sign(w)),
        "spoils": lambda w, strength: (strength * np.sign(w), w.fill(0))[0],
    },
    "l2_penalty": {
        "returns-in-the-loop": _squares_in_loop,
        "norm": lambda w, strength: strength * np.linalg.norm(w),
        "half-mean": lambda w, strength: strength * (w**2).mean() / 2,
        "half-no-strength": lambda w, strength: (w**2).sum() / 2,
        "rows": lambda w, strength: strength * (w**2).sum(axis=1 if w.ndim > 1 else 0),
        "strength-squared": lambda w, strength: ((strength * w) ** 2).sum(),
        "dot": lambda w, strength: strength * np.dot(w.T, w),
        "cubed": lambda w, strength: strength * (w**3).sum(),
        "variance": lambda w, strength: strength * np.var(w),
        "exclusive-or": lambda w, strength: strength * sum(int(v) ^ 2 for v in w.ravel()),
        "without-last": lambda w, strength: strength * (w[:-1] ** 2).sum(),
        "rounded": lambda w, strength: round(strength * (w**2).sum(), 1),
        "list": lambda w, strength: [strength * (w**2).sum()],
        "none": lambda w, strength: print(strength * (w**2).sum()),
        "plus": lambda w, strength: strength + (w**2).sum(),
        "rows-squared": lambda w, strength: strength * (w.sum(axis=0) ** 2).sum(),
        "fixed-strength": lambda w, _strength: 0.01 * (w**2).sum(),
        "absolute-and-square": lambda w, strength: strength * (np.abs(w) + w**2).sum(),
        "spoils": lambda w, strength: (
            strength * np.square(w, out=w.astype(float)).sum(),
            w.sort(),
        )[0],
    },
    "l2_grad": {
        "four": lambda w, strength: 4 * strength * w,
        "mean": lambda w, strength: 2 * strength * w.mean(axis=0),
        "transposed": lambda w, strength: 2 * strength * w.T,
        "flat": lambda w, strength: 2 * strength * w.ravel(),
        "first-row": lambda w, strength: 2 * strength * w[:1],
        "positive": lambda w, strength: 2 * strength * np.maximum(w, 0),
        "plus": lambda w, strength: 2 * w + strength,
        "divided": lambda w, strength: 2 * w / strength,
        "none": lambda w, strength: print(2 * strength * w),
        "power": lambda w, strength: w ** (2 * strength),
        "root": lambda w, strength: 2 * strength * np.sqrt(np.abs(w)),
        "integers": lambda w, strength: np.round(2 * strength * w),
    },
    "dropout": {
        "scaled-exchanged": _dropout(lambda r, rate: r < rate, lambda rate: 1 - rate),
        "exchanged-not-scaled": _dropout(lambda r, rate: r < rate, lambda rate: 1),
        "not-scaled": _dropout(lambda r, rate: r >= rate, lambda rate: 1),
        "greater-one-minus": _dropout(lambda r, rate: r > 1 - rate, lambda rate: 1 / (1 - rate)),
        "by-rate": _dropout(lambda r, rate: r >= rate, lambda rate: 1 / rate),
        "half": _dropout(lambda r, rate: r >= 0.5, lambda rate: 1 / (1 - rate)),
        "half-doubled": _dropout(lambda r, rate: r >= 0.5, lambda rate: 2),
        "half-not-scaled": _dropout(lambda r, rate: r >= 0.5, lambda rate: 1),
        "times-keep": _dropout(lambda r, rate: r >= rate, lambda rate: 1 - rate),
        "scale-at-inference-not-in-training": lambda a, rate, rng, training=True: (
            _dropout(lambda r, rate: r >= rate, lambda rate: 1)(a, rate, rng)
            if training
            else (a * (1 - rate), None)
        ),
        "reversed-not-scaled": lambda a, rate, rng, training=True: _dropout(
            lambda r, rate: r >= rate, lambda rate: 1
        )(a, rate, rng, not training),
        "reversed": lambda a, rate, rng, training=True: drop(a, rate, rng, not training),
        "reversed-pair": lambda a, rate, rng, training=True: drop(a, rate, rng, not training)[::-1],
        "always": lambda a, rate, rng, training=True: drop(a, rate, rng),
        "always-not-scaled": lambda a, rate, rng, training=True: _dropout(
            lambda r, rate: r >= rate, lambda rate: 1
        )(a, rate, rng),
        "normal": lambda a, rate, rng, training=True: _given(
            a, rng.normal(size=a.shape) >= rate, rate, training
        ),
        "row": lambda a, rate, rng, training=True: _given(
            a, np.tile(rng.random(a.shape[1]) >= rate, (len(a), 1)), rate, training
        ),
        "examples": lambda a, rate, rng, training=True: _given(
            a, np.tile(rng.random((len(a), 1)) >= rate, a.shape[1]), rate, training
        ),
        "mask-scaled": lambda a, rate, rng, training=True: (
            drop(a, rate, rng, training)[0],
            drop(a, rate, rng, training)[1] / (1 - rate),
        ),
        "seeded": lambda a, rate, rng, training=True: drop(
            a, rate, np.random.default_rng(1), training
        ),
        "choice-other-way": lambda a, rate, rng, training=True: _given(
            a, rng.choice([0, 1], a.shape, p=[1 - rate, rate]), rate, training
        ),
        "mean-dropped": lambda a, rate, rng, training=True: (
            np.where(drop(a, rate, rng, training)[1] == 1, a / (1 - rate), a.mean()),
            drop(a, rate, rng, training)[1],
        ),
        "one-number": _drop_one,
        "rounded-draw": _drop_rounded,
        "spoils": _drop_spoils,
        "two-masks": _drop_twice,
        "inference-times-rate": _drop_at_inference_mean,
        "swapped-pair": _drop_swapped_pair,
        "only-out": _drop_only_out,
        "ones-for-dropped": _drop_constant,
        "wrong-mask": _drop_list_multiplied,
        "rate-added": _drop_plus,
        "smallest-dropped": _drop_small_ones,
        "first-row-kept": _drop_first_columns,
        "needs-size": lambda a, rate, rng, _training=True: (a * rng.random((4, 3)), rate),
        "none": lambda *_: None,
        "root": lambda a, rate, rng, training=True: (
            drop(a, rate, rng, training)[0] * (1 - rate) ** 0.5,
            drop(a, rate, rng, training)[1],
        ),
        "no-training-argument": _drop_without_training,
        "row-mask": lambda a, rate, rng, training=True: (
            drop(a, rate, rng, training)[0],
            drop(a, rate, rng, training)[1][0],
        ),
    },
    "dropout_backward": {
        "plus": lambda grad_out, mask, rate: (grad_out + mask) / (1 - rate),
        "rate-for-mask": lambda grad_out, _mask, rate: grad_out * rate,
        "transposed": lambda grad_out, mask, rate: (grad_out * mask / (1 - rate)).T,
        "one-plus": lambda grad_out, mask, rate: grad_out * mask / (1 + rate),
        "none": lambda grad_out, mask, rate: print(grad_out * mask / (1 - rate)),
        "absolute": lambda grad_out, mask, rate: np.abs(grad_out) * mask / (1 - rate),
        "negative": lambda grad_out, mask, rate: -grad_out * mask / (1 - rate),
        "flat": lambda grad_out, mask, rate: (grad_out[mask == 1]) / (1 - rate),
        "half": lambda grad_out, mask, _rate: grad_out * mask / 0.5,
        "doubled": lambda grad_out, mask, rate: 2 * grad_out * mask / (1 - rate),
        "spoils": lambda grad_out, mask, rate: (grad_out * mask / (1 - rate), mask.fill(1))[0],
        "pair": lambda grad_out, mask, rate: (grad_out * mask / (1 - rate), mask),
    },
    "early_stopping": {
        "frozen": _stop_reference_frozen,
        "window": _stop_window,
        "twice-delta": _stop_twice_delta,
        "spoils": _stop_spoils,
        "patience-itself": lambda losses, patience, *_: (patience, int(np.argmin(losses))),
        "twice-patience": lambda losses, patience, *more: stop(losses, 2 * patience, *more),
        "first-skipped": lambda losses, *more: (
            stop(losses[1:], *more) if len(losses) > 1 else (0, 0)
        ),
        "reversed": lambda losses, *more: stop(losses[::-1], *more),
        "needs-list": lambda losses, *_: losses.index(min(losses)),
        "none": lambda losses, *more: print(stop(losses, *more)),
        "text": lambda losses, *more: "{} {}".format(*stop(losses, *more)),
        "losses": lambda losses, *more: tuple(losses[list(stop(losses, *more))]),
        "no-delta": _stop_without_delta,
        "losses-until": lambda losses, *more: losses[: stop(losses, *more)[0] + 1],
        "best-is-how-long": lambda losses, *more: (
            stop(losses, *more)[0],
            stop(losses, *more)[0] - stop(losses, *more)[1],
        ),
        "maximum": lambda losses, *more: (stop(losses, *more)[0], int(np.argmax(losses))),
    },
    "flip": {
        "loop-off-by-one": lambda images: np.stack(
            [images[:, :, -1 - j] for j in range(images.shape[2] - 1)], axis=2
        ),
        "negative-and-upside-down": lambda images: -images[:, ::-1],
        "upside-down-first": lambda images: images[:1, ::-1],
        "transposed-and-flipped": lambda images: images.transpose(0, 2, 1)[:, :, ::-1],
        "transposed-all": lambda images: images.T,
        "fliplr": lambda images: np.fliplr(images),
        "fliplr-first": lambda images: np.fliplr(images)[0],
        "flip-without-axis": lambda images: np.flip(images),
        "flip-axis-0": lambda images: np.flip(images, axis=0),
        "in-place": _flip_in_place,
        "overwrites": _flip_overwrites,
        "upside-down-and-both": lambda images: np.concatenate([images, images[:, ::-1]]),
        "rot180-first": lambda images: np.rot90(images[0], 2),
        "every-second": lambda images: images[:, :, ::-2],
        "first-column-missing": lambda images: images[:, :, :0:-1],
        "rolled-back": lambda images: np.roll(images, -1, axis=2),
        "sorted-up": lambda images: np.sort(images, axis=2),
        "flipped-complement": lambda images: 1 - images[:, :, ::-1],
        "flipped-negative": lambda images: -images[:, :, ::-1],
        "last-image-kept": lambda images: np.concatenate([images[:-1, :, ::-1], images[-1:]]),
        "side-by-side": lambda images: np.concatenate([images, images[:, :, ::-1]], axis=2),
        "twice": lambda images: images[:, :, ::-1][:, :, ::-1].copy(),
        "sum": lambda images: images + images[:, :, ::-1],
        "first-row-only": _flip_first_row,
        "upside-down-flat": lambda images: images[:, ::-1].reshape(len(images), -1),
        "ends-by-loop": _flip_swaps_all,
        "swapped-ends": lambda images: images[:, :, [-1, *range(1, images.shape[2] - 1), 0]],
        "none": lambda images: print(images[:, :, ::-1]),
        "flat": lambda images: images.ravel()[::-1],
        "shuffled": lambda images: np.random.default_rng(0).permutation(images, axis=2),
        "without-last": lambda images: images[:, :, -2::-1],
        "average": lambda images: (images + images[:, :, ::-1]) / 2,
        "two": lambda images: (images, images[:, :, ::-1]),
        "integers": lambda images: (images[:, :, ::-1] / 2).astype(int),
        "row-of-rows": lambda images: images.reshape(len(images), -1)[:, ::-1],
        "rows-only-of-first": lambda images: images[:1, :, ::-1],
        "half-height": lambda images: images[:, ::2, ::-1],
        "scaled": lambda images: images[:, :, ::-1] / 255,
        "spoils": lambda images: (images[:, :, ::-1].copy(), images.fill(0))[0],
    },
    "shift": {
        "roll": lambda images, dx, dy: np.roll(images, (dy, dx), axis=(1, 2)),
        "roll-exchanged": lambda images, dx, dy: np.roll(images, (dx, dy), axis=(1, 2)),
        "roll-left": lambda images, dx, dy: np.roll(images, (dy, -dx), axis=(1, 2)),
        "roll-up": lambda images, dx, dy: np.roll(images, (-dy, dx), axis=(1, 2)),
        "roll-both-back": lambda images, dx, dy: np.roll(images, (-dy, -dx), axis=(1, 2)),
        "roll-first-axis": lambda images, dx, dy: np.roll(images, (dy, dx), axis=(0, 1)),
        "roll-sideways": lambda images, dx, dy: np.roll(images, dx, axis=2),
        "roll-cleared-exchanged": _roll_cleared_exchanged,
        "reversed-and-exchanged": lambda images, dx, dy: moved(images, -dy, -dx),
        "exchanged-left": lambda images, dx, dy: moved(images, -dy, dx),
        "left-with-ones": lambda images, dx, dy: _filled(images, -dx, dy, 1),
        "up-with-ones": lambda images, dx, dy: _filled(images, dx, -dy, 1),
        "exchanged-with-ones": lambda images, dx, dy: _filled(images, dy, dx, 1),
        "minus-one": lambda images, dx, dy: _filled(images, dx, dy, -1),
        "left-over": lambda images, dx, dy: np.where(
            moved(np.ones_like(images), dx, dy) == 1, moved(images, dx, dy), images
        ),
        "left-over-reversed": lambda images, dx, dy: np.where(
            moved(np.ones_like(images), -dx, dy) == 1, moved(images, -dx, dy), images
        ),
        "double-distance": lambda images, dx, dy: moved(images, 2 * dx, 2 * dy),
        "one-too-few": lambda images, dx, dy: moved(
            images, dx - int(np.sign(dx)), dy - int(np.sign(dy))
        ),
        "sideways-reversed-only": lambda images, dx, dy: moved(images, -dx, 0),
        "down-only": lambda images, dx, dy: moved(images, 0, dy),
        "absolute": lambda images, dx, dy: moved(images, abs(dx), abs(dy)),
        "negative-pixels": lambda images, dx, dy: -moved(images, dx, dy),
        "in-place": _shift_in_place,
        "wraps-by-index": _shift_by_index,
        "clipped-loop": _shift_clipped,
        "sum": lambda images, dx, dy: moved(images, dx, 0) + moved(images, 0, dy),
        "added-left": lambda images, dx, dy: images + moved(images, -dx, dy),
        "cut": lambda images, dx, dy: images[:, max(dy, 0) :, max(dx, 0) :],
        "cleared-only": _cleared_only,
        "transposed": lambda images, dx, dy: moved(images, dx, dy).transpose(0, 2, 1),
        "flat": lambda images, dx, dy: moved(images, dx, dy).ravel(),
        "flipped": lambda images, dx, dy: moved(images[:, :, ::-1], dx, dy),
        "last-row-forgotten": _shift_loop_short,
        "one-axis": _one_axis,
        "own-pixels": _own_pixels,
        "none": lambda images, dx, dy: print(moved(images, dx, dy)),
        "doubled": lambda images, dx, dy: np.sign(moved(images, dx, dy)),
        "halved": lambda images, dx, dy: moved(images, dx, dy) / 2,
        "first-only": lambda images, dx, dy: moved(images, dx, dy)[0],
        "wrong-fill": lambda images, dx, dy: np.where(
            moved(np.ones_like(images), dx, dy) == 1, moved(images, dx, dy), images.mean()
        ),
        "nan-fill": lambda images, dx, dy: np.where(
            moved(np.ones_like(images), dx, dy) == 1, moved(images, dx, dy), np.nan
        ),
        "flat-roll": lambda images, dx, _dy: np.roll(images, dx),
        "brighter": lambda images, dx, dy: images + dx + dy,
        "both-the-same": lambda images, dx, _dy: moved(images, dx, dx),
        "one-more": lambda images, dx, dy: moved(images, dx + 1, dy),
        "one-more-down": lambda images, dx, dy: moved(images, dx, dy + 1),
        "integers": lambda images, dx, dy: moved(images, dx, dy).astype(int),
        "spoils": lambda images, dx, dy: (moved(images, dx, dy), images.fill(0))[0],
    },
    "add_noise": {
        "variance-uniform": lambda X, std, rng: X + rng.uniform(-(std**2), std**2, X.shape),
        "noise-alone-variance": lambda X, std, rng: rng.normal(0, std**2, X.shape),
        "standard-noise-alone": lambda X, std, rng: rng.normal(size=X.shape),
        "divided": lambda X, std, rng: X + rng.normal(size=X.shape) / std,
        "std-added": lambda X, std, rng: X + rng.normal(size=X.shape) + std,
        "std-as-mean-too": lambda X, std, rng: X + rng.normal(std, std, X.shape),
        "mean-of-X": lambda X, std, rng: X + rng.normal(X.mean(), std, X.shape),
        "around-X-twice": lambda X, std, rng: X + rng.normal(X, std),
        "std-of-X": lambda X, std, rng: X + rng.normal(0, X.std(), X.shape),
        "uniform": lambda X, std, rng: X + rng.random(X.shape) * std,
        "uniform-plain": lambda X, std, rng: X + rng.random(X.shape),
        "uniform-half": lambda X, std, rng: X + (rng.random(X.shape) - 0.5) * std,
        "subtracted-positive": lambda X, std, rng: X - np.abs(rng.normal(0, std, X.shape)),
        "abs-row": lambda X, std, rng: X + np.abs(rng.normal(0, std, X.shape[1])),
        "row-variance": lambda X, std, rng: X + rng.normal(0, std**2, X.shape[1]),
        "column-variance": lambda X, std, rng: X + rng.normal(0, std**2, (len(X), 1)),
        "fixed-std": lambda X, std, rng: X + rng.normal(0, 0.1, X.shape),
        "fixed-seed-variance": lambda X, std, rng: (
            X + np.random.default_rng(0).normal(0, std**2, X.shape)
        ),
        "fixed-seed-uniform": lambda X, std, rng: (
            X + np.random.default_rng(1).uniform(-std, std, X.shape)
        ),
        "fixed-seed-row": lambda X, std, rng: (
            X + np.random.default_rng(1).normal(0, std, X.shape[1])
        ),
        "unchanged": lambda X, std, rng: X,
        "in-place": _noise_in_place,
        "clipped-positive": lambda X, std, rng: np.maximum(X + rng.normal(0, std, X.shape), 0),
        "scaled-by-std": lambda X, std, rng: X + std * rng.normal(0, std, X.shape),
        "X-scaled": lambda X, std, rng: std * X + rng.normal(0, std, X.shape),
        "everything-scaled": lambda X, std, rng: std * (X + rng.normal(size=X.shape)),
        "multiplied-variance": lambda X, std, rng: X * rng.normal(0, std**2, X.shape),
        "first-row": _noise_first_row,
        "double": lambda X, std, rng: X + rng.normal(0, 2 * std, X.shape),
        "half-std": lambda X, std, rng: X + rng.normal(0, std / 2, X.shape),
        "twice": lambda X, std, rng: X + rng.normal(0, std, X.shape) + rng.normal(0, std, X.shape),
        "laplace": lambda X, std, rng: X + rng.laplace(0, std / 2**0.5, X.shape),
        "none": lambda X, std, rng: print(X + rng.normal(0, std, X.shape)),
        "one-draw": lambda X, std, rng: X + rng.normal(0, std),
        "spoils": lambda X, std, rng: np.add(X, rng.normal(0, std, X.shape), out=X) * 1,
        "sorted": lambda X, std, rng: X + np.sort(rng.normal(0, std, X.shape)),
        "rounded": lambda X, std, rng: np.round(X + rng.normal(0, std, X.shape)),
        "shape-fixed": lambda X, std, rng: X + rng.normal(0, std, (2, 2)),
        "shuffled": lambda X, _std, rng: rng.permutation(X, axis=1),
        "scaled-by-range": lambda X, std, rng: X + np.ptp(X) * rng.normal(0, std, X.shape),
        "integers": lambda X, std, rng: X + rng.integers(-1, 2, X.shape) * std,
        "pair": lambda X, std, rng: (X, rng.normal(0, std, X.shape)),
        "positive-result": lambda X, std, rng: np.abs(X + rng.normal(0, std, X.shape)),
        "stacked": lambda X, std, rng: np.vstack([X, X + rng.normal(0, std, X.shape)]),
    },
}
