"""Everyday edits lose no marks, or one task at most, and both commands give the same marks."""

import json
import re
import runpy
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from chainrule_grader.authoring.release import release
from chainrule_grader.cli.main import main
from chainrule_grader.course.course import MARK, Course

pytestmark = pytest.mark.usefixtures("sandbox")

SET = "activations"
EDITS = {
    one.name: one for one in runpy.run_path(str(Path(__file__).with_name("everyday.py")))["EDITS"]
}
SCORES = """
    select s.student_id, c.name, g.auto_score from grade g
    join base_cell c on c.id = g.cell_id
    join submitted_notebook n on n.id = g.notebook_id
    join submitted_assignment s on s.id = n.assignment_id
"""


@pytest.fixture(scope="module")
def course(root, tmp_path_factory):
    """A course to which each edit of a right notebook was handed in."""
    folder = tmp_path_factory.mktemp("edits")
    shutil.copy(root / MARK, folder / MARK)
    shutil.copytree(root / "solutions" / SET, folder / "solutions" / SET)
    (folder / ".private-seed").write_text("1")
    course = Course(folder)
    release(course, SET)
    right = json.loads((root / "tests/sample_class/ada.ipynb").read_text())
    for name, edit in EDITS.items():
        place = course.submitted / name / SET / f"{SET}.ipynb"
        place.parent.mkdir(parents=True)
        place.write_bytes(edit(right))
    return course


@pytest.fixture(scope="module")
def graded(course):
    """What `chainrule grade` says: for each edit, the record in JSON."""
    paths = [str(course.submitted / name / SET / f"{SET}.ipynb") for name in EDITS]
    printed = []
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(course.root)
        patch.setattr("builtins.print", lambda text="", **_options: printed.append(text))
        assert 0 == main(["grade", "--json", "--jobs", "2", *paths])
    records = [json.loads(line) for line in printed]
    return {Path(record["notebook"]).parents[1].name: record for record in records}


@pytest.fixture(
    scope="module", params=["chainrule", pytest.param("nbgrader", marks=pytest.mark.slow)]
)
def booked(request, course, graded, nbgrader):
    """What is in the gradebook after one command or the other: scores by student and cell."""
    if request.param == "nbgrader":
        nbgrader(course, "autograde", SET, "--force")
    else:
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(course.root)
            assert 0 == main(["autograde", SET, "--jobs", "2", "--force"])
    scores = {}
    with closing(sqlite3.connect(course.root / "gradebook.db")) as books:
        for student, cell, score in books.execute(SCORES):
            scores.setdefault(student, {})[cell.removeprefix("check-")] = score
    return scores


def tasks_of(record):
    """The tasks of a record, by name."""
    return {task["task"].partition("/")[2]: task for task in record["tasks"]}


@pytest.mark.parametrize("name", EDITS)
def test_one_task_is_lost_at_most(name, graded):
    """Every other task has its point."""
    record, lost = graded[name], EDITS[name].lost
    assert record["error"] is None
    assert 11 == record["max"] == len(tasks_of(record))
    missing = {task for task, entry in tasks_of(record).items() if entry["score"] < 1}
    assert missing == ({lost} if lost else set())


@pytest.mark.parametrize("name", [name for name, edit in EDITS.items() if edit.says])
def test_the_student_reads_one_clear_sentence(name, graded):
    """The sentence names what was found, and is short."""
    for task, says in EDITS[name].says.items():
        message = tasks_of(graded[name])[task]["message"]
        assert says in message
        assert max(len(sentence.split()) for sentence in re.split(r"(?<=\.) ", message)) <= 30


@pytest.mark.slow
@pytest.mark.parametrize("name", EDITS)
def test_both_commands_give_the_same_marks(name, graded, booked):
    """Task by task."""
    expected = {task: entry["score"] for task, entry in tasks_of(graded[name]).items()}
    assert expected == booked[name]
