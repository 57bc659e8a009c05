"""Each limit restricts what a worker can do."""

import pytest
from chainrule_grader.execution.sandbox import Limits

pytestmark = pytest.mark.usefixtures("sandbox")


@pytest.mark.parametrize(
    ("limits", "source"),
    [
        (Limits(memory=2**30), "bytearray(2**30)"),
        (Limits(scratch=2**20), "open('a', 'wb').write(bytes(2**21))"),
        (Limits(open_files=16), "files = [open('/dev/null') for _ in range(16)]"),
        (Limits(processes=1), "import threading; threading.Thread(target=int).start()"),
    ],
    ids=["memory", "scratch", "open-files", "processes"],
)
def test_a_smaller_limit_stops_a_cell(run, limits, source):
    """A cell that works under the usual limits fails under a smaller one."""
    assert "done" == run(f"{source}\nprint('done')")
    assert run(f"{source}\nprint('done')", limits) in {"MemoryError", "OSError", "RuntimeError"}
