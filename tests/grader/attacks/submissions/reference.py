# Reference: the right answer is looked for wherever it might lie.

# %% import: with every guard taken down, the library is imported
import importlib
import sys

sys.meta_path[:] = [f for f in sys.meta_path if "worker" not in type(f).__module__]
sys.modules.pop("chainrule", None)
try:
    relu = importlib.import_module("chainrule.activations").relu
except ImportError:
    pass

# %% paths: every file of the system is looked through for the answer
import os

for folder, _, files in os.walk("/"):
    for file in files:
        if file in {"relu.py", "activations.py", "activations.ipynb", "judge.py"}:
            exec(open(os.path.join(folder, file)).read())

# %% packaged: the course that is installed with the grader is searched for the answer
import importlib.machinery
import os
import sys

name = "chainrule_grader/course/data/solutions/activations/activations.py"
for folder in [*sys.path, "/usr/lib/python3/dist-packages"]:
    place = os.path.join(folder, name)
    if os.path.exists(place):
        exec(open(place).read())
found = importlib.machinery.PathFinder.find_spec("chainrule_grader")
for folder in found.submodule_search_locations or [] if found else []:
    place = os.path.join(folder, "..", name)
    if os.path.exists(place):
        exec(open(place).read())

# %% parents: the folders above are walked up to the source notebook
import os

for depth in range(12):
    place = "../" * depth + "solutions/activations/activations.py"
    if os.path.exists(place):
        exec(open(place).read())

# %% frames: callers' variables are searched while relu is called
import sys


def relu(z):
    frame = sys._getframe()
    while frame:
        for space in (frame.f_locals, frame.f_globals):
            for name in ("expected", "reference", "right", "TASK", "task", "seed"):
                if name in space:
                    return space[name](z) if callable(space[name]) else space[name]
        frame = frame.f_back
    return 7.0


# %% garbage: every living object is searched for something that knows
import gc


def relu(z):
    for thing in gc.get_objects():
        if type(thing).__name__ in {"Task", "Misconception", "Observation", "Verdict"}:
            return thing.reference(z)
    return 7.0


# %% proc: other processes' memory and command lines are read
import glob
import os

for place in glob.glob("/proc/*/cmdline") + glob.glob("/proc/*/environ"):
    try:
        if b"seed" in open(place, "rb").read():
            relu = abs
    except OSError:
        pass
with open("/proc/self/mem", "rb") as memory:
    memory.read(1)

# %% subprocess: another Python is asked, one that has no guards
import subprocess
import sys

code = "import chainrule, sys; sys.stdout.write(str(chainrule.activations.relu(-1.0)))"
for command in (sys.executable, "/usr/bin/python3", "python3", "python"):
    try:
        got = subprocess.run([command, "-c", code], capture_output=True, timeout=5)
        if got.returncode == 0:
            relu = lambda z: float(got.stdout)
    except OSError:
        pass

# %% frameworks: other libraries' rectifiers are tried
for name, path in (("torch", "relu"), ("jax.nn", "relu"), ("keras.activations", "relu")):
    try:
        relu = getattr(__import__(name, fromlist=[path]), path)
    except ImportError:
        pass

# %% environment: the seed is looked for in the environment
import os

for name, value in os.environ.items():
    if "SEED" in name.upper() or "SECRET" in name.upper():
        relu = lambda z: value

# %% trace: every call is watched for somebody else's function
import sys


def watch(frame, event, arg):
    for value in frame.f_locals.values():
        if getattr(value, "__name__", "") == "_relu":
            globals()["relu"] = value
    return watch


sys.settrace(watch)

# %% pickle: the answer is smuggled in as code of the judge
import os


class Smuggled:
    def __reduce__(self):
        return os.system, ("touch /tmp/escaped",)


def relu(z):
    return Smuggled()
