"""What all tests share: where the course lies, its sandbox, and its sample class."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import tomllib
import urllib.request
from pathlib import Path

import pytest
from chainrule_grader import catalogue
from chainrule_grader.marking import Order, mark
from chainrule_grader.sandbox import Limits, why_not

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "tests" / "sample_class"


def pytest_addoption(parser):
    """Let the tests that look at pages save what the README shows."""
    parser.addoption("--pictures", type=Path, help="save the README's pictures in this folder")


@pytest.fixture
def picture(request):
    """A function that saves a picture of a page, where that is wanted."""
    folder = request.config.getoption("--pictures")

    def save(page, name, **options):
        if folder:
            page.screenshot(path=folder / f"{name}.png", **options)

    return save


@pytest.fixture(scope="session")
def root():
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def sandbox():
    """Skip where this system cannot close a process in, and say why."""
    reason = why_not()
    if reason is not None:
        pytest.skip(f"no sandbox: {reason}")


@pytest.fixture(scope="session")
def quick():
    """Limits under which an endless loop costs a test little."""
    return Limits(cell_seconds=1.5, call_seconds=0.5, notebook_seconds=40)


@pytest.fixture(scope="session")
def released():
    """The problem set on activations as students get it."""
    return json.loads((ROOT / "course/exercises/activations/activations.ipynb").read_text())


@pytest.fixture(scope="session")
def sample_records(sandbox, quick):
    """The sample class, marked: records by student."""
    secrets = (str(ROOT),)
    return {
        path.stem: mark(Order(str(path), seed=1, limits=quick, secrets=secrets))
        for path in sorted(SAMPLE.glob("*.ipynb"))
    }


@pytest.fixture(scope="session")
def expected_class():
    """What each student of the sample class should get: by student, then by task."""
    table = tomllib.loads((SAMPLE / "expected.toml").read_text())
    tasks = [identity.partition("/")[2] for identity in catalogue.identities("activations")]
    whole = {name: dict.fromkeys(tasks, "right") for name in table.pop("everything_right")}
    empty = {name: {} for name in table.pop("nothing_attempted")}
    rest = dict.fromkeys(tasks, "not_attempted")
    return {name: rest | given for name, given in (whole | empty | table).items()}


@pytest.fixture
def python():
    """The interpreter that the tests run in."""
    return sys.executable


@pytest.fixture(scope="session")
def browser():
    """A headless Chromium; skip where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api")
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        pytest.skip("no Chromium is installed")
    quiet = (
        "disable-gpu disable-quic no-first-run disable-background-networking "
        "disable-component-update disable-sync no-sandbox"
    )
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=[f"--{flag}" for flag in quiet.split()]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def jupyter(tmp_path_factory):
    """A function that starts a Jupyter server in a folder and returns its address."""
    servers = []

    def start(folder, *options):
        home = tmp_path_factory.mktemp("jupyter")
        # JupyterLab would ask, over the page, whether it may fetch news.
        (home / "config" / "labconfig").mkdir(parents=True)
        page_config = {"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}
        (home / "config" / "labconfig" / "page_config.json").write_text(json.dumps(page_config))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        log = (home / "log").open("w")
        command = [
            sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1",
            f"--port={port}", "--ServerApp.port_retries=0", "--IdentityProvider.token=test",
            f"--ServerApp.root_dir={folder}", *options,
        ]  # fmt: skip
        ours = {"JUPYTER_CONFIG_DIR": home / "config", "JUPYTER_DATA_DIR": home / "data",
                "JUPYTER_RUNTIME_DIR": home / "run", "IPYTHONDIR": home / "ipython"}  # fmt: skip
        servers.append((subprocess.Popen(
            command, cwd=folder, stdout=log, stderr=log,
            env=os.environ | {name: str(path) for name, path in ours.items()},
        ), log))  # fmt: skip
        address = f"http://127.0.0.1:{port}"
        deadline = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(f"{address}/api/status?token=test", timeout=5).close()
            except OSError:
                assert time.monotonic() < deadline, (home / "log").read_text()
                time.sleep(0.2)
            else:
                return address

    yield start
    for server, log in servers:
        server.terminate()
        server.wait(20)
        log.close()
