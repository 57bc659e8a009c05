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
            f"Step {climb} is the first that increases the loss, to {after} instead "
            f"of {before}. There the derivative is even larger, so the next step is even "
            "longer."
        )
    level = np.flatnonzero(np.abs(derivatives) < _FLAT)
    nearest = min(ground.minima, key=lambda w: abs(w - path[-1]))
    if level.size and abs(nearest - path[-1]) < 0.1:
        return _arrival(ground, derivatives, int(level[0]), nearest, climb)
    if level.size == len(path):
        return "stuck", (
            f"The derivative is only {written(derivatives[0], 1)} here, so each step is very "
            "small. The "
            "loss is almost flat, and the minimum is far away."
        )
    if np.any(derivatives[1:] * derivatives[:-1] < 0):
        return "oscillates", (
            "The steps go past the minimum again and again. "
            + (
                "None of them increases the loss."
                if climb is None
                else f"Step {climb} increases the loss."
            )
        )
    return "too small", (
        f"After {len(path) - 1} steps the distance to the minimum is still "
        f"{written(abs(nearest - path[-1]), 2)}. "
        "Every step has the right direction, but it is short."
    )


def _first_step(path: Array, derivatives: Array) -> str:
    if abs(derivatives[0]) < 1e-12:
        return "The derivative is 0, so the weight does not change."
    sign, direction = ("negative", "right") if derivatives[0] < 0 else ("positive", "left")
    return (
        f"The derivative at w = {written(path[0])} is {written(derivatives[0])}. It is {sign}, so "
        "the step "
        f"goes {direction}, to {written(path[1])}."
    )


def _arrival(
    ground: Hill, derivatives: Array, step: int, floor: float, climb: int | None
) -> tuple[str, str]:
    if floor != ground.minima[0]:
        return "local minimum", (
            f"Gradient descent has converged after {step} steps, in the higher of the two valleys. "
            "The loss "
            "grows on both sides, so it cannot leave the valley."
        )
    jumped = bool(np.any(derivatives[: step + 1][1:] * derivatives[: step + 1][:-1] < 0))
    how = "oscillating around it" if jumped else "from one side"
    over = f" Step {climb} increased the loss." if climb else ""
    return (
        "stable",
        f"Gradient descent has converged to the minimum after {step} steps, {how}.{over}",
    )
