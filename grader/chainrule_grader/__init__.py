"""Marks students' functions by what they compute, and names the mistake."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from chainrule_grader.judging.check import check
    from chainrule_grader.judging.hints import hint

__all__ = ["check", "hint"]

_MODULES: Final = {"check": "judging.check", "hint": "judging.hints"}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that the command starts without NumPy."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value
