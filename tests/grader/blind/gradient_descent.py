"""Answers to the set on gradient descent, written from its statements alone."""

import itertools

import numpy as np


def update_listed(w, grad, learning_rate):
    flat = [a - learning_rate * g for a, g in zip(np.ravel(w), np.ravel(grad), strict=True)]
    return np.reshape(flat, np.shape(w)).tolist()


def update_average(w, grad, learning_rate):
    return np.average([w, np.subtract(w, 2 * learning_rate * grad)], axis=0)


def update_uphill(w, grad, learning_rate):
    return w + learning_rate * grad


def update_in_place(w, grad, learning_rate):
    w -= learning_rate * grad
    return w


def update_no_rate(w, grad, learning_rate):
    return w - grad / learning_rate


def update_ints(w, grad, learning_rate):
    new = w.copy()
    new[...] = w - learning_rate * grad
    return new


def update_only_step(w, grad, learning_rate):
    return -learning_rate * grad


def update_scaled(w, grad, learning_rate):
    return w * (1 - learning_rate * grad)


def descend_accumulated(grad, w0, learning_rate, steps):
    def step(w, _):
        return w - learning_rate * np.asarray(grad(w))

    return list(itertools.accumulate(range(steps), step, initial=np.array(w0, float)))


def descend_filled(grad, w0, learning_rate, steps):
    path = np.empty((steps + 1, *np.shape(w0)))
    path[0] = w0
    for t in range(steps):
        path[t + 1] = path[t] - learning_rate * grad(path[t].copy())
    return path


def descend_end_only(grad, w0, learning_rate, steps):
    w = w0
    for _ in range(steps):
        w = w - learning_rate * grad(w)
    return w


def descend_same_slope(grad, w0, learning_rate, steps):
    g = grad(w0)
    return np.array([w0 - t * learning_rate * g for t in range(steps + 1)])


def descend_without_start(grad, w0, learning_rate, steps):
    path, w = [], w0
    for _ in range(steps + 1):
        w = w - learning_rate * grad(w)
        path.append(w)
    return np.array(path)


def descend_aliased(grad, w0, learning_rate, steps):
    w = np.array(w0, float)
    path = [w]
    for _ in range(steps):
        w -= learning_rate * grad(w)
        path.append(w)
    return np.array(path)


def descend_one_short(grad, w0, learning_rate, steps):
    path = [w0]
    for _ in range(1, steps):
        path.append(path[-1] - learning_rate * grad(path[-1]))
    return np.array(path)


def descend_from_start(grad, w0, learning_rate, steps):
    path = [w0]
    for _ in range(steps):
        path.append(w0 - learning_rate * grad(path[-1]))
    return np.array(path)


def one_weight_scan(pairs, w, learning_rate):
    path = np.zeros(len(pairs) + 1)
    path[0] = w
    for i, (x, y) in enumerate(pairs, start=1):
        path[i] = path[i - 1] * (1 - 2 * learning_rate * x * x) + 2 * learning_rate * x * y
    return path


def one_weight_recursive(pairs, w, learning_rate):
    if not len(pairs):
        return [w]
    x, y = pairs[0]
    return [
        w,
        *one_weight_recursive(pairs[1:], w - learning_rate * 2 * (x * w - y) * x, learning_rate),
    ]


def one_weight_no_x(pairs, w, learning_rate):
    out = [w]
    for x, y in pairs:
        w = w - learning_rate * 2 * (x * w - y)
        out.append(w)
    return out


def one_weight_no_two(pairs, w, learning_rate):
    out = [w]
    for x, y in pairs:
        w = w - learning_rate * x * (x * w - y)
        out.append(w)
    return out


def one_weight_first_w(pairs, w, learning_rate):
    return [w] + [w - learning_rate * 2 * x * (x * w - y) for x, y in pairs]


def one_weight_error(pairs, w, learning_rate):
    out = [w]
    for x, y in pairs:
        w -= learning_rate * (x * w - y) ** 2
        out.append(w)
    return out


def one_weight_inner_y(pairs, w, learning_rate):
    out = [w]
    for x, y in pairs:
        w -= learning_rate * 2 * (x * w - y) * y
        out.append(w)
    return out


def one_weight_last(pairs, w, learning_rate):
    for x, y in pairs:
        w -= learning_rate * 2 * (x * w - y) * x
    return w


def numeric_eye(f, w, h=1e-5):
    w = np.asarray(w, float)
    sides = np.eye(w.size).reshape(w.size, *w.shape) * h
    return np.reshape([(f(w + e) - f(w - e)) / (2 * h) for e in sides], w.shape)


def numeric_ndindex(f, w, h=1e-5):
    out = np.zeros(np.shape(w)).tolist() if np.ndim(w) == 1 else np.zeros(np.shape(w))
    for where in np.ndindex(*np.shape(w)):
        up, down = np.array(w, float), np.array(w, float)
        up[where] += h
        down[where] -= h
        slope = float(f(up) - f(down)) / h / 2
        if isinstance(out, list):
            out[where[0]] = slope
        else:
            out[where] = slope
    return out


def numeric_forward(f, w, h=1e-5):
    out = np.zeros(w.shape)
    for i in np.ndindex(w.shape):
        v = w.astype(float)
        v[i] += h
        out[i] = (f(v) - f(w)) / h
    return out


def numeric_all_move(f, w, h=1e-5):
    return np.full(w.shape, (f(w + h) - f(w - h)) / (2 * h))


def numeric_not_restored(f, w, h=1e-5):
    w = w.astype(float)
    out = np.zeros(w.shape)
    for i in np.ndindex(w.shape):
        w[i] += h
        up = f(w)
        w[i] -= 2 * h
        down = f(w)
        out[i] = (up - down) / (2 * h)
    return out


def numeric_no_half(f, w, h=1e-5):
    out = np.zeros(w.shape)
    for i in np.ndindex(w.shape):
        e = np.zeros(w.shape)
        e[i] = h
        out[i] = (f(w + e) - f(w - e)) / h
    return out


def numeric_precedence(f, w, h=1e-5):
    out = np.zeros(w.shape)
    for i in np.ndindex(w.shape):
        e = np.zeros(w.shape)
        e[i] = h
        out[i] = (f(w + e) - f(w - e)) / 2 * h
    return out


def numeric_whole_rows(f, w, h=1e-5):
    out = np.zeros(w.shape)
    for i in range(len(w)):
        e = np.zeros(w.shape)
        e[i] = h
        out[i] = (f(w + e) - f(w - e)) / (2 * h)
    return out


RIGHT = {
    "update": [update_listed, update_average],
    "descend": [descend_accumulated, descend_filled],
    "one_weight": [one_weight_scan, one_weight_recursive],
    "numerical_gradient": [numeric_eye, numeric_ndindex],
}
WRONG = {
    "update": [
        update_uphill,
        update_in_place,
        update_no_rate,
        update_ints,
        update_only_step,
        update_scaled,
    ],
    "descend": [
        descend_end_only,
        descend_same_slope,
        descend_without_start,
        descend_aliased,
        descend_one_short,
        descend_from_start,
    ],
    "one_weight": [
        one_weight_no_x,
        one_weight_no_two,
        one_weight_first_w,
        one_weight_error,
        one_weight_inner_y,
        one_weight_last,
    ],
    "numerical_gradient": [
        numeric_forward,
        numeric_all_move,
        numeric_not_restored,
        numeric_no_half,
        numeric_precedence,
        numeric_whole_rows,
    ],
}
