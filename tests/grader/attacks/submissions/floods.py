# Floods: more memory, disk, output, files and answers than there is room for.

# %% memory: four gigabytes at once
hoard = bytearray(4 * 2**30)

# %% crumbs: memory, a little at a time, without an end
crumbs = []
while True:
    crumbs.append(bytes(10**6))

# %% disk: one file that grows without an end
with open("flood", "wb") as file:
    while True:
        file.write(bytes(2**20))

# %% files: files without an end
number = 0
while True:
    open(f"file-{number}", "w").close()
    number += 1

# %% output: a gigabyte of text
for _ in range(1000):
    print("x" * 10**6)

# %% raw-output: a gigabyte of bytes past Python
import os

for _ in range(1000):
    os.write(1, b"x" * 10**6)
    os.write(2, b"x" * 10**6)

# %% descriptors: open files without an end
import os

kept = []
while True:
    kept.append(os.dup(0))

# %% pictures: a thousand outputs
from IPython.display import HTML, display

for _ in range(1000):
    display(HTML("<script>alert(1)</script>" * 1000))

# %% result: ten million numbers as an answer
import numpy as np


def relu(z):
    return np.zeros(10**7)


# %% many: an answer of a million small things
def relu(z):
    return [[float(i)] for i in range(10**6)]


# %% warnings: a warning for each of a million numbers
import warnings


def relu(z):
    for i in range(100_000):
        warnings.warn(f"{i}" * 100)
    return 7.0


# %% names: a million variables
for i in range(10**6):
    globals()[f"name_{i}"] = i
