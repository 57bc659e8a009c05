"""Without a sandbox, a worker is an ordinary process."""

import os


def test_unsafe_runs_without_a_sandbox(run):
    """The worker has the judge's user, and still cannot import the reference."""
    assert str(os.getuid()) == run("import os; print(os.getuid())", unsafe=True)
    assert "ForbiddenImportError" == run("import chainrule", unsafe=True)


def test_stopping_ends_the_process(run):
    """No process remains after the worker was stopped."""
    pid = int(run("import os; print(os.getpid())", unsafe=True))
    assert not os.path.exists(f"/proc/{pid}")  # noqa: PTH110
