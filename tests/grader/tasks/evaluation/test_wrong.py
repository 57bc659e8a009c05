"""Wrong measurements that nobody listed: none is right, and most are told what is wrong."""

import functools

import numpy as np
import pytest
from chainrule_grader import check
from chainrule_grader.judging.verdict import Kind


def matrix(y, y_hat, classes):
    """The right table."""
    return np.bincount(y * classes + y_hat, minlength=classes**2).reshape(classes, classes)


def counts(y, y_hat):
    """Hits, false alarms, misses and the rest."""
    (tn, fp), (fn, tp) = matrix(y, y_hat, 2).tolist()
    return tp, fp, fn, tn


def share(part, whole):
    """A quotient, or 0."""
    return part / whole if whole else 0.0


def three(precision, recall, f1=lambda p, r: share(2 * p * r, p + r)):
    """Three numbers, of which some are other ones."""

    def answer(y, y_hat):
        p, r = precision(*counts(y, y_hat)), recall(*counts(y, y_hat))
        return p, r, f1(p, r)

    return answer


def _precision(tp, fp, _fn, _tn):
    return share(tp, tp + fp)


def _recall(tp, _fp, fn, _tn):
    return share(tp, tp + fn)


def splitting(order, cut=lambda n, f: round(n * f)):
    """A split, with another order or another cut."""

    def answer(X, y, fraction, rng):
        chosen, size = order(len(X), rng), cut(len(X), fraction)
        val, train = chosen[:size], chosen[size:]
        return X[train], y[train], X[val], y[val]

    return answer


def permuted(n, rng):
    """The right order."""
    return rng.permutation(n)


def changed(change):
    """A split whose four arrays are changed."""

    def answer(*args):
        return change(*splitting(permuted)(*args))

    return answer


def _shuffled_labels(X, y, fraction, rng):
    X_train, y_train, X_val, y_val = splitting(permuted)(X, y, fraction, rng)
    rng.shuffle(y_val)
    return X_train, y_train, X_val, y_val


def _by_label(X, y, fraction, _rng):
    order = np.argsort(y if y.ndim == 1 else y[:, 0])
    size = round(fraction * len(X))
    return X[order[size:]], y[order[size:]], X[order[:size]], y[order[:size]]


def _three_parts(X, y, fraction, rng):
    parts = splitting(permuted)(X, y, fraction, rng)
    return (*parts, X[:1], y[:1])


def _columns(X, y, fraction, rng):
    order = rng.permutation(X.shape[1])
    size = max(round(fraction * X.shape[1]), 1)
    return X[:, order[size:]], y, X[:, order[:size]], y


def _pairs_of_pairs(X, y, fraction, rng):
    a, b, c, d = splitting(permuted)(X, y, fraction, rng)
    return (a, b), (c, d)


WRONG = {
    "accuracy": {
        "half-count": lambda y, y_hat: np.mean(y == y_hat) / 2,
        "same-order": lambda y, y_hat: np.mean(y[::-1] == y_hat),
        "any": lambda y, y_hat: np.any(y == y_hat),
        "identity": lambda y, y_hat: y is y_hat,
        "sum-of-booleans-by-two": lambda y, y_hat: np.sum(y == y_hat) / 2,
        "larger": lambda y, y_hat: np.mean(y_hat >= y),
        "threshold": lambda y, y_hat: np.mean((y_hat > 0.5) == y),
        "both-above-zero": lambda y, y_hat: np.mean((y > 0) == (y_hat > 0)),
        "set": lambda y, y_hat: len(set(y) & set(y_hat)) / len(set(y)),
        "string": lambda y, y_hat: f"{np.mean(y == y_hat):.0%}",
        "array-of-one": lambda y, y_hat: np.array([np.mean(y == y_hat)]),
        "count-by-classes": lambda y, y_hat: np.sum(y == y_hat) / (y.max() + 1),
        "correlation": lambda y, y_hat: np.mean(y * y_hat) - np.mean(y) * np.mean(y_hat),
        "and": lambda y, y_hat: np.mean(y & y_hat),
        "if-on-an-array": lambda y, y_hat: 1 if y == y_hat else 0,
        "nothing": lambda y, y_hat: print(np.mean(y == y_hat)),
    },
    "confusion_matrix": {
        "normalised-by-class-mean": lambda y, p, k: matrix(y, p, k) / k,
        "off-by-one-size": lambda y, p, k: matrix(y, p, k)[:-1, :-1],
        "size-of-the-maximum": lambda y, p, _k: matrix(y, p, max(y.max(), p.max()) + 1),
        "square-of-counts": lambda y, p, k: matrix(y, p, k) ** 2,
        "booleans": lambda y, p, k: matrix(y, p, k) > 0,
        "doubled": lambda y, p, k: 2 * matrix(y, p, k),
        "negative": lambda y, p, k: -matrix(y, p, k),
        "dictionary": lambda y, p, k: dict(enumerate(matrix(y, p, k).tolist())),
        "pairs": lambda y, p, _k: list(zip(y.tolist(), p.tolist(), strict=True)),
        "sums": lambda y, p, k: matrix(y, p, k).sum(axis=1),
        "percent": lambda y, p, k: 100 * matrix(y, p, k) / len(y),
        "with-totals": lambda y, p, k: np.vstack([matrix(y, p, k), matrix(y, p, k).sum(axis=0)]),
        "other-diagonal": lambda y, p, k: matrix(y, p, k).T[::-1, ::-1],
        "upper-triangle": lambda y, p, k: np.triu(matrix(y, p, k)),
        "labels-themselves": lambda y, p, k: np.outer(y, p)[:k, :k],
        "always-two": lambda y, p, _k: matrix(np.minimum(y, 1), np.minimum(p, 1), 2),
        "index-error": lambda y, p, k: matrix(y, p, k)[y + k],
    },
    "precision_recall_f1": {
        "dictionary": lambda *_: {"precision": 1.0, "recall": 1.0, "f1": 1.0},
        "two-only": lambda y, p: (_precision(*counts(y, p)), _recall(*counts(y, p))),
        "f1-only": lambda y, p: share(2 * counts(y, p)[0], 2 * counts(y, p)[0] + 1),
        "alarms-twice": three(lambda tp, fp, _fn, _tn: share(tp, tp + 2 * fp), _recall),
        "misses-in-precision": three(lambda tp, fp, fn, _tn: share(tp, tp + fp + fn), _recall),
        "alarms-in-recall": three(_precision, lambda tp, fp, fn, _tn: share(tp, tp + fp + fn)),
        "one-minus": three(lambda *c: 1 - _precision(*c), _recall),
        "one-minus-recall": three(_precision, lambda *c: 1 - _recall(*c)),
        "smoothed": three(
            lambda tp, fp, _fn, _tn: (tp + 1) / (tp + fp + 2),
            lambda tp, _fp, fn, _tn: (tp + 1) / (tp + fn + 2),
        ),
        "larger": three(_precision, _recall, max),
        "difference": three(_precision, _recall, lambda p, r: p - r),
        "squares": three(_precision, _recall, lambda p, r: share(p * p + r * r, p + r)),
        "f2": three(_precision, _recall, lambda p, r: share(5 * p * r, 4 * p + r)),
        "accuracy-as-f1": lambda y, p: (*three(_precision, _recall)(y, p)[:2], np.mean(y == p)),
        "strings": lambda *_: ("0.5", "0.5", "0.5"),
        "arrays": lambda y, p: (y / 2, p / 2, y * p / 2),
        "none-if-undefined": lambda y, p: (
            three(_precision, _recall)(y, p) if (y & p).any() else None
        ),
        "minus-one-if-undefined": lambda y, p: (
            three(_precision, _recall)(y, p) if (y & p).any() else (-1, -1, -1)
        ),
        "whole-division": three(lambda tp, fp, _fn, _tn: tp // max(tp + fp, 1), _recall),
    },
    "split": {
        "first-part": splitting(lambda n, _rng: np.arange(n)),
        "backwards": splitting(lambda n, _rng: np.arange(n)[::-1]),
        "two-too-many": splitting(permuted, lambda n, f: round(n * f) + 2),
        "count-not-share": splitting(permuted, lambda _n, f: int(100 * f)),
        "half": splitting(permuted, lambda n, _f: n // 2),
        "validation-first": changed(lambda a, b, c, d: (c, d, a, b)),
        "y-first": changed(lambda a, b, c, d: (b, a, d, c)),
        "scaled": changed(lambda a, b, c, d: (a / 8, b, c / 8, d)),
        "training-twice": changed(lambda a, b, _c, _d: (a, b, a, b)),
        "labels-shuffled-after": _shuffled_labels,
        "by-label": _by_label,
        "three-parts": _three_parts,
        "columns": _columns,
        "pairs-of-pairs": _pairs_of_pairs,
        "X-alone": lambda X, _y, f, rng: splitting(permuted)(X, X, f, rng),
        "with-y-inside": changed(lambda a, b, c, _d: (a, b, c)),
        "every-fourth": splitting(lambda n, _rng: np.argsort(np.arange(n) % 4, kind="stable")),
        "repeated": splitting(lambda n, rng: rng.choice(n, n)),
        "seeded": splitting(lambda n, _rng: np.random.default_rng(0).permutation(n)),
        "global-draw": splitting(lambda n, _rng: np.random.permutation(n)),  # noqa: NPY002
        "transposed": changed(lambda a, b, c, d: (a.T, b, c.T, d)),
        "flattened-y": changed(lambda a, b, c, d: (a, b.reshape(-1, 1), c, d.reshape(-1, 1))),
    },
}
CASES = [
    pytest.param(task, answer, id=f"{task}-{name}")
    for task, answers in WRONG.items()
    for name, answer in answers.items()
]


@functools.cache
def verdict_on(task, answer):
    """Check an answer once."""
    return check(f"evaluation/{task}", answer).verdict


@pytest.mark.parametrize(("task", "answer"), CASES)
def test_a_wrong_answer_is_not_right(task, answer):
    """No slip gets every point, and none is blamed on the grader."""
    verdict = verdict_on(task, answer)
    assert verdict.kind not in {Kind.CORRECT, Kind.GRADER_FAULT}, verdict.message
    assert verdict.score < 1


def test_most_wrong_answers_are_told_what_is_wrong():
    """At least 90 of 100 slips get a sentence that says more than that numbers are wrong."""
    sentences = {case.id: verdict_on(*case.values).sentence for case in CASES}
    bare = [name for name, words in sentences.items() if words.endswith("gives the wrong numbers.")]
    print(bare)
    print(f"{1 - len(bare) / len(sentences):.1%} of {len(sentences)} are told what is wrong")
    assert len(bare) <= 0.1 * len(sentences), bare
