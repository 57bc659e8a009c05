"""In nbgrader's own gradebook the worked answers have every point, and empty notebooks none."""

import shutil

import pytest
from chainrule_grader.authoring.release import release
from chainrule_grader.cli.main import main
from chainrule_grader.course.course import MARK, Course
from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.judging import registry
from nbgrader.api import Gradebook

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("sandbox")]
SETS = registry.problem_sets()


@pytest.fixture
def course(root, tmp_path):
    """A course to which one student hands in the worked answers, another nothing but stubs."""
    shutil.copy(root / MARK, tmp_path / MARK)
    for folder in ("solutions", "course"):
        shutil.copytree(root / folder, tmp_path / folder)
    course = Course(tmp_path)
    for problem_set in SETS:
        handed_in = {
            "solver": ProblemSet(course, problem_set).source,
            "sleeper": ProblemSet(course, problem_set).release,
        }
        for student, notebook in handed_in.items():
            place = course.submitted / student / problem_set / f"{problem_set}.ipynb"
            place.parent.mkdir(parents=True)
            shutil.copy(notebook, place)
        release(course, problem_set)
    return course


def by_ours(course, _nbgrader, monkeypatch):
    monkeypatch.chdir(course.root)
    assert 0 == main(["autograde", *SETS, "--jobs", "2"])


def by_nbgrader(course, nbgrader, _monkeypatch):
    for problem_set in SETS:
        nbgrader(course, "autograde", problem_set)


@pytest.mark.parametrize("marks", [by_ours, by_nbgrader], ids=lambda f: f.__name__)
def test_everything_or_nothing(marks, course, nbgrader, monkeypatch):
    """Thirteen sets, two students, and not a point too many or too few."""
    marks(course, nbgrader, monkeypatch)
    points = {name: len(registry.identities(name)) for name in SETS}
    expected = {("solver", name): points[name] for name in SETS}
    expected |= {("sleeper", name): 0 for name in SETS}
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        assert points == {a.name: a.max_score for a in gradebook.assignments}
        booked = {
            (submission.student.id, assignment.name): submission.score
            for assignment in gradebook.assignments
            for submission in gradebook.assignment_submissions(assignment.name)
        }
    assert expected == booked
