"""`nbgrader generate_feedback` writes our page, with a person's scores and comments."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbconvert.exporters import Exporter

from chainrule_grader.course.course import Course
from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.gradebook.feedback import page
from chainrule_grader.gradebook.folders import identify
from chainrule_grader.gradebook.gradebook import Gradebook


class FeedbackExporter(Exporter):  # type: ignore[misc]
    """Makes the page of a graded notebook from the gradebook."""

    file_extension = ".html"

    def from_notebook_node(self, nb: Any, resources: Any = None, **options: Any) -> Any:
        """Return the page, and make sure that it can be released."""
        notebook, resources = super().from_notebook_node(nb, resources, **options)
        about = resources["nbgrader"]
        student, problem_set = about["student"], about["assignment"]
        # The parent is nbgrader's converter, which knows the folders.
        folder = Path(self.parent._format_dest(problem_set, student))  # noqa: SLF001
        folder.mkdir(parents=True, exist_ok=True)
        course = Course(Path(self.parent.coursedir.root))
        identify(folder, ProblemSet(course, problem_set), student)
        with Gradebook(about["db_url"]) as gradebook:
            marks = gradebook.marks(gradebook.assignment(problem_set), [student])[student]
        return page(notebook, problem_set, marks), resources
