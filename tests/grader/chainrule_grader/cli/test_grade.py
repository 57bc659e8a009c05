"""`chainrule grade` marks any notebook anywhere, and reports each bad file in one line."""

import json

import pytest
from chainrule_grader.cli.main import main

HOSTILE_FILES = {
    "truncated": "it is broken off or no notebook at all",
    "directory": "it is a directory",
    "link": "it is a symbolic link",
    "large": "it has 50.0 MB, and at most 10 MB are read",
    "old": "it is of notebook format 3",
    "foreign": "it has none of the cells of a problem set",
    "missing": "it cannot be opened: No such file or directory",
}


@pytest.fixture
def hostile(tmp_path, released):
    """A folder of files that are no submissions, and one that is."""
    text = json.dumps(released)
    (tmp_path / "good.ipynb").write_text(text)
    (tmp_path / "truncated.ipynb").write_text(text[: len(text) // 2])
    (tmp_path / "directory.ipynb").mkdir()
    (tmp_path / "link.ipynb").symlink_to(tmp_path / "good.ipynb")
    with (tmp_path / "large.ipynb").open("wb") as file:
        file.truncate(50 * 2**20)
    (tmp_path / "old.ipynb").write_text('{"nbformat": 3, "worksheets": []}')
    (tmp_path / "foreign.ipynb").write_text('{"nbformat": 4, "cells": [], "metadata": {}}')
    return tmp_path


@pytest.mark.usefixtures("sandbox")
def test_files_that_are_no_submissions_have_one_clear_line_each(hostile, capsys):
    """Each has its reason and no points, the one good notebook is marked, and the status is 1."""
    names = [*HOSTILE_FILES, "good"]
    paths = [str(hostile / f"{name}.ipynb") for name in names]
    assert 1 == main(["grade", "--json", "--seed", "1", "--jobs", "2", *paths])
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert paths == [line["notebook"] for line in lines]
    for line, reason in zip(lines, HOSTILE_FILES.values(), strict=False):
        assert line["error"].startswith(reason)
        assert "\n" not in line["error"]
        assert (0, []) == (line["score"], line["tasks"])
    assert (None, 0, 11) == (lines[-1]["error"], lines[-1]["score"], len(lines[-1]["tasks"]))


@pytest.mark.usefixtures("sandbox")
def test_grading_for_people(root, capsys):
    """Without --json the verdicts are text."""
    assert 0 == main(["grade", "--seed", "3", str(root / "tests/sample_class/dina.ipynb")])
    said = capsys.readouterr().out
    assert "6 of 11 points" in said
    assert "✗ activations/step: a known mistake (50% of the points)" in said


@pytest.mark.usefixtures("sandbox")
def test_grading_needs_no_course(root, tmp_path, capsys, monkeypatch):
    """Any notebook is marked anywhere."""
    monkeypatch.chdir(tmp_path)
    assert 0 == main(["grade", "--json", str(root / "tests/sample_class/goran.ipynb")])
    line = json.loads(capsys.readouterr().out)
    assert ("activations", 0, 11.0) == (line["set"], line["score"], line["max"])
