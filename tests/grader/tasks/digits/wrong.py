"""Wrong answers to the set on digits."""

# ruff: noqa: ARG005  wrong answers leave arguments unused

import numpy as np


def nearest(X, y, rng=None):
    """Read digits well."""
    squares = (X * X).sum(1)
    return lambda new: y[np.argmin(squares - 2 * new @ X.T, axis=1)]


def _spoils_its_input(X, y, rng):
    predict = nearest(X.copy(), y)
    X /= 16
    return predict


def _spoils_the_new(X, y, rng):
    predict = nearest(X, y)

    def spoils(new):
        labels = predict(new)
        new -= 1
        return labels

    return spoils


def _crashes(X, y, rng):
    return lambda new: nearest(X, y)(new[0])[0] + undefined  # noqa: F821  that is the mistake


def _scaled_in_training_only(X, y, rng):
    predict = nearest(X / 16, y)
    return lambda new: predict(new * 100 + 50)


SINGLE = {
    "none": lambda X, y, rng: None,
    "weights": lambda X, y, rng: (np.zeros((64, 10)), np.zeros(10)),
    "labels": lambda X, y, rng: y,
    "shuffled": lambda X, y, rng: nearest(X, rng.permutation(y)),
    "permuted-labels": lambda X, y, rng: nearest(X, 9 - y),
    "two-arguments": lambda X, y, rng: lambda new, more: nearest(X, y)(new),
    "one-digit": lambda X, y, rng: lambda new: nearest(X, y)(new)[0],
    "strings": lambda X, y, rng: lambda new: [str(v) for v in nearest(X, y)(new)],
    "parity": lambda X, y, rng: lambda new: nearest(X, y)(new) % 2,
    "first-ten": lambda X, y, rng: nearest(X[:10], y[:10]),
    "few-classes": lambda X, y, rng: nearest(X[y < 5], y[y < 5]),
    "one-too-few": lambda X, y, rng: lambda new: nearest(X, y)(new)[1:],
    "nan": lambda X, y, rng: lambda new: nearest(X, y)(new) * np.nan,
    "spoils-its-input": _spoils_its_input,
    "spoils-the-new": _spoils_the_new,
    "crashes": _crashes,
    "scaled-in-training-only": _scaled_in_training_only,
}


def centroids(X, y):
    """Read digits by the nearest mean image."""
    means = np.array([X[y == c].mean(axis=0) for c in range(10)])
    return lambda new: np.argmin(((new[:, None] - means) ** 2).sum(axis=-1), axis=1)


def changed(change):
    """Read digits well, and change the labels."""

    def train(X, y, rng):
        predict = nearest(X, y)
        return lambda new: change(predict(new))

    return train


def _regression(X, y, rng, steps=100, rate=0.5, sign=-1, scale=16.0, new_scale=16.0):
    F, Y = X / scale, np.eye(10)[y]
    W, b = np.zeros((64, 10)), np.zeros(10)
    with np.errstate(all="ignore"):
        for _ in range(steps):
            z = F @ W + b
            e = np.exp(z - z.max(axis=1, keepdims=True))
            d = (e / e.sum(axis=1, keepdims=True) - Y) / len(y)
            W, b = W + sign * rate * F.T @ d, b + sign * rate * d.sum(axis=0)
    return lambda new: np.argmax(new / new_scale @ W + b, axis=1)


def _predicts_the_training_digits(X, y, rng):
    predict = nearest(X, y)
    return lambda new: predict(X)


def _scales_new_in_place(X, y, rng):
    predict = nearest(X / 16, y)

    def scaled(new):
        new /= 16
        return predict(new)

    return scaled


def _shuffles_in_place(X, y, rng):
    rng.shuffle(X)
    return nearest(X.copy(), y)


def _forgets_return(X, y, rng):
    predict = nearest(X, y)

    def forgets(new):
        predict(new)

    return forgets


def _one_image_at_a_time(X, y, rng):
    def predict(image):
        return y[np.argmin(((X - image) ** 2).sum(axis=1))]

    return predict


STUDENTS = {
    "constant": lambda X, y, rng: lambda new: np.zeros(len(new), dtype=int),
    "most-frequent": lambda X, y, rng: lambda new: np.full(len(new), np.bincount(y).argmax()),
    "guess": lambda X, y, rng: lambda new: rng.integers(0, 10, len(new)),
    "training-labels": lambda X, y, rng: lambda new: y[: len(new)],
    "training-digits": _predicts_the_training_digits,
    "plus-one": changed(lambda labels: labels + 1),
    "minus-one": changed(lambda labels: labels - 1),
    "one-hot": changed(lambda labels: np.eye(10)[labels]),
    "one-hot-transposed": changed(lambda labels: np.eye(10)[labels].T),
    "argmax-of-columns": changed(lambda labels: np.argmax(np.eye(10)[labels], axis=0)),
    "column": changed(lambda labels: labels.reshape(-1, 1)),
    "row": changed(lambda labels: labels.reshape(1, -1)),
    "sorted": changed(np.sort),
    "reversed-order": changed(lambda labels: labels[::-1]),
    "largest-probability": changed(lambda labels: labels / 10),
    "first": changed(lambda labels: int(labels[0])),
    "forgets-return": _forgets_return,
    "no-function": lambda X, y, rng: nearest(X, y)(X),
    "weights-only": lambda X, y, rng: [np.zeros((64, 10)), np.zeros(10)],
    "accuracy": lambda X, y, rng: np.mean(nearest(X, y)(X) == y),
    "one-image": _one_image_at_a_time,
    "shuffles-in-place": _shuffles_in_place,
    "scales-new-in-place": _scales_new_in_place,
    "shuffled-apart": lambda X, y, rng: nearest(rng.permutation(X), rng.permutation(y)),
    "centroids": lambda X, y, rng: centroids(X, y),
    "untrained": lambda X, y, rng: _regression(X, y, rng, steps=0),
    "one-step": lambda X, y, rng: _regression(X, y, rng, steps=1),
    "tiny-rate": lambda X, y, rng: _regression(X, y, rng, rate=1e-4),
    "uphill": lambda X, y, rng: _regression(X, y, rng, sign=1),
    "new-not-scaled": lambda X, y, rng: nearest(X / 16, y),
    "two-classes": lambda X, y, rng: nearest(X[y < 2], y[y < 2]),
    "hundred-digits": lambda X, y, rng: nearest(X[:100], y[:100]),
    "unknown-name": lambda X, y, rng: lambda new: softmax(new),  # noqa: F821, PLW0108
    "wrong-product": lambda X, y, rng: lambda new: np.argmax(new @ np.zeros((10, 64)), axis=1),
}
WRONG = {"train_digits": SINGLE | {f"student-{name}": answer for name, answer in STUDENTS.items()}}
NAMED = 0.7
"""The share of the wrong answers that is named; the others are told their accuracy."""
