"""A course is found from any folder in it, and has one private seed."""

import stat

import pytest
from chainrule_grader.course.course import MARK, Course, NoCourseError


def test_a_course_is_found_from_its_folders(tmp_path):
    """The nearest folder above with a configuration is the course."""
    (tmp_path / MARK).touch()
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert Course(tmp_path.resolve()) == Course.find(inner)


def test_outside_of_a_course_there_is_none(tmp_path):
    """The sentence names the file that is missing."""
    with pytest.raises(NoCourseError, match=MARK):
        Course.find(tmp_path)


def test_the_seed_is_drawn_once_and_is_private(tmp_path):
    """It stays the same, differs between courses, and only its owner can read it."""
    (tmp_path / "other").mkdir()
    first = Course(tmp_path).seed()
    assert (first, True) == (Course(tmp_path).seed(), first != Course(tmp_path / "other").seed())
    assert 0o600 == stat.S_IMODE((tmp_path / ".private-seed").stat().st_mode)


def test_workers_may_not_see_the_course(tmp_path):
    """The course's folder is one of the secrets."""
    assert str(tmp_path) in Course(tmp_path).secrets
