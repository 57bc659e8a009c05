"""Wrong answers to the set on backpropagation."""

# ruff: noqa: ARG005  wrong answers leave arguments unused

import numpy as np
from chainrule_grader.judging import registry

NAMED = 0.74

RIGHT = {
    name: registry.find(f"backprop/{name}").reference
    for name in (
        "gradient_error",
        "activation_backward",
        "dense_backward",
        "two_layer_forward",
        "two_layer_gradients",
        "forward",
        "backprop",
    )
}


def after(name, change):
    """The right result, changed."""
    return lambda *args: change(RIGHT[name](*args))


def before(name, change):
    """The right function of changed arguments."""
    return lambda *args: RIGHT[name](*change(*args))


def each(change):
    """Change every array of a pair of lists."""
    return lambda pair: tuple([change(g) for g in grads] for grads in pair)


def one_layer(change):
    """Change the first layer's arrays only."""
    return lambda pair: tuple([change(grads[0]), *grads[1:]] for grads in pair)


def values(change):
    """Change every array of a dictionary."""
    return lambda grads: {key: change(g) for key, g in grads.items()}


def _leaves_relu_out(grad_out, z, name):
    return None if name == "relu" else RIGHT["activation_backward"](grad_out, z, name)


def _raises(grad_out, z, name):
    raise ValueError(f"unknown activation {name}")


OWN = {
    "gradient_error": {
        "none": lambda *_: None,
        "both": after("gradient_error", lambda e: (e, e < 1e-7)),
        "boolean": after("gradient_error", lambda e: e < 1e-7),
        "halved": after("gradient_error", lambda e: e / 2),
        "squared": after("gradient_error", lambda e: e**2),
        "root": after("gradient_error", lambda e: e**0.5),
        "percent": after("gradient_error", lambda e: 100 * e),
        "one-at-zero": lambda a, n: RIGHT["gradient_error"](a, n) if a.any() or n.any() else 1.0,
        "array": after("gradient_error", lambda e: np.array([e])),
        "large-epsilon": lambda a, n: (
            np.linalg.norm(a - n) / (np.linalg.norm(a) + np.linalg.norm(n) + 1e-2)
        ),
        "rounded": after("gradient_error", lambda e: round(e, 2)),
        "logarithm": after("gradient_error", lambda e: np.log10(e + 1e-12)),
    },
    "activation_backward": {
        "none": lambda *_: None,
        "no-relu": _leaves_relu_out,
        "raises": _raises,
        "halved": after("activation_backward", lambda g: g / 2),
        "doubled": after("activation_backward", lambda g: 2 * g),
        "transposed": after("activation_backward", lambda g: g.T),
        "flat": after("activation_backward", lambda g: g.ravel()),
        "absolute": after("activation_backward", np.abs),
        "swapped": before("activation_backward", lambda g, z, name: (z, g, name)),
        "squared-slope": lambda g, z, name: RIGHT["activation_backward"](
            RIGHT["activation_backward"](g, z, name), z, name
        ),
        "clipped": before("activation_backward", lambda g, z, n: (g, np.clip(z, -1, 1), n)),
        "minus-z": before("activation_backward", lambda g, z, name: (g, z + 1, name)),
        "integers": after("activation_backward", lambda g: g.astype(int)),
    },
    "dense_backward": {
        "none": lambda *_: None,
        "pair": after("dense_backward", lambda t: t[:2]),
        "dictionary": after("dense_backward", lambda t: dict(enumerate(t))),
        "bias-column": after("dense_backward", lambda t: (*t[:2], t[2].reshape(-1, 1))),
        "bias-doubled": after("dense_backward", lambda t: (*t[:2], 2 * t[2])),
        "bias-negative": after("dense_backward", lambda t: (*t[:2], -t[2])),
        "bias-zero": after("dense_backward", lambda t: (*t[:2], 0 * t[2])),
        "bias-max": lambda g, X, W: (g @ W.T, X.T @ g, g.max(axis=0)),
        "weights-halved": after("dense_backward", lambda t: (t[0], t[1] / 2, t[2])),
        "weights-per-example": lambda g, X, W: (g @ W.T, X[:, :, None] * g[:, None], g.sum(0)),
        "inputs-averaged": after("dense_backward", lambda t: (t[0] / len(t[0]), *t[1:])),
        "inputs-absolute": after("dense_backward", lambda t: (np.abs(t[0]), *t[1:])),
        "integers": after("dense_backward", lambda t: tuple(a.astype(int) for a in t)),
        "by-features": lambda g, X, W: (g @ W.T, X.T @ g / X.shape[1], g.sum(0)),
        "with-sigmoid": lambda g, X, W: RIGHT["dense_backward"](g * (g > 0), X, W),
    },
    "two_layer_forward": {
        "none": lambda *_: None,
        "three": after("two_layer_forward", lambda t: (*t, 0)),
        "p-row": after("two_layer_forward", lambda t: (t[0], t[1].T)),
        "hidden-transposed": after("two_layer_forward", lambda t: (t[0].T, t[1])),
        "complement": after("two_layer_forward", lambda t: (t[0], 1 - t[1])),
        "rounded": after("two_layer_forward", lambda t: (t[0], np.round(t[1]))),
        "p-mean": after("two_layer_forward", lambda t: (t[0], t[1].mean())),
        "logit": after("two_layer_forward", lambda t: (t[0], np.log(t[1]))),
        "normalised": after("two_layer_forward", lambda t: (t[0], t[1] / t[1].sum())),
        "weights-added": lambda X, W1, b1, W2, b2: (X + W1 + b1, W2 + b2),
        "step": after("two_layer_forward", lambda t: (t[0] > 0.5, t[1])),
        "hidden-with-ones": after(
            "two_layer_forward", lambda t: (np.hstack([t[0], np.ones_like(t[1])]), t[1])
        ),
    },
    "two_layer_gradients": {
        "none": lambda *_: None,
        "tuple": after("two_layer_gradients", lambda d: tuple(d.values())),
        "other-keys": after("two_layer_gradients", lambda d: {f"d{k}": v for k, v in d.items()}),
        "no-biases": after("two_layer_gradients", lambda d: {"W1": d["W1"], "W2": d["W2"]}),
        "flat": after("two_layer_gradients", values(np.ravel)),
        "transposed-two": after("two_layer_gradients", lambda d: d | {"W2": d["W2"].T}),
        "halved": after("two_layer_gradients", values(lambda g: g / 2)),
        "zeros": after("two_layer_gradients", values(lambda g: 0 * g)),
        "absolute": after("two_layer_gradients", values(np.abs)),
        "clipped": after("two_layer_gradients", values(lambda g: np.clip(g, -0.1, 0.1))),
        "updated": lambda X, y, W1, b1, W2, b2: {
            key: w - 0.1 * g
            for w, (key, g) in zip(
                (W1, b1, W2, b2),
                RIGHT["two_layer_gradients"](X, y, W1, b1, W2, b2).items(),
                strict=True,
            )
        },
        "hidden-sign": after("two_layer_gradients", lambda d: d | {"W1": -d["W1"], "b1": -d["b1"]}),
        "bias-is-weight": after("two_layer_gradients", lambda d: d | {"b2": d["W2"]}),
        "y-flat": lambda X, y, *w: RIGHT["two_layer_gradients"](X, y.ravel(), *w),
        "no-bias-two": lambda X, y, W1, b1, W2, b2: RIGHT["two_layer_gradients"](
            X, y, W1, b1, W2, 0 * b2
        ),
        "labels-reversed": before("two_layer_gradients", lambda X, y, *w: (X, 1 - y, *w)),
    },
    "forward": {
        "none": lambda *_: None,
        "pair": after("forward", lambda outs: (outs, outs[-1])),
        "transposed": after("forward", lambda outs: [a.T for a in outs]),
        "X-twice": after("forward", lambda outs: [outs[0], *outs]),
        "dictionary": after("forward", lambda outs: dict(enumerate(outs))),
        "first-only": after("forward", lambda outs: outs[:2]),
        "rounded": after("forward", lambda outs: [np.round(a, 2) for a in outs]),
        "flat": after("forward", lambda outs: [a.ravel() for a in outs]),
        "doubled-X": before("forward", lambda X, *rest: (2 * X, *rest)),
        "tanh-throughout": before("forward", lambda X, W, b, n: (X, W, b, ["tanh"] * len(n))),
        "index-error": lambda X, W, _b, _n: [X, W[len(W)]],
        "biases-doubled": before("forward", lambda X, W, b, n: (X, W, [2 * v for v in b], n)),
    },
    "backprop": {
        "none": lambda *_: None,
        "with-loss": after("backprop", lambda pair: (0.5, *pair)),
        "weights-only": after("backprop", lambda pair: pair[0]),
        "dictionary": after("backprop", lambda pair: {"W": pair[0], "b": pair[1]}),
        "short": after("backprop", lambda pair: tuple(g[1:] for g in pair)),
        "transposed": after("backprop", each(np.transpose)),
        "flat": after("backprop", each(np.ravel)),
        "third": after("backprop", each(lambda g: g / 3)),
        "absolute": after("backprop", each(np.abs)),
        "zeros": after("backprop", each(lambda g: 0 * g)),
        "first-doubled": after("backprop", one_layer(lambda g: 2 * g)),
        "first-sign": after("backprop", one_layer(lambda g: -g)),
        "biases-column": after("backprop", lambda p: (p[0], [b[:, None] for b in p[1]])),
        "clipped": after("backprop", each(lambda g: np.clip(g, -0.01, 0.01))),
        "normalised": after("backprop", each(lambda g: g / np.linalg.norm(g))),
        "tanh-throughout": before(
            "backprop", lambda X, y, W, b, n: (X, y, W, b, ["tanh"] * len(n))
        ),
        "no-biases": before("backprop", lambda X, y, W, b, n: (X, y, W, [0 * v for v in b], n)),
        "one-example": before("backprop", lambda X, y, *rest: (X[:1], y[:1], *rest)),
    },
}


def sigmoid(z):
    """The right sigmoid, without a warning."""
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1 + e)


ACT = {"sigmoid": sigmoid, "tanh": np.tanh, "relu": lambda z: np.maximum(z, 0)}
DER = {
    "sigmoid": lambda z: sigmoid(z) * (1 - sigmoid(z)),
    "tanh": lambda z: 1 - np.tanh(z) ** 2,
    "relu": lambda z: (z > 0).astype(float),
}


def _relu_in_place_and_equal(grad_out, z, name):
    if name == "relu":
        grad_out[z < 0] = 0
        return grad_out
    return grad_out * DER[name](z)


def _z_becomes_the_mask(grad_out, z, name):
    if name == "relu":
        z[z > 0] = 1
        z[z <= 0] = 0
        return z
    return grad_out * DER[name](z)


def _z_mask_passes_z(grad_out, z, name):
    if name == "relu":
        z[z < 0] = 0
        return grad_out * z
    return grad_out * DER[name](z)


def _uses_a(grad_out, z, name):
    if name == "sigmoid":
        return grad_out * z * (1 - z)
    if name == "tanh":
        return grad_out * (1 - z**2)
    return grad_out * (z >= 0)


def _activations_instead(grad_out, z, name):
    if name == "sigmoid":
        return grad_out * sigmoid(z)
    if name == "tanh":
        return grad_out * np.tanh(z)
    return grad_out * (z > 0)


def _tanh_plain(grad_out, z, name):
    if name == "tanh":
        t = (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))
        return grad_out * (1 - t**2)
    if name == "sigmoid":
        return grad_out * DER["sigmoid"](z)
    return grad_out * np.where(z >= 0, 1, 0)


def _no_grad_out_twice(grad_out, z, name):
    if name == "sigmoid":
        return sigmoid(z) * (1 - sigmoid(z))
    if name == "tanh":
        return 1 - np.tanh(z)
    return z > 0


def _dense_loop_last(grad_out, X, W):
    grad_W = np.zeros_like(W)
    for x, g in zip(X, grad_out, strict=True):
        grad_W = np.outer(x, g)
    return grad_out @ W.T, grad_W, grad_out.sum(axis=0)


def _dense_updates(grad_out, X, W):
    grad_W = X.T @ grad_out
    W -= 0.1 * grad_W
    return grad_out @ W.T, grad_W, grad_out.mean(axis=0)


def _gradients(X, y, W1, b1, W2, b2, **change):
    """Compute the gradients with some quantities changed."""
    H = sigmoid(X @ W1 + b1)
    p = sigmoid(H @ W2 + b2)
    n = change.get("n", len(X))
    d2 = change.get("d2", lambda p, y, n: (p - y) / n)(p, y, n)
    slope = change.get("slope", lambda H, z: H * (1 - H))(H, X @ W1 + b1)
    d1 = d2 @ W2.T * slope
    reduce = change.get("reduce", lambda d: d.sum(axis=0))
    scale = change.get("scale", 1)
    return {
        "W1": X.T @ d1 * scale,
        "b1": reduce(d1),
        "W2": H.T @ d2 * scale,
        "b2": reduce(d2),
    }


def _two_layer_loop_overwrites(X, y, W1, b1, W2, b2):
    for i in range(len(X)):
        grads = _gradients(X[i : i + 1], y[i : i + 1], W1, b1, W2, b2)
    return grads


def _two_layer_updates_first(X, y, W1, b1, W2, b2):
    H = sigmoid(X @ W1 + b1)
    p = sigmoid(H @ W2 + b2)
    d2 = (p - y) / len(X)
    gW2 = H.T @ d2
    d1 = d2 @ (W2 - gW2).T * H * (1 - H)
    return {"W1": X.T @ d1, "b1": d1.mean(axis=0), "W2": gW2, "b2": d2.mean(axis=0)}


def _forward_own(X, weights, biases, activations):
    outs = []
    for W, b, name in zip(weights, biases, activations, strict=True):
        X = ACT[name](X @ W) + b
        outs.append(X)
    return outs


def _forward_all_but_last(X, weights, biases, activations):
    outs = [X]
    for i in range(len(weights) - 1):
        outs.append(ACT[activations[i]](outs[-1] @ weights[i] + biases[i]))
    return outs


def _forward_relu_only(X, weights, biases, activations):
    outs = [X]
    for W, b in zip(weights, biases, strict=True):
        outs.append(np.maximum(outs[-1] @ W - b, 0))
    return outs


def _forward_z(X, weights, biases, activations):
    zs = []
    a = X
    for W, b, name in zip(weights, biases, activations, strict=True):
        z = a @ W + b
        zs.append(z)
        a = ACT[name](z)
    return zs


def _back(X, y, weights, biases, activations, **change):
    """Backpropagate with some quantities changed."""
    a, zs, outs = X, [], [X]
    for W, b, name in zip(weights, biases, activations, strict=True):
        zs.append(a @ W + b)
        a = ACT[name](zs[-1])
        outs.append(a)
    grad = change.get("start", lambda a, y: 2 * (a - y) / y.size)(a, y)
    der = change.get("der", lambda name, z, a: DER[name](z))
    reduce = change.get("reduce", lambda d: d.sum(axis=0))
    first = change.get("first", 0)
    gW, gb = [], []
    for i in range(len(weights) - 1, first - 1, -1):
        if i == len(weights) - 1 and change.get("no_last"):
            delta = grad
        else:
            delta = grad * der(activations[i + change.get("shift", 0)], zs[i], outs[i + 1])
        gW.append(outs[i].T @ delta / change.get("divide", lambda d: 1)(delta))
        gb.append(reduce(delta))
        grad = delta @ weights[i].T
    for i in range(first):
        gW.append(0 * weights[i])
        gb.append(0 * biases[i])
    return (gW, gb) if change.get("backwards") else (gW[::-1], gb[::-1])


def _changed(function, **change):
    """A wrong answer: the function with some quantities changed."""
    return lambda *args: function(*args, **change)


def _numeric_at(f, w, h=1e-5):
    steps = h * np.eye(len(w))
    return np.array([(f(w + s) - f(w - s)) / (2 * h) for s in steps])


def _check_positive(f, grad):
    w = np.array([1.0, 2.0])
    return np.allclose(grad(w), _numeric_at(f, w), atol=1e-3)


def _check_one(f, grad):
    w = np.array([1.0])
    return abs(grad(w)[0] - _numeric_at(f, w)[0]) < 1e-4


def _check_forward_difference(f, grad):
    w = np.array([0.5, -1.0, 2.0])
    h = 1e-5
    numeric = [(f(w + h * e) - f(w)) / h for e in np.eye(3)]
    return np.allclose(grad(w), numeric, rtol=1e-7, atol=0)


def _check_signs(f, grad):
    w = np.array([0.5, -1.0, 2.0])
    return bool((np.sign(grad(w)) == np.sign(_numeric_at(f, w))).all())


def _check_zero(f, grad):
    w = np.zeros(3)
    return np.allclose(grad(w), _numeric_at(f, w))


def _check_reversed(f, grad):
    w = np.array([0.5, -1.0, 2.0])
    return not np.allclose(grad(w), _numeric_at(f, w), rtol=1e-4, atol=1e-9)


def _check_loose(f, grad):
    w = np.array([0.5, -1.0, 2.0])
    return np.max(np.abs(grad(w) - _numeric_at(f, w))) < 0.1


def _check_positive_loose(f, grad):
    w = np.array([0.5, 1.0, 2.0])
    a, n = grad(w), _numeric_at(f, w)
    return np.linalg.norm(a - n) / (np.linalg.norm(a) + np.linalg.norm(n)) < 0.05


WRITTEN = {
    "gradient_error": {
        "unguarded-difference-only": lambda a, n: np.linalg.norm(a - n) / np.linalg.norm(a),
        "unguarded": lambda a, n: (
            np.linalg.norm((a - n).ravel())
            / (np.linalg.norm(a.ravel()) + np.linalg.norm(n.ravel()))
        ),
        "larger-unguarded": lambda a, n: (
            np.linalg.norm((a - n).ravel())
            / max(np.linalg.norm(a.ravel()), np.linalg.norm(n.ravel()))
        ),
        "squares-unguarded": lambda a, n: np.sum((a - n) ** 2) / (np.sum(a**2) + np.sum(n**2)),
        "no-division": lambda a, n: np.sum(np.abs(a - n)),
        "mean": lambda a, n: np.mean(np.abs(a - n)),
        "norms-subtracted-only": lambda a, n: abs(np.linalg.norm(a) - np.linalg.norm(n)),
        "entries-unguarded": lambda a, n: np.abs(a - n) / (np.abs(a) + np.abs(n)),
        "sum-norm": lambda a, n: (
            np.linalg.norm((a - n).ravel()) / np.linalg.norm((a + n).ravel())
            if a.any() or n.any()
            else 0
        ),
        "row-norms": lambda a, n: (
            np.linalg.norm(a - n, axis=1) / (np.linalg.norm(a, axis=1) + np.linalg.norm(n, axis=1))
        ),
        "no-brackets": lambda a, n: (
            np.linalg.norm((a - n).ravel()) / np.linalg.norm(a.ravel()) + np.linalg.norm(n.ravel())
        ),
        "absolute-unguarded": lambda a, n: (
            np.sum(np.abs(a - n)) / (np.sum(np.abs(a)) + np.sum(np.abs(n)))
        ),
        "rounded-larger": lambda a, n: round(
            float(
                np.linalg.norm((a - n).ravel()) / (np.linalg.norm(a) + np.linalg.norm(n) + 1e-12)
            ),
            4,
        ),
    },
    "activation_backward": {
        "relu-in-place-and-equal": _relu_in_place_and_equal,
        "z-becomes-the-mask": _z_becomes_the_mask,
        "z-mask-passes-z": _z_mask_passes_z,
        "uses-a": _uses_a,
        "activations-instead": _activations_instead,
        "tanh-plain-and-equal": _tanh_plain,
        "no-grad-out": _no_grad_out_twice,
        "a-formula-of-tanh": lambda g, z, name: (
            g
            * {"sigmoid": sigmoid(z) * (1 - sigmoid(z)), "tanh": 1 - np.tanh(z), "relu": z >= 0}[
                name
            ]
        ),
        "sigmoid-for-tanh-and-equal": lambda g, z, name: (
            g * ((z >= 0) if name == "relu" else DER["sigmoid"](z))
        ),
        "relu-of-gradient": lambda g, z, name: (
            np.maximum(g, 0) if name == "relu" else g * DER[name](z)
        ),
        "dot": lambda g, z, name: np.dot(g, DER[name](z)),
        "mean-over-batch-reversed": lambda g, z, name: -g * DER[name](z) / len(g),
        "relu-z-and-a": lambda g, z, name: (
            g * (np.maximum(z, 0) if name == "relu" else z * (1 - z))
            if name != "tanh"
            else g * DER["tanh"](z)
        ),
        "in-place-product": lambda g, z, name: np.multiply(g, DER[name](z), out=g),
    },
    "dense_backward": {
        "loop-last": _dense_loop_last,
        "updates": _dense_updates,
        "mean-keepdims": lambda g, X, W: (g @ W.T, X.T @ g / len(X), g.mean(axis=0, keepdims=True)),
        "weights-over-n-bias-one": lambda g, X, W: (g @ W.T, X.T @ g / len(X), g.sum()),
        "swapped-transposes": lambda g, X, W: (g @ W, X @ g, g.sum(axis=0)),
        "dW-transposed-db-rows": lambda g, X, W: (g @ W.T, g.T @ X, g.sum(axis=1)),
        "elementwise": lambda g, X, W: (g * W, X * g, g.sum(axis=0)),
        "dX-flat-db-column": lambda g, X, W: (
            (g @ W.T).ravel(),
            X.T @ g,
            g.sum(axis=0).reshape(-1, 1),
        ),
        "order": lambda g, X, W: (X.T @ g, g.sum(axis=0), g @ W.T),
        "order-and-mean": lambda g, X, W: (X.T @ g / len(g), g.mean(axis=0), g @ W.T),
        "bias-mean": lambda g, X, W: (g @ W.T, X.T @ g, np.mean(g)),
        "negative-mean": lambda g, X, W: (-g @ W.T / len(g), -X.T @ g / len(g), -g.mean(axis=0)),
        "bias-unsummed-mean": lambda g, X, W: (g @ W.T, X.T @ g / len(X), g),
        "in-place": lambda g, X, W: (
            np.divide(g, len(g), out=g) @ W.T,
            X.T @ g,
            g.sum(axis=0),
        ),
    },
    "two_layer_forward": {
        "no-bias-no-output": lambda X, W1, b1, W2, b2: (sigmoid(X @ W1), sigmoid(X @ W1) @ W2),
        "tanh-no-bias": lambda X, W1, b1, W2, b2: (
            np.tanh(X @ W1 + b1),
            sigmoid(np.tanh(X @ W1 + b1) @ W2),
        ),
        "z-and-flat": lambda X, W1, b1, W2, b2: (
            X @ W1 + b1,
            sigmoid(sigmoid(X @ W1 + b1) @ W2 + b2).ravel(),
        ),
        "relu-raw": lambda X, W1, b1, W2, b2: (
            np.maximum(X @ W1 + b1, 0),
            np.maximum(X @ W1 + b1, 0) @ W2 + b2,
        ),
        "order-flat": lambda X, W1, b1, W2, b2: (
            sigmoid(sigmoid(X @ W1 + b1) @ W2 + b2).ravel(),
            sigmoid(X @ W1 + b1),
        ),
        "linear-hidden": lambda X, W1, b1, W2, b2: (
            X @ W1 + b1,
            sigmoid((X @ W1 + b1) @ W2 + b2),
        ),
        "rounded": lambda X, W1, b1, W2, b2: (
            sigmoid(X @ W1 + b1),
            np.round(sigmoid(sigmoid(X @ W1 + b1) @ W2 + b2)),
        ),
        "minus-biases-flat": lambda X, W1, b1, W2, b2: (
            sigmoid(X @ W1 - b1),
            sigmoid(sigmoid(X @ W1 - b1) @ W2 - b2).ravel(),
        ),
        "from-z": lambda X, W1, b1, W2, b2: (
            sigmoid(X @ W1 + b1),
            sigmoid((X @ W1 + b1) @ W2 + b2),
        ),
        "wrong-sign": lambda X, W1, b1, W2, b2: (
            1 / (1 + np.exp(np.clip(X @ W1 + b1, -500, 500))),
            sigmoid(1 / (1 + np.exp(np.clip(X @ W1 + b1, -500, 500))) @ W2 + b2),
        ),
        "bias-outside-once": lambda X, W1, b1, W2, b2: (
            sigmoid(X @ W1) + b1,
            sigmoid((sigmoid(X @ W1) + b1) @ W2) + b2,
        ),
    },
    "two_layer_gradients": {
        "loop-overwrites": _two_layer_loop_overwrites,
        "updates-first-and-mean": _two_layer_updates_first,
        "sum": _changed(_gradients, n=1),
        "sum-mean-bias": _changed(_gradients, n=1, reduce=lambda d: d.mean(axis=0)),
        "keepdims": _changed(_gradients, reduce=lambda d: d.sum(axis=0, keepdims=True)),
        "sum-keepdims": _changed(_gradients, n=1, reduce=lambda d: d.sum(axis=0, keepdims=True)),
        "mse": _changed(_gradients, d2=lambda p, y, n: (p - y) * p * (1 - p) / n),
        "mse-sum": _changed(_gradients, d2=lambda p, y, n: (p - y) * p * (1 - p)),
        "mse-two": _changed(_gradients, d2=lambda p, y, n: 2 * (p - y) * p * (1 - p) / n),
        "reversed-sum": _changed(_gradients, d2=lambda p, y, n: y - p),
        "no-hidden-slope": _changed(_gradients, slope=lambda H, z: 1),
        "no-hidden-slope-reversed": _changed(
            _gradients, slope=lambda H, z: 1, d2=lambda p, y, n: (y - p) / n
        ),
        "slope-of-z": _changed(_gradients, slope=lambda H, z: z * (1 - z)),
        "slope-twice-sum": _changed(
            _gradients, slope=lambda H, z: sigmoid(H) * (1 - sigmoid(H)), n=1
        ),
        "relu-slope-mean-bias": _changed(
            _gradients, slope=lambda H, z: z > 0, reduce=lambda d: d.mean(axis=0)
        ),
        "averaged-twice": _changed(_gradients, scale=0.5, reduce=lambda d: d.sum(axis=0) / 2),
        "quotients": _changed(
            _gradients,
            d2=lambda p, y, n: (-(y / p) + (1 - y) / (1 - p)) / n,
        ),
        "bias-scalar-sum": _changed(_gradients, n=1, reduce=np.sum),
    },
    "forward": {
        "own": _forward_own,
        "all-but-last": _forward_all_but_last,
        "relu-only-minus": _forward_relu_only,
        "z": _forward_z,
        "last-only-no-bias": lambda X, W, b, n: RIGHT["forward"](X, W, [0 * v for v in b], n)[-1],
        "sigmoid-no-X": lambda X, W, b, n: RIGHT["forward"](X, W, b, ["sigmoid"] * len(n))[1:],
        "reversed-names-no-X": lambda X, W, b, n: RIGHT["forward"](X, W, b, n[::-1])[1:],
        "no-activations-no-biases": lambda X, W, b, n: RIGHT["forward"](
            X, W, [0 * v for v in b], ["linear"] * len(n)
        ),
        "backwards-without-X": lambda X, W, b, n: RIGHT["forward"](X, W, b, n)[:0:-1],
        "first-name": lambda X, W, b, n: RIGHT["forward"](X, W, b, n[:1] * len(n)),
        "last-linear-no-X": lambda X, W, b, n: RIGHT["forward"](X, W, b, [*n[:-1], "linear"])[1:],
    },
    "backprop": {
        "no-two-by-rows": _changed(_back, start=lambda a, y: (a - y) / len(y)),
        "rows": _changed(_back, start=lambda a, y: 2 * (a - y) / len(y)),
        "sum": _changed(_back, start=lambda a, y: 2 * (a - y)),
        "error-only": _changed(_back, start=lambda a, y: a - y),
        "reversed": _changed(_back, start=lambda a, y: 2 * (y - a) / y.size),
        "reversed-no-two": _changed(_back, start=lambda a, y: (y - a) / y.size),
        "no-last-derivative": _changed(_back, no_last=True),
        "no-last-derivative-rows": _changed(
            _back, no_last=True, start=lambda a, y: 2 * (a - y) / len(y)
        ),
        "at-the-activation": _changed(_back, der=lambda name, z, a: DER[name](a)),
        "always-sigmoid": _changed(_back, der=lambda name, z, a: a * (1 - a)),
        "always-tanh-keepdims": _changed(
            _back, der=lambda name, z, a: 1 - a**2, reduce=lambda d: d.sum(axis=0, keepdims=True)
        ),
        "mean-bias": _changed(_back, reduce=lambda d: d.mean(axis=0)),
        "divides-weights": _changed(_back, divide=len),
        "divides-both": _changed(_back, divide=len, reduce=lambda d: d.mean(axis=0)),
        "backwards": _changed(_back, backwards=True),
        "backwards-no-two": _changed(_back, backwards=True, start=lambda a, y: (a - y) / y.size),
        "misses-first": _changed(_back, first=1),
        "previous-name": _changed(_back, shift=-1),
        "keepdims-no-two": _changed(
            _back,
            start=lambda a, y: (a - y) / y.size,
            reduce=lambda d: d.sum(axis=0, keepdims=True),
        ),
    },
    "checks_gradient": {
        "positive": _check_positive,
        "one": _check_one,
        "forward-difference": _check_forward_difference,
        "signs": _check_signs,
        "zero": _check_zero,
        "reversed": _check_reversed,
        "loose": _check_loose,
        "positive-loose": _check_positive_loose,
    },
}
WRONG = {task: OWN.get(task, {}) | written for task, written in WRITTEN.items()}
