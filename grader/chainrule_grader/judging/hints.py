"""Students open hints one at a time; opening a hint costs no points."""

from __future__ import annotations

from typing import Any, Final, final

from chainrule_grader.judging import registry
from chainrule_grader.judging.registry import NotebookError, UsageError, in_words

LEVELS: Final = ("the concept", "the formula", "nearly the code")
_opened: Final[dict[str, int]] = {}
"""The highest level of each task's hints that was opened in this kernel."""


class LevelError(NotebookError, ValueError):
    """No hint has that level."""


@final
class Hint(str):
    """A hint's text, which is displayed with its level."""

    __slots__ = ("level",)

    level: int

    def __new__(cls, text: str, level: int) -> Hint:
        """Return a hint of a level."""
        hint = super().__new__(cls, text)
        hint.level = level
        return hint

    def __repr__(self) -> str:
        return f"Hint {self.level} of {len(LEVELS)}, {LEVELS[self.level - 1]}: {self}"

    def _repr_markdown_(self) -> str:
        return f"**Hint {self.level} of {len(LEVELS)}, {LEVELS[self.level - 1]}.** {self}"


def hint(identity: Any = None, level: int | None = None) -> Hint:
    """Open a task's next hint, or that of a level: 1 concept, 2 formula, 3 almost the code.

    Raises:
        UsageError: if the first argument is not a task's name; the message says how to write it.
        UnknownTaskError: if the task does not exist; the message names the nearest one.
        LevelError: if the level does not exist.
    """
    if not isinstance(identity, str):
        given = "nothing" if identity is None else in_words(identity)
        raise UsageError(
            f"hint needs a task's name, and was given {given}: "
            f'write hint("{registry.identity_of(identity)}")'
        )
    hints = registry.find(identity).hints
    if level is None:
        level = min(_opened.get(identity, 0) + 1, len(hints))
    if level not in range(1, len(hints) + 1):
        raise LevelError(
            f"a hint has the levels 1 to {len(hints)}, and {level!r} was given: "
            f'write hint("{identity}", 1)'
        )
    _opened[identity] = max(level, _opened.get(identity, 0))
    return Hint(hints[level - 1], level)
