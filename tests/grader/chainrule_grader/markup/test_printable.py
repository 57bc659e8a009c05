"""What a terminal shows obeys nothing in it."""

import pytest
from chainrule_grader.markup.printable import one_line, printable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ada: 11 of 11 ✓", "ada: 11 of 11 ✓"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("\x1b[31mred\x07", r"\x1b[31mred\x07"),
        ("\udcff", r"\udcff"),
        ("\u202eabc", r"\u202eabc"),
        ("a\rb", r"a\rb"),
    ],
)
def test_commands_are_written_out(text, expected):
    """Escape codes, text that runs backwards and what is no Unicode."""
    assert expected == printable(text)
    printable(text).encode()


def test_a_name_has_one_line():
    """A name cannot look like a line of ours."""
    assert r"m\nchainrule: all is well\t" == one_line("m\nchainrule: all is well\t")
