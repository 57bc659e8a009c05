"""The imports of a released notebook are known, and make no trouble where a module is missing."""

import json

from chainrule_grader.submissions.release import Release
from chainrule_grader.submissions.released_imports import released_imports


def release(*sources):
    """A release of ordinary code cells."""
    cells = [{"cell_type": "code", "source": source, "metadata": {}} for source in sources]
    return Release("mine", json.dumps({"cells": cells}))


def test_modules_have_their_names():
    """A name may be the module's own or another."""
    found = released_imports(release("import numpy as np\nimport math", "import os.path as p, re"))
    assert {"np": "numpy", "math": "math", "p": "os.path", "re": "re"} == found.modules


def test_imports_run_where_modules_are_missing():
    """One that is missing does not keep the others from being imported."""
    found = released_imports(release("from nowhere import x\nimport math as m\nx = 1 / 0"))
    names = {}
    exec(found.source, names)
    assert names["m"].pi > 3
    assert "x" not in names


def test_cells_that_are_no_python_have_none():
    """IPython's own syntax is left out."""
    assert "" == released_imports(release("%matplotlib inline\nimport math")).source


def test_without_a_release_numpy_is_known():
    """Every problem set uses it."""
    assert {"np": "numpy"} == released_imports(None).modules
