"""A course's own configuration file says where its marks are."""

import pytest
from chainrule_grader.authoring.release import nbgrader_config
from chainrule_grader.course.course import MARK, Course
from chainrule_grader.course.settings import settings


def course(folder, *lines):
    """A course whose configuration has these lines."""
    (folder / MARK).write_text("\n".join(["c = get_config()", *lines]) + "\n")
    return Course(folder)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (None, "sqlite:///{root}/gradebook.db"),
        ("sqlite:////data/marks.db", "sqlite:////data/marks.db"),
        ("sqlite:///marks.db", "sqlite:///{root}/marks.db"),
        ("sqlite:///:memory:", "sqlite:///:memory:"),
        ("postgresql://host/marks", "postgresql://host/marks"),
    ],
)
def test_the_gradebooks_address(url, expected, tmp_path):
    """It is the file's `db_url`, or nbgrader's default; a relative path starts at the course."""
    lines = [] if url is None else [f"c.CourseDirectory.db_url = {url!r}"]
    found = settings(course(tmp_path, *lines)).db_url
    assert expected.format(root=tmp_path) == found


def test_a_rule_for_late_submissions(tmp_path):
    """The configuration is returned only where it has such a rule."""
    assert settings(course(tmp_path)).late is None
    line = "c.AssignLatePenalties.plugin_class = 'mine.Plugin'"
    late = settings(course(tmp_path, line)).late
    assert late.AssignLatePenalties.plugin_class == "mine.Plugin"


def test_what_is_not_copied(tmp_path):
    """The patterns are nbgrader's `ignore`."""
    assert ("*.zip",) == settings(course(tmp_path, "c.CourseDirectory.ignore = ['*.zip']")).ignored


def test_releases_go_into_the_same_gradebook(tmp_path):
    """What is released through nbgrader uses the `db_url` of the file, and our own folders."""
    config = nbgrader_config(course(tmp_path, "c.CourseDirectory.db_url = 'postgresql://a/b'"))
    assert "postgresql://a/b" == config.CourseDirectory.db_url
    assert (str(tmp_path), "solutions") == (
        config.CourseDirectory.root,
        config.CourseDirectory.source_directory,
    )
