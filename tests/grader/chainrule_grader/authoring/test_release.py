"""nbgrader writes the notebooks that students get, and its errors become one sentence."""

import json
import shutil

import pytest
from chainrule_grader.authoring.release import ReleaseError, release, released
from chainrule_grader.course.course import MARK, Course
from chainrule_grader.course.problem_set import ProblemSet


@pytest.fixture
def course(root, tmp_path):
    """A course with one problem set."""
    shutil.copy(root / MARK, tmp_path / MARK)
    shutil.copytree(root / "solutions" / "data", tmp_path / "solutions" / "data")
    return Course(tmp_path)


@pytest.mark.slow
def test_the_release_is_the_committed_one(course, root):
    """Students get the notebook that the repository holds."""
    path = release(course, "data")
    assert ProblemSet(course, "data").release == path
    assert ProblemSet(Course(root), "data").release.read_text() == path.read_text()


def test_a_release_elsewhere_leaves_the_course_alone(course, tmp_path_factory):
    """Neither the gradebook nor the course's own release is written."""
    path = released(course, "data", tmp_path_factory.mktemp("elsewhere"))
    assert path.exists()
    assert not course.exercises.exists()
    assert not (course.root / "gradebook.db").exists()


@pytest.mark.slow
def test_an_error_is_one_sentence(course):
    """The message is the last line of the traceback that nbgrader logged."""
    path = ProblemSet(course, "data").source
    notebook = json.loads(path.read_text())
    ids = [c["metadata"]["nbgrader"] for c in notebook["cells"] if "nbgrader" in c["metadata"]]
    ids[2]["grade_id"] = ids[0]["grade_id"]
    path.write_text(json.dumps(notebook))
    with pytest.raises(ReleaseError, match="Duplicate grade id") as caught:
        release(course, "data")
    assert "\n" not in str(caught.value)
