"""Your own function runs beside the reference, and the first place where they part is marked."""

from typing import Any, final

import numpy as np
import traitlets

from chainrule_widgets.activations.contest import REFERENCES, Contest, contest
from chainrule_widgets.explorable import StateExplorable, script
from chainrule_widgets.user_function import Function


@final
class Race(StateExplorable):
    """A student's function against the reference, on the range of z that the slider asks for."""

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
        """What the race shows at its present reach."""
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
    """Race your function against the reference: `race(my_relu, "relu")`.

    Args:
        function: your function of an array z. For "softmax" it gets rows of two scores (z, 0).
        reference: an activation's name, or the name of a derivative such as "relu_grad".
        reach: how far to look on both sides of 0, from 1 to 1000.

    Raises:
        TypeError: when `function` cannot be called.
        ValueError: for a name that has no reference.
    """
    if not callable(function):
        raise TypeError(
            f"race needs your function, and was given {type(function).__name__}; "
            f'write its name without brackets, as in race(my_relu, "relu")'
        )
    if reference not in REFERENCES:
        known = ", ".join(REFERENCES)
        raise ValueError(f"there is no reference {reference!r}; the references are {known}")
    return Race(function, reference, reach=reach)
