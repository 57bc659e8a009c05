"""Wide inputs for scaling, clipping and batch normalization; a cache is not looked at."""

import numpy as np

from wide.case import Case, called, deviation, kurtosis, mean

RNG = np.random.default_rng(11)
CACHE = 1
"""The place of the cache among the arguments of the backward pass."""


def _tables():
    return [
        np.array([[1.0, 200.0], [2.0, 600.0], [4.0, 400.0]]),
        np.array([[1, 5], [2, -5], [7, 0]]),
        np.array([[0.0], [1.0]]),
        np.array([[-3.0, 1.0, 2.0], [3.0, 0.0, 1.0]]),
        *(RNG.normal(size=s) * 3 + 1 for s in ((5, 2), (2, 4), (4, 4), (9, 1), (3, 3))),
        1e4 + RNG.normal(size=(4, 2)),
        1e-2 * RNG.normal(size=(4, 3)),
    ]


def _ranges():
    ranges = ((), (-1.0, 1.0), (0.5, 2.5), (2.0,), (-3, 5))
    return [called(X, *limits) for X in _tables() for limits in ranges if limits != (2.0,)]


def _scales():
    cases = [called(X) for X in _tables()]
    for X in _tables():
        m = X.shape[1]
        cases += [called(X, RNG.normal(size=m), RNG.uniform(0.5, 2, m))]
        cases += [called(X[:1], X.mean(axis=0), X.std(axis=0)), called(X, np.zeros(m), np.ones(m))]
    return cases


def _limits():
    gradients = (
        np.array([0.5, -3.0, 2.0]),
        np.array([1.0, -1.0, 0.0]),
        RNG.normal(size=(3, 2)),
        RNG.normal(size=(2, 2, 2)) * 5,
        np.array([4, -7, 1]),
        np.array([[0.2]]),
    )
    return [called(g, limit) for g in gradients for limit in (1.0, 0.3, 2, 2.5)]


def _norms():
    lists = (
        [np.array([[3.0, 0.0], [0.0, -4.0]]), np.array([12.0, 0.0])],
        [np.array([3.0, 4.0])],
        [np.array([[1, 2], [-2, 4]]), np.array([3, 0])],
        [np.zeros((2, 2)), np.zeros(3)],
        [RNG.normal(size=(2, 3)), RNG.normal(size=3), RNG.normal(size=(3, 1)), RNG.normal(size=1)],
        [np.array([100.0]), np.array([0.01])],
        [np.array([0.3, -0.1]), np.array([[0.2]])],
    )
    return [called(grads, limit) for grads in lists for limit in (6.5, 1.0, 5.0, 13, 1e3, 0.1)]


DRAWS = 12_000
"""So many weights are drawn, in as many calls as that takes."""


def _weights(shape, options, *, bell):
    """Look at what must hold for weights that are drawn at random."""
    repeats = max(3, DRAWS // (shape[0] * shape[1]))

    def run(f):
        def drawn(seed):
            return np.asarray(f(*shape, np.random.default_rng(seed), *options), float)

        first = drawn(1)
        if first.shape != shape:
            return first.shape
        rng = np.random.default_rng(2)
        W = np.array([f(*shape, rng, *options) for _ in range(repeats)], float)
        return {
            "mean": mean(W),
            "deviation": deviation(W),
            "rows": deviation(W.mean(axis=2)),
            "columns": deviation(W.mean(axis=1)),
            "tables": mean(W.mean(axis=(1, 2)) ** 2),
            "one generator, one result": bool((first == drawn(1)).all()),
            "another generator, another result": bool((first != drawn(3)).any()),
            "another call, another result": bool((W[0] != W[1]).any()),
        } | ({"fourth moment": kurtosis(W)} if bell else {})

    more = "".join(f", {option:g}" for option in options)
    return Case(f"f({shape[0]}, {shape[1]}, rng{more})", run)


SIZES = ((60, 50), (50, 60), (1, 120), (120, 1), (6, 10))


def _random():
    options = ((), (0.5,), (2.0,))
    return [_weights(size, option, bell=True) for size in SIZES for option in options]


def _batches():
    """Batches with their γ, β and moving averages; the last ones have a constant column."""
    xs = (
        np.array([[1.0, 10.0], [3.0, 40.0], [8.0, 25.0]]),
        *(RNG.normal(size=s) * 2 + 1 for s in ((4, 3), (3, 3), (2, 1), (6, 2), (8, 5))),
        np.array([[1, 5], [2, -5], [6, 0]]),
        1e-2 * RNG.normal(size=(4, 2)),
        np.array([[2.0, 1.0], [2.0, 3.0], [2.0, -1.0]]),
        np.array([[0.5, -1.5]]),
    )
    for x in xs:
        m = x.shape[1]
        yield x, RNG.normal(size=m), RNG.normal(size=m), RNG.normal(size=m), RNG.uniform(0.5, 2, m)


OPTIONS = ((), (0.9,), (0.8, 1e-5), (0.5, 0.5))


def _normalized(batch, training, options):
    """Look at three things; what is in the fourth is the student's own."""
    x, *rest = batch

    def run(f):
        out, moving_mean, moving_var, _cache = f(x, *rest, training, *options)
        return out, moving_mean, moving_var

    more = "".join(f", {option:g}" for option in options)
    return Case(f"f(x of shape {x.shape}, …, {training}{more})", run)


def _followed(batch):
    """Let the moving averages follow for three batches, and then be used."""
    x, gamma, beta, average, var = batch

    def run(f):
        moving = average, var
        shown = []
        for i in range(3):
            out, *moving, _cache = f(x + i * x[::-1], gamma, beta, *map(np.asarray, moving), True)
            shown.append((out, *moving))
        out, *moving, _cache = f(x, gamma, beta, *map(np.asarray, moving), False)
        return shown, (out, *moving)

    return Case(f"three batches of shape {x.shape}, then inference", run)


def _forward():
    batches = list(_batches())
    return [
        *(
            _normalized(batch, training, options)
            for options in OPTIONS
            for training in (True, False)
            for batch in batches
        ),
        *map(_followed, batches),
    ]


def _backward():
    def case(batch, options):
        x, *rest = batch
        grad_out = RNG.normal(size=x.shape) + 0.3

        def run(f):
            cache = f.other("batchnorm")(x, *rest, True, *options)[-1]
            return f(grad_out, cache, unguarded=(CACHE,))

        more = "".join(f", {option:g}" for option in options)
        return Case(f"f(grad_out, the cache of x of shape {x.shape}{more})", run)

    return [case(batch, options) for options in OPTIONS for batch in _batches()]


CASES = {
    "minmax": _ranges,
    "standardize": _scales,
    "clip_by_value": _limits,
    "clip_by_norm": _norms,
    "random_init": _random,
    "xavier_init": lambda: [_weights(size, (), bell=False) for size in SIZES],
    "batchnorm": _forward,
    "batchnorm_backward": _backward,
}
