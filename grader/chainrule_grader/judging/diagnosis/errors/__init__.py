"""Python's and NumPy's errors are explained: what happened in this call, in one sentence.

Each module explains the errors of one kind with a table of rules. A rule says nothing where the
error and the line that raised it leave several explanations open.
"""

from chainrule_grader.judging.diagnosis.errors.explain import explain_error
from chainrule_grader.judging.diagnosis.errors.rule import ErrorExplanation

__all__ = ["ErrorExplanation", "explain_error"]
