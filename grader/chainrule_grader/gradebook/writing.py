"""Write graded submissions so that no student's submission costs another student anything.

A batch is staged, then its marks are written, then it is published. Where a step fails for one
student, this student is left out and has a record that says why.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Final, final

from chainrule_grader.course.settings import Settings
from chainrule_grader.execution.record import Record
from chainrule_grader.gradebook import folders
from chainrule_grader.gradebook.feedback import Marks, page
from chainrule_grader.gradebook.folders import FolderError, OutputFolders
from chainrule_grader.gradebook.gradebook import Assignment, Gradebook, GradebookError
from chainrule_grader.gradebook.graded_submission import GradedSubmission
from chainrule_grader.gradebook.late import assign_penalties

LONGEST_NAME: Final = 128
"""The most characters of a student's name in nbgrader's gradebook."""
REPORT: Final = "-class.html"
"""The end of the name of a class report, which is beside students' folders of feedback."""


def refusal(student: str) -> str | None:
    """Return why nothing can be written under a student's name, if that is so."""
    try:
        student.encode()
    except UnicodeEncodeError:
        return "the name of its folder is not UTF-8"
    if len(student) > LONGEST_NAME:
        return f"the name of its folder has more than {LONGEST_NAME} characters"
    if student.startswith("."):
        return "the name of its folder begins with a dot, and nbgrader ignores such folders"
    if student.endswith(REPORT):
        return f"the name of its folder ends in {REPORT}, which is the name of a report"
    return None


@final
class Writer:
    """Writes batches of graded submissions to one problem set."""

    def __init__(
        self,
        output: OutputFolders,
        gradebook: Gradebook,
        assignment: Assignment,
        settings: Settings,
    ) -> None:
        self.output = output
        self.problem_set = output.problem_set
        self.gradebook = gradebook
        self.assignment = assignment
        self.settings = settings
        self.batch: Mapping[str, GradedSubmission] = {}
        self.changed: dict[str, Marks] = {}
        """The marks of those students who have marks or comments by a person, or a penalty."""
        self.failed: dict[str, Record] = {}

    def write(self, batch: Mapping[str, GradedSubmission]) -> dict[str, Record]:
        """Write a batch, by student; return the records of those that could not be written.

        Raises:
            FolderError, GradebookError: for an error that is no submission's, as a full disk.
        """
        self.batch, self.changed, self.failed = batch, {}, {}
        students = self._each(batch, self._write_files)
        students = self._write_marks(students)
        students = self._each([*students], self._write_page)
        if students:
            folders.flush(self.problem_set.course.autograded)
        self._each(students, self.output.publish)
        return self.failed

    def _each(self, students: Iterable[str], step: Callable[[str], None]) -> list[str]:
        """Do a step for each student, and return those for whom it succeeded."""
        good = []
        for student in students:
            try:
                step(student)
                good.append(student)
            except Exception as error:
                if isinstance(error, FolderError) and error.is_everybodys:
                    raise
                text = f"it could not be written: {error}"[:300]
                self.failed[student] = replace(self.batch[student].record, error=text)
        return good

    def _write_files(self, student: str) -> None:
        one = self.batch[student]
        self.output.write(student, one.notebook, one.page)

    def _write_marks(self, students: list[str]) -> list[str]:
        """Write the marks of all together or, if that fails, of one student after the other."""
        try:
            self._write_marks_of(students)
        except Exception as error:
            good = self._each(students, lambda student: self._write_marks_of([student]))
            if not good and isinstance(error, GradebookError):
                raise  # it is no student's fault
            return good
        return students

    def _write_marks_of(self, students: list[str]) -> None:
        if not students:
            return
        submitted = {name: folders.timestamp(self.problem_set.submitted(name)) for name in students}
        found = {student: self.batch[student].findings for student in students}
        marks = self.gradebook.write(self.assignment, found, submitted)
        if self.settings.late is not None:
            late, url = self.settings.late, self.settings.db_url
            assign_penalties(late, url, self.problem_set.name, students)
            marks = self.gradebook.marks(self.assignment, students)
        self.changed |= marks

    def _write_page(self, student: str) -> None:
        """Write the page again, if a person or a penalty has changed the marks."""
        if student in self.changed:
            notebook = json.loads(self.batch[student].notebook)
            html = page(notebook, self.problem_set.name, self.changed[student])
            self.output.write_page(student, html)
