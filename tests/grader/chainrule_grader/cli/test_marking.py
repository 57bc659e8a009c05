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
