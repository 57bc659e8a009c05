"""A worker that starts from nothing: its arguments are a socket's number and restrictions.

With these, in JSON, it stands within somebody else's walls, and gives up what those leave it.
Without them it is a process like any other.
"""

import json
import os
import socket
import sys

from . import forbidden
from .serve import Worker
from .shell import Cells

os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")
forbidden.install()
connection, *restrictions = sys.argv[1:]
del sys.argv[1:]
cells = Cells()
if restrictions:
    from . import kernel, zygote  # there is none of this but on Linux

    kernel.close_all_but(int(connection))
    kernel.give_up_privileges()
    zygote.restrict(**json.loads(restrictions[0]))
Worker(socket.socket(fileno=int(connection)), cells).serve()
