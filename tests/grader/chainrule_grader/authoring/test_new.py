"""`new` writes both files of a task, and nothing else needs to be registered."""

import re

import pytest
from chainrule_grader.authoring.new import BLANK, NewTaskError, new
from chainrule_grader.course.course import Course
from chainrule_grader.judging import registry


@pytest.fixture
def course(tmp_path, monkeypatch):
    """An empty course, with a catalogue of its own."""
    monkeypatch.setattr(registry, "TASKS", tmp_path / "tasks")
    (tmp_path / "tasks").mkdir()
    return Course(tmp_path)


def test_both_places_are_made_with_blanks(course):
    """The module and the cells are there, and say what is to be filled in."""
    written = new(course, "losses/hinge")
    assert ["__init__.py", "hinge.py", "losses.py"] == [path.name for path in written]
    assert all(BLANK in path.read_text() for path in written)
    assert 'check("losses/hinge", hinge)' in written[-1].read_text()


def test_a_second_task_is_added_below(course):
    """What is in the problem set's source stays."""
    new(course, "losses/hinge")
    source = new(course, "losses/huber")[-1].read_text()
    assert source.index("def hinge") < source.index("def huber")


def test_the_closing_section_stays_last(course):
    """The cells come below the last task, and above what follows it."""
    source = new(course, "losses/hinge")[-1]
    source.write_text(source.read_text() + "\n# %% [markdown]\n# ## What you can do now\n")
    text = new(course, "losses/huber")[-1].read_text()
    places = [text.index(mark) for mark in ("def hinge", "def huber", "## What you can do now")]
    assert sorted(places) == places
    assert text.endswith(
        'check("losses/huber", huber)\n\n# %% [markdown]\n# ## What you can do now\n'
    )


def test_a_mistyped_set_is_no_new_one(course):
    """The error names the nearest set and the option; with the option there is a new set."""
    new(course, "losses/hinge")
    says = "there is no problem set 'loses'; did you mean 'losses'? --new-set makes a new one"
    with pytest.raises(NewTaskError, match=re.escape(says)):
        new(course, "loses/huber")
    assert not (course.solutions / "loses").exists()
    assert (course.solutions / "loses/loses.py") in new(course, "loses/huber", new_set=True)


@pytest.mark.parametrize("name", ["hinge", "losses/", "/hinge", "los-ses/hinge", "../x/y"])
def test_a_name_that_is_none_is_refused(course, name):
    """A sentence says how a task is named."""
    with pytest.raises(NewTaskError, match="a task is named <set>/<task>"):
        new(course, name)


def test_a_task_is_never_overwritten(course):
    """What is there is left alone."""
    new(course, "losses/hinge")
    with pytest.raises(NewTaskError, match="the task losses/hinge exists already"):
        new(course, "losses/hinge")


def test_an_installed_package_gets_no_tasks(course, monkeypatch):
    """A wheel's own folder is not written to; the error says what to do."""
    monkeypatch.setattr("chainrule_grader.authoring.new.is_checkout", lambda: False)
    with pytest.raises(NewTaskError, match="clone the repository"):
        new(course, "losses/hinge")
    assert [] == list((course.root / "tasks").iterdir())
