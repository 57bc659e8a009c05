# Results: what a function returns costs the judge more than its bytes.

# %% rows: ten million rows without columns
def relu(z):
    return np.zeros((10**7, 0))

# %% huge-rows: more rows than any machine has bytes
def relu(z):
    return np.zeros((2**40, 0))

# %% many-rows: several of them
def relu(z):
    return tuple(np.zeros((8 * 10**7, 0)) for _ in range(4))

# %% texts: one long text among thousands of short ones
def relu(z):
    return ["x" * 9999] + ["x"] * 7000

# %% keys: a dictionary whose keys are long texts
def relu(z):
    return {f"{number:0900}": number for number in range(2000)}

# %% megabytes: sixty megabytes, again and again
def relu(z):
    return np.ones(6 * 10**7, np.int8)

# %% names: a type whose name commands a terminal
def relu(z):
    return type("\x1b[31m\u202e\udc80" * 20, (), {})()

# %% forged-name: a handle that no worker would send
import os
import socket


def relu(z):
    from chainrule_worker import encoding

    name = "\x1b]0;owned\x07\ud800"
    message = {"value": encoding.ObjectHandle(-1, name), "warnings": [name], "changed": [10**9]}
    for number in range(3, 128):
        try:
            socket.socket(fileno=os.dup(number)).send(encoding.encode(message))
        except OSError:
            continue

# %% generators: an iterator of iterators without an end
import itertools


def relu(z):
    return (itertools.count() for _ in itertools.count())
