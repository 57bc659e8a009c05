"""Wide inputs for every task: they decide what a function does, and are not the judge's.

Each problem set has a module with `CASES`, a function for each task that yields cases. A case calls
the function as often as it likes and returns what must be the same for every right function; what
a task leaves open (a state's content, a slope at a corner) does not get into it.
"""

import functools
import importlib

TOLERANCES = {
    # p + 1e-7 in a denominator is accepted, and shows where p is small.
    "losses/bce_grad": 1e-5,
}
PATIENCE = {"digits/train_digits": 10, "beyond/transfer": 2}
"""How many times the usual time a call may take."""


@functools.cache
def cases(identity):
    """Return the cases of the task `<set>/<task>`."""
    problem_set, _, name = identity.partition("/")
    module = importlib.import_module(f"wide.{problem_set}")
    return tuple(module.CASES[name]())
