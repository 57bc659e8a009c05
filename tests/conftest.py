"""What all tests share: where the course lies, its sandbox, and its sample class."""

import contextlib
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
from chainrule_grader.execution.grading import GradingJob, mark
from chainrule_grader.execution.sandbox import Limits, unavailable_reason, zygote
from chainrule_grader.judging import registry

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "tests" / "sample_class"
SLOW = {"browser", "theirs"}
"""Fixtures that make a test slow: a browser, and a class that nbgrader's own commands mark."""
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""How a browser is told to open a page and do nothing else."""

TELL_TESTS = "globalThis.chainruleTest = true"
"""A script that makes each explorable of a page write into `data-drawn` what it drew."""


def pytest_addoption(parser):
    """Let the tests that look at pages save what the README shows."""
    parser.addoption("--pictures", type=Path, help="save the README's pictures in this folder")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Count every test that uses a slow fixture among the slow ones."""
    for item in items:
        if SLOW.intersection(item.fixturenames):
            item.add_marker(pytest.mark.slow)


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
    reason = unavailable_reason()
    if reason is not None:
        pytest.skip(f"no sandbox: {reason}")
    yield
    zygote.close_all()


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
        path.stem: mark(GradingJob(str(path), seed=1, limits=quick, secrets=secrets))
        for path in sorted(SAMPLE.glob("*.ipynb"))
    }


@pytest.fixture(scope="session")
def expected_class():
    """What each student of the sample class should get: by student, then by task."""
    table = tomllib.loads((SAMPLE / "expected.toml").read_text())
    tasks = [identity.partition("/")[2] for identity in registry.identities("activations")]
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
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def jupyter(tmp_path_factory):
    """A function that starts a JupyterLab on a folder, in a theme, and returns its address."""
    with contextlib.ExitStack() as servers:

        def start(folder, theme="light", command=None):
            home = tmp_path_factory.mktemp("jupyter")
            _write_settings(home / "settings", f"JupyterLab {theme.title()}")
            plain = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={folder}"]
            return servers.enter_context(_server(command or plain, folder, home))

        yield start


@pytest.fixture(scope="session")
def run_in_lab(browser):
    """A function that opens a notebook in a JupyterLab, runs all of it, and returns the page."""

    def run(address, name, **size):
        page = browser.new_page(viewport=size)
        page.add_init_script(TELL_TESTS)
        # A workspace of its own: the common one would open the notebooks of earlier tests as well.
        page.goto(f"{address}/lab/workspaces/{Path(name).stem}/tree/{name}?token=test")
        page.wait_for_function(
            "window.jupyterapp?.shell?.currentWidget?.context?.isReady", timeout=60_000
        )
        page.wait_for_function(
            "jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle'",
            timeout=60_000,
        )
        page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
        page.evaluate("window.jupyterapp.commands.execute('application:toggle-left-area')")
        return page

    return run


@contextlib.contextmanager
def _server(command, folder, home):
    """Run a JupyterLab that sees nothing of the user's own settings."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    places = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "run",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "IPYTHONDIR": "ipython",
    }
    environment = os.environ | {name: str(home / place) for name, place in places.items()}
    command = [*command, "--no-browser", "--allow-root"]
    command += ["--ip=127.0.0.1", f"--port={port}", "--ServerApp.port_retries=0"]
    command += ["--IdentityProvider.token=test", "--LabApp.expose_app_in_browser=True"]
    address, log = f"http://127.0.0.1:{port}", home / "log"
    with log.open("w") as out:
        server = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out, env=environment)
        try:
            _wait_for(f"{address}/api/status?token=test", log)
            yield address
        finally:
            server.terminate()
            server.wait(20)


def _write_settings(folder, theme):
    """Set the theme, keep every cell in the page, and let nothing ask for news."""
    settings = {
        "apputils-extension/themes": {"theme": theme},
        "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
        "notebook-extension/tracker": {"windowingMode": "none"},
    }
    for name, values in settings.items():
        path = folder / "@jupyterlab" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(values))


def _wait_for(address, log):
    """Wait until a server answers."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail(f"the server did not start: {log.read_text()[-800:]}")
