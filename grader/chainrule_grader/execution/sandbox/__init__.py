"""A sandbox keeps a student's notebook from reading, changing or reaching anything outside it."""

from chainrule_grader.execution.sandbox.errors import SandboxError
from chainrule_grader.execution.sandbox.limits import Limits
from chainrule_grader.execution.sandbox.memory_watch import MemoryLimitError
from chainrule_grader.execution.sandbox.preparation import unavailable_reason, warm_up
from chainrule_grader.execution.sandbox.worker_process import WorkerProcess

__all__ = [
    "Limits",
    "MemoryLimitError",
    "SandboxError",
    "WorkerProcess",
    "unavailable_reason",
    "warm_up",
]
