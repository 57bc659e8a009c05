"""The lecture in a real JupyterLab, through the eyes of a browser: controls move what is drawn."""

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import jupytext
import nbformat
import numpy as np
import pytest
from chainrule import activations

sync_api = pytest.importorskip("playwright.sync_api")

LECTURE = Path(__file__).parents[2] / "course" / "lectures" / "03_activations.py"
BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SETTINGS = {
    "notification": {"fetchNews": "false", "checkForUpdates": False, "doNotDisturbMode": True},
    "themes": {"theme": ""},
}
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def write_settings(folder, theme):
    SETTINGS["themes"]["theme"] = theme
    here = folder / "@jupyterlab" / "apputils-extension"
    here.mkdir(parents=True)
    for name, values in SETTINGS.items():
        (here / f"{name}.jupyterlab-settings").write_text(json.dumps(values))
    # Every cell stays in the page, also where nobody has scrolled to.
    notebook = folder / "@jupyterlab" / "notebook-extension"
    notebook.mkdir()
    (notebook / "tracker.jupyterlab-settings").write_text('{"windowingMode": "none"}')


@pytest.fixture(scope="module", params=["JupyterLab Light", "JupyterLab Dark"])
def lab(request, tmp_path_factory):
    """A server on the loopback with its own root, configuration and theme."""
    home = tmp_path_factory.mktemp("lab")
    (home / "root").mkdir()
    nbformat.write(jupytext.read(LECTURE), home / "root" / "lecture.ipynb")
    write_settings(home / "settings", request.param)
    token, port = secrets.token_hex(16), free_port()
    folders = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    places = {name: str(home / name.lower()) for name in folders}
    places["JUPYTERLAB_SETTINGS_DIR"] = str(home / "settings")
    places["JUPYTERLAB_WORKSPACES_DIR"] = str(home / "workspaces")
    command = [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root"]
    command += [f"--IdentityProvider.token={token}", f"--ServerApp.port={port}", "--ip=127.0.0.1"]
    command += [f"--ServerApp.root_dir={home / 'root'}", "--LabApp.expose_app_in_browser=True"]
    address = f"http://127.0.0.1:{port}"
    with (home / "log").open("w") as log:
        server = subprocess.Popen(command, env={**os.environ, **places}, stdout=log, stderr=log)
        try:
            wait_for(f"{address}/api/status?token={token}", home / "log")
            yield (
                request.param.split()[1].lower(),
                f"{address}/lab/tree/lecture.ipynb?token={token}",
            )
        finally:
            server.terminate()
            server.wait(20)


def wait_for(address, log):
    for _ in range(120):
        try:
            with urllib.request.urlopen(address):
                return
        except OSError:
            time.sleep(0.5)
    pytest.fail(f"the server did not start: {log.read_text()[-800:]}")


@pytest.fixture(scope="module")
def page(lab):
    """The lecture, opened and run from top to bottom."""
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=FLAGS)
        view = browser.new_page(viewport={"width": 1200, "height": 900})
        view.goto(lab[1])
        view.wait_for_function(
            "window.jupyterapp?.shell?.currentWidget?.context?.isReady", timeout=60_000
        )
        view.wait_for_function(
            "jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle'",
            timeout=60_000,
        )
        view.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
        view.wait_for_function(
            "document.querySelectorAll('.cr[data-drawn]').length >= 14", timeout=60_000
        )
        view.evaluate("window.jupyterapp.commands.execute('application:toggle-left-area')")
        yield view
        browser.close()


def figure(page, label, nth=0):
    node = page.locator(f'.cr[aria-label^="{label}"]').nth(nth)
    node.scroll_into_view_if_needed()
    return node


def drawn(node):
    return json.loads(node.get_attribute("data-drawn"))


def becomes(node, promise, seconds=8):
    """Wait until what is drawn keeps the promise, and return it."""
    end = time.monotonic() + seconds
    while not promise(drawn(node)) and time.monotonic() < end:
        time.sleep(0.05)
    assert promise(drawn(node)), drawn(node)
    return drawn(node)


def slide(node, label, value):
    node.get_by_label(label, exact=True).evaluate(
        "(input, value) => { input.value = value; for (const kind of ['input', 'change'])"
        " input.dispatchEvent(new Event(kind, { bubbles: true })); }",
        value,
    )


@pytest.fixture
def shot(lab, tmp_path):
    """Keep a picture of an explorable for people to look at."""
    return lambda node, name: node.screenshot(path=tmp_path / f"{name}-{lab[0]}.png")


def test_theme_is_kept(page, lab):
    """The figures have no background of their own, and their ink is the theme's."""
    node = figure(page, "Activation explorer")
    ink, paper = node.evaluate(
        "n => [getComputedStyle(n).color, getComputedStyle(n).backgroundColor]"
    )
    assert "rgba(0, 0, 0, 0)" == paper
    lightness = sum(map(float, ink[ink.index("(") + 1 : -1].split(",")[:3])) / 765
    assert (lab[0] == "dark") == (lightness > 0.5)


def test_activation_explorer(page, shot):
    """Arrow keys and the mouse move z, and the numbers drawn are the library's."""
    node = figure(page, "Activation explorer")
    grip = node.get_by_role("slider", name="z", exact=True)
    grip.focus()
    selected = page.evaluate("window.jupyterapp.shell.currentWidget.content.activeCellIndex")
    for key in ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowUp", "ArrowLeft", "Shift+ArrowLeft"):
        page.keyboard.press(key)
    seen = becomes(node, lambda d: d["z"] == -2.9)
    assert activations.sigmoid(-2.9) == pytest.approx(seen["height"], abs=1e-6)
    assert activations.sigmoid.derivative(-2.9) == pytest.approx(seen["slope"], abs=1e-6)
    assert np.prod(seen["factors"]) == pytest.approx(seen["gradient"])
    after = page.evaluate("window.jupyterapp.shell.currentWidget.content.activeCellIndex")
    assert selected == after
    box = node.locator("svg").bounding_box()
    page.mouse.move(box["x"] + 255 / 848 * box["width"], box["y"] + 100)
    page.mouse.down()
    page.mouse.move(box["x"] + 362.5 / 848 * box["width"], box["y"] + 120)
    page.mouse.up()
    assert 4.0 == pytest.approx(becomes(node, lambda d: d["z"] > 0)["z"], abs=0.05)
    node.get_by_label("activation").select_option("tanh")
    seen = becomes(node, lambda d: d["activation"] == "tanh")
    assert float(activations.tanh.derivative(seen["z"])) ** 10 == pytest.approx(
        seen["ten"], rel=1e-3
    )
    shot(node, "activation_explorer")


def test_race(page, shot):
    """The slider asks the kernel, and the function's fault is marked and said."""
    node = figure(page, "Race of tanh_by_formula")
    slide(node, "how far from 0", 2.9)
    assert "parts" == becomes(node, lambda d: d["missing"] > 0)["verdict"]
    shot(node, "race_far")
    slide(node, "how far from 0", 0.7)
    seen = becomes(node, lambda d: d["reach"] < 6)
    assert (0, 0) == (seen["missing"], round(seen["largest"], 9))
    assert [[-1000, "NaN", "−1", False], [0, "0", "0", True], [1000, "NaN", "1", False]] == seen[
        "far"
    ]
    shot(node, "race_near")
    shot(figure(page, "Race of my_relu"), "race_relu")


def test_race_of_a_function_that_raises(page, shot):
    """The error is a sentence in the widget; the reference is drawn all the same."""
    node = figure(page, "Race of relu_of_one_number")
    seen = drawn(node)
    assert ("unusable", []) == (seen["verdict"], seen["far"])
    assert "relu_of_one_number raised ValueError" in seen["says"]
    assert 0 == page.locator(".jp-RenderedText[data-mime-type*='error']").count()
    shot(node, "race_raised")


def test_collapse(page, shot):
    """Linear layers are one whatever their weights; an activation between them bends the grid."""
    node = figure(page, "Stack of layers")
    node.get_by_label("W1, row 0, column 1").fill("2.5")
    seen = becomes(node, lambda d: d["collapsed"][0][0] != pytest.approx(1.572))
    assert 0 == pytest.approx(seen["gap"], abs=1e-9)
    shot(node, "collapse_linear")
    node.get_by_label("between the layers").select_option("tanh")
    assert becomes(node, lambda d: d["activation"] == "tanh")["gap"] > 0.1
    shot(node, "collapse_tanh")
    slide(node, "layers", 1)
    assert 0 == becomes(node, lambda d: d["depth"] == 1)["gap"]


def test_boundary(page, shot):
    """A line leaves points on the wrong side; a bent boundary does not."""
    node = figure(page, "Decision boundary")
    before = drawn(node)
    assert 0 < before["wrong"] == before["of"] - before["right"]
    shot(node, "boundary_linear")
    node.get_by_label("activation").select_option("tanh")
    slide(node, "hidden units", 30)
    seen = becomes(node, lambda d: (d["activation"], d["hidden"]) == ("tanh", 30))
    assert (seen["of"], 0) == (seen["right"], seen["wrong"])
    shot(node, "boundary_tanh")


def test_softmax_mixer(page, shot):
    """A score moves every probability; a shift moves none."""
    node = figure(page, "Softmax mixer")
    node.get_by_role("slider", name="score of cat").press("PageUp")
    seen = becomes(node, lambda d: d["scores"] == [2, 2, 3])
    np.testing.assert_allclose(activations.softmax([2.0, 2.0, 3.0]), seen["shares"], rtol=1e-12)
    slide(node, "add to every score", 1000)
    shifted = becomes(node, lambda d: d["shift"] == 1000)
    assert seen["shares"] == shifted["shares"]
    shot(node, "softmax_mixer")


def test_question(page, shot):
    """A choice made with the keyboard is explained at once."""
    node = figure(page, "Question")
    first = node.get_by_role("button").first
    first.focus()
    first.press("Enter")
    assert not becomes(node, lambda d: d["chosen"])["right"]
    shot(node, "question_wrong")
    first.press("ArrowDown")
    page.keyboard.press("Enter")
    seen = becomes(node, lambda d: d["right"])
    assert seen["says"].startswith("✓ Right.")
    shot(node, "question_right")


def test_whole_lecture(page, lab, tmp_path):
    """No cell shows an error, and the page is kept as a picture."""
    assert 0 == page.locator(".jp-RenderedText[data-mime-type*='stderr']").count()
    page.set_viewport_size({"width": 1200, "height": 12_000})
    page.locator("h1").scroll_into_view_if_needed()
    page.wait_for_timeout(1000)
    page.screenshot(path=tmp_path / f"lecture-{lab[0]}.png")
