"""Whoever reads digits well gets every point, by whatever method, and in whatever form."""

import numpy as np
import pytest
from chainrule_grader import check
from chainrule_grader.judging.verdict import Kind


def _three_nearest(X, y, rng):
    """Vote among the three nearest, one digit after another, in lists."""

    def predict(new):
        labels = []
        for picture in new:
            distances = np.sqrt(((X - picture) ** 2).sum(axis=1))
            votes = y[np.argsort(distances)[:3]].tolist()
            labels.append(max(votes, key=votes.count))
        return labels

    return predict


def _kernel(X, y, rng):
    """Solve for a radial basis on every digit."""

    def near(A):
        squares = (A * A).sum(1)[:, None] - 2 * A @ X.T + (X * X).sum(1)
        return np.exp(-squares / 1000)

    weights = np.linalg.solve(near(X) + 1e-3 * np.eye(len(X)), np.eye(10)[y])
    return lambda new: (near(new) @ weights).argmax(axis=1).astype(np.float32)


class _Network:
    """A network in single precision, trained with Adam, that is its own prediction."""

    def __init__(self, X, y, rng):
        self.weights = [
            rng.normal(0, 0.12, (64, 200)).astype("f4"),
            np.zeros(200, "f4"),
            rng.normal(0, 0.07, (200, 10)).astype("f4"),
            np.zeros(10, "f4"),
        ]
        X, Y, m, v, t = (X / 8 - 1).astype("f4"), np.eye(10, dtype="f4")[y], 0, 0, 0
        for epoch in range(40):
            for at in np.array_split(rng.permutation(len(X)), 38):
                t += 1
                g = self.gradients(X[at] + rng.normal(0, 0.3, (len(at), 64)).astype("f4"), Y[at])
                m = [0.9 * a + 0.1 * b for a, b in zip(m or [0] * 4, g, strict=True)]
                v = [0.999 * a + 0.001 * b * b for a, b in zip(v or [0] * 4, g, strict=True)]
                rate = 0.003 * (1 - epoch / 40) * (1 - 0.999**t) ** 0.5 / (1 - 0.9**t)
                self.weights = [
                    w - rate * a / (b**0.5 + 1e-7)
                    for w, a, b in zip(self.weights, m, v, strict=True)
                ]

    def gradients(self, x, y):
        W1, b1, W2, b2 = self.weights
        z = x @ W1 + b1
        scores = np.maximum(z, 0) @ W2 + b2
        e = np.exp(scores - scores.max(1, keepdims=True))
        d = (e / e.sum(1, keepdims=True) - y) / len(x)
        h = d @ W2.T * (z > 0)
        return x.T @ h, h.sum(0), np.maximum(z, 0).T @ d, d.sum(0)

    def __call__(self, X):
        W1, b1, W2, b2 = self.weights
        return np.argmax(np.maximum((X / 8 - 1) @ W1 + b1, 0) @ W2 + b2, axis=1)


ANSWERS = {"three-nearest": _three_nearest, "kernel": _kernel, "network": _Network}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_a_right_answer_is_right(answer):
    """Whoever reads 95 of 100 unseen digits gets every point."""
    result = check("digits/train_digits", answer)
    assert (Kind.CORRECT, 1.0) == (result.verdict.kind, float(result)), result.verdict.message


def _forgetful(share):
    """Read a share of the digits, and call the others by the label that comes next."""

    def train(X, y, rng):
        read = ANSWERS["kernel"](X, y, rng)

        def predict(new):
            labels = read(new)
            at = np.arange(len(new)) >= share * len(new)
            return np.where(at, (labels + 3) % 10, labels)

        return predict

    return train


@pytest.mark.parametrize(
    ("share", "parts"),
    [(0.4, 0), (0.6, 1), (0.76, 2), (0.83, 3), (0.88, 4), (0.925, 6), (0.94, 7)],
)
def test_points_rise_with_accuracy(share, parts):
    """Each goal that is reached is an eighth of the points, and the next one is named."""
    verdict = check("digits/train_digits", _forgetful(share)).verdict
    assert parts / 8 == verdict.score
    assert verdict.sentence.startswith("Your accuracy on new digits is ")
    assert verdict.sentence.endswith("full marks need 95%.")
