# Channels: what reaches other submissions, or the machine, past the namespaces.

# %% lease: whoever opens a file of NumPy's next has to wait
import fcntl
import os

for name in (np.__file__, os.__file__):
    with open(name) as file:
        try:
            fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        except OSError:
            continue
        os._exit(1)

# %% locks: a lock on a shared file is a bit that a neighbour can read
import fcntl
import os

with open(np.__file__) as file:
    for lock in (fcntl.flock, fcntl.lockf):
        try:
            lock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            continue
        os._exit(1)

# %% notifications: to be told who opens a shared file
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
if libc.inotify_init() >= 0 or libc.inotify_init1(0) >= 0:
    os._exit(1)

# %% contexts: all of the machine's asynchronous I/O contexts
import ctypes
import os
import platform

number = {"x86_64": 206, "aarch64": 0}.get(platform.machine())
context = ctypes.c_ulong()
if number is not None and ctypes.CDLL(None).syscall(number, 60_000, ctypes.byref(context)) == 0:
    os._exit(1)

# %% memfd: memory that belongs to no process
import os

try:
    file = os.memfd_create("hoard")
except OSError:
    pass
else:
    os._exit(1)

# %% segments: shared memory that belongs to no process
import ctypes
import os

libc = ctypes.CDLL(None)
if libc.shmget(0, ctypes.c_size_t(2**30), 0o1666) >= 0 or libc.msgget(0, 0o1666) >= 0:
    os._exit(1)

# %% family: seven processes that each take what one may take
import os
import time

for _ in range(7):
    try:
        if os.fork() == 0:
            block = bytearray(2**30)
            block[::4096] = b"x" * len(block[::4096])
            time.sleep(60)
    except (OSError, MemoryError):
        break
time.sleep(3)
