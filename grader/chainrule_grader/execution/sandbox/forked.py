"""A sandboxed worker that is forked from the zygote."""

from __future__ import annotations

from typing import final

from chainrule_grader.execution.sandbox.limits import Limits
from chainrule_grader.execution.sandbox.process import Process, last_line
from chainrule_grader.execution.sandbox.restrictions import restrictions
from chainrule_grader.execution.sandbox.zygote import Zygote


@final
class ForkedProcess(Process):
    """A worker that is forked from a zygote; its standard error is discarded."""

    def __init__(self, connection: int, limits: Limits, zygote: Zygote, profile: str) -> None:
        self.zygote = zygote
        request = {"scratch": limits.scratch, **restrictions(limits)}
        self.worker, self.number, self.channel = zygote.start(request, connection, profile)

    def stop(self) -> bool:
        return self.zygote.stop(self.worker, self.channel)

    def last_line(self) -> str:
        return last_line(b"")
