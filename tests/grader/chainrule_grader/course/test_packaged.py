"""The package has a course in it; in a checkout, the course is the repository's."""

import stat

import pytest
from chainrule_grader.course import packaged


def test_a_checkout_has_the_course_of_the_repository(root):
    """No copy can be out of date: the files are those that are edited."""
    assert packaged.is_checkout()
    assert root == packaged.installed_course().root
    assert root / "tests/sample_class" == packaged.sample_class()


def test_a_wheel_has_its_own_course(tmp_path, monkeypatch):
    """Where the files are beside the module, they are the course."""
    monkeypatch.setattr(packaged.resources, "files", lambda _package: tmp_path)
    (tmp_path / "data").mkdir()
    assert not packaged.is_checkout()
    assert tmp_path / "data" == packaged.installed_course().root


def test_only_sources_are_copied(tmp_path):
    """Caches, checkpoints, hidden files and other kinds of file stay behind."""
    source = tmp_path / "from"
    for name in ("a/x.py", "b.ipynb", "a/__pycache__/x.py", ".ipynb_checkpoints/b.ipynb", "c.csv"):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(name)
    packaged.copy_files(source, tmp_path / "to")
    copied = [p.relative_to(tmp_path / "to") for p in (tmp_path / "to").rglob("*") if p.is_file()]
    assert ["a/x.py", "b.ipynb"] == sorted(map(str, copied))


def test_a_copy_can_be_written(tmp_path):
    """A course that is installed read-only becomes a course that can be edited."""
    source = tmp_path / "from"
    source.mkdir()
    (source / "x.py").write_text("1")
    (source / "x.py").chmod(0o444)
    packaged.copy_files(source, tmp_path / "to")
    assert (tmp_path / "to/x.py").stat().st_mode & stat.S_IWUSR


def test_no_file_is_overwritten(tmp_path):
    """A file of the same name stops the copy and stays as it is."""
    for folder, text in (("from", "new"), ("to", "mine")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.py").write_text(text)
    with pytest.raises(FileExistsError):
        packaged.copy_files(tmp_path / "from", tmp_path / "to")
    assert "mine" == (tmp_path / "to/x.py").read_text()
