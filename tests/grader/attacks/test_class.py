"""Nothing that one student hands in costs another student anything.

Each class has three students. The one in the middle is hostile, or only unlucky, and the two honest
ones must get all their points and their feedback.
"""

import base64
import json
import os
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
from chainrule_grader.course.course import MARK, Course
from chainrule_grader.execution.sandbox.memory_watch import process_tree

pytestmark = [pytest.mark.usefixtures("sandbox"), pytest.mark.slow]

SET = "activations"
HONEST = ("ada", "zoe")


@pytest.fixture(scope="module")
def released_course(root, tmp_path_factory):
    """A course with a released problem set, a data file and a data folder, and two students."""
    folder = tmp_path_factory.mktemp("released")
    shutil.copy(root / MARK, folder / MARK)
    shutil.copytree(root / "solutions" / SET, folder / "solutions" / SET)
    (folder / "solutions" / SET / "data.csv").write_text("1,2")
    (folder / "solutions" / SET / "pictures").mkdir()
    (folder / "solutions" / SET / "pictures" / "one.txt").write_text("3")
    (folder / ".private-seed").write_text("1")
    release(Course(folder), SET)
    for student in HONEST:
        hand_in(folder / "submitted" / student, root)
    return folder


@pytest.fixture
def course(released_course, tmp_path):
    """The same for one test."""
    shutil.copytree(released_course, tmp_path / "course")
    yield Course(tmp_path / "course")
    # Python cannot remove folders that are nested so deep.
    subprocess.run(["rm", "-rf", str(tmp_path / "course")], check=True)


def hand_in(place, root, whose="ada"):
    """Hand in a notebook of the sample class, and return its folder."""
    folder = place / SET
    folder.mkdir(parents=True)
    shutil.copy(root / f"tests/sample_class/{whose}.ipynb", folder / f"{SET}.ipynb")
    return folder


def autograde(course, *options, seconds=120):
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "chainrule_grader.cli.main", "autograde", SET, *options],
        cwd=course.root,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )


def totals(course):
    """Each student's points in the gradebook."""
    query = (
        "select s.student_id, sum(g.auto_score) from grade g"
        " join submitted_notebook n on n.id = g.notebook_id"
        " join submitted_assignment s on s.id = n.assignment_id group by s.student_id"
    )
    with closing(sqlite3.connect(course.root / "gradebook.db")) as gradebook:
        return dict(gradebook.execute(query).fetchall())


def assert_honest_ones_have_everything(course, run):
    """The run ended well, and both have their points and their pages."""
    assert 0 == run.returncode, run.stderr
    found = totals(course)
    assert [11.0, 11.0] == [found.get(student) for student in HONEST]
    for student in HONEST:
        page = (course.feedback / student / SET / f"{SET}.html").read_text()
        assert "Score: 11 of 11" in page
        assert (course.autograded / student / SET / f"{SET}.ipynb").is_file()
    for folder in (course.autograded, course.feedback):
        assert not (folder / ".being-written").exists()


def edit(folder, change):
    """Change the cell of relu in a notebook that was handed in."""
    path = folder / f"{SET}.ipynb"
    notebook = json.loads(path.read_text())
    cells = {
        cell["metadata"].get("nbgrader", {}).get("grade_id"): cell for cell in notebook["cells"]
    }
    change(cells["relu"], notebook)
    path.write_text(json.dumps(notebook))


def append(folder, code):
    """Add code to the cell of relu."""

    def change(cell, _notebook):
        cell["source"] = [*cell["source"], "\n" + code]

    edit(folder, change)


def add_markdown(folder, text, **more):
    """Add a Markdown cell."""
    cell = {"cell_type": "markdown", "metadata": {}, "source": text, **more}
    edit(folder, lambda _cell, notebook: notebook["cells"].append(cell))


def nested(folder):
    """Make 1,100 folders, one in another."""
    here = os.open(folder, os.O_RDONLY)
    for _ in range(1100):
        os.mkdir("d", dir_fd=here)
        there = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = there
    os.close(here)


def folder_for_file(folder):
    (folder / "data.csv").mkdir()
    (folder / "data.csv" / "more").write_text("1")


def many_files(folder):
    for number in range(2000):
        (folder / f"file{number}").touch()


def many_numbers(folder):
    add_markdown(folder, "&#" + "9" * 5000 + ";")


FILES = {
    "a lone surrogate in a source": lambda folder: append(folder, "# \ud800"),
    "a lone surrogate in Markdown": lambda folder: add_markdown(folder, "\ud800\udfff \ud800"),
    "an entity of 5,000 digits": many_numbers,
    "a time that is a pipe": lambda folder: os.mkfifo(folder / "timestamp.txt"),
    "a time that is a device": lambda folder: (folder / "timestamp.txt").symlink_to("/dev/zero"),
    "a time that is a folder": lambda folder: (folder / "timestamp.txt").mkdir(),
    "a time before all times": lambda folder: (folder / "timestamp.txt").write_text(
        "0001-01-01 00:00:00 +14:00"
    ),
    "a time in no zone": lambda folder: (folder / "timestamp.txt").write_text(
        "2026-01-01 00:00:00 +99:99"
    ),
    "a time that is no text": lambda folder: (folder / "timestamp.txt").write_bytes(b"\xff\xfe\0"),
    "a long time": lambda folder: (folder / "timestamp.txt").write_text("1 " * 10**6),
    "1,100 nested folders": nested,
    "a folder named like a course's file": folder_for_file,
    "a file named like a course's folder": lambda folder: (folder / "pictures").touch(),
    "a folder named like a notebook": lambda folder: (folder / "x.ipynb").mkdir(),
    "the course's file handed back": lambda folder: (folder / "data.csv").write_text("1,2"),
    "a file that nobody may read": lambda folder: (folder / "mine.txt").touch(mode=0),
    "2,000 files": many_files,
    "a name that is not UTF-8": lambda folder: (folder / "\udcff\udcfe").mkdir(),
    "a pipe among the files": lambda folder: os.mkfifo(folder / "pipe"),
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", FILES)
def test_files_cost_nobody_else_anything(kind, course, root):
    """Nor do they cost this student anything, whose answers are right."""
    FILES[kind](hand_in(course.submitted / "mallory", root))
    run = autograde(course)
    assert_honest_ones_have_everything(course, run)
    assert 11.0 == totals(course)["mallory"]
    assert (course.feedback / "mallory" / SET / f"{SET}.html").is_file()
    again = autograde(course, "--force")
    assert_honest_ones_have_everything(course, again)


def test_all_kinds_of_files_at_once(course, root):
    """One class with all of them."""
    for number, harm in enumerate(FILES.values()):
        harm(hand_in(course.submitted / f"m{number:02}", root))
    run = autograde(course)
    assert_honest_ones_have_everything(course, run)
    assert dict.fromkeys([*HONEST, *(f"m{n:02}" for n in range(len(FILES)))], 11.0) == totals(
        course
    )


NAMES = {
    "not UTF-8": b"m\xff",
    "hidden": b".being-written",
    "a report's": b"activations-class.html",
    "long": b"m" * 255,
    "markup": b"[red]m[bold]",
    "escape codes": b"m\x1b[31m\x07",
    "old": b"ada.old",
    "line breaks": b"m\nchainrule: all is well",
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", NAMES)
def test_names_cost_nobody_else_anything(kind, course, root):
    """A name that cannot be used has one line; and no name commands the terminal."""
    name = os.fsdecode(NAMES[kind])
    hand_in(course.submitted / name, root)
    for options in ([], ["--force"]):
        run = autograde(course, *options)
        assert_honest_ones_have_everything(course, run)
        assert "\x1b[31m" not in run.stdout + run.stderr
        assert "could not be marked" in run.stdout or 11.0 == totals(course)[name]


def test_a_link_to_another_students_folder_earns_nothing(course, root):
    """Neither the student's folder nor the problem set's may be a link."""
    (course.submitted / "mallory").symlink_to("ada")
    (course.submitted / "norbert").mkdir()
    (course.submitted / "norbert" / SET).symlink_to(f"../ada/{SET}")
    (course.submitted / "ada" / SET / "mine.txt").write_text("1")
    run = autograde(course)
    assert_honest_ones_have_everything(course, run)
    assert {"ada": 11.0, "zoe": 11.0, "mallory": 0.0, "norbert": 0.0} == totals(course)
    assert not (course.autograded / "norbert" / SET / "mine.txt").exists()


CODE = {
    "a million rows without columns": "def relu(z): return np.zeros((10**7, 0))",
    "more rows than there are": "def relu(z): return np.zeros((2**40, 0))",
    "nested texts": "def relu(z): return [['x' * 9000] + ['x'] * 900] * 8",
    "sixty megabytes": "def relu(z): return np.ones(6 * 10**7, np.int8)",
    "eighty thousand spaces": " " * 80_000 + "# nothing",
    "a hundred thousand keys": "def relu(z): return {f'{n}' * 99: n for n in range(10**5)}",
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", CODE)
def test_results_cost_nobody_else_anything(kind, course, root):
    """A result that is too large is wrong; the other answers of the same student count."""
    append(hand_in(course.submitted / "mallory", root), CODE[kind])
    run = autograde(course)
    assert_honest_ones_have_everything(course, run)
    assert totals(course)["mallory"] >= 10.0
    graded = (course.autograded / "mallory" / SET / f"{SET}.ipynb").read_text()
    assert "grader_fault" not in graded


FORGED_NAME = """
import os, socket, sys
from chainrule_worker import encoding
def relu(z):
    handle = encoding.ObjectHandle(0, "\\x1b[31m\\ud800\\u202e" * 9)
    message = {"value": handle, "failure": None, "warnings": [], "changed": []}
    socket.socket(fileno=os.dup(3)).sendall(encoding.encode(message))
    os._exit(0)
"""


def test_a_forged_name_commands_no_terminal(course, root):
    """A type's name that a worker sends has letters, digits, dots and underscores."""
    append(hand_in(course.submitted / "mallory", root), FORGED_NAME)
    run = autograde(course)
    assert_honest_ones_have_everything(course, run)
    graded = json.loads((course.autograded / "mallory" / SET / f"{SET}.ipynb").read_text())
    outputs = json.dumps([cell["outputs"] for cell in graded["cells"] if "outputs" in cell])
    page = (course.feedback / "mallory" / SET / f"{SET}.html").read_text()
    assert "31m" in outputs
    assert not [text for text in (outputs, page) if "\x1b" in text or r"\u001b" in text]


def test_a_pasted_picture_is_kept(course, root):
    """It is in the graded notebook and on the student's page, and other images stay away."""
    picture = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(99)).decode()
    attachments = {"a.png": {"image/png": picture}, "b.svg": {"image/svg+xml": "<svg>"}}
    text = "![mine](attachment:a.png) ![none](attachment:b.svg)"
    folder = hand_in(course.submitted / "mallory", root)
    add_markdown(folder, text, attachments=attachments)
    run = autograde(course)
    assert_honest_ones_have_everything(course, run)
    graded = json.loads((course.autograded / "mallory" / SET / f"{SET}.ipynb").read_text())
    assert {"a.png": {"image/png": picture}} == graded["cells"][-1]["attachments"]
    page = (course.feedback / "mallory" / SET / f"{SET}.html").read_text()
    assert f"data:image/png;base64,{picture}" in page


def test_a_judge_that_is_killed_costs_nobody_anything(course, root):
    """The notebook that it had is marked by another one."""
    for number in range(12):
        hand_in(course.submitted / f"s{number:02}", root)
    command = [sys.executable, "-m", "chainrule_grader.cli.main", "autograde", SET, "--jobs", "2"]
    run = subprocess.Popen(
        command, cwd=course.root, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    killed = set()
    while run.poll() is None and len(killed) < 2:
        # A judge is a fork of the command; the supervisor of the sandbox is another program.
        judges = [pid for pid in process_tree(run.pid)[1:] if command_of(pid) == command[1:]]
        if len(judges) == 2 and any(course.root.glob("autograded/.being-written")):
            killed.add(judges[0])
            os.kill(judges[0], signal.SIGKILL)
            time.sleep(0.3)
    out, err = run.communicate(timeout=120)
    run.stdout, run.stderr = out, err
    assert killed
    assert_honest_ones_have_everything(course, run)
    assert dict.fromkeys([*HONEST, *(f"s{n:02}" for n in range(12))], 11.0) == totals(course)


def command_of(pid):
    """Return the arguments of a process; none if it has ended."""
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return []
    return [word.decode(errors="replace") for word in words[1:-1]]


def test_two_runs_at_once_grade_everybody_once(course, root):
    """The second waits for the first, and both end well."""
    for number in range(6):
        hand_in(course.submitted / f"s{number}", root)
    command = [sys.executable, "-m", "chainrule_grader.cli.main", "autograde", SET]
    runs = [
        subprocess.Popen(
            command, cwd=course.root, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(2)
    ]
    said = [run.communicate(timeout=120) for run in runs]
    assert [0, 0] == [run.returncode for run in runs], said
    assert 1 == sum("Nothing new was submitted" in out for out, _ in said)
    assert dict.fromkeys([*HONEST, *(f"s{n}" for n in range(6))], 11.0) == totals(course)
