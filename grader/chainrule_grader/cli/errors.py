"""The errors that the user can correct: the command reports them without a traceback."""

from __future__ import annotations


def reported_errors() -> tuple[type[Exception], ...]:
    """Return the errors whose message is one sentence for the user."""
    # Imported only after an error: together these modules take longer to load than any command.
    from chainrule_grader.authoring.build import BuildError
    from chainrule_grader.authoring.demo import DemoError
    from chainrule_grader.authoring.init import InitError
    from chainrule_grader.authoring.new import NewTaskError
    from chainrule_grader.authoring.release import ReleaseError
    from chainrule_grader.course.course import NoCourseError
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
    )
