"""`input` raises an error at once where nobody can type an answer."""

from __future__ import annotations

import builtins
import contextlib
from collections.abc import Iterator
from typing import NoReturn


class InputError(EOFError):
    """Code that is checked called `input`."""


@contextlib.contextmanager
def no_input() -> Iterator[None]:
    """Replace `input` by a function that raises `InputError`."""
    original = builtins.input
    builtins.input = _refuse
    try:
        yield
    finally:
        builtins.input = original


def _refuse(_prompt: object = "", /) -> NoReturn:
    raise InputError("input() was called, and nobody can type an answer while code is checked")
