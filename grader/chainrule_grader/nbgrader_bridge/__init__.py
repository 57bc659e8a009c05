"""nbgrader keeps the books; this gives it our way to read, run and judge a submission."""

from chainrule_grader.nbgrader_bridge.config import configure

__all__ = ["configure"]
