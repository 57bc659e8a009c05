"""What takes long the first time is made ready for a notebook that will want it.

A wrong guess costs time and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

MAGIC: Final = re.compile(
    r"^[ \t]*(?:%{1,2}[a-z]|(?:[\w.]+\?{1,2}|\?{1,2}[\w.]+)[ \t]*$)", re.MULTILINE
)
"""A line that IPython reads and Python cannot: `%timeit f(x)`, `relu?`."""


def wish(sources: Sequence[str]) -> str:
    """Return what code will want, cell by cell, of the things that a worker can have at hand."""
    if any("matplotlib" in source for source in sources):
        return "drawing"
    return "magics" if any(map(MAGIC.search, sources)) else ""


def at_a_glance(content: bytes) -> str:
    """Return what a notebook will likely want, from its file as it is."""
    return "drawing" if b"matplotlib" in content else ""
