"""Marks students' functions by what they compute, and names the mistake."""

from chainrule_grader.check import check, hint

__all__ = ["check", "hint"]
