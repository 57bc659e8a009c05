"""`input` raises an error at once where nobody can type an answer."""

from __future__ import annotations

import builtins
import contextlib
from collections.abc import Iterator
from typing import Final, NoReturn

MESSAGE: Final = "input() was called, and nobody can type an answer while code is checked"


@contextlib.contextmanager
def no_input() -> Iterator[None]:
    """Replace `input` by a function that raises `EOFError`."""
    original = builtins.input
    builtins.input = _raise_error
    try:
        yield
    finally:
        builtins.input = original


def _raise_error(_prompt: object = "", /) -> NoReturn:
    raise EOFError(MESSAGE)
