"""The last line of a process explains why it did not start."""

import pytest
from chainrule_grader.execution.sandbox.process import last_line


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        (b"", "it said nothing"),
        (b" \n\n", "it said nothing"),
        (b"first\nlast\n", "last"),
        (b"bad \xff byte", "bad \ufffd byte"),
    ],
)
def test_last_line(output, expected):
    """Empty lines are skipped, and bytes that are not text are replaced."""
    assert expected == last_line(output)
