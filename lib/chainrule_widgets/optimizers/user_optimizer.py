"""Compare a student's optimizer with the library's, and find the first step that differs."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from chainrule_widgets.gradient_descent.numerals import written
from chainrule_widgets.gradient_descent.walking import FAR, descend
from chainrule_widgets.optimizers.rules import OTHER_FORMS, RULES, Array, Rule
from chainrule_widgets.optimizers.user_steps import Ground, name_of, own_path
from chainrule_widgets.user_function import UnusableError

_SAME: Final = 1e-5
"""Differences below this, relative to 1 + |w|, are rounding errors."""


@dataclass(frozen=True)
class Parting:
    """The result of a comparison: verdict, sentence, path, and the first step that differs."""

    verdict: str
    sentence: str
    path: Array | None = None
    step: int | None = None


def compared(own: Rule, against: str | None, ground: Ground) -> Parting:
    """Run a student's optimizer, and find the first step at which it differs."""
    try:
        path = own_path(own, ground)
    except UnusableError as fault:
        return Parting("unusable", str(fault))
    name = name_of(own)
    if against is None:
        return Parting("alone", f"{name} is not compared with any optimizer of the library.", path)
    reference = descend(RULES[against](ground.rate), ground.slope, ground.start, ground.steps)
    others = (_form_path(form, ground) for form in OTHER_FORMS.get(against, ()))
    partings = [(_first(path, right), right) for right in (reference, *others)]
    if any(step is None for step, _ in partings):
        steps = ground.steps
        return Parting(
            "same", f"No difference: {name} and {against} agree for {steps} steps.", path
        )
    step, right = max(partings, key=lambda found: found[0] or 0)
    assert step is not None
    same = _same_as_another(path, against, ground)
    sentence = (
        f"The first difference is at step {step}: with {name}, w = {_place(path[step])}; with "
    )
    return Parting("parts", f"{sentence}{against}, w = {_place(right[step])}.{same}", path, step)


def _form_path(form: Rule, ground: Ground) -> Array:
    """Return the path of one of our own functions."""
    w = np.array(ground.start, float)
    state: Any = {}
    path = np.full((ground.steps + 1, *w.shape), np.nan)
    path[0] = w
    for step in range(1, ground.steps + 1):
        w, state = form(w, ground.slope(w), state, ground.rate)
        path[step] = w
        if not np.abs(w).max() < FAR:
            break
    return path


def _first(path: Array, right: Array) -> int | None:
    """Return the first step at which two paths differ, or None."""
    gone = np.isnan(path) & np.isnan(right)
    alike = gone | (np.abs(path - right) <= _SAME * (1 + np.abs(right)))
    parted = np.flatnonzero(~alike.all(axis=1))
    return int(parted[0]) if parted.size else None


def _same_as_another(path: Array, against: str, ground: Ground) -> str:
    """Name another optimizer with the same path, if there is one."""
    for name, make in RULES.items():
        # Compare a few steps first, because most paths differ early.
        for steps in (3, ground.steps):
            other = descend(make(ground.rate), ground.slope, ground.start, steps)
            if name == against or _first(path[: steps + 1], other) is not None:
                break
        else:
            return f" Your function takes the same steps as {name}."
    return ""


def _place(w: Array) -> str:
    return f"({', '.join(written(float(v), 4) for v in w)})"


def reference_of(own: Rule) -> str | None:
    """Return the optimizer whose name is part of the function's name, as adam in my_adam."""
    name = str(getattr(own, "__name__", "")).lower()
    # The longest name first, because one name can contain another one.
    return next((rule for rule in sorted(RULES, key=len, reverse=True) if rule in name), None)
