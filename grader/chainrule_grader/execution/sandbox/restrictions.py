"""The restrictions that a worker sets for itself before it runs a student's code."""

from __future__ import annotations

from typing import Any

from chainrule_worker.linux import kernel

from chainrule_grader.execution.sandbox.limits import Limits


def restrictions(limits: Limits) -> dict[str, Any]:
    """Return the resource limits of a worker, and its processor, which is the judge's.

    The judge waits while the worker works, and a worker in an endless loop slows nobody else down.
    """
    resources = {
        "RLIMIT_AS": limits.memory,
        "RLIMIT_CORE": 0,
        "RLIMIT_CPU": round(limits.notebook_seconds) + 5,
        "RLIMIT_FSIZE": limits.scratch,
        "RLIMIT_NOFILE": limits.open_files,
        "RLIMIT_NPROC": limits.processes,
    }
    return {"limits": resources, "processor": kernel.processor()}
