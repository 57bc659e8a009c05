"""A worker without a sandbox, for an instructor who asked for it."""

from __future__ import annotations

import os
import subprocess
from typing import Final, final

from chainrule_grader.execution.sandbox import view
from chainrule_grader.execution.sandbox.process import Process, last_line

BOOT: Final = (
    "import sys; sys.path[:0] = [{worker!r}]; sys.path += {folders!r}; "
    "import runpy; runpy.run_module('chainrule_worker', run_name='__main__', alter_sys=True)"
)


@final
class UnsandboxedProcess(Process):
    """A worker that is an ordinary process."""

    def __init__(self, connection: int) -> None:
        boot = BOOT.format(worker=str(view.worker_folder().parent), folders=view.site_folders())
        self.process = subprocess.Popen(  # noqa: S603  our own interpreter, our own file
            [view.python(), "-I", "-S", "-c", boot, str(connection)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            pass_fds=[connection],
            env=dict(os.environ),
            start_new_session=True,
        )

        self.number = self.process.pid

    def stop(self) -> bool:
        self.process.kill()
        self.process.communicate()
        return True

    def last_line(self) -> str:
        assert self.process.stderr is not None
        return last_line(self.process.stderr.read())
