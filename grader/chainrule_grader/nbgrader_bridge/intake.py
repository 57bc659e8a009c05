"""nbgrader reads a submission through this: it gets the release, with the student's text."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter

from chainrule_grader import notebook
from chainrule_grader.booking import canonical
from chainrule_grader.course import Course
from chainrule_grader.foresight import at_a_glance
from chainrule_grader.nbgrader_bridge.execute import SandboxExecute
from chainrule_grader.notebook import UnreadableError
from chainrule_grader.sandbox import foresee, warm_up


class SubmissionExporter(NotebookExporter):  # type: ignore[misc]
    """Reads submissions with suspicion, and what was made of them as usual."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if not SandboxExecute(parent=self).unsafe:
            self._warm_up()

    def _warm_up(self) -> None:
        """Have the sandbox warm up for this class while nbgrader turns to its gradebook."""
        secrets = Course(Path(self.parent.coursedir.root)).secrets
        warm_up(secrets)
        for paths in self.parent.assignments.values():
            for path in map(Path, paths):
                with contextlib.suppress(UnreadableError):
                    foresee(secrets, at_a_glance(notebook.content(path)))

    def from_filename(self, filename: str, resources: Any = None, **options: Any) -> Any:
        """Convert a file: a student's at the first of nbgrader's two passes, ours at the second."""
        # nbgrader keeps a converter's pass to itself; this is the one thing that tells them apart.
        if not getattr(self.parent, "_sanitizing", False):
            return super().from_filename(filename, resources=resources, **options)
        problem_set = resources["nbgrader"]["assignment"]
        release = Course(Path(self.parent.coursedir.root)).release(problem_set)
        made = nbformat.from_dict(received(Path(filename), release))
        return self.from_notebook_node(made, resources, **options)


def received(path: Path, release: Path) -> dict[str, Any]:
    """Return the release with a student's answers in it, or with the reason why there are none."""
    wanted = nbformat.read(release, as_version=4)
    try:
        return canonical.read(notebook.content(path), wanted, release.stem)
    except UnreadableError as error:
        return canonical.unreadable(wanted, str(error))
