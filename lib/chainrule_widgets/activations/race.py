"""Plot a student's function beside the reference, and mark where they differ."""

from typing import Any, final

import numpy as np
import traitlets

from chainrule_widgets.activations.contest import REFERENCES, Contest, contest
from chainrule_widgets.explorable import StateExplorable, script
from chainrule_widgets.user_function import Function


@final
class Race(StateExplorable):
    """A student's function and the reference, on a range of z that a slider sets."""

    _esm = script(__file__)
    depends_on = ("reach",)

    name = traitlets.Unicode().tag(sync=True)
    reference = traitlets.Unicode().tag(sync=True)
    reach = traitlets.Float(5.0, min=1.0, max=1000.0).tag(sync=True)

    def __init__(self, function: Function, reference: str, *, reach: float = 5.0) -> None:
        self.function = function
        name = getattr(function, "__name__", type(function).__name__)
        super().__init__(name=name, reference=reference, reach=reach)

    @property
    def result(self) -> Contest:
        """The comparison at the present range of z."""
        return contest(self.function, self.reference, self.reach)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        reach = min(max(float(asked["reach"]), 1.0), 1000.0)
        result = contest(self.function, self.reference, reach)
        rows = [result.z, result.expected]
        if result.yours is not None:
            rows.append(result.yours)
        answer = {
            "reach": reach,
            "verdict": result.verdict,
            "says": result.sentence,
            "parts_at": result.parts_at,
            "far": result.far,
        }
        return answer, [np.stack(rows).astype("<f8").tobytes()]

    def describe(self) -> str:
        return f"{self.name} against {self.reference}: {self.seen['says']}"


def race(function: Function, reference: str, *, reach: float = 5.0) -> Race:
    """Compare your function with the reference and plot both: `race(my_relu, "relu")`.

    Args:
        function: your function of an array z. For "softmax" it gets rows of two scores (z, 0).
        reference: an activation's name, or the name of a derivative such as "relu_grad".
        reach: the plot shows z from −reach to reach; from 1 to 1000.

    Raises:
        TypeError: if `function` cannot be called.
        ValueError: if the reference is unknown.
    """
    if not callable(function):
        raise TypeError(
            f"race needs a function, but got {type(function).__name__}; "
            f'write the name of your function without brackets, as in race(my_relu, "relu")'
        )
    if reference not in REFERENCES:
        known = ", ".join(REFERENCES)
        raise ValueError(f"unknown reference {reference!r}; choose one of: {known}")
    return Race(function, reference, reach=reach)
