"""A zygote forks a spawner for each judge, and another zygote for each profile."""

import subprocess
import sys

from chainrule_worker.linux.warm_up import PROFILES

ZYGOTE = """
import json, os, socket, sys
from chainrule_worker.linux import kernel, zygote
forked = []
class Spawner:
    def __init__(self, channel, proc, cells):
        self.channel = channel
    def serve(self):
        self.channel.send(json.dumps({"profiles": cells}).encode())
        os._exit(0)
cells = []
zygote.Spawner = Spawner
zygote.warm_up_profile = lambda cells, profile: cells.append(profile)
control, inside = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
if os.fork() == 0:
    control.close()
    zygote.fork_spawners(inside, kernel.open_proc(), cells)
inside.close()
for profile in sys.argv[1:]:
    channel, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    channel.settimeout(20)
    socket.send_fds(control, [json.dumps({"profile": profile}).encode()], [other.fileno()])
    other.close()
    print(json.loads(channel.recv(4096))["profiles"])
control.close()
os.wait()
print("ended")
"""


def responses(*profiles):
    """Request spawners, and return which profiles each one's zygote has warmed up."""
    command = [sys.executable, "-c", ZYGOTE, *profiles]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.splitlines()


def test_each_profile_has_its_own_zygote():
    """A spawner comes from a zygote that has warmed up its profile once, and no other."""
    known = [*PROFILES]
    expected = ["[]", f"['{known[0]}']", "[]", f"['{known[0]}']", f"['{known[1]}']", "ended"]
    assert expected == responses("", known[0], "", known[0], known[1])


def test_an_unknown_profile_gets_a_plain_worker():
    """Only listed profiles are warmed up."""
    assert ["[]", "ended"] == responses("numpy")


def test_threads_are_refused(run_python):
    """A zygote with threads would fork workers without them."""
    code = (
        "import threading, time\nfrom chainrule_worker.linux import zygote\n"
        "threading.Thread(target=time.sleep, args=(0.5,)).start()\n"
        "try: zygote.freeze()\nexcept RuntimeError as error: print(error)"
    )
    assert "the zygote has threads, and they would be missing in its workers" == run_python(code)
