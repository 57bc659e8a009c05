"""A warm-up leaves no names and no history in the shell."""

import pytest
from chainrule_worker.linux.warm_up import PROFILES

STATE = (
    "import sys\nfrom chainrule_worker import forbidden\nforbidden.install()\n"
    "from chainrule_worker.shell import CellRunner\n"
    "from chainrule_worker.linux.warm_up import warm_up, warm_up_profile\n"
    "out = sys.stdout\ncells = CellRunner()\n"
    "def state():\n"
    "    transcript, _ = cells.run('print(sorted(globals()), In, Out, _i, _ii)', 5.0)\n"
    "    cells.reset()\n    return transcript.printed['stdout']\n"
    "before = state()\n"
)


@pytest.mark.parametrize("profile", ["", *PROFILES])
def test_the_shell_is_as_before(run_python, profile):
    """Names, inputs and outputs are those of a new shell."""
    warm = f"warm_up_profile(cells, {profile!r})" if profile else "warm_up(cells)"
    assert "True" == run_python(f"{STATE}{warm}\nprint(before == state(), file=out)")


def test_modules_are_imported(run_python):
    """After the warm-up of drawing, matplotlib is imported."""
    code = (
        f"{STATE}warm_up_profile(cells, 'drawing')\n"
        "print('matplotlib.pyplot' in sys.modules, file=out)"
    )
    assert "True" == run_python(code)
