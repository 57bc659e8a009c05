"""Functions that run a student's code and explain the error that ends it."""

import itertools
import linecache
import math
import random
import textwrap

import numpy as np
import pytest
from chainrule_grader.judging.diagnosis.errors import explain_error
from chainrule_grader.judging.diagnosis.errors.explain import find_explanation
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


def failure_in(body, name="f", helper="", **arguments):
    """Call a function with this body with these arguments, and return how it failed.

    `helper` is what stands above the function in its cell.
    """
    lines = [f"def {name}({', '.join(arguments)}):", textwrap.indent(body, "    ")]
    names = run_cell("\n".join([helper, *lines]), math=math, random=random)
    return failure_of(names[name], *arguments.values())


@pytest.fixture
def explain():
    """Explain the error of a function with this body, as a student is told it."""

    def run(body, name="f", **arguments):
        return explain_error(name, failure_in(body, name, **arguments))

    return run


@pytest.fixture
def sentence():
    """Return the sentence about the error, without the line that may stand before it, or ""."""

    def run(body, name="f", **arguments):
        found = find_explanation(name, failure_in(body, name, **arguments))
        return found.sentence if found else ""

    return run


@pytest.fixture
def in_check():
    """Explain the error of a call with these arguments of the function that a cell defines."""

    def run(name, source, *args):
        found = explain_error(name, failure_of(run_cell(source)[name], *args))
        return found.sentence if found else ""

    return run
