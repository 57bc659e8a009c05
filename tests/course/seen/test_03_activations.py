"""The lecture in a real JupyterLab, through the eyes of a browser: controls move what is drawn."""

import numpy as np
import pytest
from chainrule import activations


@pytest.fixture(scope="module", params=["light", "dark"])
def reader(request, read):
    """The lecture, opened and run from top to bottom, in both themes."""
    return read("03_activations", figures=14, theme=request.param)


def test_theme_is_kept(reader):
    """The figures have no background of their own, and their ink is the theme's."""
    node = reader.figure("Activation explorer")
    ink, paper = node.evaluate(
        "n => [getComputedStyle(n).color, getComputedStyle(n).backgroundColor]"
    )
    assert "rgba(0, 0, 0, 0)" == paper
    lightness = sum(map(float, ink[ink.index("(") + 1 : -1].split(",")[:3])) / 765
    assert (reader.theme == "dark") == (lightness > 0.5)


def test_activation_explorer(reader):
    """Arrow keys and the mouse move z, and the numbers drawn are the library's."""
    node = reader.figure("Activation explorer")
    grip = node.get_by_role("slider", name="z", exact=True)
    grip.focus()
    selected = reader.page.evaluate("window.jupyterapp.shell.currentWidget.content.activeCellIndex")
    for key in ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowUp", "ArrowLeft", "Shift+ArrowLeft"):
        reader.page.keyboard.press(key)
    seen = reader.becomes(node, lambda d: d["z"] == -2.9)
    assert activations.sigmoid(-2.9) == pytest.approx(seen["height"], abs=1e-6)
    assert activations.sigmoid.derivative(-2.9) == pytest.approx(seen["slope"], abs=1e-6)
    assert np.prod(seen["factors"]) == pytest.approx(seen["gradient"])
    after = reader.page.evaluate("window.jupyterapp.shell.currentWidget.content.activeCellIndex")
    assert selected == after
    box = node.locator("svg").bounding_box()
    reader.page.mouse.move(box["x"] + 255 / 848 * box["width"], box["y"] + 100)
    reader.page.mouse.down()
    reader.page.mouse.move(box["x"] + 362.5 / 848 * box["width"], box["y"] + 120)
    reader.page.mouse.up()
    assert 4.0 == pytest.approx(reader.becomes(node, lambda d: d["z"] > 0)["z"], abs=0.05)
    node.get_by_label("activation").select_option("tanh")
    seen = reader.becomes(node, lambda d: d["activation"] == "tanh")
    assert float(activations.tanh.derivative(seen["z"])) ** 10 == pytest.approx(
        seen["ten"], rel=1e-3
    )
    reader.shot(node, "activation_explorer")


def test_race(reader):
    """The slider asks the kernel, and the function's fault is marked and said."""
    node = reader.figure("Race of tanh_by_formula")
    reader.slide(node, "range of z", 2.9)
    assert "parts" == reader.becomes(node, lambda d: d["missing"] > 0)["verdict"]
    reader.shot(node, "race_far")
    reader.slide(node, "range of z", 0.7)
    seen = reader.becomes(node, lambda d: d["reach"] < 6)
    assert (0, 0) == (seen["missing"], round(seen["largest"], 9))
    assert [[-1000, "NaN", "−1", False], [0, "0", "0", True], [1000, "NaN", "1", False]] == seen[
        "far"
    ]
    reader.shot(node, "race_near")
    reader.shot(reader.figure("Race of my_relu"), "race_relu")


def test_race_of_a_function_that_raises(reader):
    """The error is a sentence in the widget; the reference is drawn all the same."""
    node = reader.figure("Race of relu_of_one_number")
    seen = reader.drawn(node)
    assert ("unusable", []) == (seen["verdict"], seen["far"])
    assert "relu_of_one_number raised ValueError" in seen["says"]
    assert 0 == reader.page.locator(".jp-RenderedText[data-mime-type*='error']").count()
    reader.shot(node, "race_raised")


def test_collapse(reader):
    """Linear layers are one whatever their weights; an activation between them bends the grid."""
    node = reader.figure("Stack of layers")
    node.get_by_label("W1, row 0, column 1").fill("2.5")
    seen = reader.becomes(node, lambda d: d["collapsed"][0][0] != pytest.approx(1.572))
    assert 0 == pytest.approx(seen["gap"], abs=1e-9)
    reader.shot(node, "collapse_linear")
    node.get_by_label("activation between layers").select_option("tanh")
    assert reader.becomes(node, lambda d: d["activation"] == "tanh")["gap"] > 0.1
    reader.shot(node, "collapse_tanh")
    reader.slide(node, "layers", 1)
    assert 0 == reader.becomes(node, lambda d: d["depth"] == 1)["gap"]


def test_boundary(reader):
    """A line leaves points on the wrong side; a bent boundary does not."""
    node = reader.figure("Decision boundary")
    before = reader.drawn(node)
    assert 0 < before["wrong"] == before["of"] - before["right"]
    reader.shot(node, "boundary_linear")
    node.get_by_label("activation").select_option("tanh")
    reader.slide(node, "hidden units", 30)
    seen = reader.becomes(node, lambda d: (d["activation"], d["hidden"]) == ("tanh", 30))
    assert (seen["of"], 0) == (seen["right"], seen["wrong"])
    reader.shot(node, "boundary_tanh")


def test_softmax_mixer(reader):
    """A score moves every probability; a shift moves none."""
    node = reader.figure("Softmax mixer")
    node.get_by_role("slider", name="score of cat").press("PageUp")
    seen = reader.becomes(node, lambda d: d["scores"] == [2, 2, 3])
    np.testing.assert_allclose(activations.softmax([2.0, 2.0, 3.0]), seen["shares"], rtol=1e-12)
    reader.slide(node, "add to every score", 1000)
    shifted = reader.becomes(node, lambda d: d["shift"] == 1000)
    assert seen["shares"] == shifted["shares"]
    reader.shot(node, "softmax_mixer")


def test_question(reader):
    """A choice made with the keyboard is explained at once."""
    node = reader.figure("Question")
    first = node.get_by_role("button").first
    first.focus()
    first.press("Enter")
    assert not reader.becomes(node, lambda d: d["chosen"])["right"]
    reader.shot(node, "question_wrong")
    first.press("ArrowDown")
    reader.page.keyboard.press("Enter")
    seen = reader.becomes(node, lambda d: d["right"])
    assert seen["says"].startswith("✓ Right.")
    reader.shot(node, "question_right")


def test_whole_lecture(reader, picture):
    """No cell shows an error, and the page is kept as a picture."""
    assert 0 == reader.page.locator(".jp-RenderedText[data-mime-type*='stderr']").count()
    if reader.theme == "light":
        reader.figure("Activation explorer").scroll_into_view_if_needed()
        picture(reader.page, "lecture")
    reader.whole("03_activations")
