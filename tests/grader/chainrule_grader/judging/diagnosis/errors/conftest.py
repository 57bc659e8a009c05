"""Functions that run a student's code and explain the error that ends it."""

import itertools
import linecache
import math
import random
import textwrap

import numpy as np
import pytest
from chainrule_grader.judging.diagnosis.errors import explain_error
from chainrule_worker.calls.call import call
from chainrule_worker.handles import ObjectHandle

CELLS = itertools.count()


def run_cell(source, **names):
    """Run a cell as a notebook does, so that its lines are known, and return its names."""
    file = f"<cell {next(CELLS)}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    namespace = {"np": np, **names}
    exec(compile(source, file, "exec"), namespace)
    return namespace


def failure_of(function, *args):
    """Call a function of a cell and return how it failed."""
    failure = call(function, args, 5.0, lambda _value: ObjectHandle(0, "object")).failure
    assert failure is not None
    return failure


@pytest.fixture
def explain():
    """Explain the error of a function with this body, called with these arguments.

    `helper` is what stands above the function in its cell.
    """

    def run(body, name="f", helper="", **arguments):
        lines = [f"def {name}({', '.join(arguments)}):", textwrap.indent(body, "    ")]
        names = run_cell("\n".join([helper, *lines]), math=math, random=random)
        found = explain_error(name, failure_of(names[name], *arguments.values()))
        if found is not None:
            assert len(found.sentence.split()) <= 25, found.sentence
        return found

    return run


@pytest.fixture
def sentence(explain):
    """Return the sentence about an error, or "" if there is none."""

    def run(body, *args, **arguments):
        found = explain(body, *args, **arguments)
        return found.sentence if found else ""

    return run


@pytest.fixture
def in_check():
    """Explain the error of a call with these arguments of the function that a cell defines."""

    def run(name, source, *args):
        found = explain_error(name, failure_of(run_cell(source)[name], *args))
        return found.sentence if found else ""

    return run
