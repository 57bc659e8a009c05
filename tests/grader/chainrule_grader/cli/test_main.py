"""The command does what its help says, and every mistake of its user is one sentence."""

import json
import shutil
import subprocess
import sys

import pytest
from chainrule_grader.cli.main import main

HOSTILE_FILES = {
    "truncated": "it is broken off or no notebook at all",
    "directory": "it is a directory",
    "link": "it is a symbolic link",
    "large": "it has 50.0 MB, and at most 10 MB are read",
    "old": "it is of notebook format 3",
    "foreign": "it has none of the cells of a problem set",
    "twice": "it has the cell relu twice",
    "missing": "it cannot be opened: No such file or directory",
}


@pytest.fixture
def hostile(tmp_path, released):
    """A folder of files that are no submissions, and one that is."""
    text = json.dumps(released)
    answer = next(c for c in released["cells"] if c["id"] == "relu")
    twice = released | {"cells": [*released["cells"], answer]}
    (tmp_path / "good.ipynb").write_text(text)
    (tmp_path / "truncated.ipynb").write_text(text[: len(text) // 2])
    (tmp_path / "directory.ipynb").mkdir()
    (tmp_path / "link.ipynb").symlink_to(tmp_path / "good.ipynb")
    with (tmp_path / "large.ipynb").open("wb") as file:
        file.truncate(50 * 2**20)
    (tmp_path / "old.ipynb").write_text('{"nbformat": 3, "worksheets": []}')
    (tmp_path / "foreign.ipynb").write_text('{"nbformat": 4, "cells": [], "metadata": {}}')
    (tmp_path / "twice.ipynb").write_text(json.dumps(twice))
    return tmp_path


@pytest.mark.usefixtures("sandbox")
def test_files_that_are_no_submissions_have_one_clear_line_each(hostile, capsys):
    """Each has its reason and no points, and the one good notebook is marked."""
    names = [*HOSTILE_FILES, "good"]
    paths = [str(hostile / f"{name}.ipynb") for name in names]
    assert 0 == main(["grade", "--json", "--seed", "1", "--jobs", "2", *paths])
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


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["build"], "lies in no course"),
        (["lab"], "lies in no course"),
        (["report", "activations"], "lies in no course"),
        (["new", "x/y"], "lies in no course"),
    ],
)
def test_outside_a_course_a_sentence_says_so(arguments, says, tmp_path, monkeypatch, capsys):
    """No traceback, and exit status 1."""
    monkeypatch.chdir(tmp_path)
    assert 1 == main(arguments)
    assert says in capsys.readouterr().err


def test_without_a_sandbox_nothing_is_run(monkeypatch, capsys, root):
    """The grader says so, refuses, and goes on only when told to."""
    monkeypatch.setattr("chainrule_grader.execution.sandbox.why_not", lambda: "no namespaces here")
    path = str(root / "tests/sample_class/goran.ipynb")
    assert 1 == main(["grade", path])
    said = capsys.readouterr().err
    assert "could not be closed in (no namespaces here), so none is run" in said
    assert 0 == main(["grade", "--unsafe", path])
    assert "0 of 11 points" in capsys.readouterr().out


def test_the_command_is_installed(tmp_path):
    """`chainrule --help` names every command."""
    command = shutil.which("chainrule", path=str(__import__("pathlib").Path(sys.executable).parent))
    run = subprocess.run(
        [command, "--help"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    for name in ["demo", "lab", "build", "new", "grade", "autograde", "report", "export"]:
        assert f"\n    {name}" in run.stdout


def test_lab_opens_the_first_lecture(root, monkeypatch):
    """JupyterLab is started on the course, with its first lecture."""
    started = []
    monkeypatch.setattr("os.execv", lambda *what: started.append(what))
    monkeypatch.chdir(root)
    main(["lab", "--", "--no-browser"])
    ((_, command),) = started
    assert [sys.executable, "-m", "jupyterlab"] == command[:3]
    assert "--no-browser" == command[-1]
