"""Wide inputs for penalties, images and stopping, and what must hold for noise and dropout."""

import numpy as np

from wide.case import Case, called, deviation, kurtosis, mean, read

RNG = np.random.default_rng(10)
WEIGHTS = (
    np.array([3.0, -4.0, 0.0]),
    np.array([[1.0, -2.0], [0.5, 0.0]]),
    np.array([-3, 2, 0]),
    np.array([[1, -1, 4]]),
    np.array([0.7]),
    np.zeros(3),
    np.array([1e-3, -1e3]),
    *(RNG.normal(size=shape) for shape in ((5,), (3, 2), (2, 3, 2), (1, 4))),
)
STRENGTHS = (0.1, 2.0, 0.5, 1.0)


def _penalties():
    return [called(w, strength) for w in WEIGHTS for strength in STRENGTHS]


def _at_zero_open(w, strength):
    """Read a slope of |w|: where w is 0 any slope of the two sides is right."""

    def opened(slope):
        slope = np.array(slope, float)
        slope[(w == 0) & (np.abs(slope) <= strength + 1e-6)] = 0
        return slope

    return opened


def _l1_slopes():
    return [read(w, s, by=_at_zero_open(w, s)) for w in WEIGHTS for s in STRENGTHS]


def _same(one, other):
    return all(
        np.shape(a) == np.shape(b) and np.all(a == b) for a, b in zip(one, other, strict=True)
    )


def _dropout(rate):
    """Look at many draws: what is kept, how it is scaled, and what the mask says."""
    a = np.random.default_rng(1).uniform(1, 2, size=(150, 80))
    a[::2] *= -1
    a[:, :3] = [1.5, -1.25, 1.75]
    small = np.full((5, 6), 2.0)

    def run(f):
        def drawn(values, seed, *training):
            rng = np.random.default_rng(seed)
            return [np.asarray(part) for part in f(values, rate, rng, *training)]

        out, mask = drawn(a, 3)
        kept = out != 0
        factors = (out / a)[kept]
        rng = np.random.default_rng(4)
        draws = [np.asarray(f(small, rate, rng)[0]) != 0 for _ in range(150)]
        counts = np.array([d.sum() for d in draws])
        return {
            "shapes": (out.shape, mask.shape),
            "the share that is kept": mean(kept),
            "the scale": (factors.min(initial=np.inf), factors.max(initial=-np.inf)),
            "the mask": np.isin(mask, (0, 1)).all() and bool(((mask == 1) == kept).all()),
            "the values of the mask": np.unique(mask)[:4],
            "rows": deviation(kept.mean(axis=1)),
            "columns": deviation(kept.mean(axis=0)),
            "neighbours": mean(kept[:, 1:] & kept[:, :-1]),
            "above": mean(kept[1:] & kept[:-1]),
            "negative numbers": mean(kept[::2]),
            "how many of 30": deviation(counts),
            "the mean of 30": mean(counts),
            "one generator, one result": _same((out, mask), drawn(a, 3)),
            "another generator, another result": not _same((out,), drawn(a, 5)[:1]),
            "another call, another result": bool((np.array(draws) != draws[0]).any()),
            "asked for": _same((out, mask), drawn(a, 3, True)),
        }

    return Case(f"f(a of shape {a.shape}, {rate}, rng)", run)


def _kept(a, rate):
    """Look at inference, where the mask is None or ones."""

    def run(f):
        out, mask = f(a, rate, np.random.default_rng(0), False)
        return out, np.ones(a.shape) if mask is None else mask

    return Case(f"f(a of shape {a.shape}, {rate}, rng, False)", run)


def _integers():
    a = np.arange(1, 201).reshape(20, 10)

    def run(f):
        out, _ = f(a, 0.2, np.random.default_rng(2))
        out = np.asarray(out)
        factors = (out / a)[out != 0]
        return out.shape, factors.min(initial=9), factors.max(initial=0), mean(out != 0)

    return Case("f(integers of shape (20, 10), 0.2, rng)", run)


def _dropouts():
    rows = RNG.normal(size=(3, 4))
    return [
        *(_kept(a, rate) for a in (rows, np.array([[1, -2], [0, 3]])) for rate in (0.2, 0.5)),
        *map(_dropout, (0.5, 0.2, 0.7, 0.05)),
        _integers(),
    ]


def _backward():
    cases = []
    for shape in ((2, 3), (1, 1), (4, 2), (3, 3)):
        for rate in (0.5, 0.2, 0.75):
            mask = (RNG.random(shape) >= rate) * 1.0
            cases.append(called(RNG.normal(size=shape), mask, rate))
    ones = np.ones((2, 2))
    whole = np.array([[3, -2], [5, 1]])
    return [
        *cases,
        called(whole, np.array([[1, 0], [1, 1]]), 0.4),
        called(ones, ones, 0.3),
        called(ones, 0 * ones, 0.3),
        called(ones, ones, 0.0),
    ]


def _stopping():
    textbook = np.array([0.9, 0.6, 0.5, 0.55, 0.52, 0.51, 0.4])
    cases = [
        called(textbook, 3),
        called(textbook, 3, 0.2),
        called(np.array([1.0]), 1),
        called(np.array([1.0, 1.0]), 1),
        called(np.array([1.0, 0.5]), 1),
        called(np.array([3.0, 2.0, 1.0, 0.5]), 2),
        called(np.array([1.0, 2.0, 3.0]), 5),
        called(np.array([-1.0, -2.0, -1.5, -3.0]), 1),
        called(np.array([4, 3, 3, 2, 5, 5]), 2),
        called(np.array([1.0, 0.5, 0.25]), 2, 0.25),
    ]
    for seed in range(40):
        rng = np.random.default_rng(seed)
        losses = rng.integers(1, 24, rng.integers(2, 16)) / 16
        patience, delta = int(rng.integers(1, 5)), float(rng.integers(0, 5)) / 16
        cases += [called(losses, patience), called(losses, patience, delta)]
        falling = np.sort(losses)[::-1] + (rng.random(losses.size) < 0.3) / 8
        cases += [called(falling, patience, delta)]
    return cases


def _images():
    return [
        np.array([[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]]),
        RNG.random((2, 4, 5)) + 0.1,
        RNG.random((3, 3, 3)) + 0.1,
        RNG.integers(1, 99, (2, 5, 2)),
        np.array([[[1.0]]]),
        RNG.random((1, 1, 4)) + 0.1,
        RNG.random((2, 4, 1)) + 0.1,
        RNG.random((4, 2, 3)) + 0.1,
    ]


def _shifts():
    return [
        called(images, dx, dy)
        for images in _images()
        for dx in range(-images.shape[2] + 1, images.shape[2])
        for dy in range(-images.shape[1] + 1, images.shape[1])
    ]


def _noise(X, std):
    def run(f):
        def drawn(seed):
            return np.asarray(f(X, std, np.random.default_rng(seed)), float)

        out = drawn(1)
        noise = out - X
        rng = np.random.default_rng(2)
        calls = [np.asarray(f(X, std, rng), float) for _ in range(2)]
        return {
            "shape": out.shape,
            "mean": mean(noise),
            "deviation": deviation(noise),
            "fourth moment": kurtosis(noise),
            "rows": deviation(noise.mean(axis=1)),
            "columns": deviation(noise.mean(axis=0)),
            "left": deviation(noise[:, : X.shape[1] // 2]),
            "with X": mean(noise * (X - X.mean())),
            "one generator, one result": _same((out,), (drawn(1),)),
            "another generator, another result": not _same((out,), (drawn(3),)),
            "another call, another result": not _same(calls[:1], calls[1:]),
        }

    return Case(f"f(X of shape {X.shape}, {std}, rng)", run)


def _noises():
    slope = np.add.outer(np.arange(120), np.linspace(-5, 5, 100))
    still = Case("f(X, 0, rng)", lambda f: f(slope, 0, np.random.default_rng(1)))
    whole = np.arange(12000).reshape(120, 100)
    return [still, *(_noise(X, std) for X in (slope, whole) for std in (0.5, 2.0))]


CASES = {
    "l1_penalty": _penalties,
    "l1_grad": _l1_slopes,
    "l2_penalty": _penalties,
    "l2_grad": _penalties,
    "dropout": _dropouts,
    "dropout_backward": _backward,
    "early_stopping": _stopping,
    "flip": lambda: list(map(called, _images())),
    "shift": _shifts,
    "add_noise": _noises,
}
