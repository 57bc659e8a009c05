"""A right measurement is right however it counts, and a right split however it draws."""

import math
from collections import Counter

import numpy as np
import pytest
from chainrule_grader import check
from chainrule_grader.judging import registry
from chainrule_grader.judging.judge import judge
from chainrule_grader.judging.local_subject import LocalSubject
from chainrule_grader.judging.verdict import Kind


def accuracy_loop(y, y_hat):
    right = 0
    for a, b in zip(y, y_hat, strict=True):
        if a == b:
            right += 1
    return right / len(y)


def accuracy_one_minus(y, y_hat):
    return 1 - np.count_nonzero(y - y_hat) / y.shape[0]


def accuracy_single(y, y_hat):
    return np.mean(np.equal(y, y_hat), dtype=np.float32)


def accuracy_trace(y, y_hat):
    return np.trace(np.equal.outer(y, y_hat)) / y.size


def confusion_matrix_list(y, y_hat, classes):
    rows = []
    for a in range(classes):
        rows.append([sum((y == a) & (y_hat == b)) for b in range(classes)])  # noqa: PERF401
    return rows


def confusion_matrix_add_at(y, y_hat, classes):
    matrix = np.zeros((classes, classes), dtype=np.int32)
    np.add.at(matrix, (y, y_hat), 1)
    return matrix


def confusion_matrix_one_hot(y, y_hat, classes):
    return np.einsum("na,nb->ab", np.eye(classes)[y], np.eye(classes)[y_hat])


def confusion_matrix_bincount(y, y_hat, classes):
    return np.bincount(y * classes + y_hat, minlength=classes**2).reshape(classes, -1)


def confusion_matrix_counter(y, y_hat, classes):
    pairs = Counter(zip(y.tolist(), y_hat.tolist(), strict=True))
    return np.array([[pairs[a, b] for b in range(classes)] for a in range(classes)], np.float32)


def precision_recall_f1_loop(y, y_hat):
    tp = fp = fn = 0
    for a, b in zip(y, y_hat, strict=True):
        tp += a == 1 and b == 1
        fp += a == 0 and b == 1
        fn += a == 1 and b == 0
    p = tp / (tp + fp) if tp + fp > 0 else 0.0
    r = tp / (tp + fn) if tp + fn > 0 else 0.0
    return [float(p), float(r), 2 * tp / (2 * tp + fp + fn) if tp else 0]


def precision_recall_f1_products(y, y_hat):
    hits = y @ y_hat
    p, r = hits / max(y_hat.sum(), 1), hits / max(y.sum(), 1)
    return np.array([p, r, 2 * p * r / (p + r) if p + r else 0.0])


def precision_recall_f1_try(y, y_hat):
    matrix = confusion_matrix_list(y, y_hat, 2)

    def share(part, whole):
        try:
            return int(part) / int(whole)
        except ZeroDivisionError:
            return 0.0

    p = share(matrix[1][1], matrix[0][1] + matrix[1][1])
    r = share(matrix[1][1], sum(matrix[1]))
    return p, r, share(2 * matrix[1][1], matrix[0][1] + matrix[1][1] + sum(matrix[1]))


def precision_recall_f1_nan_to_num(y, y_hat):
    with np.errstate(all="ignore"):
        hits = np.float32(np.sum(y * y_hat))
        p, r = np.nan_to_num(hits / y_hat.sum()), np.nan_to_num(hits / y.sum())
        return p, r, np.nan_to_num(2 * p * r / (p + r))


def split_floor(X, y, fraction, rng):
    order, size = rng.permutation(len(X)), int(len(X) * (1 - fraction))
    return X[order[:size]], y[order[:size]], X[order[size:]], y[order[size:]]


def split_shuffle(X, y, fraction, rng):
    order = np.arange(X.shape[0])
    rng.shuffle(order)
    val = order[: math.ceil(fraction * len(order))]
    train = order[len(val) :]
    return X[train].tolist(), y[train].tolist(), X[val].tolist(), y[val].tolist()


def split_mask(X, y, fraction, rng):
    chosen = rng.choice(len(X), size=int(fraction * len(X)), replace=False)
    mask = np.ones(len(X), dtype=bool)
    mask[chosen] = False
    return [X[mask], y[mask], X[~mask], y[~mask]]


def split_argsort(X, y, fraction, rng):
    ranks = np.argsort(np.argsort(rng.random(len(X))))
    val = ranks < round(len(X) * fraction)
    return X[~val].astype(np.float32), y[~val].astype(np.float32), X[val], y[val]


def split_loop(X, y, fraction, rng):
    rest, X_val, y_val = list(range(len(X))), [], []
    while len(X_val) < math.floor(fraction * len(X)):
        i = rest.pop(int(rng.integers(len(rest))))
        X_val.append(X[i])
        y_val.append(y[i])
    return np.array([X[i] for i in rest]), np.array([y[i] for i in rest]), X_val, y_val


ANSWERS = [
    (f"evaluation/{task}", answer)
    for task in ("accuracy", "confusion_matrix", "precision_recall_f1", "split")
    for name, answer in list(globals().items())
    if name.startswith(f"{task}_")
]
every_answer = pytest.mark.parametrize(
    ("identity", "answer"), ANSWERS, ids=[answer.__name__ for _, answer in ANSWERS]
)


@every_answer
def test_a_right_answer_is_right(identity, answer):
    """Whoever counts rightly gets every point, in whatever style."""
    result = check(identity, answer)
    assert (Kind.CORRECT, 1.0) == (result.verdict.kind, float(result)), result.verdict.message


@pytest.mark.parametrize("seed", range(40))
def test_a_right_split_is_right_under_any_seed(seed):
    """No draw of a right answer is taken for a wrong one."""
    task = registry.find("evaluation/split")
    answer = (split_floor, split_mask, split_argsort, split_loop)[seed % 4]
    verdict = judge("evaluation/split", task, LocalSubject("split", answer), seed)
    assert Kind.CORRECT == verdict.kind, verdict.message
