"""The sandbox can be prepared before the first notebook, and asked whether it works."""

from __future__ import annotations

import functools
import sys
from pathlib import Path

from chainrule_grader.execution.sandbox.errors import NotStartedError, SandboxError
from chainrule_grader.execution.sandbox.limits import Limits
from chainrule_grader.execution.sandbox.worker_process import WorkerProcess
from chainrule_grader.execution.sandbox.zygote import latest_secrets, zygote


def warm_up(secrets: tuple[str, ...]) -> None:
    """Start the zygote for these secrets, without waiting for it."""
    if sys.platform.startswith("linux"):
        zygote([Path(secret) for secret in secrets], Limits())


@functools.cache
def unavailable_reason() -> str | None:
    """Start one worker; return None if the sandbox works, else the reason in one sentence."""
    if not sys.platform.startswith("linux"):
        return f"the sandbox needs Linux, and this is {sys.platform}"
    try:
        # A zygote that was started already is tried in place of a new one.
        WorkerProcess(Limits(), latest_secrets()).stop()
    except NotStartedError as error:
        return error.reason
    except SandboxError as error:
        return str(error)
    return None
