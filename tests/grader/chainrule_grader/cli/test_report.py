"""`chainrule report` writes the page about a class."""

from pathlib import Path

import pytest
from chainrule_grader.cli.main import main


@pytest.mark.usefixtures("sandbox")
def test_the_page_is_written_and_named(small_course, capsys):
    """The command prints the path of the page, which names the student with the mistake."""
    main(["autograde", "activations"])
    capsys.readouterr()
    assert 0 == main(["report", "activations"])
    page = Path(capsys.readouterr().out.strip())
    assert page.is_relative_to(small_course.root)
    assert "dina" in page.read_text()
