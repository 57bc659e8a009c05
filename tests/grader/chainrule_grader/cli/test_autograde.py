"""`chainrule autograde` marks the submissions of a course."""

import shutil

import pytest
from chainrule_grader.cli.main import main


@pytest.mark.usefixtures("sandbox")
def test_a_submission_is_marked_once(small_course, capsys):
    """The first run writes marked notebook and feedback; the second finds nothing to do."""
    assert 0 == main(["autograde", "activations"])
    assert "dina" in capsys.readouterr().out
    marked = small_course.autograded / "dina/activations/activations.ipynb"
    first = marked.stat().st_mtime_ns
    assert (small_course.feedback / "dina/activations/activations.html").exists()
    assert 0 == main(["autograde", "activations"])
    assert first == marked.stat().st_mtime_ns
    assert 0 == main(["autograde", "--force", "activations"])
    assert first < marked.stat().st_mtime_ns


@pytest.mark.usefixtures("sandbox")
def test_without_submissions_a_sentence_says_so(small_course, capsys):
    """The sentence names the place where a submission is expected."""
    shutil.rmtree(small_course.submitted)
    assert 1 == main(["autograde", "activations"])
    place = small_course.submitted / "<student>" / "activations" / "activations.ipynb"
    assert f"there is no {place}" in capsys.readouterr().err
