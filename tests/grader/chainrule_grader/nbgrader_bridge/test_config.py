"""nbgrader's configuration has our folders and steps, which nbgrader can import."""

import os
import sys
from importlib import import_module
from pathlib import Path

import pytest
from chainrule_grader.course.course import MARK
from chainrule_grader.nbgrader_bridge import configure
from traitlets.config import Config


@pytest.fixture
def config(tmp_path):
    """The configuration of a course."""
    made = Config()
    configure(made, tmp_path)
    return made


def test_every_step_can_be_imported(config):
    """Each name that is given as text leads to a class."""
    names = [
        config.Autograde.exporter_class,
        config.GenerateFeedback.exporter_class,
        *config.Autograde.autograde_preprocessors,
    ]
    for name in names:
        module, _, attribute = name.rpartition(".")
        assert isinstance(getattr(import_module(module), attribute), type)


def test_answers_are_not_handed_out(config):
    """The percent sources, which have the answers in them, are ignored."""
    assert "*.py" in config.CourseDirectory.ignore


def test_without_a_folder_the_course_is_found(tmp_path, monkeypatch):
    """It is the one around the current folder."""
    (tmp_path / MARK).touch()
    (tmp_path / "inner").mkdir()
    monkeypatch.chdir(tmp_path / "inner")
    made = Config()
    configure(made)
    assert str(tmp_path.resolve()) == made.CourseDirectory.root


def test_alembic_is_found(config):
    """The folder of this Python's commands is on the path."""
    assert str(Path(sys.executable).parent) in os.environ["PATH"].split(os.pathsep)
