"""Started by the sandbox, with the number of the socket to the judge as its one argument."""

import os
import socket
import sys

from . import forbidden
from .serve import Worker

os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")
forbidden.install()
Worker(socket.socket(fileno=int(sys.argv[1]))).serve()
