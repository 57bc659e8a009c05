"""A glance at cells tells what they will want."""

import json

import pytest
from chainrule_grader.execution.prewarm import at_a_glance, wish
from chainrule_worker.rehearsal import WISHES


@pytest.mark.parametrize(
    ("source", "wants"),
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
def test_cells_tell_what_they_want(source, wants):
    """Drawing is more than magics, and what only looks like a magic is none."""
    assert wants == wish(["import numpy as np", source])


def test_all_that_can_be_wished_for_can_be_rehearsed():
    """Judge and worker mean the same by a wish."""
    assert {"drawing", "magics"} == WISHES.keys()


@pytest.mark.parametrize(("student", "wants"), [("nils", "drawing"), ("ada", "")])
def test_a_glance_at_a_file_is_enough(student, wants, root):
    """What a whole notebook wants is seen before it is read."""
    content = (root / "tests" / "sample_class" / f"{student}.ipynb").read_bytes()
    cells = ["".join(cell["source"]) for cell in json.loads(content)["cells"]]
    assert (wants, wants) == (at_a_glance(content), wish(cells))
