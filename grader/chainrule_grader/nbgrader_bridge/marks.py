"""Save the marks of a graded submission in nbgrader's gradebook."""

from __future__ import annotations

from typing import Any

from nbgrader.preprocessors import SaveAutoGrades

from chainrule_grader.gradebook.gradebook import Gradebook


class SaveVerdicts(SaveAutoGrades):  # type: ignore[misc]
    """Saves scores and comments from the verdicts alone, and all in one transaction."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Write the marks of the submission that the exporter graded last."""
        about = resources["nbgrader"]
        with Gradebook(about["db_url"]) as gradebook:
            assignment = gradebook.assignment(about["assignment"])
            gradebook.write(assignment, {about["student"]: self.parent.graded.findings}, {})
        return nb, resources
