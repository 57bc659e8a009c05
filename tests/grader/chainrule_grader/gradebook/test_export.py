"""A platform's own table comes back filled in, and nothing else of it is touched."""

import csv
import io
import re
import shutil

import pytest
from chainrule_grader.cli.main import main
from chainrule_grader.course.course import Course
from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.gradebook.export import ExportError, fill_template, write_csv
from chainrule_grader.nbgrader_bridge import configure
from nbgrader.api import Gradebook
from nbgrader.plugins import CsvExportPlugin
from traitlets.config import Config

CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,Essay (11),Activations (12),Final Score
    Points Possible,,,,,10,11,
"Lovelace, Ada",1,u1,ada,A,9,,50
"Zuse, Konrad",2,u2,konrad,A,8,7,40
"Noether, Emmy",3,u3,emmy,B,,,
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


@pytest.fixture
def activations(course):
    """The problem set that has marks."""
    return ProblemSet(course, "activations")


def table(path, delimiter=","):
    """The rows of a table."""
    with path.open(newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def test_canvas(activations, tmp_path):
    """The assignment's column is filled by login, the rest is as it was."""
    template = tmp_path / "canvas.csv"
    template.write_text("\ufeff" + CANVAS)
    filled = fill_template(activations, "canvas", template, tmp_path / "out.csv")
    assert (["ada", "emmy"], ["hedy"]) == (filled.marked, filled.unmatched)
    before = list(csv.reader(CANVAS.splitlines()))
    after = table(tmp_path / "out.csv")
    assert ["Activations (12)", "11", "9.5", "7", "11"] == [row[6] for row in after]
    assert [r[:6] + r[7:] for r in before] == [r[:6] + r[7:] for r in after]


def test_moodle(activations, tmp_path):
    """The worksheet's grades are filled by what stands before the @, semicolons and all."""
    template = tmp_path / "moodle.csv"
    template.write_text(MOODLE)
    fill_template(activations, "moodle", template, tmp_path / "out.csv")
    assert ["Grade", "9.5", ""] == [row[4] for row in table(tmp_path / "out.csv", ";")]


@pytest.mark.parametrize(
    ("lms", "problem_set", "text", "says"),
    [
        ("canvas", "activations", "a,b\n1,2\n", "is not a table of canvas"),
        ("canvas", "activations", CANVAS.replace("Activ", "X"), "has no columns for 'activations'"),
        ("canvas", "losses", CANVAS, "the gradebook has no problem set 'losses'; there are activ"),
        ("moodle", "activatoins", MOODLE, "'activatoins'; did you mean 'activations'?"),
        ("canvas", "activations", "", "is not a table of canvas"),
        ("canvas", "activations", CANVAS + "\0" * 200_000, "cannot be read as a table"),
        ("canvas", "activations", re.sub("(ada|emmy),", "x,", CANVAS), "no student of the"),
    ],
)
def test_a_table_that_cannot_be_filled_is_told(lms, problem_set, text, says, course, tmp_path):
    """One sentence says what is wrong, and nothing is written."""
    template = tmp_path / "template.csv"
    template.write_text(text)
    with pytest.raises(ExportError, match=says):
        fill_template(ProblemSet(course, problem_set), lms, template, tmp_path / "out.csv")
    assert not (tmp_path / "out.csv").exists()


def test_the_platforms_file_is_never_overwritten(activations, tmp_path):
    """What was exported stays as it was."""
    template = tmp_path / "canvas.csv"
    template.write_text(CANVAS)
    with pytest.raises(ExportError, match="would be overwritten"):
        fill_template(activations, "canvas", template, template)
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
    assert "hedy has a mark, but no row in" in said.err
    assert 0 == main(["export", "--lms", "csv"])
    assert "ada" in (course.root / "marks.csv").read_text()


QUOTED = '''\
Student,ID,SIS User ID,SIS Login ID,Section,Activations (12)
    Points Possible,,,,,11
"O'Neil, ""Jim""",1,u1,hedy,"A, B",
"Noether, ""Emmy"" (""E"")",2,u2,emmy,A,
"Müller, Zoë",3,u3,zoe,A,5
'''
WORKSHEET = (
    "Identifier,Full name,Username,Grade,Maximum grade,Last modified (grade),Feedback comments\r\n"
    'Participant 31,Ada Lovelace,ada,-,11.00,-,"<p class=""x"">See, below:\r\nwell done</p>"\r\n'
    "Participant 32,Konrad Zuse,konrad,-,11.00,-,\r\n"
)


@pytest.mark.parametrize(
    ("lms", "text", "students", "at"),
    [("canvas", QUOTED, ["hedy", "emmy"], 5), ("moodle", WORKSHEET, ["ada"], 3)],
)
def test_quotes_and_line_breaks_stay(lms, text, students, at, activations, tmp_path):
    """A name with quotes and HTML in a comment are the same afterwards, cell by cell."""
    template = tmp_path / "template.csv"
    template.write_bytes(text.encode("utf-8-sig"))
    filled = fill_template(activations, lms, template, tmp_path / "out.csv")
    assert students == filled.marked
    before = list(csv.reader(io.StringIO(text, newline="")))
    after = table(tmp_path / "out.csv")
    assert [r[:at] + r[at + 1 :] for r in before] == [r[:at] + r[at + 1 :] for r in after]


def addresses(*entries):
    """Make a Moodle worksheet that knows students by their addresses."""
    rows = [f"Participant {n},{entry},,11.00" for n, entry in enumerate(entries)]
    return "\n".join(["Identifier,Email address,Grade,Maximum grade", *rows]) + "\n"


@pytest.mark.parametrize(
    ("entries", "marked"),
    [
        (["ada@uni.de", "emmy@uni.de", "konrad@uni.de"], ["ada", "emmy"]),
        (["ada@other-uni.de", "emmy@uni.de", "konrad@uni.de"], ["emmy"]),
        (["ada@uni.de", "ada@other-uni.de", "emmy@uni.de"], ["emmy"]),
        (["ada", "ada@other-uni.de", "emmy", "emmy@other-uni.de"], ["ada", "emmy"]),
        (["ada", "ada", "emmy"], ["emmy"]),
        (["ada@a.org", "konrad@b.org", "emmy"], ["emmy"]),
        (["hedy", "emmy@a.org", "ada@a.org@a.org"], ["hedy"]),
    ],
)
def test_no_mark_is_written_on_an_ambiguous_match(entries, marked, activations, tmp_path):
    """An id matches itself, or an address of the domain that most have; a name twice is nobody."""
    template = tmp_path / "moodle.csv"
    template.write_text(addresses(*entries))
    filled = fill_template(activations, "moodle", template, tmp_path / "out.csv")
    assert marked == filled.marked
    assert sorted({"ada", "emmy", "hedy"} - {*marked}) == filled.unmatched
    given = {row[1].partition("@")[0] for row in table(tmp_path / "out.csv")[1:] if row[2]}
    assert {*marked} == given


def test_missing_and_repeated_rows_are_told_apart(activations, tmp_path):
    """The note on each student says which of the two it is, and what to do."""
    template = tmp_path / "canvas.csv"
    row = '"Lovelace, Ada",9,u9,ada,B,,,\n'
    template.write_text(CANVAS + row)
    filled = fill_template(activations, "canvas", template, tmp_path / "out.csv")
    assert (["emmy"], ["hedy"], ["ada"]) == (filled.marked, filled.missing, filled.repeated)
    missing, repeated = filled.notes(template)
    assert f"hedy has a mark, but no row in {template}; check the student's id" in missing
    assert f"ada has several rows in {template}, so no mark was written; enter it" in repeated


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_stay(end, activations, tmp_path):
    """The platform's own line ends are written, whatever is between quotes."""
    template, to = tmp_path / "moodle.csv", tmp_path / "out.csv"
    text = WORKSHEET.replace("\r\n", "\n").replace("\n", end)
    template.write_bytes(text.encode())
    fill_template(activations, "moodle", template, to)
    assert text.replace("ada,-", "ada,9.5") == to.read_bytes().decode()


ENTERED = """\
Student,ID,SIS User ID,SIS Login ID,Section,Activations (12)
    Points Possible,,,,,11
"Lovelace, Ada",1,u1,ada,A,EX
"Noether, Emmy",2,u2,emmy,A,10.5
"Lamarr, Hedy",3,u3,hedy,A,3.00
"""


def test_other_entries_are_kept_and_named(activations, tmp_path):
    """An excused student and a mark entered by hand stay; a mark that is there already is ours."""
    template = tmp_path / "canvas.csv"
    template.write_text(ENTERED)
    filled = fill_template(activations, "canvas", template, tmp_path / "out.csv")
    assert ({"ada": "EX", "emmy": "10.5"}, ["hedy"]) == (filled.kept, filled.marked)
    assert ["EX", "10.5", "3"] == [row[5] for row in table(tmp_path / "out.csv")[2:]]


def test_other_entries_are_overwritten_on_request(activations, tmp_path):
    """Each one that is replaced is named."""
    template = tmp_path / "canvas.csv"
    template.write_text(ENTERED)
    to = tmp_path / "out.csv"
    filled = fill_template(activations, "canvas", template, to, overwrite=True)
    assert {"ada": "EX", "emmy": "10.5"} == filled.overwritten
    assert ["9.5", "11", "3"] == [row[5] for row in table(to)[2:]]
    assert "the mark of ada replaces 'EX'" in filled.notes(template)


def test_nothing_to_write_is_a_failure(activations, tmp_path):
    """Where every row has another entry, the error names one, and nothing is written."""
    template, to = tmp_path / "canvas.csv", tmp_path / "out.csv"
    template.write_text(re.sub('"Lamarr.*\n', "", ENTERED))
    with pytest.raises(ExportError, match="for example ada 'EX', so nothing is written; --over"):
        fill_template(activations, "canvas", template, to)
    assert not to.exists()


def test_a_failure_leaves_the_old_file_whole(activations, tmp_path, monkeypatch):
    """A table that cannot be written to its end does not take an older one's place."""
    template, to = tmp_path / "canvas.csv", tmp_path / "out.csv"
    template.write_text(QUOTED)
    to.write_text("old")

    class Full:
        def writerows(self, _rows):
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("csv.writer", lambda *_args, **_options: Full())
    with pytest.raises(ExportError, match="cannot be written: No space left on device"):
        fill_template(activations, "canvas", template, to)
    assert (["canvas.csv", "out.csv"], "old") == (
        sorted(path.name for path in tmp_path.iterdir()),
        to.read_text(),
    )


def test_a_folder_that_is_not_there_is_told(course, tmp_path):
    """One sentence names the file."""
    with pytest.raises(ExportError, match="missing/marks.csv cannot be written: No such file"):
        write_csv(course, tmp_path / "missing" / "marks.csv")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "template.csv cannot be read: No such file or directory; check the spelling"),
        (b"\xff\xfe\x00", "it is not text in UTF-8; give the CSV file that the platform exported"),
    ],
)
def test_a_table_that_cannot_be_read(content, says, activations, tmp_path):
    """The reason is in words, without numbers of errors."""
    template = tmp_path / "template.csv"
    if content is not None:
        template.write_bytes(content)
    with pytest.raises(ExportError, match=re.escape(says)) as caught:
        fill_template(activations, "canvas", template, tmp_path / "out.csv")
    assert "Errno" not in str(caught.value)


def test_nobody_matched_is_a_failure(course, tmp_path, monkeypatch, capsys):
    """The command ends with exit status 1 and writes nothing."""
    template = tmp_path / "moodle.csv"
    template.write_text(addresses("konrad@uni.de"))
    monkeypatch.chdir(course.root)
    arguments = ["--set", "activations", "--template", str(template), "--to", "none.csv"]
    assert 1 == main(["export", "--lms", "moodle", *arguments])
    assert "no student of the gradebook is in" in capsys.readouterr().err
    assert not (course.root / "none.csv").exists()


@pytest.mark.parametrize("url", ["sqlite:///marks/other.db", "sqlite:///{root}/marks/other.db"])
def test_the_gradebook_is_the_one_that_the_course_names(url, course, tmp_path):
    """A `db_url` in the course's configuration counts, also relative to the course."""
    (tmp_path / "marks").mkdir()
    shutil.copy(course.root / "gradebook.db", tmp_path / "marks" / "other.db")
    named = url.format(root=tmp_path)
    (tmp_path / "nbgrader_config.py").write_text(f"c.CourseDirectory.db_url = {named!r}\n")
    assert "ada" in write_csv(Course(tmp_path), tmp_path / "marks.csv").read_text()
    assert not (tmp_path / "gradebook.db").exists()


@pytest.fixture(scope="module")
def marks(tmp_path_factory):
    """A gradebook that has a sum of shares, a name with a comma, and a set without marks."""
    path = tmp_path_factory.mktemp("marks") / "gradebook.db"
    configure(Config(), path.parent)
    with Gradebook(f"sqlite:///{path}") as gradebook:
        gradebook.add_student("ada", last_name='Lovelace, "Ada"')
        gradebook.add_student("konrad")
        for name in ("activations", "losses", "empty"):
            gradebook.add_assignment(name)
            gradebook.add_notebook(name, name)
            gradebook.add_grade_cell("check-f", name, name, max_score=11, cell_type="code")
        for name in ("activations", "losses"):
            gradebook.add_submission(name, "ada")
            grade = gradebook.find_grade("check-f", name, name, "ada")
            grade.auto_score = 6.000000000000001
        gradebook.db.commit()
    return path


@pytest.fixture
def thirds(marks, tmp_path):
    """A course with a copy of that gradebook."""
    (tmp_path / "nbgrader_config.py").touch()
    shutil.copy(marks, tmp_path)
    return Course(tmp_path)


def test_the_table_of_all_marks(thirds):
    """Marks are rounded, names are quoted, and who submitted nothing has 0 points."""
    rows = table(write_csv(thirds, thirds.root / "marks.csv"))
    header, *body = rows
    assert {len(header)} == {len(row) for row in body}
    shown = [[row[0], row[3], row[4], row[9], row[10]] for row in body if row[0] != "empty"]
    assert [
        ["activations", "ada", 'Lovelace, "Ada"', "6.0", "11.0"],
        ["activations", "konrad", "", "0.0", "11.0"],
        ["losses", "ada", 'Lovelace, "Ada"', "6.0", "11.0"],
        ["losses", "konrad", "", "0.0", "11.0"],
    ] == sorted(shown)


def test_the_columns_are_nbgraders(thirds):
    """Where no name has a comma, the table is that of `nbgrader export`."""
    with Gradebook(f"sqlite:///{thirds.root / 'gradebook.db'}") as gradebook:
        gradebook.find_student("ada").last_name = "Lovelace"
        gradebook.db.commit()
        CsvExportPlugin(to=str(thirds.root / "theirs.csv")).export(gradebook)
    theirs = (thirds.root / "theirs.csv").read_text().replace("6.000000000000001", "6.0")
    assert theirs == write_csv(thirds, thirds.root / "ours.csv").read_text()


def test_the_table_of_one_set(thirds):
    """`--set` leaves out all others; one that is not known, or has no marks, is an error."""
    rows = table(write_csv(thirds, thirds.root / "marks.csv", "losses"))
    assert {"assignment", "losses"} == {row[0] for row in rows}
    with pytest.raises(ExportError, match="did you mean 'losses'"):
        write_csv(thirds, thirds.root / "none.csv", "loses")
    with pytest.raises(ExportError, match="nobody has a mark yet; `chainrule autograde empty`"):
        write_csv(thirds, thirds.root / "none.csv", "empty")
    assert not (thirds.root / "none.csv").exists()


def test_a_set_without_marks_does_not_blame_the_table(thirds, tmp_path):
    """The error says what comes first: a set of the course that nobody has a mark in."""
    template = tmp_path / "canvas.csv"
    template.write_text(CANVAS)
    source = thirds.solutions / "data/data.py"
    source.parent.mkdir(parents=True)
    source.touch()
    for name in ("empty", "data"):
        with pytest.raises(ExportError, match=f"nobody has a mark in {name} yet; `chainrule auto"):
            fill_template(ProblemSet(thirds, name), "canvas", template, tmp_path / "out.csv")


def test_a_penalty_never_makes_a_mark_negative(thirds, tmp_path):
    """A platform gets 0, as nbgrader's own table does."""
    with Gradebook(f"sqlite:///{thirds.root / 'gradebook.db'}") as gradebook:
        notebook = gradebook.find_submission_notebook("activations", "activations", "ada")
        notebook.late_submission_penalty = 8
        gradebook.db.commit()
    template = tmp_path / "canvas.csv"
    template.write_text(CANVAS)
    to = tmp_path / "out.csv"
    fill_template(ProblemSet(thirds, "activations"), "canvas", template, to)
    assert "0" == table(to)[2][6]


def test_a_gradebook_that_cannot_be_read(thirds):
    """One sentence names it."""
    path = thirds.root / "gradebook.db"
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(ExportError, match=f"the gradebook {path} cannot be read: "):
        write_csv(thirds, thirds.root / "marks.csv")


def test_each_platform_has_a_file_of_its_own(course, tmp_path, monkeypatch, capsys):
    """Without `--to`, no table takes the place of another one."""
    shutil.copytree(course.root, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "c.csv").write_text(CANVAS)
    (tmp_path / "m.csv").write_text(addresses("ada@uni.de", "konrad@uni.de"))
    more = ["--set", "activations", "--template"]
    assert 0 == main(["export", "--lms", "csv"])
    assert 0 == main(["export", "--lms", "canvas", *more, "c.csv"])
    assert 0 == main(["export", "--lms", "moodle", *more, "m.csv"])
    made = {"marks.csv", "activations-canvas.csv", "activations-moodle.csv"}
    assert made <= {path.name for path in tmp_path.iterdir()}
    assert "wrote the marks of 1 student to" in capsys.readouterr().out
