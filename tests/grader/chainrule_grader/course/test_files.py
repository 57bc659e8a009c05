"""A file is replaced as a whole, or stays as it was."""

import errno

import pytest
from chainrule_grader.course.files import reason, replaced


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


@pytest.mark.parametrize("place", ["missing", "a_file"])
def test_an_error_names_the_file_itself(place, tmp_path):
    """The name of the temporary file says nothing to a user."""
    (tmp_path / "a_file").touch()
    path = tmp_path / place / "marks.csv"
    with pytest.raises(OSError, match="marks.csv") as caught, replaced(path) as temporary:
        temporary.write_text("new")
    assert str(path) == caught.value.filename


def test_a_full_disk_names_the_file(tmp_path):
    """The system's error has no name in it."""
    path = tmp_path / "marks.csv"
    with pytest.raises(OSError, match="No space left") as caught, replaced(path):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert str(path) == caught.value.filename
    assert [] == list(tmp_path.iterdir())


def test_a_reason_has_its_remedy():
    """A known error says what to do; another one says what the system said."""
    full = OSError(errno.ENOSPC, "No space left on device")
    assert "No space left on device; free some space and run the command again" == reason(full)
    assert "odd" == reason(OSError("odd"))
    assert "Broken" == reason(OSError(errno.EIO, "Broken"))
