"""Your gradient stands beside the slopes by trial, entry by entry, and the error is one number."""

from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule.gradients import numerical_gradient
from numpy.typing import ArrayLike

from chainrule_widgets.backpropagation.passes import short
from chainrule_widgets.backpropagation.user_gradient import gradient_of, height, verdict
from chainrule_widgets.explorable import StateExplorable, script
from chainrule_widgets.user_function import Array, Function, UnusableError

_MOST: Final = 24
_BEST: Final = 1e-5
_WELL: Final = 1e-6


def relative_error(analytic: Array, numeric: Array) -> float:
    """Return ‖a − n‖ / (‖a‖ + ‖n‖), and 0 where both are zero."""
    size = float(np.linalg.norm(analytic) + np.linalg.norm(numeric))
    return float(np.linalg.norm(analytic - numeric)) / size if size else 0.0


@final
class GradientCheck(StateExplorable):
    """A student's gradient against numerical ones, for the h that the slider asks for."""

    _esm = script(__file__)
    depends_on = ("power",)

    name = traitlets.Unicode().tag(sync=True)
    power = traitlets.Float(-5.0, min=-12.0, max=0.0).tag(sync=True)

    def __init__(self, f: Function, grad: Function, w: ArrayLike, *, power: float = -5.0) -> None:
        self.f, self.grad, self.w = f, grad, np.array(w, float)
        super().__init__(name=getattr(grad, "__name__", type(grad).__name__), power=power)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        power = min(max(float(asked["power"]), -12.0), 0.0)
        answer: dict[str, Any] = {"power": power, "analytic": [], "numeric": [], "error": None}
        answer["agrees"] = False
        try:
            numeric = self._by_trial(10.0**power)
            answer["numeric"] = numeric.tolist()
            analytic = gradient_of(self.grad, self.w).ravel()
            error = relative_error(analytic, numeric)
            best = relative_error(analytic, self._by_trial(_BEST))
        except UnusableError as fault:
            return {**answer, "says": str(fault)}, []
        answer |= {"analytic": analytic.tolist(), "error": error if np.isfinite(error) else None}
        answer["agrees"] = min(error, best) < _WELL
        if best < _WELL <= error:
            # Other steps are there to be tried, and what they show is no fault of the gradient.
            return {
                **answer,
                "says": "With this h the numerical gradient is wrong. With 10⁻⁵ the two agree.",
            }, []
        return {**answer, "says": verdict(analytic, numeric, error)}, []

    def _by_trial(self, h: float) -> Array:
        return numerical_gradient(lambda w: height(self.f, w), self.w, h).ravel()

    @property
    def error(self) -> float | None:
        """What the student's `gradient_error` should be; None where nothing could be compared."""
        return self.seen["error"]  # type: ignore[no-any-return]  # a float or None

    def describe(self) -> str:
        error = "" if self.error is None else f" Relative error {short(self.error)}."
        return (
            f"{self.name} compared with the numerical gradient, h = 10^{self.power:g}: "
            f"{self.seen['says']}{error}"
        )


def check_my_gradient(
    f: Function, grad: Function, w: ArrayLike, *, power: float = -5.0
) -> GradientCheck:
    """Check your gradient: `check_my_gradient(loss, loss_grad, w)`.

    Args:
        f: the loss, a function of w that returns one number.
        grad: your gradient, a function of w that returns an array in the shape of w.
        w: where to look; up to 24 entries, of any shape.
        power: h is 10 to this power, from −12 to 0; the slider changes it.

    Raises:
        TypeError: when `f` or `grad` cannot be called.
        ValueError: when w is empty or has more than 24 entries.
    """
    for what, given in (("the loss", f), ("your gradient", grad)):
        if not callable(given):
            raise TypeError(
                f"check_my_gradient needs {what} as a function, and was given "
                f"{type(given).__name__}; write its name without brackets"
            )
    if not 1 <= np.size(w) <= _MOST:
        raise ValueError(f"w must have 1 to {_MOST} entries, and has {np.size(w)}")
    return GradientCheck(f, grad, w, power=power)
