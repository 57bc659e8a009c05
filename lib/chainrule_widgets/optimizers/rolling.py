"""Compute the path of one weight with momentum, and describe where it ends."""

from typing import Final

import numpy as np
from chainrule.optimizers import SGD

from chainrule_widgets.gradient_descent.hills import Hill
from chainrule_widgets.gradient_descent.numerals import written
from chainrule_widgets.gradient_descent.walking import FAR, descend
from chainrule_widgets.optimizers.rules import Array

STEPS: Final = 120
FORMS: Final = ("accumulator", "velocity (Nesterov)", "wrong sign")


def slide(ground: Hill, start: float, rate: float, momentum: float) -> Array:
    """Return the path of the code that deck D4 prints, with its wrong sign."""
    path, w, past_velocity = np.full(STEPS + 1, np.nan), start, 0.0
    path[0] = w
    for step in range(1, STEPS + 1):
        gradient = float(ground.slope(np.array(w)))
        velocity = past_velocity * momentum + rate * gradient
        w = w + momentum * velocity - rate * gradient
        past_velocity = velocity
        path[step] = w
        if not abs(w) < FAR:
            break
    return path


def rolled(ground: Hill, form: str, start: float, rate: float, momentum: float) -> Array:
    """Return the weight at the start and after each step, until the path diverges."""
    if form == FORMS[2]:
        path = slide(ground, start, rate, momentum)
    else:
        optimizer = SGD(rate, momentum=momentum, nesterov=form == FORMS[1])
        path = descend(optimizer, ground.slope, start, STEPS)
    return path[np.isfinite(path)]


def judged(ground: Hill, path: Array, heights: Array, momentum: float) -> tuple[str, str]:
    """Return where the path ends: a verdict, and a sentence for the reader."""
    steps = len(path) - 1
    if not ground.low - 1 <= path[-1] <= ground.high + 1:
        return "gone", (
            f"After {steps} steps w = {written(float(path[-1]))} and J = "
            f"{written(float(heights[-1]))}: the path diverges."
        )
    floor = min(ground.minima, key=lambda w: abs(w - path[-1]))
    late = path[-20:]
    turns = np.diff(np.sign(np.diff(late))) != 0
    if np.ptp(late) > 0.05 and turns.any():
        return "rolling", (
            f"In the last 20 of {steps} steps, w oscillates between "
            f"{written(float(late.min()))} and {written(float(late.max()))}."
        )
    if abs(path[-1] - floor) > 0.2:
        moved = written(float(abs(path[-1] - path[-2])), 2)
        return "on its way", (
            f"After {steps} steps, the distance of w from the minimum is still "
            f"{written(float(abs(path[-1] - floor)), 2)}. The length of the last step is {moved}."
        )
    arrived = int(np.flatnonzero(np.abs(path - floor) > 0.1)[-1]) + 1 if steps else 0
    where = f"minimum at w = {written(floor)} from step {arrived} on"
    if floor == ground.minima[0]:
        turned = int((np.diff(np.sign(np.diff(path))) != 0).sum())
        return "lowest", f"w is at the global {where}. It changed its direction {turned} times."
    return "local", (
        f"w is at the local {where}. A momentum of {momentum:g} is too small to cross the hill."
    )
