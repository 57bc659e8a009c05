"""Call a student's function without its output, and report its errors in one sentence."""

import contextlib
import io
import warnings
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]
Function: TypeAlias = Callable[..., Any]


class UnusableError(Exception):
    """A function returned no result that can be plotted or compared; the message says why."""


def name_of(f: Function) -> str:
    """Return the name of a function for a sentence."""
    return str(getattr(f, "__name__", "your function"))


@contextlib.contextmanager
def silenced() -> Iterator[None]:
    """Suppress what a function prints, and its warnings."""
    with (
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
        warnings.catch_warnings(),
        np.errstate(all="ignore"),
    ):
        warnings.simplefilter("ignore")
        yield


@contextlib.contextmanager
def guarded(name: str, *, when: str = "", context: str = "") -> Iterator[None]:
    """Run a student's code without its output, and turn an error into a sentence.

    Args:
        name: the name of the function.
        when: follows the type of the error, as in " at step 3".
        context: a sentence about how the function was called.

    Raises:
        UnusableError: if the code raises an error or exits the program.
    """
    try:
        with silenced():
            yield
    except (Exception, SystemExit) as error:  # noqa: BLE001  # all is shown
        message = f": {str(error).splitlines()[0]}" if str(error) else ""
        sentence = f"{name} raised {type(error).__name__}{when}{message}."
        raise UnusableError(f"{sentence} {context}".rstrip()) from None


def call(
    f: Function,
    arrays: Mapping[str, Array],
    *others: Any,
    name: str | None = None,
    when: str = "",
    context: str = "",
) -> Any:
    """Call a student's function with copies of arrays, and return its result.

    Args:
        f: the function.
        arrays: its first arguments, each with its name in a sentence: {"the array z": z}.
        others: its further arguments.
        name: the name of the function, if not its own name.
        when: follows the type of an error, as in " at step 3".
        context: a sentence about how the function was called, after an error.

    Raises:
        UnusableError: if it raises an error, changes an array in place, or returns None.
    """
    name = name or name_of(f)
    given = [array.copy() for array in arrays.values()]
    with guarded(name, when=when, context=context):
        result = f(*given, *others)
    for (label, before), after in zip(arrays.items(), given, strict=True):
        if not np.array_equal(after, before, equal_nan=True):
            raise UnusableError(
                f"{name} changed {label} in place{when}. Return a new array instead."
            )
    if result is None:
        raise UnusableError(f"{name} returned None{when}. Add a return statement.")
    return result


def as_array(result: Any, name: str) -> Array:
    """Convert the result of a function to an array of floats.

    Raises:
        UnusableError: if it is not an array of numbers.
    """
    try:
        return np.asarray(result, dtype=float)
    except (TypeError, ValueError):
        kind = type(result).__name__
        raise UnusableError(f"{name} returned {kind}. Return an array.") from None
