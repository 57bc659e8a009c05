"""The lecture in a real JupyterLab, through the eyes of a browser: controls move what is drawn."""

import numpy as np
import pytest
from chainrule_widgets.batches import GradientCloud, Orders
from chainrule_widgets.batches.straight_line import descent, loss_at
from chainrule_widgets.batches.trace import X, Y


@pytest.fixture(scope="module")
def reader(read):
    """The lecture, opened and run from top to bottom."""
    return read("08_batches", figures=13)


def test_batch_sizes(reader):
    """The slider shows the walks so far; another rate asks the kernel for new ones."""
    node = reader.figure("Batch sizes")
    reader.shot(node, "batch_sizes")
    reader.slide(node, "shown", 50)
    seen = reader.becomes(node, lambda d: d["spent"] == 50)
    assert [96, 12, 3, 1] == [end["steps"] for end in seen["ends"]]
    reader.slide(node, "learning rate", 0.2)
    seen = reader.becomes(node, lambda d: d["learning_rate"] == 0.2)
    path = descent(8, 0.2, 12, 0, np.array([-1.5, -1.0]))
    assert path[-1].tolist() == pytest.approx(seen["ends"][1]["w"], rel=1e-5)
    assert float(loss_at(path)[-1]) == pytest.approx(seen["ends"][1]["loss"], rel=1e-5)
    node.get_by_label("compare at equal").select_option("steps")
    seen = reader.becomes(node, lambda d: d["budget"] == "steps")
    assert [12] * 4 == [end["steps"] for end in seen["ends"]]
    reader.shot(node, "batch_sizes_steps")
    node.get_by_role("button", name="play or pause").click()
    assert reader.becomes(node, lambda d: d["spent"] >= 55)["spent"] > 50
    node = reader.figure("Batch sizes", 1)
    assert "Some runs diverge" in reader.drawn(node)["says"]
    reader.shot(node, "batch_sizes_wild")


def test_gradient_cloud(reader):
    """The cloud of the batch size asked for, as wide as the kernel measured it."""
    node = reader.figure("Gradient cloud")
    reader.shot(node, "cloud_one")
    reader.slide(node, "batch size B", 16)
    seen = reader.becomes(node, lambda d: d["batch_size"] == 16)
    assert GradientCloud().seen["measured"][15] == pytest.approx(seen["spread"])
    assert seen["one"] / 4 == pytest.approx(seen["spread"], rel=0.2)
    reader.shot(node, "cloud")
    node.get_by_label("weights").select_option("at the minimum")
    seen = reader.becomes(node, lambda d: d["place"] == "at the minimum")
    assert [0, 0] == pytest.approx(seen["full"], abs=1e-9)
    reader.shot(reader.figure("Gradient cloud", 1), "cloud_near")


def test_algorithm(reader):
    """A line at a time; the mean of the slopes is the step that is taken."""
    node = reader.figure("Mini-batch algorithm")
    node.get_by_role("button", name="one line on").click()
    seen = reader.becomes(node, lambda d: d["step"] == 4)
    x, y = X[seen["batch"]], Y[seen["batch"]]
    assert 0.1 * np.mean(2 * y * x) == pytest.approx(seen["w"])
    reader.shot(node, "algorithm")
    reader.slide(node, "batch size B", 3)
    assert 28 == reader.becomes(node, lambda d: d["batch_size"] == 3)["of"]
    node.get_by_role("button", name="next epoch").click()
    reader.becomes(node, lambda d: d["epoch"] == 1)
    node = reader.figure("Mini-batch algorithm", 1)
    seen = reader.drawn(node)
    assert sum(seen["gradients"]) / 4 == pytest.approx(seen["mean"])
    reader.shot(node, "algorithm_last")


def test_orders(reader):
    """Sorted and shuffled part in small batches and are one in a batch of all."""
    node = reader.figure("Orders of the examples")
    assert Orders().seen["losses"]["sorted"][-1] == pytest.approx(
        reader.drawn(node)["ends"]["sorted"]
    )
    reader.shot(node, "orders")
    reader.slide(node, "batch size", 96)
    seen = reader.becomes(node, lambda d: d["batch_size"] == 96)
    assert seen["ends"]["sorted"] == pytest.approx(seen["ends"]["shuffled"])
    reader.shot(node, "orders_all")


def test_dealing(reader):
    """The student's own generator deals what the sliders ask for, and is told its fault."""
    node = reader.figure("Batches of my_minibatches")
    assert "missing in an epoch" in reader.drawn(node)["says"]
    reader.shot(node, "dealing")
    reader.slide(node, "examples", 12)
    seen = reader.becomes(node, lambda d: d["count"] == 12)
    assert (True, [[4, 4, 4]] * 2) == (seen["right"], seen["sizes"])
    node = reader.figure("Batches of draws_each_batch")
    assert reader.drawn(node)["marked"] > 0
    reader.shot(node, "dealing_lottery")


def test_whole_lecture(reader):
    """No cell shows an error, and the page is kept as a picture."""
    assert 0 == reader.page.locator(".jp-RenderedText[data-mime-type*='error']").count()
    assert 0 == reader.page.locator(".jp-RenderedText[data-mime-type*='stderr']").count()
    reader.whole("08_batches")
