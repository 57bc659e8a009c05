"""The lecture on gradient descent in a real JupyterLab: what is drawn is what the library does."""

import numpy as np
import pytest
from chainrule import optimizers
from chainrule.datasets import line

THEMES = ["light"]


@pytest.fixture(scope="module", params=THEMES)
def reader(request, read):
    """The lecture, opened and run from top to bottom."""
    return read("06_gradient_descent", figures=21, theme=request.param)


def descended(slope, start, rate, steps):
    """Walk with the library's SGD, independently of the explorables."""
    w, path = np.array(start, float), [np.array(start, float)]
    optimizer = optimizers.SGD(rate)
    for _ in range(steps):
        optimizer.apply_gradients([(slope(w), w)])
        path.append(w.copy())
    return np.array(path)


def test_loss_surface(reader):
    """The place on the map has the loss of its line; arrow keys move it."""
    node = reader.figure("Loss surface")
    reader.shot(node, "loss_surface_start")
    node.get_by_role("slider", name="weights").press("Shift+ArrowRight")
    seen = reader.becomes(node, lambda d: d["start"] != [-2, -1])
    X, y = line(40, noise=0.35, slope=2.0, intercept=1.0, seed=3)
    w0, w1 = seen["start"]
    assert np.mean((w0 + w1 * X[:, 0] - y) ** 2) == pytest.approx(seen["losses"][0])
    reader.slide(node, "steps", 40)
    seen = reader.becomes(node, lambda d: d["steps"] == 40)
    assert 41 == len(seen["path"])
    assert seen["losses"][1] < 0.2
    reader.shot(node, "loss_surface")
    reader.shot(reader.figure("Loss surface", 1), "loss_surface_tumours")


def test_descent(reader):
    """Dragging the start and sliding the rate give the library's path and the right verdict."""
    node = reader.figure("Gradient descent with one weight", 1)
    reader.shot(node, "descent_small")
    reader.slide(node, "learning rate", np.log10(2.1))
    seen = reader.becomes(node, lambda d: d["learning_rate"] == 2.1)
    np.testing.assert_allclose(
        descended(lambda w: w - 1, [-2.0], 2.1, 20)[:, 0], seen["path"], rtol=1e-9
    )
    assert ("too large", 1) == (seen["verdict"], seen["climb"])
    reader.shot(node, "descent_large")
    node.get_by_role("slider", name="start").press("PageUp")
    assert -1.5 == reader.becomes(node, lambda d: d["start"] > -2)["start"]
    sign = reader.figure("Gradient descent with one weight")
    assert "negative, so the step goes right" in reader.drawn(sign)["says"]
    reader.shot(sign, "descent_sign")
    reader.shot(reader.figure("Gradient descent with one weight", 3), "descent_plateau")
    valleys = reader.figure("Gradient descent with one weight", 4)
    assert "local minimum" == reader.drawn(valleys)["verdict"]
    reader.shot(valleys, "descent_valleys")


def test_one_weight(reader):
    """The buttons lead through the slides' numbers."""
    node = reader.figure("One weight")
    assert 1.7 == pytest.approx(reader.drawn(node)["w"])
    next_pair = node.get_by_role("button", name="next pair")
    next_pair.press("Enter")
    assert 1.76 == pytest.approx(reader.becomes(node, lambda d: d["step"] == 2)["w"])
    next_pair.press("Enter")
    seen = reader.becomes(node, lambda d: d["step"] == 3)
    assert [0.5, 1.7, 1.76, 2.192] == pytest.approx(seen["path"])
    reader.shot(node, "one_weight")
    reader.slide(node, "learning rate", 0)
    seen = reader.becomes(node, lambda d: d["w"] == 0.5)
    assert [0.5] * 4 == pytest.approx(seen["path"])
    assert "The learning rate is 0." in seen["says"]
    reader.shot(reader.figure("One weight", 1), "one_weight_large")


def test_hillside(reader):
    """A click starts there, and the path is the library's on that surface."""
    node = reader.figure("Gradient descent with two weights")
    box = node.locator("svg").first.bounding_box()
    scale = box["width"] / 848
    reader.page.mouse.click(box["x"] + (34 + 350 * 0.75) * scale, box["y"] + (22 + 35) * scale)
    seen = reader.becomes(node, lambda d: d["start"][0] > 0)
    assert [1.5, 2.4] == pytest.approx(seen["start"], abs=0.03)
    np.testing.assert_allclose(
        descended(lambda w: w, seen["start"], 0.2, 40), seen["path"], atol=1e-12
    )
    reader.shot(node, "hillside_bowl")
    node.get_by_label("surface").select_option("ravine")
    assert 0.09 == reader.becomes(node, lambda d: d["surface"] == "ravine")["learning_rate"]
    grip = node.get_by_role("slider", name="start")
    grip.press("ArrowUp")
    assert 1.06 == pytest.approx(reader.becomes(node, lambda d: d["start"][1] > 1)["start"][1])
    for nth, name in enumerate(["ravine", "ravine_too_fast", "minima", "saddle", "net"], 1):
        reader.shot(reader.figure("Gradient descent with two weights", nth), f"hillside_{name}")
    assert 5 == reader.drawn(reader.figure("Gradient descent with two weights", 2))["climb"]


def test_landscape(reader):
    """The dot is a network: its loss is drawn; more layers make more hollows."""
    node = reader.figure("Loss surface of a network")
    trained = reader.drawn(node)
    reader.shot(node, "landscape_shallow")
    node.get_by_role("slider", name="network").press("Shift+ArrowRight")
    moved = reader.becomes(node, lambda d: d["at"] == [0.25, 0])
    assert moved["loss"] > trained["loss"]
    node.get_by_label("hidden layers").select_option("10")
    deep = reader.becomes(node, lambda d: d["depth"] == 10)
    assert deep["hollows"] > trained["hollows"]
    node.get_by_role("button", name="back to the trained network").click()
    assert reader.becomes(node, lambda d: d["at"] == [0, 0])["loss"] < trained["loss"]
    reader.shot(node, "landscape_deep")


def test_whole_lecture(reader):
    """No cell shows an error, and the page is kept as a picture."""
    assert 0 == reader.page.locator(".jp-RenderedText[data-mime-type*='stderr']").count()
    reader.whole("06_gradient_descent")
