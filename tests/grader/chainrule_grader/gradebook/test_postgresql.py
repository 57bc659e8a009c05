"""Marks go into a PostgreSQL gradebook as into any other; a server of the test's own is started."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from chainrule_grader.cli.main import main
from chainrule_grader.course.course import MARK
from nbgrader.api import Gradebook

psycopg = pytest.importorskip("psycopg")

pytestmark = pytest.mark.slow

SET = "activations"
PROGRAMS = ["initdb", "pg_ctl", "postgres"]


def found(program):
    """Where a program of PostgreSQL's is, on the path or where Debian hides it."""
    hidden = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))
    return shutil.which(program) or (str(hidden[-1]) if hidden else None)


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    """The address of an empty database, whose server refuses to run as root."""
    if not all(map(found, PROGRAMS)):
        pytest.skip("PostgreSQL is not installed")
    folder = tmp_path_factory.mktemp("postgres")
    someone = {"user": "nobody", "group": "nogroup"} if os.getuid() == 0 else {}
    if someone:
        for path in (folder, *folder.parents[: -len(Path(tempfile.gettempdir()).parts)]):
            path.chmod(0o755)
        shutil.chown(folder, **someone)
    data = folder / "data"
    control = [found("pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log")]

    def run(*command):
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, **someone)

    run(found("initdb"), "-D", str(data), "-U", "grader", "-A", "trust", "-N")
    run(*control, "-o", f"-c listen_addresses='' -k {folder}", "start")
    yield f"postgresql+psycopg://grader@/postgres?host={folder}"
    run(*control, "-m", "immediate", "stop")


@pytest.mark.usefixtures("sandbox")
def test_marks_are_in_postgresql(url, root, tmp_path, monkeypatch):
    """Both nbgrader and ours find the gradebook by its `db_url`, and agree on what is in it."""
    text = (root / MARK).read_text()
    # PostgreSQL holds nbgrader to its own rule that every assignment has a course.
    more = f"folders.db_url = {url!r}\nfolders.course_id = 'default_course'\n"
    (tmp_path / MARK).write_text(f"{text}\nfolders = get_config().CourseDirectory\n{more}")
    shutil.copytree(root / "solutions" / SET, tmp_path / "solutions" / SET)
    nbgrader = str(Path(sys.executable).with_name("nbgrader"))
    path = os.pathsep.join([str(Path(nbgrader).parent), os.environ["PATH"]])
    monkeypatch.setenv("PATH", path)
    subprocess.run([nbgrader, "generate_assignment", SET], cwd=tmp_path, check=True)
    for student in ("ada", "dina", "mona"):
        place = tmp_path / "submitted" / student / SET / f"{SET}.ipynb"
        place.parent.mkdir(parents=True)
        shutil.copy(root / f"tests/sample_class/{student}.ipynb", place)
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        assert 0 == main(["autograde", SET, "--jobs", "2", "--force"])
    assert not (tmp_path / "gradebook.db").exists()
    with Gradebook(url) as gradebook:
        scores = {s.student.id: round(s.score, 6) for s in gradebook.assignment_submissions(SET)}
    assert {"ada": 11.0, "dina": 6.0, "mona": 0.0} == scores
