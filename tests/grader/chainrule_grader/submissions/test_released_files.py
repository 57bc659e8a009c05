"""A worker gets the files that students got beside the notebook."""

from chainrule_grader.submissions.released_files import LARGEST, file_cells, read_files


def test_files_are_read_and_written(tmp_path, monkeypatch):
    """Small files, also in folders, arrive as they were, and no name is left behind."""
    folder, target = tmp_path / "release", tmp_path / "scratch"
    (folder / "data").mkdir(parents=True)
    target.mkdir()
    (folder / "data" / "table.csv").write_bytes(b"1,2\r\n\xff")
    (folder / "it's.txt").write_text("x")
    for left_out in ("set.ipynb", ".hidden", "large"):
        (folder / left_out).write_text("x")
    (folder / "large").write_bytes(b"x" * (LARGEST + 1))
    (folder / "link").symlink_to("/etc/passwd")
    files = read_files(folder)
    assert {"data/table.csv": b"1,2\r\n\xff", "it's.txt": b"x"} == files
    monkeypatch.chdir(target)
    names = {}
    for source in file_cells(files):
        exec(source, names)
    assert {"__builtins__"} == {*names}
    assert files == read_files(target)
