"""Cells run as in a student's own kernel, and each gives its transcript or its failure."""

import json
import subprocess
import sys

import pytest

PROBE = """
import dataclasses, json, sys
out = sys.stdout
from chainrule_worker.shell import CellRunner
cells = CellRunner()
answers = []
for source in json.loads(sys.argv[1]):
    transcript, failure = cells.run(source, 0.1 if 'while True' in source else 20.0)
    answers.append({
        "printed": transcript.printed,
        "shown": transcript.shown,
        "failure": failure and dataclasses.astuple(failure),
    })
print(json.dumps(answers), file=out)
"""
PNG = "from IPython.display import Image; display(Image(b'\\x89PNG' + bytes({})))"
CELLS = {
    "define": "import numpy as np\ndef f(z):\n    return 1 / z\n",
    "value": "6 * 7",
    "quiet": "6 * 7;",
    "none": "None",
    "names last": "_1x = 5\n_1x",
    "several lines": "a = 1\nb = 2\na + b",
    "assignment": "a = 1",
    "empty": "",
    "comment": "# nothing",
    "print": "import sys\nprint('a')\nprint('b', file=sys.stderr)\nprint('c')",
    "writelines": "sys.stdout.writelines(['x', 'y'])",
    "flood": "print('x' * 10**6)\nprint('y' * 10**6)",
    "many outputs": "for i in range(200):\n    display(i)",
    "display": "display('a', 2)",
    "html": "from IPython.display import HTML\nHTML('<script>alert(1)</script>')",
    "javascript": "from IPython.display import Javascript\ndisplay(Javascript('alert(1)'))",
    "picture": PNG.format(10),
    "huge picture": PNG.format(10**6),
    "long value": "'x' * 10**6",
    "odd repr": "class Odd:\n    def __repr__(self): raise ValueError('unsayable')\nOdd()",
    "crash": "x = 1\nf(0)\nx = 2",
    "before the crash": "x",
    "syntax": "y = 1\ndef g(z)\n    return z",
    "after syntax": "'y' in globals()",
    "indentation": "def h(z):\nreturn z",
    "name": "undefined_name",
    "exit": "import sys\nsys.exit(3)",
    "stub": "raise NotImplementedError",
    "loop": "while True:\n    pass",
    "interrupt": "raise KeyboardInterrupt",
    "swallowed loop": "try:\n    while True: pass\nexcept Exception: pass",
    "after a loop": "'still here'",
    "await": "import asyncio\nawait asyncio.sleep(0, 'awaited')",
    "magic": "%time 1 + 1",
    "matplotlib": "%matplotlib inline",
    "no magic": "%no_such_magic",
    "shell": "get_ipython().__class__.__mro__[1].__name__",
    "main": "__name__",
    "input": "input('?')",
    "underscore": "5\n",
    "last value": "_ + 1",
    "replaced stream": "import io\nkept, sys.stdout = sys.stdout, io.StringIO()\nprint('lost')",
    "stream back": "sys.stdout = kept\nprint('found')",
    "surrogate": "print('\\ud800')",
    "exec": "exec('1 / 0')",
    "future annotations": "from __future__ import annotations\ndef k(z: Undefined): return z\nk(3)",
}


@pytest.fixture(scope="module")
def answers():
    """What each cell gave, run one after another in one process."""
    probe = [sys.executable, "-c", PROBE, json.dumps([*CELLS.values()])]
    done = subprocess.run(
        probe, capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL
    )
    assert "" == done.stderr
    return dict(zip(CELLS, json.loads(done.stdout), strict=True))


def result(text):
    """The output of a cell that evaluates to something."""
    return [["execute_result", {"text/plain": text}]]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("define", []),
        ("value", result("42")),
        ("quiet", []),
        ("none", []),
        ("names last", result("5")),
        ("several lines", result("3")),
        ("assignment", []),
        ("empty", []),
        ("comment", []),
        ("print", []),
        ("display", [["display_data", {"text/plain": t}] for t in ("'a'", "2")]),
        ("html", result("<IPython.core.display.HTML object>")),
        (
            "javascript",
            [["display_data", {"text/plain": "<IPython.core.display.Javascript object>"}]],
        ),
        ("huge picture", [["display_data", {"text/plain": "<IPython.core.display.Image object>"}]]),
        ("long value", []),
        ("before the crash", result("1")),
        ("after syntax", result("False")),
        ("after a loop", result("'still here'")),
        ("await", result("'awaited'")),
        ("magic", result("2")),
        ("matplotlib", []),
        ("shell", result("'InteractiveShell'")),
        ("main", result("'__main__'")),
        ("last value", result("6")),
        ("future annotations", result("3")),
    ],
)
def test_what_a_cell_shows(answers, cell, shown):
    """Text and pictures are handed on, and nothing that a browser would execute."""
    assert (None, shown) == (answers[cell]["failure"], answers[cell]["shown"])


def test_a_picture_is_handed_on(answers):
    """A picture of reasonable size is kept."""
    ((kind, data),) = answers["picture"]["shown"]
    assert ("display_data", {"image/png", "text/plain"}) == (kind, {*data})


@pytest.mark.parametrize(
    ("cell", "printed"),
    [
        ("print", {"stdout": "a\nc\n", "stderr": "b\n"}),
        ("writelines", {"stdout": "xy"}),
        ("flood", {"stdout": "x" * 20_000}),
        ("value", {}),
        ("replaced stream", {}),
        ("stream back", {"stdout": "found\n"}),
        ("surrogate", {"stdout": "\ud800\n"}),
        ("crash", {}),
    ],
)
def test_what_a_cell_prints(answers, cell, printed):
    """Printed text is kept by stream, up to a limit, and failures print nothing."""
    assert printed == answers[cell]["printed"]


def test_there_are_not_too_many_outputs(answers):
    """A loop that displays is cut off."""
    assert 50 == len(answers["many outputs"]["shown"])


@pytest.mark.parametrize(
    ("cell", "kind", "message", "line"),
    [
        ("crash", "ZeroDivisionError", "division by zero", "return 1 / z"),
        ("syntax", "SyntaxError", "expected ':'", "def g(z)"),
        ("name", "NameError", "name 'undefined_name' is not defined", "undefined_name"),
        ("exit", "SystemExit", "3", "sys.exit(3)"),
        ("stub", "NotImplementedError", "", "raise NotImplementedError"),
        ("loop", "TimeLimitError", "took too long", None),
        ("swallowed loop", "TimeLimitError", "took too long", None),
        ("interrupt", "KeyboardInterrupt", "", "raise KeyboardInterrupt"),
        ("exec", "ZeroDivisionError", "division by zero", "exec('1 / 0')"),
    ],
)
def test_how_a_cell_fails(answers, cell, kind, message, line):
    """A failure is named, with the line of the cell where it arose."""
    found = answers[cell]["failure"]
    assert [kind, message, found[2] if line is None else line] == found


@pytest.mark.parametrize(
    ("cell", "kind"),
    [("indentation", "IndentationError"), ("input", "EOFError"), ("no magic", "UsageError")],
)
def test_other_failures(answers, cell, kind):
    """Indentation, questions to nobody and unknown magics are failures as well."""
    assert kind in {answers[cell]["failure"] and answers[cell]["failure"][0], "UsageError"}


def test_a_value_that_cannot_be_written(answers):
    """A value whose `repr` fails is no failure of the cell."""
    assert (None, []) == (answers["odd repr"]["failure"], answers["odd repr"]["shown"])
