"""`chainrule build` writes notebooks, and `--check` compares them."""

import shutil

import pytest
from chainrule_grader.cli.main import main
from chainrule_grader.course.course import MARK

LECTURE = "# %% [markdown]\n# # A lecture\n"


@pytest.fixture
def lecture(root, tmp_path, monkeypatch):
    """The source of the one lecture of a small course, which is the current folder."""
    shutil.copy(root / MARK, tmp_path / MARK)
    source = tmp_path / "course/lectures/01_one.py"
    source.parent.mkdir(parents=True)
    source.write_text(LECTURE)
    monkeypatch.chdir(tmp_path)
    return source


def test_building_names_what_it_wrote(lecture, capsys):
    """Each written notebook has its line, and a second run writes nothing."""
    assert 0 == main(["build"])
    assert f"built {lecture.with_suffix('.ipynb')}\n" == capsys.readouterr().out
    assert 0 == main(["build"])
    assert "" == capsys.readouterr().out


def test_check_fails_where_a_notebook_differs(lecture, capsys):
    """`--check` names the notebook, returns 1, and writes nothing."""
    notebook = lecture.with_suffix(".ipynb")
    assert 1 == main(["build", "--check"])
    assert f"differs from its source: {notebook}\n" == capsys.readouterr().out
    assert not notebook.exists()
    main(["build"])
    assert 0 == main(["build", "--check"])


@pytest.mark.usefixtures("lecture")
def test_a_problem_set_that_does_not_exist(capsys):
    """`--from-notebooks` with a wrong name is one sentence."""
    assert 1 == main(["build", "--from-notebooks", "astrology"])
    assert "there is no notebook" in capsys.readouterr().err


def test_blanks_are_named(lecture, monkeypatch, capsys):
    """Each file with a blank has a line with the numbers of its lines, and building goes on."""
    monkeypatch.setattr("chainrule_grader.judging.registry.TASKS", lecture.parent / "tasks")
    source = lecture.parents[2] / "solutions/mine/mine.py"
    source.parent.mkdir(parents=True)
    source.write_text("# %% [markdown]\n# BLANK: why\n\n# %%\n# BLANKET\n")
    assert 0 == main(["build"])
    said = capsys.readouterr()
    assert f"built {source.with_suffix('.ipynb')}" in said.out
    assert f"chainrule: {source} has a BLANK to fill in: line 2\n" == said.err


def test_a_notebook_that_cannot_be_read(lecture, capsys):
    """One sentence names it, and it is not overwritten."""
    notebook = lecture.with_suffix(".ipynb")
    for text in ('{"cells": [', "[]", ""):
        notebook.write_text(text)
        assert 1 == main(["build"])
        said = capsys.readouterr().err
        assert f"{notebook} cannot be read (" in said
        assert "delete it, then run `chainrule build`" in said
        assert 1 == said.count("\n")
        assert text == notebook.read_text()
