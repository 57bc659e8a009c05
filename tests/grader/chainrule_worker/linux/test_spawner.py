"""A spawner reports a worker that it cannot start, and continues."""

import json

SPAWNER = """
import json, os, socket
from chainrule_worker.linux import kernel, spawner
def refuse(scratch, proc):
    raise OSError(1, "mounting the scratch: Operation not permitted")
spawner.enter_sandbox = refuse
kernel.unshare = kernel.setns = lambda *args: None
channel, inside = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
if os.fork() == 0:
    channel.close()
    spawner.Spawner(inside, kernel.open_proc(), None).serve()
inside.close()
print(channel.recv(4096).decode())
for _ in range(2):
    ours, worker = socket.socketpair()
    request = {"scratch": 1, "limits": {}, "processor": 0}
    socket.send_fds(channel, [json.dumps(request).encode()], [worker.fileno()])
    worker.close()
    print(channel.recv(4096).decode())
    assert ours.recv(1) == b""
channel.close()
print(os.waitstatus_to_exitcode(os.wait()[1]))
"""


def test_a_worker_that_does_not_start_is_reported(run_python):
    """The reason is the response, the worker's socket is closed, and the next request works."""
    ready, first, second, status = run_python(SPAWNER).splitlines()
    error = {"error": "mounting the scratch: Operation not permitted"}
    assert ["number"] == [*json.loads(ready)]
    assert (error, error) == tuple(map(json.loads, (first, second)))
    assert "0" == status
