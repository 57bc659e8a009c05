"""A student's notebook runs closed in: what it does to its surroundings, it does to nothing."""

from chainrule_grader.execution.sandbox.limits import Limits
from chainrule_grader.execution.sandbox.process import WorkerProcess, foresee, warm_up, why_not
from chainrule_grader.execution.sandbox.zygote import SandboxError

__all__ = ["Limits", "SandboxError", "WorkerProcess", "foresee", "warm_up", "why_not"]
