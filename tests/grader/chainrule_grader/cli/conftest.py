"""What the tests of the commands share: a small course with one submission."""

import shutil

import pytest
from chainrule_grader.authoring.release import release
from chainrule_grader.course.course import MARK, Course


@pytest.fixture
def small_course(root, tmp_path, monkeypatch):
    """A course with one released problem set and one submission, which is the current folder."""
    shutil.copy(root / MARK, tmp_path / MARK)
    shutil.copytree(root / "solutions/activations", tmp_path / "solutions/activations")
    course = Course(tmp_path)
    release(course, "activations")
    place = course.submitted / "dina/activations/activations.ipynb"
    place.parent.mkdir(parents=True)
    shutil.copy(root / "tests/sample_class/dina.ipynb", place)
    monkeypatch.chdir(tmp_path)
    return course
