"""A course is found from each of its folders, and has one private seed."""

import stat

import pytest
from chainrule_grader.course.course import MARK, Course, NoCourseError


@pytest.fixture
def course(tmp_path):
    """An empty course."""
    (tmp_path / MARK).touch()
    return Course(tmp_path)


def test_a_course_is_found_from_each_of_its_folders(course):
    """The nearest folder with a configuration is the course."""
    course.lectures.mkdir(parents=True)
    assert course == Course.find(course.lectures) == Course.find(course.root)


def test_outside_of_a_course_the_error_names_the_command(tmp_path):
    """The error says how a course is made."""
    with pytest.raises(NoCourseError, match="`chainrule init FOLDER` makes a course"):
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


def test_a_course_with_a_seed_is_an_instructors(course):
    """Whoever marks has a private seed; a student's course has none."""
    assert not course.is_instructors
    course.seed()
    assert course.is_instructors
