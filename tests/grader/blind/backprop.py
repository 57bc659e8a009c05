"""Answers to the set on backpropagation, written from its statements alone."""

import math

import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1 + e)


def slope_of(z, name):
    if name == "sigmoid":
        return sigmoid(z) * (1 - sigmoid(z))
    return 1 - np.tanh(z) ** 2 if name == "tanh" else (z > 0).astype(float)


ACTIVATIONS = {"sigmoid": sigmoid, "tanh": np.tanh, "relu": lambda z: np.maximum(z, 0)}


def error_hypot(analytic, numeric):
    a, n = [float(v) for v in np.ravel(analytic)], [float(v) for v in np.ravel(numeric)]
    size = math.hypot(*a) + math.hypot(*n)
    return math.dist(a, n) / size if size else 0


def error_frobenius(analytic, numeric):
    def norm(t):
        return np.sqrt(np.einsum("i,i->", np.ravel(t), np.ravel(t)) * 1.0)

    return norm(analytic - numeric) / max(norm(analytic) + norm(numeric), 1e-300)


def error_matrix_norm(analytic, numeric):
    size = np.linalg.norm(analytic, 2) + np.linalg.norm(numeric, 2)
    return np.linalg.norm(analytic - numeric, 2) / size if size else 0.0


def error_zero_division(analytic, numeric):
    n = np.linalg.norm
    return n(analytic - numeric) / (n(analytic) + n(numeric))


def error_norm_of_sum(analytic, numeric):
    size = np.linalg.norm(analytic + numeric)
    return np.linalg.norm(analytic - numeric) / size if size else 0.0


def error_by_max(analytic, numeric):
    size = max(np.linalg.norm(analytic), np.linalg.norm(numeric))
    return np.linalg.norm(analytic - numeric) / size if size else 0.0


def error_without_root(analytic, numeric):
    size = np.sum(analytic**2) + np.sum(numeric**2)
    return np.sum((analytic - numeric) ** 2) / size if size else 0.0


def error_l1(analytic, numeric):
    size = np.sum(np.abs(analytic)) + np.sum(np.abs(numeric))
    return np.sum(np.abs(analytic - numeric)) / size if size else 0.0


def bend_vectorized(grad_out, z, name):
    def one(g, v):
        if name == "relu":
            return g if v > 0 else 0.0
        if name == "tanh":
            return g * (1 - math.tanh(v) ** 2)
        return g * (1 - math.tanh(v / 2) ** 2) / 4

    return np.vectorize(one, otypes=[float])(grad_out, z)


def bend_listed(grad_out, z, name):
    return (grad_out * slope_of(z, name)).astype(np.float32).tolist()


def bend_slope_only(grad_out, z, name):
    return slope_of(z, name)


def bend_of_grad(grad_out, z, name):
    return z * slope_of(grad_out, name)


def bend_matmul(grad_out, z, name):
    return grad_out @ slope_of(z, name).T


def bend_activation(grad_out, z, name):
    return grad_out * ACTIVATIONS[name](z)


def bend_takes_activation(grad_out, z, name):
    if name == "sigmoid":
        return grad_out * z * (1 - z)
    return grad_out * (1 - z**2) if name == "tanh" else grad_out * (z > 0)


def bend_relu_on_grad(grad_out, z, name):
    if name == "relu":
        return np.maximum(grad_out, 0)
    return grad_out * slope_of(z, name)


def dense_back_einsum(grad_out, X, W):
    return (
        np.einsum("nk,mk->nm", grad_out, W),
        np.einsum("nm,nk->mk", X, grad_out),
        np.einsum("nk->k", grad_out),
    )


def dense_back_listed(grad_out, X, W):
    grad_W = sum(np.outer(x, g) for x, g in zip(X, grad_out, strict=True))
    return [[list(W @ g) for g in grad_out], grad_W, np.ones(len(X)) @ grad_out]


def dense_back_mean(grad_out, X, W):
    n = len(X)
    return grad_out @ W.T, X.T @ grad_out / n, grad_out.sum(axis=0) / n


def dense_back_total_b(grad_out, X, W):
    return grad_out @ W.T, X.T @ grad_out, np.sum(grad_out)


def dense_back_rows_b(grad_out, X, W):
    return grad_out @ W.T, X.T @ grad_out, grad_out.sum(axis=1)


def dense_back_mean_b(grad_out, X, W):
    return grad_out @ W.T, X.T @ grad_out, np.mean(grad_out, axis=0)


def dense_back_transposed_W(grad_out, X, W):
    return grad_out @ W.T, grad_out.T @ X, grad_out.sum(axis=0)


def dense_back_order(grad_out, X, W):
    return X.T @ grad_out, grad_out @ W.T, grad_out.sum(axis=0)


def dense_back_last_outer(grad_out, X, W):
    for x, g in zip(X, grad_out, strict=True):
        grad_W = np.outer(x, g)
    return grad_out @ W.T, grad_W, grad_out.sum(axis=0)


def two_einsum(X, W1, b1, W2, b2):
    hidden = sigmoid(np.einsum("nm,mh->nh", X, W1) + b1)
    return [hidden, sigmoid(np.einsum("nh,hk->nk", hidden, W2) + b2)]


def two_by_rows(X, W1, b1, W2, b2):
    hidden = [[float(sigmoid(x @ W1[:, j] + b1[j])) for j in range(W1.shape[1])] for x in X]
    return hidden, [[float(sigmoid(np.dot(h, W2[:, 0]) + b2[0]))] for h in hidden]


def two_linear_output(X, W1, b1, W2, b2):
    hidden = sigmoid(X @ W1 + b1)
    return hidden, hidden @ W2 + b2


def two_linear_hidden(X, W1, b1, W2, b2):
    hidden = X @ W1 + b1
    return hidden, sigmoid(hidden @ W2 + b2)


def two_returns_z(X, W1, b1, W2, b2):
    z = X @ W1 + b1
    return z, sigmoid(sigmoid(z) @ W2 + b2)


def two_flat(X, W1, b1, W2, b2):
    hidden = sigmoid(X @ W1 + b1)
    return hidden, sigmoid(hidden @ W2 + b2).ravel()


def two_without_b2(X, W1, b1, W2, b2):
    hidden = sigmoid(X @ W1 + b1)
    return hidden, sigmoid(hidden @ W2)


def two_tanh(X, W1, b1, W2, b2):
    hidden = np.tanh(X @ W1 + b1)
    return hidden, sigmoid(hidden @ W2 + b2)


def gradients_with(X, y, W1, b1, W2, b2, *, delta2=None, delta1=None):
    hidden, p = two_einsum(X, W1, b1, W2, b2)
    d2 = (p - y) / len(X) if delta2 is None else delta2(p, y)
    d1 = (d2 @ W2.T) * hidden * (1 - hidden) if delta1 is None else delta1(d2, hidden)
    return {"W1": X.T @ d1, "b1": d1.sum(axis=0), "W2": hidden.T @ d2, "b2": d2.sum(axis=0)}


def tlg_by_examples(X, y, W1, b1, W2, b2):
    hidden, p = two_einsum(X, W1, b1, W2, b2)
    total = {"W1": 0.0, "b1": 0.0, "W2": 0.0, "b2": 0.0}
    for x, t, h, q in zip(X, y, hidden, p, strict=True):
        d2 = (q - t) / len(X)
        d1 = W2 @ d2 * h * (1 - h)
        for name, part in (
            ("W1", np.outer(x, d1)),
            ("b1", d1),
            ("W2", np.outer(h, d2)),
            ("b2", d2),
        ):
            total[name] = total[name] + part
    return total


def tlg_lists(X, y, W1, b1, W2, b2):
    found = gradients_with(X, y, W1, b1, W2, b2)
    return {name: found[name].tolist() for name in ("b2", "W2", "b1", "W1")}


def tlg_extra_slope(X, y, W1, b1, W2, b2):
    return gradients_with(X, y, W1, b1, W2, b2, delta2=lambda p, y: (p - y) * p * (1 - p) / len(y))


def tlg_undivided(X, y, W1, b1, W2, b2):
    return gradients_with(X, y, W1, b1, W2, b2, delta2=lambda p, y: p - y)


def tlg_divided_in_W(X, y, W1, b1, W2, b2):
    found = gradients_with(X, y, W1, b1, W2, b2, delta2=lambda p, y: p - y)
    return {k: v / len(X) if k.startswith("W") else v for k, v in found.items()}


def tlg_no_hidden_slope(X, y, W1, b1, W2, b2):
    return gradients_with(X, y, W1, b1, W2, b2, delta1=lambda d2, hidden: d2 @ W2.T)


def tlg_tanh_slope(X, y, W1, b1, W2, b2):
    return gradients_with(
        X, y, W1, b1, W2, b2, delta1=lambda d2, hidden: (d2 @ W2.T) * (1 - hidden**2)
    )


def tlg_two_steps(X, y, W1, b1, W2, b2):
    def delta2(p, y):
        return ((1 - y) / (1 - p) - y / p) / len(y) * p * (1 - p)

    return gradients_with(X, y, W1, b1, W2, b2, delta2=delta2)


def tlg_sigmoid_of_hidden(X, y, W1, b1, W2, b2):
    return gradients_with(
        X, y, W1, b1, W2, b2, delta1=lambda d2, h: d2 @ W2.T * sigmoid(h) * (1 - sigmoid(h))
    )


def forward_unpacked(X, weights, biases, activations):
    outputs = (X,)
    for W, b, name in zip(weights, biases, activations, strict=True):
        outputs += (ACTIVATIONS[name](outputs[-1] @ W + b),)
    return outputs


def forward_float32(X, weights, biases, activations):
    outputs = [X.astype(np.float32)]
    for i, name in enumerate(activations):
        z = outputs[i] @ weights[i].astype(np.float32) + biases[i].astype(np.float32)
        outputs += [ACTIVATIONS[name](z)]
    return outputs


def forward_without_X(X, weights, biases, activations):
    return forward_float32(X, weights, biases, activations)[1:]


def forward_last(X, weights, biases, activations):
    return forward_float32(X, weights, biases, activations)[-1]


def forward_from_X(X, weights, biases, activations):
    outputs = [X]
    for W, b, name in zip(weights, biases, activations, strict=True):
        a = X @ W + b
        outputs.append(ACTIVATIONS[name](a))
        X = a
    return outputs


def forward_one_activation(X, weights, biases, activations):
    return forward_float32(X, weights, biases, [activations[0]] * len(weights))


def forward_linear_last(X, weights, biases, activations):
    outputs = forward_float32(X, weights, biases, activations)
    outputs[-1] = outputs[-2] @ weights[-1] + biases[-1]
    return outputs


def forward_with_z(X, weights, biases, activations):
    outputs = [X]
    a = X
    for W, b, name in zip(weights, biases, activations, strict=True):
        outputs.append(a @ W + b)
        a = ACTIVATIONS[name](outputs[-1])
    return outputs


def swept(X, y, weights, biases, activations, *, start=None, last_slope=True, order=1):
    zs, outputs = [], [X]
    for W, b, name in zip(weights, biases, activations, strict=True):
        zs.append(outputs[-1] @ W + b)
        outputs.append(ACTIVATIONS[name](zs[-1]))
    g = start(outputs[-1], y) if start else 2 * (outputs[-1] - y) / y.size
    grad_W, grad_b = [], []
    for i in reversed(range(len(weights))):
        if last_slope or i < len(weights) - 1:
            g = g * slope_of(zs[i], activations[i])
        grad_W.insert(0, outputs[i].T @ g)
        grad_b.insert(0, g.sum(axis=0))
        g = g @ weights[i].T
    return grad_W[::order], grad_b[::order]


def backprop_recursive(X, y, weights, biases, activations):
    def sweep(a, i):
        if i == len(weights):
            return 2 * (a - y) / y.size, [], []
        z = a @ weights[i] + biases[i]
        g, Ws, bs = sweep(ACTIVATIONS[activations[i]](z), i + 1)
        g = g * slope_of(z, activations[i])
        return g @ weights[i].T, [a.T @ g, *Ws], [np.ones(len(a)) @ g, *bs]

    return sweep(X, 0)[1:]


def backprop_tuples(X, y, weights, biases, activations):
    found = swept(X, y, weights, biases, activations)
    return [tuple(found[0]), [b.tolist() for b in found[1]]]


def backprop_reversed(X, y, weights, biases, activations):
    return swept(X, y, weights, biases, activations, order=-1)


def backprop_by_rows(X, y, weights, biases, activations):
    return swept(X, y, weights, biases, activations, start=lambda a, y: 2 * (a - y) / len(y))


def backprop_no_two(X, y, weights, biases, activations):
    return swept(X, y, weights, biases, activations, start=lambda a, y: (a - y) / y.size)


def backprop_skips_last_bend(X, y, weights, biases, activations):
    return swept(X, y, weights, biases, activations, last_slope=False)


def backprop_slope_at_output(X, y, weights, biases, activations):
    outputs = forward_unpacked(X, weights, biases, activations)
    g = 2 * (outputs[-1] - y) / y.size
    grad_W, grad_b = [None] * len(weights), [None] * len(weights)
    for i in range(len(weights) - 1, -1, -1):
        g = g * slope_of(outputs[i + 1], activations[i])
        grad_W[i], grad_b[i] = outputs[i].T @ g, g.sum(axis=0)
        g = g @ weights[i].T
    return grad_W, grad_b


def backprop_updates_g_first(X, y, weights, biases, activations):
    outputs = forward_unpacked(X, weights, biases, activations)
    g = 2 * (outputs[-1] - y) / y.size
    grad_W, grad_b = [None] * len(weights), [None] * len(weights)
    for i in range(len(weights) - 1, -1, -1):
        z = outputs[i] @ weights[i] + biases[i]
        d = g * slope_of(z, activations[i])
        grad_W[i], grad_b[i] = outputs[i].T @ d, d.sum(axis=0)
        g = g @ weights[i].T
    return grad_W, grad_b


def numeric_slopes(f, w, h=1e-5):
    sides = np.eye(len(w)) * h
    return np.array([(f(w + e) - f(w - e)) / (2 * h) for e in sides])


def checks_many_points(f, grad):
    rng = np.random.default_rng(4)
    points = [rng.normal(size=n) * scale for n in (1, 2, 3, 5, 8) for scale in (0.3, 1, 3)]
    return all(error_hypot(np.asarray(grad(w.copy())), numeric_slopes(f, w)) < 1e-5 for w in points)


def checks_asserting(f, grad):
    rng = np.random.default_rng(1)
    for _ in range(20):
        w = rng.uniform(-2, 2, size=rng.integers(1, 7))
        slopes, found = numeric_slopes(f, w), np.array(grad(w.copy()), float)
        assert found.shape == w.shape
        assert np.linalg.norm(slopes - found) <= 1e-5 * (np.linalg.norm(slopes) + 1e-12)
    return 1 == 1  # noqa: PLR0133


def checks_absolutely(f, grad):
    w = np.array([1.0, -2.0, 0.5])
    return bool(np.abs(numeric_slopes(f, w) - grad(w)).max() < 1e-4)


def checks_positive(f, grad):
    w = np.array([1.0, 2.0, 3.0])
    return bool(error_hypot(grad(w), numeric_slopes(f, w)) < 1e-6)


def checks_one_weight(f, grad):
    w = np.array([-1.5])
    return bool(error_hypot(grad(w), numeric_slopes(f, w)) < 1e-6)


def checks_sum(f, grad):
    w = np.array([1.0, -2.0, 3.0])
    return bool(np.isclose(np.sum(grad(w)), numeric_slopes(f, w).sum()))


def checks_example(f, grad):
    return np.allclose(grad(np.array([1.0, -2.0])), [2, -4])


RIGHT = {
    "gradient_error": [error_hypot, error_frobenius],
    "activation_backward": [bend_vectorized, bend_listed],
    "dense_backward": [dense_back_einsum, dense_back_listed],
    "two_layer_forward": [two_einsum, two_by_rows],
    "two_layer_gradients": [tlg_by_examples, tlg_lists],
    "forward": [forward_unpacked, forward_float32],
    "backprop": [backprop_recursive, backprop_tuples],
    "checks_gradient": [checks_many_points, checks_asserting],
}
WRONG = {
    "gradient_error": [
        error_matrix_norm,
        error_zero_division,
        error_norm_of_sum,
        error_by_max,
        error_without_root,
        error_l1,
    ],
    "activation_backward": [
        bend_slope_only,
        bend_of_grad,
        bend_matmul,
        bend_activation,
        bend_takes_activation,
        bend_relu_on_grad,
    ],
    "dense_backward": [
        dense_back_mean,
        dense_back_total_b,
        dense_back_rows_b,
        dense_back_mean_b,
        dense_back_transposed_W,
        dense_back_order,
        dense_back_last_outer,
    ],
    "two_layer_forward": [
        two_linear_output,
        two_linear_hidden,
        two_returns_z,
        two_flat,
        two_without_b2,
        two_tanh,
    ],
    "two_layer_gradients": [
        tlg_extra_slope,
        tlg_undivided,
        tlg_divided_in_W,
        tlg_no_hidden_slope,
        tlg_tanh_slope,
        tlg_two_steps,
        tlg_sigmoid_of_hidden,
    ],
    "forward": [
        forward_without_X,
        forward_last,
        forward_from_X,
        forward_one_activation,
        forward_linear_last,
        forward_with_z,
    ],
    "backprop": [
        backprop_reversed,
        backprop_by_rows,
        backprop_no_two,
        backprop_skips_last_bend,
        backprop_slope_at_output,
        backprop_updates_g_first,
    ],
    "checks_gradient": [
        checks_absolutely,
        checks_positive,
        checks_one_weight,
        checks_sum,
        checks_example,
    ],
}
