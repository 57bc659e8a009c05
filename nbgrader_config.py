"""nbgrader's configuration of this course: folders, and marking in the sandbox."""

from chainrule_grader.nbgrader_bridge import configure

configure(get_config())  # type: ignore[name-defined]  # noqa: F821  nbgrader defines it
