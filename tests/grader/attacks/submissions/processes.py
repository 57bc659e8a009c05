# Processes: more of them than allowed, ones that stay, ones that will not end, ones that kill.

# %% storm: processes that start processes
import os

for _ in range(500):
    try:
        os.fork()
    except OSError:
        break

# %% threads: threads that never end
import threading
import time

for _ in range(200):
    try:
        threading.Thread(target=time.sleep, args=(10**6,), daemon=False).start()
    except RuntimeError:
        break

# %% daemon: a process that leaves its session and stays
import os
import time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(10**6)
    os._exit(0)

# %% kill: signals to everything that can be reached
import os
import signal

for number in (os.getppid(), 0, 1, 2):
    for kind in (signal.SIGKILL, signal.SIGTERM, signal.SIGSTOP):
        try:
            os.kill(number, kind) if number else None
        except OSError:
            pass

# %% kill-all: a signal to all processes, its own among them
import os
import signal

signal.signal(signal.SIGTERM, signal.SIG_IGN)
os.kill(-1, signal.SIGKILL)
os.killpg(0, signal.SIGKILL)

# %% exit: the process ends itself without a word
import os

os._exit(0)

# %% stop: the process stops itself, and does not end
import os
import signal

os.kill(os.getpid(), signal.SIGSTOP)
signal.pause()

# %% loop: a loop without an end
while True:
    pass

# %% c-loop: a loop without an end in C, where no signal of Python's arrives
sum(iter(int, 1))

# %% big-power: one operation on whole numbers that takes years
9 ** 9**9 % 7

# %% swallow: a loop that swallows every exception
while True:
    try:
        while True:
            pass
    except BaseException:
        pass

# %% deaf: the clocks' signals are ignored, then the loop begins
import signal

for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
    signal.signal(number, signal.SIG_IGN)
signal.pthread_sigmask(signal.SIG_BLOCK, set(signal.Signals))
while True:
    pass

# %% sleep: a sleep of eleven days
import time

time.sleep(10**6)

# %% recursion: recursion without a limit
import sys

sys.setrecursionlimit(10**9)


def deeper(n):
    return deeper(n + 1) + 1


deeper(0)

# %% segfault: memory that is nobody's is read
import ctypes

ctypes.string_at(0)

# %% at-exit: what is left to do at the end never ends
import atexit
import time


class Clinging:
    def __del__(self):
        time.sleep(10**6)


clinging = Clinging()
atexit.register(time.sleep, 10**6)

# %% relu-exits: the function itself ends the process
def relu(z):
    import os

    os._exit(0)


# %% relu-forks: the function returns twice, from two processes
def relu(z):
    import os

    os.fork()
    return 7.0


# %% namespaces: namespaces within the namespaces, and mounts in them
import ctypes
import os

libc = ctypes.CDLL(None)
libc.unshare(0x10000000 | 0x00020000)
libc.mount(b"none", b"/", b"tmpfs", 0, 0)
libc.chroot(b"/")
libc.ptrace(16, os.getppid(), 0, 0)
