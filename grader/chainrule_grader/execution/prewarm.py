"""The profile of a notebook names what it needs that is slow the first time.

A worker for it is forked from a zygote that has warmed up that profile. A wrong profile costs time
and changes no result.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

MAGIC: Final = re.compile(
    r"^[ \t]*(?:%{1,2}[a-z]|(?:[\w.]+\?{1,2}|\?{1,2}[\w.]+)[ \t]*$)", re.MULTILINE
)
"""A line of IPython's own syntax: `%timeit f(x)`, `relu?`."""


def notebook_profile(sources: Sequence[str]) -> str:
    """Return the profile of a notebook's code cells: "drawing", "magics" or none ("")."""
    if any("matplotlib" in source for source in sources):
        return "drawing"
    return "magics" if any(map(MAGIC.search, sources)) else ""
