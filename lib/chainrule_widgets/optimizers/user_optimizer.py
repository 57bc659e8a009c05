"""Your own rule takes the same steps as the library's, and the first one that differs is found."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from chainrule_widgets.gradient_descent.numerals import written
from chainrule_widgets.gradient_descent.walking import FAR, descend
from chainrule_widgets.optimizers.rules import OTHER_FORMS, RULES, Array, Rule
from chainrule_widgets.optimizers.user_steps import Ground, name_of, own_path
from chainrule_widgets.user_function import UnusableError

_SAME: Final = 1e-5
"""Closer than this, measured against 1 + |w|, is rounding."""


@dataclass(frozen=True)
class Parting:
    """What was seen: a verdict, a sentence, the first step that differs, and the path."""

    verdict: str
    sentence: str
    path: Array | None = None
    step: int | None = None


def compared(own: Rule, against: str | None, ground: Ground) -> Parting:
    """Walk a student's rule, and find the first step at which it leaves the reference's path."""
    try:
        path = own_path(own, ground)
    except UnusableError as fault:
        return Parting("unusable", str(fault))
    name = name_of(own)
    if against is None:
        return Parting("alone", f"{name} walks beside the others.", path)
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
    sentence = f"They part at step {step}: yours goes to {_place(path[step])}, {against} to "
    return Parting("parts", f"{sentence}{_place(right[step])}.{same}", path, step)


def _form_path(form: Rule, ground: Ground) -> Array:
    """Walk by a rule of ours, which needs no watching."""
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
    """Say which other rule has taken the same path, if one has."""
    for name, make in RULES.items():
        # Most are another one from the first steps on.
        for steps in (3, ground.steps):
            other = descend(make(ground.rate), ground.slope, ground.start, steps)
            if name == against or _first(path[: steps + 1], other) is not None:
                break
        else:
            return f" Yours walks exactly as {name} does."
    return ""


def _place(w: Array) -> str:
    return f"({', '.join(written(float(v), 4) for v in w)})"


def reference_of(own: Rule) -> str | None:
    """Return the rule that a function's name speaks of, as my_adam does of adam."""
    name = str(getattr(own, "__name__", "")).lower()
    # The longest first, so that nothing is taken for a part of itself.
    return next((rule for rule in sorted(RULES, key=len, reverse=True) if rule in name), None)
