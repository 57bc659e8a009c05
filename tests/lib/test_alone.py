"""The library stands on NumPy alone."""

import subprocess
import sys

import chainrule
import pytest

LOADED = """
import sys
import chainrule
for part in chainrule.__all__:
    getattr(chainrule, part)
found = {name.partition(".")[0] for name in sys.modules} - set(sys.stdlib_module_names)
print(sorted(name for name in found if not name.startswith("_") and name != "sitecustomize"))
"""


def test_nothing_but_numpy_is_loaded():
    """With every part in use, NumPy is the only package from elsewhere."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )
    assert "['chainrule', 'numpy']" == done.stdout.strip()


def test_unknown_part_is_told():
    """A name that chainrule does not have gets a sentence with those that it has."""
    assert chainrule.__all__ == dir(chainrule)
    with pytest.raises(AttributeError, match="chainrule has no 'ops'; it has Input"):
        chainrule.ops  # noqa: B018
