"""Transfer learning: a new head on frozen features, trained by softmax regression."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

import numpy as np
from chainrule_worker.handles import Seed
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.observation import check_property, numbers, several, value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Implementation, Observation, Task, switch

Array: TypeAlias = NDArray[Any]
Head: TypeAlias = tuple[Array, Array]
Examples: TypeAlias = tuple[Array, Array]
"""Features and labels."""

ENOUGH: Final = 0.93
"""The accuracy that is needed; the classes are so far apart that 0.995 is possible."""
AROUND: Final = np.array([[2.0, 2, 0, 0], [-2, 1, 2, 0], [0, -2, -2, 1]])
"""The centres of the classes of the first problem, on all sides of zero."""
ONE_SIDE: Final = np.array([[1.0, 1, 1], [3, 3, 3]])
"""The centres of the second problem, in one direction, near and far; it needs b."""

FITS, OPPOSITE, OTHER_CLASSES, WRONG_BIAS, DOES_NOT_FIT = range(5)
"""What is found about a head: among others, that it fits with the opposite sign, with its columns
in another order, or on features whose mean is subtracted, where b matters less."""
FINDINGS: Final = {
    FITS: "Your head is right.",
    OPPOSITE: "Your W and b have the wrong sign; subtract the gradient.",
    OTHER_CLASSES: "The columns of your W belong to other classes; column c must belong to label "
    "c.",
    WRONG_BIAS: "Your b does not fit your W; use more steps, and the features as they are.",
    DOES_NOT_FIT: "Your head predicts fewer than 93 of 100 of the given examples right; check the "
    "gradient, the learning rate and the number of steps.",
}


def _observe(transfer: Subject, rng: Generator) -> Iterator[Observation]:
    for criterion, around in {
        "classes on all sides": AROUND,
        "classes on one side": ONE_SIDE,
    }.items():
        seed, centres = int(rng.integers(10**6)), _turned(around, rng)
        train, new = _blobs(centres, 30, rng), _blobs(centres, 200, rng)
        yield from _look(transfer, criterion, train, new, seed)


def _turned(centres: Array, rng: Generator) -> Array:
    """Turn centres in any direction, among up to nine more features, so that no stored head fits.

    Distances stay the same, and so does the difficulty.
    """
    m = centres.shape[1]
    directions = np.linalg.qr(rng.normal(size=(m + int(rng.integers(10)), m)))[0]
    return np.asarray(rng.permutation(centres) @ directions.T)


def _blobs(centres: Array, each: int, rng: Generator) -> Examples:
    """Draw so many examples of each class around its centre, in any order."""
    y = rng.permutation(np.repeat(np.arange(len(centres)), each))
    return centres[y] + rng.normal(scale=0.35, size=(len(y), centres.shape[1])), y


def _look(
    transfer: Subject, criterion: str, train: Examples, new: Examples, seed: int
) -> Iterator[Observation]:
    m, k = train[0].shape[1], int(train[1].max()) + 1
    W, b = several(transfer(*train, Seed(seed)), 2, "a pair (W, b)")
    W, b = numbers(W, "W").astype(float), numbers(b, "b").astype(float)
    what = f"transfer(features of shape {train[0].shape}, y, rng)"
    shapes = [
        _shape_number(W.shape, m, k, len(train[1])),
        _shape_number(b.shape, m, k, len(train[1])),
    ]
    right = W.shape == (m, k) and b.shape in {(k,), (1, k)}
    needed = f"the shapes must be {(m, k)} and {(k,)}."
    message = f"Your W has shape {W.shape} and your b has shape {b.shape}; {needed}"
    yield value(criterion, what, shapes, message)
    if not right:
        return
    finite = bool((np.abs(W) < 1e100).all() and (np.abs(b) < 1e100).all())
    yield check_property(criterion, what, finite, "Your weights are infinite or NaN.")
    if not finite:
        return
    different = [int(np.ptp(W) > 0), int(np.abs(W).max() > 0)]
    message = "All entries of your W are equal; each class needs its own weights."
    yield value(criterion, what, different, message)
    found = _finding(W, b, *train)
    message = "All entries of your b are equal, so b does not change a prediction; train it like W."
    # A right head may have b = 0 where it is not needed.
    yield check_property(criterion, what, found == FITS or np.ptp(b) > 1e-9, message)
    yield value(criterion, what, found, FINDINGS[found])
    fits = _accuracy(W, b, *new) >= ENOUGH
    message = "Your head predicts fewer than 93 of 100 new examples right; train on all examples."
    yield check_property(criterion, what, fits, message)


def _shape_number(shape: tuple[int, ...], m: int, k: int, n: int) -> int:
    """Return which of the known shapes it is, or −1."""
    known = [(m, k), (k,), (k, m), (m, 10), (10,), (m, k - 1), (k - 1,), (m, k + 1), (k + 1,)]
    known += [(), (k, 1), (n,), (n, k), (m,), (1, k)]
    return known.index(shape) if shape in known else -1


def _finding(W: Array, b: Array, features: Array, y: Array) -> int:
    """Return what is found about a head on the examples that it was trained on."""

    def fits(W: Array, b: Array, features: Array = features) -> bool:
        return _accuracy(W, b, features, y) >= ENOUGH

    k, centred = len(b.ravel()), features - features.mean(axis=0)
    orders = [np.roll(np.arange(k), i) for i in range(1, k)] + [np.arange(k)[::-1]]
    if fits(W, b):
        return FITS
    if fits(-W, -b) or fits(-W, -b, centred):
        return OPPOSITE
    if any(fits(W[:, order], b.ravel()[order]) for order in orders):
        return OTHER_CLASSES
    if fits(W, b, centred) or fits(W, b, centred / features.std(axis=0)):
        return WRONG_BIAS
    return DOES_NOT_FIT


def _accuracy(W: Array, b: Array, features: Array, y: Array) -> float:
    return float(np.mean(np.argmax(features @ W + b, axis=1) == y))


@functools.lru_cache(maxsize=64)
def _trained(
    features: bytes, labels: tuple[int, ...], rate: float, steps: int, with_bias: bool
) -> Head:
    """Train a head; many mistakes are made of the same one."""
    y = np.array(labels)
    F = np.frombuffer(features).reshape(len(y), -1)
    k = int(y.max()) + 1
    W, b, Y = np.zeros((F.shape[1], k)), np.zeros(k), np.eye(k)[y]
    for _ in range(steps):
        z = F @ W + b
        e = np.exp(z - z.max(axis=1, keepdims=True))
        error = (e / e.sum(axis=1, keepdims=True) - Y) / len(y)
        W = W - rate * F.T @ error
        b = b - rate * error.sum(axis=0) * with_bias
    return W, b


def _make(
    prepared: Callable[[Array], Array] = lambda features: features,
    rate: float = 0.5,
    steps: int = 300,
    with_bias: bool = True,
    head: Callable[[Array, Array], Any] = lambda W, b: (W, b),
) -> Implementation:
    """Return a function that trains a head, and returns it as `head` makes it."""

    def transfer(features: Array, y: Array, rng: Generator) -> Any:  # noqa: ARG001  zeros do
        F = np.ascontiguousarray(prepared(features.astype(float)))
        labels = tuple(y.astype(int).tolist())
        W, b = _trained(F.tobytes(), labels, rate, steps, with_bias)
        return head(W.copy(), b.copy())

    return transfer


TASK = Task(
    reference=_make(),
    make=_make,
    observe=_observe,
    parts=("W", "b"),
    misconceptions=(
        switch(
            "untrained",
            "Your W contains only zeros; train the head and return the trained weights.",
            steps=0,
        ),
        switch(
            "no-bias",
            "All entries of your b are equal, so b does not change a prediction; train it like W.",
            with_bias=False,
        ),
        switch(
            "too-few-steps",
            "All entries of your b are equal, though your W fits; train b like W, with enough "
            "steps.",
            steps=1,
        ),
        switch(
            "uphill",
            "Your W and b have the wrong sign; subtract the gradient, which is features.T @ (p − "
            "Y).",
            head=lambda W, b: (-W, -b),
        ),
        switch(
            "uphill-without-bias",
            "Your W has the wrong sign, and your b does not change; subtract both gradients.",
            with_bias=False,
            head=lambda W, b: (-W, b),
        ),
        switch(
            "other-classes",
            "The columns of your W belong to other classes; column c must belong to label c.",
            head=lambda W, b: (np.roll(W, 1, axis=1), np.roll(b, 1)),
        ),
        switch(
            "bias-does-not-fit",
            "Your b does not fit your W; use more steps, and train on the features as they are.",
            prepared=lambda F: (F - F.mean(axis=0)) / F.std(axis=0),
        ),
        switch(
            "not-finite",
            "Your weights are infinite or NaN; use a smaller learning rate, and subtract the "
            "largest score before np.exp.",
            head=lambda W, b: (W * np.nan, b),
        ),
        switch(
            "transposed",
            "Your W is transposed; it needs one row for each feature.",
            head=lambda W, b: (W.T, b),
        ),
        switch(
            "bias-as-a-table",
            "Your b has the shape (1, k); it must have the shape (k,).",
            head=lambda W, b: (W, b[np.newaxis]),
        ),
        switch(
            "bias-as-a-column",
            "Your b has the shape (k, 1); it must have the shape (k,).",
            head=lambda W, b: (W, b[:, np.newaxis]),
        ),
        switch(
            "bias-one-number",
            "Your b is one number; it needs one number for each class.",
            head=lambda W, _b: (W, 0.0),
        ),
        switch(
            "always-ten",
            "You always use ten classes; count the classes in y.",
            head=lambda W, b: (
                np.pad(W, ((0, 0), (0, 10 - W.shape[1]))),
                np.pad(b, (0, 10 - len(b))),
            ),
        ),
        switch(
            "one-class-too-few",
            "Your head has one class too few; the labels 0 to k − 1 are k classes.",
            head=lambda W, b: (W[:, :-1], b[:-1]),
        ),
        switch(
            "one-class-too-many",
            "Your head has one class too many; the labels 0 to k − 1 are k classes.",
            head=lambda W, b: (np.pad(W, ((0, 0), (0, 1))), np.pad(b, (0, 1))),
        ),
        switch(
            "exchanged",
            "You return (b, W); return (W, b).",
            head=lambda W, b: (b, W),
        ),
        switch(
            "one-array",
            "You return one array; return the pair (W, b).",
            head=lambda W, _b: W,
        ),
        switch(
            "as-a-dict",
            "You return a dict; return the pair (W, b).",
            head=lambda W, b: {"W": W, "b": b},
        ),
        switch(
            "a-function",
            "You return a function; return the pair (W, b).",
            head=lambda W, b: lambda new: np.argmax(new @ W + b, axis=1),
        ),
        switch(
            "three-values",
            "You return three values; return the pair (W, b).",
            head=lambda W, b: (W, b, 0.0),
        ),
    ),
    hints=(
        "The features stay as they are; only W and b change. Start at zero and reduce the loss.",
        "Repeat a few hundred times: scores, softmax, p − Y, then one step for W and one for b.",
        "Y = np.eye(k)[y] with k = y.max() + 1; a rate of 0.5 and 300 steps over all of F will do.",
    ),
)
