"""Give an optimizer a sequence of gradients, and record its state and its steps."""

from typing import Final

import numpy as np
from chainrule.optimizers import Adadelta, Adagrad, Adam, Optimizer, RMSprop

from chainrule_widgets.optimizers.rules import Array

_STEPS: Final = 60
RATE: Final = 0.1


def _signals() -> dict[str, Array]:
    """Return sequences of gradients (60, 2) for two weights, by name."""
    t = np.arange(_STEPS)
    noise = np.random.default_rng(0).normal(size=(_STEPS, 2))
    return {
        "constant: 1 and 0.1": np.stack([1.0 + 0 * t, 0.1 + 0 * t], axis=1),
        "constant, and every tenth step": np.stack([1.0 + 0 * t, (t % 10 == 0) * 1.0], axis=1),
        "large, then small": np.stack([np.where(t < 20, 4.0, 0.4), 0.4 + 0 * t], axis=1),
        "noise: mean 0.3, mean 0": noise + np.array([0.3, 0.0]),
    }


SIGNALS: Final = _signals()
SCOPES: Final = ("adagrad", "rmsprop", "adadelta", "adam")


def _optimizer(rule: str, decay: float) -> Optimizer:
    match rule:
        case "adagrad":
            return Adagrad(RATE, initial_accumulator_value=0.0)
        case "rmsprop":
            return RMSprop(RATE, rho=decay)
        case "adadelta":
            return Adadelta(1.0, rho=decay)
        case _:
            return Adam(RATE, beta_2=decay)


def traced(rule: str, g: Array, decay: float, *, corrected: bool = True) -> dict[str, Array]:
    """Give gradients (steps, 2) to the library's optimizer, and record its state.

    Returns:
        "root", the square root of the sum or average of g²; "mean", Adam's average of g or the
        root of Adadelta's average of squared steps, otherwise 0; "step", the change of w.
    """
    optimizer, w, past = _optimizer(rule, decay), np.zeros(2), np.zeros(2)
    slots: list[list[Array]] = []
    steps: list[Array] = []
    for gradient in g:
        optimizer.apply_gradients([(gradient, w)])
        slots.append([slot.copy() for slot in optimizer.state[0]])
        steps.append(w - past)
        past = w.copy()
    kept: Array = np.array(slots)
    seen = {"step": np.array(steps), "mean": np.zeros_like(g)}
    if rule == "adam":
        return _moments(kept, seen, decay, corrected=corrected)
    seen["root"] = np.sqrt(kept[:, 0])
    if rule == "adadelta":
        seen["mean"] = np.sqrt(kept[:, 1])
    return seen


def _moments(
    kept: Array, seen: dict[str, Array], beta_2: float, *, corrected: bool
) -> dict[str, Array]:
    """Return Adam's two averages and its steps, with or without the bias correction."""
    # The library stores m / (1 − β₁) and v / (1 − β₂).
    m, v = 0.1 * kept[:, 0], (1 - beta_2) * kept[:, 1]
    if not corrected:
        return {"mean": m, "root": np.sqrt(v), "step": -RATE * m / (np.sqrt(v) + 1e-7)}
    t = np.arange(1, len(m) + 1)[:, None]
    return {**seen, "mean": m / (1 - 0.9**t), "root": np.sqrt(v / (1 - beta_2**t))}
