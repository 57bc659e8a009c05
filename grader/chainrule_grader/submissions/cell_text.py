"""Read what a cell's text says: which tasks it checks, and which names it defines.

The texts are hostile, and are searched by patterns that take time in proportion to their length.
"""

from __future__ import annotations

import re
from typing import Final

CHECK: Final = re.compile(
    r"""^[ \t]*(?:[A-Za-z_]\w*[ \t]*=[ \t]*)?check\([ \t]*
    ["'](?P<set>[a-z]\w*)/(?P<task>[a-z]\w*)["']
    (?:[ \t]*,[ \t]*(?P<function>[A-Za-z_]\w*)[ \t]*\))?""",
    re.MULTILINE | re.VERBOSE,
)
"""A line that checks a task: `check("activations/relu", relu)`."""
DEFINITION: Final = re.compile(
    r"^(?:(?:async[ \t]+)?def|class)[ \t]+([A-Za-z_]\w*)|^([A-Za-z_]\w*)[ \t]*=(?!=)", re.MULTILINE
)
"""A name that a function, a class or an assignment gets at the top level of a cell."""
FUNCTION: Final = re.compile(r"^(?:(?:async[ \t]+)?def|class)[ \t]+([A-Za-z_]\w*)", re.MULTILINE)
WORD: Final = re.compile(r"[^\W\d]\w*")
IMPORT: Final = re.compile(r"^(?:import|from)[ \t]", re.MULTILINE)


def checked_tasks(source: str) -> dict[str, str]:
    """Return the tasks `<set>/<task>` that a cell checks, each with the function's name or ""."""
    return {
        f"{found['set']}/{found['task']}": found["function"] or ""
        for found in CHECK.finditer(source)
    }


def defined_names(source: str) -> set[str]:
    """Return the names that a cell's text defines at its top level."""
    return {function or name for function, name in DEFINITION.findall(source)}


def defined_functions(source: str) -> set[str]:
    """Return the functions and classes that a cell's text defines at its top level."""
    return {*FUNCTION.findall(source)}


def used_names(source: str) -> set[str]:
    """Return all words of a text, among which are the names that it uses."""
    return {*WORD.findall(source)}


def has_definitions(source: str) -> bool:
    """Return whether later cells can need what this cell does."""
    return bool(DEFINITION.search(source) or IMPORT.search(source))
