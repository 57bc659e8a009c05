"""`chainrule init` makes a course, and prints the commands that come next."""

from chainrule_grader.cli.main import main
from chainrule_grader.course.course import Course


def test_the_next_commands_are_printed(tmp_path, monkeypatch, capsys):
    """The output names the new course and how to go on."""
    monkeypatch.chdir(tmp_path)
    assert 0 == main(["init", "my course"])
    said = capsys.readouterr().out
    assert f"made the course {tmp_path / 'my course'}\n" in said
    for command in ("cd 'my course'", "chainrule lab", "nbgrader generate_", "chainrule autograde"):
        assert f"\n  {command}" in said
    monkeypatch.chdir(tmp_path / "my course/course/lectures")
    assert tmp_path / "my course" == Course.find().root


def test_in_the_current_folder_there_is_nothing_to_enter(tmp_path, monkeypatch, capsys):
    """`chainrule init .` prints no `cd`."""
    monkeypatch.chdir(tmp_path)
    assert 0 == main(["init", "."])
    said = capsys.readouterr().out
    assert "cd " not in said
    assert "\nNext:\n  chainrule lab " in said


def test_a_folder_that_is_in_use_is_one_sentence(tmp_path, capsys):
    """No traceback, and exit status 1."""
    (tmp_path / "thesis.tex").touch()
    assert 1 == main(["init", str(tmp_path)])
    said = capsys.readouterr().err
    assert "it has thesis.tex" in said
    assert 1 == said.count("\n")
