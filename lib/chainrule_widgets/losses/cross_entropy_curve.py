"""The price of a probability: cheap when it is right, dear when it is sure and wrong."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias, final

import numpy as np
import traitlets
from chainrule import losses
from numpy.typing import NDArray

from chainrule_widgets.activations.heights import heights
from chainrule_widgets.explorable import StateExplorable, script
from chainrule_widgets.user_function import UnusableError

Array = NDArray[Any]
OwnLoss: TypeAlias = Callable[[Array, Array], Any]
_STATE: Final = ("y", "p", "z", "from_logits", "label_smoothing")
_PLACES: Final = 201
_REACH: Final = 12.0


def loss_rows(places: Array, *, from_logits: bool, label_smoothing: float) -> Array:
    """Return the loss at each place for a target of 0 and for a target of 1, two rows."""
    bce = losses.BinaryCrossentropy(from_logits, label_smoothing, reduction="none")
    column = places[:, np.newaxis]
    return np.stack([bce(np.full_like(column, y), column) for y in (0.0, 1.0)])


def _one_by_one(function: OwnLoss, y: float, name: str) -> Callable[[Array], Array]:
    """Turn a loss of arrays y and p into a curve over p: one call for each single p."""

    def own_losses(p: Array) -> Array:
        return np.array([float(function(np.array([y]), np.array([value]))) for value in p])

    own_losses.__name__ = name
    return own_losses


@final
class CrossEntropyCurve(StateExplorable):
    """Binary cross-entropy over the prediction p, or over the logit z, for both targets.

    Give it a function of yours, `function(y, p)`, and its curves are drawn beside the library's.
    """

    _esm = script(__file__)
    depends_on = _STATE

    y = traitlets.Int(1, min=0, max=1).tag(sync=True)
    p = traitlets.Float(0.6, min=0.0, max=1.0).tag(sync=True)
    z = traitlets.Float(0.4, min=-_REACH, max=_REACH).tag(sync=True)
    from_logits = traitlets.Bool(False).tag(sync=True)
    label_smoothing = traitlets.Float(0.0, min=0.0, max=0.5).tag(sync=True)
    name = traitlets.Unicode("").tag(sync=True)

    def __init__(
        self,
        function: OwnLoss | None = None,
        *,
        y: int = 1,
        p: float = 0.6,
        z: float = 0.4,
        from_logits: bool = False,
        label_smoothing: float = 0.0,
    ) -> None:
        if function is not None and not callable(function):
            raise TypeError(
                f"CrossEntropyCurve needs a function of y and p, and was given "
                f"{type(function).__name__}; write its name without brackets"
            )
        self.function = function
        self._yours, self._trouble = self._drawn()
        super().__init__(
            name=getattr(function, "__name__", ""),
            y=y,
            p=p,
            z=z,
            from_logits=from_logits,
            label_smoothing=label_smoothing,
        )

    def _drawn(self) -> tuple[list[Array], str]:
        """Call the student's function once for every place, and keep its curves or its error."""
        if self.function is None:
            return [], ""
        name, p = getattr(self.function, "__name__", "your function"), self._places(logits=False)
        try:
            return [heights(_one_by_one(self.function, y, name), p) for y in (0.0, 1.0)], ""
        except UnusableError as error:
            return [], str(error).replace(f"array of shape ({_PLACES},)", "single p")

    @staticmethod
    def _places(*, logits: bool) -> Array:
        if logits:
            return np.linspace(-_REACH, _REACH, _PLACES)
        # Close together near 0 and 1, where the curves are steepest.
        return 0.5 - 0.5 * np.cos(np.linspace(0, np.pi, _PLACES))

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        logits, smoothing = bool(asked["from_logits"]), float(asked["label_smoothing"])
        places = self._places(logits=logits)
        rows = loss_rows(places, from_logits=logits, label_smoothing=smoothing)
        bce = losses.BinaryCrossentropy(logits, smoothing)
        y, at = [float(asked["y"])], [float(asked["z" if logits else "p"])]
        answer = {
            **asked,
            "at": at[0],
            "value": float(bce(y, at)),
            "slope": float(bce.gradient(y, at)[0]),
            "target": y[0] * (1 - smoothing) + smoothing / 2,
            "trouble": self._trouble,
        }
        shown = [] if logits else self._yours
        if shown:
            function = float(np.interp(at[0], places, shown[int(y[0])]))
            # The page's JSON knows no NaN and no infinity.
            answer["yours"] = function if np.isfinite(function) else None
        return answer, [np.stack([places, *rows, *shown]).astype("<f4").tobytes()]

    def describe(self) -> str:
        at = f"z = {self.z:g}" if self.from_logits else f"p = {self.p:g}"
        answer = (
            f"Binary cross-entropy at {at} for y = {self.y}: {self.seen['value']:.4g}, "
            f"derivative {self.seen['slope']:.4g}"
        )
        if self._trouble:
            return f"{answer}. {self._trouble}"
        yours = self.seen.get("yours")
        return answer if yours is None else f"{answer}; {self.name} gives {yours:.4g}"
