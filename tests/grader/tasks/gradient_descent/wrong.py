"""Wrong answers to the set on gradient descent, as students write them."""

# ruff: noqa: ARG005, PERF401  a student forgets an argument, and appends in a loop

import numpy as np


def _descend(grad, w0, learning_rate, steps):
    path = [w0 * 1.0]
    for _ in range(steps):
        path.append(path[-1] - learning_rate * grad(path[-1]))
    return np.array(path)


def _momentum(grad, w0, learning_rate, steps):
    path, v = [w0 * 1.0], 0
    for _ in range(steps):
        v = 0.9 * v + grad(path[-1])
        path.append(path[-1] - learning_rate * v)
    return np.array(path)


def _stops_early(grad, w0, learning_rate, steps):
    path = [w0 * 1.0]
    for _ in range(steps):
        if np.abs(grad(path[-1])).max() < 2:
            break
        path.append(path[-1] - learning_rate * grad(path[-1]))
    return np.array(path)


def _every_second(grad, w0, learning_rate, steps):
    return _descend(grad, w0, learning_rate, 2 * steps)[::2]


def _walk(pairs, w, learning_rate):
    path = [w]
    for x, y in pairs:
        path.append(path[-1] - learning_rate * 2 * x * (x * path[-1] - y))
    return path


def _gradient(f, w, h=1e-5):
    out = np.zeros(w.shape)
    for i in np.ndindex(w.shape):
        up, down = w * 1.0, w * 1.0
        up[i] += h
        down[i] -= h
        out[i] = (f(up) - f(down)) / (2 * h)
    return out


def _rows_only(f, w, h=1e-5):
    out = np.zeros(w.shape)
    for i in range(len(w)):
        up, down = w * 1.0, w * 1.0
        up[i] += h
        down[i] -= h
        out[i] = (f(up) - f(down)) / (2 * h)
    return out


def _stays_up(f, w, h=1e-5):
    w = w * 1.0
    out = np.zeros(w.shape)
    for i in np.ndindex(w.shape):
        before = f(w)
        w[i] += h
        out[i] = (f(w) - before) / h
    return out


SINGLE = {
    "update": {
        "none": lambda _w, _g, _lr: None,
        "both": lambda w, g, lr: (w - lr * g, g),
        "scalar-product": lambda w, g, lr: w - lr * np.dot(w.ravel(), g.ravel()),
        "squared-gradient": lambda w, g, lr: w - lr * g**2,
        "squared-rate": lambda w, g, lr: w - lr**2 * g,
        "ten-times": lambda w, g, lr: w - 10 * lr * g,
        "decay": lambda w, g, lr: w * 0.99 - lr * g,
        "clipped": lambda w, g, lr: w - lr * np.clip(g, -1, 1),
        "negative": lambda w, g, lr: -(w - lr * g),
        "flattened": lambda w, g, lr: (w - lr * g).ravel(),
        "rounded": lambda w, g, lr: np.round(w - lr * g, 2),
        "first-only": lambda w, g, lr: np.concatenate([w[:1] - lr * g[:1], w[1:]]),
        "last-missed": lambda w, g, lr: np.concatenate([w[:-1] - lr * g[:-1], w[-1:]]),
        "outer": lambda w, g, lr: w - lr * np.outer(g, g),
        "added-rate": lambda w, g, lr: w - (lr + g),
        "times-w": lambda w, g, lr: w - lr * g * w,
        "string": lambda w, g, lr: str(w - lr * g),
    },
    "descend": {
        "none": lambda *_a: None,
        "momentum": _momentum,
        "stops-early": _stops_early,
        "every-second": _every_second,
        "pair": lambda *a: (_descend(*a)[-1], _descend(*a)),
        "grad-not-called": lambda grad, w0, lr, _steps: w0 - lr * grad,
        "constant": lambda _grad, w0, _lr, steps: np.array([w0] * (steps + 1)),
        "half-rate": lambda grad, w0, lr, steps: _descend(grad, w0, lr / 2, steps),
        "double-rate": lambda grad, w0, lr, steps: _descend(grad, w0, 2 * lr, steps),
        "extra-axis": lambda *a: _descend(*a)[:, np.newaxis],
        "start-zero": lambda grad, w0, lr, steps: _descend(grad, 0 * w0, lr, steps),
        "start-twice": lambda *a: np.concatenate([_descend(*a)[:1], _descend(*a)[:-1]]),
        "squared-gradient": lambda grad, w0, lr, s: _descend(lambda w: grad(w) ** 2, w0, lr, s),
        "sign": lambda grad, w0, lr, s: _descend(lambda w: np.sign(grad(w)), w0, lr, s),
        "rounded": lambda *a: np.round(_descend(*a), 2),
        "of-negative": lambda grad, w0, lr, s: -_descend(grad, w0, lr, s),
    },
    "one_weight": {
        "none": lambda *_a: None,
        "mean": lambda *a: float(np.mean(_walk(*a))),
        "absolute-error": lambda p, w, lr: [
            *np.cumsum([w, *(-lr * x * np.sign(x * w - y) for x, y in p)])
        ],
        "start-twice": lambda p, w, lr: [w, *_walk(p, w, lr)],
        "zero-first": lambda p, w, lr: [0, *_walk(p, w, lr)[1:]],
        "times-four": lambda p, w, lr: _walk(p, w, 4 * lr),
        "cubed": lambda p, w, lr: _walk([(x**3, y) for x, y in p], w, lr),
        "positive-only": lambda p, w, lr: np.abs(_walk(p, w, lr)),
        "ints": lambda p, w, lr: [int(v) for v in _walk(p, w, lr)],
        "column": lambda p, w, lr: np.reshape(_walk(p, w, lr), (-1, 1)),
        "pairs-and-weights": lambda p, w, lr: list(zip(p, _walk(p, w, lr), strict=False)),
        "negated": lambda p, w, lr: [-v for v in _walk(p, w, lr)],
        "dictionary": lambda p, w, lr: dict(enumerate(_walk(p, w, lr))),
        "exact-answer": lambda p, w, _lr: [w, *(y / x for x, y in p)],
    },
    "numerical_gradient": {
        "none": lambda *_a: None,
        "rows-only": _rows_only,
        "stays-up": _stays_up,
        "wide": lambda f, w, h=1e-5: _gradient(f, w, 2 * h),
        "own-coarse-h": lambda f, w, _h=1e-5: _gradient(f, w, 1e-2),
        "tiny-h": lambda f, w, _h=1e-5: _gradient(f, w, 1e-13),
        "half": lambda f, w, h=1e-5: _gradient(f, w, h) / 2,
        "sum": lambda f, w, h=1e-5: _gradient(f, w, h).sum(),
        "norm": lambda f, w, h=1e-5: np.linalg.norm(_gradient(f, w, h)),
        "column": lambda f, w, h=1e-5: _gradient(f, w, h).reshape(-1, 1),
        "zeros": lambda _f, w, _h=1e-5: np.zeros(w.shape),
        "absolute": lambda f, w, h=1e-5: np.abs(_gradient(f, w, h)),
        "squared": lambda f, w, h=1e-5: _gradient(f, w, h) ** 2,
        "value": lambda f, w, _h=1e-5: f(w),
        "function": lambda f, _w, h=1e-5: lambda w: _gradient(f, w, h),
        "plus-h": lambda f, w, h=1e-5: _gradient(f, w + 0.01, h),
        "normalised": lambda f, w, h=1e-5: _gradient(f, w, h) / np.linalg.norm(_gradient(f, w, h)),
    },
}


def _update_in_place_uphill(w, grad, learning_rate):
    w += learning_rate * grad
    return w


def _update_loop(w, grad, learning_rate):
    new = np.zeros(len(w))
    for i in range(len(w)):
        new[i] = w[i] - learning_rate * grad[i]
        return new
    return None


def _update_like(w, grad, learning_rate):
    new = np.zeros_like(w)
    new[:] = w + learning_rate * grad
    return new


def _update_spoils(w, grad, learning_rate):
    grad /= np.linalg.norm(grad)
    return w - learning_rate * grad


def _descend_uphill_without_start(grad, w0, learning_rate, steps):
    w, path = w0, []
    for _ in range(steps):
        w = w + learning_rate * grad(w)
        path.append(w)
    return path


def _descend_in_place(grad, w0, learning_rate, steps):
    path = [w0]
    for _ in range(steps):
        w0 -= learning_rate * grad(w0)
        path.append(w0)
    return path


def _descend_zeros(grad, w0, learning_rate, steps):
    path = np.zeros((steps + 1, *w0.shape))
    for t in range(steps):
        path[t + 1] = path[t] - learning_rate * grad(path[t])
    return path


def _descend_zeros_short(grad, w0, learning_rate, steps):
    path = np.zeros((steps + 1, *w0.shape))
    path[0] = w0
    for t in range(1, steps):
        path[t] = path[t - 1] - learning_rate * grad(path[t - 1])
    return path


def _descend_once(grad, w0, learning_rate, steps):
    g = grad(w0)
    path = [w0 * 1.0]
    for _ in range(steps - 1):
        path.append(path[-1] - learning_rate * g)
    return np.array(path)


def _descend_returns(grad, w0, learning_rate, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] + learning_rate * grad(path[-1]))
        return path
    return path


def _descend_old_w(grad, w0, learning_rate, steps):
    path = [w0]
    for _ in range(steps):
        path.append(w0 + learning_rate * grad(w0))
    return path


def _descend_forgets(grad, w0, learning_rate, steps):
    w, path = w0 * 1.0, [w0 * 1.0]
    for _ in range(steps):
        new = w - learning_rate * grad(w)
        path.append(new)
    return path


def _descend_decays(grad, w0, learning_rate, steps):
    path = [w0 * 1.0]
    for _ in range(steps):
        path.append(path[-1] + learning_rate * grad(path[-1]))
        learning_rate *= 0.9
    return path


def _walk_by(slope, keep_start=True):
    def walk(pairs, w, learning_rate):
        path = [w] if keep_start else []
        for x, y in pairs:
            w = w - learning_rate * slope(x, y, w)
            path.append(w)
        return path

    return walk


def _walk_sum(pairs, w, learning_rate):
    slope = sum(2 * x * (x * w - y) for x, y in pairs)
    return [w, w - learning_rate * slope]


def _walk_returns(pairs, w, learning_rate):
    path = [w]
    for x, y in pairs:
        w = w - learning_rate * x * (x * w - y)
        path.append(w)
        return path
    return path


def _walk_first_weight(pairs, w, learning_rate):
    path = [w]
    for x, y in pairs:
        path.append(w - learning_rate * x * (x * w - y))
    return path


def _walk_appends_first(pairs, w, learning_rate):
    path = []
    for x, y in pairs:
        path.append(w)
        w = w - learning_rate * 2 * (x * w - y)
    return path


def _quotient(function):
    def answer(f, w, h=1e-5):
        out = np.zeros(w.shape)
        for i in np.ndindex(w.shape):
            e = np.zeros(w.shape)
            e[i] = h
            out[i] = function(f, w, e, h)
        return out

    return answer


def _numeric_integers(f, w, h=1e-5):
    out = np.zeros_like(w)
    for i in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[i] += h
        down[i] -= h
        out[i] = (f(up) - f(down)) / (2 * h)
    return out


def _numeric_in_place(f, w, h=1e-5):
    out = np.zeros(w.shape)
    for i in np.ndindex(w.shape):
        old = w[i]
        w[i] = old + h
        up = f(w)
        w[i] = old - h
        down = f(w)
        w[i] = old
        out[i] = (up - down) / h
    return out


def _numeric_forward_left(f, w, h=1e-5):
    w = w.astype(float)
    out = np.zeros(w.shape)
    before = f(w)
    for i in np.ndindex(w.shape):
        w[i] += h
        out[i] = (f(w) - before) / h
    return out


def _numeric_alias_forward(f, w, h=1e-5):
    out = np.zeros(w.shape)
    up = w.astype(float)
    for i in np.ndindex(w.shape):
        up[i] += h
        out[i] = (f(up) - f(w)) / h
        up[i] -= h
    return out


def _numeric_flat(f, w, h=1e-5):
    out = []
    for i in np.ndindex(w.shape):
        up, down = w.astype(float), w.astype(float)
        up[i] += h
        down[i] -= h
        out.append((f(up) - f(down)) / h)
    return np.array(out)


def _numeric_complex(f, w, h=1e-5):
    out = np.zeros(w.shape)
    for i in np.ndindex(w.shape):
        e = np.zeros(w.shape, complex)
        e[i] = 1j * h
        out[i] = np.imag(f(w + e)) / h
    return out


STUDENTS = {
    "update": {
        "in-place-uphill": _update_in_place_uphill,
        "returns-in-the-loop": _update_loop,
        "integers-uphill": _update_like,
        "spoils-the-gradient": _update_spoils,
        "uphill-no-rate": lambda w, g, lr: w + g,
        "step-uphill": lambda w, g, lr: lr * g,
        "divided-uphill": lambda w, g, lr: w + g / lr,
        "rate-on-both-uphill": lambda w, g, lr: lr * (w + g),
        "brackets": lambda w, g, lr: (w - lr) * g,
        "sign-uphill": lambda w, g, lr: w + lr * np.sign(g),
        "mean-uphill": lambda w, g, lr: w + lr * g.mean(),
        "own-rate-uphill": lambda w, g, lr: w + 0.01 * g,
        "rounded-uphill": lambda w, g, lr: np.round(w + lr * g, 3),
        "fixed-thousandth": lambda w, g, lr: w - 0.001 * g,
        "matrix-product": lambda w, g, lr: w - lr * g @ g,
        "sum-of-both": lambda w, g, lr: np.sum(w - lr * g),
        "minus-both": lambda w, g, lr: -w - lr * g,
        "rate-plus-gradient-uphill": lambda w, g, lr: w + lr + g,
    },
    "descend": {
        "uphill-without-start": _descend_uphill_without_start,
        "in-place-aliased": _descend_in_place,
        "zeros-start": _descend_zeros,
        "zeros-last": _descend_zeros_short,
        "once-and-short": _descend_once,
        "returns-uphill": _descend_returns,
        "old-w-uphill": _descend_old_w,
        "forgets-to-move": _descend_forgets,
        "decays-uphill": _descend_decays,
        "end-uphill": lambda grad, w0, lr, s: _descend(grad, w0, -lr, s)[-1],
        "no-rate-uphill": lambda grad, w0, lr, s: _descend(grad, w0, -1, s),
        "own-rate-without-start": lambda grad, w0, lr, s: _descend(grad, w0, 0.1, s)[1:],
        "too-long-uphill": lambda grad, w0, lr, s: _descend(grad, w0, -lr, s + 1),
        "flat-end": lambda *a: _descend(*a)[-1].flatten(),
        "reversed-end": lambda *a: _descend(*a)[::-1][:-1],
        "gradient-of-start": lambda grad, w0, lr, s: w0 - lr * grad(w0),
        "normalised-uphill": lambda grad, w0, lr, s: _descend(
            lambda w: -grad(w) / np.linalg.norm(grad(w)), w0, lr, s
        ),
    },
    "one_weight": {
        "uphill-no-two": _walk_by(lambda x, y, w: x * (y - x * w)),
        "no-two-no-inner": _walk_by(lambda x, y, w: x * w - y),
        "no-inner-uphill": _walk_by(lambda x, y, w: 2 * (y - x * w)),
        "no-two-without-start": _walk_by(lambda x, y, w: x * (x * w - y), keep_start=False),
        "uphill-without-start": _walk_by(lambda x, y, w: 2 * x * (y - x * w), keep_start=False),
        "error-uphill": _walk_by(lambda x, y, w: -((x * w - y) ** 2)),
        "squared-inner": _walk_by(lambda x, y, w: 2 * (x * w - y) ** 2 * x),
        "times-w-no-two": _walk_by(lambda x, y, w: w * (x * w - y)),
        "target-first": _walk_by(lambda x, y, w: 2 * x * (y * w - x)),
        "no-x-in-prediction": _walk_by(lambda x, y, w: 2 * x * (w - y)),
        "batch": _walk_sum,
        "returns-no-two": _walk_returns,
        "first-weight-no-two": _walk_first_weight,
        "appends-first-no-inner": _walk_appends_first,
        "own-rate-no-two": lambda p, w, lr: _walk_by(lambda x, y, v: x * (x * v - y))(p, w, 0.1),
        "end-no-two": lambda p, w, lr: _walk_by(lambda x, y, v: x * (x * v - y))(p, w, lr)[-1],
        "rounded-no-two": lambda p, w, lr: np.round(
            _walk_by(lambda x, y, v: x * (x * v - y))(p, w, lr), 2
        ),
        "no-rate-uphill": lambda p, w, lr: _walk(p, w, -1),
    },
    "numerical_gradient": {
        "integers": _numeric_integers,
        "in-place-by-h": _numeric_in_place,
        "forward-left": _numeric_forward_left,
        "forward": _numeric_alias_forward,
        "flat-by-h": _numeric_flat,
        "complex-step": _numeric_complex,
        "forward-reversed": _quotient(lambda f, w, e, h: (f(w) - f(w + e)) / h),
        "central-reversed": _quotient(lambda f, w, e, h: (f(w - e) - f(w + e)) / (2 * h)),
        "forward-two-h": _quotient(lambda f, w, e, h: (f(w + e) - f(w)) / (2 * h)),
        "forward-precedence": _quotient(lambda f, w, e, h: (f(w + e) - f(w)) / 2 * h),
        "plus-not-divided": _quotient(lambda f, w, e, h: f(w + e) + f(w - e)),
        "brackets": _quotient(lambda f, w, e, h: f(w + e) - f(w - e) / 2 * h),
        "forward-not-divided": _quotient(lambda f, w, e, h: f(w + e) - f(w)),
        "fixed-forward": _quotient(lambda f, w, e, h: (f(w + 1e-5 * e / h) - f(w)) / 1e-5),
        "all-by-h": lambda f, w, h=1e-5: np.full(w.shape, (f(w + h) - f(w - h)) / h),
        "one-forward": lambda f, w, h=1e-5: (f(w + h) - f(w)) / h,
        "rounded-forward": lambda f, w, h=1e-5: np.round(
            _quotient(lambda f, w, e, h: (f(w + e) - f(w)) / h)(f, w, h), 3
        ),
        "only-plus": _quotient(lambda f, w, e, h: f(w + e) / h),
        "of-squares": lambda f, w, h=1e-5: 2 * w,
    },
}

WRONG = {
    task: SINGLE[task] | {f"student-{name}": answer for name, answer in STUDENTS[task].items()}
    for task in SINGLE
}
NAMED = 0.8
"""The share of the wrong answers that is named, at least."""
