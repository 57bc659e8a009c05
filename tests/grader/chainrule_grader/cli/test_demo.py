"""`chainrule demo` writes into a folder of its own, and into no other."""

import pytest
from chainrule_grader.authoring.demo import MADE_BY
from chainrule_grader.cli.main import main


@pytest.mark.usefixtures("sandbox")
def test_a_folder_with_other_files_is_left_alone(tmp_path, capsys):
    """Nobody's files are replaced by a demonstration."""
    (tmp_path / "thesis.tex").write_text("years of work")
    assert 1 == main(["demo", "--into", str(tmp_path)])
    assert "has other files in it" in capsys.readouterr().err
    assert ["thesis.tex"] == [path.name for path in tmp_path.iterdir()]
    assert not (tmp_path / MADE_BY).exists()
