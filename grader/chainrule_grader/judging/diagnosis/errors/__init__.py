"""Python's and NumPy's errors are explained: what happened in this call, in one sentence.

Each module in `rules` has a table of rules. A rule looks at the exception's message and at the line
that raised it, and says nothing where these leave several explanations open.
"""

from chainrule_grader.judging.diagnosis.errors.explain import explain_error
from chainrule_grader.judging.diagnosis.errors.rule import ErrorExplanation

__all__ = ["ErrorExplanation", "explain_error"]
