"""A failure describes an exception in plain strings."""

from __future__ import annotations

import linecache
import re
import traceback
from dataclasses import dataclass
from typing import Final

from chainrule_worker.values import to_text, type_name

CELL_FILE: Final = re.compile(r"^<|ipykernel_\d+")
"""The name of the file of a cell, in a terminal or in a kernel; ipykernel's own files differ."""


@dataclass(frozen=True)
class Failure:
    """How a call or a cell ended without a result."""

    kind: str
    """The name of the exception's class."""
    message: str
    line: str = ""
    """The line of the student's code that raised it, if it is known."""


def describe_error(error: BaseException) -> Failure:
    """Describe an exception; the description never runs more than the exception's `__str__`."""
    if isinstance(error, SyntaxError):
        line = to_text(error.text, 1000).strip() if isinstance(error.text, str) else ""
        return Failure(type_name(error), to_text(error.msg, 300), line[:120])
    return Failure(type_name(error), to_text(error, 300), _student_line(error))


def _student_line(error: BaseException) -> str:
    """Return the last line of a notebook's cell that the exception passed through."""
    line = ""
    for frame, number in traceback.walk_tb(error.__traceback__):
        name = frame.f_code.co_filename
        if CELL_FILE.search(name):
            line = linecache.getline(name, number).strip() or line
    return line[:120]
