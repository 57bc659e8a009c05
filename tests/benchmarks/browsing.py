"""A stock JupyterLab on the lectures, and a headless Chromium that looks at one of them."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
QUIET += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]


@contextlib.contextmanager
def server():
    """Run a JupyterLab on copies of all lectures, without the user's settings."""
    with tempfile.TemporaryDirectory() as home:
        process, address = start_server(Path(home))
        try:
            wait_for(address)
            yield address
        finally:
            process.terminate()
            process.wait(20)


def start_server(home):
    """Start a JupyterLab on the lectures; return the process and its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = home / "lectures"
    folder.mkdir()
    for notebook in (ROOT / "course" / "lectures").glob("*.ipynb"):
        shutil.copy(notebook, folder)
    settings = home / "settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    (settings / "notification.jupyterlab-settings").write_text('{"fetchNews": "false"}')
    places = ("CONFIG", "DATA", "RUNTIME")
    environment = os.environ | {f"JUPYTER_{place}_DIR": str(home / place) for place in places}
    environment |= {
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
        "IPYTHONDIR": str(home / "ipython"),
    }
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"]
    command += ["--ip=127.0.0.1", f"--port={port}", "--IdentityProvider.token=test"]
    command += [f"--ServerApp.root_dir={folder}", "--LabApp.expose_app_in_browser=True"]
    with (home / "log").open("w") as log:
        server = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    return server, f"http://127.0.0.1:{port}"


def wait_for(address):
    """Wait until the server answers."""
    deadline = time.monotonic() + 60
    while True:
        try:
            urllib.request.urlopen(f"{address}/api/status?token=test", timeout=5).close()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
        else:
            return


def opened(playwright, address, lecture, figure):
    """Open a lecture, run it, and return the page once the figure is drawn."""
    path = next(filter(None, map(shutil.which, NAMES)))
    page = playwright.chromium.launch(executable_path=path, args=QUIET).new_page(
        viewport={"width": 1200, "height": 900}
    )
    page.add_init_script(
        "globalThis.chainruleTest = true"
    )  # they say in `data-drawn` what they drew
    page.goto(f"{address}/lab/workspaces/{lecture}/tree/{lecture}.ipynb?token=test")
    page.wait_for_function(
        "window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel?.status"
        " === 'idle'",
        timeout=60_000,
    )
    page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
    page.wait_for_selector(f"{figure}[data-drawn]", timeout=60_000)
    page.wait_for_timeout(1500)
    return page
