"""`python -m chainrule_worker` starts a worker on a socket."""

import socket
import subprocess
import sys
import time

from chainrule_worker import wire


def test_the_program_serves_a_connection():
    """It is ready, hides its arguments from the notebook, and ends with the connection."""
    connection, inside = socket.socketpair()
    number = str(inside.fileno())
    command = [sys.executable, "-m", "chainrule_worker", number]
    process = subprocess.Popen(command, pass_fds=[inside.fileno()], stdin=subprocess.DEVNULL)
    inside.close()
    reader = wire.MessageReader(connection)
    assert {"op": "ready"} == reader.receive(time.monotonic() + 30)
    source = "import os, sys\nprint(sys.argv[1:], os.environ['MPLBACKEND'])"
    wire.send(connection, {"op": "cell", "source": source, "seconds": 5.0})
    printed = reader.receive(time.monotonic() + 30)["printed"]["stdout"]
    assert printed.startswith("[] module://matplotlib_inline")
    connection.close()
    assert 0 == process.wait(20)
