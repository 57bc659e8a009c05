"""Only what is base64 becomes the data of an image."""

import pytest
from chainrule_grader.markup.images import is_base64


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("iVBORw0KGgo=", True),
        ("iVBORw0K\nGgo=\n", True),
        ("", False),
        ("   ", False),
        ("abc", False),
        ('AAAA" onerror="alert(1)', False),
        ("AAAA<svg>", False),
        ("ÄÄÄÄ", False),
    ],
)
def test_base64(data, expected):
    """Line breaks are allowed, and nothing else that is not base64."""
    assert expected is is_base64(data)
