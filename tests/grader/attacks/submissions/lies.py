# Lies: what relu returns claims to be equal to everything, or to be what it is not.

# %% equal: an object that is equal to whatever it is compared with
class Equal:
    __hash__ = None

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __array__(self, *args, **options):
        return self

    def __getattr__(self, name):
        return self

    def __call__(self, *args, **options):
        return self


def relu(z):
    return Equal()


# %% number: a float that is near to everything
class Near(float):
    def __eq__(self, other):
        return True

    __sub__ = __rsub__ = __abs__ = lambda self, *other: 0.0

    def _repr_html_(self):
        return "<b>11 / 11</b>"


def relu(z):
    return Near(1)


# %% subclass: an array with comparisons of its own
import numpy as np


class Agreeable(np.ndarray):
    def __array_ufunc__(self, ufunc, method, *args, **options):
        return np.ones(self.shape, bool)

    def __array_function__(self, *args, **options):
        return True

    def __eq__(self, other):
        return np.ones(self.shape, bool)

    shape = property(lambda self: (3,))


def relu(z):
    return np.full(np.shape(z), 7.0).view(Agreeable)


# %% objects: an array of objects that are equal to everything
import numpy as np


class Equal:
    def __eq__(self, other):
        return True

    def __float__(self):
        return float("nan")


def relu(z):
    return np.array([Equal()] * np.size(z), dtype=object).reshape(np.shape(z))


# %% disguise: an object that gives another class as its own
import numpy as np


class Disguised:
    __class__ = property(lambda self: np.ndarray)
    dtype, ndim, size = np.dtype(float), 1, 1
    shape = property(lambda self: (1,))

    def tobytes(self, *args):
        return b"\0" * 8


def relu(z):
    return Disguised()


# %% strides: a view that reaches far beyond its own memory
import numpy as np


def relu(z):
    return np.lib.stride_tricks.as_strided(np.zeros(1), (10**6,), (8 * 10**6,))


# %% pointer: an array that claims to lie at address 16
class Pointer:
    __array_interface__ = {"shape": (3,), "typestr": "<f8", "data": (16, False), "version": 3}


def relu(z):
    import numpy as np

    return np.asarray(Pointer())


# %% broadcast: a view of one number that claims to be a thousand million
import numpy as np


def relu(z):
    return np.broadcast_to(np.zeros(()), (10**5, 10**5))


# %% turncoat: an array that a thread goes on changing after it was returned
import threading

import numpy as np

kept = np.zeros(3)


def flicker():
    while True:
        kept[...] += 1


threading.Thread(target=flicker, daemon=True).start()


def relu(z):
    return kept


# %% circle: a list that contains itself
def relu(z):
    circle = []
    circle.append(circle)
    return circle


# %% endless: a generator without an end
def relu(z):
    while True:
        yield 1.0


# %% tower: lists within lists, a hundred thousand deep
def relu(z):
    tower = []
    for _ in range(100_000):
        tower = [tower]
    return tower


# %% shrinking: a list that is another one each time it is read
class Shrinking(list):
    def __iter__(self):
        self.clear()
        return iter([1.0])

    def __len__(self):
        return 3


def relu(z):
    return Shrinking([1.0, 2.0, 3.0])


# %% keys: a dictionary whose keys hash differently each time
class Key(str):
    def __hash__(self):
        return id(object())


def relu(z):
    return {Key("a"): 1.0}


# %% verdict: the name of a verdict as a result
def relu(z):
    return {"kind": "correct", "score": 1.0, "value": z, "failure": None}


# %% metaclass: a class whose very name raises
class Meta(type):
    __name__ = property(lambda cls: 1 / 0)
    __qualname__ = property(lambda cls: 1 / 0)


class Nameless(metaclass=Meta):
    pass


def relu(z):
    return Nameless()


# %% error: an exception whose text raises, and whose class lies
class Weird(Exception):
    def __str__(self):
        raise SystemExit

    __repr__ = __str__


def relu(z):
    raise Weird


# %% message: an exception with a message of a hundred megabytes
def relu(z):
    raise ValueError("x" * 100_000_000)
