"""What nbgrader is told: where things lie, and which steps marking has.

Steps are given by name, so that nbgrader's own commands and its formgrader find them as well.
"""

from __future__ import annotations

import os
import sys
import warnings
from pathlib import Path
from typing import Any, Final

from sqlalchemy.exc import SAWarning

from chainrule_grader.course.course import Course

BRIDGE: Final = "chainrule_grader.nbgrader_bridge"


def configure(config: Any, root: Path | None = None) -> None:
    """Set nbgrader's configuration for a course, the one that the current folder lies in."""
    course = Course(root) if root else Course.find()
    folders = config.CourseDirectory
    folders.root = str(course.root)
    folders.source_directory = "solutions"
    folders.release_directory = str(Path("course") / "exercises")
    # nbgrader would hand out every file beside a source notebook, answers included.
    folders.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback", "*.py", "*.new"]
    # The release is committed, and always made anew; without this nbgrader would leave it, and its
    # gradebook without the problem set.
    config.GenerateAssignment.force = True
    config.Autograde.exporter_class = f"{BRIDGE}.exporter.SubmissionExporter"
    # What cells say of themselves is the release's from here on, and needs no checking.
    config.Autograde.sanitize_preprocessors = ["nbgrader.preprocessors.OverwriteCells"]
    config.Autograde.autograde_preprocessors = [
        f"{BRIDGE}.execute.SandboxExecute",
        f"{BRIDGE}.marks.SaveVerdicts",
        "nbgrader.preprocessors.AssignLatePenalties",
    ]
    # Pages are always made again; nbgrader would leave out what a person has commented since.
    config.GenerateFeedback.force = True
    config.GenerateFeedback.exporter_class = f"{BRIDGE}.feedback.FeedbackExporter"
    config.GenerateFeedback.preprocessors = []
    config.ClearSolutions.code_stub = {"python": "# Your code here\nraise NotImplementedError"}
    # nbgrader 0.9.6 adds rows to a session in an order that SQLAlchemy 2.1 remarks on, every time.
    warnings.filterwarnings("ignore", category=SAWarning, module="nbgrader")
    # nbgrader starts alembic by its name, which is installed beside this Python.
    beside = str(Path(sys.executable).parent)
    if beside not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join([beside, os.environ.get("PATH", "")])
