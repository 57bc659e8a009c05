"""A case is one thing to look at: a call, or several that belong together."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, final

import numpy as np
from calling import CallFailed
from comparing import Measured


@final
@dataclass(frozen=True, eq=False)
class Case:
    """What is called, in words, and how: `run(f)` returns what `f` shows."""

    what: str
    run: Callable[[Any], Any]


def written(value):
    """Write an argument as one line."""
    if isinstance(value, np.ndarray):
        text = np.array2string(value, separator=", ", threshold=12, precision=4)
        return " ".join(text.split())
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(written, value)) + "]"
    return getattr(value, "__name__", None) or repr(value)


def called(*args):
    """Return the case that is one call with these arguments."""
    return Case(f"f({', '.join(map(written, args))})", lambda f: f(*args))


def read(*args, by):
    """Return the case of one call whose result is read by a function."""
    return Case(f"f({', '.join(map(written, args))})", lambda f: by(f(*args)))


def accepts(check, *suspect):
    """Tell what a check says of a suspect; a failed assertion says that it is wrong."""
    try:
        said = check(*suspect)
    except CallFailed as failed:
        if str(failed) == "AssertionError":
            return False
        raise
    return bool(said) if isinstance(said, (bool, np.bool)) or said in (0, 1) else repr(said)


def mean(values):
    """Estimate a mean."""
    values = np.asarray(values, float).ravel()
    return Measured(float(values.mean()), float(values.std() / np.sqrt(values.size)))


def deviation(values):
    """Estimate a standard deviation, with the error that the fourth moment tells."""
    values = np.asarray(values, float).ravel()
    std = float(values.std())
    fourth = float(np.mean((values - values.mean()) ** 4)) / (std**4 or 1)
    return Measured(std, std * float(np.sqrt(max(fourth - 1, 0) / (4 * values.size))))


def kurtosis(values):
    """Estimate the fourth moment in units of the deviation: 3 for a normal distribution."""
    values = np.asarray(values, float).ravel()
    z = (values - values.mean()) / (values.std() or 1)
    return Measured(float(np.mean(z**4)), float(np.std(z**4) / np.sqrt(values.size)))
