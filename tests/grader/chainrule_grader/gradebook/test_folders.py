"""Results appear in their folders whole, in the place of older ones."""

from datetime import datetime

import pytest
from chainrule_grader.course.course import Course
from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.gradebook.folders import (
    FolderError,
    OutputFolders,
    identify,
    is_graded,
    timestamp,
)


@pytest.fixture
def problem_set(tmp_path):
    """A problem set with one submission, which came through the exchange."""
    one = ProblemSet(Course(tmp_path), "mine")
    one.submitted("ada").mkdir(parents=True)
    one.source.parent.mkdir(parents=True)
    (one.submitted("ada") / "timestamp.txt").write_text("2026-10-01 10:00:00 UTC")
    (one.submitted("ada") / "submission_secret.txt").write_text("first")
    return one


def publish(problem_set, text, *, ignored=()):
    """Write a student's results."""
    output = OutputFolders(problem_set, ignored)
    output.write("ada", text, f"<p>{text}")
    output.publish("ada")
    output.close()


def texts(folder):
    """The files of a folder and their texts."""
    return {str(p.relative_to(folder)): p.read_text() for p in folder.rglob("*") if p.is_file()}


def test_results_are_published_with_the_files_beside_the_notebook(problem_set):
    """The instructor's files replace a student's, and ignored files are left out."""
    for folder, text in ((problem_set.submitted("ada"), "1"), (problem_set.source.parent, "2")):
        (folder / "data").mkdir()
        (folder / "data" / "x.csv").write_text(text)
        (folder / "x.pyc").write_text(text)
    publish(problem_set, "one", ignored=["*.pyc"])
    stamp, secret = "2026-10-01 10:00:00 UTC", "first"
    beside = {"timestamp.txt": stamp, "submission_secret.txt": secret}
    assert {"mine.ipynb": "one", "data/x.csv": "2", **beside} == texts(
        problem_set.autograded("ada")
    )
    assert {"mine.html": "<p>one", **beside} == texts(problem_set.feedback("ada"))


def test_nothing_of_an_older_result_is_left(problem_set):
    """The folders are replaced with all that is in them, and no staging folder stays."""
    publish(problem_set, "one")
    (problem_set.feedback("ada") / "old.html").touch()
    (problem_set.submitted("ada") / "submission_secret.txt").write_text("second")
    publish(problem_set, "two")
    found = texts(problem_set.feedback("ada"))
    assert {"mine.html", "timestamp.txt", "submission_secret.txt"} == found.keys()
    assert ("<p>two", "second") == (found["mine.html"], found["submission_secret.txt"])
    assert [] == list(problem_set.course.root.rglob(".being-written"))


def test_a_page_can_be_replaced_before_it_is_published(problem_set):
    """The later page is the one that counts."""
    output = OutputFolders(problem_set, ())
    output.write("ada", "one", "<p>first")
    output.write_page("ada", "<p>second")
    output.publish("ada")
    assert "<p>second" == (problem_set.feedback("ada") / "mine.html").read_text()


def test_a_submission_without_a_secret_gets_a_stable_one(problem_set, tmp_path):
    """It differs between students, and a secret that is there stays."""
    secrets = []
    for number, student in enumerate(["ada", "ada", "bo"]):
        folder = tmp_path / str(number)
        folder.mkdir()
        identify(folder, problem_set, student)
        secrets.append((folder / "submission_secret.txt").read_text())
        assert timestamp(folder)
    assert (secrets[0], 2) == (secrets[1], len({*secrets}))
    (tmp_path / "0" / "submission_secret.txt").write_text("mine")
    identify(tmp_path / "0", problem_set, "ada")
    assert "mine" == (tmp_path / "0" / "submission_secret.txt").read_text()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-10-02 12:00:00.500000 UTC", datetime(2026, 10, 2, 12, 0, 0, 500000)),  # noqa: DTZ001
        ("2026-10-02 12:00:00+02:00", datetime(2026, 10, 2, 10)),  # noqa: DTZ001
        ("", None),
        ("yesterday", None),
        ("9" * 400, None),
    ],
)
def test_timestamps_are_read_as_utc(text, expected, tmp_path):
    """A file that is not a time is no time."""
    (tmp_path / "timestamp.txt").write_text(text)
    assert expected == timestamp(tmp_path)


@pytest.mark.parametrize(
    ("later", "expected"),
    [("2026-10-02 10:00:00 UTC", False), ("2026-09-01 10:00:00 UTC", True), ("", True)],
)
def test_a_later_submission_is_not_graded(later, expected, problem_set):
    """An earlier one, or one without a time, does not replace the graded one."""
    assert not is_graded(problem_set, "ada")
    publish(problem_set, "one")
    assert is_graded(problem_set, "ada")
    (problem_set.submitted("ada") / "timestamp.txt").write_text(later)
    assert expected is is_graded(problem_set, "ada")


def test_an_error_names_the_file(problem_set):
    """One sentence says what the system refused."""
    problem_set.course.feedback.write_text("")
    with pytest.raises(FolderError, match="feedback.* cannot be written"):
        OutputFolders(problem_set, ())
