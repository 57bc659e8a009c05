"""The demonstration runs in an empty folder: one command from sources to marks."""

import pytest
from chainrule_grader.cli.main import main


@pytest.mark.slow
@pytest.mark.usefixtures("sandbox")
def test_the_demonstration(tmp_path, monkeypatch, capsys, expected_class):
    """The whole sample class is marked; the output has its table and the paths of the results."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    place = tmp_path / "demo"
    assert 0 == main(["demo"])
    said = capsys.readouterr().out
    for student in [*expected_class, "mona"]:
        assert f"\n{student} " in said
        assert (place / "feedback" / student / "activations" / "activations.html").exists()
    for name in ("gradebook.db", "marks.csv", "feedback/activations-class.html"):
        assert (place / name).exists()
        assert str(place / name) in said
    assert ["demo"] == [path.name for path in tmp_path.iterdir()]
