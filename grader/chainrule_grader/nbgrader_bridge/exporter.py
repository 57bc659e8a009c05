"""nbgrader reads a submission through this: it gets the release, with the student's text."""

from __future__ import annotations

import contextlib
import itertools
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter

from chainrule_grader.course.course import Course
from chainrule_grader.execution.prewarm import file_profile
from chainrule_grader.execution.sandbox import warm_up, warm_up_profile
from chainrule_grader.gradebook.folders import is_done
from chainrule_grader.nbgrader_bridge.execute import SandboxExecute
from chainrule_grader.submissions import merge, notebook
from chainrule_grader.submissions.merge import Notebook
from chainrule_grader.submissions.notebook import UnreadableError


class SubmissionExporter(NotebookExporter):  # type: ignore[misc]
    """Reads submissions with suspicion, and what was made of them as usual."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.course = Course(Path(self.parent.coursedir.root))
        self.execute = SandboxExecute(parent=self)
        folders = sorted(self.parent.assignments.items())
        paths = [path for _, notebooks in folders for path in sorted(notebooks)]
        self.following = dict(itertools.pairwise(paths))
        if not self.execute.unsafe:
            self._warm_up(paths)

    def _warm_up(self, paths: list[str]) -> None:
        """Have the sandbox warm up for this class while nbgrader turns to its gradebook."""
        warm_up(self.course.secrets)
        for path in paths:
            with contextlib.suppress(UnreadableError):
                warm_up_profile(self.course.secrets, file_profile(notebook.content(Path(path))))

    def from_filename(self, filename: str, resources: Any = None, **options: Any) -> Any:
        """Convert a file: a student's at the first of nbgrader's two passes, ours at the second."""
        # nbgrader keeps a converter's pass to itself; this is the one thing that tells them apart.
        if not getattr(self.parent, "_sanitizing", False):
            return super().from_filename(filename, resources=resources, **options)
        problem_set = resources["nbgrader"]["assignment"]
        made = received(Path(filename), self.course, problem_set)
        self.execute.begin(made, problem_set)
        following = Path(self.following.get(filename, ""))
        if following.name and not is_done(self.course, following.parts[-3], problem_set):
            self.execute.begin(received(following, self.course, problem_set), problem_set)
        return self.from_notebook_node(nbformat.from_dict(made), resources, **options)


def received(path: Path, course: Course, problem_set: str) -> Notebook:
    """Return the release with a student's answers in it, or with the reason why there are none."""
    release = merge.read_release(course, problem_set)
    try:
        return merge.read(notebook.content(path), release, problem_set)
    except UnreadableError as error:
        return merge.unreadable(release, str(error))
