"""After `chainrule autograde`, nbgrader's own commands make and release the students' feedback."""

import hashlib
import shutil

import pytest
from chainrule_grader.cli.main import main
from chainrule_grader.course.course import Course
from nbgrader.api import Gradebook

SET = "activations"
COMMENT = "Well tried: look at <z = 0> again."


def submit(course, root, student, answers, timestamp=None):
    """Put a notebook where `nbgrader collect` puts it, with what the exchange adds to it."""
    folder = course.submitted / student / SET
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(root / f"tests/sample_class/{answers}.ipynb", folder / f"{SET}.ipynb")
    if timestamp:
        (folder / "timestamp.txt").write_text(timestamp)
        (folder / "submission_secret.txt").write_text(f"secret of {timestamp}")


def autograde(course):
    """Run `chainrule autograde`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(course.root)
        assert 0 == main(["autograde", SET, "--jobs", "1"])


def page(course, student):
    """A student's page, as the instructor's folder has it."""
    return (course.feedback / student / SET / f"{SET}.html").read_text()


@pytest.fixture
def course(ours, root, tmp_path):
    """A graded course: ada's notebook came through the exchange, dina's did not."""
    folder = tmp_path / "course"
    shutil.copytree(ours.root, folder, ignore=shutil.ignore_patterns("submitted", "autograded"))
    shutil.rmtree(folder / "feedback")
    course = Course(folder)
    submit(course, root, "ada", "ada", "2026-10-01 10:00:00.000000 UTC")
    submit(course, root, "dina", "dina")
    autograde(course)
    return course


@pytest.fixture
def release(course, nbgrader, tmp_path):
    """A function that runs `nbgrader release_feedback` and returns the released pages by name."""
    exchange = tmp_path / "exchange"
    (exchange / "nn").mkdir(parents=True)

    def run():
        nbgrader(course, "release_feedback", SET, "--course", "nn", f"--Exchange.root={exchange}")
        return {path.stem: path.read_text() for path in exchange.glob("nn/feedback/*.html")}

    return run


def released_name(timestamp):
    """The name under which nbgrader fetches the page of a submission."""
    return hashlib.md5(f"secret of {timestamp}{SET}".encode()).hexdigest()


@pytest.mark.slow
def test_a_comment_by_hand_reaches_the_student(course, nbgrader, release):
    """It is on the page that is generated afterwards, and on the page that is released."""
    before = page(course, "dina")
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        gradebook.find_comment("relu", SET, SET, "ada").manual_comment = COMMENT
        gradebook.find_grade("check-relu", SET, SET, "ada").manual_score = 0.25
        gradebook.db.commit()
    nbgrader(course, "generate_feedback", SET)
    assert before == page(course, "dina")
    assert "Well tried: look at &lt;z = 0&gt; again." in page(course, "ada")
    assert "0.25 of 1" in page(course, "ada")
    released = release()
    assert 2 == len(released)
    assert page(course, "ada") == released[released_name("2026-10-01 10:00:00.000000 UTC")]


@pytest.mark.slow
def test_feedback_can_be_released_at_once(course, release):
    """Also where a submission did not come through the exchange; its name stays the same."""
    first = release()
    assert page(course, "ada") == first[released_name("2026-10-01 10:00:00.000000 UTC")]
    assert {page(course, "ada"), page(course, "dina")} == {*first.values()}
    assert first == release()


@pytest.mark.slow
@pytest.mark.parametrize("generate", [False, True])
def test_a_new_page_belongs_to_the_new_submission(generate, course, root, nbgrader, release):
    """The page of the first submission stays under its name."""
    if generate:
        nbgrader(course, "generate_feedback", SET)
    first = page(course, "ada")
    release()
    submit(course, root, "ada", "goran", "2026-10-02 10:00:00.000000 UTC")
    autograde(course)
    if generate:
        nbgrader(course, "generate_feedback", SET)
    assert first != page(course, "ada")
    released = release()
    assert first == released[released_name("2026-10-01 10:00:00.000000 UTC")]
    assert page(course, "ada") == released[released_name("2026-10-02 10:00:00.000000 UTC")]
