"""A student's function is called in silence, and what stops it becomes a sentence."""

import contextlib
import io
import warnings
from collections.abc import Iterator

import numpy as np


class UnusableError(Exception):
    """A function gave nothing that could be drawn or compared; the message says what it gave."""


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Keep a function's printing and its warnings out of the lecture."""
    with (
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
        warnings.catch_warnings(),
        np.errstate(all="ignore"),
    ):
        warnings.simplefilter("ignore")
        yield


def first_line(error: BaseException) -> str:
    """Return what an error says, as far as it fits into a sentence."""
    return str(error).splitlines()[0] if str(error) else "nothing more"
