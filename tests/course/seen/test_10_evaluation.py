"""The lecture on evaluation through the eyes of a browser: what is moved is what is drawn."""

import numpy as np
import pytest
from chainrule_widgets.evaluation import BiasVariance, Peeking, SplitBar


@pytest.fixture(scope="module")
def reader(read):
    """The lecture, opened and run from top to bottom."""
    return read("10_evaluation", figures=16)


def test_threshold(reader):
    """Arrow keys and the mouse move the line; counts and measures fit each other."""
    node = reader.figure("Threshold")
    grip = node.get_by_role("slider", name="threshold", exact=True)
    grip.focus()
    for key in ("PageDown", "PageDown", "PageDown", "PageDown"):
        reader.page.keyboard.press(key)
    seen = reader.becomes(node, lambda d: d["threshold"] == 0.1)
    tp, fp, fn, tn = (seen[name] for name in ("tp", "fp", "fn", "tn"))
    assert (269, fp + fn) == (tp + fp + fn + tn, seen["mistaken"])
    wanted = [(tp + tn) / 269, tp / (tp + fp), tp / (tp + fn), 2 * tp / (2 * tp + fp + fn)]
    np.testing.assert_allclose(wanted, seen["scores"], rtol=1e-6)
    reader.shot(node, "threshold")


def test_threshold_of_rare_things(reader):
    """Where the model looks useless, a lower threshold finds the ill, and accuracy falls."""
    node = reader.figure("Threshold", nth=1)
    before = reader.drawn(node)
    node.get_by_role("slider", name="threshold", exact=True).press("Home")
    node.get_by_role("slider", name="threshold", exact=True).press("PageUp")
    seen = reader.becomes(node, lambda d: d["threshold"] == 0.1)
    assert seen["scores"][0] < before["scores"][0]
    assert seen["scores"][2] > 2 * before["scores"][2]
    reader.shot(node, "threshold_rare")


def test_threshold_with_a_mistake(reader):
    """Precision and recall of the first attempt are exchanged, which is marked and said."""
    node = reader.figure("Threshold", nth=2)
    node.get_by_role("slider", name="threshold", exact=True).press("ArrowRight")
    seen = reader.becomes(node, lambda d: d["threshold"] == 0.21)
    assert seen["scores"][1:3][::-1] == pytest.approx(seen["yours"][:2])
    assert "Your function differs at" in node.text_content()
    reader.shot(node, "threshold_mine")


def test_mistakes(reader):
    """A cell that is chosen with the keyboard shows its images, the surest mistakes first."""
    node = reader.figure("Confusion matrix")
    before = reader.drawn(node)
    assert [9, 8] == before["chosen"]
    assert sorted(before["probabilities"], reverse=True) == before["probabilities"]
    reader.shot(node, "mistakes")
    cell = node.get_by_role("button", name=f"true 9, predicted 8: {before['count']}")
    cell.focus()
    cell.press("ArrowRight")
    seen = reader.becomes(node, lambda d: d["chosen"] == [9, 9])
    assert (12, sorted(seen["probabilities"])) == (seen["shown"], seen["probabilities"])
    assert 12 == node.locator("figure canvas").count()
    reader.shot(reader.figure("Confusion matrix", nth=1), "mistakes_without_nines")


def test_split_bar(reader):
    """Dragging an end trains again; the counts are those of the same cut in the kernel."""
    node = reader.figure("Split")
    node.get_by_role("slider", name="end of the validation part").press("PageUp")
    seen = reader.becomes(node, lambda d: d["validation"] == 30)
    assert SplitBar(train=60, validation=30).seen["parts"] == seen["parts"]
    reader.shot(node, "split_bar")
    box = node.locator("svg").bounding_box()
    reader.page.mouse.move(box["x"] + 504 / 848 * box["width"], box["y"] + 60)
    reader.page.mouse.down()
    reader.page.mouse.move(box["x"] + 104 / 848 * box["width"], box["y"] + 60, steps=5)
    reader.page.mouse.up()
    seen = reader.becomes(node, lambda d: d["train"] == 10 and d["parts"][0]["of"] == 57)
    assert SplitBar(train=10, validation=seen["validation"]).seen["parts"] == seen["parts"]
    assert sum(p["of"] - p["hits"] for p in seen["parts"]) == seen["mistaken"]
    reader.shot(node, "split_bar_small")


def test_peeking(reader):
    """More test examples leave less room for luck, as in the kernel."""
    node = reader.figure("Peeked test set")
    before = reader.drawn(node)
    assert before["best"] > before["fresh"] + 0.1
    reader.shot(node, "peeking")
    reader.slide(node, "test examples", 1000)
    reader.slide(node, "models tried", 100)
    seen = reader.becomes(node, lambda d: (d["examples"], d["models"]) == (1000, 100))
    np.testing.assert_allclose(
        Peeking(models=100, examples=1000).scores, [seen["best"], seen["fresh"]]
    )
    assert seen["best"] < before["best"]


def test_bias_variance(reader):
    """The errors drawn at a degree are the kernel's, and the sentence names what they mean."""
    node = reader.figure("Bias and variance", nth=1)
    for degree, says in ((0, "Underfitting"), (3, "Good fit"), (11, "Overfitting")):
        reader.slide(node, "degree", degree)
        seen = reader.becomes(node, lambda d, degree=degree: d["degree"] == degree)
        kernel = BiasVariance(degree).seen
        for name in ("bias", "variance", "training"):
            assert kernel[name][degree] == pytest.approx(seen[name])
        assert seen["says"].startswith(says)
        reader.shot(node, f"bias_variance_{degree}")
    reader.slide(node, "points", 60)
    seen = reader.becomes(node, lambda d: d["points"] == 60)
    assert BiasVariance(points=60).seen["variance"][11] == pytest.approx(seen["variance"])
    node = reader.figure("Bias and variance")
    reader.shot(node, "bias_variance_one")
    node.get_by_label("show the refits").check()
    assert reader.becomes(node, lambda d: d["refits"])["degree"] == 11


def test_growth(reader):
    """The size at which to stop follows the smallest improvement."""
    node = reader.figure("Growing network")
    assert (4, 4) == (reader.drawn(node)["units"], reader.drawn(node)["stop"])
    reader.shot(node, "growth")
    reader.slide(node, "smallest improvement", 0.01)
    assert 1 == reader.becomes(node, lambda d: d["gain"] == 0.01)["stop"]
    reader.slide(node, "hidden units", 6)
    seen = reader.becomes(node, lambda d: d["units"] == 64)
    assert seen["train"] < seen["lowest"] < seen["end"]
    reader.shot(node, "growth_large")


def test_whole_lecture(reader):
    """No cell shows an error, and the page is kept as a picture."""
    assert 0 == reader.page.locator(".jp-RenderedText[data-mime-type*='stderr']").count()
    reader.whole("10_evaluation")
