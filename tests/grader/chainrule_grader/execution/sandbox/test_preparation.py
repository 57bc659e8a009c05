"""The sandbox is prepared in advance, and says why it does not work."""

import shutil
import sys

from chainrule_grader.execution.sandbox import preparation, warm_up, zygote


def test_a_system_other_than_linux(monkeypatch):
    """On another system nothing is tried."""
    monkeypatch.setattr(sys, "platform", "darwin")
    assert (
        "the sandbox needs Linux, and this is darwin"
        == preparation.unavailable_reason.__wrapped__()
    )


def test_warming_up_is_not_repeated(sandbox, cold):
    """The zygote that was started in advance is the one that is used."""
    warm_up(("/secret",))
    started = zygote.latest_secrets(), zygote.zygote(*_view()).supervisor.pid
    warm_up(("/secret",))
    assert started == (zygote.latest_secrets(), zygote.zygote(*_view()).supervisor.pid)


def _view():
    return zygote.latest_secrets(), preparation.Limits()


def test_a_sandbox_that_does_not_start(monkeypatch, cold):
    """There is a reason if the interpreter ends at once."""
    module = "chainrule_grader.execution.sandbox.zygote.view.python"
    monkeypatch.setattr(module, lambda: shutil.which("false"))
    assert preparation.unavailable_reason.__wrapped__()
