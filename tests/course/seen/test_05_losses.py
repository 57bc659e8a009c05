"""The lecture on losses in a real JupyterLab: what is drawn is what the library computes."""

import numpy as np
import pytest


@pytest.fixture(scope="module", params=["light"])
def reader(request, read):
    """The lecture, opened and run from top to bottom."""
    return read("05_losses", figures=17, theme=request.param)


def test_error_areas(reader):
    """The line's ends and the points move, and both losses follow."""
    node = reader.figure("Errors as bars and squares")
    node.get_by_role("slider", name="left end of the line").press("PageDown")
    seen = reader.becomes(node, lambda d: d["ends"][0] == 3)
    error = 3 + 2 * np.array([1, 2, 3, 4.5, 6, 7, 8, 9]) / 10 - seen["y"]
    assert np.abs(error).mean() == pytest.approx(seen["losses"]["mae"])
    node.get_by_label("loss").select_option("mse")
    seen = reader.becomes(node, lambda d: d["loss"] == "mse")
    np.testing.assert_allclose(error**2, seen["each"])
    reader.shot(node, "error_areas")


def test_outlier(reader):
    """Dragging the outlier with the mouse fits both lines anew."""
    node = reader.figure("Errors as bars and squares", 2)
    reader.shot(node, "outlier")
    place = node.get_by_role("slider", name="y of point 8").bounding_box()
    x, y = place["x"] + place["width"] / 2, place["y"] + place["height"] / 2
    reader.page.mouse.move(x, y)
    reader.page.mouse.down()
    reader.page.mouse.move(x, y - 90, steps=4)
    reader.page.mouse.up()
    seen = reader.becomes(node, lambda d: d["y"][7] > 2 and d["fitted"]["mse"][1] > 5)
    slope, start = np.polyfit([1, 2, 3, 4.5, 6, 7, 8, 9], seen["y"], 1)
    assert [start, start + 10 * slope] == pytest.approx(seen["fitted"]["mse"])
    node.get_by_role("button", name="move the line to the smallest MAE").click()
    seen = reader.becomes(node, lambda d: d["losses"]["mae"] < d["least"]["mae"] + 0.01)
    reader.shot(node, "outlier_dragged")


def test_empirical_loss(reader):
    """A prediction moved by keys is paid for, and the reduction puts the losses together."""
    node = reader.figure("Empirical loss")
    reader.shot(node, "empirical_loss")
    node.get_by_role("slider", name="prediction for Dan").press("PageUp")
    seen = reader.becomes(node, lambda d: d["predictions"][3] == 0.15)
    assert -np.log([0.9, 0.8, 0.6, 0.15]).mean() == pytest.approx(seen["mean"])
    node.get_by_label("reduction").select_option("sum")
    seen = reader.becomes(node, lambda d: d["reduction"] == "sum")
    assert sum(seen["each"]) == pytest.approx(seen["whole"][0])


def test_cross_entropy_curve(reader):
    """The dot pays −log p; from logits the slope is σ(z) − y."""
    node = reader.figure("Cross-entropy curve")
    node.get_by_role("slider", name="prediction").press("PageDown")
    seen = reader.becomes(node, lambda d: d["at"] == 0.2)
    assert (-np.log(0.2), -5) == pytest.approx((seen["value"], seen["slope"]))
    for p, no, yes in seen["heights"][1:-1]:
        assert [-np.log1p(-p), -np.log(p)] == pytest.approx([no, yes], rel=1e-4)
    reader.shot(node, "cross_entropy_curve")
    node.get_by_label("from_logits").check()
    node.get_by_label("target y").select_option("0")
    seen = reader.becomes(node, lambda d: d["from_logits"] and d["y"] == 0)
    assert 1 / (1 + np.exp(-seen["at"])) == pytest.approx(seen["slope"])
    smoothed = reader.figure("Cross-entropy curve", 1)
    reader.slide(smoothed, "label_smoothing", 0.2)
    assert 0.9 == pytest.approx(reader.becomes(smoothed, lambda d: d["target"] < 0.92)["target"])
    reader.shot(smoothed, "cross_entropy_smoothed")


def test_cross_entropy_of_yours(reader):
    """The slide's formula without its bracket goes below 0, and the picture says what that does."""
    node = reader.figure("Cross-entropy curve", 3)
    seen = reader.drawn(node)
    assert np.log(0.2) == pytest.approx(seen["yours"], abs=1e-3)
    assert "A network would learn the opposite" in seen["says"]
    reader.shot(node, "cross_entropy_without_bracket")
    node = reader.figure("Cross-entropy curve", 4)
    node.get_by_role("slider", name="prediction").press("Home")
    assert reader.becomes(node, lambda d: d["at"] == 0)["yours"] is None
    reader.shot(node, "cross_entropy_mine")


def test_score_gradient(reader):
    """One step down moves every score against softmax(z) − y."""
    node = reader.figure("Softmax and cross-entropy")
    before = reader.drawn(node)
    powers = np.exp(before["scores"])
    slopes = powers / powers.sum() - [1, 0, 0]
    np.testing.assert_allclose(slopes, before["gradient"])
    reader.shot(node, "score_gradient")
    node.get_by_role("button", name="one step").click()
    seen = reader.becomes(node, lambda d: d["loss"] < before["loss"])
    np.testing.assert_allclose(before["scores"] - slopes, seen["scores"])
    node.get_by_role("slider", name="score of owl").press("End")
    assert reader.becomes(node, lambda d: d["scores"][2] == 6)["gradient"][2] > 0.9
    reader.shot(reader.figure("Softmax and cross-entropy", 1), "score_gradient_wrong")


def test_whole_lecture(reader):
    """No cell shows an error, and the page is kept as a picture."""
    assert 0 == reader.page.locator(".jp-RenderedText[data-mime-type*='stderr']").count()
    reader.whole("05_losses")
