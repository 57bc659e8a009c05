"""Measure the playground on a stock JupyterLab: pictures a second, and slider to picture.

    uv run python tests/benchmarks/playground.py

with --seconds N for longer runs, --preset NAME for another net. A headless Chromium opens the
lecture on a server that knows nothing of the user's settings. While playing, pictures are counted;
then a slider is moved: dragged, with an event in each frame, and in single moves. What counts is
the time from the event to the frame in which its state, or a newer one, has been drawn.
"""

import argparse
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
QUIET += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
GOALS = {"pictures a second": 30, "slider to picture": 33}
SLIDE = """
async ([label, moves, pause]) => {
  const root = document.querySelector('.cr.playground');
  const input = root.querySelector(`input[aria-label="${label}"]`);
  const frame = () => new Promise(requestAnimationFrame);
  const [open, times] = [[], []];
  const look = () => {
    const { version } = JSON.parse(root.dataset.drawn);
    const now = performance.now();
    while (open.length && version >= open[0].version) times.push(now - open.shift().start);
  };
  const watch = new MutationObserver(look);
  watch.observe(root, { attributeFilter: ['data-drawn'] });
  for (let i = 0; i < moves; i++) {
    const start = performance.now();
    input.value = Number(input.min) + 1 + (i % (Number(input.max) - 1));
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await Promise.resolve();
    open.push({ start, version: Number(root.dataset.version) });
    await frame();
    if (pause) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  watch.disconnect();
  return times;
}
"""


def start_server(home):
    """Start a JupyterLab on a copy of the lecture; return the process and its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = home / "lectures"
    folder.mkdir()
    shutil.copy(ROOT / "course" / "lectures" / "00_playground.ipynb", folder)
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


def opened(playwright, address):
    """Open the lecture, run it, and return the page."""
    path = next(filter(None, map(shutil.which, NAMES)))
    page = playwright.chromium.launch(executable_path=path, args=QUIET).new_page(
        viewport={"width": 1200, "height": 900}
    )
    page.goto(f"{address}/lab/tree/00_playground.ipynb?token=test")
    page.wait_for_function(
        "window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel?.status"
        " === 'idle'",
        timeout=60_000,
    )
    page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
    page.wait_for_selector(".cr.playground[data-drawn]", timeout=60_000)
    page.wait_for_timeout(1500)
    return page


def drawn(page):
    """Return what the playground says it has drawn."""
    return json.loads(page.locator(".cr.playground").get_attribute("data-drawn"))


def pictures(page, seconds):
    """Play, and return pictures and steps a second."""
    page.locator(".cr.playground button.play").click()
    page.wait_for_timeout(700)
    before, start = drawn(page), time.perf_counter()
    page.wait_for_timeout(1000 * seconds)
    after, span = drawn(page), time.perf_counter() - start
    page.locator(".cr.playground button.play").click()
    return [(after[name] - before[name]) / span for name in ("frames", "steps")]


def report(name, values, unit):
    """Print the median and the 95th percentile."""
    cut = statistics.quantiles(values, n=20)[-1]
    print(f"{name}: median {statistics.median(values):.1f} {unit}, 95 % within {cut:.1f} {unit}")


def main():
    """Start, measure, stop."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--preset", default="two moons")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        server, address = start_server(Path(home))
        try:
            wait_for(address)
            page = opened(playwright, address)
            page.get_by_label("things to try").select_option(asked.preset)
            page.wait_for_timeout(500)
            print("network:", "-".join(map(str, drawn(page)["widths"])))
            rate, steps = pictures(page, asked.seconds)
            print(f"playing: {rate:.1f} pictures a second, {steps:.0f} steps a second")
            for label in ("noise", "learning rate"):
                for how, pause in (("dragged", 0), ("one by one", 150)):
                    times = page.evaluate(SLIDE, [label, asked.rounds, pause])
                    report(f"slider to picture, {label}, {how}", times, "ms")
            print("goals:", GOALS)
        finally:
            server.terminate()
            server.wait(20)


if __name__ == "__main__":
    main()
