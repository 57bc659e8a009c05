"""An instructor's own nbgrader cells are marked as nbgrader itself marks them."""

import copy
import json
import shutil
import sqlite3
from contextlib import closing

import pytest
from chainrule_grader.authoring.release import release
from chainrule_grader.cli.main import main
from chainrule_grader.course.course import MARK, Course

pytestmark = pytest.mark.usefixtures("sandbox")

SET = "homework"
FLAGS = {"grade": False, "locked": False, "schema_version": 3, "solution": False, "task": False}
SQUARE = "def square(x):\n    ### BEGIN SOLUTION\n    return x * x\n    ### END SOLUTION"
TESTS = """assert square(3) == 9
assert open('numbers.csv').read() == '1,2'
### BEGIN HIDDEN TESTS
assert square(-2) == 4
### END HIDDEN TESTS"""
SCORES = """
    select s.student_id, c.name, g.auto_score from grade g
    join base_cell c on c.id = g.cell_id
    join submitted_notebook n on n.id = g.notebook_id
    join submitted_assignment s on s.id = n.assignment_id
"""


def cell(source, name="", kind="code", **flags):
    """A cell; with a name, one of nbgrader's."""
    metadata = {"nbgrader": FLAGS | {"grade_id": name} | flags} if name else {}
    made = {"cell_type": kind, "id": name or f"c{len(source)}", "metadata": metadata}
    return (
        made
        | {"source": source}
        | ({"outputs": [], "execution_count": None} if kind == "code" else {})
    )


def locked_tests(source, name, points):
    """A locked cell of tests."""
    return cell(source, name, grade=True, locked=True, points=points)


CELLS = [
    cell("# Homework", kind="markdown"),
    cell("import numpy as np"),
    cell(SQUARE, "square", solution=True),
    locked_tests(TESTS, "test-square", 2),
    cell("parts = 0  # answer", "parts", solution=True),
    locked_tests("parts", "test-parts", 4),
    cell("Why?", "why", kind="markdown", solution=True, grade=True, points=3),
    cell("# Your plot", "plot", solution=True, grade=True, points=1),
    cell("Discuss.", "discuss", kind="markdown", task=True, locked=True, points=5),
]
RIGHT = "def square(x):\n    return x * x"
STUDENTS = {
    "right": {"square": RIGHT, "parts": "parts = 4", "why": "Because.", "plot": "1 + 1"},
    "empty": {},
    "wrong": {"square": "def square(x):\n    return 3 * x + 1"},
    "hidden": {"square": "def square(x):\n    return 3 * x"},
    "partial": {"square": RIGHT, "parts": "parts = 2.5"},
    "text": {"parts": "parts = 'all of it'"},
    "nothing": {"parts": "parts = None"},
    "warning": {
        "square": "import warnings\ndef square(x):\n    warnings.warn('x')\n    return x * x"
    },
    "printing": {"square": "import sys\ndef square(x):\n    print('x')\n    return x * x"},
    "crash": {"square": "def square(x):\n    return x.y", "parts": "del parts"},
    "exit": {"square": "import sys\ndef square(x):\n    sys.exit()"},
    "syntax": {"square": "def square(x:\n    return x * x"},
    "string": {"parts": "parts = 'x'; np = 3", "square": RIGHT},
}


def notebook(cells):
    """A notebook."""
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    metadata = {"kernelspec": kernel}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells}


def answered(released, answers):
    """The released notebook with these answers."""
    made = copy.deepcopy(released)
    for one in made["cells"]:
        one["source"] = answers.get(one["id"], "".join(one["source"]))
    return made


def made_course(root, folder):
    """A course with the set, which is released."""
    shutil.copy(root / MARK, folder / MARK)
    course = Course(folder)
    source = course.solutions / SET / f"{SET}.ipynb"
    source.parent.mkdir(parents=True)
    source.write_text(json.dumps(notebook(CELLS)))
    source.with_name("numbers.csv").write_text("1,2")
    (folder / ".private-seed").write_text("1")
    release(course, SET)
    return course


def hand_in(course, submissions):
    """Hand in a notebook for each student."""
    for student, made in submissions.items():
        place = course.submitted / student / SET / f"{SET}.ipynb"
        place.parent.mkdir(parents=True)
        place.write_text(json.dumps(made))


def scores(course):
    """The automatic scores by student and cell."""
    found = {}
    with closing(sqlite3.connect(course.root / "gradebook.db")) as books:
        for student, name, score in books.execute(SCORES):
            found.setdefault(student, {})[name] = score
    return found


@pytest.fixture(scope="module")
def ours(root, tmp_path_factory):
    """The course marked by our command."""
    course = made_course(root, tmp_path_factory.mktemp("ours"))
    released = json.loads((course.exercises / SET / f"{SET}.ipynb").read_text())
    hand_in(course, {name: answered(released, answers) for name, answers in STUDENTS.items()})
    hand_in(course, {name: edit(released) for name, edit in EDITS.items()})
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(course.root)
        assert 0 == main(["autograde", SET, "--jobs", "2"])
    return course


def _without_metadata(released):
    made = answered(released, STUDENTS["right"])
    for one in made["cells"]:
        one["metadata"] = {}
    return made


def _with_copies(released):
    made = answered(released, STUDENTS["right"])
    made["cells"] += copy.deepcopy([one for one in made["cells"] if one["id"] != "why"])
    return made


def _without_tests(released):
    made = answered(released, STUDENTS["right"])
    made["cells"] = [one for one in made["cells"] if not one["id"].startswith("test-")]
    return made


def _as_markdown(released):
    made = answered(released, STUDENTS["right"])
    answer = next(one for one in made["cells"] if one["id"] == "square")
    answer["cell_type"] = "markdown"
    return made


def _merged_with_test(released):
    made = answered(released, STUDENTS["right"])
    answer, test = made["cells"][2:4]
    test["source"] = answer["source"] + "\n" + test["source"]
    del made["cells"][2]
    return made


EDITS = {
    "no_metadata": _without_metadata,
    "copies": _with_copies,
    "no_tests": _without_tests,
    "markdown": _as_markdown,
    "merged": _merged_with_test,
}

FULL = {"test-square": 2.0, "test-parts": 4.0, "why": None, "plot": None, "discuss": None}


@pytest.mark.parametrize(
    ("student", "square", "parts"),
    [
        ("right", 2, 4),
        ("empty", 0, 0),
        ("wrong", 0, 0),
        ("hidden", 0, 0),
        ("partial", 2, 2.5),
        ("text", 0, 4),
        ("nothing", 0, 4),
        ("warning", 0, 0),
        ("printing", 2, 0),
        ("crash", 0, 0),
        ("exit", 0, 0),
        ("syntax", 0, 0),
        ("string", 2, 4),
    ],
)
def test_tests_are_marked_as_nbgrader_defines(student, square, parts, ours):
    """An error or a warning is 0, a number is partial credit, anything else is everything."""
    found = scores(ours)[student]
    assert (square, parts) == (found["test-square"], found["test-parts"])


def test_a_person_marks_what_is_written(ours):
    """An answer in words, a plot and a task wait for a person; an untouched answer has 0."""
    found = scores(ours)
    manual = ("why", "plot", "discuss")
    assert [None, None, None] == [found["right"][name] for name in manual]
    assert [0, 0, None] == [found["empty"][name] for name in manual]


@pytest.mark.parametrize("student", EDITS)
def test_everyday_edits_lose_no_marks(student, ours):
    """Copies, lost metadata, deleted tests and cells of another kind cost nothing."""
    assert FULL == scores(ours)[student]


def test_grade_gives_the_same_marks(ours, capsys, monkeypatch):
    """`chainrule grade` recognizes the set, and scores what needs no person."""
    monkeypatch.chdir(ours.root)
    students = [*STUDENTS, *EDITS]
    paths = [str(ours.submitted / name / SET / f"{SET}.ipynb") for name in students]
    assert 0 == main(["grade", "--json", *paths])
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(SET, 6.0, None)] * len(students) == [
        (record["set"], record["max"], record["error"]) for record in records
    ]
    booked = scores(ours)
    expected = [booked[name]["test-square"] + booked[name]["test-parts"] for name in students]
    assert expected == [record["score"] for record in records]


@pytest.mark.slow
def test_our_checks_count_in_an_own_set(root, tmp_path, monkeypatch):
    """A cell that checks one of our tasks is judged, and not only run."""
    shutil.copy(root / MARK, tmp_path / MARK)
    course = Course(tmp_path)
    stub = "def relu(z):\n    ### BEGIN SOLUTION\n    return z\n    ### END SOLUTION"
    check = locked_tests('check("activations/relu", relu)', "my-check", 3)
    source = course.solutions / SET / f"{SET}.ipynb"
    source.parent.mkdir(parents=True)
    start = cell("import numpy as np\nfrom chainrule_grader import check")
    cells = [start, cell(stub, "answer", solution=True), check]
    source.write_text(json.dumps(notebook(cells)))
    release(course, SET)
    released = json.loads((course.exercises / SET / f"{SET}.ipynb").read_text())
    right = {"answer": "def relu(z):\n    return np.maximum(z, 0)"}
    wrong = {"answer": "def relu(z):\n    return z"}
    hand_in(course, {"a": answered(released, right), "b": answered(released, wrong)})
    monkeypatch.chdir(tmp_path)
    assert 0 == main(["autograde", SET])
    assert {"a": {"my-check": 3.0}, "b": {"my-check": 0.0}} == scores(course)


@pytest.mark.slow
def test_stock_nbgrader_gives_the_same_marks(ours, tmp_path, nbgrader):
    """It runs without our configuration, in a kernel without a sandbox."""
    folder = tmp_path / "stock"
    folder.mkdir()
    (folder / MARK).write_text("c = get_config()\nc.CourseDirectory.course_id = 'x'\n")
    shutil.copytree(ours.solutions, folder / "source")
    course = Course(folder)
    nbgrader(course, "generate_assignment", SET)
    released = json.loads((folder / "release" / SET / f"{SET}.ipynb").read_text())
    hand_in(course, {name: answered(released, answers) for name, answers in STUDENTS.items()})
    nbgrader(course, "autograde", SET)
    found = scores(ours)
    assert {name: found[name] for name in STUDENTS} == scores(course)


@pytest.mark.slow
def test_nbgraders_command_gives_the_same_marks(ours, nbgrader):
    """The same course, graded again through the bridge."""
    before = scores(ours)
    nbgrader(ours, "autograde", SET, "--force")
    assert before == scores(ours)
