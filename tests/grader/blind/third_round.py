"""Odd slips, written last, from the statements alone; no relation was added for them."""

import numpy as np


def softmax(z):
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def clipped(p):
    return np.clip(p, 1e-7, 1 - 1e-7)


def sum_of_absolute_inputs(X, w, b):
    return np.abs(X) @ w + b


def sum_weights_once(X, w, b):
    return X.sum(axis=1) * w.sum() + b


def dense_row_biases(X, W, b):
    return np.array([[x @ W[:, k] + b[i % len(b)] for k in range(len(b))] for i, x in enumerate(X)])


def line_no_first_weight(w, b, x1):
    return -(b + x1) / w[1]


def softmax_neighbours(z):
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / (e + np.roll(e, 1, axis=-1))


def softmax_forgets_first(z):
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / (e[..., 1:].sum(axis=-1, keepdims=True) + 1e-300)


def leaky_minimum(z, slope=0.1):
    return np.minimum(z, slope * z)


def mae_of_means(y, y_hat):
    return np.abs(np.mean(y) - np.mean(y_hat)) + 0.0


def mse_last_column(y, y_hat):
    total = 0
    for i in range(len(y)):
        d = np.ravel(y[i] - y_hat[i])
        for v in d:
            squared = v**2
        total += squared
    return total / len(y)


def bce_complement(y, p):
    p = clipped(p)
    return -np.mean(y * np.log(p) + (1 - y) * (1 - np.log(p)))


def bce_max(y, p):
    return -np.mean(np.log(np.maximum(clipped(p), 1 - clipped(p))))


def cce_mean_of_logs(y, p):
    return -np.mean(np.log(clipped(p)))


def mse_grad_sorted_out(y, y_hat):
    return 2 * (y_hat - np.mean(y)) / y.size


def bce_grad_squares(y, p):
    p = clipped(p)
    return (p - y) / (p**2 * (1 - p) ** 2) / p.size


def scg_argmax(y, logits):
    hard = (logits == logits.max(axis=1, keepdims=True)).astype(float)
    return (hard - y) / len(y)


def update_squared_rate(w, grad, learning_rate):
    return w - learning_rate**2 * grad


def descend_averages(grad, w0, learning_rate, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] - learning_rate * (grad(path[-1]) + grad(w0)) / 2)
    return np.array(path)


def one_weight_skips_first(pairs, w, learning_rate):
    out = [w]
    for i, (x, y) in enumerate(pairs):
        if i:
            w = w - learning_rate * 2 * x * (x * w - y)
        out.append(w)
    return out


def numeric_integer_steps(f, w, h=1e-5):
    out = np.zeros(w.shape)
    for i in np.ndindex(w.shape):
        up, down = w.copy(), w.copy()
        up[i] += h if w.dtype.kind == "f" else 1
        down[i] -= h if w.dtype.kind == "f" else 1
        out[i] = (f(up) - f(down)) / (2 * h)
    return out


def error_in_percent(analytic, numeric):
    size = np.linalg.norm(analytic) + np.linalg.norm(numeric)
    return 100 * np.linalg.norm(analytic - numeric) / size if size else 0.0


def dense_back_of_weights(grad_out, X, W):
    return grad_out @ W.T, X.T @ grad_out * W, grad_out.sum(axis=0)


def minmax_sorted(X, low=0.0, high=1.0):
    ranks = X.argsort(axis=0).argsort(axis=0)
    return low + (high - low) * ranks / max(len(X) - 1, 1)


def standard_returns_scaled(X, mean=None, std=None):
    if mean is None:
        mean, std = X.mean(axis=0), X.std(axis=0)
    return (X - mean) / (std + 1), mean, std


def clip_strict(g, limit):
    return limit * np.tanh(g / limit)


def norm_sequential(grads, max_norm):
    out = []
    for g in grads:
        norm = np.sqrt(sum(np.sum(h**2) for h in [*out, g]))
        out.append(g * max_norm / norm if norm > max_norm else g)
    return out


def l2_cubed(w, strength):
    return strength * np.sum(np.abs(w) ** 3)


def back_in_squares(grad_out, mask, rate):
    return grad_out * mask / (1 - rate) ** 2


def flip_half(images):
    out = images.copy()
    half = images.shape[2] // 2
    out[:, :, :half] = images[:, :, ::-1][:, :, :half]
    return out


def shift_twice(images, dx, dy):
    _, height, width = images.shape
    return np.eye(height, k=-2 * dy) @ images @ np.eye(width, k=2 * dx)


def accuracy_of_unique(y, y_hat):
    return len(set(y.tolist()) & set(y_hat.tolist())) / len(set(y.tolist()))


def nesterov_half(w, g, state, learning_rate, momentum=0.9):
    v = momentum * state.get("v", 0) - learning_rate * g
    return w + (v + state.get("v", 0)) / 2, {"v": v}


def adadelta_sums(w, g, state, learning_rate, rho=0.95, epsilon=1e-7):
    a, u = state.get("a", 0) + g**2, state.get("u", 0)
    d = g * np.sqrt((u + epsilon) / (a + epsilon))
    return w - learning_rate * d, {"a": a, "u": u + d**2}


def hot_swapped_ends(y, classes):
    return np.eye(classes)[::-1][y]


def weights_log(y):
    labels, counts = np.unique(y, return_counts=True)
    return {int(a): np.log(len(y) / c) for a, c in zip(labels, counts, strict=True)}


RIGHT = {
    "activations/softmax": [lambda z: softmax(np.asarray(z, float)).astype(np.float32).tolist()],
    "losses/mae": [lambda y, y_hat: np.float32(np.abs(y - y_hat).mean())],
    "regularization/l2_grad": [lambda w, strength: [2 * strength * row for row in w]],
}
WRONG = {
    "perceptron/weighted_sum": [sum_of_absolute_inputs, sum_weights_once],
    "perceptron/dense": [dense_row_biases],
    "perceptron/decision_line": [line_no_first_weight],
    "activations/softmax": [softmax_neighbours, softmax_forgets_first],
    "activations/leaky_relu": [leaky_minimum],
    "losses/mae": [mae_of_means],
    "losses/mse": [mse_last_column],
    "losses/bce": [bce_complement, bce_max],
    "losses/cce": [cce_mean_of_logs],
    "losses/mse_grad": [mse_grad_sorted_out],
    "losses/bce_grad": [bce_grad_squares],
    "losses/softmax_cce_grad": [scg_argmax],
    "gradient_descent/update": [update_squared_rate],
    "gradient_descent/descend": [descend_averages],
    "gradient_descent/one_weight": [one_weight_skips_first],
    "gradient_descent/numerical_gradient": [numeric_integer_steps],
    "backprop/gradient_error": [error_in_percent],
    "backprop/dense_backward": [dense_back_of_weights],
    "normalization/minmax": [minmax_sorted],
    "normalization/standardize": [standard_returns_scaled],
    "normalization/clip_by_value": [clip_strict],
    "normalization/clip_by_norm": [norm_sequential],
    "regularization/l2_penalty": [l2_cubed],
    "regularization/dropout_backward": [back_in_squares],
    "regularization/flip": [flip_half],
    "regularization/shift": [shift_twice],
    "evaluation/accuracy": [accuracy_of_unique],
    "optimizers/nesterov": [nesterov_half],
    "optimizers/adadelta": [adadelta_sums],
    "data/one_hot": [hot_swapped_ends],
    "data/class_weights": [weights_log],
}
