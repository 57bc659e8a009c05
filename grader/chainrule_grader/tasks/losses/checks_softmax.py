"""Catch the bug: write the check that tells a right softmax from a wrong one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import numpy as np
from chainrule.activations import softmax
from numpy.typing import ArrayLike, NDArray

from chainrule_grader.judging.task import Implementation, Task, switch
from chainrule_grader.tasks._catching import careless, catching, quiet

Array: TypeAlias = NDArray[Any]
Softmax: TypeAlias = Callable[[ArrayLike], Any]

_TABLE: Final = np.array([[1.0, 2.0, 3.0], [-1.0, 0.5, -2.0]])
_KNOWN: Final = np.array(
    [[0.09003057, 0.24472847, 0.66524096], [0.17095278, 0.76615721, 0.06289001]]
)
_FAR: Final = np.array([[1000.0, 0.0, -1000.0], [-1500.0, -1500.0, -1500.0]])
_FAR_KNOWN: Final = np.array([[1.0, 0.0, 0.0], [1 / 3, 1 / 3, 1 / 3]])


def _powers(z: Array, **along: Any) -> Array:
    e = np.exp(z)
    return np.asarray(e / e.sum(**along))


def _rows(z: ArrayLike) -> Array:
    table = np.asarray(z, float)
    rows = [softmax(row) for row in table.reshape(-1, table.shape[-1])]
    return np.array(rows).reshape(table.shape)


def _logarithms(z: ArrayLike) -> Array:
    z = np.asarray(z, float)
    top = z.max(-1, keepdims=True)
    return np.asarray(np.exp(z - top - np.log(np.exp(z - top).sum(-1, keepdims=True))))


def _suspect(wrong: Callable[[Array], Any]) -> tuple[Softmax]:
    return (quiet(lambda z: wrong(np.asarray(z, float))),)


def _winner(z: Array) -> Array:
    return np.asarray(z == z.max(-1, keepdims=True), float)


RIGHT: Final = {
    "a right softmax": (softmax,),
    "a right softmax with a loop over the rows": (_rows,),
    "a right softmax that uses logarithms": (_logarithms,),
}
WRONG: Final = {
    "a softmax that divides by the sum over all rows": _suspect(_powers),
    "a softmax that sums over columns instead of rows": _suspect(lambda z: _powers(z, axis=0)),
    "a softmax that overflows for large scores": _suspect(
        lambda z: _powers(z, axis=-1, keepdims=True)
    ),
    "a softmax that returns NaN for a row of very negative scores": _suspect(
        lambda z: _powers(z - z.max(), axis=-1, keepdims=True)
    ),
    "a softmax that divides by the largest power instead of the sum": _suspect(
        lambda z: np.exp(z - z.max(-1, keepdims=True))
    ),
    "a function that returns the sigmoid of each score": _suspect(lambda z: 1 / (1 + np.exp(-z))),
    "a softmax of doubled scores": _suspect(lambda z: softmax(2 * z)),
    "a softmax that ignores the signs of the scores": _suspect(lambda z: softmax(np.abs(z))),
    "a function that returns the logarithms of softmax": _suspect(lambda z: np.log(softmax(z))),
    "a function that returns equal probabilities for all classes": _suspect(
        lambda z: np.full(z.shape, 1 / z.shape[-1])
    ),
    "a function that returns 1 for the largest score and 0 elsewhere": _suspect(_winner),
    "a softmax of the negative scores": _suspect(lambda z: softmax(-z)),
}


Compare: TypeAlias = Callable[[Array, Array], Any]
Case: TypeAlias = tuple[Array, Array]
"""Scores, and the right probabilities for them."""


def _near(actual: Array, expected: Array) -> bool:
    return actual.shape == expected.shape and np.allclose(actual, expected, 0, 1e-6)


def _make(
    small: Case | None = (_TABLE, _KNOWN),
    large: Case | None = (_FAR, _FAR_KNOWN),
    rows: Callable[[Array], Array] = lambda table: table,
    shift: Callable[[Array], Any] = lambda _scores: 0.0,
    agrees: Compare = _near,
) -> Implementation:
    """Return a check that compares rows of small and of large scores with known probabilities."""
    cases = [
        (rows(scores - shift(scores)), rows(known))
        for scores, known in filter(None, (small, large))
    ]

    def checks_softmax(softmax: Softmax) -> bool:
        return all(agrees(np.asarray(softmax(scores)), known) for scores, known in cases)

    return checks_softmax


def _by_properties(softmax: Softmax) -> bool:
    """Check sums, quotients and a shift instead of known values."""
    p, shifted = np.asarray(softmax(_TABLE)), np.asarray(softmax(_TABLE - [[700.0], [-700.0]]))
    with np.errstate(all="ignore"):
        quotients = np.log(p[:, 1:] / p[:, :-1])
    return bool(
        np.allclose(p.sum(axis=-1), 1)
        and np.allclose(quotients, np.diff(_TABLE, axis=-1))
        and np.allclose(p, shifted)
        and np.isfinite(np.asarray(softmax(_FAR))).all()
    )


def _sums(p: Array, _known: Array) -> bool:
    return bool(np.allclose(p.sum(-1), 1))


def _order(p: Array, known: Array) -> bool:
    return bool((p.argmax(-1) == known.argmax(-1)).all())


TASK = Task(
    reference=_make(),
    make=_make,
    observe=catching(RIGHT, WRONG),
    also_right=(_by_properties,),
    misconceptions=(
        *careless(_make()),
        switch(
            "one-row-only",
            "You try one row at a time; some bugs appear only with several rows.",
            rows=lambda table: table[0],
        ),
        switch(
            "no-negative-scores",
            "You try no negative scores; some bugs appear only with them.",
            shift=lambda scores: scores.min(axis=-1, keepdims=True),
        ),
        switch(
            "no-large-scores",
            "You try small scores only; some bugs appear only with large ones.",
            large=None,
        ),
        switch(
            "large-scores-only",
            "You try large scores only; some bugs appear only with small ones.",
            small=None,
        ),
        switch(
            "sums-only",
            "You check only sums; wrong probabilities can have the right sums.",
            agrees=_sums,
            large=None,
        ),
        switch(
            "order-only",
            "You check only which probability is the largest; check its value, too.",
            agrees=_order,
            large=None,
        ),
        switch(
            "range-only",
            "You check only that the probabilities lie between 0 and 1; check their values, too.",
            agrees=lambda p, _known: ((p >= 0) & (p <= 1)).all(),
            large=None,
        ),
        switch(
            "finite-only",
            "You check only that the results are finite; check their values, too.",
            agrees=lambda p, _known: np.isfinite(p).all(),
            small=None,
        ),
        switch(
            "exactly-equal",
            "You compare with ==, but right functions differ in the last digit; use a tolerance.",
            agrees=np.array_equal,
            small=(_TABLE, _powers(_TABLE, axis=-1, keepdims=True)),
            large=None,
        ),
        switch(
            "sum-and-order",
            "You check only sums and the largest class; wrong probabilities can have both.",
            agrees=lambda p, known: _sums(p, known) and _order(p, known),
            large=None,
        ),
    ),
    hints=(
        "Which mistakes could you make in softmax yourself, and which input shows each of them?",
        "Compare with known numbers for two unequal rows; then try scores of 1000 and −1000.",
        "np.allclose(softmax(Z), P) for a small array Z with known P, then for one with ±1000.",
    ),
)
