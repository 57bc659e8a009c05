"""Compare a student's function with the reference at many values of z."""

from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from chainrule import activations
from numpy.typing import NDArray

from chainrule_widgets.activations.heights import heights
from chainrule_widgets.user_function import Function, UnusableError

_PLACES: Final = 401
_FAR: Final = np.array([-1000.0, 0.0, 1000.0])
_NAMES: Final = ("step", "linear", "sigmoid", "tanh", "relu", "leaky_relu", "softmax")
REFERENCES: Final[dict[str, Function]] = {
    **{name: activations.get(name) for name in _NAMES},
    **{f"{name}_grad": activations.get(name).derivative for name in _NAMES[2:-1]},
}


@dataclass(frozen=True)
class Contest:
    """The result of a comparison: a verdict, a sentence, and the values compared."""

    verdict: str
    sentence: str
    z: NDArray[Any]
    expected: NDArray[Any]
    yours: NDArray[Any] | None = None
    parts_at: float | None = None
    far: list[list[Any]] = field(default_factory=list)


def contest(function: Function, reference: str, reach: float) -> Contest:
    """Compare a function with the reference on [−reach, reach], and at −1000, 0 and 1000."""
    scores = reference == "softmax"
    places = np.concatenate([np.linspace(-reach, reach, _PLACES), _FAR])
    expected = heights(REFERENCES[reference], places, scores=scores)
    seen: dict[str, Any] = {"z": places[:_PLACES], "expected": expected[:_PLACES]}
    try:
        yours = heights(function, places, scores=scores)
    except UnusableError as fault:
        return Contest("unusable", str(fault), **seen)
    alike = np.isclose(yours, expected, rtol=1e-5, atol=1e-7)  # the precision of 32-bit floats
    far = [part[_PLACES:] for part in (places, yours, expected, alike)]
    seen["yours"] = yours[:_PLACES]
    seen["far"] = [
        [float(z), written(a), written(b), bool(same)] for z, a, b, same in zip(*far, strict=True)
    ]
    if alike.all():
        return Contest("same", _no_difference(reach), **seen)
    parted = np.flatnonzero(~alike)
    first = parted[np.argmin(np.abs(places[parted]))]
    sentence = _difference(
        places[first], yours[first], expected[first], int((~alike[:_PLACES]).sum())
    )
    return Contest("parts", sentence, parts_at=float(places[first]), **seen)


def written(value: float) -> str:
    """Format a number with four significant digits and a typographic minus sign."""
    names = {np.inf: "∞", -np.inf: "−∞"}
    return "NaN" if np.isnan(value) else names.get(value, f"{value:.4g}".replace("-", "−"))


def _no_difference(reach: float) -> str:
    return f"No difference at {_PLACES} values of z from −{reach:g} to {reach:g}, nor at ±1000."


def _difference(z: float, yours: float, expected: float, count: int) -> str:
    where = f"z = {written(z)}"
    also_drawn = f" They differ at {count} of the {_PLACES} plotted values." if count else ""
    return (
        f"The difference nearest to z = 0 is at {where}: your function returns {written(yours)}, "
        f"the reference {written(expected)}.{also_drawn}"
    )
