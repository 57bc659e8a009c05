"""The image's steps, replayed in a fresh virtual environment, and a visitor's first requests."""

import http.client
import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
PYTHON = (ROOT / "binder/runtime.txt").read_text().strip().removeprefix("python-")
# Packages that conda-forge calls otherwise than the package index does.
RENAMED = {
    "jupyterhub-base": "jupyterhub",
    "jupyterhub-singleuser": "jupyterhub",
    "nbconvert-core": "nbconvert",
    "python-fastjsonschema": "fastjsonschema",
}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        find_spec("repo2docker") is None, reason="repo2docker, which knows the base, is not here"
    ),
]


class Image(NamedTuple):
    """What stands in for the container: an environment, the visitor's folder and a home."""

    environment: Path
    checkout: Path
    home: Path

    def run(self, *command, cwd=None):
        """What a command prints, run as in the container."""
        return run(command, cwd=cwd or self.checkout, env=self.variables())

    def variables(self):
        """Nothing of the environment in which the tests run reaches the container."""
        return {
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "PATH": f"{self.environment}/bin:{os.defpath}",
            "REPO_DIR": str(self.checkout),
        }


class Server(NamedTuple):
    """A running server and the key to it."""

    port: int
    token: str

    def get(self, path):
        """Status and text of the answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("GET", path, headers={"Authorization": f"token {self.token}"})
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()


def run(command, **options):
    done = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    assert 0 == done.returncode, done.stdout + done.stderr
    return done.stdout


def can_make_environments(python):
    """Whether this is the image's Python, complete: distributions split some of it off."""
    code = "import ensurepip, sys, venv; print('{}.{}'.format(*sys.version_info))"
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
    return done.stdout.strip() == PYTHON


def interpreter():
    """The image's Python, wherever this machine has it."""
    candidates = [sys.executable, shutil.which(f"python{PYTHON}")]
    if uv := find_uv():
        find = [uv, "python", "find", "--system", "--no-python-downloads", PYTHON]
        done = subprocess.run(find, capture_output=True, text=True, check=False)
        candidates.append(done.stdout.strip())
    for python in filter(None, candidates):
        if can_make_environments(python):
            return python
    return pytest.skip(f"no Python {PYTHON} with venv and ensurepip on this machine")


def find_uv():
    return os.environ.get("UV") or shutil.which("uv")


def installer(python):
    """The quick way to install where there is one."""
    uv = find_uv()
    return [uv, "pip", "install", "--python", python] if uv else [python, "-m", "pip", "install"]


def base_packages():
    """The names and the exact versions of the base, from the lists that repo2docker installs."""
    folder = Path(find_spec("repo2docker").origin).parent / "buildpacks/conda"
    wanted = re.findall(r"- ([\w-]+)==", (folder / f"environment.py-{PYTHON}.yml").read_text())
    lock = (folder / f"environment.py-{PYTHON}-linux-64.lock").read_text()
    # Versions such as "2025b" are conda's own spelling, and no Python package's here.
    locked = re.findall(r"/([a-z][^/]*)-(\d[\d.]*(?:\.post\d+)?)-[^-/]+\.(?:conda|tar)", lock)
    names = [RENAMED.get(name, name) for name in ("pip", "setuptools", *wanted)]
    return names, [f"{RENAMED.get(name, name)}=={version}" for name, version in locked]


def install_base(python, folder):
    """The base image's packages; conda-forge's builds are stood in for by the package index's."""
    names, locked = base_packages()
    constraints = folder / "constraints.txt"
    constraints.write_text("\n".join(locked))
    run([*installer(python), "--constraint", constraints, *names], cwd=folder)


@pytest.fixture(scope="module")
def image(export):
    """Base, pins and `postBuild`, in the order of the printed image."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = Image(folder / "environment", folder / "checkout", folder / "home")
        made.home.mkdir()
        python = made.environment / "bin/python"
        run([interpreter(), "-m", "venv", made.environment])
        install_base(python, folder)
        export(made.checkout)
        run([python, "-m", "pip", "install", "-r", "binder/requirements.txt"], cwd=made.checkout)
        made.run("./binder/postBuild")
        yield made


@pytest.fixture(scope="module")
def lecture(image):
    """The first lecture, by its path in the repository."""
    lectures = sorted((image.checkout / "course/lectures").glob("*.ipynb"))
    if not lectures:
        pytest.skip("no lecture is built yet")
    return lectures[0].relative_to(image.checkout)


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_for(server, process, log, seconds=60):
    """Until the server answers; it stays silent while it starts."""
    for _ in range(seconds * 10):
        assert process.poll() is None, log.read_text()
        try:
            return server.get("/api")
        except OSError:
            time.sleep(0.1)
    return pytest.fail(log.read_text())


@contextmanager
def serve(image, app):
    """A server on the visitor's folder, as long as the block lasts."""
    server = Server(free_port(), secrets.token_hex())
    log = image.home / f"{app}.log"
    command = [
        *("jupyter", app, "--no-browser", "--allow-root", "--ip=127.0.0.1"),
        *(f"--port={server.port}", "--ServerApp.port_retries=0"),
        f"--IdentityProvider.token={server.token}",
    ]
    with (
        log.open("w") as output,
        subprocess.Popen(
            command,
            cwd=image.checkout,
            env=image.variables(),
            stdout=output,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            wait_for(server, process, log)
            yield server
        finally:
            process.terminate()


@pytest.fixture(scope="module", params=["lab", "notebook"])
def server(image, request):
    """Binder starts either: the one that was asked for, or the other with its address in front."""
    with serve(image, request.param) as running:
        yield running


def settings_of_page(page):
    """What the page of JupyterLab is told about its surroundings."""
    return json.loads(
        re.search(r'<script id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.DOTALL)[1]
    )


def test_packages_agree(image):
    """No package of base, pins and course contradicts another."""
    assert "No broken requirements found.\n" == image.run("pip", "check")


def test_pins_are_what_is_installed(image):
    """The base's versions give way to the pinned ones."""
    pinned = (image.checkout / "binder/requirements.txt").read_text().splitlines()
    listed = image.run("pip", "list", "--format=json")
    installed = {(p["name"].lower().replace("_", "-"), p["version"]) for p in json.loads(listed)}
    assert [] == [line for line in pinned if tuple(line.split("==")) not in installed]


def test_hub_starts_with_the_pins(image):
    """The program through which a hub starts a visitor's server still loads."""
    assert re.fullmatch(r"[\d.]+\n", image.run("jupyterhub-singleuser", "--version"))


def test_imports(image):
    """The packages are installed and need no folder of the repository."""
    code = "import chainrule, chainrule_grader, chainrule_widgets as w; print(w.__file__)"
    # Without -P the folder of the command would be searched first.
    origin = image.run("python", "-P", "-c", code, cwd=image.home)
    assert Path(origin.strip()).is_relative_to(image.environment)


def test_command(image):
    """The `chainrule` command is on the path."""
    assert "chainrule" in image.run("chainrule", "--help", cwd=image.home)


def test_left_out(image):
    """Neither the answers nor what a visitor cannot use is in the image."""
    left_out = ("solutions", "tests", "build", "chainrule.egg-info")
    assert [] == [name for name in left_out if (image.checkout / name).exists()]


def test_no_answers_are_installed(image):
    """The installed package has the lectures, but no solutions and no sample class."""
    code = (
        "from chainrule_grader.course.packaged import installed_course, sample_class as sample;"
        "course = installed_course();"
        "print(course.lectures.exists(), course.solutions.exists(), sample().exists())"
    )
    assert "True False False\n" == image.run("python", "-P", "-c", code, cwd=image.home)


def test_fonts_are_found(image):
    """No visitor waits for matplotlib's search for fonts."""
    assert list((image.home / ".cache/matplotlib").glob("fontlist-*.json"))


def test_lecture_opens(server, lecture):
    """The link of the README opens the first lecture in JupyterLab."""
    status, page = server.get(f"/lab/tree/{lecture}")
    assert (200, str(lecture)) == (status, settings_of_page(page)["treePath"])


def test_lecture_is_there(server, lecture):
    """The server has the lecture, and it is a notebook."""
    status, answer = server.get(f"/api/contents/{lecture}")
    assert (200, "notebook") == (status, json.loads(answer)["type"])


@pytest.mark.usefixtures("lecture")
def test_course_is_listed(server):
    """The folder of the course can be browsed."""
    status, answer = server.get("/api/contents/course")
    assert (200, "directory") == (status, json.loads(answer)["type"])
    assert "lectures" in [entry["name"] for entry in json.loads(answer)["content"]]


def test_formgrader_is_off(server):
    """A visitor's server has no page for marking."""
    assert 404 == server.get("/formgrader")[0]


def test_nothing_for_classes_or_from_the_internet(server):
    """JupyterLab offers no marking, no fetching, no news and no catalogue of extensions."""
    _, page = server.get("/lab")
    unwanted = {
        "@jupyter/nbgrader:assignment-list",
        "@jupyter/nbgrader:course-list",
        "@jupyter/nbgrader:create-assignment",
        "@jupyter/nbgrader:formgrader",
        "@jupyter/nbgrader:menu",
        "@jupyterlab/apputils-extension:announcements",
        "@jupyterlab/extensionmanager-extension:plugin",
    }
    assert set() == unwanted - set(settings_of_page(page)["disabledExtensions"])


def test_lecture_runs(image, lecture):
    """The first lecture runs from top to bottom with the pinned packages."""
    image.run("jupyter", "execute", str(lecture))
