"""Wide inputs for the way back: shapes of all kinds, corners, ±1000, one to four layers."""

import itertools

import numpy as np

from wide.case import Case, accepts, called

RNG = np.random.default_rng(5)
NAMES = ("sigmoid", "tanh", "relu")


def _errors():
    shapes = ((1,), (3,), (2, 3), (3, 2), (2, 2, 2))
    some = [called(RNG.normal(size=s), RNG.normal(size=s)) for s in shapes for _ in range(2)]
    a = np.array([3.0, 4.0])
    table = RNG.normal(size=(3, 3))
    return [
        *some,
        called(a, np.array([3.0, 3.0])),
        called(a, a),
        called(a, -a),
        called(a, np.zeros(2)),
        called(np.zeros(2), a),
        called(np.zeros(3), np.zeros(3)),
        called(np.zeros((2, 2)), np.zeros((2, 2))),
        called(np.array([1, -2]), np.array([3, 5])),
        called(1e-5 * a, 1e-5 * np.array([3.0, 3.0])),
        called(1e5 * a, 1e5 * np.array([3.0, 3.0])),
        called(table, table * (1 + 1e-3)),
        called(np.array([0.2, 0.1]), np.array([0.1, 0.3])),
    ]


def _activations():
    zs = (
        np.array([[1.0, -2.0], [0.5, -0.25]]),
        np.array([0.0, 0.0]),
        np.array([1000.0, -1000.0, 40.0, -40.0]),
        RNG.normal(size=(3, 4)),
        np.array([[2, -1], [0, 3]]),
        np.array([0.7]),
        RNG.normal(scale=4, size=5),
    )
    return [called(RNG.normal(size=z.shape) + 2, z, name) for name in NAMES for z in zs]


def _dense():
    sizes = ((1, 1, 1), (3, 2, 4), (2, 2, 2), (1, 4, 3), (4, 4, 4), (5, 3, 5), (3, 4, 3))
    cases = [
        called(RNG.normal(size=(n, k)), RNG.normal(size=(n, m)), RNG.normal(size=(m, k)))
        for n, m, k in sizes
    ]
    shapes = ((3, 2), (3, 4), (4, 2))
    return [*cases, called(*(RNG.integers(-4, 5, shape) for shape in shapes))]


def _two_layers(*, targets):
    def drawn(n, m, h, scale=1.0):
        X, y = RNG.normal(size=(n, m)), RNG.integers(0, 2, (n, 1)).astype(float)
        weights = (RNG.normal(size=(m, h)), RNG.normal(size=h), RNG.normal(size=(h, 1)))
        weights = (*(scale * w for w in weights), np.array([0.3]))
        return (X, y, *weights) if targets else (X, *weights)

    sizes = ((1, 1, 1), (2, 2, 2), (4, 2, 3), (3, 4, 1), (1, 3, 4), (6, 3, 3), (3, 3, 3))
    cases = [called(*drawn(*size)) for size in sizes]
    certain = (np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([[1.0], [0.0]]))
    far = (np.array([[1000.0, 500.0], [-1000.0, 800.0]]), np.array([1.0, -1.0]))
    out = (np.array([[900.0], [-200.0]]), np.array([0.5]))
    X = certain if targets else certain[:1]
    whole = (np.array([[1, 2], [-1, 0]]), np.array([[1], [0]]))
    whole = (whole if targets else whole[:1]) + (np.array([[1, -1], [2, 0]]), np.array([0, 1]))
    whole += (np.array([[1], [-2]]), np.array([1]))
    return [*cases, called(*X, *far, *out), called(*whole), called(*drawn(5, 2, 4, 20.0))]


def _networks(*, targets):
    def drawn(n, sizes, names, scale=1.0):
        weights = [scale * RNG.normal(size=s) for s in itertools.pairwise(sizes)]
        biases = [scale * RNG.normal(size=k) for k in sizes[1:]]
        X, y = RNG.normal(size=(n, sizes[0])), RNG.normal(size=(n, sizes[-1]))
        return (X, y, weights, biases, names) if targets else (X, weights, biases, names)

    cases = [called(*drawn(3, (2, 3), [name])) for name in NAMES]
    deep = (
        (1, (2, 1), ["relu"]),
        (4, (3, 4, 2), ["tanh", "sigmoid"]),
        (2, (3, 3, 3), ["relu", "tanh"]),
        (5, (2, 4, 3, 1), ["sigmoid", "relu", "tanh"]),
        (3, (3, 3, 3, 3, 3), ["relu", "sigmoid", "tanh", "relu"]),
        (6, (1, 2, 1), ["tanh", "relu"]),
        (2, (2, 2, 2), ["sigmoid", "sigmoid"]),
        (4, (4, 4), ["sigmoid"]),
    )
    cases += [called(*drawn(*network)) for network in deep]
    cases += [called(*drawn(3, (2, 3, 2), ["tanh", "sigmoid"], 300.0))]
    dead = drawn(2, (2, 2, 1), ["relu", "relu"])
    dead[-2][0][:] = -100.0
    whole = (np.array([[1, -2], [0, 3]]), np.array([[1], [0]]))
    whole = (whole if targets else whole[:1]) + ([np.array([[1], [2]])], [np.array([-1])], ["tanh"])
    return [*cases, called(*dead), called(*whole)]


def _suspects():
    """A check of gradients accepts these right pairs, and refuses these wrong ones."""

    def pair(f, grad):
        return (
            lambda w: float(f(np.asarray(w, float))),
            lambda w: np.asarray(grad(np.asarray(w, float)), float),
        )

    def places(w):
        return np.arange(1.0, w.size + 1).reshape(w.shape)

    def squares(w):
        return np.sum(w**2)

    good = {
        "squares": (squares, lambda w: 2 * w),
        "a wave": (lambda w: np.sum(np.cos(w)), lambda w: -np.sin(w)),
        "cubes": (lambda w: np.sum(w**3), lambda w: 3 * w**2),
        "thousands": (
            lambda w: 2e3 * np.sum(places(w) * w**2),
            lambda w: 4e3 * places(w) * w,
        ),
        "tiny": (lambda w: 1e-4 * np.sum(w**2), lambda w: 2e-4 * w),
        "together": (lambda w: np.sum(w) ** 2, lambda w: np.full(w.shape, 2 * w.sum())),
    }
    bad = {
        "half": (squares, lambda w: w),
        "the other sign": (squares, lambda w: -2 * w),
        "zeros": (squares, np.zeros_like),
        "3 % too large": (squares, lambda w: 2.06 * w),
        "positive only": (lambda w: np.sum(np.abs(w)), np.ones_like),
        "negative only": (lambda w: np.sum(np.abs(w)), lambda w: -np.ones_like(w)),
        "positive only, smooth": (lambda w: np.sum(np.abs(w) ** 3), lambda w: 3 * w**2),
        "negative only, smooth": (lambda w: np.sum(np.abs(w) ** 3), lambda w: -3 * w**2),
        "the first only": (squares, lambda w: 2 * w * (places(w) == 1)),
        "not the last": (squares, lambda w: 2 * w * (places(w) < w.size)),
        "reversed": (squares, lambda w: 2 * w[::-1]),
        "rolled": (squares, lambda w: 2 * np.roll(w, 1)),
        "the mean": (squares, lambda w: 2 * w / w.size),
        "one number": (squares, lambda w: np.full(w.shape, 2 * w.mean())),
        "the function": (squares, lambda w: w**2),
        "alone": (lambda w: np.sum(w) ** 2, lambda w: 2 * w),
        "tiny, a quarter too large": (lambda w: 1e-4 * np.sum(w**2), lambda w: 2.5e-4 * w),
        "tiny, the other sign": (lambda w: 1e-4 * np.sum(w**2), lambda w: -2e-4 * w),
    }

    def case(what, f, grad):
        return Case(f"f({what})", lambda check: accepts(check, *pair(f, grad)))

    return [
        case(f"{kind}: {what}", *functions)
        for kind, suspects in {"right": good, "wrong": bad}.items()
        for what, functions in suspects.items()
    ]


CASES = {
    "gradient_error": _errors,
    "activation_backward": _activations,
    "dense_backward": _dense,
    "two_layer_forward": lambda: _two_layers(targets=False),
    "two_layer_gradients": lambda: _two_layers(targets=True),
    "forward": lambda: _networks(targets=False),
    "backprop": lambda: _networks(targets=True),
    "checks_gradient": _suspects,
}
