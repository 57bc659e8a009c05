"""A student's function is called in silence, and what is wrong with it becomes a sentence."""

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
    """A function gave nothing that could be drawn or compared; the message says what it gave."""


def name_of(f: Function) -> str:
    """Return what to call a function in a sentence."""
    return str(getattr(f, "__name__", "your function"))


@contextlib.contextmanager
def silenced() -> Iterator[None]:
    """Keep a function's printing and its warnings out of the lecture."""
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
    """Run a student's code in silence, and turn an error into a sentence.

    Args:
        name: what the function is called.
        when: follows the kind of the error, as in " at step 3".
        context: a sentence about how the function was called.

    Raises:
        UnusableError: when the code raises an error or ends the program.
    """
    try:
        with silenced():
            yield
    except (Exception, SystemExit) as error:  # noqa: BLE001  # all is shown
        first = str(error).splitlines()[0] if str(error) else "nothing more"
        sentence = f"{name} raised {type(error).__name__}{when}: {first}."
        raise UnusableError(f"{sentence} {context}".rstrip()) from None


def call(
    f: Function,
    arrays: Mapping[str, Array],
    *others: Any,
    name: str | None = None,
    when: str = "",
    context: str = "",
) -> Any:
    """Call a student's function on copies of arrays, and return what it returned.

    Args:
        f: the function.
        arrays: its first arguments, each by what to call it: {"the array z": z}.
        others: its further arguments.
        name: what the function is called, if not by its own name.
        when: follows the kind of an error or fault, as in " at step 3".
        context: a sentence about how the function was called, after an error.

    Raises:
        UnusableError: where it raises an error, changes an array in place, or returns None.
    """
    name = name or name_of(f)
    given = [array.copy() for array in arrays.values()]
    with guarded(name, when=when, context=context):
        result = f(*given, *others)
    for (label, before), after in zip(arrays.items(), given, strict=True):
        if not np.array_equal(after, before, equal_nan=True):
            raise UnusableError(f"{name} changed {label} in place{when}. Make a new array instead.")
    if result is None:
        raise UnusableError(f"{name} returned None{when}. Is there a return at its end?")
    return result


def as_array(result: Any, name: str) -> Array:
    """Return what a function returned as an array of floats.

    Raises:
        UnusableError: where it is no array of numbers.
    """
    try:
        return np.asarray(result, dtype=float)
    except (TypeError, ValueError):
        kind = type(result).__name__
        raise UnusableError(f"{name} returned {kind}, and an array was needed.") from None
