"""The main job, with nothing set up: one command from sources to marks."""

import pytest
from chainrule_grader.cli.main import main


@pytest.mark.usefixtures("sandbox")
def test_the_demonstration(root, tmp_path, monkeypatch, capsys, expected_class):
    """It marks the whole sample class, prints a table, and says where everything is."""
    monkeypatch.chdir(root)
    monkeypatch.setenv("COLUMNS", "200")
    place = tmp_path / "demo"
    assert 0 == main(["demo", "--into", str(place)])
    said = capsys.readouterr().out
    for student in [*expected_class, "mona"]:
        assert f"\n{student} " in said
        assert (place / "feedback" / student / "activations" / "activations.html").exists()
    for name in ("gradebook.db", "marks.csv", "feedback/activations-class.html"):
        assert (place / name).exists()
        assert str(place / name) in said
    assert (root / "tests/sample_class/ada.ipynb").exists()


def test_without_the_sample_class_a_sentence_says_so(tmp_path, monkeypatch, capsys):
    """In a course without it there is nothing to demonstrate."""
    (tmp_path / "nbgrader_config.py").touch()
    monkeypatch.chdir(tmp_path)
    assert 1 == main(["demo"])
    assert "run this in a copy of the project" in capsys.readouterr().err
