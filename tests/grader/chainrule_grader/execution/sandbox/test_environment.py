"""A sandboxed process has its own environment variables and none of the judge's."""

import pytest
from chainrule_grader.execution.sandbox.environment import ENVIRONMENT


@pytest.mark.usefixtures("sandbox")
def test_a_worker_has_this_environment(run, monkeypatch):
    """Nothing is inherited; matplotlib's backend is added by the worker."""
    monkeypatch.setenv("CHAINRULE_SECRET", "1")
    printed = run("import os\nprint(sorted(os.environ))")
    assert sorted({*ENVIRONMENT, "MPLBACKEND"}) == [
        name for name in eval(printed) if not name.startswith(("LC_", "MPLCONFIG"))
    ]
