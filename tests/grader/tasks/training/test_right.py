"""Right answers in many styles get every point, whatever they draw."""

import numpy as np
import pytest
from chainrule_grader import check
from chainrule_grader.execution.remote_subject import RemoteSubject
from chainrule_grader.execution.sandbox import Limits
from chainrule_grader.execution.session import Session
from chainrule_grader.judging import registry
from chainrule_grader.judging.judge import judge
from chainrule_grader.judging.verdict import Kind


def _deal(X, y, batch_size, order):
    return [
        (X[order[i : i + batch_size]], y[order[i : i + batch_size]])
        for i in range(0, len(X), batch_size)
    ]


def _by_keys(X, y, batch_size, rng):
    return _deal(X, y, batch_size, np.argsort(rng.random(len(X))))


def _by_shuffle(X, y, batch_size, rng):
    order = np.arange(X.shape[0])
    rng.shuffle(order)
    yield from _deal(X, y, batch_size, order)


def _by_copies(X, y, batch_size, rng):
    joined = np.column_stack([X, y])
    rng.shuffle(joined)
    m = X.shape[1]
    for i in range(0, len(X), batch_size):
        part = joined[i : i + batch_size]
        yield part[:, :m], part[:, m:].reshape(-1, *y.shape[1:])


def _by_choice(X, y, batch_size, rng):
    left = list(range(len(X)))
    while left:
        rows = rng.choice(left, size=min(batch_size, len(left)), replace=False).tolist()
        left = [i for i in left if i not in rows]
        yield [X[i] for i in rows], [y[i] for i in rows]


def _by_split(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    cuts = np.arange(batch_size, len(X), batch_size)
    return tuple([X[rows], y[rows]] for rows in np.split(order, cuts))


def _by_pop(X, y, batch_size, rng):
    pairs = list(zip(X, y, strict=True))
    rng.shuffle(pairs)
    while pairs:
        batch, pairs = pairs[:batch_size], pairs[batch_size:]
        yield np.array([x for x, _ in batch]), np.array([t for _, t in batch])


def _in_single(X, y, batch_size, rng):
    X, y = X.astype(np.float32), y.astype(np.float32)
    return _deal(X, y, batch_size, rng.permutation(len(X)))


def _p(X, w, b):
    return 1 / (1 + np.exp(-(X @ w + b)))


def _loss(X, y, w, b):
    return -np.mean(np.where(y == 1, np.log(_p(X, w, b)), np.log(1 - _p(X, w, b))))


def _train_loops(X, y, w, b, learning_rate, epochs, batch_size, rng):
    w = w.tolist()
    losses = []
    for _ in range(epochs):
        order = rng.permutation(len(X)).tolist()
        while order:
            rows, order = order[:batch_size], order[batch_size:]
            errors = [float(_p(X[i], np.array(w), b)) - y[i] for i in rows]
            for j in range(len(w)):
                step = sum(e * X[i, j] for e, i in zip(errors, rows, strict=True)) / len(rows)
                w[j] -= learning_rate * step
            b -= learning_rate * sum(errors) / len(rows)
        losses.append(float(_loss(X, y, np.array(w), b)))
    return w, b, losses


def _train_arrays(X, y, w, b, learning_rate, epochs, batch_size, rng):
    theta, ones = np.append(w, b), np.ones((len(X), 1))
    X1 = np.hstack([X, ones])
    losses = np.zeros(epochs)
    for epoch in range(epochs):
        for X_b, y_b in _by_shuffle(X1, y, batch_size, rng):
            theta -= learning_rate * X_b.T @ (_p(X_b, theta, 0) - y_b) / len(X_b)
        losses[epoch] = _loss(X1, y, theta, 0)
    return theta[:-1], theta[-1], losses


def _train_columns(X, y, w, b, learning_rate, epochs, batch_size, rng):
    w, y_column = w.reshape(-1, 1).copy(), y.reshape(-1, 1)
    history = []
    for _ in range(epochs):
        for X_b, y_b in _by_keys(X, y_column, batch_size, rng):
            error = _p(X_b, w, b) - y_b
            w -= learning_rate * np.einsum("nm,nk->mk", X_b, error) / error.size
            b -= learning_rate * error.mean()
        history += [_loss(X, y_column, w, b)]
    return [w.ravel(), b, history]


def _train_single(X, y, w, b, *rest):
    X, y, w = (a.astype(np.float32) for a in (X, y, w))
    w, b, losses = _train_arrays(X, y, w, np.float32(b), *rest)
    return w.astype(np.float32), np.float32(b), np.array(losses, np.float32)


ANSWERS = {
    "minibatches": {
        "keys": _by_keys,
        "shuffle": _by_shuffle,
        "copies": _by_copies,
        "choice": _by_choice,
        "split": _by_split,
        "pop": _by_pop,
        "single": _in_single,
    },
    "train": {
        "loops": _train_loops,
        "arrays": _train_arrays,
        "columns": _train_columns,
        "single": _train_single,
    },
}
CASES = [
    pytest.param(task, answer, id=f"{task}-{name}")
    for task, answers in ANSWERS.items()
    for name, answer in answers.items()
]


@pytest.mark.parametrize(("task", "answer"), CASES)
def test_a_right_answer_is_right(task, answer):
    """Whoever computes the right numbers gets every point, in whatever style."""
    result = check(f"training/{task}", answer)
    assert (Kind.CORRECT, 1.0) == (result.verdict.kind, float(result)), result.verdict.message


LOOP = """
import numpy as np
def minibatches(X, y, batch_size, rng):
    for i in range(len(X) // batch_size):
        yield X[i * batch_size:(i + 1) * batch_size], y[i * batch_size:(i + 1) * batch_size]
def train(X, y, w, b, learning_rate, epochs, batch_size, rng):
    losses = []
    for _ in range(epochs):
        for X_b, y_b in minibatches(X, y, batch_size, rng=rng):
            e = 1 / (1 + np.exp(-(X_b @ w + b))) - y_b
            w, b = w - learning_rate * X_b.T @ e / len(y_b), b - learning_rate * e.mean()
        p = 1 / (1 + np.exp(-(X @ w + b)))
        losses.append(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
    return w, b, losses
"""


def test_a_loop_is_right_with_right_batches(sandbox):
    """The generator that a student passes on reaches the right batches in the judge's process."""
    with Session(Limits(), secrets=[]) as session:
        session.run(LOOP)
        task = registry.find("training/train")
        verdict = judge("training/train", task, RemoteSubject(session, "train"), 5)
    assert Kind.CORRECT == verdict.kind, verdict.message
    assert "train is right, but it calls your minibatches" in verdict.sentence
