"""Configure nbgrader: its folders, and its steps of grading.

Steps are given by name, so that nbgrader's own commands and its formgrader find them too.
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
    # The release is committed. Without this, nbgrader would not replace it, and would not write the
    # problem set into its gradebook.
    config.GenerateAssignment.force = True
    config.Autograde.exporter_class = f"{BRIDGE}.exporter.SubmissionExporter"
    # The exporter grades in nbgrader's first pass, with all cells as they were released.
    config.Autograde.sanitize_preprocessors = []
    config.Autograde.autograde_preprocessors = [
        f"{BRIDGE}.marks.SaveVerdicts",
        "nbgrader.preprocessors.AssignLatePenalties",
    ]
    # Pages are always made again; nbgrader would leave out what a person has commented since.
    config.GenerateFeedback.force = True
    config.GenerateFeedback.exporter_class = f"{BRIDGE}.feedback.FeedbackExporter"
    config.GenerateFeedback.preprocessors = []
    config.ClearSolutions.code_stub = {"python": "# Your code here\nraise NotImplementedError"}
    # nbgrader 0.9.6 adds rows to a session in an order that SQLAlchemy 2.1 warns about.
    warnings.filterwarnings("ignore", category=SAWarning, module="nbgrader")
    # nbgrader starts the command alembic, which is installed in the folder of this Python.
    programs = str(Path(sys.executable).parent)
    if programs not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join([programs, os.environ.get("PATH", "")])
