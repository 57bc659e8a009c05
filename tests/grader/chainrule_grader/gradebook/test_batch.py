"""Nothing is lost and nothing is there twice, whatever happens to the process that marks."""

import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from chainrule_grader.authoring.release import release
from chainrule_grader.cli.main import main
from chainrule_grader.course.course import MARK, Course
from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.gradebook.batch import GradingError, GradingOptions, autograde

SET = "activations"
STUDENTS = ["ada", "bruno", "chen", "dina", "emil", "fatima", "goran", "nils"]

pytestmark = pytest.mark.usefixtures("sandbox")


@pytest.fixture(scope="module")
def released_course(root, tmp_path_factory):
    """A course with a problem set released, and nothing handed in."""
    folder = tmp_path_factory.mktemp("released")
    shutil.copy(root / MARK, folder / MARK)
    shutil.copytree(root / "solutions" / SET, folder / "solutions" / SET)
    (folder / ".private-seed").write_text("1")
    release(Course(folder), SET)
    return folder


@pytest.fixture
def course(released_course, tmp_path, root):
    """A course with a small class that has handed in."""
    folder = tmp_path / "course"
    shutil.copytree(released_course, folder)
    for student in STUDENTS:
        hand_in(Course(folder), student, root)
    return Course(folder)


def hand_in(course, student, root, whose="", at=""):
    """Hand a student's notebook in, at a time where one is given."""
    place = course.submitted / student / SET
    place.mkdir(parents=True, exist_ok=True)
    shutil.copy(root / f"tests/sample_class/{whose or student}.ipynb", place / f"{SET}.ipynb")
    if at:
        (place / "timestamp.txt").write_text(at)


def query(course, words):
    """Ask the gradebook."""
    with closing(sqlite3.connect(course.root / "gradebook.db")) as books:
        return books.execute(words).fetchall()


def marks(course):
    """Every student's score in each cell."""
    return {
        (student, cell): score
        for student, cell, score in query(
            course,
            "select s.student_id, c.name, coalesce(g.manual_score, g.auto_score) from grade g"
            " join base_cell c on c.id = g.cell_id"
            " join submitted_notebook n on n.id = g.notebook_id"
            " join submitted_assignment s on s.id = n.assignment_id",
        )
    }


def total(course, student):
    """What a student has in all."""
    return sum(score for (name, _), score in marks(course).items() if name == student)


def command(course, *arguments):
    """`chainrule autograde` as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "chainrule_grader.cli.main", "autograde", SET, *arguments],
        cwd=course.root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def whole(course):
    """Check that what lies in the folders is whole, and return who is there."""
    students = set()
    for path in course.autograded.glob(f"*/{SET}"):
        json.loads((path / f"{SET}.ipynb").read_text())
        page = course.feedback / path.parent.name / SET / f"{SET}.html"
        assert page.read_text().rstrip().endswith("</html>")
        students.add(path.parent.name)
    for page in course.feedback.glob(f"*/{SET}/{SET}.html"):
        assert page.read_text().rstrip().endswith("</html>")
    assert [("ok",)] == query(course, "pragma integrity_check")
    return students


@pytest.mark.slow
def test_a_run_that_is_killed_is_gone_on_with(course, root):
    """Killed at random moments, and in the end everybody has their marks, once."""
    moments = random.Random(20261121)
    for _ in range(4):
        process = command(course, "--jobs", "2")
        time.sleep(moments.uniform(0.2, 3.0))
        process.kill()
        process.communicate()
        whole(course)
    last = command(course, "--jobs", "2")
    last.communicate(timeout=120)
    assert 0 == last.returncode
    assert set(STUDENTS) == whole(course)
    assert 11 * len(STUDENTS) == len(query(course, "select id from grade"))
    assert not list(course.autograded.glob(".*"))
    first = marks(course)
    autograde(ProblemSet(course, SET), GradingOptions(jobs=1, force=True))
    assert first == marks(course)


@pytest.mark.slow
def test_twenty_kills_lose_nothing(course, root):
    """Killed twenty times while a class of forty is marked anew each time, nothing is lost."""
    for number in range(40):
        hand_in(course, f"s{number:02}", root, STUDENTS[number % len(STUDENTS)])
    moments = random.Random(1)
    for _ in range(20):
        process = command(course, "--jobs", "2")
        time.sleep(moments.uniform(0.5, 4.0))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        done = whole(course)
        if len(done) > 40:
            for student in moments.sample(sorted(done), 20):
                shutil.rmtree(course.autograded / student)
    last = command(course)
    last.communicate(timeout=300)
    assert 0 == last.returncode
    assert 40 + len(STUDENTS) == len(whole(course))
    assert 11 * (40 + len(STUDENTS)) == len(query(course, "select id from grade"))
    expected = {cell: score for (name, cell), score in marks(course).items() if name == "dina"}
    assert expected == {cell: score for (n, cell), score in marks(course).items() if n == "s03"}


def test_a_process_that_is_killed_leaves_none_behind(course):
    """Neither a judge nor a zygote nor a worker goes on after the command was killed."""
    process = command(course, "--jobs", "2")
    time.sleep(1.5)
    process.kill()
    process.communicate()
    deadline = time.monotonic() + 15
    while (left := _of_session(process.pid)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert [] == left


def _of_session(leader):
    """Return the processes of a session that still run."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == leader and fields[0] != "Z":
            found.append(entry.parent.name)
    return found


def test_a_later_submission_replaces_the_marks(course, root):
    """As its time stamp says; an earlier one does not."""
    hand_in(course, "ada", root, at="2026-10-01 10:00:00 UTC")
    autograde(ProblemSet(course, SET), GradingOptions(jobs=1))
    assert 11.0 == total(course, "ada")
    hand_in(course, "ada", root, "goran", at="2026-09-01 10:00:00 UTC")
    assert [] == autograde(ProblemSet(course, SET), GradingOptions(jobs=1))
    hand_in(course, "ada", root, "goran", at="2026-10-02 12:00:00+02:00")
    (record,) = autograde(ProblemSet(course, SET), GradingOptions(jobs=1))
    assert 0.0 == record.score == total(course, "ada")
    found = query(course, "select timestamp from submitted_assignment where student_id = 'ada'")
    assert found[0][0].startswith("2026-10-02 10:00:00")
    assert 11 * len(STUDENTS) == len(query(course, "select id from grade"))


LATE = """

class Halves(LateSubmissionPlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return score / 2


c.AssignLatePenalties.plugin_class = Halves
"""


def test_delay_costs_what_the_course_says(course, root):
    """The plugin in the course's configuration takes points off, from the late ones alone."""
    config = course.root / MARK
    line = "from nbgrader.plugins import LateSubmissionPlugin\n"
    config.write_text(line + config.read_text() + LATE)
    with closing(sqlite3.connect(course.root / "gradebook.db")) as books:
        books.execute("update assignment set duedate = '2026-01-10 12:00:00.000000'")
        books.commit()
    hand_in(course, "ada", root, at="2026-01-10 13:00:00 UTC")
    hand_in(course, "bruno", root, at="2026-01-10 11:00:00 UTC")
    autograde(ProblemSet(course, SET))
    penalties = dict(
        query(
            course,
            "select s.student_id, n.late_submission_penalty from submitted_notebook n"
            " join submitted_assignment s on s.id = n.assignment_id",
        )
    )
    assert (5.5, None) == (penalties["ada"], penalties["bruno"])
    page = (course.feedback / "ada" / SET / f"{SET}.html").read_text()
    assert "late: −5.5" in page


@pytest.mark.slow
def test_what_a_person_graded_stays(course):
    """A manual score and a manual comment count, are shown, and are asked to be looked at again."""
    autograde(ProblemSet(course, SET), GradingOptions(jobs=1))
    cell = "(select id from base_cell where name = '{}' and type = '{}')"
    paper = (
        "(select n.id from submitted_notebook n join submitted_assignment s"
        " on s.id = n.assignment_id where s.student_id = 'goran')"
    )
    grade = f"cell_id = {cell.format('check-relu', 'GradeCell')} and notebook_id = {paper}"
    comment = f"cell_id = {cell.format('relu', 'SolutionCell')} and notebook_id = {paper}"
    with closing(sqlite3.connect(course.root / "gradebook.db")) as books, books:
        books.execute(f"update grade set manual_score = 0.75 where {grade}")
        books.execute(f"update comment set manual_comment = 'Well tried <b>' where {comment}")
    autograde(ProblemSet(course, SET), GradingOptions(jobs=1, force=True))
    asked = query(course, f"select manual_score, needs_manual_grade from grade where {grade}")
    assert [(0.75, 1)] == asked
    page = (course.feedback / "goran" / SET / f"{SET}.html").read_text()
    assert "Score: 0.75 of 11" in page
    assert "Well tried &lt;b&gt;" in page


def test_files_beside_a_notebook_are_kept_and_links_are_not(course, root):
    """What else was handed in lies beside the marked notebook, but nothing from elsewhere."""
    place = course.submitted / "ada" / SET
    (place / "data").mkdir()
    (place / "data" / "mine.csv").write_text("1,2")
    (place / "theirs.csv").symlink_to(course.submitted / "dina" / SET / f"{SET}.ipynb")
    (place / "folder").symlink_to(course.root)
    autograde(ProblemSet(course, SET), GradingOptions(jobs=1))
    marked = course.autograded / "ada" / SET
    names = {str(path.relative_to(marked)) for path in marked.rglob("*") if path.is_file()}
    assert {f"{SET}.ipynb", "data/mine.csv"} == names


@pytest.mark.slow
def test_a_full_disk_is_one_clear_sentence(course):
    """Where nothing more can be written the command says which file, and the next run goes on."""

    def small():
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    run = subprocess.run(
        [sys.executable, "-m", "chainrule_grader.cli.main", "autograde", SET, "--jobs", "1"],
        cwd=course.root,
        capture_output=True,
        text=True,
        preexec_fn=small,
        check=False,
    )
    assert 1 == run.returncode
    (line,) = [line for line in run.stderr.splitlines() if line]
    assert line.startswith("chainrule: ")
    assert "cannot be" in line
    assert len(STUDENTS) == len(autograde(ProblemSet(course, SET), GradingOptions(jobs=1)))


@pytest.mark.skipif(os.getuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_read_only_is_one_clear_sentence(course):
    """The sentence names the folder."""
    course.autograded.mkdir()
    course.autograded.chmod(0o555)
    with pytest.raises(GradingError, match="autograded.* cannot be written: Permission denied"):
        autograde(ProblemSet(course, SET), GradingOptions(jobs=1))


def test_a_file_in_a_folders_place_is_one_clear_sentence(course):
    """The sentence names it."""
    course.autograded.write_text("")
    with pytest.raises(GradingError, match="autograded.* cannot be written"):
        autograde(ProblemSet(course, SET), GradingOptions(jobs=1))


def test_nothing_handed_in_is_said(course, capsys, monkeypatch):
    """The sentence names the place."""
    shutil.rmtree(course.submitted)
    monkeypatch.chdir(course.root)
    assert 1 == main(["autograde", SET])
    assert "nothing was submitted for activations: there is no " in capsys.readouterr().err


def test_a_problem_set_that_was_never_released_is_said(course):
    """The sentence says what to do."""
    (course.root / "gradebook.db").unlink()
    with pytest.raises(GradingError, match="the problem set activations is not in the gradebook"):
        autograde(ProblemSet(course, SET), GradingOptions(jobs=1))


def test_hidden_tests_are_run_and_not_shown(course, root, released):
    """Tests that were taken out of the release count, and no page shows them."""
    hidden = "### BEGIN HIDDEN TESTS\nassert relu(np.array([5.0]))[0] == 5.0\n### END HIDDEN TESTS"
    flags = {"grade": True, "locked": True, "points": 2, "solution": False, "task": False}
    flags |= {"grade_id": "stock", "schema_version": 3}
    cell = {"cell_type": "code", "id": "stock", "metadata": {"nbgrader": flags}, "outputs": []}
    cell |= {"execution_count": None, "source": f"assert True\n{hidden}"}
    source = json.loads(ProblemSet(course, SET).source.read_text())
    source["cells"].append(cell)
    ProblemSet(course, SET).source.write_text(json.dumps(source))
    release(course, SET)
    assert "HIDDEN" not in ProblemSet(course, SET).release.read_text()
    for student in STUDENTS:
        path = course.submitted / student / SET / f"{SET}.ipynb"
        notebook = json.loads(path.read_text())
        handed = cell | {"source": "assert True"}
        path.write_text(json.dumps(notebook | {"cells": [*notebook["cells"], handed]}))
    autograde(ProblemSet(course, SET), GradingOptions(jobs=1))
    assert (2.0, 0.0) == (marks(course)["ada", "stock"], marks(course)["goran", "stock"])
    assert "5.0]))[0]" not in (course.feedback / "ada" / SET / f"{SET}.html").read_text()
