"""Rarer slips, written after the first round had been used up, from the statements alone."""

import math

import numpy as np


def softmax(z, axis=-1):
    e = np.exp(z - np.max(z, axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def sigmoid(z):
    return 0.5 + 0.5 * np.tanh(np.asarray(z) / 2)


def clipped(p):
    return np.clip(p, 1e-7, 1 - 1e-7)


def sum_by_column(X, w, b):
    out = np.zeros(len(X))
    for i in range(len(X)):
        out[i] = b
        for j in range(len(w)):
            out[i] += X[i, j] * w[0]
    return out


def sum_as_column(X, w, b):
    return X @ w.reshape(-1, 1) + b


def dense_reuses_first_neuron(X, W, b):
    out = np.zeros((len(X), len(b)))
    for k in range(len(b)):
        out[:, k] = X @ W[:, 0] + b[k]
    return out


def line_forgets_minus(w, b, x1):
    return (b + w[0] * x1) / w[1]


def line_only_bias_negative(w, b, x1):
    return (w[0] * x1 - b) / w[1]


def perceptron_mean(X, w, b):
    return sigmoid(np.mean(X * w, axis=1) + b)


def perceptron_rounded(X, w, b):
    return np.round(sigmoid(X @ w + b), 2)


def leaky_if_on_row(z, slope=0.1):
    return z if np.all(z > 0) else slope * z


def softmax_looped_sum(z):
    z = np.atleast_2d(z)
    out = np.zeros(z.shape)
    total = 0
    for i, row in enumerate(z):
        e = np.exp(row - row.max())
        total += e.sum()
        out[i] = e / total
    return out if len(out) > 1 else out[0]


def softmax_of_sizes(z):
    return softmax(np.abs(z))


def softmax_min(z):
    e = np.exp(z - z.min(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def tanh_half(z):
    return 2 * sigmoid(z) - 1


def collapse_left_to_dot_sum(weights):
    out = np.zeros((weights[0].shape[0], weights[-1].shape[1]))
    for w in weights:
        out = out + np.sum(w)
    return out


def relu_of_rounded(z):
    return np.maximum(np.floor(z), 0)


def sigmoid_exact_zero(z):
    return np.where(z > 0, sigmoid(z), 1 - sigmoid(z))


def mae_sqrt(y, y_hat):
    return np.mean(np.sqrt(np.abs(y - y_hat)))


def mse_first_axis_only(y, y_hat):
    return np.mean((y[0] - y_hat[0]) ** 2)


def mse_cross(y, y_hat):
    d = y.reshape(-1, 1) - y_hat.reshape(1, -1)
    return np.mean(d**2)


def bce_no_clip(y, p):
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def bce_one_sided_clip(y, p):
    p = np.maximum(p, 1e-7)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(np.maximum(1 - p, 1e-3)))


def bce_of_decisions(y, p):
    return -np.mean(np.log(clipped(np.where((p > 0.5) == (y == 1), p, 1 - p))))


def cce_of_columns(y, p):
    return -np.sum(y * np.log(clipped(p))) / y.shape[1]


def cce_probabilities(y, p):
    return np.mean(1 - np.sum(y * p, axis=1))


def cce_softmaxed(y, p):
    return -np.mean(np.sum(y * np.log(softmax(p)), axis=1))


def mse_grad_wrong_precedence(y, y_hat):
    return 2 * y_hat - y / y.size


def mse_grad_of_truth(y, y_hat):
    return 2 * (y_hat - y) / np.sum(y)


def bce_grad_no_one_minus(y, p):
    p = clipped(p)
    return (p - y) / p / p.size


def bce_grad_plus(y, p):
    p = clipped(p)
    return (y / p + (1 - y) / (1 - p)) / p.size


def scg_binary(y, logits):
    return (sigmoid(logits) - y) / len(y)


def scg_chain_forgotten(y, logits):
    p = softmax(logits)
    return -y * (1 - p) / len(y)


def update_mean(w, grad, learning_rate):
    return w - learning_rate * np.mean(grad)


def update_signs(w, grad, learning_rate):
    return w - learning_rate * np.sign(grad)


def descend_uphill(grad, w0, learning_rate, steps):
    path = [w0]
    for _ in range(steps):
        path.append(path[-1] + learning_rate * grad(path[-1]))
    return np.array(path)


def descend_decays(grad, w0, learning_rate, steps):
    path = [w0]
    for t in range(steps):
        path.append(path[-1] - learning_rate / (t + 1) * grad(path[-1]))
    return np.array(path)


def descend_slopes(grad, w0, learning_rate, steps):
    path, w = [w0], w0
    for _ in range(steps):
        step = learning_rate * grad(w)
        w = w - step
        path.append(step)
    return np.array(path)


def one_weight_batch(pairs, w, learning_rate):
    out = [w]
    for i in range(len(pairs)):
        for x, y in pairs[: i + 1]:
            w = w - learning_rate * 2 * x * (x * w - y)
        out.append(w)
    return out


def one_weight_square_x(pairs, w, learning_rate):
    out = [w]
    for x, y in pairs:
        w = w - learning_rate * 2 * x**2 * (x * w - y)
        out.append(w)
    return out


def numeric_relative(f, w, h=1e-5):
    out = np.zeros(w.shape)
    for i in np.ndindex(w.shape):
        e = np.zeros(w.shape)
        e[i] = h
        out[i] = (f(w + e) - f(w - e)) / (2 * h * max(abs(w[i]), 1))
    return out


def numeric_backward(f, w, h=1e-5):
    out = np.zeros(w.shape)
    for i in np.ndindex(w.shape):
        e = np.zeros(w.shape)
        e[i] = h
        out[i] = (f(w) - f(w - e)) / h
    return out


def error_mean_norm(analytic, numeric):
    size = (np.linalg.norm(analytic) + np.linalg.norm(numeric)) / 2
    return np.linalg.norm(analytic - numeric) / size if size else 0.0


def error_of_entries(analytic, numeric):
    size = np.abs(analytic) + np.abs(numeric)
    return np.mean(np.abs(analytic - numeric) / np.where(size == 0, 1, size))


def bend_one_slope(grad_out, z, name):
    s = sigmoid(z)
    return grad_out * s * (1 - s)


def bend_relu_ge(grad_out, z, name):
    if name == "relu":
        return grad_out * (z >= 0)
    s = sigmoid(z)
    return grad_out * (s * (1 - s) if name == "sigmoid" else 1 - np.tanh(z) ** 2)


def bend_sigmoid_slope_no_square(grad_out, z, name):
    if name == "relu":
        return grad_out * (z > 0)
    s = sigmoid(z)
    return grad_out * (s * (1 - s) if name == "sigmoid" else 1 - np.tanh(z))


def dense_back_averaged_X(grad_out, X, W):
    return grad_out @ W.T / len(X), X.T @ grad_out, grad_out.sum(axis=0)


def dense_back_elementwise(grad_out, X, W):
    return grad_out @ W.T, X.T @ grad_out, grad_out[0]


def minmax_symmetric(X, low=0.0, high=1.0):
    top = np.abs(X).max(axis=0)
    return low + (high - low) * (X + top) / (2 * top)


def minmax_first_column(X, low=0.0, high=1.0):
    a, b = X[:, 0].min(), X[:, 0].max()
    return low + (high - low) * (X - a) / (b - a)


def standard_no_root_n(X, mean=None, std=None):
    if mean is None:
        mean = X.mean(axis=0)
        std = np.sqrt(np.sum((X - mean) ** 2, axis=0))
    return (X - mean) / std, mean, std


def standard_plus(X, mean=None, std=None):
    if mean is None:
        mean, std = X.mean(axis=0), X.std(axis=0)
    return (X + mean) / std, mean, std


def norm_per_entry(grads, max_norm):
    return [np.clip(g, -max_norm, max_norm) for g in grads]


def norm_mean(grads, max_norm):
    norm = np.mean([np.linalg.norm(g) for g in grads])
    return [g * max_norm / norm if norm > max_norm else g for g in grads]


def norm_first(grads, max_norm):
    norm = np.linalg.norm(grads[0])
    return [g * max_norm / norm if norm > max_norm else g for g in grads]


def norm_adds(grads, max_norm):
    norm = math.sqrt(sum(np.sum(g**2) for g in grads))
    return [g * max_norm / (norm + max_norm) for g in grads]


def dropout_ints(a, rate, rng, training=True):
    if not training:
        return a, None
    mask = rng.random(a.shape) > rate
    out = a.copy()
    out[~mask] = 0
    out[mask] = out[mask] // (1 - rate)
    return out, mask


def stopping_breaks_first(val_losses, patience, min_delta=0.0):
    for i in range(1, len(val_losses)):
        if val_losses[i] >= val_losses[i - 1]:
            return i, i - 1
    return len(val_losses) - 1, len(val_losses) - 1


def shift_last_only(images, dx, dy):
    out = np.zeros_like(images)
    h, w = images.shape[1:]
    for r in range(h):
        for c in range(w):
            if 0 <= r + dy < h and 0 <= c + dx < w:
                out[0, r + dy, c + dx] = images[0, r, c]
    return out


def confusion_skips_last(y, y_hat, classes):
    table = np.zeros((classes, classes))
    for i in range(len(y) - 1):
        table[y[i], y_hat[i]] += 1
    return table


def prf_macro(y, y_hat):
    found = []
    for c in (0, 1):
        tp = np.sum((y == c) & (y_hat == c))
        found.append((tp / max(np.sum(y_hat == c), 1), tp / max(np.sum(y == c), 1)))
    P, R = np.mean(found, axis=0)
    return P, R, 2 * P * R / (P + R) if P + R else 0.0


def momentum_nesterov(w, g, state, learning_rate, momentum=0.9):
    a = momentum * state.get("a", 0) + g
    return w - learning_rate * (g + momentum * a), {"a": a}


def adagrad_eps_squared(w, g, state, learning_rate, epsilon=1e-7):
    a = state.get("a", 0) + g**2
    return w - learning_rate * g / np.sqrt(a) + epsilon, {"a": a}


def rms_of_w(w, g, state, learning_rate, rho=0.9, epsilon=1e-7):
    a = rho * state.get("a", 0) + (1 - rho) * w**2
    return w - learning_rate * g / np.sqrt(a + epsilon), {"a": a}


def adam_eps_everywhere(w, g, state, learning_rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    t = state.get("t", 0) + 1
    m = beta_1 * state.get("m", 0) + (1 - beta_1) * g
    v = beta_2 * state.get("v", 0) + (1 - beta_2) * g
    step = m / (1 - beta_1**t) / (np.sqrt(np.abs(v) / (1 - beta_2**t)) + epsilon)
    return w - learning_rate * step, {"m": m, "v": v, "t": t}


def impute_previous(X):
    out = X.copy()
    for j in range(X.shape[1]):
        for i in range(len(X)):
            if np.isnan(out[i, j]):
                out[i, j] = out[i - 1, j]
    return out


def impute_running(X):
    out = X.copy()
    for j in range(X.shape[1]):
        for i in range(len(X)):
            if np.isnan(out[i, j]):
                out[i, j] = np.nanmean(out[: i + 1, j]) if i else np.nanmean(out[:, j])
    return out


def weights_minus(y):
    labels, counts = np.unique(y, return_counts=True)
    return {int(a): 1 - c / len(y) for a, c in zip(labels, counts, strict=True)}


def windows_wrap(series, width):
    n = len(series)
    X = [[series[(i + j) % n] for j in range(width)] for i in range(n)]
    return np.array(X), np.roll(series, -width)


RIGHT = {
    "losses/cce": [lambda y, p: -np.log(clipped(np.einsum("nk,nk->n", y, p))).mean()],
    "evaluation/accuracy": [lambda y, y_hat: np.bincount(y == y_hat, minlength=2)[1] / len(y)],
    "optimizers/sgd": [lambda w, g, state, learning_rate: (w - learning_rate * g, {})],
    "data/class_weights": [
        lambda y: {int(a): np.float32(len(y) / len(set(y.tolist())) / (y == a).sum()) for a in y}
    ],
    "normalization/standardize": [
        lambda X, mean=None, std=None: (
            (X - (m := np.mean(X, 0) if mean is None else mean))
            / (s := np.std(X, 0) if std is None else std),
            tuple(m),
            [np.float32(v) for v in s] if std is None else s,
        )
    ],
}
WRONG = {
    "perceptron/weighted_sum": [sum_by_column, sum_as_column],
    "perceptron/dense": [dense_reuses_first_neuron],
    "perceptron/decision_line": [line_forgets_minus, line_only_bias_negative],
    "perceptron/perceptron": [perceptron_mean, perceptron_rounded],
    "activations/leaky_relu": [leaky_if_on_row],
    "activations/softmax": [softmax_looped_sum, softmax_of_sizes, softmax_min],
    "activations/tanh": [tanh_half],
    "activations/collapse": [collapse_left_to_dot_sum],
    "activations/relu": [relu_of_rounded],
    "activations/sigmoid": [sigmoid_exact_zero],
    "losses/mae": [mae_sqrt],
    "losses/mse": [mse_first_axis_only, mse_cross],
    "losses/bce": [bce_no_clip, bce_one_sided_clip, bce_of_decisions],
    "losses/cce": [cce_of_columns, cce_probabilities, cce_softmaxed],
    "losses/mse_grad": [mse_grad_wrong_precedence, mse_grad_of_truth],
    "losses/bce_grad": [bce_grad_no_one_minus, bce_grad_plus],
    "losses/softmax_cce_grad": [scg_binary, scg_chain_forgotten],
    "gradient_descent/update": [update_mean, update_signs],
    "gradient_descent/descend": [descend_uphill, descend_decays, descend_slopes],
    "gradient_descent/one_weight": [one_weight_batch, one_weight_square_x],
    "gradient_descent/numerical_gradient": [numeric_relative, numeric_backward],
    "backprop/gradient_error": [error_mean_norm, error_of_entries],
    "backprop/activation_backward": [
        bend_one_slope,
        bend_relu_ge,
        bend_sigmoid_slope_no_square,
    ],
    "backprop/dense_backward": [dense_back_averaged_X, dense_back_elementwise],
    "normalization/minmax": [minmax_symmetric, minmax_first_column],
    "normalization/standardize": [standard_no_root_n, standard_plus],
    "normalization/clip_by_norm": [norm_per_entry, norm_mean, norm_first, norm_adds],
    "regularization/dropout": [dropout_ints],
    "regularization/early_stopping": [stopping_breaks_first],
    "regularization/shift": [shift_last_only],
    "evaluation/confusion_matrix": [confusion_skips_last],
    "evaluation/precision_recall_f1": [prf_macro],
    "optimizers/momentum": [momentum_nesterov],
    "optimizers/adagrad": [adagrad_eps_squared],
    "optimizers/rmsprop": [rms_of_w],
    "optimizers/adam": [adam_eps_everywhere],
    "data/impute": [impute_previous, impute_running],
    "data/class_weights": [weights_minus],
    "data/windows": [windows_wrap],
}
