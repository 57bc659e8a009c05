"""Marks go into nbgrader's gradebook from the verdicts alone, and nothing counts without one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbgrader.preprocessors import SaveAutoGrades

from chainrule_grader.course.course import Course
from chainrule_grader.gradebook.gradebook import Gradebook
from chainrule_grader.gradebook.scores import findings
from chainrule_grader.submissions.merge import read_release


class SaveVerdicts(SaveAutoGrades):  # type: ignore[misc]
    """Saves scores and comments, all at once; fails closed where nbgrader's own step fails open."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Write one notebook's marks."""
        about = resources["nbgrader"]
        # The exporter's parent is nbgrader's converter, which knows the course.
        course = Course(Path(self.parent.parent.coursedir.root))
        release = read_release(course, about["assignment"])
        found = findings(nb, resources["chainrule"], release)
        with Gradebook(about["db_url"]) as gradebook:
            assignment = gradebook.assignment(about["assignment"])
            gradebook.write(assignment, {about["student"]: found}, {})
        return nb, resources
