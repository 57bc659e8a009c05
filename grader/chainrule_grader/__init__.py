"""Marks students' functions by what they compute, and names the mistake."""

from chainrule_grader.judging.check import check
from chainrule_grader.judging.hints import hint

__all__ = ["check", "hint"]
