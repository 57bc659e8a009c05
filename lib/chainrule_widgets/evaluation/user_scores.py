"""Compare a student's precision, recall and F1 with the library's at every threshold."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from chainrule_widgets.user_function import Function, UnusableError, guarded, name_of

Array = NDArray[Any]
_CLOSE: Final = 1e-5
"""The library's F1 has an ε of 1e-7 in its denominator."""


def own_scores(
    function: Function, y: Array, predicted: Array, expected: Array
) -> tuple[Array, str]:
    """Return the function's results for each row of predictions, and a sentence on the difference.

    Shapes: y (n,), predicted (thresholds, n), expected (thresholds, 3). The function is called with
    (y, y_hat). Without usable numbers the array returned is empty.
    """
    rows = []
    for y_hat in predicted:
        try:
            with guarded(name_of(function), context="Return precision, recall and F1."):
                rows.append(_three(function(y.copy(), y_hat.astype(int))))
        except UnusableError as error:
            return np.empty((0, 3)), str(error)
    given = np.array(rows)
    return given, _compared(given, expected)


def _three(result: Any) -> list[float]:
    precision, recall, f1 = result
    return [float(precision), float(recall), float(f1)]


def _compared(given: Array, expected: Array) -> str:
    differ = ~(np.abs(given - expected) <= _CLOSE)  # NaN differs from everything
    if not differ.any():
        return "Your function returns the library's numbers at every threshold."
    row = int(differ.any(axis=1).argmax())
    parts = (
        f"{name} {given[row, k]:.3f} instead of {expected[row, k]:.3f}"
        for k, name in enumerate(("precision", "recall", "F1"))
        if differ[row, k]
    )
    many = int(differ.any(axis=1).sum())
    at = f"at {many} of {len(given)} thresholds"
    return f"Your function differs {at}, first at {row / 100:.2f}: {', '.join(parts)}."
