"""Every error becomes one sentence: the command shows no traceback."""

from __future__ import annotations

import tempfile
import traceback


def sentence(error: Exception) -> str:
    """Say in one sentence what went wrong, and what the user can do about it."""
    if isinstance(error, reported_errors()):
        return str(error)
    if isinstance(error, OSError):
        return _system_error(error)
    return _fault(error)


def reported_errors() -> tuple[type[Exception], ...]:
    """Return the errors whose message is one sentence for the user."""
    # Imported only after an error: together these modules take longer to load than any command.
    from chainrule_grader.authoring.build import BuildError
    from chainrule_grader.authoring.demo import DemoError
    from chainrule_grader.authoring.init import InitError
    from chainrule_grader.authoring.new import NewTaskError
    from chainrule_grader.authoring.release import ReleaseError
    from chainrule_grader.course.course import NoCourseError
    from chainrule_grader.course.problem_set import UnknownSetError
    from chainrule_grader.course.settings import SettingsError
    from chainrule_grader.execution.cluster import ClusterError
    from chainrule_grader.execution.sandbox import SandboxError
    from chainrule_grader.gradebook.batch import GradingError
    from chainrule_grader.gradebook.export import ExportError
    from chainrule_grader.gradebook.report import ReportError

    return (
        BuildError,
        ClusterError,
        DemoError,
        ExportError,
        GradingError,
        InitError,
        NewTaskError,
        NoCourseError,
        ReleaseError,
        ReportError,
        SandboxError,
        SettingsError,
        UnknownSetError,
    )


def _system_error(error: OSError) -> str:
    """Say which file the system refused, why, and what helps."""
    from chainrule_grader.course.files import reason

    path = error.filename2 or error.filename
    return f"{path} cannot be used: {reason(error)}" if path else reason(error)


def _fault(error: Exception) -> str:
    """Say that the command itself failed, and where the traceback for a report is."""
    summary = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="chainrule-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            file.writelines(traceback.format_exception(error))
    except OSError:
        return f"this is a fault of the command and not yours ({summary}); please report it"
    return (
        f"this is a fault of the command and not yours ({summary}); "
        f"please report it with the file {file.name}"
    )
