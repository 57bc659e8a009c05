"""A student's course is found from any of its folders, and made in an empty one."""

import pytest
from chainrule_grader.course.course import NoCourseError
from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.course.student import open_course


def files(folder):
    """The files below a folder, with their content."""
    return {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_second_opening_copies_nothing(tmp_path):
    """A student's own work is still there."""
    course = open_course(tmp_path)
    ProblemSet(course, "activations").release.write_text("my answers")
    before = files(tmp_path)
    for folder in (tmp_path, course.lectures, course.exercises / "activations"):
        assert tmp_path == open_course(folder).root
    assert before == files(tmp_path)


def test_there_is_no_answer_in_it(tmp_path):
    """Only notebooks are copied, and no solution is among them."""
    open_course(tmp_path)
    assert {".ipynb"} == {path.suffix for path in files(tmp_path)}
    assert not [p for p, text in files(tmp_path).items() if b"BEGIN SOLUTION" in text]


def test_hidden_folders_do_not_count(tmp_path):
    """A folder that has only a virtual environment gets its copy."""
    (tmp_path / ".venv").mkdir()
    assert ProblemSet(open_course(tmp_path), "activations").release.exists()


def test_a_folder_with_files_is_left_alone(tmp_path):
    """The error names one of the files."""
    (tmp_path / "thesis.tex").touch()
    with pytest.raises(NoCourseError, match="for example thesis.tex"):
        open_course(tmp_path)
    assert ["thesis.tex"] == [path.name for path in tmp_path.iterdir()]
