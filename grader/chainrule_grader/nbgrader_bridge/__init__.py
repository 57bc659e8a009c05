"""Let nbgrader's own commands read, grade and return submissions in our way."""

from chainrule_grader.nbgrader_bridge.config import configure

__all__ = ["configure"]
