"""Blanks are found in the sources of problem sets and of tasks."""

import pytest
from chainrule_grader.authoring.blanks import blanks
from chainrule_grader.authoring.new import new
from chainrule_grader.course.course import Course
from chainrule_grader.judging import registry


@pytest.fixture
def course(tmp_path, monkeypatch):
    """An empty course, with a catalogue of its own."""
    monkeypatch.setattr(registry, "TASKS", tmp_path / "tasks")
    (tmp_path / "tasks").mkdir()
    return Course(tmp_path)


def test_every_file_of_a_new_task_has_blanks(course):
    """What `new` wrote is found, each line with its number; nothing is found before."""
    assert [] == blanks(course)
    written = new(course, "losses/hinge")
    found = blanks(course)
    assert {*written} == {one.path for one in found}
    for one in found:
        lines = one.path.read_text().splitlines()
        expected = [n for n, line in enumerate(lines, start=1) if "BLANK" in line]
        assert expected == [*one.lines]


def test_a_filled_in_file_has_none(course):
    """A longer word is no blank."""
    path = course.solutions / "mine/mine.py"
    path.parent.mkdir(parents=True)
    path.write_text("BLANKS = 1\n# a blank line\n")
    assert [] == blanks(course)
