"""Results stand below each other in columns, and the entries that differ are marked."""

import pytest
from chainrule_grader.judging.aligned import aligned


def shown(expected, actual):
    """Both results as text, and the entries of the second that are marked."""
    first, second = aligned(expected, actual)
    texts = ("".join(piece.text for piece in line) for line in (first, second))
    return *texts, [piece.text for piece in second if piece.differs]


@pytest.mark.parametrize(
    ("expected", "actual", "needed"),
    [
        ("[1, 2]", "[1, 3]", ("[1, 2]", "[1, 3]", ["3"])),
        ("[1, 2.25]", "[-10, 2.25]", ("[  1, 2.25]", "[-10, 2.25]", ["-10"])),
        ("[1e-07, nan]", "[1e-07, 0]", ("[1e-07, nan]", "[1e-07,   0]", ["0"])),
        ("[True, False]", "[True, True]", ("[True, False]", "[True,  True]", ["True"])),
        ("[0.3333333, 1]", "[0.3333334, 2]", ("[0.3333333, 1]", "[0.3333334, 2]", ["2"])),
        ("(loss 1, [2])", "(loss 1, [3])", ("(loss 1, [2])", "(loss 1, [3])", ["3"])),
        ("[inf, 1]", "[-inf, 1]", ("[ inf, 1]", "[-inf, 1]", ["-inf"])),
    ],
)
def test_entries_are_marked(expected, actual, needed):
    """Entries of the same number are not, whatever their last digits are."""
    assert needed == shown(expected, actual)


@pytest.mark.parametrize(
    ("expected", "actual"),
    [
        ("[1, 2]", "[2, 3]"),
        ("[1, 2]", "[[1], [2]]"),
        ("2", "3"),
        ("w stays [1, 2]", "w becomes [1, 3]"),
        ("[1, 2] (shape (2,))", "1 (a single number)"),
        ("None", "[]"),
        ("", ""),
    ],
)
def test_nothing_is_marked(expected, actual):
    """If all entries differ, or the forms do, both results stay as they are."""
    assert (expected, actual, []) == shown(expected, actual)
