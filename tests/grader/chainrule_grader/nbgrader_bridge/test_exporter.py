"""The exporter grades in nbgrader's first pass, and runs nothing without a sandbox."""

import shutil
from types import SimpleNamespace

import pytest
from chainrule_grader.authoring.release import nbgrader_config
from chainrule_grader.course.course import MARK, Course
from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.execution.sandbox import SandboxError
from chainrule_grader.nbgrader_bridge import exporter
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory

SET = "activations"


@pytest.fixture
def made(root, tmp_path, monkeypatch):
    """An exporter for a course with three submissions, the first of which is graded."""
    shutil.copy(root / MARK, tmp_path / MARK)
    (tmp_path / "course/exercises").mkdir(parents=True)
    shutil.copytree(root / "course/exercises" / SET, tmp_path / "course/exercises" / SET)
    course = Course(tmp_path)
    problem_set = ProblemSet(course, SET)
    for student in ("ada", "bruno", "mona"):
        problem_set.submitted(student).mkdir(parents=True)
        shutil.copy(
            root / f"tests/sample_class/{student}.ipynb",
            problem_set.submitted(student) / f"{SET}.ipynb",
        )
    problem_set.autograded("bruno").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(exporter, "warm_up", lambda _secrets: None)
    config = nbgrader_config(course)
    directory = CourseDirectory(config=config)
    directory.assignment_id = SET
    converter = Autograde(coursedir=directory, config=config)
    converter.init_notebooks()
    converter._sanitizing = True
    return exporter.SubmissionExporter(parent=converter, config=config)


def read(made, student):
    """Have the exporter read a student's notebook."""
    path = str(ProblemSet(made.course, SET).submissions()[student])
    return made.from_filename(path, resources={"nbgrader": {"assignment": SET, "student": student}})


def test_without_a_sandbox_nothing_is_run(made, monkeypatch):
    """The sentence has the reason."""
    monkeypatch.setattr(exporter, "unavailable_reason", lambda: "no namespaces")
    with pytest.raises(SandboxError, match="there is no sandbox: no namespaces"):
        read(made, "ada")


def test_an_unreadable_submission_is_exported_with_its_reason(made, monkeypatch):
    """The findings are kept for the step that saves them."""
    monkeypatch.setattr(exporter, "unavailable_reason", lambda: None)
    text, _ = read(made, "mona")
    assert "it is broken off or no notebook at all" in text
    assert ("mona", 11) == (made.graded.record.student, len(made.graded.findings.scores))


def test_a_failure_of_the_grader_is_an_error(made, monkeypatch):
    """Nbgrader then leaves the submission ungraded."""
    monkeypatch.setattr(exporter, "unavailable_reason", lambda: None)
    failed = SimpleNamespace(notebook="", record=SimpleNamespace(error="the grader failed: x"))
    monkeypatch.setattr(made.prefetch, "graded", lambda _job: failed)
    with pytest.raises(SandboxError, match="the grader failed"):
        read(made, "mona")


@pytest.mark.parametrize(("student", "begun"), [("ada", []), ("bruno", ["mona"]), ("mona", [])])
def test_the_next_submission_is_begun_unless_it_is_graded(student, begun, made, monkeypatch):
    """Only the one that nbgrader will ask for next."""
    monkeypatch.setattr(exporter, "unavailable_reason", lambda: None)
    asked = []
    monkeypatch.setattr(made.prefetch, "begin", asked.append)
    monkeypatch.setattr(made.prefetch, "graded", _nothing)
    with pytest.raises(SandboxError):
        read(made, student)
    assert begun == [job.student for job in asked]


def _nothing(_job):
    return SimpleNamespace(notebook="", record=SimpleNamespace(error=""))
