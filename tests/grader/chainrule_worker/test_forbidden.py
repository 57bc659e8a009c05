"""Forbidden modules cannot be imported, and the course's own helpers are silent."""

import json
import subprocess
import sys

import pytest
from chainrule_grader.execution.sandbox import view
from chainrule_worker.forbidden import FORBIDDEN, STUBBED, ForbiddenImportError, reject_import

PROBE = """
import json, sys
sys.path[:0] = json.loads(sys.argv[2])
from chainrule_worker import forbidden
forbidden.install()
found = {}
for line in json.loads(sys.argv[1]):
    names = {}
    try:
        exec(line, names)
        found[line] = repr(names.get("x"))
    except BaseException as error:
        found[line] = f"{type(error).__name__}: {error}"
print(json.dumps(found))
"""
REFUSED = {
    "import torch": "torch",
    "import torch.nn as nn": "torch",
    "from chainrule import activations": "chainrule",
    "import chainrule.activations": "chainrule",
    "from sklearn.neural_network import MLPClassifier": "sklearn",
    "x = __import__('keras')": "keras",
    "import importlib; importlib.import_module('jax.numpy')": "jax",
    "import importlib.util; importlib.util.find_spec('autograd')": "autograd",
    "from tensorflow import *": "tensorflow",
}
LET_THROUGH = {
    "import numpy; x = numpy.ones(1).sum()": "np.float64(1.0)",
    "torch = 1; x = torch": "1",
    "try:\n    import torch\nexcept ImportError:\n    x = 'no torch'": "'no torch'",
    "from chainrule_grader import check, hint; x = check('a/b', len)": "",
    "from chainrule_grader import check; check('a/b', len); x = check.__name__": "'stub'",
    "from chainrule_widgets import picture\nwith picture('x', columns=2) as axes:\n"
    "    axes.plot([1, 2], [3, 4]).set(color='red')\n    x = [panel for panel in axes]": "[]",
    "from chainrule_widgets import anything; x = anything(1, b=2)": "",
    "from chainrule_widgets.activations import race; x = race(len, 'relu')": "",
    "import chainrule_widgets.playground as p; x = hasattr(p, '__file__')": "False",
    "import chainrule_grader as g; x = (g.__name__, hasattr(g, '__file__'))": (
        "('chainrule_grader', False)"
    ),
}
SECRETS = (
    "import chainrule_grader.tasks",
    "from chainrule_grader.tasks.activations import relu",
    "import chainrule_grader.judging.registry",
)


@pytest.fixture(scope="module")
def found():
    """What came of each line in a worker without a sandbox, which sees every file."""
    lines = json.dumps([*REFUSED, *LET_THROUGH, *SECRETS])
    folders = json.dumps([str(view.worker_folder().parent), *view.site_folders()])
    probe = [sys.executable, "-I", "-S", "-c", PROBE, lines, folders]
    done = subprocess.run(probe, capture_output=True, text=True, check=True)
    assert "" == done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(("line", "module"), REFUSED.items(), ids=REFUSED)
def test_refused(found, line, module):
    """However a forbidden module is asked for, the answer names it."""
    assert found[line].startswith(f"ForbiddenImportError: {module}")
    assert found[line].endswith("may not be used in an answer")


@pytest.mark.parametrize(("line", "expected"), LET_THROUGH.items(), ids=LET_THROUGH)
def test_let_through(found, line, expected):
    """What is not forbidden works, and the course's helpers do nothing without complaint."""
    assert expected == found[line]


@pytest.mark.parametrize("line", SECRETS)
def test_no_part_of_the_grader_can_be_had(found, line):
    """The stub modules have no submodules."""
    assert found[line].startswith(("ModuleNotFoundError", "ForbiddenImportError"))


def test_the_error_is_an_import_error():
    """Whoever expects that a module may be missing can handle it."""
    with pytest.raises(ImportError, match="torch may not be used in an answer") as caught:
        reject_import("torch")
    assert ForbiddenImportError is caught.type


def test_nothing_is_both():
    """No module is both forbidden and stubbed, and NumPy is neither."""
    assert not FORBIDDEN.intersection(STUBBED)
    assert "numpy" not in FORBIDDEN
