"""One call of a function that may do anything: time is limited, and arguments are compared."""

import contextlib
import copy
import io
import types
import warnings
from dataclasses import dataclass
from typing import Any, final

import numpy as np
from chainrule_worker.calls.time_limit import time_limit
from numpy.random import Generator


class CallFailed(Exception):  # noqa: N818  it is caught by the case that calls
    """A call ended without a result."""


@final
@dataclass(frozen=True)
class Seen:
    """What a case shows of a function: a result or a failure, and which arguments it changed."""

    value: Any = None
    failure: str = ""
    changed: tuple[int, ...] = ()


@final
class Caller:
    """Calls a function for one case, and keeps in mind what it changed."""

    def __init__(self, function, seconds, others=None):
        self.function = function
        self.seconds = seconds
        self.others = others or {}
        self.changed = set()

    def __call__(self, *args, unguarded=()):
        """Call the function with copies; `unguarded` arguments may be changed."""
        given = [_copied(arg) for arg in args]
        try:
            with time_limit(self.seconds):
                result = self.function(*given)
                if isinstance(result, (types.GeneratorType, map, filter, zip)):
                    result = list(result)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001  sys.exit and the time limit are among them
            raise CallFailed(type(error).__name__) from None
        for i, (old, new) in enumerate(zip(args, given, strict=True)):
            if i not in unguarded and not _same(old, new):
                self.changed.add(i)
        return result

    def other(self, name):
        """Return another function of the same notebook."""
        names = getattr(self.function, "__globals__", {})
        return Caller(names.get(name) or self.others.get(name), self.seconds)


def seen(case, function, seconds, others=None):
    """Run a case and describe what it shows; nothing that a function does gets out of here."""
    caller = Caller(function, seconds, others)
    with _quiet():
        try:
            return Seen(case.run(caller), "", tuple(sorted(caller.changed)))
        except CallFailed as failed:
            return Seen(None, str(failed), tuple(sorted(caller.changed)))
        except Exception:  # noqa: BLE001  a result of a form that the case cannot take apart
            return Seen(None, "Malformed", tuple(sorted(caller.changed)))


@contextlib.contextmanager
def _quiet():
    """Swallow what is printed and what is warned of."""
    sink = io.StringIO()
    with (
        contextlib.redirect_stdout(sink),
        contextlib.redirect_stderr(sink),
        warnings.catch_warnings(),
        np.errstate(all="ignore"),
    ):
        warnings.simplefilter("ignore")
        yield


def _copied(arg):
    """Copy an argument, except for a generator, which is to go on from where it is."""
    return arg if isinstance(arg, Generator) or callable(arg) else copy.deepcopy(arg)


def _same(old, new):
    """Tell whether an argument holds what it held; a dict is the function's own to change."""
    if isinstance(old, np.ndarray):
        alike = (old.dtype, old.shape) == (new.dtype, new.shape)
        return alike and old.tobytes() == new.tobytes()
    if isinstance(old, (list, tuple)):
        return len(old) == len(new) and all(map(_same, old, new))
    return True
