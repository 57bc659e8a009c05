"""The lecture on the perceptron in a real JupyterLab: what moves is what the library computes."""

import numpy as np
import pytest
from chainrule import datasets
from chainrule.activations import sigmoid
from chainrule_widgets.perceptron import PassClass
from chainrule_widgets.perceptron.students import hours_and_marks


@pytest.fixture(scope="module")
def reader(read):
    """The lecture, opened and run from top to bottom."""
    return read("02_perceptron", figures=17)


def test_line_by_keyboard_and_sliders(reader):
    """The slides' numbers stand there first; then keys and sliders move sum, line and answer."""
    node = reader.figure("Perceptron's line")
    seen = reader.drawn(node)
    assert ([1, 3, -2], [-1, 2], -6) == (seen["w"], seen["x"], seen["z"])
    assert 0.00247 == pytest.approx(seen["y"], abs=5e-6)
    reader.shot(node, "line_slide")
    tip = node.get_by_role("slider", name="weights w₁, w₂")
    tip.focus()
    for key in ("ArrowLeft", "ArrowUp", "Shift+ArrowUp"):
        reader.page.keyboard.press(key)
    point = node.get_by_role("slider", name="point x₁, x₂")
    point.focus()
    reader.page.keyboard.press("ArrowRight")
    reader.slide(node, "w₀", 2)
    seen = reader.becomes(node, lambda d: d["w"][0] == 2)
    assert ([2, 2.9, -0.9], [-0.9, 2]) == (seen["w"], seen["x"])
    z = 2 - 2.9 * 0.9 - 0.9 * 2
    np.testing.assert_allclose([z, float(sigmoid(z))], [seen["z"], seen["y"]], rtol=1e-4)
    np.testing.assert_allclose((2 + 2.9 * np.array([-1, 0, 1])) / 0.9, seen["line"])
    reader.shot(node, "line_moved")


def test_line_by_mouse(reader):
    """The tip of the arrow goes where it is dragged, and the square drags the line along."""
    node = reader.figure("Perceptron's line", 1)
    box = node.locator("svg").first.bounding_box()
    scale = box["width"] / 848

    def place(x1, x2):
        return box["x"] + (28 + (x1 + 3) / 6 * 340) * scale, box["y"] + (
            10 + (3 - x2) / 6 * 340
        ) * scale

    reader.page.mouse.move(*place(1, 0.25))
    reader.page.mouse.down()
    reader.page.mouse.move(*place(1, 1))
    reader.page.mouse.up()
    assert [2, 2] == reader.becomes(node, lambda d: d["w"][2] == 2)["w"][1:]
    reader.page.mouse.move(*place(0, 0))
    reader.page.mouse.down()
    reader.page.mouse.move(*place(1.1, 1.1))
    reader.page.mouse.up()
    seen = reader.becomes(node, lambda d: d["w"][0] < -4)
    assert -4.4 == pytest.approx(seen["w"][0], abs=0.11)
    assert seen["right"] >= 55
    reader.shot(node, "line_clusters")
    reader.shot(reader.figure("Perceptron's line", 2), "line_no_bias")


def test_no_line_parts_the_corners(reader):
    """The count of right points is that of the library's data and the weights drawn."""
    node = reader.figure("Perceptron's line", 3)
    reader.slide(node, "w₁", -2)
    seen = reader.becomes(node, lambda d: d["w"][1] == -2)
    X, y = datasets.xor(80, seed=1)
    z = seen["w"][0] + 2.8 * X @ np.array(seen["w"][1:])
    assert ((z > 0) == (y > 0)).sum() == seen["right"] < seen["of"] == 80
    reader.shot(node, "line_corners")


def test_one_neuron(reader):
    """Fitted, the line is the least-squares line; the outlier spoils it, and not the sigmoid."""
    node = reader.figure("One neuron")
    assert (0, 0) == (reader.drawn(node)["w"], reader.drawn(node)["b"])
    node.get_by_role("button", name="fit").click()
    seen = reader.becomes(node, lambda d: d["step"] == 150)
    np.testing.assert_allclose(np.polyfit(*hours_and_marks(), 1), [seen["w"], seen["b"]], atol=1e-5)
    reader.shot(node, "one_neuron_linear")
    node.get_by_label("target").select_option("passed")
    before = reader.becomes(node, lambda d: d["targets"] == "passed")["right"]
    node.get_by_label("add a student with 30 hours").check()
    line = reader.becomes(node, lambda d: d["outlier"])
    assert line["right"] < before
    node.get_by_label("g", exact=True).select_option("sigmoid")
    seen = reader.becomes(node, lambda d: d["activation"] == "sigmoid")
    assert seen["right"] > line["right"]
    assert float(sigmoid(seen["b"] + 32 * seen["w"])) == pytest.approx(seen["top"], abs=1e-6)
    reader.shot(node, "one_neuron_logistic")
    reader.shot(reader.figure("One neuron", 1), "one_neuron_outlier")


def test_own_perceptron(reader):
    """A forgotten bias leaves the line at the origin; without one in the sum the two agree."""
    node = reader.figure("Your perceptron: my_perceptron")
    seen = reader.drawn(node)
    assert ("parts", True) == (seen["verdict"], seen["wrong"] > 1000)
    reader.shot(node, "own_no_bias")
    reader.slide(node, "w₀", 0)
    seen = reader.becomes(node, lambda d: d["w"][0] == 0)
    assert ("same", 0) == (seen["verdict"], seen["wrong"])
    node = reader.figure("Your perceptron: with_a_column")
    assert (
        "returned an array of shape (1681, 1). Return an array of shape (1681,)"
        in reader.drawn(node)["says"]
    )
    reader.shot(node, "own_column")


def test_threshold(reader):
    """A lower threshold misses less and alarms more; the four counts add up to all."""
    node = reader.figure("Threshold")
    half = reader.drawn(node)
    reader.shot(node, "threshold")
    grip = node.get_by_role("slider", name="threshold, in the picture")
    grip.focus()
    for _ in range(4):
        reader.page.keyboard.press("PageDown")
    low = reader.becomes(node, lambda d: d["threshold"] == 0.1)
    assert low["missed"] < half["missed"]
    assert low["false_alarms"] > half["false_alarms"]
    assert 284 == sum(low[name] for name in ("found", "missed", "false_alarms", "cleared"))
    reader.shot(node, "threshold_low")


def test_pass_class(reader):
    """The button trains the net live; what it then says to you is the library's answer."""
    node = reader.figure("Will I pass this class?")
    assert 0.1 == pytest.approx(reader.drawn(node)["p"], abs=0.005)
    reader.shot(node, "pass_untrained")
    node.get_by_role("button", name="train").click()
    seen = reader.becomes(node, lambda d: d["step"] == 150)
    assert seen["p"] > 0.85
    reader.shot(node, "pass_trained")
    you = node.get_by_role("slider", name="you: lectures, hours")
    you.focus()
    reader.page.keyboard.press("Shift+ArrowLeft")
    reader.page.keyboard.press("Shift+ArrowLeft")
    seen = reader.becomes(node, lambda d: d["lectures"] == 2)
    assert PassClass(2, 5, step=150).seen["p"] == pytest.approx(seen["p"])
    reader.shot(reader.figure("Will I pass this class?", 1), "pass_too_fast")


def test_whole_lecture(reader):
    """No cell writes to stderr, and the page is kept as a picture."""
    assert 0 == reader.page.locator(".jp-RenderedText[data-mime-type*='stderr']").count()
    reader.whole("02_perceptron")
