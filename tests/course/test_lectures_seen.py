"""The lecture in a real JupyterLab, through the eyes of a browser: controls move what is drawn."""

import json
import shutil
import time

import numpy as np
import pytest
from chainrule import activations


@pytest.fixture(scope="module", params=["light", "dark"])
def theme(request):
    """The theme of the page."""
    return request.param


@pytest.fixture(scope="module")
def page(theme, root, run_in_lab, jupyter, tmp_path_factory):
    """The lecture, opened and run from top to bottom."""
    folder = tmp_path_factory.mktemp("lectures")
    shutil.copy(root / "course" / "lectures" / "03_activations.ipynb", folder)
    address = jupyter(folder, theme=theme)
    view = run_in_lab(address, "03_activations.ipynb", width=1200, height=900)
    view.wait_for_function(
        "document.querySelectorAll('.cr[data-drawn]').length >= 14", timeout=60_000
    )
    yield view
    view.close()


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
def shot(theme, tmp_path):
    """Keep a picture of an explorable for people to look at."""
    return lambda node, name: node.screenshot(path=tmp_path / f"{name}-{theme}.png")


def test_theme_is_kept(page, theme):
    """The figures have no background of their own, and their ink is the theme's."""
    node = figure(page, "Activation explorer")
    ink, paper = node.evaluate(
        "n => [getComputedStyle(n).color, getComputedStyle(n).backgroundColor]"
    )
    assert "rgba(0, 0, 0, 0)" == paper
    lightness = sum(map(float, ink[ink.index("(") + 1 : -1].split(",")[:3])) / 765
    assert (theme == "dark") == (lightness > 0.5)


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


def test_whole_lecture(page, theme, tmp_path, picture):
    """No cell shows an error, and the page is kept as a picture."""
    assert 0 == page.locator(".jp-RenderedText[data-mime-type*='stderr']").count()
    if theme == "light":
        figure(page, "Activation explorer").scroll_into_view_if_needed()
        picture(page, "lecture")
    page.set_viewport_size({"width": 1200, "height": 12_000})
    page.locator("h1").scroll_into_view_if_needed()
    page.wait_for_timeout(1000)
    page.screenshot(path=tmp_path / f"lecture-{theme}.png")
