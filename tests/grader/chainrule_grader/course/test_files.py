"""A file is replaced as a whole, or stays as it was."""

import pytest
from chainrule_grader.course.files import replaced


def test_a_file_is_replaced(tmp_path):
    """The new text is there, and no temporary file."""
    path = tmp_path / "marks.csv"
    path.write_text("old")
    with replaced(path) as temporary:
        temporary.write_text("new")
    assert {"marks.csv": "new"} == {p.name: p.read_text() for p in tmp_path.iterdir()}


def test_an_error_leaves_the_old_file(tmp_path):
    """The old text is there, and no temporary file."""
    path = tmp_path / "marks.csv"
    path.write_text("old")
    with pytest.raises(ValueError, match="half"):
        _write_half(path)
    assert {"marks.csv": "old"} == {p.name: p.read_text() for p in tmp_path.iterdir()}


def _write_half(path):
    with replaced(path) as temporary:
        temporary.write_text("half")
        raise ValueError("half")
