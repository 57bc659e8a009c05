"""A platform's own table comes back filled in, and nothing else of it is touched."""

import csv

import pytest
from chainrule_grader.cli.main import main
from chainrule_grader.course.course import Course
from chainrule_grader.gradebook.export import ExportError, fill_template
from chainrule_grader.nbgrader_bridge import configure
from nbgrader.api import Gradebook
from traitlets.config import Config

CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,Essay (11),Activations (12),Final Score
    Points Possible,,,,,10,11,
"Lovelace, Ada",1,u1,ada,A,9,,50
"Zuse, Konrad",2,u2,konrad,A,8,7,40
"Noether, Emmy",3,u3,emmy@example.org,B,,,
"""
MOODLE = """\
Identifier;Full name;Email address;Status;Grade;Maximum grade
Participant 1;Ada Lovelace;ada@example.org;Submitted;;11.00
Participant 2;Konrad Zuse;konrad@example.org;No submission;;11.00
"""


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course whose gradebook has marks for three students."""
    folder = tmp_path_factory.mktemp("course")
    (folder / "nbgrader_config.py").touch()
    configure(Config(), folder)
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as gradebook:
        gradebook.add_assignment("activations")
        gradebook.add_notebook("activations", "activations")
        gradebook.add_grade_cell(
            "check-relu", "activations", "activations", max_score=11, cell_type="code"
        )
        for student, score in {"ada": 9.5, "emmy": 11, "hedy": 3}.items():
            gradebook.add_student(student)
            gradebook.add_submission("activations", student)
            grade = gradebook.find_grade("check-relu", "activations", "activations", student)
            grade.auto_score = score
        gradebook.db.commit()
    return Course(folder)


def table(path, delimiter=","):
    """The rows of a table."""
    with path.open(newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def test_canvas(course, tmp_path):
    """The assignment's column is filled by login, the rest is as it was."""
    template = tmp_path / "canvas.csv"
    template.write_text("\ufeff" + CANVAS)
    filled = fill_template(course, "canvas", "activations", template, tmp_path / "out.csv")
    assert (["ada", "emmy"], ["hedy"]) == (filled.marked, filled.unknown)
    before = list(csv.reader(CANVAS.splitlines()))
    after = table(tmp_path / "out.csv")
    assert ["Activations (12)", "11", "9.5", "7", "11"] == [row[6] for row in after]
    assert [r[:6] + r[7:] for r in before] == [r[:6] + r[7:] for r in after]


def test_moodle(course, tmp_path):
    """The worksheet's grades are filled by what stands before the @, semicolons and all."""
    template = tmp_path / "moodle.csv"
    template.write_text(MOODLE)
    fill_template(course, "moodle", "activations", template, tmp_path / "out.csv")
    assert ["Grade", "9.5", ""] == [row[4] for row in table(tmp_path / "out.csv", ";")]


@pytest.mark.parametrize(
    ("lms", "problem_set", "text", "says"),
    [
        ("canvas", "activations", "a,b\n1,2\n", "is no table of canvas's"),
        ("canvas", "losses", CANVAS, "has no columns for 'losses'"),
        ("moodle", "losses", MOODLE, "the gradebook has no problem set losses"),
        ("canvas", "activations", "", "cannot be read as a table"),
    ],
)
def test_a_table_that_cannot_be_filled_is_told(lms, problem_set, text, says, course, tmp_path):
    """One sentence says what is wrong, and nothing is written."""
    template = tmp_path / "template.csv"
    template.write_text(text)
    with pytest.raises(ExportError, match=says):
        fill_template(course, lms, problem_set, template, tmp_path / "out.csv")
    assert not (tmp_path / "out.csv").exists()


def test_the_platforms_file_is_never_overwritten(course, tmp_path):
    """What was exported stays as it was."""
    template = tmp_path / "canvas.csv"
    template.write_text(CANVAS)
    with pytest.raises(ExportError, match="would be overwritten"):
        fill_template(course, "canvas", "activations", template, template)
    assert CANVAS == template.read_text()


def test_the_command(course, tmp_path, monkeypatch, capsys):
    """It says how many were filled in and who was not there; without a table it says how."""
    template = tmp_path / "canvas.csv"
    template.write_text(CANVAS)
    monkeypatch.chdir(course.root)
    assert 1 == main(["export", "--lms", "canvas"])
    assert "export one from it, then give it with --template" in capsys.readouterr().err
    arguments = ["--set", "activations", "--template", str(template), "--to", "filled.csv"]
    assert 0 == main(["export", "--lms", "canvas", *arguments])
    said = capsys.readouterr()
    assert "the marks of 2 students" in said.out
    assert "hedy is not in" in said.err
    assert 0 == main(["export", "--lms", "csv"])
    assert "ada" in (course.root / "marks.csv").read_text()
