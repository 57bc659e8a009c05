"""Start a worker in a new process; the arguments are a socket's number and restrictions in JSON.

With restrictions, the process is in a sandbox that another program made, and gives up the
privileges that it still has. Without them it is an ordinary process.
"""

import json
import os
import socket
import sys

from chainrule_worker import forbidden
from chainrule_worker.shell import CellRunner
from chainrule_worker.worker import Worker

os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")
forbidden.install()
connection, *restrictions = sys.argv[1:]
del sys.argv[1:]
cells = CellRunner()
if restrictions:
    from chainrule_worker.linux import kernel
    from chainrule_worker.linux.restrictions import restrict

    kernel.close_all_but(int(connection))
    kernel.give_up_privileges()
    restrict(**json.loads(restrictions[0]))
Worker(socket.socket(fileno=int(connection)), cells).serve()
