"""Show clipping by value and by norm of a gradient of two weights."""

from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import optimizers
from numpy.typing import NDArray

from chainrule_widgets.explorable import StateExplorable, script
from chainrule_widgets.normalization.user_clipping import RULES, tried
from chainrule_widgets.user_function import Function, UnusableError, name_of

Array = NDArray[Any]
_STATE: Final = ("gradient", "limit")


def clipped(gradient: Array, **clip: Any) -> Array:
    """Return the gradient that the library's SGD clips: one step from 0, learning rate 1."""
    w = np.zeros_like(gradient)
    optimizers.SGD(1.0, **clip).apply_gradients([(gradient, w)])
    return 0 - w


@final
class Clipping(StateExplorable):
    """Draw a gradient of two weights as an arrow, and the results of clipping by value and by norm.

    The result of a student's `function` is drawn too. It is called as `function(g, limit)` for the
    rule "value", and as `function([g], limit)` for the rule "norm".
    """

    _esm = script(__file__)
    depends_on = _STATE

    gradient = traitlets.List(traitlets.Float(min=-4.0, max=4.0), minlen=2, maxlen=2).tag(sync=True)
    limit = traitlets.Float(1.0, min=0.2, max=4.0).tag(sync=True)

    def __init__(
        self,
        gradient: tuple[float, float] = (0.5, -3.0),
        *,
        limit: float = 1.0,
        function: Function | None = None,
        rule: str = "norm",
    ) -> None:
        if len(gradient) != 2:
            raise ValueError(f"gradient has {len(gradient)} numbers, and must have two")
        if rule not in RULES:
            raise ValueError(f"rule={rule!r}: it must be {' or '.join(RULES)}")
        if function is not None and not callable(function):
            raise TypeError(f"function must be your function, not {type(function).__name__}")
        self.function, self.rule = function, rule
        super().__init__(gradient=[float(g) for g in gradient], limit=limit)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        g, limit = np.array(asked["gradient"], float), float(asked["limit"])
        by_value, by_norm = clipped(g, clipvalue=limit), clipped(g, global_clipnorm=limit)
        answer = {
            "by_value": by_value.tolist(),
            "by_norm": by_norm.tolist(),
            "turned": [_angle(g, by_value), _angle(g, by_norm)],
        }
        return {**asked, **answer, **self._own(g, limit, by_value, by_norm)}, []

    def _own(self, g: Array, limit: float, by_value: Array, by_norm: Array) -> dict[str, Any]:
        """Return the result of the student's function, if there is one, and a sentence about it."""
        if self.function is None:
            return {"own": None, "verdict": ""}
        expected, other = (by_norm, by_value) if self.rule == "norm" else (by_value, by_norm)
        name = name_of(self.function)
        try:
            own = tried(self.function, self.rule, g, limit)
        except UnusableError as reason:
            return {"own": None, "verdict": str(reason)}
        if np.allclose(own, expected, atol=1e-5):
            verdict = f"Here {name} returns the same as the library."
        elif np.allclose(own, other, atol=1e-5):
            verdict = f"Here {name} clips by {'value' if self.rule == 'norm' else 'norm'}."
        else:
            verdict = (
                f"{name} returns ({own[0]:.3g}, {own[1]:.3g}), with norm {np.hypot(*own):.3g}."
            )
        return {"own": own.tolist(), "verdict": verdict}

    def describe(self) -> str:
        def arrow(v: list[float]) -> str:
            return f"({v[0]:.3g}, {v[1]:.3g})"

        return (
            f"the gradient {arrow(self.gradient)} with a limit of {self.limit:g}: by value "
            f"{arrow(self.seen['by_value'])}, turned by {self.seen['turned'][0]:.0f}°; by norm "
            f"{arrow(self.seen['by_norm'])}, turned by {self.seen['turned'][1]:.0f}°"
            + (f". {self.seen['verdict']}" if self.function else "")
        )


def _angle(a: Array, b: Array) -> float:
    """Return the angle between two vectors in degrees, 0 if one of them is 0."""
    across, along = a[0] * b[1] - a[1] * b[0], a @ b
    return float(np.degrees(np.abs(np.arctan2(across, along)))) if along else 0.0
