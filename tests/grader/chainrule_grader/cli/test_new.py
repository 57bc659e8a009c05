"""`chainrule new` writes the files of a task."""

import shutil

import pytest
from chainrule_grader.cli.main import main
from chainrule_grader.judging import registry


@pytest.fixture
def course(root, tmp_path, monkeypatch):
    """An empty course with tasks of its own, which is the current folder."""
    shutil.copy(root / "nbgrader_config.py", tmp_path)
    monkeypatch.setattr(registry, "TASKS", tmp_path / "tasks")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_file_is_named(course, capsys):
    """Each written file has its line, and exists."""
    assert 0 == main(["new", "losses/hinge"])
    *written, last = capsys.readouterr().out.splitlines()
    paths = [line.removeprefix("wrote ") for line in written]
    assert [str(course / "tasks/losses/hinge.py")] == [p for p in paths if p.endswith("hinge.py")]
    assert "BLANK" in last


def test_a_new_set_is_made_only_on_request(course, capsys):
    """A mistyped name gets the nearest one; `--new-set` makes the set."""
    assert 0 == main(["new", "losses/hinge"])
    assert 1 == main(["new", "loses/huber"])
    assert "did you mean 'losses'? --new-set makes a new one" in capsys.readouterr().err
    assert 1 == main(["new", "stars/mars"])
    assert "there are losses; --new-set makes a new one" in capsys.readouterr().err
    assert not (course / "solutions/stars").exists()
    assert 0 == main(["new", "--new-set", "stars/mars"])
    assert (course / "solutions/stars/stars.py").exists()


@pytest.mark.usefixtures("course")
def test_a_wrong_name_is_one_sentence(capsys):
    """A name that no task can have is refused without a traceback."""
    assert 1 == main(["new", "hinge"])
    assert "a task is named <set>/<task>" in capsys.readouterr().err
