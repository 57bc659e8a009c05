"""A failure describes an exception in plain strings."""

import linecache

import numpy as np
import pytest
from chainrule_worker.calls.failure import Failure, describe_error


class UnsayableError(Exception):
    """An exception whose text raises an error."""

    def __str__(self):
        raise ValueError


class ExitsError(Exception):
    """An exception that ends the process when it is converted to text."""

    def __str__(self):
        raise SystemExit


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        pytest.param(ValueError("no"), Failure("ValueError", "no"), id="usual"),
        pytest.param(ValueError(), Failure("ValueError", ""), id="silent"),
        pytest.param(ValueError("x" * 999), Failure("ValueError", "x" * 300), id="long"),
        pytest.param(UnsayableError(), Failure("UnsayableError", ""), id="unsayable"),
        pytest.param(ExitsError(), Failure("ExitsError", ""), id="exits-when-read"),
        pytest.param(SystemExit(3), Failure("SystemExit", "3"), id="exit"),
        pytest.param(GeneratorExit(), Failure("GeneratorExit", ""), id="generator-exit"),
        pytest.param(NotImplementedError(), Failure("NotImplementedError", ""), id="stub"),
        pytest.param(StopIteration(1), Failure("StopIteration", "1"), id="stop-iteration"),
        pytest.param(
            ExceptionGroup("two", [ValueError()]),
            Failure("ExceptionGroup", "two (1 sub-exception)"),
            id="group",
        ),
        pytest.param(
            SyntaxError("bad", ("cell", 1, 2, "  x = = 1\n")),
            Failure("SyntaxError", "bad", "x = = 1"),
            id="syntax",
        ),
        pytest.param(SyntaxError(), Failure("SyntaxError", "None"), id="empty-syntax"),
        pytest.param(
            SyntaxError("bad", ("cell", 1, 2, 5)), Failure("SyntaxError", "bad"), id="odd-syntax"
        ),
    ],
)
def test_every_exception_is_described(error, expected):
    """A failure has the exception's class, its text and, if there is one, its line."""
    assert expected == describe_error(error)


def test_the_line_is_the_last_of_the_cells(monkeypatch):
    """The line is the last one in a cell, not a line of a library."""
    source = "def outer(z):\n    return inner(z)\ndef inner(z):\n    return np.linalg.inv(z)\n"
    lines = source.splitlines(keepends=True)
    monkeypatch.setitem(linecache.cache, "<cell 1>", (len(source), None, lines, "<cell 1>"))
    names = {"np": np}
    exec(compile(source, "<cell 1>", "exec"), names)
    with pytest.raises(np.linalg.LinAlgError) as caught:
        names["outer"](np.zeros((2, 2)))
    failure = describe_error(caught.value)
    assert Failure("LinAlgError", "Singular matrix", "return np.linalg.inv(z)") == failure


def test_without_a_cell_there_is_no_line():
    """An exception that passed through no cell has no line."""
    assert "" == describe_error(ValueError()).line


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("/tmp/ipykernel_123/456.py", "oops()"),
        ("<ipython-input-3>", "oops()"),
        ("/usr/lib/python3/site-packages/ipykernel/kernelbase.py", ""),
    ],
)
def test_only_lines_of_cells_are_shown(file, expected, monkeypatch):
    """A line of Jupyter itself says nothing to a student."""
    monkeypatch.setitem(linecache.cache, file, (6, None, ["oops()\n"], file))
    with pytest.raises(NameError) as caught:
        exec(compile("oops()", file, "exec"), {})
    assert expected == describe_error(caught.value).line
