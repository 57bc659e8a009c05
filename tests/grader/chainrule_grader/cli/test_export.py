"""`chainrule export` writes the marks as a table."""

import shutil

import pytest
from chainrule_grader.cli.main import main


@pytest.fixture
def course(root, tmp_path, monkeypatch):
    """A course without marks, which is the current folder."""
    shutil.copy(root / "nbgrader_config.py", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_course_without_marks_is_one_sentence(course, capsys):
    """No table and no gradebook are made, and the sentence says what comes first."""
    assert 1 == main(["export", "--lms", "csv", "--to", "all.csv"])
    said = capsys.readouterr()
    assert "there is no gradebook" in said.err
    assert "`chainrule autograde SET` marks submissions" in said.err
    assert ["nbgrader_config.py"] == [path.name for path in course.iterdir()]


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize("given", [[], ["--set", "activations"], ["--template", "t.csv"]])
def test_an_lms_needs_its_own_table(given, capsys):
    """A sentence names both options where one is missing."""
    assert 1 == main(["export", "--lms", "canvas", *given])
    said = capsys.readouterr().err
    assert "--template" in said
    assert "--set" in said
