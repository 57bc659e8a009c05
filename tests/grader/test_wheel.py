"""The built wheel, installed outside of the repository, does the whole job of an instructor."""

import csv
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tarfile
import time
import urllib.request
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
INSIDE = "chainrule_grader/course/data/"
ATTACKS = ROOT / "tests/grader/attacks/submissions/reference.py"


def run(command, folder, environment=None):
    """What a command prints; it must succeed."""
    done = subprocess.run(
        list(map(str, command)),
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 == done.returncode, done.stdout + done.stderr
    return done.stdout


def tracked(*folders):
    """The files below these folders that git knows."""
    return run(["git", "ls-files", *folders], ROOT).splitlines()


@pytest.fixture(scope="module")
def course_files():
    """The files of the course in the repository."""
    sample = [name for name in tracked("tests/sample_class") if name.endswith(".ipynb")]
    return {"nbgrader_config.py", *tracked("course", "solutions"), *sample}


@pytest.fixture(scope="module")
def uv():
    """The program that builds and installs."""
    found = os.environ.get("UV") or shutil.which("uv")
    if not found or not (ROOT / ".git").exists():
        pytest.skip("a build needs uv, and git to know what belongs to the repository")
    return found


@pytest.fixture(scope="module")
def built(uv, tmp_path_factory):
    """The source distribution and the wheel, built from what git knows."""
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("built")
    for name in tracked():
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, source / name)
    run([uv, "build", "--quiet", "--out-dir", target, source], source)
    return next(target.glob("*.tar.gz")), next(target.glob("*.whl"))


class User:
    """Somebody who has installed the wheel, and has no copy of the repository."""

    def __init__(self, home):
        self.home = home
        self.environment = {
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "COLUMNS": "200",
            "PATH": f"{home / '.venv/bin'}:{os.defpath}",
        }

    def run(self, *command, folder="."):
        """What a command prints."""
        executable = self.home / ".venv/bin" / command[0]
        return run([executable, *command[1:]], self.home / folder, self.environment)

    def folder(self, name):
        """A new folder."""
        (self.home / name).mkdir()
        return self.home / name


@pytest.fixture(scope="module")
def user(uv, built, tmp_path_factory):
    """A user in a new environment that has the wheel and what it depends on."""
    user = User(tmp_path_factory.mktemp("home"))
    python = user.home / ".venv/bin/python"
    run([uv, "venv", "--quiet", "--python", sys.executable, user.home / ".venv"], user.home)
    run([uv, "pip", "install", "--quiet", "--python", python, built[1]], user.home)
    return user


@pytest.fixture(scope="module")
def course(user):
    """The folder of a course that the user has made."""
    user.run("chainrule", "init", "nn")
    return user.home / "nn"


def test_the_wheel_has_the_course(built, course_files):
    """The course in the wheel is that of the repository, file for file."""
    with zipfile.ZipFile(built[1]) as wheel:
        names = {n for n in wheel.namelist() if n.startswith(INSIDE)}
        assert {INSIDE + name for name in course_files} == names
        changed = [n for n in course_files if wheel.read(INSIDE + n) != (ROOT / n).read_bytes()]
    assert [] == changed


def test_the_source_distribution_has_the_course(built, course_files):
    """A wheel can be built from the source distribution alone."""
    with tarfile.open(built[0]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert set() == course_files - names


def test_answers_are_not_on_the_path(user):
    """Where the wheel is installed, no folder of the course can be imported by its name."""
    names = ("solutions", "course", "tests", "data")
    code = f"from importlib.util import find_spec; print([n for n in {names} if find_spec(n)])"
    assert "[]\n" == user.run("python", "-P", "-c", code)


def test_the_new_course_is_as_committed(user, course):
    """`chainrule build --check` finds no difference in a new course."""
    assert "" == user.run("chainrule", "build", "--check", folder=course)


@pytest.mark.usefixtures("sandbox")
def test_a_class_is_marked(user, course, root):
    """The released problem set of the sample class is marked, and has a report and a table."""
    user.run("nbgrader", "generate_assignment", "activations", folder=course)
    for path in (root / "tests/sample_class").glob("*.ipynb"):
        place = course / "submitted" / path.stem / "activations" / "activations.ipynb"
        place.parent.mkdir(parents=True)
        shutil.copy(path, place)
    said = user.run("chainrule", "autograde", "activations", folder=course)
    assert re.search(r"^dina +6\b", said, re.MULTILINE), said
    page = Path(user.run("chainrule", "report", "activations", folder=course).strip())
    assert "dina" in page.read_text()
    table = Path(user.run("chainrule", "export", "--lms", "csv", folder=course).strip())
    with table.open(newline="") as file:
        scores = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    assert (14, pytest.approx(6)) == (len(scores), scores["dina"])
    assert (course / "feedback/dina/activations/activations.html").exists()


@pytest.mark.usefixtures("sandbox")
def test_the_demonstration_runs_in_an_empty_folder(user):
    """The demonstration needs nothing but the installed package."""
    folder = user.folder("demonstration")
    said = user.run("chainrule", "demo", folder=folder)
    assert re.search(r"^dina +6\b", said, re.MULTILINE), said
    assert ["demo"] == [path.name for path in folder.iterdir()]
    assert (folder / "demo/feedback/activations-class.html").exists()


@pytest.mark.usefixtures("sandbox")
def test_a_submission_cannot_read_the_installed_answers(user, root):
    """An attack that copies the installed solution finds it without a sandbox, and not within."""
    attack = re.search(r"^# %% packaged: .+\n((?:.*\n)*?)# %% ", ATTACKS.read_text(), re.MULTILINE)
    release = root / "course/exercises/activations/activations.ipynb"
    notebook = json.loads(release.read_text())
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == "relu":
            cell["source"] = "def relu(z):\n    return 7.0\n" + attack[1]
    path = user.folder("attack") / "activations.ipynb"
    path.write_text(json.dumps(notebook))

    def score(*options):
        return json.loads(user.run("chainrule", "grade", "--json", *options, path))["score"]

    assert 0 < score("--unsafe")
    assert 0 == score()


def test_a_new_task_needs_a_checkout(user, course):
    """`chainrule new` does not write into the installed package."""
    command = [user.home / ".venv/bin/chainrule", "new", "losses/hinge"]
    done = subprocess.run(command, cwd=course, capture_output=True, text=True, check=False)
    assert (1, "") == (done.returncode, done.stdout)
    assert "clone the repository" in done.stderr


def test_the_lab_opens(user):
    """`chainrule lab` in an empty folder serves the page of the playground."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [user.home / ".venv/bin/chainrule", "lab", "--", "--no-browser", "--allow-root"]
    command += [f"--port={port}", "--ip=127.0.0.1", "--IdentityProvider.token=test"]
    log = user.home / "log"
    with (
        log.open("w") as out,
        subprocess.Popen(
            command, cwd=user.folder("lab"), env=user.environment, stdout=out, stderr=out
        ) as server,
    ):
        try:
            page, url = _fetch(f"http://127.0.0.1:{port}/?token=test", server, log)
        finally:
            server.terminate()
    assert "/lab/tree/course/lectures/00_playground.ipynb" in url
    assert "jupyter-config-data" in page


def _fetch(address, server, log):
    """The page at an address, and where it is, as soon as the server answers."""
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline:
        assert server.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:
                return answer.read().decode(), answer.url
        except OSError:
            time.sleep(0.2)
    return pytest.fail(log.read_text())
