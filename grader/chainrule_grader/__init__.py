"""Marks students' functions by what they compute, and names the mistake."""

from chainrule_grader.check import check
from chainrule_grader.hints import hint

__all__ = ["check", "hint"]
