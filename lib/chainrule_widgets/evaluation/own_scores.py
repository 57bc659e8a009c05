"""A student's own precision, recall and F1 at every threshold, or a sentence about a failure."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chainrule_widgets.quiet import first_line, quiet

Array = NDArray[Any]
Scores: TypeAlias = Callable[[Any, Any], Any]
_CLOSE: Final = 1e-5
"""The library's F1 has an ε of 1e-7 in its denominator."""


def own_scores(mine: Scores, y: Array, said: Array, expected: Array) -> tuple[Array, str]:
    """Return what `mine(y, y_hat)` gives for each row of `said`, and a sentence that compares it.

    Shapes: y (n,), said (thresholds, n), expected (thresholds, 3). Without usable numbers the array
    returned is empty.
    """
    name = getattr(mine, "__name__", "your function")
    rows = []
    for y_hat in said:
        try:
            with quiet():
                rows.append(_three(mine(y.copy(), y_hat.astype(int))))
        except Exception as error:  # noqa: BLE001  # all is shown
            what = first_line(error)
            sentence = f"{name} raised {type(error).__name__}: {what}."
            return np.empty((0, 3)), f"{sentence} It is asked for precision, recall and F1."
    given = np.array(rows)
    return given, _compared(given, expected)


def _three(result: Any) -> list[float]:
    precision, recall, f1 = result
    return [float(precision), float(recall), float(f1)]


def _compared(given: Array, expected: Array) -> str:
    differ = ~(np.abs(given - expected) <= _CLOSE)  # NaN differs from everything
    if not differ.any():
        return "Yours gives the library's numbers at every threshold."
    row = int(differ.any(axis=1).argmax())
    parts = (
        f"{name} {given[row, k]:.3f} instead of {expected[row, k]:.3f}"
        for k, name in enumerate(("precision", "recall", "F1"))
        if differ[row, k]
    )
    many = int(differ.any(axis=1).sum())
    at = f"at {many} of {len(given)} thresholds"
    return f"Yours differs {at}, first at {row / 100:.2f}: {', '.join(parts)}."
