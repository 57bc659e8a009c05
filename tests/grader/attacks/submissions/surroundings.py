# Surroundings: files, folders, devices and networks that are none of a student's business.

# %% write: files are written wherever they can be
import os

for folder in ("/", "/tmp", "/etc", "/usr", "/home", "/root", "/var/tmp", "/dev/shm", "..", "/work"):
    try:
        open(os.path.join(folder, "escaped"), "w").write("x")
    except OSError:
        pass

# %% delete: everything that can be deleted is
import os
import shutil

shutil.rmtree("/", ignore_errors=True)
shutil.rmtree("..", ignore_errors=True)

# %% links: links to what lies outside are made and followed
import os

for target in ("/", "/etc/passwd", "/proc/1/root", "../../../../.."):
    try:
        os.symlink(target, f"link-{len(os.listdir('.'))}")
    except OSError:
        pass
for name in os.listdir("."):
    if name.startswith("link"):
        assert not os.path.exists(os.path.join(name, "etc/passwd"))

# %% gradebook: a gradebook is looked for and written to
import os
import sqlite3

for folder, _, files in os.walk("/"):
    for file in files:
        if file.endswith(".db"):
            book = sqlite3.connect(os.path.join(folder, file))
            book.execute("update grade set extra_credit = 100")
            book.commit()

# %% shadow: modules of its own are laid beside the notebook
import os
import sys

for name in ("numpy", "chainrule_worker", "sitecustomize", "usercustomize", "json"):
    open(f"{name}.py", "w").write("import os; os._exit(0)")
sys.path.insert(0, os.getcwd())
os.environ["PYTHONPATH"] = os.getcwd()

# %% tcp: services of this machine are called
import socket

for place in (("127.0.0.1", 1), ("127.0.0.1", 8888), ("::1", 8888), ("10.0.0.1", 80)):
    try:
        socket.create_connection(place, timeout=0.5).send(b"escaped")
    except OSError:
        pass

# %% udp: names are asked for, and packets sent
import socket

line = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for place in (("127.0.0.1", 53), ("8.8.8.8", 53)):
    try:
        line.sendto(b"escaped", place)
    except OSError:
        pass
try:
    socket.gethostbyname("example.org")
except OSError:
    pass

# %% unix: sockets of this machine are called by name
import socket

for place in ("\0dbus", "/run/docker.sock", "/var/run/docker.sock", "\0/tmp/.X11-unix/X0"):
    try:
        line = socket.socket(socket.AF_UNIX)
        line.connect(place)
        line.send(b"escaped")
    except OSError:
        pass

# %% devices: devices are opened, and new ones made
import os

for name in ("mem", "kmem", "sda", "fuse", "kvm", "tty", "ptmx"):
    try:
        os.open(f"/dev/{name}", os.O_RDWR)
    except OSError:
        pass
try:
    os.mknod("device", 0o600 | 0o020000, os.makedev(1, 1))
except OSError:
    pass

# %% privileges: every way to become somebody else is tried
import ctypes
import os

libc = ctypes.CDLL(None)
for step in (lambda: os.setuid(0), lambda: os.setgid(0), lambda: os.chroot("/"), lambda: os.nice(-20)):
    try:
        step()
    except OSError:
        pass
libc.prctl(38, 0, 0, 0, 0)
libc.setns(0, 0)
libc.reboot(0x01234567)
assert os.getuid() != 0

# %% limits: limits are raised
import resource

for name in ("RLIMIT_AS", "RLIMIT_NPROC", "RLIMIT_CPU", "RLIMIT_FSIZE"):
    try:
        resource.setrlimit(getattr(resource, name), (resource.RLIM_INFINITY,) * 2)
    except (ValueError, OSError):
        pass
