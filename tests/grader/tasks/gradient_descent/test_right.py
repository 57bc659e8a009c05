"""Right answers in many styles get every point."""

import itertools

import numpy as np
import pytest
from chainrule_grader import check
from chainrule_grader.judging.verdict import Kind


def _update_loop(w, grad, learning_rate):
    out = np.zeros(w.shape)
    for index in np.ndindex(w.shape):
        out[index] = w[index] - learning_rate * grad[index]
    return out


def _update_copy(w, grad, learning_rate):
    w = w.astype(float)
    w -= learning_rate * grad
    return w


def _descend_array(grad, w0, learning_rate, steps):
    path = np.empty((steps + 1, *w0.shape))
    path[0] = w0
    for i in range(steps):
        path[i + 1] = path[i] - learning_rate * grad(path[i])
    return path


def _descend_copies(grad, w0, learning_rate, steps):
    w = w0.astype(float)
    path = [w.copy()]
    while len(path) <= steps:
        w -= learning_rate * grad(w)
        path.append(w.copy())
    return path


def _descend_generator(grad, w0, learning_rate, steps):
    w = w0
    yield w
    for _ in range(steps):
        w = w - learning_rate * grad(w)
        yield w


def _descend_accumulate(grad, w0, learning_rate, steps):
    return list(
        itertools.accumulate(range(steps), lambda w, _: w - learning_rate * grad(w), initial=w0)
    )


def _descend_single(grad, w0, learning_rate, steps):
    path = [w0.astype(np.float32)]
    for _ in range(steps):
        path.append((path[-1] - learning_rate * grad(path[-1])).astype(np.float32))
    return np.stack(path)


def _one_weight_loop(pairs, w, learning_rate):
    ws = [w]
    for pair in pairs:
        x, y = pair
        error = y - w * x
        w = w + learning_rate * 2 * error * x
        ws.append(w)
    return ws


def _one_weight_array(pairs, w, learning_rate):
    pairs = np.array(pairs, float)
    out = np.zeros(len(pairs) + 1)
    out[0] = w
    for i in range(len(pairs)):
        out[i + 1] = out[i] - learning_rate * (
            2 * pairs[i, 0] ** 2 * out[i] - 2 * pairs[i, 0] * pairs[i, 1]
        )
    return out


def _one_weight_by_trial(pairs, w, learning_rate):
    path = [w]
    for x, y in pairs:
        here = path[-1]
        slope = ((x * (here + 1e-5) - y) ** 2 - (x * (here - 1e-5) - y) ** 2) / 2e-5
        path.append(here - learning_rate * slope)
    return tuple(path)


def _gradient_flat(f, w, h=1e-5):
    flat = w.astype(float).flatten()
    out = []
    for i in range(flat.size):
        old = flat[i]
        flat[i] = old + h
        up = f(flat.reshape(w.shape))
        flat[i] = old - h
        down = f(flat.reshape(w.shape))
        flat[i] = old
        out.append((up - down) / (2 * h))
    return np.array(out).reshape(w.shape)


def _gradient_nditer(f, w, h=1e-5):
    w = np.array(w, dtype=np.float64)
    gradient = np.zeros_like(w)
    it = np.nditer(w, flags=["multi_index"], op_flags=["readwrite"])
    while not it.finished:
        i = it.multi_index
        old = w[i]
        w[i] = old + h
        up = f(w)
        w[i] = old - h
        down = f(w)
        w[i] = old
        gradient[i] = (up - down) / (2.0 * h)
        it.iternext()
    return gradient


def _gradient_identity(f, w, h=1e-5):
    directions = np.eye(w.size).reshape(-1, *w.shape)
    slopes = [(f(w + h * e) - f(w - h * e)) / (2 * h) for e in directions]
    return np.reshape(slopes, w.shape).tolist()


def _gradient_restored(f, w, h=1e-5):
    out = np.zeros(w.shape)
    for i, _ in np.ndenumerate(w):
        e = np.zeros(w.shape)
        e[i] = h
        out[i] = f(w + e) / (2 * h) - f(w - e) / (2 * h)
    return out


ANSWERS = {
    "update": {
        "loop": _update_loop,
        "copy": _update_copy,
        "subtract": lambda w, g, lr: np.subtract(w, np.multiply(lr, g)),
        "plus-minus": lambda w, g, lr: w + (-lr) * g,
        "list": lambda w, g, lr: (w - lr * g).tolist(),
        "single": lambda w, g, lr: (w.astype(np.float32) - lr * g).astype(np.float32),
        "sum-of-stack": lambda w, g, lr: np.stack([w, -lr * g]).sum(axis=0),
    },
    "descend": {
        "array": _descend_array,
        "copies": _descend_copies,
        "generator": _descend_generator,
        "accumulate": _descend_accumulate,
        "single": _descend_single,
        "list": lambda *a: _descend_array(*a).tolist(),
    },
    "one_weight": {
        "loop": _one_weight_loop,
        "array": _one_weight_array,
        "by-trial": _one_weight_by_trial,
        "single": lambda *a: np.array(_one_weight_loop(*a), np.float32),
        "generator": lambda *a: (w for w in _one_weight_loop(*a)),
    },
    "numerical_gradient": {
        "flat": _gradient_flat,
        "nditer": _gradient_nditer,
        "identity": _gradient_identity,
        "restored": _gradient_restored,
        "single": lambda *a: _gradient_flat(*a).astype(np.float32),
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
    result = check(f"gradient_descent/{task}", answer)
    assert (Kind.CORRECT, 1.0) == (result.verdict.kind, float(result)), result.verdict.message
