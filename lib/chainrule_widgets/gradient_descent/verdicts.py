"""Too small, stable, too large: what became of a descent is said in a word and a sentence."""

from typing import Final

import numpy as np

from chainrule_widgets.gradient_descent.hills import Hill
from chainrule_widgets.gradient_descent.numerals import written
from chainrule_widgets.gradient_descent.walking import Array

_FLAT: Final = 0.01
"""A slope below this counts as level ground."""


def judged(
    ground: Hill, path: Array, heights: Array, derivatives: Array, climb: int | None
) -> tuple[str, str]:
    """Return what became of a walk: a verdict, and a sentence that says why."""
    if len(path) == 2:
        return "one step", _first_step(path, derivatives)
    if climb is not None and (heights[-1] > heights[0] or abs(path[-1]) > 100):
        before, after = map(written, heights[climb - 1 : climb + 1])
        return "too large", (
            f"Step {climb} is the first that ends higher than it began, at {after} instead "
            f"of {before}. Where it lands the slope is steeper still, so the next step is even "
            "longer."
        )
    level = np.flatnonzero(np.abs(derivatives) < _FLAT)
    nearest = min(ground.minima, key=lambda w: abs(w - path[-1]))
    if level.size and abs(nearest - path[-1]) < 0.1:
        return _arrival(ground, derivatives, int(level[0]), nearest, climb)
    if level.size == len(path):
        return "stuck", (
            f"The slope is {written(derivatives[0], 1)} here, so each step is that small too. The "
            "ground is level, and the valley far away."
        )
    if np.any(derivatives[1:] * derivatives[:-1] < 0):
        return "swings", (
            "Steps keep jumping over the floor of a valley. "
            + ("Not one of them climbs." if climb is None else f"Step {climb} even climbs.")
        )
    return "too small", (
        f"After {len(path) - 1} steps the weight is still {written(abs(nearest - path[-1]), 2)} "
        "away from the floor of its valley. Every step points the right way and is short."
    )


def _first_step(path: Array, derivatives: Array) -> str:
    if abs(derivatives[0]) < 1e-12:
        return "The slope is 0: no direction is downhill, and the weight stays."
    sign, direction = ("negative", "right") if derivatives[0] < 0 else ("positive", "left")
    return (
        f"The slope at w = {written(path[0])} is {written(derivatives[0])}: {sign}, so the step "
        f"goes {direction}, to {written(path[1])}."
    )


def _arrival(
    ground: Hill, derivatives: Array, step: int, floor: float, climb: int | None
) -> tuple[str, str]:
    if floor != ground.minima[0]:
        return "local minimum", (
            f"At rest after {step} steps, in the higher of the two valleys: every way out leads "
            "up, so descent will not leave it."
        )
    jumped = bool(np.any(derivatives[: step + 1][1:] * derivatives[: step + 1][:-1] < 0))
    how = "jumping from side to side" if jumped else "from one side"
    over = f" Step {climb} went uphill on the way." if climb else ""
    return "stable", f"At rest at the lowest point after {step} steps, {how}.{over}"
