"""Catch the bug: write the check that tells a right softmax from a wrong one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import numpy as np
from chainrule.activations import softmax
from numpy.typing import ArrayLike, NDArray

from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks._catching import careless, catching, quiet

Array: TypeAlias = NDArray[Any]
Softmax: TypeAlias = Callable[[ArrayLike], Any]

_ROW: Final = np.array([1.0, 2.0, 3.0])
_SHARES: Final = np.array([0.09003057, 0.24472847, 0.66524096])
_TABLE: Final = np.array([[1.0, 2.0, 3.0], [-1.0, 0.5, -2.0]])
_KNOWN: Final = np.array([_SHARES, [0.17095278, 0.76615721, 0.06289001]])
_FAR: Final = np.array([[1000.0, 0.0, -1000.0], [-1500.0, -1500.0, -1500.0]])


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
    "a right softmax that goes from row to row": (_rows,),
    "a right softmax that is computed by logarithms": (_logarithms,),
}
WRONG: Final = {
    "one that divides by the sum over all rows": _suspect(_powers),
    "one that adds up columns instead of rows": _suspect(lambda z: _powers(z, axis=0)),
    "one that overflows for large scores": _suspect(lambda z: _powers(z, axis=-1, keepdims=True)),
    "one in which a row far below the others becomes NaN": _suspect(
        lambda z: _powers(z - z.max(), axis=-1, keepdims=True)
    ),
    "one that divides by the largest power, and not by their sum": _suspect(
        lambda z: np.exp(z - z.max(-1, keepdims=True))
    ),
    "one that gives each score's sigmoid": _suspect(lambda z: 1 / (1 + np.exp(-z))),
    "one that doubles the scores first": _suspect(lambda z: softmax(2 * z)),
    "one that loses the scores' signs": _suspect(lambda z: softmax(np.abs(z))),
    "one that gives the logarithms": _suspect(lambda z: np.log(softmax(z))),
    "one that gives every class the same": _suspect(lambda z: np.full(z.shape, 1 / z.shape[-1])),
    "one that gives all to the largest score": _suspect(_winner),
    "one that gives the largest to the smallest score": _suspect(lambda z: softmax(-z)),
}


def _near(actual: Any, expected: Array, tolerance: float = 1e-6) -> bool:
    array = np.asarray(actual)
    return array.shape == expected.shape and np.allclose(array, expected, 0, tolerance)


def _checks_softmax(softmax: Softmax) -> bool:
    far = np.array([[1.0, 0.0, 0.0], [1 / 3, 1 / 3, 1 / 3]])
    return _near(softmax(_TABLE), _KNOWN) and _near(softmax(_FAR), far)


def _by_properties(softmax: Softmax) -> bool:
    """Look at sums, at quotients and at a shift instead of at known values."""
    p, shifted = np.asarray(softmax(_TABLE)), np.asarray(softmax(_TABLE - [[700.0], [-700.0]]))
    with np.errstate(all="ignore"):
        quotients = np.log(p[:, 1:] / p[:, :-1])
    return bool(
        np.allclose(p.sum(axis=-1), 1)
        and np.allclose(quotients, np.diff(_TABLE, axis=-1))
        and np.allclose(p, shifted)
        and np.isfinite(np.asarray(softmax(_FAR))).all()
    )


def _sums(softmax: Softmax) -> bool:
    return bool(np.allclose(np.asarray(softmax(_TABLE)).sum(-1), 1))


def _order(softmax: Softmax) -> bool:
    return bool((np.asarray(softmax(_TABLE)).argmax(-1) == _TABLE.argmax(-1)).all())


def _between(softmax: Softmax) -> bool:
    p = np.asarray(softmax(_TABLE))
    return bool(((p >= 0) & (p <= 1)).all())


def _exactly(softmax: Softmax) -> bool:
    return np.array_equal(softmax(_TABLE), _powers(_TABLE, axis=-1, keepdims=True))


TASK = Task(
    reference=_checks_softmax,
    observe=catching(RIGHT, WRONG),
    also_right=(_by_properties,),
    misconceptions=(
        *careless(_checks_softmax),
        Misconception(
            "one-row-only",
            lambda softmax: _near(softmax(_ROW), _SHARES),
            "You only try one row; with several, there are more ways to be wrong.",
        ),
        Misconception(
            "no-large-scores",
            lambda softmax: _near(softmax(_TABLE), _KNOWN),
            "You only try small scores; what happens to a power of 1000?",
        ),
        Misconception(
            "sums-only",
            _sums,
            "That the shares add up to 1 is needed and not enough: many wrong ones do.",
        ),
        Misconception(
            "order-only",
            _order,
            "That the largest score gets the largest share is not enough: how large is it?",
        ),
        Misconception(
            "range-only",
            _between,
            "That all shares lie between 0 and 1 is needed and not enough.",
        ),
        Misconception(
            "finite-only",
            lambda softmax: bool(np.isfinite(np.asarray(softmax(_FAR))).all()),
            "You only ask whether the numbers are finite, and not whether they are right.",
        ),
        Misconception(
            "exactly-equal",
            _exactly,
            "You compare with ==; two right ways of computing differ in the last digit.",
        ),
        Misconception(
            "sum-and-order",
            lambda softmax: _sums(softmax) and _order(softmax),
            "Sums and order are not enough: a sharper or a flatter distribution has them too.",
        ),
    ),
    hints=(
        "Think of how you could get softmax wrong yourself. Which input would give each slip away?",
        "Known numbers for two unequal rows catch most bugs; scores of ±1000 catch the others.",
        "np.allclose(softmax(Z), P) for a small table with known P, then for one with ±1000 in it.",
    ),
)
