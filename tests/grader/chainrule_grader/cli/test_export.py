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


def test_a_table_is_written(course, capsys):
    """The command writes the file that `--to` names, and prints its path."""
    assert 0 == main(["export", "--lms", "csv", "--to", "all.csv"])
    assert f"{course / 'all.csv'}\n" == capsys.readouterr().out
    assert (course / "all.csv").exists()


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize("given", [[], ["--set", "activations"], ["--template", "t.csv"]])
def test_an_lms_needs_its_own_table(given, capsys):
    """A sentence names both options where one is missing."""
    assert 1 == main(["export", "--lms", "canvas", *given])
    said = capsys.readouterr().err
    assert "--template" in said
    assert "--set" in said
