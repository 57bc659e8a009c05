"""Show where early stopping ends a recorded training, for all of its arguments."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, final

import traitlets

from chainrule_widgets.explorable import StateExplorable, script
from chainrule_widgets.regularization.replaying import of_student, replay
from chainrule_widgets.user_function import Function

_MODES: Final = ("auto", "min", "max")
_STATE: Final = (
    "monitor",
    "min_delta",
    "patience",
    "mode",
    "baseline",
    "restore_best_weights",
    "start_from_epoch",
)


@final
class Stopping(StateExplorable):
    """Plot a recorded training, and where early stopping with these arguments ends it.

    Args:
        history: the `history` of a `fit` with validation data.
        function: your own `early_stopping(val_losses, patience, min_delta)`, which is marked too.
        arguments: any of the arguments of `EarlyStopping`.
    """

    _esm = script(__file__)
    depends_on = _STATE

    monitor = traitlets.Unicode("val_loss").tag(sync=True)
    min_delta = traitlets.Float(0.0, min=0.0).tag(sync=True)
    patience = traitlets.Int(0, min=0, max=60).tag(sync=True)
    mode = traitlets.Enum(_MODES, "auto").tag(sync=True)
    baseline = traitlets.Float(None, allow_none=True).tag(sync=True)
    restore_best_weights = traitlets.Bool(False).tag(sync=True)
    start_from_epoch = traitlets.Int(0, min=0, max=100).tag(sync=True)
    history = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        history: Mapping[str, Sequence[float]],
        *,
        function: Function | None = None,
        **arguments: Any,
    ) -> None:
        if "val_loss" not in history:
            raise ValueError(
                "Stopping needs a history with 'val_loss', not only "
                f"{', '.join(history)}: pass validation_data to fit"
            )
        if function is not None and not callable(function):
            raise TypeError(
                "function must be your function without brackets: function=early_stopping"
            )
        self._function = function
        lists = {name: [float(v) for v in values] for name, values in history.items()}
        super().__init__(history=lists, **arguments)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        arguments = {name: asked[name] for name in _STATE}
        outcome = replay(self.history, **arguments)
        answer = {**arguments, **outcome._asdict(), "mine": None}
        # The function of the task has neither baseline nor start_from_epoch.
        plain = asked["monitor"] == "val_loss" and asked["baseline"] is None
        if self._function is not None and plain and not asked["start_from_epoch"]:
            losses = self.history["val_loss"]
            patience, min_delta = max(int(asked["patience"]), 1), float(asked["min_delta"])
            answer["mine"] = of_student(self._function, losses, patience, min_delta)
        return answer, []

    def describe(self) -> str:
        last, best, kept = (self.seen[name] for name in ("last", "best", "kept"))
        how = "stops after" if self.seen["stopped"] else "does not stop before"
        value = self.history[self.monitor][kept]
        function = self.seen["mine"]
        yours = (
            f"; your function stops after {function[0]}, best {function[1]}"
            if isinstance(function, list)
            else ""
        )
        return (
            f"patience {self.patience}, min_delta {self.min_delta:g}: {how} epoch {last}; best "
            f"epoch {best}; keeps the weights of epoch {kept}, {self.monitor} {value:.4f}"
            f"{yours}"
        )
