"""A notebook's profile is found in its cells."""

import json

import pytest
from chainrule_grader.execution.prewarm import notebook_profile
from chainrule_worker.linux.warm_up import PROFILES


@pytest.mark.parametrize(
    ("source", "profile"),
    [
        ("import matplotlib.pyplot as plt", "drawing"),
        ("%matplotlib inline", "drawing"),
        ("%timeit -n1 relu(z)", "magics"),
        ("z = 1\n  %%time", "magics"),
        ("relu?", "magics"),
        ("np.maximum??", "magics"),
        ("?relu", "magics"),
        ("", ""),
        ("# is this right?", ""),
        ("z = 7 \\\n    % 2", ""),
        ("print('%s' % z)", ""),
        ("ok = z?1", ""),
    ],
)
def test_the_profile_of_cells(source, profile):
    """Drawing comes before magics, and text that resembles a magic is none."""
    assert profile == notebook_profile(["import numpy as np", source])


def test_every_profile_can_be_warmed_up():
    """Judge and worker have the same profiles."""
    assert {"drawing", "magics"} == PROFILES.keys()


@pytest.mark.parametrize(("student", "profile"), [("nils", "drawing"), ("ada", "")])
def test_the_profile_of_a_notebook(student, profile, root):
    """A student who draws has the profile for it."""
    content = (root / "tests" / "sample_class" / f"{student}.ipynb").read_bytes()
    cells = ["".join(cell["source"]) for cell in json.loads(content)["cells"]]
    assert profile == notebook_profile(cells)
