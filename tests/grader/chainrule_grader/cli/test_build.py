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
