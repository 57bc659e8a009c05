"""The lecture in a real JupyterLab: what is drawn when a control moved is the library's."""

import numpy as np
import pytest
from chainrule import layers, optimizers
from chainrule_widgets.normalization import Depth, MovingAverages


@pytest.fixture(scope="module", params=["light"])
def reader(request, read):
    """The lecture, opened and run from top to bottom."""
    return read("12_normalization", figures=22, theme=request.param)


def test_ravine(reader):
    """Standardised, the curvature is 2 in every direction, and the best rate is 1/2."""
    node = reader.figure("Ravine")
    reader.shot(node, "ravine_raw")
    node.get_by_label("x", exact=True).select_option("mean 0, deviation 1")
    node.get_by_role("button", name="best rate").click()
    reader.becomes(node, lambda d: d["scale"] == "mean 0, deviation 1")
    node.get_by_role("button", name="best rate").click()
    seen = reader.becomes(node, lambda d: d["learning_rate"] == pytest.approx(0.5))
    np.testing.assert_allclose([2, 2, 1], [seen["flat"], seen["steep"], seen["steps"]], rtol=1e-5)
    reader.shot(node, "ravine_bowl")


def test_layer_histograms(reader):
    """The lower row does not care for the weights; the upper one does."""
    node = reader.figure("Layer histograms")
    before = reader.drawn(node)["deviations"]
    reader.slide(node, "weights, in √(1/n)", 2)
    seen = reader.becomes(node, lambda d: d["scale"] == 2)
    np.testing.assert_allclose(before[1], seen["deviations"][1], rtol=0.02)
    assert before[0][-1] < 0.01
    assert seen["deviations"][0][-1] > 0.5
    reader.shot(node, "layer_histograms")


def test_moving_averages(reader):
    """Arrow keys count batches, and the layer's memory is drawn."""
    node = reader.figure("Moving averages")
    grip = node.get_by_role("slider", name="batches seen")
    for key in ("PageUp", "PageUp", "ArrowLeft"):
        grip.press(key)
    seen = reader.becomes(node, lambda d: d["batches"] == 69)
    assert 0.5 == pytest.approx(seen["arrived"], abs=1e-3)
    assert MovingAverages(0.99).seen["means"][69] == seen["mean"]
    reader.slide(node, "momentum", 0.5)
    seen = reader.becomes(node, lambda d: d["momentum"] == 0.5)
    assert seen["mean"] > 3
    reader.shot(node, "moving_averages")


def test_depth(reader):
    """Ten sigmoids vanish; the numbers on both sides are those of the net."""
    node = reader.figure("Depth")
    node.get_by_label("activation").select_option("relu")
    node.get_by_role("button", name="He").click()
    reader.slide(node, "layers", 20)
    seen = reader.becomes(node, lambda d: (d["depth"], d["scale"]) == (20, 1.4))
    np.testing.assert_allclose(
        Depth("relu", depth=20, scale=1.4).seen["gradients"], seen["gradients"]
    )
    reader.shot(node, "depth_he")
    node.get_by_label("batch normalization").check()
    reader.becomes(node, lambda d: d["batch_norm"])
    reader.shot(node, "depth_normalised")
    reader.shot(reader.figure("Depth", 1), "depth_explodes")


def test_clipping(reader):
    """The arrow is dragged, and both rules are the optimizer's."""
    node = reader.figure("Clipping")
    reader.shot(node, "clipping")
    node.get_by_role("slider", name="gradient of w₁").press("PageUp")
    seen = reader.becomes(node, lambda d: d["gradient"][0] == 1.5)
    w = np.zeros(2)
    optimizers.SGD(1.0, global_clipnorm=1.0).apply_gradients([(np.array([1.5, -3.0]), w)])
    np.testing.assert_allclose(-w, seen["by_norm"])
    box = node.locator("svg").bounding_box()
    unit = box["width"] / 848
    reader.page.mouse.click(box["x"] + (40 + 340 * 7 / 8) * unit, box["y"] + (12 + 340 / 8) * unit)
    seen = reader.becomes(node, lambda d: d["gradient"] == [3, 3])
    assert [1, 1] == seen["by_value"]
    own = reader.figure("Clipping", 1)
    seen = reader.drawn(own)
    np.testing.assert_allclose([[0.6, 0.8], [0.3, 0.4]], [seen["own"], seen["by_norm"]])
    assert "my_clip_by_norm returns (0.6, 0.8), with norm 1." == seen["verdict"]
    reader.shot(own, "clipping_own")


def test_cliff(reader):
    """Without clipping it flies off, with it it arrives."""
    node = reader.figure("Cliff")
    assert reader.drawn(node)["away"]
    reader.shot(node, "cliff_away")
    reader.slide(node, "clip norm to", 10)
    seen = reader.becomes(node, lambda d: d["limit"] == 10 and not d["away"])
    assert 1 == pytest.approx(seen["last"], abs=1e-3)
    reader.shot(node, "cliff_clipped")
    reader.shot(reader.figure("Cliff", 1), "cliff_plain")


def test_twins(reader):
    """The twins are one point at any step, and random units part."""
    node = reader.figure("Two hidden units")
    reader.slide(node, "step", 200)
    assert 0 == reader.becomes(node, lambda d: d["step"] == 200)["apart"]
    reader.shot(node, "twins_constant")
    node.get_by_label("initial weights").select_option("random")
    assert reader.becomes(node, lambda d: d["initial"] == "random")["apart"] > 1
    reader.shot(node, "twins_random")


def test_whole_lecture(reader):
    """No cell shows an error, batch norm's layer is the one drawn, and the page is kept."""
    assert 0 == reader.page.locator(".jp-RenderedText[data-mime-type*='stderr']").count()
    assert 0 == reader.page.locator(".jp-RenderedText[data-mime-type*='error']").count()
    assert 0.99 == layers.BatchNormalization().momentum
    reader.whole("12_normalization")
