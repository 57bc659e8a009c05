"""When to stop: turn every argument of early stopping against a real validation curve."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple, TypeAlias, final

import numpy as np
import traitlets
from chainrule import layers, models
from chainrule.callbacks import EarlyStopping

from chainrule_widgets.explorable import Answering, script

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
Rule: TypeAlias = Callable[[Any, int, float], Any]


class Outcome(NamedTuple):
    """The last epoch that was trained, whether it was stopped, and whose weights are kept."""

    last: int
    stopped: bool
    best: int
    kept: int


def replay(history: Mapping[str, Sequence[float]], **arguments: Any) -> Outcome:
    """Let the library's `EarlyStopping` watch a training that has already happened.

    The model it believes to watch has one weight, and that weight is the number of the epoch. So
    what it goes back to in the end is read off the model itself.
    """
    model = models.Sequential([layers.Dense(1, use_bias=False, input_shape=(1,))])
    model.compile("sgd", "mse", metrics=["accuracy"])
    model.stop_training = False
    stop = EarlyStopping(**arguments)
    stop.set_model(model)
    stop.on_train_begin()
    epochs = len(history[stop.monitor])
    epoch = 0
    for epoch in range(epochs):
        model.set_weights([np.array([[epoch]], float)])
        stop.on_epoch_end(epoch, {stop.monitor: history[stop.monitor][epoch]})
        if model.stop_training:
            break
    stop.on_train_end()
    return Outcome(epoch, model.stop_training, stop.best_epoch, int(model.get_weights()[0].item()))


def _of_student(rule: Rule, losses: Sequence[float], patience: int, min_delta: float) -> Any:
    """Return the pair that a student's own rule gives, or a sentence about what it did instead."""
    name = getattr(rule, "__name__", "your function")
    try:
        stop_epoch, best_epoch = rule(np.array(losses), patience, min_delta)
        return [int(stop_epoch), int(best_epoch)]
    except Exception as error:  # noqa: BLE001  # all is shown
        said = str(error).splitlines()[0] if str(error) else "nothing more"
        return f"{name} raised {type(error).__name__}: {said}. It must return two epochs."


@final
class Stopping(Answering):
    """A recorded training, and where early stopping with these arguments would have ended it.

    Args:
        history: the `history` of a `fit` with validation data.
        mine: your own `early_stopping(val_losses, patience, min_delta)`, to be marked as well.
        arguments: any of the arguments of `EarlyStopping`.
    """

    _esm = script(__file__)

    monitor = traitlets.Unicode("val_loss").tag(sync=True)
    min_delta = traitlets.Float(0.0, min=0.0).tag(sync=True)
    patience = traitlets.Int(0, min=0, max=60).tag(sync=True)
    mode = traitlets.Enum(_MODES, "auto").tag(sync=True)
    baseline = traitlets.Float(None, allow_none=True).tag(sync=True)
    restore_best_weights = traitlets.Bool(False).tag(sync=True)
    start_from_epoch = traitlets.Int(0, min=0, max=100).tag(sync=True)
    history = traitlets.Dict().tag(sync=True)
    seen = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        history: Mapping[str, Sequence[float]],
        *,
        mine: Rule | None = None,
        **arguments: Any,
    ) -> None:
        if "val_loss" not in history:
            raise ValueError(
                "Stopping needs a history with 'val_loss': give fit() validation data, "
                f"for there is only {', '.join(history)}"
            )
        if mine is not None and not callable(mine):
            raise TypeError("mine is your function, written without brackets: mine=early_stopping")
        self._mine = mine
        lists = {name: [float(v) for v in values] for name, values in history.items()}
        super().__init__(history=lists, **arguments)
        self._look()
        self.observe(self._look, names=_STATE)

    def _look(self, _change: object = None) -> None:
        self.seen, _ = self.answer({name: getattr(self, name) for name in _STATE})

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        arguments = {name: asked[name] for name in _STATE}
        outcome = replay(self.history, **arguments)
        said = {**arguments, **outcome._asdict(), "mine": None}
        # The task's rule has no baseline and no first epochs that do not count.
        plain = asked["monitor"] == "val_loss" and asked["baseline"] is None
        if self._mine is not None and plain and not asked["start_from_epoch"]:
            losses = self.history["val_loss"]
            patience, min_delta = max(int(asked["patience"]), 1), float(asked["min_delta"])
            said["mine"] = _of_student(self._mine, losses, patience, min_delta)
        return said, []

    def in_words(self) -> str:
        last, best, kept = (self.seen[name] for name in ("last", "best", "kept"))
        how = "stops after" if self.seen["stopped"] else "never stops, ends with"
        value = self.history[self.monitor][kept]
        mine = self.seen["mine"]
        yours = f"; yours stops after {mine[0]}, best {mine[1]}" if isinstance(mine, list) else ""
        return (
            f"patience {self.patience}, min_delta {self.min_delta:g}: {how} epoch {last}; best "
            f"epoch {best}; keeps the weights of epoch {kept}, {self.monitor} {value:.4f}"
            f"{yours}"
        )
