"""The commands that mark refuse to run submissions without a sandbox."""

import pytest
from chainrule_grader.cli.main import main


@pytest.fixture
def no_sandbox(monkeypatch):
    """A system that has no sandbox."""
    monkeypatch.setattr(
        "chainrule_grader.execution.sandbox.unavailable_reason", lambda: "no namespaces here"
    )


@pytest.mark.usefixtures("no_sandbox")
def test_without_a_sandbox_nothing_is_run(capsys, root):
    """The command names the reason and the option, and marks nothing."""
    path = str(root / "tests/sample_class/goran.ipynb")
    assert 1 == main(["grade", path])
    said = capsys.readouterr()
    assert "" == said.out
    assert "there is no sandbox on this system (no namespaces here)" in said.err
    assert "--unsafe" in said.err


@pytest.mark.usefixtures("no_sandbox")
def test_unsafe_runs_submissions_without_a_sandbox(capsys, root):
    """With `--unsafe` the notebooks are marked."""
    assert 0 == main(["grade", "--unsafe", str(root / "tests/sample_class/goran.ipynb")])
    assert "0 of 11 points" in capsys.readouterr().out


@pytest.mark.parametrize("given", [["--jobs", "0"], ["--jobs", "-2"], ["--seed", "x"]])
def test_a_number_that_cannot_work_is_one_sentence(given, capsys):
    """The option, what was given and what is needed are named."""
    with pytest.raises(SystemExit, match="2"):
        main(["grade", "x.ipynb", *given])
    least = {"--jobs": 1, "--seed": 0}[given[0]]
    said = capsys.readouterr().err
    assert f"argument {given[0]}: {given[1]!r} must be an integer ≥ {least}" in said
