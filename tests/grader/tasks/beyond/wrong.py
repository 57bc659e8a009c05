"""Wrong answers to the set beyond."""

# ruff: noqa: ARG005  wrong answers leave arguments unused

import numpy as np


def fit(features, y, rng=None, *, rate=0.5, steps=300, hot=None):
    """Train a right head, where nothing else is said."""
    Y = np.eye(y.max() + 1)[y] if hot is None else hot
    W, b = np.zeros((features.shape[1], Y.shape[1])), np.zeros(Y.shape[1])
    with np.errstate(all="ignore"):
        for _ in range(steps):
            z = features @ W + b
            e = np.exp(z - z.max(1, keepdims=True))
            d = (e / e.sum(1, keepdims=True) - Y) / len(y)
            W, b = W - rate * features.T @ d, b - rate * d.sum(0)
    return W, b


def _random(features, y, rng):
    k = y.max() + 1
    return rng.normal(size=(features.shape[1], k)), rng.normal(size=k)


SINGLE = {
    "transfer": {
        "random": _random,
        "shuffled": lambda F, y, rng: fit(F, rng.permutation(y)),
        "one-step": lambda F, y, rng: fit(F, y, steps=1),
        "only-w": lambda F, y, rng: fit(F, y)[0],
        "swapped": lambda F, y, rng: fit(F, y)[::-1],
        "none": lambda F, y, rng: None,
        "labels": lambda F, y, rng: np.argmax(F @ fit(F, y)[0] + fit(F, y)[1], axis=1),
        "tiny-rate": lambda F, y, rng: fit(F, y, rate=1e-6),
        "nan": lambda F, y, rng: (fit(F, y)[0] * np.nan, fit(F, y)[1]),
        "scalar-bias": lambda F, y, rng: (fit(F, y)[0], 0.0),
        "last-class-missing": lambda F, y, rng: (fit(F, y)[0][:, :-1], fit(F, y)[1][:-1]),
        "reversed-classes": lambda F, y, rng: (fit(F, y)[0][:, ::-1], fit(F, y)[1][::-1]),
        "normalised-inside": lambda F, y, rng: fit((F - F.mean(0)) / F.std(0), y),
        "dictionary": lambda F, y, rng: dict(zip("Wb", fit(F, y), strict=True)),
        "in-place": lambda F, y, rng: fit(np.divide(F, 2, out=F), y),
    },
    "multitask_loss": {
        "none": lambda losses, weights: None,
        "list": lambda losses, weights: [losses @ weights],
        "string": lambda losses, weights: str(losses @ weights),
        "half": lambda losses, weights: 0.5 * (losses @ weights),
        "root": lambda losses, weights: np.sqrt(losses @ weights),
        "two-only": lambda losses, weights: losses[0] * weights[0] + losses[1] * weights[1],
        "outer": np.outer,
        "weights-only": lambda losses, weights: weights.sum(),
        "minimum": lambda losses, weights: (losses * weights).min(),
        "rounded": lambda losses, weights: np.round(losses @ weights, 1),
        "powers": lambda losses, weights: (losses**weights).sum(),
        "plus-one": lambda losses, weights: losses @ weights + 1,
    },
}


def softmax(z, axis=1):
    """The right probabilities."""
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def _loop(start=0, stop=0, step=lambda total, loss, weight: total + loss * weight, first=0.0):
    def answer(losses, weights):
        total = first
        for i in range(start, len(losses) + stop):
            total = step(total, losses[i], weights[i])
        return total

    return answer


def _return_in_loop(losses, weights):
    total = 0
    for loss, weight in zip(losses, weights, strict=True):
        total += loss * weight
        return total
    return None


def _nested_loop(losses, weights):
    total = 0
    for loss in losses:
        for weight in weights:
            total += loss * weight
    return total


def _spoils(losses, weights):
    losses *= weights
    return losses.sum()


def _spoils_mean(losses, weights):
    weights /= weights.sum()
    return np.sum(losses * weights)


def training(
    probabilities=softmax,
    error=lambda p, Y: (p - Y) / len(Y),
    rate=0.5,
    steps=300,
    start=np.zeros,
    bias=lambda d: d.sum(axis=0),
    grad=lambda F, d: F.T @ d,
    sign=-1,
    hot=lambda y: np.eye(y.max() + 1)[y],
):
    """A head that is trained with other pieces."""

    def answer(F, y, rng):
        Y = hot(y)
        W, b = start((F.shape[1], Y.shape[1])), start(Y.shape[1])
        with np.errstate(all="ignore"):
            for _ in range(steps):
                d = error(probabilities(F @ W + b), Y)
                W, b = W + sign * rate * grad(F, d), b + sign * rate * bias(d)
        return W, b

    return answer


def _return_in_training(F, y, rng):
    Y = np.eye(y.max() + 1)[y]
    W, b = np.zeros((F.shape[1], Y.shape[1])), np.zeros(Y.shape[1])
    for _ in range(300):
        d = (softmax(F @ W + b) - Y) / len(y)
        W, b = W - 0.5 * F.T @ d, b - 0.5 * d.sum(axis=0)
        return W, b
    return None


def _overwrites_start(F, y, rng):
    Y = np.eye(y.max() + 1)[y]
    for _ in range(300):
        W, b = np.zeros((F.shape[1], Y.shape[1])), np.zeros(Y.shape[1])
        d = (softmax(F @ W + b) - Y) / len(y)
        W, b = W - 0.5 * F.T @ d, b - 0.5 * d.sum(axis=0)
    return W, b


def _no_matrix_transposed(F, y, rng):
    Y = np.eye(y.max() + 1)[y]
    W, b = np.zeros((F.shape[1], Y.shape[1])), np.zeros(Y.shape[1])
    return W - 0.5 * F @ (softmax(F @ W + b) - Y), b


def _labels_as_targets(F, y, rng):
    W, b = np.zeros((F.shape[1], y.max() + 1)), np.zeros(y.max() + 1)
    for _ in range(300):
        d = (softmax(F @ W + b) - y[:, None]) / len(y)
        W, b = W - 0.5 * F.T @ d, b - 0.5 * d.sum(axis=0)
    return W, b


def _sequential(F, y, rng):
    Y = np.eye(y.max() + 1)[y]
    W = np.zeros((F.shape[1], Y.shape[1]))
    for _ in range(300):
        W = W - 0.5 * F.T @ (softmax(F @ W) - Y) / len(y)
    return W


def _spoils_features(F, y, rng):
    F -= F.mean(axis=0)
    return fit(F, y)


def _unshuffled_one_example(F, y, rng):
    Y = np.eye(y.max() + 1)[y]
    W, b = np.zeros((F.shape[1], Y.shape[1])), np.zeros(Y.shape[1])
    for _ in range(300):
        d = softmax(F[:1] @ W + b) - Y[:1]
        W, b = W - 0.5 * F[:1].T @ d, b - 0.5 * d[0]
    return W, b


STUDENTS = {
    "multitask_loss": {
        "loop-misses-last": _loop(stop=-1),
        "loop-misses-first": _loop(start=1),
        "loop-past-the-end": _loop(stop=1),
        "loop-adds": _loop(step=lambda total, loss, weight: total + loss + weight),
        "loop-overwrites": _loop(step=lambda total, loss, weight: loss * weight),
        "loop-multiplies": _loop(step=lambda total, loss, weight: total * loss * weight, first=1.0),
        "loop-multiplies-from-zero": _loop(step=lambda total, loss, weight: total * loss * weight),
        "loop-subtracts": _loop(step=lambda total, loss, weight: total - loss * weight),
        "loop-total-times-weight": _loop(step=lambda total, loss, weight: (total + loss) * weight),
        "loop-starts-at-one": _loop(first=1.0),
        "loop-divides": _loop(step=lambda total, loss, weight: total + loss / max(weight, 1e-9)),
        "loop-misses-last-unweighted": _loop(
            stop=-1, step=lambda total, loss, weight: total + loss
        ),
        "return-in-loop": _return_in_loop,
        "nested-loop": _nested_loop,
        "spoils": _spoils,
        "spoils-mean": _spoils_mean,
        "mean-of-products": lambda losses, weights: np.mean(losses * weights),
        "average": lambda losses, weights: np.average(losses, weights=weights),
        "half-mean": lambda losses, weights: np.mean(losses * weights) / 2,
        "unweighted-mean": lambda losses, weights: np.mean(losses),
        "unweighted-half": lambda losses, weights: np.sum(losses) / 2,
        "products": lambda losses, weights: losses * weights,
        "matrix": lambda losses, weights: losses[:, None] * weights,
        "as-array": lambda losses, weights: np.array([losses @ weights]),
        "keepdims": lambda losses, weights: np.sum(losses * weights, keepdims=True),
        "squares": lambda losses, weights: np.sum((losses * weights) ** 2),
        "squares-root": lambda losses, weights: np.sqrt(np.sum((losses * weights) ** 2)),
        "norm-of-weights": lambda losses, weights: losses @ (weights / np.linalg.norm(weights)),
        "weights-by-largest": lambda losses, weights: losses @ (weights / weights.max()),
        "log": lambda losses, weights: np.sum(weights * np.log(np.maximum(losses, 1e-9))),
        "exponential": lambda losses, weights: np.sum(losses * np.exp(-weights)),
        "one-minus": lambda losses, weights: np.sum(losses * (1 - weights)),
        "plus-weights-mean": lambda losses, weights: np.mean(losses + weights),
        "negative-mean": lambda losses, weights: -np.mean(losses * weights),
        "sorted": lambda losses, weights: np.sort(losses) @ np.sort(weights),
        "integer": lambda losses, weights: int(losses @ weights),
        "rounded-two": lambda losses, weights: round(float(losses @ weights), 2),
        "rounded-mean": lambda losses, weights: round(float(np.mean(losses * weights)), 2),
        "two-heads": lambda losses, weights: weights[0] * losses[0] + weights[1] * losses[1],
        "weights-of-two": lambda losses, weights: (
            weights[0] * losses[0] + (1 - weights[0]) * losses[-1]
        ),
        "variance": lambda losses, weights: np.var(losses * weights),
        "difference": lambda losses, weights: np.sum(losses - weights),
        "largest-loss": lambda losses, weights: np.max(losses),
    },
    "transfer": {
        "plus-gradient": training(sign=1),
        "reversed-error": training(error=lambda p, Y: (Y - p) / len(Y)),
        "no-bias-step": training(bias=lambda d: 0 * d.sum(axis=0)),
        "scalar-bias": training(bias=lambda d: d.sum()),
        "bias-per-example": training(bias=lambda d: d.sum(axis=1)),
        "softmax-columns": training(lambda z: softmax(z, axis=0)),
        "softmax-everything": training(lambda z: np.exp(z) / np.exp(z).sum()),
        "huge-rate": training(rate=1e200),
        "unstable": training(lambda z: np.exp(z) / np.exp(z).sum(axis=1, keepdims=True), rate=1e5),
        "no-softmax": training(lambda z: z, rate=5),
        "one-step": training(steps=1),
        "few-steps": training(steps=3),
        "no-steps": training(steps=0),
        "tiny-rate": training(rate=1e-5),
        "targets-transposed": training(hot=lambda y: np.eye(y.max() + 1)[y].T),
        "ten-classes": training(hot=lambda y: np.eye(10)[y]),
        "largest-label-classes": training(hot=lambda y: np.eye(y.max())[y - 1]),
        "classes-one-more": training(hot=lambda y: np.eye(y.max() + 2)[y]),
        "labels-from-one": training(hot=lambda y: np.eye(y.max() + 1)[y - 1]),
        "sum-of-features": training(grad=lambda F, d: d.sum(axis=0) * F.mean(axis=0)[:, None]),
        "not-transposed": _no_matrix_transposed,
        "return-in-training": _return_in_training,
        "overwrites-start": _overwrites_start,
        "labels-as-targets": _labels_as_targets,
        "W-alone": _sequential,
        "spoils-features": _spoils_features,
        "one-example": _unshuffled_one_example,
        "swapped-uphill": lambda F, y, rng: training(sign=1)(F, y, rng)[::-1],
        "transposed-no-bias": lambda F, y, rng: (fit(F, y)[0].T, np.zeros(y.max() + 1)),
        "bias-zero-alone": lambda F, y, rng: (fit(F - F.mean(0), y)[0], 0 * fit(F, y)[1]),
        "three-values": lambda F, y, rng: (*fit(F, y), 0.1),
        "bias-column": lambda F, y, rng: (fit(F, y)[0], fit(F, y)[1][:, None]),
        "predictor": lambda F, y, rng: lambda new: np.argmax(new @ fit(F, y)[0], axis=1),
        "probabilities": lambda F, y, rng: softmax(F @ fit(F, y)[0] + fit(F, y)[1]),
        "one-matrix": lambda F, y, rng: np.vstack(fit(F, y)),
    },
}

WRONG = {
    task: SINGLE[task] | {f"student-{name}": answer for name, answer in STUDENTS[task].items()}
    for task in SINGLE
}
NAMED = 0.9
"""The share of the wrong answers that is named, at least."""
