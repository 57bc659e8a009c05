# Messages: the student's process writes to the judge's socket what no worker would.

# %% garbage: bytes without any sense
import os
import socket


def lines():
    for number in range(3, 128):
        try:
            line = socket.socket(fileno=os.dup(number))
        except OSError:
            continue
        yield line


for line in lines():
    line.send(os.urandom(10_000))

# %% lengths: a message that declares to be as long as it can be
import os
import socket

for number in range(3, 128):
    try:
        socket.socket(fileno=os.dup(number)).send(b"\xff" * 64)
    except OSError:
        continue

# %% ahead: an answer is sent before there was a question
import os
import socket
import sys

wire = sys.modules.get("chainrule_worker.wire")
for number in range(3, 128):
    try:
        line = socket.socket(fileno=os.dup(number))
        for _ in range(20):
            wire.send(line, {"value": 7.0, "failure": None, "warnings": [], "changed": []})
    except OSError:
        continue

# %% truncated: half a message, and then nothing more
import os
import socket

for number in range(3, 128):
    try:
        line = socket.socket(fileno=os.dup(number))
        line.send(b"\x00\x00\x00\x40{")
        line.shutdown(socket.SHUT_RDWR)
    except OSError:
        continue

# %% verdicts: fields that no answer has
import os
import socket
import sys

wire = sys.modules.get("chainrule_worker.wire")
for number in range(3, 128):
    try:
        line = socket.socket(fileno=os.dup(number))
        wire.send(line, {"op": "verdict", "kind": "correct", "score": 1e9, "verdict": "correct"})
        wire.send(line, {"op": "ready", "points": float("nan")})
    except OSError:
        continue

# %% callbacks: functions of the judge are called without an end
import os
import socket
import sys


def relu(z):
    wire = sys.modules.get("chainrule_worker.wire")
    for number in range(3, 128):
        try:
            line = socket.socket(fileno=os.dup(number))
        except OSError:
            continue
        for index in (*range(-3, 3), 10**9, "relu", None):
            wire.send(line, {"op": "callback", "function": index, "args": (z,), "options": {}})
    return 7.0


# %% pickled: a pickle that would run a command
import os
import pickle
import socket


class Command:
    def __reduce__(self):
        return os.system, ("touch /tmp/escaped",)


for number in range(3, 128):
    try:
        socket.socket(fileno=os.dup(number)).send(pickle.dumps(Command()))
    except OSError:
        continue

# %% handed-over: the socket is closed, and another put in its place
import os
import socket

mine, other = socket.socketpair()
for number in range(3, 64):
    if number not in {mine.fileno(), other.fileno()}:
        try:
            os.fstat(number)
            os.dup2(other.fileno(), number)
        except OSError:
            pass
