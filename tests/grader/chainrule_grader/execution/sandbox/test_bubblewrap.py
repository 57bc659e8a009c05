"""Bubblewrap makes the sandbox if the system refuses ours."""

import shutil

import pytest
from chainrule_grader.execution.sandbox import (
    Limits,
    SandboxError,
    WorkerProcess,
    bubblewrap,
    enter,
    view,
    worker_process,
    zygote,
)

pytestmark = pytest.mark.usefixtures("sandbox")


@pytest.fixture
def forbidden(monkeypatch, cold):
    """A system that does not allow namespaces, for an ordinary user."""
    reason = "making namespaces: Operation not permitted"
    script = f"import os, sys; print({reason!r}, file=sys.stderr); os._exit({enter.REFUSED})"
    monkeypatch.setattr(zygote, "BOOT", script)
    monkeypatch.setattr(bubblewrap.os, "geteuid", lambda: 1000)
    return reason


def test_bubblewrap_is_used_where_we_are_refused(forbidden):
    """After one refusal, bubblewrap makes the sandbox of every worker."""
    if shutil.which("bwrap") is None:
        pytest.skip("bubblewrap is not installed")
    for _ in range(2):
        worker = WorkerProcess(Limits(), secrets=[])
        assert "FileNotFoundError" == _failure(worker, "open('/etc/passwd')")
        worker.stop()
    assert [forbidden] == worker_process.refusals


def test_where_bubblewrap_is_refused_too_both_reasons_are_given(forbidden, monkeypatch):
    """One sentence gives the reason of each refusal."""
    steps = [("bind", "/nonexistent", "/there")]
    monkeypatch.setattr(view, "steps", lambda _secrets: steps)
    if shutil.which("bwrap") is None:
        pytest.skip("bubblewrap is not installed")
    with pytest.raises(SandboxError, match=f"{forbidden}; bwrap: .*/nonexistent"):
        WorkerProcess(Limits(), secrets=[])


def test_without_bubblewrap_it_is_said_that_it_may_help(forbidden, monkeypatch):
    """An ordinary user is told that bubblewrap is missing; root would not need it."""
    monkeypatch.setattr(bubblewrap.shutil, "which", lambda _name: None)
    with pytest.raises(SandboxError, match=f"{forbidden}; bubblewrap, .* is not installed$"):
        WorkerProcess(Limits(), secrets=[])
    monkeypatch.setattr(bubblewrap.os, "geteuid", lambda: 0)
    with pytest.raises(SandboxError, match=f"could not be started: {forbidden}$"):
        WorkerProcess(Limits(), secrets=[])


def _failure(worker, source):
    """Run a cell and return the kind of its failure."""
    return worker.request({"op": "cell", "source": source, "seconds": 10}, 30)["failure"]["kind"]


def test_the_command_shows_the_view_read_only():
    """Each step is an option, the root is read-only, and the worker's command comes last."""
    steps = [("bind", "/usr/lib", "/usr/lib"), ("link", "usr/lib", "/lib"), ("cover", "", "/none")]
    command = bubblewrap.command(["python", "-c", "0"], steps, 1000, 7)
    text = " ".join(command)
    assert "--ro-bind /usr/lib /usr/lib --symlink usr/lib /lib" in text
    assert "/none" not in command
    assert "--remount-ro / --info-fd 7 --cap-drop ALL python -c 0" in text
    assert "--size 1000 --tmpfs /chainrule/scratch" in text
